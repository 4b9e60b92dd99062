"""A table of frozen rows in groups that fold, with wrapped cells that lead somewhere; thousands of rows at no cost.

`walked` follows the keyboard and leads to a row's place; `picked` is a click or Enter and leads to what the cell speaks of. Columns
keep their shares of the width, and the window remembers what the user makes of them.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.models.analysis import Severity
from app.ui.context import Context
from app.ui.icons import coloured_icon, mark_icon
from app.ui.models.folding import KEY_ROLE, FoldingModel
from app.ui.models.rows import Row
from app.ui.views.folding_delegate import FoldingDelegate
from app.ui.views.row_heights import RowHeights
from app.wording.lang import Lang

_SIGNS = {"ok": ("diff", "new"), "open": ("severity", "medium"), "none": ("palette", "soft")}
_LEAST = 5  # em of a column


class FoldingTable(QTableView):
    """`shares`: of the width for each column; `marked`: the column with severities and signs; `grows`: it is as high as its rows
    and scrolls with what it stands in; `cells`: each is walked to by itself and leads somewhere; `name`: what the window remembers its columns by.
    """

    picked = Signal(str)
    walked = Signal(str)
    grown = Signal()
    at = Signal(QRect)  # the current cell, in its own coordinates: to be kept in sight

    def __init__(
        self,
        context: Context,
        name: str,
        *,
        shares: tuple[float, ...] = (1.0,),
        marked: int = 0,
        grows: bool = False,
        cells: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._name, self._grows, self._cells = context, name, grows, cells
        self._icons: dict[object, QIcon] = {}
        self._told = self._sharing = False
        self._shares = self._remembered(shares)
        self.rows = FoldingModel(self._icon, marked, self)
        self.setModel(self.rows)
        self.look = FoldingDelegate(self, context.theme)
        self.setItemDelegate(self.look)
        self.heights = RowHeights(self, self._height)
        self._set_up()
        self.heights.grown.connect(self._grow)
        self.selectionModel().currentChanged.connect(self._walk)
        self.header.sectionResized.connect(self._keep_columns)
        context.theme.changed.connect(self._recolour)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectItems if self._cells else behaviour.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        if self._grows:
            self.setVerticalScrollBarPolicy(off)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._size_up()
        self.header.setHighlightSections(False)
        self.header.setSectionsClickable(False)
        self.header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _size_up(self) -> None:
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(self.fontMetrics().height())
        rows.setDefaultSectionSize(self.look.sizeHint(None, QModelIndex()).height())  # type: ignore[arg-type]  # not used
        self.header.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * _LEAST)

    @property
    def header(self) -> QHeaderView:
        """Titles of the columns."""
        return self.horizontalHeader()

    def set_columns(self, name: str, shares: tuple[float, ...], marked: int) -> None:
        """Other columns, for the rows that are shown next; remembered by a name of their own."""
        self._name, self.rows.marked = name, marked
        self._shares = self._remembered(shares)

    def show_rows(self, header: tuple[str, ...], rows: tuple[Row, ...], lang: Lang) -> None:
        """Show other rows; what was selected stays so where its key is there again."""
        key = self._current_key()
        self.clearSpans()
        self._told = True
        self.rows.show(header, rows, lang)
        self._told = False
        self.header.setVisible(any(header))
        self._share()
        self._span()
        self.heights.again()
        self._grow()
        self.select(key)

    def select(self, key: str | None, *, open_: bool = False) -> None:
        """Show which row is looked at, without leading there; `open_`: also one in a closed group."""
        if not key or self._current_key() == key:
            return
        if open_ and self.rows.row_of(key) < 0:
            self.rows.open_to(key)
            self._relay()
        row = self.rows.row_of(key)
        self._told = True
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row, 0))
        else:
            self.clearSelection()
        self._told = False

    def _current_key(self) -> str:
        row = self.currentIndex().row()
        return self.rows.line(row).row.key if 0 <= row < self.rows.rowCount() else ""

    # --- columns and heights

    def _remembered(self, shares: tuple[float, ...]) -> tuple[float, ...]:
        try:
            kept = tuple(float(part) for part in self._context.settings.choice(f"columns/{self._name}").split())
        except ValueError:
            kept = ()
        sound = len(kept) == len(shares) and all(0 < share < 1 for share in kept)
        return kept if sound else shares

    def _keep_columns(self, column: int, old: int, new: int) -> None:
        """The user has moved a border: what one column gets, the next one gives."""
        count = self.header.count()
        if self._sharing or column + 1 >= count:
            return
        widths = [self.columnWidth(n) for n in range(count)]
        both = old + widths[column + 1]
        widths[column] = min(new, both - self.header.minimumSectionSize())
        widths[column + 1] = both - widths[column]
        whole = max(1, sum(widths))
        self._shares = tuple(max(0.02, width / whole) for width in widths)
        self._context.settings.keep_choice(f"columns/{self._name}", " ".join(f"{s:.3f}" for s in self._shares))
        self._share()
        self.heights.again()

    def _share(self) -> None:
        """Columns get their shares, the last one what is left."""
        count, width = self.header.count(), self.viewport().width()
        self._sharing = True
        left = width
        for column in range(count - 1):
            own = round(width * self._shares[column] / sum(self._shares[:count]))
            self.setColumnWidth(column, own)
            left -= self.columnWidth(column)
        if count:
            self.setColumnWidth(count - 1, max(1, left))
        self._sharing = False
        self._share_height()

    def _share_height(self) -> None:
        """Titles of columns wrap."""
        model, metrics = self.rows, self.fontMetrics()
        titles = [str(model.headerData(n, Qt.Orientation.Horizontal) or "") for n in range(model.columnCount())]
        if any(titles):
            widths = [self.columnWidth(n) - 2 * self.look.margin for n in range(len(titles))]
            self.header.setFixedHeight(self.look.title_height(titles, widths) + metrics.height() // 2)

    def _span(self) -> None:
        """A row with a single cell takes all columns."""
        columns = self.rows.columnCount()
        self.clearSpans()
        if columns < 2:
            return
        for row in range(self.rows.rowCount()):
            if len(self.rows.line(row).row.cells) == 1:
                self.setSpan(row, 0, 1, columns)

    def _height(self, row: int) -> int:
        widths = tuple(self.columnWidth(n) for n in range(self.rows.columnCount()))
        return self.look.height(self.rows.line(row), widths, self.rows.marked)

    def _grow(self) -> None:
        if self._grows:
            head = self.header.height() if self.header.isVisibleTo(self) else 0
            self.setFixedHeight(head + self.verticalHeader().length() + 2 * self.frameWidth())
        self.grown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns keep their shares."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share()
            self.heights.again()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "look"):
            self.look.forget()
            self._size_up()
            self.heights.again()

    # --- the user

    def _walk(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        self.at.emit(self.visualRect(index).translated(0, self.viewport().y()))
        key = index.data(KEY_ROLE) if self._cells else self.rows.line(index.row()).row.key
        if key and not self._told:
            self.walked.emit(key)

    def _pick(self, index: QModelIndex) -> None:
        """What the cell speaks of; a group opens or closes."""
        line = self.rows.line(index.row())
        key = index.data(KEY_ROLE)
        if line.folds and not key:
            self.fold(index.row(), open_=not line.open)
        elif key:
            self.picked.emit(key)

    def fold(self, row: int, *, open_: bool) -> None:
        """Open or close a group."""
        self.rows.fold(row, open_=open_)
        self._relay()

    def _relay(self) -> None:
        """Rows have come or gone."""
        self._span()
        self.heights.again()
        self._grow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes a first row current: nobody has gone there."""
        self._told = True
        super().focusInEvent(event)
        self._told = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is clicked is picked when the button is let go."""
        self._told = True
        super().mousePressEvent(event)
        self._told = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click picks; beside the arrow of a group with a place of its own it folds."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid() or index != self.currentIndex():
            return
        if self._on_arrow(index, event.position().toPoint()):
            self.fold(index.row(), open_=not self.rows.line(index.row()).open)
        else:
            self._pick(index)

    def _on_arrow(self, index: QModelIndex, place: QPoint) -> bool:
        line = self.rows.line(index.row())
        if not line.folds or not line.row.key:
            return False
        width = self.fontMetrics().averageCharWidth() * (2 * line.depth + 4)
        return place.x() - self.visualRect(index).left() < width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter picks; left and right close and open a group, from a row of it left goes to its head."""
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick(index)
        elif index.isValid() and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._fold_by_key(index, event):
            pass
        else:
            super().keyPressEvent(event)

    def _fold_by_key(self, index: QModelIndex, event: QKeyEvent) -> bool:
        line, right = self.rows.line(index.row()), event.key() == Qt.Key.Key_Right
        if line.folds and line.open is not right:
            self.fold(index.row(), open_=right)
            return True
        above = self.rows.parent_of(index.row())
        if not right and index.column() == 0 and above >= 0:
            self.setCurrentIndex(self.rows.index(above, 0))
            return True
        return False

    # --- marks

    def _icon(self, severity: Severity | None, hollow: bool, sign: str) -> QIcon:
        key = (severity, hollow, sign)
        if key not in self._icons:
            theme = self._context.theme
            self._icons[key] = (
                mark_icon(severity, theme.severity(severity), hollow=hollow)
                if severity
                else coloured_icon(f"sign-{sign}", theme.colour(*_SIGNS[sign]))
            )
        return self._icons[key]

    def _recolour(self) -> None:
        self._icons.clear()
        self.rows.redecorate()
