"""A library to read from, whatever it lies in: the database, a folder or a pack in one file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from app.cli.libraryarguments import Filters, LibraryRequest
from app.cli.parsing import UsageError
from app.library.model import ClauseType, ReferenceClause, Revision
from app.library.packs import Pack, read_pack
from app.pipeline.libraries import DATABASE, default_library
from app.wording.lang import Lang
from app.wording.librarycommand import librarytext


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a clause; `recorded`: when it came into this database, None in a pack."""

    revision: Revision
    recorded: datetime | None
    in_force: bool


@dataclass(frozen=True, slots=True)
class Source:
    """What is in it: the last version of each clause, or the one in force on the day asked for."""

    path: Path
    pack: Pack
    versions: Callable[[str], tuple[Version, ...]]

    @property
    def types(self) -> tuple[ClauseType, ...]:
        """Clause types in their order."""
        return self.pack.types

    def revision(self, clause: str, lang: Lang) -> Revision:
        """A clause by its id. Raises UsageError where there is none, with the nearest one."""
        found = next((r for r in self.pack.revisions if r.clause.id == clause), None)
        if found is None:
            raise UsageError(librarytext("no_clause", lang, id=clause, near=self._near(clause, lang)), lang)
        return found

    def _near(self, clause: str, lang: Lang) -> str:
        from difflib import get_close_matches

        near = get_close_matches(clause, [r.clause.id for r in self.pack.revisions], n=1)
        return librarytext("near", lang, id=near[0]) if near else ""


def library_path(request: LibraryRequest) -> Path:
    """The library that the user means."""
    return request.library or default_library()


def open_source(path: Path, lang: Lang, as_of: date | None = None) -> Source:
    """Read a library. Raises ExpectedError, or UsageError where a pack is asked for its past."""
    if path.suffix.lower() == DATABASE:
        return _database(path, as_of)
    if as_of is not None:
        raise UsageError(librarytext("no_past", lang, path=path), lang)
    pack = read_pack(path)
    return Source(path, pack, lambda clause: _of_pack(pack, clause))


def chosen(source: Source, filters: Filters, lang: Lang) -> tuple[Revision, ...]:
    """The clauses that a user has chosen, by type in the order of types, then by id. Raises UsageError for unknown ids."""
    for identifier in filters.ids:
        source.revision(identifier, lang)
    hits = _hits(source, filters.text)
    found = (r for r in source.pack.revisions if r.clause.id in hits and _fits(r.clause, filters))
    order = {item.id: place for place, item in enumerate(source.types)}
    return tuple(sorted(found, key=lambda r: (order.get(r.clause.type, len(order)), r.clause.type, r.clause.id)))


def _fits(clause: ReferenceClause, filters: Filters) -> bool:
    """An empty list of audiences means all of them."""
    return (
        (not filters.ids or clause.id in filters.ids)
        and filters.type in (None, clause.type)
        and filters.perspective in (None, clause.perspective)
        and (filters.audience is None or not clause.audiences or filters.audience in clause.audiences)
        and filters.status in (None, clause.status)
        and (filters.tag is None or filters.tag.casefold() in {tag.casefold() for tag in clause.tags})
    )


def _hits(source: Source, text: str | None) -> set[str]:
    """The index of a database finds what its window finds; elsewhere every word must occur somewhere in the clause."""
    every = {revision.clause.id for revision in source.pack.revisions}
    if not text:
        return every
    if source.path.suffix.lower() == DATABASE:
        from app.storage.libraryreader import LibraryReader

        with LibraryReader(source.path) as store:
            return every & set(store.search(text))
    return {r.clause.id for r in source.pack.revisions if _says(r, text)}


def _says(revision: Revision, text: str) -> bool:
    from app.library.changes import fields_of
    from app.storage.search import indexed, terms

    clause = revision.clause
    said = indexed(" ".join((clause.id, *(change.after for change in fields_of(clause)))))
    return all(any(spelling in said for spelling in spellings) for spellings in terms(text))


def _of_pack(pack: Pack, clause: str) -> tuple[Version, ...]:
    from app.library.lifecycle import in_force

    found = [revision for revision in pack.revisions if revision.clause.id == clause]
    return tuple(Version(revision, None, in_force([revision]) is not None) for revision in found)


def _database(path: Path, as_of: date | None) -> Source:
    from app.storage.libraryreader import LibraryReader

    with LibraryReader(path) as store:
        revisions: Sequence[Revision] = tuple(store.ours().values())
        if as_of is not None:
            effective = store.library(_end_of(as_of)).clauses
            revisions = [store.version(clause.id, clause.version) for clause in effective]
        pack = Pack(store.name, store.types(), tuple(sorted(revisions, key=lambda r: r.clause.id)))
    return Source(path, pack, lambda clause: _of_database(path, clause))


def _of_database(path: Path, clause: str) -> tuple[Version, ...]:
    from app.library.lifecycle import in_force
    from app.storage.libraryreader import LibraryReader

    with LibraryReader(path) as store:
        versions, recorded = store.versions(clause), store.recorded(clause)
    effective = in_force(versions)
    return tuple(Version(revision, at, revision is effective) for revision, at in zip(versions, recorded, strict=True))


def _end_of(day: date) -> datetime:
    """The last moment of a day where the user is."""
    midnight = datetime.combine(day, time()).astimezone()
    return (midnight + timedelta(days=1)).astimezone(UTC) - timedelta(microseconds=1)
