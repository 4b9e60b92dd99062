"""Tables of the cases. docs/storage.md describes them.

Strategy: what lists show are plain columns; what is large lies in a table of its own, so that a list never reads it. Everything hangs
on the case's row and goes with it. A published step is never changed; a new one is added at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sqlite_utils import Database

    from app.storage.database import Migration

APPLICATION: Final = 0x4B4C4341  # "KLCA"

_FIRST: Final = (
    """CREATE TABLE cases (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    kept TEXT NOT NULL,
    created TEXT NOT NULL,
    opened TEXT NOT NULL,
    analysed TEXT NOT NULL,
    program TEXT NOT NULL,
    library TEXT NOT NULL,
    library_sha256 TEXT NOT NULL,
    rules TEXT,
    rules_sha256 TEXT,
    findings INTEGER NOT NULL,
    worst TEXT,
    state TEXT NOT NULL
)""",
    """CREATE TABLE contents (
    case_id TEXT PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
    reading BLOB NOT NULL,
    facts BLOB NOT NULL,
    analysis BLOB NOT NULL,
    document BLOB
)""",
    """CREATE TABLE decisions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    anchor TEXT NOT NULL,
    stands INTEGER NOT NULL,
    verdict TEXT,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT NOT NULL,
    severity TEXT,
    reason TEXT NOT NULL,
    assignee TEXT NOT NULL,
    code TEXT NOT NULL,
    quote TEXT NOT NULL,
    place TEXT NOT NULL,
    rule TEXT NOT NULL
)""",
    "CREATE INDEX decisions_of_a_case ON decisions (case_id, anchor, number)",
    """CREATE TRIGGER decisions_stay_as_they_are BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END""",
    """CREATE TABLE corrections (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    action TEXT NOT NULL,
    anchor TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (case_id, number)
)""",
    """CREATE TABLE matched (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    reference TEXT NOT NULL,
    PRIMARY KEY (case_id, reference)
) WITHOUT ROWID""",
    "CREATE INDEX matched_references ON matched (reference)",
)

_SECOND: Final = (
    """CREATE TABLE found (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    anchor TEXT NOT NULL,
    PRIMARY KEY (case_id, anchor)
) WITHOUT ROWID""",
)

_THIRD: Final = ("ALTER TABLE corrections ADD COLUMN place TEXT NOT NULL DEFAULT ''",)


def _first(db: Database) -> None:
    for statement in _FIRST:
        db.conn.execute(statement)


def _second(db: Database) -> None:
    for statement in _SECOND:
        db.conn.execute(statement)


def _third(db: Database) -> None:
    for statement in _THIRD:
        db.conn.execute(statement)


MIGRATIONS: Final[tuple[Migration, ...]] = (_first, _second, _third)
