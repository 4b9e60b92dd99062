"""Tables of the clause library. docs/storage.md describes them.

A published step is never changed; a new one is added at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sqlite_utils import Database

    from app.storage.database import Migration

APPLICATION: Final = 0x4B4C424C  # "KLBL"

_FIRST: Final = """
CREATE TABLE facts (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE types (
    id TEXT PRIMARY KEY,
    place INTEGER NOT NULL,
    de TEXT NOT NULL,
    en TEXT NOT NULL,
    definition_de TEXT NOT NULL,
    definition_en TEXT NOT NULL
);

CREATE TABLE clauses (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    in_force INTEGER,
    title TEXT NOT NULL,
    type TEXT NOT NULL REFERENCES types (id),
    perspective TEXT NOT NULL,
    audiences TEXT NOT NULL,
    contract_kinds TEXT NOT NULL,
    tags TEXT NOT NULL,
    language TEXT NOT NULL,
    status TEXT NOT NULL,
    owner TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    at TEXT,
    author TEXT NOT NULL
);

CREATE TABLE versions (
    clause TEXT NOT NULL REFERENCES clauses (id),
    number INTEGER NOT NULL CHECK (number > 0),
    status TEXT NOT NULL,
    content TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT,
    reason TEXT NOT NULL,
    recorded TEXT NOT NULL,
    origin TEXT NOT NULL,
    PRIMARY KEY (clause, number)
);

CREATE TRIGGER versions_stay_as_they_are BEFORE UPDATE ON versions
BEGIN SELECT RAISE(ABORT, 'a version is never changed'); END;

CREATE TRIGGER versions_stay BEFORE DELETE ON versions
BEGIN SELECT RAISE(ABORT, 'a version is never deleted'); END;

CREATE TRIGGER clauses_stay BEFORE DELETE ON clauses
BEGIN SELECT RAISE(ABORT, 'a clause is retired, never deleted'); END;

CREATE TABLE drafts (
    clause TEXT PRIMARY KEY,
    base INTEGER NOT NULL,
    plain TEXT NOT NULL,
    at TEXT NOT NULL,
    author TEXT NOT NULL
);

CREATE TABLE subscriptions (
    path TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    since TEXT NOT NULL,
    looked TEXT
);

CREATE TABLE marks (
    origin TEXT NOT NULL,
    clause TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    at TEXT,
    PRIMARY KEY (origin, clause)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE texts USING fts5 (title, words, wordings, notes, tokenize = 'trigram');
"""


def _first(db: Database) -> None:
    _run(db, _FIRST)


def _run(db: Database, script: str) -> None:
    """`executescript` would end the transaction."""
    import sqlite3

    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            db.conn.execute(statement)
            statement = ""


MIGRATIONS: Final[tuple[Migration, ...]] = (_first,)
