"""Where the user is: one clause and one finding, or a part that was left out. Outline, document and lists move it and follow it.

Selecting a finding selects its clause; selecting a clause selects its worst finding, or keeps the one shown if that is on the
clause too. A passage is a place to the word: one of the finding's (the others stay marked) or one that a list leads to.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.models.analysis import Analysis, Finding
from app.models.reading import NotAnalysed
from app.models.source import Ignored
from app.ui.asides import asides
from app.ui.models.outline import marked_clauses
from app.ui.passages import Passage, finding_passages, passages_in, rests_on


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
        self._expected = ""  # anchor of the clause to select in the next analysis
        self.focus: Passage | None = None  # the one that is looked at
        self._listed: tuple[Passage, ...] = ()  # those a list led to, in place of the finding's
        self._known: dict[str, tuple[Passage, ...]] = {}  # of findings that were looked at, by their ids

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The words that are marked."""
        if self._listed or self._analysis is None:
            return self._listed
        return self._passages_of(self.finding, self._analysis)

    def _passages_of(self, finding: Finding | None, analysis: Analysis) -> tuple[Passage, ...]:
        """Many ask for them at each step."""
        if finding is None:
            return ()
        if finding.id not in self._known:
            self._known[finding.id] = finding_passages(finding, analysis)
        return self._known[finding.id]

    def show(self, analysis: Analysis) -> None:
        """Another analysis of the same document: what was selected stays so where it still exists."""
        kept = self.finding.anchor if self.finding else None
        clause, self._expected = self._expected or self._anchor, ""
        self._analysis, self._known = analysis, {}
        self._findings = {f.id: f for f in analysis.findings}
        self.clause = next((c.id for c in analysis.reading.clauses if clause and c.anchor == clause), None)
        self.finding = next((f for f in analysis.findings if f.anchor == kept), None)
        self.aside, self.focus, self._listed = None, None, ()
        self.moved.emit()

    def expect(self, anchor: str) -> None:
        """The tree of clauses is made anew: then the clause with this anchor is selected."""
        self._expected = anchor

    @property
    def _anchor(self) -> str:
        clause = self._analysis.reading.by_id.get(self.clause or "") if self._analysis else None
        return clause.anchor if clause else ""

    @property
    def part(self) -> NotAnalysed | Ignored | None:
        """The part selected that is no clause."""
        if self._analysis is None or self.aside is None:
            return None
        return next((aside.part for aside in asides(self._analysis) if aside.key == self.aside), None)

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
        if self._analysis is not None and found is not None and (found is not self.finding or self._listed):
            first = next(iter(self._passages_of(found, self._analysis)), None)  # of its quotes
            self._move(first.clause if first else next(iter(found.clauses), None), found)

    @property
    def current(self) -> Passage | None:
        """The passage in sight: the one that was looked at last, else the first of the clause."""
        here = (p for p in self.passages if p.clause == self.clause)
        return self.focus or next(here, None)

    def go_to_passages(self, key: str) -> None:
        """Look at a passage of the finding shown, or at those a list leads to."""
        wanted = passages_in(key)
        if self._analysis is None or any(p.clause not in self._analysis.reading.by_id for p in wanted):
            return
        if len(wanted) == 1 and wanted[0] in self._passages_of(self.finding, self._analysis):
            self._look_at(wanted[0])
            return
        self.clause, self.finding, self.aside = wanted[0].clause, self._finding_at(wanted[0]), None
        self.focus, self._listed = wanted[0], wanted
        self.moved.emit()

    def step_passage(self, by: int) -> None:
        """Look at the next or previous passage."""
        passages = self.passages
        if passages:
            now = passages.index(self.current) if self.current in passages else 0
            self._look_at(passages[(now + by) % len(passages)], self._listed)

    def _look_at(self, passage: Passage, listed: tuple[Passage, ...] = ()) -> None:
        self.clause, self.aside, self.focus, self._listed = passage.clause, None, passage, listed
        self.moved.emit()  # also for the same passage: it may have been scrolled out of sight

    def _finding_at(self, passage: Passage) -> Finding | None:
        """The worst finding that rests on the passage, else on its clause."""
        findings = self._analysis.findings if self._analysis else ()
        resting = (f for f in findings if self._analysis and rests_on(f, passage, self._analysis))
        return next(resting, None) or next((f for f in findings if passage.clause in marked_clauses(f)), None)

    def go_to_aside(self, key: str) -> None:
        """Select a part that was left out."""
        if self._analysis is not None:
            self._move(None, None, key)

    def _move(self, clause: str | None, finding: Finding | None, aside: str | None = None) -> None:
        if self._listed or (clause, finding, aside) != (self.clause, self.finding, self.aside):
            self.clause, self.finding, self.aside = clause, finding, aside
            self.focus, self._listed = None, ()
            self.moved.emit()
