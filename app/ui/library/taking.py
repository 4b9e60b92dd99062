"""„Take this clause as …“: from a clause of the open document to a draft in the editor.

A new reference is opened, unless the library has nearly the same wording already: then that is said first. A fallback or an
unacceptable example needs a reference clause, which is picked from those on the subject, nearest first. What the library has is
looked up in a thread. Nothing is saved here; what comes out is a draft in the editor.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.library.model import PositionRank
from app.library.plain import Plain, plain_clause
from app.models.reading import Clause
from app.ui.library.desk import Desk, DocumentInFront
from app.ui.library.editing import Place
from app.ui.library.editor_start import draft_of, taken_ids
from app.ui.library.positions_order import positions

if TYPE_CHECKING:
    from app.pipeline.knownclauses import Answer, Question
    from app.ui.library.taking_dialog import TakingDialog
    from app.ui.library.taking_lookup import Lookup

TakenAs = Literal["reference", "fallback", "unacceptable"]
_RANKS: Mapping[TakenAs, PositionRank] = {
    "fallback": PositionRank.FALLBACK,
    "unacceptable": PositionRank.UNACCEPTABLE,
}


def take_clause(desk: Desk, clause: Clause, how: TakenAs, parent: QWidget) -> None:
    """Ask what is to be asked, then open the editor with the draft."""
    document = desk.document()
    if document is None or not desk.session.is_open:
        return
    taking = Taking.of(desk, document, clause, how)
    if how == "reference":
        _look_then(taking, parent, lambda answer: _new_or_known(taking, answer, parent))
        return
    dialog = _dialog(taking, parent)
    dialog.open()
    lookup = taking.lookup(dialog)
    lookup.found.connect(dialog.show_answer)
    lookup.failed.connect(dialog.reject)
    lookup.start()


def _look_then(taking: Taking, parent: QWidget, go_on: Callable[[Answer], None]) -> None:
    """The window is free meanwhile; its pointer says that something is to come."""
    lookup = taking.lookup(parent)

    def end(answer: Answer | None) -> None:
        parent.unsetCursor()
        lookup.deleteLater()
        if answer is not None and taking.desk.session.is_open:
            go_on(answer)

    lookup.found.connect(end)
    lookup.failed.connect(lambda _: end(None))
    parent.setCursor(Qt.CursorShape.BusyCursor)
    lookup.start()


def _new_or_known(taking: Taking, answer: Answer, parent: QWidget) -> None:
    if not answer.near:
        open_taken(taking.desk, taking.as_new(), 0, parent)
        return
    dialog = _dialog(taking, parent)
    dialog.show_answer(answer)
    dialog.open()


def _dialog(taking: Taking, parent: QWidget) -> TakingDialog:
    from app.ui.library.taking_dialog import TakingDialog

    def done(plain: Plain, base: int) -> None:
        open_taken(taking.desk, plain, base, parent, taking.text)

    return TakingDialog(taking.desk, taking, done, parent)


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
    document: DocumentInFront
    text: str
    desk: Desk

    @classmethod
    def of(cls, desk: Desk, document: DocumentInFront, clause: Clause, how: TakenAs) -> Taking:
        """Of a clause of a document."""
        from app.pipeline.taking import wording_of

        return cls(how, clause, document, wording_of(clause, document.analysis.reading), desk)

    @property
    def rank(self) -> PositionRank:
        """As what it is taken."""
        return _RANKS.get(self.how, PositionRank.PREFERRED)

    def question(self) -> Question:
        """What is asked about it."""
        from app.pipeline.knownclauses import Question

        subjects = frozenset(filter(None, (self.clause.type, *self.clause.subjects)))
        return Question(self.text, subjects, self.document.analysis.facts.perspective.value)

    def lookup(self, parent: QObject) -> Lookup:
        """What the library has on it, to be started; what goes wrong is said in the window."""
        from app.ui.library.taking_lookup import Lookup

        lookup = Lookup(self.desk.session.store.path, self.question(), parent)
        lookup.failed.connect(self.desk.session.failed)
        return lookup

    def on_subject(self, type_id: str) -> bool:
        """Whether clauses of a type are about what the clause is about."""
        return type_id in (self.clause.type, *self.clause.subjects)

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
