"""`library diff`: two versions of a clause, or two libraries clause by clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.cli.libraryarguments import LibraryRequest
from app.cli.librarysource import Version, library_path, open_source
from app.cli.librarywords import change_lines, signed
from app.cli.parsing import UsageError
from app.library.changes import FieldChange, field_changes
from app.library.model import Revision
from app.library.packs import Pack
from app.wording.lang import Lang
from app.wording.librarycommand import librarytext


@dataclass(frozen=True, slots=True)
class Difference:
    """The differences of one clause, for people and for programs."""

    lines: tuple[str, ...]
    plain: Mapping[str, object]


def run_diff(request: LibraryRequest) -> list[Difference]:
    """What differs. Raises UsageError where it is not clear what to compare."""
    if request.clause and all(word.isdecimal() for word in request.what):
        return list(_versions(request))
    if not 1 <= len(request.what) <= 2:
        raise UsageError(librarytext("two_places", request.lang), request.lang)
    places = [library_path(request), *map(Path, request.what)][-2:]
    a, b = (_pack(place, request.lang) for place in places)
    return list(_packs(a, b, request))


def _pack(place: Path, lang: Lang) -> Pack:
    with open_source(place, lang) as source:
        return source.pack


# --- versions of a clause


def _versions(request: LibraryRequest) -> Iterator[Difference]:
    """Without numbers the last two versions, with one that against the last."""
    with open_source(library_path(request), request.lang) as source:
        versions = source.versions(source.revision(request.clause or "", request.lang).clause.id)
    numbers = [int(word) for word in request.what]
    if len(numbers) > 2:
        raise UsageError(librarytext("two_places", request.lang), request.lang)
    last = versions[-1].revision.clause.version
    old, new = (*numbers, last)[:2] if numbers else (versions[max(0, len(versions) - 2)].revision.clause.version, last)
    yield from _pair(_version(versions, old, request), _version(versions, new, request), request.lang)


def _version(versions: tuple[Version, ...], number: int, request: LibraryRequest) -> Revision:
    found = next((v.revision for v in versions if v.revision.clause.version == number), None)
    if found is None:
        raise UsageError(librarytext("no_version", request.lang, id=request.clause, number=number), request.lang)
    return found


# --- two libraries


def _packs(a: Pack, b: Pack, request: LibraryRequest) -> Iterator[Difference]:
    old = {r.clause.id: r for r in a.revisions}
    new = {r.clause.id: r for r in b.revisions}
    for identifier in sorted(old.keys() | new.keys()):
        if request.clause not in (None, identifier):
            continue
        if identifier in old and identifier in new:
            yield from _pair(old[identifier], new[identifier], request.lang)
        else:
            side, revision = (a, old[identifier]) if identifier in old else (b, new[identifier])
            yield _alone(revision, side.name, added=identifier in new, lang=request.lang)


def _pair(a: Revision, b: Revision, lang: Lang) -> Iterator[Difference]:
    changes = field_changes(a.clause, b.clause)
    if changes:
        head = (f"{b.clause.title}  [{b.clause.id}]", f"  {signed(a, lang)}  →  {signed(b, lang)}")
        plain = {"id": b.clause.id, "change": "changed", "fields": [_plain(change) for change in changes]}
        yield Difference((*head, *(f"  {line}" for line in change_lines(changes, lang)), ""), plain)


def _alone(revision: Revision, name: str, *, added: bool, lang: Lang) -> Difference:
    clause = revision.clause
    line = f"{clause.title}  [{clause.id}]: {librarytext('only_here', lang, name=name)}"
    return Difference((line, ""), {"id": clause.id, "change": "added" if added else "removed"})


def _plain(change: FieldChange) -> dict[str, object]:
    return {
        "field": change.field,
        "item": change.item,
        "number": change.number,
        "before": change.before,
        "after": change.after,
    }
