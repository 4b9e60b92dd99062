"""A library to read from, whatever it lies in: the database, a folder or a pack in one file.

Strategy: a pack is read as a whole, there is no other way. Of a database only what is asked is read: one clause of thousands, or
the list that the window shows.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from app.cli.libraryarguments import Filters, LibraryRequest
from app.cli.parsing import UsageError
from app.library.model import ClauseType, ReferenceClause, Revision
from app.library.packs import Pack, read_pack
from app.pipeline.libraries import DATABASE, default_library
from app.wording.lang import Lang
from app.wording.librarycommand import librarytext

if TYPE_CHECKING:
    from app.storage.clauserows import Entry

    Listed: TypeAlias = Entry | ReferenceClause


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a clause; `recorded`: when it came into this database, None in a pack."""

    revision: Revision
    recorded: datetime | None
    in_force: bool


class Source(ABC):
    """What is in it: the last version of each clause, or the one in force on the day asked for."""

    @property
    @abstractmethod
    def types(self) -> tuple[ClauseType, ...]:
        """Clause types in their order."""

    @property
    @abstractmethod
    def pack(self) -> Pack:
        """Everything."""

    @abstractmethod
    def listed(self) -> Sequence[Listed]:
        """Every clause, with what lists show and filters ask."""

    @abstractmethod
    def hits(self, text: str) -> Collection[str]:
        """Ids of the clauses in which the words occur."""

    @abstractmethod
    def find(self, clause: str) -> Revision | None:
        """A clause by its id."""

    @abstractmethod
    def versions(self, clause: str) -> tuple[Version, ...]:
        """All that is known of a clause, oldest first."""

    def revision(self, clause: str, lang: Lang) -> Revision:
        """A clause by its id. Raises UsageError where there is none, with the nearest one."""
        found = self.find(clause)
        if found is None:
            raise UsageError(librarytext("no_clause", lang, id=clause, near=self._near(clause, lang)), lang)
        return found

    def _near(self, clause: str, lang: Lang) -> str:
        from difflib import get_close_matches

        near = get_close_matches(clause, [item.id for item in self.listed()], n=1)
        return librarytext("near", lang, id=near[0]) if near else ""


def library_path(request: LibraryRequest) -> Path:
    """The library that the user means."""
    return request.library or default_library()


@contextmanager
def open_source(path: Path, lang: Lang, as_of: date | None = None) -> Iterator[Source]:
    """A library to read from. Raises ExpectedError, or UsageError where a pack is asked for its past."""
    if path.suffix.lower() == DATABASE:
        from app.cli.storedsource import stored_source

        with stored_source(path, as_of) as source:
            yield source
    elif as_of is not None:
        raise UsageError(librarytext("no_past", lang, path=path), lang)
    else:
        yield _PackSource(read_pack(path))


def chosen(source: Source, filters: Filters, lang: Lang) -> tuple[Listed, ...]:
    """The clauses that a user has chosen, by type in the order of types, then by id. Raises UsageError for unknown ids."""
    for identifier in filters.ids:
        source.revision(identifier, lang)
    hits = source.hits(filters.text) if filters.text else None
    found = (item for item in source.listed() if (hits is None or item.id in hits) and _fits(item, filters))
    order = {item.id: place for place, item in enumerate(source.types)}
    return tuple(sorted(found, key=lambda item: (order.get(item.type, len(order)), item.type, item.id)))


def _fits(clause: Listed, filters: Filters) -> bool:
    """An empty list of audiences means all of them."""
    return (
        (not filters.ids or clause.id in filters.ids)
        and filters.type in (None, clause.type)
        and filters.perspective in (None, clause.perspective)
        and (filters.audience is None or not clause.audiences or filters.audience in clause.audiences)
        and filters.status in (None, clause.status)
        and (filters.tag is None or filters.tag.casefold() in {tag.casefold() for tag in clause.tags})
    )


class _PackSource(Source):
    """A folder or file. It knows no past, and every word must occur somewhere in the clause."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._by_id = {revision.clause.id: revision for revision in pack.revisions}

    @property
    def types(self) -> tuple[ClauseType, ...]:
        return self._pack.types

    @property
    def pack(self) -> Pack:
        return self._pack

    def listed(self) -> Sequence[Listed]:
        return [revision.clause for revision in self._pack.revisions]

    def hits(self, text: str) -> Collection[str]:
        return {revision.clause.id for revision in self._pack.revisions if _says(revision, text)}

    def find(self, clause: str) -> Revision | None:
        return self._by_id.get(clause)

    def versions(self, clause: str) -> tuple[Version, ...]:
        from app.library.lifecycle import in_force

        found = self.find(clause)
        return (Version(found, None, in_force([found]) is not None),) if found else ()


def _says(revision: Revision, text: str) -> bool:
    from app.library.changes import fields_of
    from app.storage.search import indexed, terms

    clause = revision.clause
    said = indexed(" ".join((clause.id, *(change.after for change in fields_of(clause)))))
    return all(any(spelling in said for spelling in spellings) for spellings in terms(text))
