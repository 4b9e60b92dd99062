"""The database as a source: today's last versions, or what was in force on a day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.librarysource import Source, Version
from app.library.lifecycle import in_force
from app.library.model import ClauseType, Revision
from app.library.packs import Pack
from app.storage.libraryreader import LibraryReader

if TYPE_CHECKING:
    from app.cli.librarysource import Listed


@contextmanager
def stored_source(path: Path, as_of: date | None) -> Iterator[Source]:
    """As long as it is open. Raises ExpectedError."""
    with LibraryReader(path) as store:
        yield _Last(store) if as_of is None else _Past(store, _end_of(as_of))


class _Last(Source):
    """The last version of each clause. The search finds what the window finds."""

    def __init__(self, store: LibraryReader) -> None:
        self._store = store

    @property
    def types(self) -> tuple[ClauseType, ...]:
        return self._store.types()

    @cached_property
    def pack(self) -> Pack:
        return Pack(self._store.name, self.types, tuple(sorted(self._revisions(), key=lambda r: r.clause.id)))

    def listed(self) -> Sequence[Listed]:
        return self._store.entries()

    def hits(self, text: str) -> Collection[str]:
        return frozenset(self._store.search(text))

    def find(self, clause: str) -> Revision | None:
        try:
            return self._store.last(clause)
        except KeyError:
            return None

    def versions(self, clause: str) -> tuple[Version, ...]:
        versions = self._store.versions(clause)
        effective, recorded = in_force(versions), self._store.recorded(clause)
        return tuple(Version(r, at, r is effective) for r, at in zip(versions, recorded, strict=True))

    def _revisions(self) -> Sequence[Revision]:
        return tuple(self._store.ours().values())


class _Past(_Last):
    """What was in force at a moment, of what the database had by then."""

    def __init__(self, store: LibraryReader, moment: datetime) -> None:
        super().__init__(store)
        self._moment = moment

    def listed(self) -> Sequence[Listed]:
        return [revision.clause for revision in self.pack.revisions]

    def find(self, clause: str) -> Revision | None:
        known = zip(self._store.versions(clause), self._store.recorded(clause), strict=True)
        return in_force([revision for revision, recorded in known if recorded <= self._moment])

    def _revisions(self) -> Sequence[Revision]:
        clauses = self._store.library(self._moment).clauses
        return [self._store.version(clause.id, clause.version) for clause in clauses]


def _end_of(day: date) -> datetime:
    """The last moment of a day where the user is."""
    midnight = datetime.combine(day, time()).astimezone()
    return (midnight + timedelta(days=1)).astimezone(UTC) - timedelta(microseconds=1)
