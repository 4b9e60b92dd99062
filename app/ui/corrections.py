"""The user's corrections of the clause tree in one document: each can be taken back, and the tree is made anew after each.

Strategy: the list of corrections is the truth (`app.models.corrections`); a change hands the session another list. What is selected
afterwards is known by its anchor before the new tree comes. A step that comes to nothing (cancelled, a crash) leaves the undo stack
again, so that undoing never lays over what the user has given up.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

from app.models import corrections as rules
from app.models.analysis import Analysis
from app.models.reading import Clause, Correction
from app.ui.navigation import Navigation
from app.ui.session import DocumentSession

Made = tuple[Correction, ...]


class Corrections(QObject):
    """Of one document."""

    changed = Signal(object)  # the corrections asked for

    def __init__(
        self, session: DocumentSession, navigation: Navigation, undo: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._navigation, self._undo = session, navigation, undo
        session.analysed.connect(self._arrive)
        session.failed.connect(self._look_again)
        self._under_way: list[
            tuple[_Change, Made]
        ] = []  # done or undone since the last tree, with the list then asked for
        self._possible: tuple[object, frozenset[str]] = (None, frozenset())

    @property
    def made(self) -> Made:
        """In their order."""
        return self._session.corrections

    @property
    def clause(self) -> Clause | None:
        """The clause that is selected."""
        analysis = self._session.analysis
        return analysis.reading.by_id.get(self._navigation.clause or "") if analysis else None

    def possible(self) -> frozenset[str]:
        """Names of actions that can be done with the clause selected."""
        here = (id(self._session.analysis), self._navigation.clause, self._navigation.aside)
        if self._possible[0] != here:
            self._possible = (here, self._find_possible())
        return self._possible[1]

    def _find_possible(self) -> frozenset[str]:
        analysis, clause = self._session.analysis, self.clause
        if analysis is None or clause is None:
            return frozenset(("restore",) if self._taken_out() else ())
        able = {_ACTION_NAMES.get(name, name) for name in rules.possible(analysis.reading, clause.id)}
        if rules.without(self.made, clause.anchor) != self.made:
            able.add("restore")
        return frozenset(able)

    # --- what the user does

    def merge(self) -> None:
        """Join the clause before it."""
        analysis, clause = self._session.analysis, self.clause
        if analysis is not None and clause is not None and "merge" in self.possible():
            before = analysis.reading.clauses[analysis.reading.clauses.index(clause) - 1]
            self._add(rules.merge(analysis.reading, clause), self.tr("Klauseln verbinden"), before.anchor)

    def split(self, clause: Clause, offset: int) -> None:
        """A new clause begins at this place of its text."""
        made = rules.split(clause, offset)
        self._add(made, self.tr("Klausel teilen"), rules.split_anchor(clause.anchor, made.value))

    def move(self, where: str) -> None:
        """One level higher or deeper, with all below it."""
        clause = self.clause
        if clause is not None:
            self._add(rules.correction(clause, rules.LEVEL, where), self.tr("Ebene ändern"), clause.anchor)

    def exclude(self) -> None:
        """It is no part of the terms."""
        clause = self.clause
        if clause is not None:
            self._add(rules.correction(clause, rules.EXCLUDE), self.tr("Aus den AGB nehmen"), "")

    def retype(self, clause: Clause, name: str) -> None:
        """It is about something else; "" for no known subject."""
        self._add(rules.correction(clause, rules.TYPE, name), self.tr("Art der Klausel"), clause.anchor)

    def restore(self) -> None:
        """All changes of the clause selected, or of the part that was taken out, are taken back."""
        anchor = self.clause.anchor if self.clause else self._taken_out()
        if anchor:
            text = self.tr("Änderungen an der Klausel zurücknehmen")
            self._push(rules.without(self.made, anchor), text, anchor)

    def _taken_out(self) -> str:
        """Anchor of the clause that was excluded, where its text is selected."""
        part = self._navigation.part
        return getattr(part, "anchor", "")

    def _add(self, correction: Correction, text: str, selected: str) -> None:
        analysis = self._session.analysis
        lost = [one.correction for one in analysis.reading.lost_corrections] if analysis else []
        self._push(rules.simplified((*self.made, correction), lost), text, selected)

    def _push(self, wanted: Iterable[Correction], text: str, selected: str) -> None:
        self._undo.push(_Change(self, text, tuple(wanted), selected))

    def apply(self, change: _Change, wanted: Made, selected: str) -> None:
        """Have the tree made anew; then the clause with this anchor is selected."""
        self._under_way.append((change, wanted))
        self._navigation.expect(selected)
        self._session.correct(wanted)
        self.changed.emit(wanted)

    def _arrive(self, analysis: Analysis) -> None:
        """Where more was asked for meanwhile, the next tree is waited for."""
        if rules.laid_over(analysis.reading, self.made):
            self._under_way.clear()

    def _look_again(self) -> None:
        """Changes were given up or could not be made: the former corrections hold."""
        asked, self._under_way = self._under_way, []
        held = max((n for n, (_, wanted) in enumerate(asked, 1) if wanted == self.made), default=0)
        if asked[held:]:
            self._navigation.expect("")
            for change, _ in reversed(asked[held:]):
                change.give_up(self._undo)
            self.changed.emit(self.made)


_ACTION_NAMES = {"type": "retype"}


class _Change(QUndoCommand):
    def __init__(self, owner: Corrections, text: str, wanted: Made, selected: str) -> None:
        super().__init__(text)
        self._owner, self._wanted, self._selected = owner, wanted, selected
        self._before = owner.made
        self._selected_before = owner.clause.anchor if owner.clause else ""
        self._done = self._idle = False

    def redo(self) -> None:
        self._done = True
        if not self._idle:
            self._owner.apply(self, self._wanted, self._selected)

    def undo(self) -> None:
        self._done = False
        if not self._idle:
            self._owner.apply(self, self._before, self._selected_before)

    def give_up(self, stack: QUndoStack) -> None:
        """What was done is no step any more; what was undone is done again. Below other steps it waits there and then does nothing."""
        if not isValid(self):
            return  # another step has taken its place
        self._idle = True
        at = stack.index() - self._done
        if self._done:
            self.setObsolete(True)
        if 0 <= at < stack.count() and stack.command(at) is self:
            (stack.undo if self._done else stack.redo)()
            self._idle = False
