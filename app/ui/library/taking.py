"""„Take this clause as …“: from a clause of the open document to a draft in the editor.

A new reference is opened at once, unless the library has nearly the same wording already: then that is said first. A fallback
or an unacceptable example needs a reference clause, which is picked from those on the subject, nearest first. Nothing is saved
here; what comes out is a draft in the editor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QWidget

from app.library.model import PositionRank, ReferenceClause
from app.library.plain import Plain, plain_clause
from app.models.reading import Clause
from app.ui.library.desk import Desk, OpenDocument
from app.ui.library.editing import Place
from app.ui.library.editor_start import draft_of, taken_ids
from app.ui.library.positions_order import positions

if TYPE_CHECKING:
    from app.pipeline.taking import NearClause

TakenAs = Literal["reference", "fallback", "unacceptable"]
_RANKS: Mapping[TakenAs, PositionRank] = {
    "fallback": PositionRank.FALLBACK,
    "unacceptable": PositionRank.UNACCEPTABLE,
}


def take_clause(desk: Desk, clause: Clause, how: TakenAs, parent: QWidget) -> None:
    """Ask what is to be asked, then open the editor with the draft."""
    from app.ui.library.taking_dialog import TakingDialog

    document = desk.document()
    if document is None or not desk.session.is_open:
        return
    taking = Taking.of(desk, document, clause, how)
    if how == "reference" and not taking.near:
        open_taken(desk, taking.as_new(), 0, parent)
        return
    TakingDialog(desk, taking, lambda plain, base: open_taken(desk, plain, base, parent, taking.text), parent).open()


def open_taken(desk: Desk, plain: Plain, base: int, parent: QWidget, text: str = "") -> None:
    """The draft in the editor; `base` 0 for a new clause. Where `text` was added to a known one, it is in sight."""
    from app.ui.library.clause_window import open_editor, window_on

    if (
        base and window_on(str(plain["id"])) is None
    ):  # what it was added to may be a draft: it goes on, and is not asked about
        kept = draft_of(str(plain["id"]), base, plain, desk.session.now())
        desk.session.quietly(lambda store, _at: store.keep_draft(kept))
    editor = open_editor(desk, str(plain["id"]), parent, plain=plain, base=base)
    if base and text and editor.editing is not None:
        editor.reveal(wording_place(editor.editing.plain, text))


def wording_place(plain: Plain, text: str) -> Place:
    """Where a clause has this wording: last as a position of its own, else as an example; () where it has it nowhere."""
    found: Place = ()
    for n, position in enumerate(positions(plain)):
        if text in (examples := list(position.get("examples", []))):
            found = ("position", n, "examples", examples.index(text))
        elif position.get("text") == text:
            found = ("position", n, "text")
    return found


@dataclass(frozen=True)
class Taking:
    """What is known before anything is asked."""

    how: TakenAs
    clause: Clause
    document: OpenDocument
    text: str
    references: tuple[ReferenceClause, ...]
    near: tuple[NearClause, ...]
    desk: Desk

    @classmethod
    def of(cls, desk: Desk, document: OpenDocument, clause: Clause, how: TakenAs) -> Taking:
        """Read the library; retired clauses are not offered."""
        from app.library.model import Status
        from app.pipeline.taking import near_identical, wording_of

        text = wording_of(clause, document.analysis.reading)
        last = (revision.clause for revision in desk.session.store.ours().values())
        references = tuple(known for known in last if known.status is not Status.RETIRED)
        return cls(how, clause, document, text, references, near_identical(text, references), desk)

    @property
    def rank(self) -> PositionRank:
        """As what it is taken."""
        return _RANKS.get(self.how, PositionRank.PREFERRED)

    def ordered(self) -> tuple[ReferenceClause, ...]:
        """Those on the clause's subject first, the nearest wording before the others."""
        from app.comparing.folding import folded_words

        words = frozenset(folded_words(self.text))

        def order(reference: ReferenceClause) -> tuple[bool, bool, float, str, str]:
            other_side = reference.perspective is not self.document.analysis.facts.perspective.value
            other = not self.on_subject(reference)
            near = 0.0 if other else -_nearness(words, reference)  # of thousands only those few are looked at closely
            return other, other_side, near, reference.title, reference.id

        return tuple(sorted(self.references, key=order))

    def on_subject(self, reference: ReferenceClause) -> bool:
        """Whether it is about what the clause is about."""
        return reference.type in (self.clause.type, *self.clause.subjects)

    def as_new(self) -> Plain:
        """A new reference clause."""
        from app.pipeline.taking import taken_as_new

        analysis, store = self.document.analysis, self.desk.session.store
        return taken_as_new(self.clause, analysis.reading, analysis.facts, store.types(), taken=taken_ids(store))

    def onto(self, reference: str, *, as_example: bool) -> tuple[Plain, int]:
        """A known clause, or its draft, with the wording added; and the version that is changed."""
        from app.pipeline.taking import taken_as
        from app.ui.library.clause_window import window_on

        store, opened = self.desk.session.store, window_on(reference)
        if opened is not None:
            opened.editor.keep_draft()
        draft = store.draft(reference)
        last = store.last(reference).clause
        plain, base = (draft.plain, draft.base) if draft else (plain_clause(last), last.version)
        added = taken_as(self.rank, self.clause, self.document.analysis.reading, plain, as_example=as_example)
        return added, base


def _nearness(words: frozenset[str], reference: ReferenceClause) -> float:
    """Share of common words with the nearest wording: enough to put a list in order."""
    from app.comparing.folding import folded_words

    best = 0.0
    for position in reference.positions:
        for wording in position.wordings:
            own = frozenset(folded_words(wording))
            best = max(best, len(words & own) / max(1, len(words | own)))
    return best
