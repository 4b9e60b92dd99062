"""One tree model over frozen rows: outline, overview and the list of what was not checked are such trees.

Strategy: the rows are laid out flat once; an index carries the position in that list, so nothing of Python's has to be kept
alive for Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QIcon

from app.models.analysis import Severity
from app.ui.models.rows import Row
from app.ui.plaintips import plain_tip
from app.wording.lang import Lang
from app.wording.terms import term

Index = QModelIndex | QPersistentModelIndex
KEY_ROLE = Qt.ItemDataRole.UserRole
Decorate = Callable[[Severity, bool], QIcon]
Tint = Callable[[str], QColor]
_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class _Node:
    row: Row
    parent: int
    position: int
    children: tuple[int, ...] = ()


@dataclass(frozen=True)
class Nodes:
    """Rows laid out flat: what takes long for thousands of them and can be done in a thread."""

    nodes: list[_Node]
    top: tuple[int, ...]


def laid_out(rows: Iterable[Row]) -> Nodes:
    """Each row behind the one above it, with the numbers of those below."""
    nodes: list[_Node] = []

    def add(row: Row, parent: int, position: int) -> int:
        number = len(nodes)
        nodes.append(_Node(row, parent, position))
        if row.children:
            children = tuple(add(child, number, n) for n, child in enumerate(row.children))
            nodes[number] = _Node(row, parent, position, children)
        return number

    top = tuple(add(row, -1, position) for position, row in enumerate(rows))
    return Nodes(nodes, top)


class TreeModel(QAbstractItemModel):
    """Rows with cells, a severity mark in the first and a key; `tint` gives the tones of cells their colour."""

    def __init__(self, decorate: Decorate, parent: QObject | None = None, *, tint: Tint | None = None) -> None:
        super().__init__(parent)
        self._decorate = decorate
        self._tint = tint
        self._header: tuple[str, ...] = ("",)
        self._nodes: list[_Node] = []
        self._top: tuple[int, ...] = ()
        self._lang: Lang = "de"

    def show(self, header: tuple[str, ...], rows: Iterable[Row] | Nodes, lang: Lang) -> None:
        """Show other rows."""
        found = rows if isinstance(rows, Nodes) else laid_out(rows)
        self.beginResetModel()
        self._header, self._lang, self._nodes, self._top = header, lang, found.nodes, found.top
        self.endResetModel()

    def redecorate(self) -> None:
        """The marks have other colours now."""
        self.layoutChanged.emit()

    def index_of(self, key: str) -> QModelIndex:
        """The first row with this key."""
        for number, node in enumerate(self._nodes):
            if key and node.row.key == key:
                return self.createIndex(node.position, 0, number)
        return QModelIndex()

    @property
    def some_closed(self) -> bool:
        """Whether rows are to start closed."""
        return any(node.row.closed for node in self._nodes)

    def open_groups(self) -> list[QModelIndex]:
        """The rows that start open and have rows below them."""
        nodes = ((n, node) for n, node in enumerate(self._nodes) if node.children and not node.row.closed)
        return [self.createIndex(node.position, 0, n) for n, node in nodes]

    def row_at(self, index: Index) -> Row | None:
        """The row behind an index."""
        return self._nodes[index.internalId()].row if index.isValid() else None

    # --- QAbstractItemModel

    def _children(self, parent: Index) -> tuple[int, ...]:
        return self._nodes[parent.internalId()].children if parent.isValid() else self._top

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Children hang on the first column only."""
        return 0 if parent.isValid() and parent.column() > 0 else len(self._children(parent))

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """The same in every row."""
        return len(self._header)

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        """The index of a child."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._children(parent)[row])

    def parent(self, index: Index = _NO_INDEX) -> QModelIndex:  # type: ignore[override]  # QObject.parent()
        """The index of the parent."""
        if not index.isValid():
            return QModelIndex()
        parent = self._nodes[index.internalId()].parent
        return QModelIndex() if parent < 0 else self.createIndex(self._nodes[parent].position, 0, parent)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Titles of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._header[section] if section < len(self._header) else None
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, mark, tool tip, weight, key."""
        row = self.row_at(index)
        if row is None:
            return None
        first = index.column() == 0
        text = _cell(row.cells, index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(_cell(row.tips, index) or row.tip or text) or None
            case Qt.ItemDataRole.ForegroundRole:
                tone = _cell(row.tones, index)
                return self._tint(tone) if tone and self._tint else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _TOP_LEFT
            case Qt.ItemDataRole.DecorationRole:
                return self._decorate(row.severity, row.hollow) if first and row.severity else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{text}, {term('severity', row.severity.value, self._lang)}" if row.severity and first else text
            case Qt.ItemDataRole.FontRole:
                return _bold() if row.strong else None
            case _:
                return (_cell(row.keys, index) or row.key) if role == KEY_ROLE else None


def _cell(values: tuple[str, ...], index: Index) -> str:
    return values[index.column()] if index.column() < len(values) else ""


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
