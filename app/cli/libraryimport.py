"""`library import`: clauses of a pack, a Word file or a table into the user's library.

Strategy: everything or nothing. A pack is compared first; where both sides have changed a clause nothing goes in unless the
user has said what is to happen. A list gives drafts, which take no effect before somebody has looked at them. A library that is
not there yet is made from the starter library, in a dry run only in memory.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from app import paths
from app.cli.exitcodes import DONE, FAILED, UNREAD
from app.cli.libraryarguments import STOP, LibraryRequest
from app.cli.librarywords import counted
from app.cli.parsing import UsageError
from app.cli.printing import print_lines, say
from app.library.merging import Choice, Merge, brought_in, content_sha, merge
from app.library.model import ClauseType, Revision
from app.library.packfiles import FILE_SUFFIX
from app.library.packs import Pack, read_pack
from app.library.starter import starter_pack
from app.pipeline.exchange import Offer, Origin, take
from app.pipeline.libraries import DATABASE, create_user_library
from app.storage.libraryreader import LibraryReader
from app.storage.librarystore import LibraryStore
from app.wording.lang import Lang
from app.wording.librarycommand import librarytext


@dataclass(frozen=True, slots=True)
class _Ours:
    """The library as it is, or as it would be made."""

    revisions: Mapping[str, Revision]
    types: Sequence[ClauseType]
    base: Mapping[str, str]


def run_import(request: LibraryRequest) -> int:
    """Take clauses in and return the exit code. Raises ExpectedError, UsageError."""
    target = request.library or paths.user_library()
    if target.suffix.lower() != DATABASE:
        raise UsageError(librarytext("needs_database", request.lang, path=target), request.lang)
    if request.path.is_dir() or request.path.suffix.lower() == FILE_SUFFIX or not request.path.exists():
        return _pack(request, target)
    from app.cli.librarylists import list_revisions

    read = list_revisions(request, *_known(target))
    for line in (*read.to_check, *read.not_taken):
        say(line)
    return max(_drafts(request, target, read.revisions), UNREAD if read.not_taken else DONE)


def _known(target: Path) -> tuple[frozenset[str], Sequence[ClauseType]]:
    ours = _ours(target, "")
    return frozenset(ours.revisions), ours.types


# --- packs


def _pack(request: LibraryRequest, target: Path) -> int:
    pack = _signed(read_pack(request.path, _type_ids(target)), request)
    if request.dry_run:
        ours = _ours(target, f"pack:{pack.name}")
        return _answered(_merge(ours, pack), pack, request, None)
    with create_user_library(target) as store, store.writing():
        return _answered(_merge(_stored(store, f"pack:{pack.name}"), pack), pack, request, store)


def _answered(found: Merge, pack: Pack, request: LibraryRequest, store: LibraryStore | None) -> int:
    """Tell what there is, then take it; `store` None: only tell."""
    print_lines(_told(found, request.lang))
    if found.conflicts and request.on_conflict == STOP:
        say(librarytext("stopped", request.lang, clauses=counted(len(found.conflicts), request.lang)))
        return FAILED
    choices = _choices(found, request)
    if store is None:
        count = len(brought_in(found, choices, pack.name))
        say(librarytext("would_take", request.lang, clauses=counted(count, request.lang)))
    else:
        count = take(store, Offer(Origin.PACK, request.path, pack, found), choices, _now())
        say(librarytext("taken", request.lang, clauses=counted(count, request.lang)))
    return DONE


def _choices(found: Merge, request: LibraryRequest) -> dict[str, Choice]:
    """What only they have changed comes in; conflicts as the user said."""
    choices = dict.fromkeys(found.offered, Choice.THEIRS)
    if request.on_conflict != STOP:
        choices |= dict.fromkeys((pair.id for pair in found.conflicts), Choice(request.on_conflict))
    return choices


def _told(found: Merge, lang: Lang) -> list[str]:
    groups = {
        "mark_new": found.new,
        "mark_changed": [pair.theirs for pair in found.changed],
        "mark_conflict": [pair.theirs for pair in found.conflicts],
    }
    lines = [
        f"{librarytext(mark, lang)}: {revision.clause.title}  [{revision.clause.id}]"
        for mark, revisions in groups.items()
        for revision in revisions
    ]
    names = ("new", "changed", "conflicts", "kept", "same", "declined")
    return [*lines, librarytext("merge", lang, **{name: len(getattr(found, name)) for name in names})]


def _signed(pack: Pack, request: LibraryRequest) -> Pack:
    """With the user's name or reason, where given; else a pack keeps its own."""
    if not request.author and not request.reason:
        return pack
    return replace(pack, revisions=tuple(_by_user(revision, request) for revision in pack.revisions))


def _by_user(revision: Revision, request: LibraryRequest) -> Revision:
    return replace(
        revision, author=request.author or revision.author, at=_now(), reason=request.reason or revision.reason
    )


def _merge(ours: _Ours, pack: Pack) -> Merge:
    return merge(ours.revisions, pack, ours.base, ours.types)


# --- lists


def _drafts(request: LibraryRequest, target: Path, revisions: Sequence[Revision]) -> int:
    print_lines(f"{librarytext('mark_new', request.lang)}: {r.clause.title}  [{r.clause.id}]" for r in revisions)
    if request.dry_run or not revisions:
        say(librarytext("would_take", request.lang, clauses=counted(len(revisions), request.lang)))
        return DONE if request.dry_run else FAILED
    with create_user_library(target) as store:
        store.bring_in(revisions, origin="list", at=_now())
    say(librarytext("taken", request.lang, clauses=counted(len(revisions), request.lang)))
    return DONE


# --- the library


def _ours(target: Path, origin: str) -> _Ours:
    if target.is_file():
        with LibraryReader(target) as store:
            return _stored(store, origin)
    starter = starter_pack()
    revisions = {revision.clause.id: revision for revision in starter.revisions}
    return _Ours(revisions, starter.types, {key: content_sha(r.clause) for key, r in revisions.items()})


def _stored(store: LibraryReader, origin: str) -> _Ours:
    return _Ours(store.ours(), store.types(), store.starter() | store.marks(origin))


def _type_ids(target: Path) -> set[str]:
    """Types of our own that a pack may use too."""
    if not target.is_file():
        return set()
    with LibraryReader(target) as store:
        return {item.id for item in store.types()}


def _now() -> datetime:
    return datetime.now(tz=UTC).replace(microsecond=0)
