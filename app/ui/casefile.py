"""One open document and its case: stored when it was analysed, remembered when it is closed, restored when it is opened again.

What the window remembers hangs on anchors, so that it is found in a new analysis too: the tab, the clause, the finding.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QTimer

from app.models.analysis import Analysis
from app.models.facts import DealFacts, FactSource
from app.models.reading import Correction, Reading
from app.ui.cases import Cases, Reopened
from app.ui.factchoices import assumed_today
from app.ui.panels.deadlines import DeadlinesPanel
from app.ui.presenter import Presenter
from app.ui.session import Stored

if TYPE_CHECKING:
    from app.storage.casestore import Case

Made = tuple[Correction, ...]

_SOON_MS = 1500  # after the last step of the user


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
        self._wanted_in_sight: int | None = None
        self._restored = ("", "")  # clause and finding
        self._found: Case | None = None  # while the file is still being read
        self._taken: Case | None = None  # while its facts and corrections are being laid over
        self._corrected: Made = reopened.case.corrections if reopened else ()  # what is stored
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._remember)
        presenter.navigation.moved.connect(self._soon.start)
        presenter.navigation.moved.connect(self._go_elsewhere)
        presenter.page.right.current_changed.connect(lambda _name: self._soon.start())
        session = presenter.session
        session.analysed.connect(self._keep)
        session.failed.connect(self._fail)
        presenter.document.corrections.changed.connect(self._correct)
        presenter.page.preparer.settled.connect(self._scroll)
        self._deadlines.entered_changed.connect(self._remember)
        review = presenter.document.review
        review.keep_with(cases)
        if reopened is None:
            cases.find(presenter.session.path, self._resume, presenter.session.content)
        else:
            review.load(reopened.case.log)
            self._remember_analysis(reopened.case)

    def _resume(self, found: Reopened) -> None:
        """The file is known: what was decided and corrected, the user's facts and the place in the document come back."""
        if self._closed:
            return
        session, self._found = self._presenter.session, found.case
        self._presenter.document.review.load(found.case.log)
        self._remember_analysis(found.case)
        self._as_left, self._corrected = found.case.entry.as_left, found.case.corrections
        if session.analysis is not None:
            self._go_on(session.analysis)

    def _remember_analysis(self, case: Case) -> None:
        """What has changed since is told."""
        self._presenter.page.changes.remember(case.analysis, case.entry.program)

    def _go_on(self, analysis: Analysis) -> None:
        """With the user's facts and corrections first, then at the place that was left."""
        case, self._found = self._found, None
        self._taken = case if case is not None and self._take_over(case) else None
        if self._taken is None:
            self._restore(analysis)

    def _take_over(self, case: Case) -> bool:
        """False where nothing changes by it."""
        session, facts = self._presenter.session, said_by_user(case.facts)
        other_facts, other_corrections = facts != session.facts, case.corrections != session.corrections
        if other_facts:
            session.evaluate(facts)
        if other_corrections:
            session.correct(case.corrections)
        return other_facts or other_corrections

    def _fail(self) -> None:
        """What could not be laid over stays in the case; the next try begins with it again."""
        self._found, self._taken = self._taken or self._found, None

    def _correct(self, corrections: Made) -> None:
        """The user's are stored as soon as they are asked for; where they cannot be laid over, the former ones again."""
        self._found = self._taken = None
        if corrections != self._corrected and self.sha256:
            self._corrected = corrections
            self._cases.correct(self.sha256, corrections)

    def _keep(self, analysis: Analysis) -> None:
        if analysis.reading is not self._reading:
            self._reading = analysis.reading
            self.sha256 = analysis.reading.source.sha256
            self._cases.keep(analysis, self._presenter.session.path, self._presenter.session.content)
        elif analysis is not self._stored:
            self._cases.evaluated(analysis)
        self._go_on(analysis)

    # --- where the user was

    def state(self) -> dict[str, Any]:
        """Panel, clause and finding, what of the document was in sight, and the days entered for periods."""
        clause, finding = self._selected()
        return {
            "panel": self._presenter.page.right.current,
            "clause": clause,
            "finding": finding,
            "in_sight": self._in_sight(),
            "deadlines": self._deadlines.state(),
        }

    def _selected(self) -> tuple[str, str]:
        """Anchors of the clause and the finding."""
        navigation, analysis = self._presenter.navigation, self._presenter.analysis
        clause = analysis.reading.by_id.get(navigation.clause or "") if analysis else None
        return clause.anchor if clause else "", navigation.finding.anchor if navigation.finding else ""

    def _go_elsewhere(self) -> None:
        """Who has gone on before everything is shown is not taken back."""
        if self._wanted_in_sight is not None and self._selected() != self._restored:
            self._wanted_in_sight = None

    def _in_sight(self) -> int | None:
        """Where in the text; before it is shown, where it will be."""
        view = self._presenter.view
        return view.place() if view is not None and self._wanted_in_sight is None else self._wanted_in_sight

    def _scroll(self) -> None:
        """As soon as everything is shown; selecting a clause has scrolled there before."""
        view, wanted = self._presenter.view, self._wanted_in_sight
        if wanted is not None and view is not None and self._presenter.settled:
            self._wanted_in_sight = None
            view.go_to_place(wanted)

    @property
    def _deadlines(self) -> DeadlinesPanel:
        return cast("DeadlinesPanel", self._presenter.page.panel(DeadlinesPanel.name))

    def _restore(self, analysis: Analysis) -> None:
        """Once, where it is found again."""
        state, self._as_left = self._as_left, {}
        if not state:
            return
        navigation = self._presenter.navigation
        clause = next((c.id for c in analysis.reading.clauses if c.anchor == state.get("clause")), None)
        finding = next((f.id for f in analysis.findings if f.anchor == state.get("finding")), None)
        if clause:
            navigation.go_to_clause(clause)
        if finding:
            navigation.go_to_finding(finding)
        in_sight = state.get("in_sight")
        self._wanted_in_sight = in_sight if isinstance(in_sight, int) else None
        self._restored = self._selected()
        self._deadlines.restore(state.get("deadlines"))
        self._presenter.page.right.show_panel(str(state.get("panel")))

    def close(self) -> None:
        """Remember where the user was, if anything was shown; a note being written is stored."""
        self._closed = True
        self._soon.stop()
        self._presenter.document.review.close(self._cases.failed.emit)
        self._remember()

    def _remember(self) -> None:
        """Also while the user goes on: a program that is killed has no time for it."""
        if self._presenter.analysis is not None and self.sha256:
            self._cases.remember(self.sha256, self.state())
