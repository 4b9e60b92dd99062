"""The rows of the search as a Qt list: groups cannot be selected, hits can."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.models.search_rows import GroupRow, HitRow

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_NO_INDEX = QModelIndex()


class HitList(QAbstractListModel):
    """`name`: of a group, in the language of the window."""

    def __init__(self, name: Callable[[GroupRow], str], parent: QObject) -> None:
        super().__init__(parent)
        self._name = name
        self._rows: tuple[GroupRow | HitRow, ...] = ()
        self._row_of: dict[int, int] = {}

    def show(self, rows: tuple[GroupRow | HitRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self._row_of = {row.index: n for n, row in enumerate(rows) if isinstance(row, HitRow)}
        self.endResetModel()

    def index_of(self, hit: int | None) -> QModelIndex:
        """Of a hit; invalid for one that is not there."""
        row = self._row_of.get(-1 if hit is None else hit)
        return self.index(row) if row is not None else QModelIndex()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """As a model must."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row; as one line for whoever cannot see it."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(row) if isinstance(row, GroupRow) else f"{row.before}{row.words}{row.after}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Keys pass over groups."""
        if isinstance(self._rows[index.row()], GroupRow):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
