"""The list of reference clauses: a table model on frozen rows, and the view.

Nothing is made per row in advance: the words of a row are made when it is first painted, and the view asks for rows in sight
only, so that thousands of clauses scroll without a stall. Sorting is done here, on the tuple of rows, in Python's own sort.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.library.model import Status
from app.ui.context import Context
from app.ui.library import rows as words
from app.ui.library.hits import HitDelegate
from app.ui.library.rows import AUDIENCE, CHANGED, COLUMNS, OWNER, SIDE, STATUS, TITLE, VERSION, Row, sort_key
from app.ui.library.status_marks import status_icon
from app.wording.lang import sentence_start
from app.wording.terms import term

Index = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_NO_INDEX = QModelIndex()
_SAMPLES = ("", "ausgemustert", "Anbieter", "B2B, Kaufleute", "Version", "Dr. A. Mustermann", "29 Sep 2026")
_MARGINS = 18  # pixels of a cell, and the arrow in its header
_ICON = 24
_LEAST_TITLE = 42  # characters
_BY_WEIGHT = (STATUS, SIDE, AUDIENCE, CHANGED, VERSION, OWNER)
_ROOM = 8  # pixels of height more than a line of text


class ClauseModel(QAbstractTableModel):
    """Rows in the order asked for."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._given: tuple[Row, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._texts: dict[str, tuple[str, ...]] = {}
        self._icons: dict[Status, QIcon] = {}
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        context.theme.changed.connect(self._reword)
        context.language.changed.connect(self._reword)

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; they stay as given until a column is sorted by."""
        self.beginResetModel()
        self._given = rows
        self._rows = self._sorted()
        self._texts.clear()
        self.endResetModel()

    @property
    def rows(self) -> tuple[Row, ...]:
        """As shown."""
        return self._rows

    def row_of(self, clause: str) -> int:
        """The place of a clause, -1 for none."""
        return next((place for place, row in enumerate(self._rows) if row.id == clause), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1: as given."""
        self.layoutAboutToBeChanged.emit()
        before = [(index, self._rows[index.row()].id) for index in self.persistentIndexList()]
        self._order = (column, order)
        self._rows = self._sorted()
        places = {row.id: place for place, row in enumerate(self._rows)}
        for index, clause in before:
            self.changePersistentIndex(index, self.index(places[clause], index.column()))
        self.layoutChanged.emit()

    def _sorted(self) -> tuple[Row, ...]:
        column, order = self._order
        if column < 0:
            return self._given
        down = order is Qt.SortOrder.DescendingOrder
        return tuple(sorted(self._given, key=lambda row: sort_key(column, row), reverse=down))

    def _reword(self) -> None:
        self._texts.clear()
        self._icons.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, COLUMNS - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)

    # --- what Qt asks

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row)[column]
            case Qt.ItemDataRole.DecorationRole if column == STATUS:
                return self._icon(row.status)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row, column)
            case Qt.ItemDataRole.AccessibleTextRole if column == TITLE:
                return ", ".join(filter(None, self._words(row)))
        return {ID_ROLE: row.id, ROW_ROLE: row}.get(role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        return None

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Titel"),
            self.tr("Status"),
            self.tr("Rolle"),
            self.tr("Gegenüber wem"),
            self.tr("Version"),
            self.tr("Zuständig"),
            self.tr("Geändert"),
        )

    def _words(self, row: Row) -> tuple[str, ...]:
        if row.id not in self._texts:
            self._texts[row.id] = self._worded(row)
        return self._texts[row.id]

    def _worded(self, row: Row) -> tuple[str, ...]:
        lang = self._context.language.code
        return (
            row.title,
            words.status_text(row.status, lang),
            sentence_start(term("perspective", row.perspective.value, lang)),
            words.audience_short(row.audiences, lang, self.tr("alle")),
            str(row.version),
            row.owner,
            words.short_day(row.at, lang) if row.at else "",
        )

    def _tip(self, row: Row, column: int) -> str:
        lang = self._context.language.code
        texts = self._words(row)
        lines = [texts[column]]
        if column == AUDIENCE:
            lines = [words.audience_text(row.audiences, lang, texts[column])]
        elif column == CHANGED and row.at is not None:
            lines = [", ".join(filter(None, (words.local_time(row.at, lang), row.author)))]
        if row.has_draft:
            lines.append(self.tr("Ein Entwurf wurde begonnen und noch nicht gespeichert."))
        if row.in_force is None and row.status is not Status.RETIRED:
            lines.append(self.tr("Noch keine Version gilt."))
        elif row.in_force is not None and row.in_force != row.version:
            lines.append(self.tr("Bis zur Freigabe gilt Version {0}.").format(row.in_force))
        return "\n".join(filter(None, lines))

    def _icon(self, status: Status) -> QIcon:
        if status not in self._icons:
            self._icons[status] = status_icon(status, self._context.theme)
        return self._icons[status]


class ClauseList(QTableView):
    """Emits which clause is looked at, and that the reader wants to change it."""

    picked = Signal(str)  # "" where none is left
    wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_ = ClauseModel(context, self)
        self.hits = HitDelegate(self, context.theme)
        self._told = False
        self._some_owners = False
        self.setModel(self.model_)
        self.setItemDelegateForColumn(TITLE, self.hits)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self._widths: dict[int, int] = {}
        self._arrange()
        self.setSortingEnabled(True)
        self.selectionModel().currentRowChanged.connect(self._pick)
        self.doubleClicked.connect(lambda index: self.wanted.emit(str(index.data(ID_ROLE))))

    def _arrange(self) -> None:
        upright, across = self.verticalHeader(), self.horizontalHeader()
        upright.hide()
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        upright.setMinimumSectionSize(1)
        upright.setDefaultSectionSize(self.fontMetrics().lineSpacing() + _ROOM)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        across.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        across.setHighlightSections(False)
        across.setSectionsMovable(False)
        across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        across.setSortIndicatorClearable(True)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, sample in enumerate(_SAMPLES):
            if sample:  # the title gets what is left
                width = self.fontMetrics().horizontalAdvance(sample) + _MARGINS
                self._widths[column] = width + (_ICON if column == STATUS else 0)
                across.resizeSection(column, self._widths[column])

    def show_rows(self, rows: tuple[Row, ...], query: str) -> None:
        """Show other rows; the clause looked at stays so where it is among them, else the first takes its place."""
        kept = self.clause
        self._told = True
        self.hits.query = query
        self.model_.show(rows)
        self._some_owners = any(row.owner for row in rows)
        self._fit()
        self.select(kept if self.model_.row_of(kept) >= 0 else (rows[0].id if rows else ""))
        self._told = False
        if self.clause != kept:
            self.picked.emit(self.clause)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room for less important columns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The title stays readable; what else there is to know stands in the clause beside the list."""
        across = self.horizontalHeader()
        left = self.viewport().width() - self.fontMetrics().averageCharWidth() * _LEAST_TITLE
        for column in _BY_WEIGHT:
            left -= self._widths[column]
            across.setSectionHidden(column, left < 0 or (column == OWNER and not self._some_owners))
            if column == OWNER and not self._some_owners:
                left += self._widths[column]

    @property
    def clause(self) -> str:
        """The clause looked at, "" for none."""
        index = self.currentIndex()
        return str(index.data(ID_ROLE)) if index.isValid() else ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """All selected clauses, in their order."""
        return tuple(str(index.data(ID_ROLE)) for index in sorted(self.selectionModel().selectedRows()))

    def select(self, clause: str) -> None:
        """Look at a clause of the list."""
        place = self.model_.row_of(clause)
        if place >= 0:
            self.selectRow(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter wants to change the clause."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.clause:
            self.wanted.emit(self.clause)
            return
        super().keyPressEvent(event)

    def _pick(self, index: QModelIndex) -> None:
        if not self._told:
            self.picked.emit(str(index.data(ID_ROLE)) if index.isValid() else "")
