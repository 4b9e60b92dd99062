"""The rows of stored cases as a Qt model: sorted and filtered here, the title can be changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon

from app.models.analysis import Severity
from app.ui.context import Context
from app.ui.icons import line_icon, mark_icon
from app.ui.models.cases import COLUMNS, FINDINGS, OPENED, STATE, TITLE, CaseRow, found, in_order
from app.ui.plaintips import plain_tip

Index = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole
_NO_INDEX = QModelIndex()


class CaseTable(QAbstractTableModel):
    """Rows in the order asked for, only those that hold the words typed."""

    rename_wanted = Signal(str, str)  # case and title

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._given: tuple[CaseRow, ...] = ()
        self.rows: tuple[CaseRow, ...] = ()
        self._words = ""
        self._order = (OPENED, True)
        self._icons: dict[object, QIcon] = {}
        context.theme.changed.connect(self._icons.clear)

    def show(self, rows: tuple[CaseRow, ...]) -> None:
        """Show other rows."""
        self._given = rows
        self._arrange()

    @property
    def total(self) -> int:
        """How many there are, found or not."""
        return len(self._given)

    def look_for(self, words: str) -> None:
        """Only those that hold these words."""
        self._words = words
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column."""
        self._order = (column, order is Qt.SortOrder.DescendingOrder)
        self._arrange()

    def _arrange(self) -> None:
        column, down = self._order
        self.beginResetModel()
        self.rows = in_order(found(self._given, self._words), column, down=down)
        self.endResetModel()

    def row_of(self, case: str) -> int:
        """The place of a case, -1 for none."""
        return next((place for place, row in enumerate(self.rows) if row.id == case), -1)

    def retitle(self) -> None:
        """In another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)

    # --- what Qt asks

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else COLUMNS

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == TITLE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.texts[column]
            case Qt.ItemDataRole.EditRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(row.tips[column])
            case Qt.ItemDataRole.DecorationRole:
                return self._icon(row, column)
            case Qt.ItemDataRole.AccessibleTextRole if column == TITLE:
                return row.spoken
        return row.id if role == ID_ROLE else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, title = self.rows[index.row()], " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or not title or title == row.title:
            return False
        self.rename_wanted.emit(row.id, title)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        return None

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Vorgang"),
            self.tr("Hinweise"),
            self.tr("Entschieden"),
            self.tr("Zuletzt geöffnet"),
            self.tr("Zu beachten"),
        )

    def _icon(self, row: CaseRow, column: int) -> QIcon | None:
        if column == FINDINGS:
            return self._mark(row.worst)
        if column == STATE and row.signs:
            return self._kept("warning", lambda: line_icon("warning"))
        return None

    def _mark(self, worst: Severity | None) -> QIcon:
        shape = worst or Severity.INFO
        return self._kept(worst, lambda: mark_icon(shape, self._context.theme.severity(shape), hollow=worst is None))

    def _kept(self, name: object, make: Callable[[], QIcon]) -> QIcon:
        if name not in self._icons:
            self._icons[name] = make()
        return self._icons[name]
