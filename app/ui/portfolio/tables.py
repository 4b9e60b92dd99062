"""The two tables as Qt's models, and what sorts and filters them.

Strategy: rows are worded once, when they change; sorting compares keys, not words. What has no key comes last in either direction.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from app.models.analysis import Severity
from app.ui.icons import coloured_icon, mark_icon
from app.ui.portfolio.cells import COLUMNS, COUNTS, Key, Row, heads
from app.ui.portfolio.shared import SharedRow, shared_heads
from app.ui.theme import Theme
from app.wording.lang import Lang

KEY: Final = Qt.ItemDataRole.UserRole
WORDS: Final = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_WORST, _STAGE = COLUMNS.index("worst"), COLUMNS.index("stage")
_FIRST_COUNT = COLUMNS.index(COUNTS[0].value)
_COUNT_COLUMNS: Final = range(_FIRST_COUNT, _FIRST_COUNT + len(COUNTS))
_HORIZONTAL: Final = Qt.Orientation.Horizontal


class _Table(QAbstractTableModel):
    """Rows with cells, and heads."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heads: tuple[tuple[str, str], ...] = ()
        theme.changed.connect(self._recolour)

    def _rows(self) -> Sequence[Row | SharedRow]:
        raise NotImplementedError

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Flat."""
        return 0 if parent.isValid() else len(self._rows())

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """As many as there are heads."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Short words; in full as a tip."""
        if orientation != _HORIZONTAL or not 0 <= section < len(self._heads):
            return None
        short, full = self._heads[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return short
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return full
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Words, tip, and what sorts and filters."""
        row = self._rows()[index.row()]
        cell = row.cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.ToolTipRole:
                return cell.tip or cell.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._heads[index.column()][1]}: {cell.text}" if cell.text else ""
        if role == KEY:
            return cell.key
        return row.words if role == WORDS else self._look(index, role)

    def _look(self, index: _Index, role: int) -> Any:  # noqa: ANN401 - Qt's variant
        return None

    def _recolour(self) -> None:
        if self._rows():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))


class DocumentTable(_Table):
    """A row a document."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self.rows: list[Row] = []

    def _rows(self) -> Sequence[Row]:
        return self.rows

    def show_rows(self, rows: Sequence[Row], lang: Lang) -> None:
        """Others, or in another language."""
        self.beginResetModel()
        self.rows, self._heads = list(rows), heads(lang)
        self.endResetModel()

    def change_row(self, number: int, row: Row) -> None:
        """One of them."""
        if number < len(self.rows) and self.rows[number] != row:
            self.rows[number] = row
            self.dataChanged.emit(self.index(number, 0), self.index(number, len(COLUMNS) - 1))

    def _look(self, index: _Index, role: int) -> Any:  # noqa: ANN401 - Qt's variant
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _COUNT_COLUMNS:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(row, column)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._sign(row, column)
        return None

    def _ink(self, row: Row, column: int) -> Any:  # noqa: ANN401 - a colour or nothing
        severity = self._severity(row, column)
        if severity is not None:
            return self._theme.severity(severity)
        return self._theme.colour("severity", "high") if row.failed and column == _STAGE else None

    def _sign(self, row: Row, column: int) -> Any:  # noqa: ANN401 - an icon or nothing
        if column == _WORST and row.worst is not None:
            return mark_icon(row.worst, self._theme.severity(row.worst))
        if column == _STAGE and row.failed:
            return coloured_icon("warning", self._theme.colour("severity", "high"))
        return None

    def _severity(self, row: Row, column: int) -> Severity | None:
        if column == _WORST:
            return row.worst
        if column in _COUNT_COLUMNS and row.cells[column].text not in ("", "–"):
            return COUNTS[column - _FIRST_COUNT]
        return None


class SharedTable(_Table):
    """A row a place of a clause that several documents share; every second group has another ground."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self.rows: tuple[SharedRow, ...] = ()

    def _rows(self) -> Sequence[SharedRow]:
        return self.rows

    def show_rows(self, rows: Sequence[SharedRow], lang: Lang) -> None:
        """Others, or in another language."""
        self.beginResetModel()
        self.rows, self._heads = tuple(rows), tuple((head, head) for head in shared_heads(lang))
        self.endResetModel()

    def _look(self, index: _Index, role: int) -> Any:  # noqa: ANN401 - Qt's variant
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 0:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.BackgroundRole and self.rows[index.row()].group % 2:
            return self._theme.colour("palette", "alternate")
        return None


class Sifted(QSortFilterProxyModel):
    """Rows that have all the words, by the keys of a column."""

    def __init__(self, table: _Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: tuple[str, ...] = ()
        self.setSourceModel(table)
        self.setDynamicSortFilter(True)

    def sift(self, text: str) -> None:
        """Only rows with all of these words."""
        self._wanted = tuple(text.casefold().split())
        self.invalidate()  # the finer calls come and go with versions of Qt

    def filterAcceptsRow(self, source_row: int, source_parent: _Index) -> bool:
        """All of the words, in any order and column."""
        words = str(self.sourceModel().index(source_row, 0, source_parent).data(WORDS))
        return all(word in words for word in self._wanted)

    def lessThan(self, left: _Index, right: _Index) -> bool:
        """Nothing comes last, in either direction."""
        one, other = _key(left), _key(right)
        if one is None or other is None:
            empty = one if self.sortOrder() is Qt.SortOrder.DescendingOrder else other
            return one != other and empty is None
        return one < other


def _key(index: _Index) -> Key:
    found: Key = index.data(KEY)
    return found
