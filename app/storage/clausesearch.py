"""The full-text search over the last versions of all clauses (`app.storage.search` has its rules).

A hit in the title weighs most, then tags and id, then the wordings, then the notes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from app.storage.search import match_expression, short_terms

if TYPE_CHECKING:
    from sqlite_utils import Database

_WEIGHTS: Final = "10.0, 6.0, 3.0, 1.0"
_WHOLE: Final = "texts.title || char(10) || words || char(10) || wordings || char(10) || notes"
_ORDER: Final = "clauses.title, clauses.id"


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
    conditions, values = _conditions(query)
    order = f"bm25(texts, {_WEIGHTS}), {_ORDER}" if match_expression(query) else _ORDER
    where = " AND ".join(conditions) or "1"
    statement = f"SELECT clauses.id FROM texts JOIN clauses ON clauses.row = texts.rowid WHERE {where} ORDER BY {order}"  # noqa: S608
    return tuple(row[0] for row in db.conn.execute(statement, values))


def _conditions(query: str) -> tuple[list[str], list[str]]:
    conditions: list[str] = []
    values: list[str] = []
    expression = match_expression(query)
    if expression:
        conditions.append("texts MATCH ?")
        values.append(expression)
    for term in short_terms(query):
        conditions.append("(" + " OR ".join(f"instr({_WHOLE}, ?)" for _ in term) + ")")
        values.extend(term)
    return conditions, values
