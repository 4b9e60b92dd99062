"""What packs, watched folders and the starter library have offered: by clause, the fingerprint last taken or answered.

With it a merge tells whose change it is. A watched folder's marks stand under its path.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.storage.instants import instant, optional_instant, stamp

if TYPE_CHECKING:
    from sqlite_utils import Database

    from app.library.subscriptions import Subscription


def marks(db: Database, origin: str) -> dict[str, str]:
    """Clause → fingerprint."""
    rows = db.query("SELECT clause, sha256 FROM marks WHERE origin = ? ORDER BY clause", [origin])
    return {row["clause"]: row["sha256"] for row in rows}


def mark(db: Database, origin: str, new: Mapping[str, str], at: datetime) -> None:
    """Add them, in place of older ones of the same clauses."""
    rows = [{"origin": origin, "clause": clause, "sha256": sha, "at": stamp(at)} for clause, sha in new.items()]
    db.table("marks").upsert_all(rows, pk=("origin", "clause"))


def subscriptions(db: Database) -> tuple[Subscription, ...]:
    """In order of path."""
    from app.library.subscriptions import Subscription

    return tuple(
        Subscription(
            path=Path(row["path"]),
            name=row["name"],
            since=instant(row["since"]),
            seen=marks(db, _origin(Path(row["path"]))),
            looked=optional_instant(row["looked"]),
        )
        for row in list(db.query("SELECT * FROM subscriptions ORDER BY path"))
    )


def subscribe(db: Database, path: Path, name: str, at: datetime) -> None:
    """A folder that is watched already keeps its marks."""
    db.table("subscriptions").insert({"path": str(path), "name": name, "since": stamp(at)}, pk="path", ignore=True)


def unsubscribe(db: Database, path: Path) -> None:
    """Its marks go too: subscribing again begins anew."""
    db.table("subscriptions").delete_where("path = ?", [str(path)])
    db.table("marks").delete_where("origin = ?", [_origin(path)])


def seen(db: Database, path: Path, new: Mapping[str, str], at: datetime) -> None:
    """Add marks of a watched folder, and when it was looked at."""
    mark(db, _origin(path), new, at)
    db.conn.execute("UPDATE subscriptions SET looked = ? WHERE path = ?", [stamp(at), str(path)])


def _origin(path: Path) -> str:
    return f"folder:{path}"
