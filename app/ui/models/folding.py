"""Frozen rows as a table whose groups fold: only the rows in sight of open groups are in the model.

A table and no tree, because a table's rows have heights of their own that need not be known before they are seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from app.models.analysis import Severity
from app.ui.models.rows import Row
from app.ui.plaintips import plain_tip
from app.wording.lang import Lang
from app.wording.terms import term

Index = QModelIndex | QPersistentModelIndex
KEY_ROLE = Qt.ItemDataRole.UserRole
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
TIP_ROLE = Qt.ItemDataRole.UserRole + 2  # the words of the tool tip, as they are
Decorate = Callable[[Severity | None, bool, str], QIcon]
_NO_INDEX = QModelIndex()
_TITLES = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it stands in the table. `path`: numbers of the rows above it and its own, the same after every fold."""

    row: Row
    path: tuple[int, ...]
    open: bool

    @property
    def depth(self) -> int:
        """0 for the topmost."""
        return len(self.path) - 1

    @property
    def folds(self) -> bool:
        """Whether rows belong to it."""
        return bool(self.row.children)


class FoldingModel(QAbstractTableModel):
    """`marked`: the column that bears severities and signs."""

    def __init__(self, decorate: Decorate, marked: int = 0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decorate, self.marked = decorate, marked
        self._header: tuple[str, ...] = ("",)
        self._rows: tuple[Row, ...] = ()
        self._lines: list[Line] = []
        self._closed: dict[str, bool] = {}  # by the words of a group, that of another analysis too
        self._lang: Lang = "de"

    def show(self, header: tuple[str, ...], rows: Iterable[Row], lang: Lang) -> None:
        """Show other rows; groups that the user has opened or closed stay so."""
        self.beginResetModel()
        self._header, self._lang, self._rows = header, lang, tuple(rows)
        self._lines = [line for n, row in enumerate(self._rows) for line in self._seen(row, (n,))]
        self.endResetModel()

    def _seen(self, row: Row, path: tuple[int, ...]) -> Iterator[Line]:
        open_ = not self._closed.get(self._name(row), row.closed)
        yield Line(row, path, open_)
        if open_:
            yield from self._below(row, path)

    def _below(self, row: Row, path: tuple[int, ...]) -> Iterator[Line]:
        for n, child in enumerate(row.children):
            yield from self._seen(child, (*path, n))

    @staticmethod
    def _name(row: Row) -> str:
        return row.key or row.cells[0].rsplit("(", 1)[0]

    def line(self, row: int) -> Line:
        """What stands in a row of the table."""
        return self._lines[row]

    def fold(self, number: int, *, open_: bool) -> None:
        """Open or close a group."""
        line = self._lines[number]
        if not line.folds or line.open is open_:
            return
        self._closed[self._name(line.row)] = not open_
        self._lines[number] = Line(line.row, line.path, open_)
        below = list(self._below(line.row, line.path)) if open_ else []
        count = len(below) if open_ else self._count_below(number)
        if open_:
            self.beginInsertRows(QModelIndex(), number + 1, number + count)
            self._lines[number + 1 : number + 1] = below
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), number + 1, number + count)
            del self._lines[number + 1 : number + 1 + count]
            self.endRemoveRows()
        changed = self.index(number, 0)
        self.dataChanged.emit(changed, changed)

    def _count_below(self, number: int) -> int:
        depth = self._lines[number].depth
        rest = self._lines[number + 1 :]
        return next((n for n, line in enumerate(rest) if line.depth <= depth), len(rest))

    def row_of(self, key: str) -> int:
        """The first row in sight that leads there, -1 for none."""
        return next((n for n, line in enumerate(self._lines) if key and line.row.key == key), -1)

    def open_to(self, key: str) -> int:
        """The same, where it may stand in a closed group: that is opened."""
        path = _path(self._rows, key)
        for depth in range(1, len(path)):
            above = next(n for n, line in enumerate(self._lines) if line.path == path[:depth])
            self.fold(above, open_=True)
        return self.row_of(key)

    def parent_of(self, number: int) -> int:
        """The row of the group that a row belongs to, -1 for none."""
        depth = self._lines[number].depth
        above = range(number - 1, -1, -1)
        return next((n for n in above if self._lines[n].depth < depth), -1)

    def redecorate(self) -> None:
        """The marks have other colours now."""
        if self._lines:
            last = self.index(len(self._lines) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.DecorationRole])

    # --- QAbstractTableModel

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Of open groups and what stands in no group."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """The same in every row."""
        return 0 if parent.isValid() else len(self._header)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles of the columns."""
        if orientation is Qt.Orientation.Horizontal and section < len(self._header):
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                return self._header[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _TITLES
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, mark, tip, key."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        row, column = line.row, index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _cell(row.cells, column)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(_cell(row.tips, column) or row.tip) or None
            case Qt.ItemDataRole.DecorationRole:
                marked = column == self.marked and (row.severity or row.sign)
                return self._decorate(row.severity, row.hollow, row.sign) if marked else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(line, column)
        if role == KEY_ROLE:
            return _cell(row.keys, column) or row.key
        if role == TIP_ROLE:
            return _cell(row.tips, column) or row.tip
        return line if role == LINE_ROLE else None

    def _spoken(self, line: Line, column: int) -> str:
        """The whole row in its first cell, so that nobody has to walk through all of them."""
        if column:
            return _cell(line.row.cells, column)
        said = [cell.replace("\n", ", ") for cell in line.row.cells if cell]
        named = any(line.row.severity and term("severity", line.row.severity.value, self._lang) in s for s in said)
        if line.row.severity and not named:
            said.append(term("severity", line.row.severity.value, self._lang))
        return "; ".join(said)


def _path(rows: tuple[Row, ...], key: str) -> tuple[int, ...]:
    """The numbers that lead to the first row with this key."""
    for n, row in enumerate(rows):
        if key and row.key == key:
            return (n,)
        if below := _path(row.children, key):
            return (n, *below)
    return ()


def _cell(values: tuple[str, ...], column: int) -> str:
    return values[column] if column < len(values) else ""
