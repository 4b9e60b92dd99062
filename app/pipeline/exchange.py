"""Clauses in and out of the user's library: packs, subscribed pack folders, updates of the starter library.

Strategy: reading an offer is slow and the file a stranger's, so it is a function for a process of its own that opens the library
itself; what it returns is plain data. Taking an offer is one transaction: the chosen versions, and what was answered, so that
the same offer does not come back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.errors import ErrorCode, ExpectedError
from app.library.merging import Choice, Merge, answered, brought_in, left_open, merge
from app.library.model import Revision
from app.library.packfiles import shipped_types
from app.library.packs import Pack, read_pack, selection, write_pack
from app.library.starter import starter_digest, starter_pack
from app.progress import Progress, silent
from app.storage.libraryreader import LibraryReader
from app.storage.librarystore import LibraryStore


class Origin(StrEnum):
    """Where an offer comes from."""

    PACK = "pack"
    SUBSCRIPTION = "subscription"
    STARTER = "starter"


@dataclass(frozen=True)
class Offer:
    """A pack beside the library as it was when the pack was read. `gone`: clauses that have left a subscribed folder."""

    origin: Origin
    path: Path
    pack: Pack
    merge: Merge
    gone: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to decide."""
        return not (self.merge.new or self.merge.changed or self.merge.conflicts)

    @property
    def key(self) -> str:
        """Under which name the library remembers what was answered."""
        return f"pack:{self.pack.name}"


def offer_of(pack: Path, library: Path, *, progress: Progress = silent) -> Offer:
    """A pack beside the library. Raises ExpectedError where either cannot be read."""
    with LibraryReader(library) as store:
        types = store.types()
        read = read_pack(pack, {known.id for known in (*shipped_types(), *types)})
        progress(0.5, "comparing_pack", {})
        return Offer(Origin.PACK, pack, read, merge(store.ours(), read, _base(store, f"pack:{read.name}"), types))


def pack_at(path: Path, *, progress: Progress = silent) -> Pack:
    """The pack alone: whether it is one, and its name."""
    progress(0.0, "comparing_pack", {})
    return read_pack(path)


def news_of(folder: Path, library: Path, *, progress: Progress = silent) -> Offer:
    """A subscribed folder beside the library: what is new there since it was looked at last."""
    from app.library.subscriptions import news

    with LibraryReader(library) as store:
        subscription = next((s for s in store.subscriptions() if s.path == folder), None)
        if subscription is None:  # another window ended it
            raise ExpectedError(ErrorCode.PACK_NOT_FOUND, {"path": str(folder)})
        found = news(subscription, store.ours(), store.starter(), store.types())
        progress(1.0, "comparing_pack", {})
        return Offer(Origin.SUBSCRIPTION, folder, found.pack, found.merge, found.gone)


def starter_offer(library: Path, *, progress: Progress = silent) -> Offer | None:
    """What this version's starter library brings; None where it was answered already."""
    with LibraryReader(library) as store:
        if store.starter_digest() == starter_digest():
            return None
        pack = starter_pack()
        progress(0.5, "comparing_pack", {})
        return Offer(Origin.STARTER, Path(), pack, merge(store.ours(), pack, store.starter(), store.types()))


@dataclass(frozen=True, slots=True)
class Announcement:
    """That a source has something to offer, or (`error`) that it cannot be reached or read."""

    origin: Origin
    path: Path
    name: str
    count: int = 0
    error: ExpectedError | None = None


def announcement(library: Path, folder: Path | None, name: str, *, progress: Progress = silent) -> Announcement | None:
    """What a subscribed folder (None: the starter library) has to offer; None where there is nothing new.

    Each source is looked at by itself, because one that hangs must keep no other from being looked at.
    """
    origin, path = (Origin.STARTER, Path()) if folder is None else (Origin.SUBSCRIPTION, folder)
    try:
        offer = starter_offer(library) if folder is None else news_of(folder, library)
    except ExpectedError as error:
        return Announcement(origin, path, name, error=error)
    progress(1.0, "comparing_pack", {})
    count = len(offer.merge.new) + len(offer.merge.changed) + len(offer.merge.conflicts) if offer else 0
    return Announcement(origin, path, name, count) if count else None


def _base(store: LibraryReader, key: str) -> dict[str, str]:
    """What was last taken from there, or answered; for the rest what the clause was in the starter library."""
    return store.starter() | store.marks(key)


def take(store: LibraryStore, offer: Offer, choices: Mapping[str, Choice], at: datetime) -> int:
    """Bring in what was chosen and remember what was answered; how many versions came in.

    Raises ExpectedError OFFER_OUTDATED where a clause was changed here since the offer was made: nobody has seen that.
    """
    with store.writing():
        revisions = brought_in(offer.merge, choices, offer.pack.name)
        _refuse_unseen(store, offer, revisions)
        store.bring_in(revisions, types=offer.merge.types, origin=offer.key, at=at)
        remembered = answered(offer.merge, choices)
        match offer.origin:
            case Origin.PACK:
                store.mark(offer.key, remembered, at)
            case Origin.SUBSCRIPTION:
                store.seen(offer.path, remembered, at)
            case Origin.STARTER:
                store.answer_starter(remembered, digest=_digest(offer, choices), at=at)
    return len(revisions)


def _refuse_unseen(store: LibraryStore, offer: Offer, revisions: Iterable[Revision]) -> None:
    seen = {pair.id: pair.ours for pair in (*offer.merge.changed, *offer.merge.conflicts)}
    for identifier in (revision.clause.id for revision in revisions):
        if _last(store, identifier) != seen.get(identifier):
            raise ExpectedError(ErrorCode.OFFER_OUTDATED, {"clause": identifier})


def _last(store: LibraryStore, clause: str) -> Revision | None:
    try:
        return store.last(clause)
    except KeyError:
        return None


def _digest(offer: Offer, choices: Mapping[str, Choice]) -> str:
    """This version's starter library is answered when nothing of it is left open."""
    return "" if left_open(offer.merge, choices) else starter_digest()


def export(library: Path, clauses: tuple[str, ...], target: Path, *, progress: Progress = silent) -> int:
    """Write these clauses (all where none is named) as a pack; their number."""
    with LibraryReader(library) as store:
        ours = store.ours()
        pack = Pack(store.name, store.types(), tuple(ours[key] for key in sorted(ours)))
    progress(0.5, "comparing_pack", {})
    chosen = selection(pack, clauses) if clauses else pack
    write_pack(chosen, target)
    return len(chosen.revisions)
