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
from functools import cache
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from app import paths
from app.errors import ErrorCode, ExpectedError
from app.library.files import combined, entry_sha
from app.library.lifecycle import effective
from app.library.model import ClauseType, Library, ReferenceClause, Revision, Status
from app.library.problems import ProblemCode, Problems
from app.library.rulepack import load_rules
from app.library.statutes import RulePack
from app.storage import clausesearch, drafts, packmarks
from app.storage.clauserows import (
    Entry,
    Row,
    as_stored,
    clause_from,
    clause_row,
    entry_of,
    instant,
    revision_of,
    search_row,
    stamp,
    version_row,
)
from app.storage.database import damaged, open_database, told, transaction
from app.storage.drafts import Draft
from app.storage.libraryschema import APPLICATION, MIGRATIONS
from app.storage.lock import WriterLock

if TYPE_CHECKING:
    from app.library.subscriptions import Subscription

__all__ = ["STARTER", "Draft", "Entry", "LibraryStore"]

STARTER: Final = "starter"
_PATIENCE_S: Final = 1.0  # two windows that save at the same moment

_ENTRIES: Final = """
    SELECT clauses.*, drafts.clause IS NOT NULL AS has_draft
    FROM clauses JOIN types ON types.id = clauses.type LEFT JOIN drafts ON drafts.clause = clauses.id
    ORDER BY types.place, types.id, clauses.title, clauses.id
"""
_IN_FORCE: Final = """
    SELECT content FROM clauses JOIN versions ON versions.clause = clauses.id AND versions.number = clauses.in_force
    ORDER BY clauses.id
"""


def _now() -> datetime:
    return datetime.now(tz=UTC)


class LibraryStore:
    """An open library. Belongs to the thread that opened it."""

    def __init__(self, path: Path, *, clock: Callable[[], datetime] = _now) -> None:
        """Open an existing library. Raises ExpectedError LIBRARY_NOT_FOUND or one of `open_database`."""
        if not path.is_file():
            raise ExpectedError(ErrorCode.LIBRARY_NOT_FOUND, {"path": str(path)})
        if not path.stat().st_size:
            raise damaged(path)  # else it would pass for a library without clauses
        self.path = path
        self._clock = clock
        self._db = open_database(path, MIGRATIONS, application=APPLICATION)
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
        """Give everything back."""
        self._db.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- what is there

    @property
    def name(self) -> str:
        """What the library is called."""
        return self._fact("name", "")

    def revision(self) -> int:
        """A number that grows with every change of clauses, types or name."""
        return int(self._fact("revision", "0"))

    def state(self) -> tuple[int, str]:
        """Tells two states apart even where the file was replaced by a copy."""
        return self.revision(), self._last_recorded()

    def types(self) -> tuple[ClauseType, ...]:
        """Clause types in the order of the library."""
        rows = self._rows("SELECT id, de, en, definition_de, definition_en FROM types ORDER BY place, id")
        return tuple(ClauseType(**row) for row in rows)

    def entries(self) -> tuple[Entry, ...]:
        """Every clause by its last version, in order of type, title and id."""
        return tuple(map(entry_of, self._rows(_ENTRIES)))

    def search(self, text: str) -> tuple[str, ...]:
        """Ids of the clauses in which all words occur, best first; all clauses for no word."""
        with self._told():
            return clausesearch.search(self._db, text)

    def last(self, clause: str) -> Revision:
        """The last version. Raises KeyError where there is no such clause."""
        return revision_of(self._one(clause, "number = (SELECT version FROM clauses WHERE id = :clause)"))

    def version(self, clause: str, number: int) -> Revision:
        """One version. Raises KeyError where it does not exist."""
        return revision_of(self._one(clause, "number = :number", number=number))

    def versions(self, clause: str) -> tuple[Revision, ...]:
        """All versions, oldest first."""
        return tuple(map(revision_of, self._rows("SELECT * FROM versions WHERE clause = ? ORDER BY number", [clause])))

    def recorded(self, clause: str) -> tuple[datetime, ...]:
        """When each version came into this database: the proof of what was in force when."""
        rows = self._rows("SELECT recorded FROM versions WHERE clause = ? ORDER BY number", [clause])
        return tuple(instant(row["recorded"]) for row in rows)

    def ours(self) -> dict[str, Revision]:
        """The last version of every clause."""
        rows = self._rows(
            "SELECT versions.* FROM clauses JOIN versions ON clause = id AND number = version ORDER BY clauses.id"
        )
        return {row["clause"]: revision_of(row) for row in rows}

    def library(self, as_of: datetime | None = None) -> Library:
        """What is in force now, or was at a time. Clause types and statutory rules are today's."""
        contents = [row["content"] for row in self._rows(_IN_FORCE)] if as_of is None else self._contents_at(as_of)
        clauses = [clause_from(content) for content in contents]
        types = tuple(sorted(self.types(), key=lambda clause_type: clause_type.id))
        sha = combined({"types": [entry_sha(entry) for entry in types], "clauses": [sha for _, sha in clauses]})
        return Library(self.name, sha, types, tuple(clause for clause, _ in clauses), _shipped_rules())

    def _contents_at(self, as_of: datetime) -> list[str]:
        rows = self._rows(
            "SELECT clause, number, status FROM versions WHERE recorded <= ? ORDER BY clause, number", [stamp(as_of)]
        )
        found = (_in_force(list(versions)) for _, versions in groupby(rows, key=lambda row: row["clause"]))
        return [self._one(row["clause"], "number = :number", number=row["number"])["content"] for row in found if row]

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
            return tuple(self._brought_in(revision, origin, at) for revision in revisions)

    def _brought_in(self, revision: Revision, origin: str, at: datetime) -> Revision:
        last = self._last_number(revision.clause.id)
        if last:
            clause = replace(revision.clause, version=last + 1)
            revision = replace(revision, clause=clause, at=revision.at or _second(at))
        return self._add(revision, origin)

    def rename(self, name: str) -> None:
        """Give the library another name."""
        with self.writing():
            self._set_fact("name", name)
            self._count_change()

    # --- drafts: kept while somebody writes, no versions

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is being written, in place of what was kept before."""
        with self.writing():
            drafts.keep(self._db, draft)

    def draft(self, clause: str) -> Draft | None:
        """What is kept of a clause that somebody is writing."""
        return next((draft for draft in self.drafts() if draft.clause == clause), None)

    def drafts(self) -> tuple[Draft, ...]:
        """All drafts, in order of id."""
        with self._told():
            return drafts.all_of(self._db)

    def drop_draft(self, clause: str) -> None:
        """Forget it."""
        with self.writing():
            drafts.drop(self._db, clause)

    # --- what packs and the starter library have offered

    def marks(self, origin: str) -> dict[str, str]:
        """Clause → fingerprint of what was last taken from, or answered to, this origin."""
        with self._told():
            return packmarks.marks(self._db, origin)

    def mark(self, origin: str, marks: Mapping[str, str], at: datetime) -> None:
        """Remember more of them."""
        with self.writing():
            packmarks.mark(self._db, origin, marks, at)

    def starter(self) -> dict[str, str]:
        """The marks of the starter library."""
        return self.marks(STARTER)

    def starter_digest(self) -> str:
        """Which starter library was last answered, "" for none."""
        return self._fact("starter_digest", "")

    def answer_starter(self, marks: Mapping[str, str], *, digest: str, at: datetime) -> None:
        """Remember what was answered to an offer of the starter library."""
        with self.writing():
            packmarks.mark(self._db, STARTER, marks, at)
            self._set_fact("starter_digest", digest)

    def subscriptions(self) -> tuple[Subscription, ...]:
        """Pack folders that are watched, in order of path."""
        with self._told():
            return packmarks.subscriptions(self._db)

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
        in_force = _in_force([*earlier, {"number": clause.version, "status": clause.status.value}])
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

    def _last_recorded(self) -> str:
        rows = self._rows("SELECT recorded FROM versions ORDER BY rowid DESC LIMIT 1")
        return str(rows[0]["recorded"]) if rows else ""

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

    # --- rows

    def _fact(self, key: str, otherwise: str) -> str:
        rows = self._rows("SELECT value FROM facts WHERE key = ?", [key])
        return str(rows[0]["value"]) if rows else otherwise

    def _set_fact(self, key: str, value: str) -> None:
        self._db.table("facts").upsert({"key": key, "value": value}, pk="key")

    def _one(self, clause: str, where: str, **values: object) -> Row:
        query = f"SELECT * FROM versions WHERE clause = :clause AND {where}"  # noqa: S608 - our own words
        rows = self._rows(query, {"clause": clause} | values)
        if not rows:
            raise KeyError(clause)
        return rows[0]

    def _rows(self, query: str, values: Sequence[object] | dict[str, object] = ()) -> list[dict[str, Any]]:
        with self._told():
            return list(self._db.query(query, values))

    @contextmanager
    def _told(self) -> Iterator[None]:
        with told(self.path):
            yield


def _in_force(versions: Sequence[Row]) -> Row | None:
    place = effective([Status(version["status"]) for version in versions])
    return None if place is None else versions[place]


def _second(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(microsecond=0)


@cache
def _shipped_rules() -> RulePack:
    """The law is the same for every library."""
    problems = Problems()
    rules = load_rules(paths.clause_library() / "rules", None, problems)
    problems.raise_if_any()
    return rules
