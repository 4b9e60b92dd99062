"""One open document and its case: stored when it was analysed, remembered when it is closed, restored when it is opened again.

What the window remembers hangs on anchors, so that it is found in a new analysis too: the tab, the clause, the finding.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.models.analysis import Analysis
from app.models.facts import DealFacts, FactSource
from app.models.reading import Reading
from app.ui.cases import Cases, Reopened
from app.ui.factchoices import assumed_today
from app.ui.presenter import Presenter
from app.ui.session import Stored

if TYPE_CHECKING:
    from app.storage.casestore import Case


def said_by_user(facts: DealFacts | None) -> DealFacts:
    """What the user has said of the deal, over what is assumed today."""
    stated = [(f.name, getattr(facts, f.name)) for f in fields(DealFacts)] if facts else []
    return replace(assumed_today(), **{name: fact for name, fact in stated if fact.source is FactSource.USER})


def stored(reopened: Reopened) -> Stored | None:
    """What a session needs of a case; None where neither text nor document is left of it."""
    case = reopened.case
    if case.reading is None and reopened.content is None:
        return None
    return Stored(reopened.content or b"", case.reading, case.analysis)


class CaseFile(QObject):
    """`reopened`: the case the document was opened from; without it the case of the file is looked for."""

    def __init__(self, presenter: Presenter, cases: Cases, reopened: Reopened | None = None) -> None:
        super().__init__(presenter)
        self._presenter, self._cases = presenter, cases
        self._reading: Reading | None = reopened.case.reading if reopened else None
        self._stored: Analysis | None = reopened.case.analysis if reopened else None
        self.sha256 = reopened.case.entry.sha256 if reopened else ""  # of the document, "" before it was read
        self._closed = False
        self._as_left: Mapping[str, Any] = reopened.case.entry.as_left if reopened else {}
        self._facts: DealFacts | None = None  # of a case found while the file is still being read
        presenter.session.analysed.connect(self._keep)
        review = presenter.document.review
        review.keep_with(cases)
        if reopened is None:
            cases.find(presenter.session.path, self._resume)
        else:
            review.load(reopened.case.log)

    def _resume(self, found: Reopened) -> None:
        """The file is known: what was decided, the user's facts and the place in the document come back."""
        if self._closed:
            return
        case: Case = found.case
        session = self._presenter.session
        self._presenter.document.review.load(case.log)
        self._as_left = case.entry.as_left
        self._facts = said_by_user(case.facts)
        if session.analysis is not None:
            self._go_on(session.analysis)

    def _go_on(self, analysis: Analysis) -> None:
        """With the user's facts first, then at the place that was left."""
        facts, self._facts = self._facts, None
        if facts is not None and facts != self._presenter.session.facts:
            self._presenter.session.evaluate(facts)
        else:
            self._restore(analysis)

    def _keep(self, analysis: Analysis) -> None:
        if analysis.reading is not self._reading:
            self._reading = analysis.reading
            self.sha256 = analysis.reading.source.sha256
            self._cases.keep(analysis, self._presenter.session.path)
        elif analysis is not self._stored:
            self._cases.evaluated(analysis)
        self._go_on(analysis)

    # --- where the user was

    def state(self) -> dict[str, Any]:
        """Tab, clause and finding."""
        navigation, analysis = self._presenter.navigation, self._presenter.analysis
        clause = analysis.reading.by_id.get(navigation.clause or "") if analysis else None
        return {
            "panel": self._presenter.page.right.current,
            "clause": clause.anchor if clause else "",
            "finding": navigation.finding.anchor if navigation.finding else "",
        }

    def _restore(self, analysis: Analysis) -> None:
        """Once, where it is found again."""
        state, self._as_left = self._as_left, {}
        navigation = self._presenter.navigation
        clause = next((c.id for c in analysis.reading.clauses if c.anchor == state.get("clause")), None)
        finding = next((f.id for f in analysis.findings if f.anchor == state.get("finding")), None)
        if clause:
            navigation.go_to_clause(clause)
        if finding:
            navigation.go_to_finding(finding)
        self._presenter.page.right.show_panel(str(state.get("panel")))

    def close(self) -> None:
        """Remember where the user was, if anything was shown; a note being written is stored."""
        self._closed = True
        self._presenter.document.review.end_note()
        if self._presenter.analysis is not None:
            self._cases.remember(self.sha256, self.state())
