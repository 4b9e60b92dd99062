"""The pages of a document as a list: size, and what was found on each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.models.analysis import Analysis, Severity
from app.ui.models.outline import marked_clauses

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class PageRow:
    """`severity`: the worst finding whose clauses stand on the page; `count`: how many do."""

    number: int
    width: float
    height: float
    severity: Severity | None = None
    count: int = 0
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class PageNames:
    """How pages are called, with {0} for the number and {1} for the count of findings."""

    bare: str
    one: str
    several: str

    def of(self, number: int, count: int) -> str:
        """The name of one page."""
        form = self.bare if count == 0 else self.one if count == 1 else self.several
        return form.format(number, count)


def page_rows(analysis: Analysis, names: PageNames) -> tuple[PageRow, ...]:
    """All pages."""
    pages_of = {clause.id: {box.page for box in clause.boxes} for clause in analysis.reading.clauses}
    worst: dict[int, Severity] = {}
    counts: Counter[int] = Counter()
    for finding in sorted(analysis.findings, key=lambda f: f.severity.rank):
        for page in {page for clause in marked_clauses(finding) for page in pages_of.get(clause, ())}:
            worst.setdefault(page, finding.severity)
            counts[page] += 1
    return tuple(
        PageRow(
            p.number, p.width, p.height, worst.get(p.number), counts[p.number], names.of(p.number, counts[p.number])
        )
        for p in analysis.reading.source.pages
    )


class PagesModel(QAbstractListModel):
    """A list of `PageRow`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PageRow, ...] = ()

    @property
    def rows(self) -> tuple[PageRow, ...]:
        """As shown."""
        return self._rows

    def show(self, rows: tuple[PageRow, ...]) -> None:
        """Show other pages; as many as before stay where they are."""
        if len(rows) == len(self._rows):
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """A flat list."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The number, the whole row, words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(row.number)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _:
                return row if role == ROW_ROLE else None
