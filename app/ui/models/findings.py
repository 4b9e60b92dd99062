"""The findings as a Qt list: rows of findings and headings, as arranged."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.models.findingrows import FindingRow, GroupRow, ListRow
from app.ui.models.findingwords import RowWords
from app.ui.plaintips import plain_tip
from app.wording.lang import Lang

Index = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_NO_INDEX = QModelIndex()


class FindingsModel(QAbstractListModel):
    """A flat list: a heading is a row too, which can be opened and closed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = RowWords("de")
        self.rows: tuple[ListRow, ...] = ()
        self._places: dict[str, int] = {}

    def show(self, rows: tuple[ListRow, ...], lang: Lang) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows, self.words = rows, RowWords(lang)
        self._places = {
            row.finding.id if isinstance(row, FindingRow) else row.key: place for place, row in enumerate(rows)
        }
        self.endResetModel()

    def row_of(self, key: str | None) -> int:
        """The row of a finding's id or a group's key, -1 for none."""
        return self._places.get(key or "", -1)

    def finding_at(self, index: Index) -> FindingRow | None:
        """The finding of a row, None for a heading."""
        row = self.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, FindingRow) else None

    def group_at(self, index: Index) -> GroupRow | None:
        """The heading of a row."""
        row = self.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, GroupRow) else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """A flat list."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, id, the whole row; what is read out."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.finding.title if isinstance(row, FindingRow) else row.label
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.words.tip(row)) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.words.spoken(row)
        return {ID_ROLE: row.finding.id if isinstance(row, FindingRow) else "", ROW_ROLE: row}.get(role)
