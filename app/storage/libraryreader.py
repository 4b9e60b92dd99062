"""The clause library as it can be read: lists, search, versions, and what is or was in force.

Strategy: lists and search read tables derived from the last versions, reviews the versions in force. Nothing here waits for a
writer or changes anything; only a library of an older program is brought up to date when it is opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from app import paths
from app.errors import ErrorCode, ExpectedError
from app.library.files import combined, entry_sha
from app.library.lifecycle import effective
from app.library.model import ClauseType, Library, Revision, Status
from app.library.problems import Problems
from app.library.rulepack import load_rules
from app.library.statutes import RulePack
from app.storage import clausesearch, drafts, packmarks
from app.storage.clauserows import (
    ENTRY_COLUMNS,
    Entry,
    Row,
    clause_from,
    entry_of,
    revision_of,
)
from app.storage.database import back_up, damaged, open_database, told
from app.storage.drafts import Draft
from app.storage.instants import instant, optional_instant, stamp
from app.storage.libraryschema import APPLICATION, MIGRATIONS
from app.storage.search import dropped

if TYPE_CHECKING:
    from app.library.subscriptions import Subscription

STARTER: Final = "starter"

_ENTRIES: Final = f"""
    SELECT {ENTRY_COLUMNS}, drafts.clause IS NOT NULL
    FROM clauses LEFT JOIN drafts ON drafts.clause = clauses.id
"""  # noqa: S608 - our own words
_IN_FORCE: Final = """
    SELECT content FROM clauses JOIN versions ON versions.clause = clauses.id AND versions.number = clauses.in_force
    ORDER BY clauses.id
"""


class LibraryReader:
    """An open library, for reading. Belongs to the thread that opened it."""

    def __init__(self, path: Path) -> None:
        """Open an existing library. Raises ExpectedError LIBRARY_NOT_FOUND or one of `open_database`."""
        if not path.is_file():
            raise ExpectedError(ErrorCode.LIBRARY_NOT_FOUND, {"path": str(path)})
        if not path.stat().st_size:
            raise damaged(path)  # else it would pass for a library without clauses
        self.path = path
        self._db = open_database(path, MIGRATIONS, application=APPLICATION)

    def close(self) -> None:
        """Give everything back."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

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

    def changed(self) -> datetime | None:
        """When the last version came into this database."""
        return optional_instant(self._last_recorded())

    def copy_into(self, folder: Path, now: datetime) -> Path:
        """Copy the whole library there; the copy."""
        with self._told():
            return back_up(self._db, folder, now)

    def types(self) -> tuple[ClauseType, ...]:
        """Clause types in the order of the library."""
        rows = self._rows("SELECT id, de, en, definition_de, definition_en FROM types ORDER BY place, id")
        return tuple(ClauseType(**row) for row in rows)

    def entries(self) -> tuple[Entry, ...]:
        """Every clause by its last version, in order of type, title (as in a dictionary) and id."""
        places = {clause_type.id: place for place, clause_type in enumerate(self.types())}
        with self._told():
            found = map(entry_of, self._db.conn.execute(_ENTRIES))
            return tuple(sorted(found, key=lambda entry: (places[entry.type], _sorted_as(entry.title), entry.id)))

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
        found = (version_in_force(list(versions)) for _, versions in groupby(rows, key=lambda row: row["clause"]))
        return [self._one(row["clause"], "number = :number", number=row["number"])["content"] for row in found if row]

    # --- drafts, and what packs and the starter library have offered

    def draft(self, clause: str) -> Draft | None:
        """What is kept of a clause that somebody is writing."""
        return next((draft for draft in self.drafts() if draft.clause == clause), None)

    def drafts(self) -> tuple[Draft, ...]:
        """All drafts, in order of id."""
        with self._told():
            return drafts.all_of(self._db)

    def marks(self, origin: str) -> dict[str, str]:
        """Clause → fingerprint of what was last taken from, or answered to, this origin."""
        with self._told():
            return packmarks.marks(self._db, origin)

    def starter(self) -> dict[str, str]:
        """The marks of the starter library."""
        return self.marks(STARTER)

    def starter_digest(self) -> str:
        """Which starter library was last answered, "" for none."""
        return self._fact("starter_digest", "")

    def subscriptions(self) -> tuple[Subscription, ...]:
        """Pack folders that are watched, in order of path."""
        with self._told():
            return packmarks.subscriptions(self._db)

    # --- rows

    def _last_recorded(self) -> str:
        rows = self._rows("SELECT recorded FROM versions ORDER BY rowid DESC LIMIT 1")
        return str(rows[0]["recorded"]) if rows else ""

    def _fact(self, key: str, otherwise: str) -> str:
        rows = self._rows("SELECT value FROM facts WHERE key = ?", [key])
        return str(rows[0]["value"]) if rows else otherwise

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


def version_in_force(versions: Sequence[Row]) -> Row | None:
    """Of all versions of a clause, oldest first, the one that takes effect."""
    place = effective([Status(version["status"]) for version in versions])
    return None if place is None else versions[place]


@lru_cache(maxsize=8192)
def _sorted_as(title: str) -> str:
    """As in a German dictionary: ä like a, whatever the case."""
    return dropped(title)


@cache
def _shipped_rules() -> RulePack:
    """The law is the same for every library."""
    problems = Problems()
    rules = load_rules(paths.clause_library() / "rules", None, problems)
    problems.raise_if_any()
    return rules
