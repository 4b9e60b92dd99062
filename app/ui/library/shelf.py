"""Where the window reads clauses from: the database as it is today, or a library that stands still.

A library stands still when a day of the past is looked at, and when the starter library takes the place of a database that
cannot be used. It has no history and is never written.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from app import paths
from app.library.model import ClauseType, Library, ReferenceClause, Revision
from app.ui.library.rows import Row, row_of

if TYPE_CHECKING:
    from app.storage.librarystore import LibraryStore

_LONG = 3  # letters


class Shelf(Protocol):
    """What the window reads."""

    def types(self) -> tuple[ClauseType, ...]:
        """Clause types in their order."""

    def rows(self) -> tuple[Row, ...]:
        """All clauses in their order."""

    def search(self, text: str) -> tuple[str, ...]:
        """Ids of the clauses that hold all words, best first."""

    def last(self, clause: str) -> Revision | None:
        """The last version of a clause, None where it is not known."""


class Database:
    """Today's library."""

    def __init__(self, store: LibraryStore) -> None:
        self._store = store

    def types(self) -> tuple[ClauseType, ...]:
        return self._store.types()

    def rows(self) -> tuple[Row, ...]:
        return self._store.entries()

    def search(self, text: str) -> tuple[str, ...]:
        return self._store.search(text)

    def last(self, clause: str) -> Revision | None:
        try:
            return self._store.last(clause)
        except KeyError:
            return None

    def at(self, moment: datetime) -> Shelf:
        """The library as it was in force then."""
        return Still(self._store.library(moment))


class Still:
    """A library that stands still."""

    def __init__(self, library: Library) -> None:
        self._library = library
        order = {kind.id: number for number, kind in enumerate(library.types)}
        self._clauses = sorted(library.clauses, key=lambda c: (order.get(c.type, len(order)), c.title, c.id))
        self._by_id = {clause.id: clause for clause in self._clauses}
        self._texts: dict[str, str] = {}

    def types(self) -> tuple[ClauseType, ...]:
        return self._library.types

    def rows(self) -> tuple[Row, ...]:
        return tuple(row_of(clause) for clause in self._clauses)

    def search(self, text: str) -> tuple[str, ...]:
        from app.storage.search import indexed, terms

        if not self._texts:
            self._texts = {clause.id: indexed(_words(clause)) for clause in self._clauses}
        wanted = terms(text)
        return tuple(
            clause
            for clause, found in self._texts.items()
            if all(any(_sought(spelling) in found for spelling in spellings) for spellings in wanted)
        )

    def last(self, clause: str) -> Revision | None:
        found = self._by_id.get(clause)
        return Revision(found) if found else None


def _sought(spelling: str) -> str:
    """One or two letters are looked for where a word begins, as in the database."""
    return spelling if len(spelling) >= _LONG else f" {spelling}"


def _words(clause: ReferenceClause) -> str:
    wordings = (wording for position in clause.positions for wording in (*position.wordings, position.note))
    return "\n".join((clause.title, *wordings, clause.guidance, clause.comment, *clause.tags))


def starter() -> Still:
    """The shipped library. Raises ExpectedError."""
    from app.library.loader import load

    return Still(load(paths.clause_library()))
