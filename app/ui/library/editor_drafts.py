"""The draft of an edit in the library: kept as it stands, dropped where nothing differs any more, described when offered again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.library.editing import Editing
from app.ui.library.editor_start import draft_of, local_time
from app.ui.library.session import LibrarySession
from app.wording.lang import Lang

if TYPE_CHECKING:
    from app.storage.drafts import Draft


class DraftKeeper:
    """Of one clause. `exists`: whether the library holds a draft of it; `safe`: whether that is what was typed last."""

    def __init__(self, session: LibrarySession, clause_id: str, *, exists: bool) -> None:
        self._session, self._clause_id = session, clause_id
        self.exists = self.safe = exists

    def keep(self, editing: Editing) -> bool:
        """Whether what is typed is safe now."""
        if not editing.changed:
            return self.drop()
        clause_id, plain, base = self._clause_id, editing.plain, editing.base
        kept = self._session.quietly(lambda store, at: store.keep_draft(draft_of(clause_id, base, plain, at)))
        self.exists, self.safe = self.exists or kept, kept
        return kept

    def drop(self) -> bool:
        """Whether there is none any more."""
        if self.exists:
            self.exists = not self._session.quietly(lambda store, _at: store.drop_draft(self._clause_id))
        return not self.exists


def offer_sentence(draft: Draft, base: int, lang: Lang) -> str:
    """When the draft was kept, and whether a newer version was saved since it began."""
    translate, when = QCoreApplication.translate, local_time(draft.at)
    moment = when.strftime("%d.%m.%Y, %H:%M") if lang == "de" else when.strftime("%d %b %Y, %H:%M")
    said = translate(
        "EditorDrafts", "Zu dieser Klausel gibt es einen Entwurf vom {0}, der noch nicht gespeichert ist."
    ).format(moment)
    if draft.base >= base:
        return said
    older = translate("EditorDrafts", "Er beginnt bei Version {0}; inzwischen gibt es Version {1}.")
    return f"{said} {older.format(draft.base, base)}"
