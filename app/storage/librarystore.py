"""The user's clause library: a database in which every version of every clause stays.

Strategy: `versions` only grows (triggers refuse anything else); `clauses` and `texts` are derived from the last version in the
same transaction, for lists and search. Reading needs no lock and never waits. Whoever writes holds the writer's lock and one
transaction, so a block of changes comes as a whole or not at all, and each change names the version it started from, so that
nobody overwrites what they have not seen.

What was in force on a day goes by `recorded`, the time a version came into this database; `at` is when it was made, which for a
version from a pack may be long before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

from app.errors import ErrorCode, ExpectedError
from app.library.model import ClauseType, ReferenceClause, Revision, Status
from app.library.problems import ProblemCode, Problems
from app.library.table import one_line
from app.storage import clausesearch, drafts, packmarks
from app.storage.clauserows import Entry, as_stored, clause_row, search_row, version_row
from app.storage.database import transaction
from app.storage.drafts import Draft
from app.storage.instants import instant
from app.storage.libraryreader import STARTER, LibraryReader, version_in_force
from app.storage.lock import WriterLock
from app.storage.uniqueids import refuse_repeated

__all__ = ["STARTER", "Draft", "Entry", "LibraryStore"]

_PATIENCE_S: Final = 1.0  # two windows that save at the same moment


def _now() -> datetime:
    return datetime.now(tz=UTC)


class LibraryStore(LibraryReader):
    """An open library, for reading and writing. Belongs to the thread that opened it."""

    def __init__(self, path: Path, *, clock: Callable[[], datetime] = _now) -> None:
        """Open an existing library, as `LibraryReader` does; `clock` says when a version is recorded."""
        super().__init__(path)
        self._clock = clock
        self._lock = WriterLock(path)
        self._depth = 0
        self._recording: datetime | None = None

    @classmethod
    def create(
        cls,
        path: Path,
        revisions: Sequence[Revision],
        types: Sequence[ClauseType],
        name: str,
        *,
        origin: str,
        clock: Callable[[], datetime] = _now,
    ) -> Self:
        """A new library of these versions, which appears whole or not at all; where one exists already, that one."""
        from app.storage.creation import create_library

        create_library(path, revisions, types, name, origin=origin, clock=clock)
        return cls(path, clock=clock)

    def close(self) -> None:
        """Give everything back, the lock too."""
        super().close()
        self._lock.release()

    # --- changes

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the writer's lock and one transaction: everything inside comes as a whole or not at all. May be nested.

        Raises ExpectedError STORE_LOCKED, STORE_NOT_WRITABLE or STORE_DAMAGED.
        """
        if self._depth:
            with self._db.atomic():
                yield
            return
        self._lock.acquire(_PATIENCE_S)
        self._depth = 1
        try:
            with transaction(self._db):
                yield
        finally:
            self._depth, self._recording = 0, None
            self._lock.release()

    def save(self, clause: ReferenceClause, *, base: int, author: str, reason: str, at: datetime) -> Revision:
        """A new version of a clause (base 0: of a new one); its draft is done with.

        Raises ExpectedError LIBRARY_CHANGED where `base` is not the last version any more.
        """
        with self.writing():
            self._refuse_unseen(clause.id, base)
            made = self._add(Revision(replace(clause, version=base + 1), author, _second(at), reason), "")
            refuse_repeated(self._db, [made.clause])
            drafts.drop(self._db, clause.id)
        return made

    def set_status(self, clause: str, status: Status, *, base: int, author: str, reason: str, at: datetime) -> Revision:
        """A new version that differs in its status alone; a draft stays. Raises like `save`."""
        with self.writing():
            self._refuse_unseen(clause, base)
            changed = replace(self.last(clause).clause, status=status, version=base + 1)
            return self._add(Revision(changed, author, _second(at), reason), "")

    def bring_in(
        self, revisions: Sequence[Revision], *, types: Sequence[ClauseType] = (), origin: str, at: datetime
    ) -> tuple[Revision, ...]:
        """Versions from elsewhere. A new clause keeps its number, author, time and reason; of a known one, it is the next."""
        with self.writing():
            self._add_types(types)
            brought = tuple(self._brought_in(revision, origin, at) for revision in revisions)
            refuse_repeated(self._db, [revision.clause for revision in brought])
        return brought

    def _brought_in(self, revision: Revision, origin: str, at: datetime) -> Revision:
        last = self._last_number(revision.clause.id)
        if last:
            clause = replace(revision.clause, version=last + 1)
            revision = replace(revision, clause=clause, at=revision.at or _second(at))
        return self._add(revision, origin)

    def rename(self, name: str) -> None:
        """Give the library another name."""
        with self.writing():
            self._set_fact("name", one_line(name))
            self._count_change()

    # --- drafts: kept while somebody writes, no versions

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is being written, in place of what was kept before."""
        with self.writing():
            drafts.keep(self._db, draft)

    def drop_draft(self, clause: str) -> None:
        """Forget it."""
        with self.writing():
            drafts.drop(self._db, clause)

    # --- what packs and the starter library have offered

    def mark(self, origin: str, marks: Mapping[str, str], at: datetime) -> None:
        """Remember more of them."""
        with self.writing():
            packmarks.mark(self._db, origin, marks, at)

    def answer_starter(self, marks: Mapping[str, str], *, digest: str, at: datetime) -> None:
        """Remember what was answered to an offer of the starter library."""
        with self.writing():
            packmarks.mark(self._db, STARTER, marks, at)
            self._set_fact("starter_digest", digest)

    def subscribe(self, path: Path, name: str, at: datetime) -> None:
        """Watch a pack folder from now on."""
        with self.writing():
            packmarks.subscribe(self._db, path, name, at)

    def unsubscribe(self, path: Path) -> None:
        """Watch it no more."""
        with self.writing():
            packmarks.unsubscribe(self._db, path)

    def seen(self, path: Path, marks: Mapping[str, str], at: datetime) -> None:
        """Remember what was taken or answered of a watched folder, and that it was looked at."""
        with self.writing():
            packmarks.seen(self._db, path, marks, at)

    # --- inside a transaction

    def _add(self, revision: Revision, origin: str) -> Revision:
        """The version, then what is derived from it."""
        revision = as_stored(revision)
        clause = revision.clause
        self._refuse_unknown_type(clause)
        earlier = self._rows("SELECT number, status FROM versions WHERE clause = ? ORDER BY number", [clause.id])
        in_force = version_in_force([*earlier, {"number": clause.version, "status": clause.status.value}])
        self._db.table("clauses").upsert(clause_row(revision, in_force["number"] if in_force else None), pk="id")
        self._db.table("versions").insert(version_row(revision, self._recording_time(), origin))
        clausesearch.index(self._db, clause.id, search_row(clause))
        self._count_change()
        return revision

    def _add_types(self, types: Sequence[ClauseType]) -> None:
        known = {clause_type.id for clause_type in self.types()}
        new = [clause_type for clause_type in types if clause_type.id not in known]
        rows = [asdict(clause_type) | {"place": place} for place, clause_type in enumerate(new, len(known))]
        self._db.table("types").insert_all(rows)
        if new:
            self._count_change()

    def _count_change(self) -> None:
        self._set_fact("revision", str(self.revision() + 1))

    def _recording_time(self) -> datetime:
        """One for a whole block, so that no day ever sees half of it.

        Never before what was recorded already: a clock that was set back changes no history.
        """
        if self._recording is None:
            last, now = self._last_recorded(), self._clock()
            self._recording = max(now, instant(last)) if last else now
        return self._recording

    def _refuse_unseen(self, clause: str, base: int) -> None:
        last = self._last_number(clause)
        if last != base:
            author = self.last(clause).author if last else ""
            raise ExpectedError(ErrorCode.LIBRARY_CHANGED, {"version": last, "author": author or "–"})

    def _refuse_unknown_type(self, clause: ReferenceClause) -> None:
        types = sorted(clause_type.id for clause_type in self.types())
        if clause.type not in types:
            problems = Problems()
            problems.add("", clause.id, "type", ProblemCode.NOT_ALLOWED, clause.type, types)
            problems.raise_if_any()

    def _last_number(self, clause: str) -> int:
        rows = self._rows("SELECT version FROM clauses WHERE id = ?", [clause])
        return rows[0]["version"] if rows else 0

    def _set_fact(self, key: str, value: str) -> None:
        self._db.table("facts").upsert({"key": key, "value": value}, pk="key")


def _second(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(microsecond=0)
