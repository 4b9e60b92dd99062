"""Where the user is: one clause and one finding, or a part that was left out. Outline, document and lists move it and follow it.

Selecting a finding selects its clause; selecting a clause selects its worst finding, or keeps the one shown if that is on the
clause too.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.models.analysis import Analysis, Finding
from app.ui.models.outline import marked_clauses


def clause_of(analysis: Analysis, finding: Finding) -> str | None:
    """The clause a finding leads to: that of its first provision, else its first."""
    if finding.provisions:
        return analysis.provisions_by_id[finding.provisions[0]].clause
    return finding.clauses[0] if finding.clauses else None


class Navigation(QObject):
    """The selection of one document's tab."""

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._analysis: Analysis | None = None
        self._findings: dict[str, Finding] = {}
        self.clause: str | None = None
        self.finding: Finding | None = None
        self.aside: str | None = None  # key of a row that leads to no clause

    def show(self, analysis: Analysis) -> None:
        """Another analysis of the same document: what was selected stays so where it still exists."""
        kept = self.finding.anchor if self.finding else None
        self._analysis = analysis
        self._findings = {f.id: f for f in analysis.findings}
        self.clause = self.clause if self.clause in analysis.reading.by_id else None
        self.finding = next((f for f in analysis.findings if f.anchor == kept), None)
        self.aside = None
        self.moved.emit()

    def go_to_clause(self, clause: str) -> None:
        """Select a clause."""
        if self._analysis is None or clause not in self._analysis.reading.by_id:
            return
        if self.finding is None or clause not in marked_clauses(self.finding):
            self._move(clause, next((f for f in self._analysis.findings if clause in marked_clauses(f)), None))
        else:
            self._move(clause, self.finding)

    def go_to_finding(self, finding: str) -> None:
        """Select a finding."""
        found = self._findings.get(finding)
        if self._analysis is not None and found is not None and found is not self.finding:
            self._move(clause_of(self._analysis, found), found)

    def go_to_aside(self, key: str) -> None:
        """Select a part that was left out."""
        if self._analysis is not None:
            self._move(None, None, key)

    def _move(self, clause: str | None, finding: Finding | None, aside: str | None = None) -> None:
        if (clause, finding, aside) != (self.clause, self.finding, self.aside):
            self.clause, self.finding, self.aside = clause, finding, aside
            self.moved.emit()
