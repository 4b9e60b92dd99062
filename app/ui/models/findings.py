"""The findings as a list, and a filter over it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from app.models.analysis import Analysis, Finding, Severity
from app.reporting.entries import finding_entries
from app.reporting.places import place_lines
from app.reporting.reportmodel import FindingEntry
from app.ui.placing import place_text, short_place
from app.wording.lang import Lang

Index = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
FILTER_ROLE = Qt.ItemDataRole.UserRole + 2
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """What the list shows of a finding."""

    id: str
    severity: Severity
    severity_label: str
    title: str
    kind: str
    place: str
    searchable: str

    @property
    def below(self) -> str:
        """The line below the title: what kind of finding, and where."""
        return f"{self.kind} · {self.place}" if self.place else self.kind


def entry_of(finding: Finding, analysis: Analysis, lang: Lang) -> FindingEntry:
    """The report's words for one finding. The report joins findings that say the same; here each leads to its own place."""
    return finding_entries(replace(analysis, findings=(finding,)), lang)[0]


def listed_findings(analysis: Analysis, lang: Lang) -> tuple[ListedFinding, ...]:
    """The analysis's findings in their order, worded."""
    return tuple(_listed(f, entry_of(f, analysis, lang), analysis, lang) for f in analysis.findings)


def _listed(finding: Finding, entry: FindingEntry, analysis: Analysis, lang: Lang) -> ListedFinding:
    places = [place_text(analysis.reading.by_id[c], analysis.reading, lang) for c in finding.clauses]
    short = [short_place(analysis.reading.by_id[c], analysis.reading, lang) for c in finding.clauses[:1]]
    more = f" (+{len(places) - 1})" if len(places) > 1 else ""
    elsewhere = ", ".join(line for quote in entry.quotes for line in place_lines(quote.places, lang))
    place = short[0] + more if short else elsewhere
    norms = [norm.replace(" ", "") for norm in finding.legal_basis]  # §309 finds § 309 too
    words = (entry.title, entry.explanation, entry.severity_label, entry.kind, *places, *finding.legal_basis, *norms)
    return ListedFinding(
        finding.id,
        entry.severity,
        entry.severity_label,
        entry.title,
        entry.kind,
        place,
        "\n".join((*words, *(quote.text for quote in entry.quotes))),
    )


class FindingsModel(QAbstractListModel):
    """A list of `ListedFinding`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[ListedFinding, ...] = ()

    def show(self, findings: tuple[ListedFinding, ...]) -> None:
        """Show other findings."""
        self.beginResetModel()
        self._findings = findings
        self.endResetModel()

    def row_of(self, finding: str | None) -> int:
        """The row of a finding's id, -1 for none."""
        return next((row for row, f in enumerate(self._findings) if f.id == finding), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """A flat list."""
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, id, the whole entry, words to search."""
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return finding.title
            case Qt.ItemDataRole.ToolTipRole:
                return f"{finding.title}\n{finding.below}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{finding.severity_label}: {finding.title}, {finding.below}"
        return {ID_ROLE: finding.id, ENTRY_ROLE: finding, FILTER_ROLE: finding.searchable}.get(role)


class FindingsFilter(QSortFilterProxyModel):
    """Keeps the findings that hold all words typed."""

    def __init__(self, source: FindingsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setSourceModel(source)

    def look_for(self, text: str) -> None:
        """Filter by the words of `text`; case does not matter."""
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether every word occurs."""
        text = str(self.sourceModel().index(source_row, 0, source_parent).data(FILTER_ROLE)).casefold()
        return all(word in text for word in self._words)
