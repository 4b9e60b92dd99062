"""Makes sure that what was deleted is nowhere in the folder any more: not in the database, its log or its backups.

Strategy: SQLite overwrites deleted content with zeros (`secure_delete`), but the write-ahead log still holds the pages as they were
until it is written back and emptied. Backups are cleaned the same way; one that cannot be cleaned is removed, because a text
that should be gone is worse than a backup less.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.errors import ErrorCode, ExpectedError
from app.storage.database import backups_of, path_of, told

if TYPE_CHECKING:
    from sqlite_utils import Database

_WORTH_SHRINKING: Final = 4  # the part of the file that is empty: one in so many pages


def erase_from_backups(database: Path, cases: Iterable[str]) -> None:
    """Before the cases are deleted: were the program ended in between, nobody would think of the backups any more.

    Raises ExpectedError STORE_NOT_WRITABLE where a backup can neither be cleaned nor removed.
    """
    for copy in sorted(backups_of(database).glob(f"{database.stem}-*")):
        try:
            _clean(copy, tuple(cases))
        except OSError as error:
            raise ExpectedError(ErrorCode.STORE_NOT_WRITABLE, {"path": str(copy)}) from error


def empty_log(db: Database) -> bool:
    """Write the log back and empty it; False where another window still reads what is in it."""
    with told(path_of(db)):
        busy, _, _ = db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def shrink(db: Database) -> None:
    """Give the room back, if it is worth it."""
    free, pages = (db.conn.execute(f"PRAGMA {name}").fetchone()[0] for name in ("freelist_count", "page_count"))
    if free * _WORTH_SHRINKING > pages:
        with suppress(
            sqlite3.OperationalError
        ):  # no room for a copy, or another window reads: the zeros stay in the file
            db.conn.execute("VACUUM")


def _clean(copy: Path, cases: tuple[str, ...]) -> None:
    """What is not a whole copy was left by a program that was ended while it made one."""
    if copy.suffix != ".sqlite":
        copy.unlink(missing_ok=True)
        return
    try:
        _delete_from(copy, cases)
    except sqlite3.Error:
        copy.unlink()


def _delete_from(copy: Path, cases: tuple[str, ...]) -> None:
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = MEMORY")  # a journal would hold what is to be erased
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.executemany("DELETE FROM cases WHERE id = ?", [(case,) for case in cases])
