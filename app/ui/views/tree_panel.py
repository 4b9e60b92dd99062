"""A tree of rows that lead to clauses: the outline, the overview and the list of what was not checked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from app.models.analysis import Severity
from app.ui.icons import mark_icon
from app.ui.models.rows import Row
from app.ui.models.tree import KEY_ROLE, Nodes, TreeModel
from app.ui.theme import Theme
from app.wording.lang import Lang

_TALL = 10_000  # the style wraps only inside a rectangle that has a height
_NARROW = 0.6
_LEAST_COLUMN = 30  # pixels
_ROOM = 6  # pixels of height more than the style gives a row
_TONES = {  # how far a party is liable, and what is said by the way: colours of the theme
    "unlimited": ("diff", "new"),
    "limited": ("severity", "medium"),
    "excluded": ("severity", "high"),
    "not_regulated": ("palette", "soft"),
    "soft": ("palette", "soft"),
}


class _Roomy(QStyledItemDelegate):
    """Rows with some air; wrapped ones as high as their text needs, which QTreeView itself does not ask for."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Marks stand beside the first line of a wrapped text; text of one line stands in the middle of its row."""
        super().initStyleOption(option, index)
        if self._view.wordWrap():
            option.decorationAlignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
            option.rect.adjust(0, _ROOM // 2 + 1, 0, 0)  # at the very top umlauts would be cut
        else:
            option.displayAlignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if self._view.wordWrap():
            option.rect = QRect(0, 0, self._width(index), _TALL)
        return super().sizeHint(option, index) + QSize(0, _ROOM)

    def _width(self, index: QModelIndex | QPersistentModelIndex) -> int:
        view = self._view
        if index.column() > 0:
            return view.columnWidth(index.column())
        spanned = view.isFirstColumnSpanned(index.row(), index.parent())
        depth, parent = 1, index.parent()
        while parent.isValid():
            depth, parent = depth + 1, parent.parent()
        whole = view.viewport().width() if spanned else view.columnWidth(0)
        return max(40, whole - depth * view.indentation())


class TreePanel(QTreeView):
    """Emits the key of a row that is picked."""

    picked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        wrap: bool = False,
        shares: tuple[float, ...] = (),
        cells: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`wrap`: long texts in several lines; `shares` of the width for all columns but the last; `cells` lead somewhere each."""
        super().__init__(parent)
        if cells:
            self.setSelectionBehavior(QTreeView.SelectionBehavior.SelectItems)
        self._theme = theme
        self._told = False  # the selection moves because we were told so, not by the user
        self._icons: dict[tuple[Severity, bool], QIcon] = {}
        self.rows = TreeModel(self._icon, self, tint=self._tone)
        self.setModel(self.rows)
        self._shares = shares
        self.setItemDelegate(_Roomy(self))
        self.setWordWrap(wrap)
        self.setUniformRowHeights(not wrap)
        if wrap:
            self.setIndentation(round(self.indentation() * _NARROW))  # long texts need the width
        self.setHeaderHidden(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        never, where_needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(never if wrap else where_needed)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.selectionModel().currentChanged.connect(self._pick)
        self.clicked.connect(self._pick)
        self.header().setMinimumSectionSize(_LEAST_COLUMN)  # the style's least is wider than a column of four may be
        if wrap:
            self.header().sectionResized.connect(self.scheduleDelayedItemsLayout)
        theme.changed.connect(self._recolour)

    def show_rows(
        self, header: tuple[str, ...], rows: tuple[Row, ...] | Nodes, lang: Lang, *, expand: bool = True
    ) -> None:
        """Show other rows, all open (but those that start closed) or all closed."""
        self.rows.show(header, rows, lang)
        self.setHeaderHidden(not any(header))
        self.share_width()
        for row in range(self.rows.rowCount()):
            group = self.rows.row_at(self.rows.index(row, 0))
            self.setFirstColumnSpanned(
                row,
                QModelIndex(),
                len(header) > 1 and group is not None and bool(group.children) and not any(group.cells[1:]),
            )
        if expand:  # last: each change of a span lays out all open rows
            self._expand()

    def share_width(self) -> None:
        """Columns get their shares; the last one gets what is left: left to Qt it would not give way to a scroll bar."""
        shares = self._shares[: self.rows.columnCount() - 1 - self.header().hiddenSectionCount()]
        self.header().setStretchLastSection(not self._shares)
        left = self.viewport().width()
        for column, share in enumerate(shares):
            width = round(self.viewport().width() * share)
            self.header().resizeSection(column, width)
            left -= width
        if self._shares:  # also where it is the only one in sight
            self.header().resizeSection(len(shares), left)

    def _expand(self) -> None:
        if not self.rows.some_closed:
            self.expandAll()
            return
        for index in self.rows.open_groups():
            self.expand(index)

    def select(self, key: str | None) -> None:
        """Show which row is selected, without picking it."""
        if key and self.currentIndex().data(KEY_ROLE) == key:
            return  # one of several rows that lead there
        index = self.rows.index_of(key or "")
        if index == self.currentIndex().siblingAtColumn(0):
            return
        self._told = True
        self.setCurrentIndex(index)
        self._told = False

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QTreeView.ScrollHint = QTreeView.ScrollHint.EnsureVisible,
    ) -> None:
        """Never sideways where long texts are wrapped: all columns are in sight."""
        super().scrollTo(index, hint)
        if self.wordWrap():
            self.horizontalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns keep their shares; wrapped rows get their new height."""
        super().resizeEvent(event)
        self.share_width()
        if self.wordWrap():
            self.scheduleDelayedItemsLayout()

    def _pick(self, index: QModelIndex) -> None:
        key = index.data(KEY_ROLE) if index.isValid() else ""
        if key and not self._told:
            self.picked.emit(key)

    def _icon(self, severity: Severity, hollow: bool) -> QIcon:
        key = (severity, hollow)
        if key not in self._icons:
            self._icons[key] = mark_icon(severity, self._theme.severity(severity), hollow=hollow)
        return self._icons[key]

    def _tone(self, name: str) -> QColor:
        return self._theme.colour(*_TONES[name])

    def _recolour(self) -> None:
        self._icons.clear()
        self.rows.redecorate()
