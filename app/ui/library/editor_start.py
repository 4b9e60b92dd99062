"""What an editor begins with: the saved version, a draft that was kept, a text that comes in, or an empty clause. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from app.library.model import PositionRank, Status
from app.library.plain import Plain, plain_clause
from app.models.facts import GoverningLaw, Perspective
from app.settings import load_settings
from app.ui.library.editing import Editing
from app.ui.library.positions_order import sorted_positions

if TYPE_CHECKING:
    from app.storage.drafts import Draft
    from app.storage.librarystore import LibraryStore


@dataclass(frozen=True)
class Start:
    """`draft`: what is kept of the clause; `offer`: the user decides whether it goes on."""

    clause_id: str
    editing: Editing
    draft: Draft | None
    offer: bool


def start_of(store: LibraryStore, clause_id: str | None, plain: Plain | None, base: int) -> Start:
    """A known clause or draft; `plain` comes in as a change of it that is not saved yet."""
    identifier = clause_id or str((plain or {})["id"])
    draft = store.draft(identifier)
    saved, version = _saved(store, identifier)
    if plain is None and draft is not None and version == 0:
        return Start(identifier, _changed_to({}, draft.plain, draft.base), draft, offer=False)
    editing = Editing(saved, version) if plain is None else _changed_to(saved, plain, base or version)
    same = plain is not None and draft is not None and draft.plain == plain
    return Start(identifier, editing, draft, offer=draft is not None and not same)


def _saved(store: LibraryStore, clause_id: str) -> tuple[Plain, int]:
    try:
        clause = store.last(clause_id).clause
    except KeyError:
        return {}, 0
    return plain_clause(clause), clause.version


def _changed_to(saved: Plain, plain: Plain, base: int) -> Editing:
    editing = Editing(saved, base)
    editing.begin_with(sorted_positions(plain))
    return editing


def new_start(store: LibraryStore, type_id: str) -> Start:
    """An empty clause for German law, with a preferred wording to be written."""
    plain: Plain = {
        "id": new_clause_id(store, type_id),
        "type": type_id,
        "perspective": Perspective.CUSTOMER.value,
        "governing_law": [GoverningLaw.DE.value],
        "language": "de",
        "version": 1,
        "status": Status.DRAFT.value,
        "owner": load_settings()[0].user,
        "position": [{"rank": PositionRank.PREFERRED.value}],
    }
    kept = {key: value for key, value in plain.items() if value}
    return Start(str(plain["id"]), Editing(kept, 0), None, offer=False)


def new_clause_id(store: LibraryStore, type_id: str) -> str:
    """An id that no clause and no draft has."""
    from app.importing.clauselists.ids import new_id

    return new_id(type_id, Perspective.CUSTOMER.value, (), "", taken_ids(store))


def taken_ids(store: LibraryStore) -> frozenset[str]:
    """Ids of all clauses and drafts."""
    return frozenset({entry.id for entry in store.entries()} | {draft.clause for draft in store.drafts()})


def draft_of(clause_id: str, base: int, plain: Plain, at: datetime) -> Draft:
    """What is kept of an edit."""
    from app.storage.drafts import Draft

    return Draft(clause=clause_id, base=base, plain=plain, at=at, author=load_settings()[0].user)


def local_time(moment: datetime) -> datetime:
    """As the clock on the wall says it."""
    return moment.astimezone()
