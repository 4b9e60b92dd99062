"""The files under way as a Qt model: rows that only change their state are changed in place, so that selection and place stay."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.models.importrows import ImportRow
from app.ui.plaintips import plain_tip

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_NO_INDEX = QModelIndex()


class ImportListModel(QAbstractListModel):
    """A list of `ImportRow`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[ImportRow, ...] = ()

    def show(self, rows: tuple[ImportRow, ...]) -> None:
        """Show how they are now."""
        if [row.number for row in rows] != [row.number for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        before, self.rows = self.rows, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def place_of(self, number: int) -> int:
        """The row of a file, -1 for none."""
        return next((place for place, row in enumerate(self.rows) if row.number == number), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{row.place}\n{row.below}")
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
        return row if role == ROW_ROLE else None
