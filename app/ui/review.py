"""The review of one open document: what was decided about its findings, stored at once, and taken back.

Strategy: `app.ui.models.decided` says what to add; here it is put on the document's undo stack, added to the log, laid over the
analysis and handed to `Keeping`. A note that is being written becomes a decision when the pen rests; what is written in one go is one
step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Unpack

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.errors import KlausellupeError
from app.models.analysis import Analysis, Finding, Severity
from app.models.decisions import Decision
from app.settings import load_settings
from app.storage.decided import Placed, Placing
from app.ui.models import decided as rules
from app.ui.models.decided import Progress, Said, Signature, Step
from app.ui.review_keeping import Keeper, Keeping, Kept

_PEN_RESTS_MS = 800
_NOTE = 1  # id of commands that may be joined


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


class Review(QObject):
    """`log`: every entry, oldest first; `decided` and `orphans` belong to the analysis shown and are never changed in place."""

    changed = Signal()  # what is decided
    kept_changed = Signal()  # how far it is stored
    returned = Signal(str)  # id of a finding: what was said of it is undone or done again
    told = Signal(str)  # once: it is not stored

    def __init__(
        self, undo: QUndoStack, parent: QObject | None = None, *, clock: Callable[[], datetime] = _now
    ) -> None:
        super().__init__(parent)
        self.log: tuple[Decision, ...] = ()
        self._undo, self._clock = undo, clock
        self._analysis: Analysis | None = None
        self._placing: Placing | None = None
        self._placed = Placed({}, ())
        self._own: tuple[Decision, ...] = ()  # of this sitting
        self._keeping = Keeping(self)
        self._keeping.changed.connect(self.kept_changed)
        self._keeping.told.connect(self.told)
        self._draft: tuple[tuple[Finding, ...], str] | None = None
        self._sheet = 0  # counts the notes
        self._pen = QTimer(self, singleShot=True, interval=_PEN_RESTS_MS)
        self._pen.timeout.connect(self._write_down)

    # --- what is decided

    @property
    def decided(self) -> Mapping[str, Decision]:
        """What counts, by anchor of the finding."""
        return self._placed.decided

    @property
    def orphans(self) -> tuple[Decision, ...]:
        """What counts of findings that are not there any more."""
        return self._placed.orphans

    @property
    def kept(self) -> Kept:
        """How far it is stored."""
        return self._keeping.kept

    @property
    def writing(self) -> bool:
        """Whether a note is being written that is not decided yet."""
        return self._draft is not None

    def decision(self, finding: Finding) -> Decision | None:
        """What is decided about a finding."""
        return self.decided.get(finding.anchor)

    def severity_of(self, finding: Finding) -> Severity:
        """The user's own, else the program's."""
        return rules.severity_of(finding, self.decided)

    def progress(self) -> Progress:
        """How far the review is."""
        return rules.progress(self._analysis.findings, self.decided) if self._analysis else Progress()

    def assignees(self) -> tuple[str, ...]:
        """Names given so far, last first."""
        return rules.assignees(self.log)

    # --- what it is about

    def load(self, log: Iterable[Decision]) -> None:
        """What was decided before this sitting."""
        self.log = (*log, *self._own)
        self._place()
        self.changed.emit()

    def show(self, analysis: Analysis) -> None:
        """Another analysis of the document; whoever shows it looks at `decided` anew, so nothing is signalled."""
        self.end_note()
        self._analysis, self._placing = analysis, Placing(analysis)
        self._keeping.sha256 = analysis.reading.source.sha256
        self._place()

    def keep_with(self, keeper: Keeper) -> None:
        """From now on it is stored there."""
        self._keeping.keep_with(keeper)

    def close(self, refused: Callable[[KlausellupeError], object]) -> None:
        """The document is closed; `refused` is told what could not be stored."""
        self.end_note()
        self._keeping.close(refused)

    def store_again(self) -> None:
        """What could not be stored is tried again."""
        self._keeping.store()

    def _place(self) -> None:
        if self._placing is not None and self._analysis is not None:
            found = self._placing.placed(self.log)
            listed = {finding.anchor for finding in self._analysis.findings}
            below = tuple(decision for anchor, decision in found.decided.items() if anchor not in listed)
            decided = {anchor: decision for anchor, decision in found.decided.items() if anchor in listed}
            self._placed = Placed(decided, (*found.orphans, *below))  # below a graver finding nobody would see it

    # --- deciding

    def decide(self, findings: Finding | Iterable[Finding], **said: Unpack[Said]) -> bool:
        """Say something of one finding or of several at once; False where it was said already.

        Raises ValueError where an own severity has no reason.
        """
        self.end_note()
        return self._say(_several(findings), said)

    def dismiss(self, orphans: Iterable[Decision]) -> None:
        """List them no more."""
        self._push(rules.dismissal(orphans, self._signature()), self.tr("Frühere Entscheidung ausblenden"))

    def sign(self, name: str) -> None:
        """The user's name is known now: what was decided in this sitting without one is signed with it."""
        mine = {entry.anchor for entry in self._own if not entry.by}
        unsigned = [decision for decision in self.decided.values() if not decision.by and decision.anchor in mine]
        self._add(tuple(replace(decision, by=name) for decision in unsigned))

    def write_note(self, findings: Finding | Iterable[Finding], text: str) -> None:
        """Text as it is typed; it becomes a decision as soon as the pen rests."""
        several = _several(findings)
        if self._draft is not None and self._draft[0] != several:
            self.end_note()
        self._draft = (several, text)
        self._pen.start()
        self._keeping.type(typing=True)

    def end_note(self) -> None:
        """The user has left the note: what was typed is decided now."""
        self._write_down()
        self._sheet += 1

    def _write_down(self) -> None:
        self._pen.stop()
        draft, self._draft = self._draft, None
        if draft is not None:
            self._say(draft[0], {"note": draft[1]}, sheet=self._sheet)
            self._keeping.type(typing=False)

    def _say(self, findings: tuple[Finding, ...], said: Said, *, sheet: int | None = None) -> bool:
        if self._analysis is None:
            return False
        made = rules.step(findings, self.decided, self._analysis.reading, said, self._signature())
        if made is not None:
            self._push(made, self._title(said), sheet)
        return made is not None

    def _title(self, said: Said) -> str:
        if "verdict" in said:
            return self.tr("Entscheidung")
        if "note" in said:
            return self.tr("Notiz")
        return self.tr("Eigene Gewichtung") if "severity" in said else self.tr("Zuständigkeit")

    def _signature(self) -> Signature:
        return Signature(load_settings()[0].user, self._clock())

    def _push(self, made: Step, title: str, sheet: int | None = None) -> None:
        self._undo.push(_Decide(made, self._add, self._return_to, title, sheet))

    def _add(self, entries: tuple[Decision, ...]) -> None:
        """Nothing is ever changed: the last entry of a finding counts."""
        if not entries:
            return
        self.log += entries
        self._own += entries
        self._place()
        self._keeping.add(entries)
        self.changed.emit()

    def _return_to(self, anchors: tuple[str, ...]) -> None:
        findings = self._analysis.findings if self._analysis else ()
        found = next((finding.id for finding in findings if finding.anchor in anchors), None)
        if found is not None:
            self.returned.emit(found)


class _Decide(QUndoCommand):
    """A step; `sheet`: the note it is a part of."""

    def __init__(
        self,
        step: Step,
        add: Callable[[tuple[Decision, ...]], None],
        go: Callable[[tuple[str, ...]], None],
        title: str,
        sheet: int | None,
    ) -> None:
        super().__init__(title)
        self.step, self.sheet = step, sheet
        self._add, self._go = add, go
        self._again = False

    def id(self) -> int:
        return -1 if self.sheet is None else _NOTE

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Decide) or other.sheet != self.sheet or other.step.anchors != self.step.anchors:
            return False
        self.step = self.step.followed_by(other.step)
        return True

    def redo(self) -> None:
        self._add(self.step.after)
        if self._again:
            self._go(self.step.anchors)
        self._again = True

    def undo(self) -> None:
        self._add(self.step.before)
        self._go(self.step.anchors)


def _several(findings: Finding | Iterable[Finding]) -> tuple[Finding, ...]:
    return (findings,) if isinstance(findings, Finding) else tuple(findings)
