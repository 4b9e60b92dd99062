"""The full-text search over the last versions of all clauses (`app.storage.search` has its rules).

A hit in the title weighs most, then tags and id, then the wordings, then the notes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from app.storage.search import match_expression

if TYPE_CHECKING:
    from sqlite_utils import Database

_WEIGHTS: Final = "10.0, 6.0, 3.0, 1.0"
_ALL: Final = "SELECT id FROM clauses ORDER BY title, id"
_FOUND: Final = f"""
    SELECT id FROM texts JOIN clauses ON clauses.row = texts.rowid
    WHERE texts MATCH ? ORDER BY bm25(texts, {_WEIGHTS}), clauses.title, id
"""  # noqa: S608 - our own words


def index(db: Database, clause: str, row: Mapping[str, str]) -> None:
    """Put a clause's texts in place of those of its version before."""
    number = db.conn.execute("SELECT row FROM clauses WHERE id = ?", [clause]).fetchone()[0]
    db.conn.execute("DELETE FROM texts WHERE rowid = ?", [number])
    db.conn.execute(
        "INSERT INTO texts (rowid, title, words, wordings, notes) VALUES (?, ?, ?, ?, ?)",
        [number, row["title"], row["words"], row["wordings"], row["notes"]],
    )


def search(db: Database, query: str) -> tuple[str, ...]:
    """Ids, best first."""
    expression = match_expression(query)
    rows = db.conn.execute(_FOUND, [expression]) if expression else db.conn.execute(_ALL)
    return tuple(row[0] for row in rows)
