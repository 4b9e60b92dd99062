"""The editor of one reference clause: what is typed becomes snapshots, is judged at once, kept as a draft, saved as a version.

Strategy: `editing.Editing` holds the state. The pages show the present snapshot and hand back the next; nothing else holds
anything, so another language or an undone step is only shown anew. A draft is written a moment after the last change and on
closing, whether or not it has mistakes; a version is written only without.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.errors import ErrorCode, ExpectedError
from app.library.model import Status
from app.library.plain import Plain
from app.ui.library.desk import Desk
from app.ui.library.editing import Place, judged
from app.ui.library.editor_drafts import DraftKeeper, offer_sentence
from app.ui.library.editor_form import Kit
from app.ui.library.editor_frame import EditorFrame
from app.ui.library.editor_mistakes import Complaints
from app.ui.library.editor_pages import EditorPages
from app.ui.library.editor_save import ConflictDialog, SaveDialog, review_takes_effect
from app.ui.library.editor_start import Start, local_time, new_start, start_of
from app.ui.library.positions_order import sorted_positions
from app.wording.errors import error_sentence
from app.wording.lang import Lang

if TYPE_CHECKING:
    from app.storage.drafts import Draft

AUTOSAVE_MS = 1500


class ClauseEditor(EditorFrame):
    """On a known clause, on a new one of a type, or on a text that comes in as `plain` and is not saved yet."""

    titled = Signal(str)
    closing = Signal()

    def __init__(
        self,
        desk: Desk,
        clause_id: str | None,
        *,
        type_id: str = "",
        plain: Plain | None = None,
        base: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._session = desk.session
        self._wanted = (clause_id, type_id, plain, base)
        self.clause_id = clause_id
        self._complaints = Complaints(strict=False)
        self._offered: Draft | None = None
        self._drafts: DraftKeeper | None = None
        self._saving = self._gives_up = False
        self._answer: tuple[str, Status] | None = None  # reason and status of the save that met another's change
        self._connect()
        self._autosave = QTimer(self, singleShot=True, interval=AUTOSAVE_MS)
        self._autosave.timeout.connect(self.keep_draft)
        self._context.language.changed.connect(self._rebuild)
        self._context.theme.changed.connect(self._rebuild)
        self._session.changed.connect(self._look_for_others)
        self._session.ready.connect(self._load)
        self._session.prepare()
        self._load()

    # --- parts

    def _connect(self) -> None:
        head = self.head
        for button, action in ((head.save, self.save), (head.undo, self.undo), (head.redo, self.redo)):
            button.clicked.connect(action)
        for keys, action in {"Ctrl+S": self.save, "Ctrl+Z": self.undo, "Ctrl+Y": self.redo}.items():
            self.shortcut(keys, action)
        self.shortcut("Ctrl+Shift+Z", self.redo)

    def _rebuild(self) -> None:
        """In another language or other colours: made anew from the snapshot."""
        if self.editing is None:
            return
        front = self.pages.current if self.pages is not None else 0
        if self.pages is not None:
            self.pages.hide()
            self.pages.deleteLater()
        kit = Kit(self._context.theme, self._lang, self._session.store.types(), local_time(self._session.now()).date())
        self.pages = EditorPages(kit)
        self.pages.edited.connect(self._take)
        self.pages.names.setCurrentRow(front)
        self.pages.setEnabled(self._offered is None)
        self.splitter.insertWidget(0, self.pages)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.head.retranslate()
        self.preview.retranslate()
        if self._offered is not None:
            self._offer(self._offered)
        self._show()

    @property
    def _lang(self) -> Lang:
        return self._context.language.code

    # --- beginning

    def _load(self) -> None:
        """Once the library can be read."""
        if self.editing is not None:
            return
        if self._session.trouble is not None:
            self._say_error(self._session.trouble)
            return
        if not self._session.is_open:
            return
        clause_id, type_id, plain, base = self._wanted
        store = self._session.store
        try:
            start = start_of(store, clause_id, plain, base) if clause_id or plain else new_start(store, type_id)
            self._begin(start)
        except ExpectedError as error:
            self._say_error(error)

    def _begin(self, start: Start) -> None:
        self.clause_id = start.clause_id
        self.editing = start.editing
        self._drafts = DraftKeeper(self._session, start.clause_id, exists=start.draft is not None)
        self._complaints = Complaints(strict=start.editing.base > 0)
        self._offered = start.draft if start.offer else None
        self.notice.hide()
        self._rebuild()
        if start.editing.changed and self._offered is None:
            self._autosave.start()

    def _offer(self, draft: Draft) -> None:
        """A draft that was kept: nothing is edited before the user has said whether it goes on."""
        sentence = offer_sentence(draft, self.editing.base if self.editing else 0, self._lang)
        go_on, drop = self.tr("Entwurf &fortsetzen"), self.tr("Entwurf &verwerfen")
        self.notice.say(sentence, (go_on, self.continue_draft), (drop, self.discard_draft))

    def continue_draft(self) -> None:
        """Go on with the draft that was kept."""
        draft, editing = self._offered, self.editing
        if draft is None or editing is None:
            return
        self._offered = None
        editing.base = draft.base
        editing.begin_with(draft.plain)
        self._end_offer()

    def discard_draft(self) -> None:
        """Begin with the saved version."""
        self._offered = None
        if self._drafts is not None and self._drafts.drop():
            self._end_offer()

    def _end_offer(self) -> None:
        self.notice.hide()
        if self.pages is not None:
            self.pages.setEnabled(True)
            self.pages.names.setFocus()
        self._show()

    # --- editing

    def _take(self, plain: Plain, place: Place, typing: bool) -> None:
        """The pages made another snapshot."""
        if self.editing is None or self._offered is not None:
            return
        if self.editing.replace(plain, place, typing=typing):
            self._complaints.touch(place)
            self._changed()

    def bring_in(self, plain: Plain) -> None:
        """A text from elsewhere (a document, an earlier version) takes the place of what is here; it can be taken back."""
        if self._offered is not None:
            self.continue_draft()
        if self.editing is not None and self.editing.replace(sorted_positions(plain), ("position",)):
            self._changed()

    def _changed(self) -> None:
        self._gives_up = False
        self._autosave.start()
        self._show()

    def undo(self) -> None:
        """Take the last step back."""
        if self.editing is not None and self.editing.can_undo and self._offered is None:
            place = self.editing.undo()
            self._changed()
            self.reveal(place)

    def redo(self) -> None:
        """Take it again."""
        if self.editing is not None and self.editing.can_redo and self._offered is None:
            place = self.editing.redo()
            self._changed()
            self.reveal(place)

    # --- showing

    def _show(self) -> None:
        editing, pages = self.editing, self.pages
        if editing is None or pages is None:
            return
        pages.show_plain(editing.plain)
        found = judged(editing.plain)
        said = self._complaints.sentences(found, self._lang)
        pages.show_mistakes(said)
        self._list_mistakes(said)
        self._show_state()
        self.preview.show_clause(found.clause)
        mark = "• " if editing.changed else ""
        kind = self.tr("Bezugsklausel")  # not inside the f-string, where lupdate does not see it
        self.setWindowTitle(f"{mark}{self._name} – {kind}")
        self.titled.emit(self.windowTitle())

    def _show_state(self) -> None:
        if self.editing is not None and self._drafts is not None:
            kept = self._drafts.safe and not self._autosave.isActive()
            self.head.show_state(self.editing, self._lang, kept=kept)

    @property
    def _name(self) -> str:
        title = self.editing.at("title") if self.editing else None
        return str(title) if title else self.tr("Neue Bezugsklausel")

    def _list_mistakes(self, said: Mapping[Place, str]) -> None:
        pages = self.pages
        if pages is None:
            return
        lines = [(f"{pages.name_of(place)}: {said[place]}", place) for place in sorted(said, key=pages.order)]
        one = self.tr("Vor dem Speichern noch eine Stelle (F8):")
        many = self.tr("Vor dem Speichern noch {0} Stellen (F8):").format(len(lines))
        self.mistakes.show_lines(one if len(lines) == 1 else many, lines)

    def _say_error(self, error: ExpectedError) -> None:
        self.notice.say(error_sentence(error, self._lang), kind="error")

    @contextmanager
    def _refusals(self) -> Iterator[list[ExpectedError]]:
        """What the library refuses meanwhile; the other windows say it too."""
        refused: list[ExpectedError] = []
        self._session.failed.connect(refused.append)
        try:
            yield refused
        finally:
            self._session.failed.disconnect(refused.append)

    # --- drafts

    def keep_draft(self) -> bool:
        """Write the draft now, or drop it where nothing differs from the saved version; whether that succeeded."""
        self._autosave.stop()
        if self.editing is None or self._offered is not None or self._drafts is None:
            return True
        with self._refusals() as refused:
            kept = self._drafts.keep(self.editing)
        if refused:
            self._say_error(refused[-1])
        self._show_state()
        return kept

    def may_close(self) -> bool:
        """Keep the draft; where that fails, say so and close only when asked again."""
        self.preview.stop()
        if self.keep_draft() or self._gives_up:
            self._autosave.stop()
            return True
        self._gives_up = True
        sentence = self.tr(
            "Der Entwurf konnte nicht gesichert werden. Wenn Sie noch einmal schließen, geht er verloren."
        )
        self.notice.say(sentence, kind="error")
        return False

    # --- saving

    def save(self) -> None:
        """Ask for the reason and write a version; with mistakes lead to the first."""
        if self.editing is None or self._offered is not None:
            return
        found = judged(self.editing.plain)
        if found.mistakes:
            self._complaints.strict = True
            self._show()
            self.mistakes.list.setCurrentRow(-1)
            self.next_mistake()
            return
        if not self.editing.changed:
            self.notice.say(self.tr("Es gibt keine Änderung, die zu speichern wäre."))
            return
        self.notice.hide()
        status = Status(self.editing.at("status"))
        known = self._session.store.versions(self.clause_id) if self.clause_id and self.editing.base else ()
        SaveDialog(self._context, status, self.save_as, self, at_once=review_takes_effect(known)).open()

    def save_as(self, reason: str, status: Status) -> None:
        """Write the version."""
        if self.editing is None:
            return
        self._answer = None
        plain = {**self.editing.plain, "status": status.value}
        clause = judged(plain).clause
        if clause is None:
            return
        self.keep_draft()
        self._saving = True
        try:
            with self._refusals() as refused:
                saved = self._session.save(clause, base=self.editing.base, reason=reason)
        finally:
            self._saving = False
        if saved is not None:
            self._drafts = DraftKeeper(self._session, saved.clause.id, exists=False)  # saving has dropped it
            self.editing.keep(saved)
            self.notice.hide()
            self._complaints.strict = True
            self._show()
        elif refused and refused[-1].code is ErrorCode.LIBRARY_CHANGED:
            self._answer = (reason, status)
            self.show_conflict()
        elif refused:
            self._say_error(refused[-1])

    def show_conflict(self) -> None:
        """What was saved meanwhile beside one's own."""
        ours = judged(self.editing.plain).clause if self.editing else None
        if self.clause_id is None or self.editing is None:
            return
        theirs = self._session.store.last(self.clause_id)
        if ours is None:
            self.save()
            return
        dialog = ConflictDialog(
            self._context, theirs, ours, keep_ours=self._over_theirs, take_theirs=self._with_theirs, parent=self
        )
        dialog.open()

    def _over_theirs(self) -> None:
        if self.editing is None or self.clause_id is None:
            return
        self.editing.base = self._session.store.last(self.clause_id).clause.version
        if self._answer is None:
            self.save()
        else:
            self.save_as(*self._answer)

    def _with_theirs(self) -> None:
        self._autosave.stop()
        if self._drafts is not None and self._drafts.drop():
            self._wanted = (self.clause_id, "", None, 0)
            self.editing = None
            self._load()

    def _look_for_others(self) -> None:
        """Somebody changed the library: take over what is new where nothing was changed here, else say so."""
        editing = self.editing
        if self._saving or editing is None or self.clause_id is None or self._offered is not None:
            return
        try:
            last = self._session.store.last(self.clause_id)
        except KeyError:
            return
        if last.clause.version <= editing.base:
            return
        if not editing.changed:
            self._with_theirs()
            return
        sentence = self.tr("{0} hat inzwischen Version {1} dieser Klausel gespeichert.")
        said = sentence.format(last.author or self.tr("Jemand"), last.clause.version)
        self.notice.say(said, (self.tr("&Vergleichen …"), self.show_conflict))
