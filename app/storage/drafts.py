"""Drafts: what somebody is writing, kept as it stands, valid or not; no version and in force nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from app.library.plain import Plain, from_json, to_json
from app.storage.instants import instant, stamp

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class Draft:
    """`base`: the version it started from, 0 for a new clause."""

    clause: str
    base: int
    plain: Plain
    at: datetime
    author: str


def keep(db: Database, draft: Draft) -> None:
    """Put it in place of the one before."""
    row = {"clause": draft.clause, "base": draft.base, "plain": to_json(draft.plain)}
    db.table("drafts").upsert(row | {"at": stamp(draft.at), "author": draft.author}, pk="clause")


def all_of(db: Database) -> tuple[Draft, ...]:
    """In order of id."""
    rows = db.query("SELECT * FROM drafts ORDER BY clause")
    return tuple(
        Draft(row["clause"], row["base"], from_json(row["plain"]), instant(row["at"]), row["author"]) for row in rows
    )


def drop(db: Database, clause: str) -> None:
    """Forget it; no matter if there is none."""
    db.table("drafts").delete_where("clause = ?", [clause])
