"""A SQLite database of ours, opened with care: what the clause library and the cases have in common.

Strategy: write-ahead log, so that readers never wait for the writer; every commit is forced to the disk, because what was
confirmed must survive a loss of power. A database that is damaged, newer than the program, another program's or on a
network share is refused and left as it is. Before its schema is changed it is copied; each step of the schema is one
transaction.

`user_version` holds the number of steps taken, `application_id` whose database it is.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.errors import ErrorCode, ExpectedError
from app.storage.drives import on_network
from app.storage.lock import WriterLock
from app.storage.withoutnumpy import database_class

if TYPE_CHECKING:
    from sqlite_utils import Database

Migration = Callable[["Database"], None]
"""One step of a schema, run inside a transaction."""

BUSY_TIMEOUT_S: Final = 5.0
_PATIENCE_S: Final = 10.0  # while another window brings the same database up to date
_PRIMARY: Final = 0xFF  # extended result codes keep the primary one in their low byte
_NOT_WRITABLE: Final = frozenset(
    (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
)
_DAMAGED: Final = frozenset((sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB))
_LOCKED: Final = frozenset((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED))


def open_database(
    path: Path, migrations: Sequence[Migration], *, backups: Path | None = None, application: int = 0
) -> Database:
    """The database at `path`, made where it is missing, brought to the newest schema.

    Raises ExpectedError STORE_ON_NETWORK, STORE_DAMAGED, STORE_NEWER, STORE_NOT_WRITABLE or STORE_LOCKED.
    """
    refuse_network(path)
    folder = backups or backups_of(path)
    with told(path, folder):
        db = _connected(path)
        try:
            _check(db, path, folder)
            _refuse_foreign(db, path, folder, application, len(migrations))
            _prepare(db.conn, path)
            if schema_of(db) < len(migrations):
                _migrate(db, path, migrations, folder, application)
        except BaseException:
            db.close()
            raise
    return db


def refuse_network(path: Path) -> None:
    """Before anything is written there. Raises ExpectedError STORE_ON_NETWORK."""
    if on_network(path):
        raise ExpectedError(ErrorCode.STORE_ON_NETWORK, {"path": str(path)})


def backups_of(path: Path) -> Path:
    """Where copies of a database go: a folder beside it."""
    return path.parent / "backups"


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All or nothing. Raises ExpectedError where the database is locked, damaged or cannot be written."""
    path = path_of(db)
    with told(path, backups_of(path)):
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.conn.execute("COMMIT")
        except BaseException:
            if db.conn.in_transaction:  # SQLite itself takes back some failures
                db.conn.execute("ROLLBACK")
            raise


@contextmanager
def told(path: Path, backups: Path | None = None) -> Iterator[None]:
    """What SQLite complains about, in our words; a mistake in a statement of ours stays what it is."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
        if code in _LOCKED:
            raise ExpectedError(ErrorCode.STORE_LOCKED, {"holder": path.name}) from error
        if code in _DAMAGED:
            raise damaged(path, backups) from error
        if code in _NOT_WRITABLE:
            raise ExpectedError(ErrorCode.STORE_NOT_WRITABLE, {"path": str(path)}) from error
        raise


def back_up(db: Database, backups: Path, now: datetime | None = None) -> Path:
    """Copy a database as it is now into the folder, under its name, schema and the time; private, and whole or not at all."""
    source, moment = path_of(db), (now or datetime.now(tz=UTC)).astimezone(UTC)
    target = backups / f"{source.stem}-{schema_of(db)}-{moment:%Y%m%dT%H%M%S%f}.sqlite"
    part = target.with_suffix(".part")
    private_folder(backups)
    _private_file(part)
    try:
        with closing(sqlite3.connect(part)) as copy:
            db.conn.backup(copy)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return target


def damaged(path: Path, backups: Path | None = None) -> ExpectedError:
    """What to raise for a database that cannot be relied on."""
    return ExpectedError(ErrorCode.STORE_DAMAGED, {"path": str(path), "backups": str(backups or backups_of(path))})


def path_of(db: Database) -> Path:
    """The file of a database."""
    return Path(db.conn.execute("PRAGMA database_list").fetchone()[2])


def _connected(path: Path) -> Database:
    private_folder(path.parent)
    if not path.exists():
        _private_file(path)
    connection = sqlite3.connect(
        str(path) if _writable(path) else _read_only_address(path),
        uri=not _writable(path),
        timeout=BUSY_TIMEOUT_S,
        isolation_level=None,  # transactions begin and end where we say so
    )
    return database_class()(connection, execute_plugins=False)


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _read_only_address(path: Path) -> str:
    """Without the right to write its log's index, a database can only be read as one that nobody changes."""
    mode = "mode=ro" if Path(f"{path}-wal").exists() else "mode=ro&immutable=1"
    return f"{path.resolve().as_uri()}?{mode}"


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Only once it is known to be ours: the first of these may write."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    if _writable(path):
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")


def _check(db: Database, path: Path, backups: Path) -> None:
    if db.conn.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise damaged(path, backups)


def _refuse_foreign(db: Database, path: Path, backups: Path, application: int, newest: int) -> None:
    """Another program's database would be spoilt by our tables."""
    owner = db.conn.execute("PRAGMA application_id").fetchone()[0]
    empty = db.conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if owner != application and not empty:
        raise damaged(path, backups)
    if schema_of(db) > newest:
        raise ExpectedError(ErrorCode.STORE_NEWER, {"path": str(path)})


def schema_of(db: Database) -> int:
    """The number of steps its schema has taken."""
    return int(db.conn.execute("PRAGMA user_version").fetchone()[0])


def _migrate(db: Database, path: Path, migrations: Sequence[Migration], backups: Path, application: int) -> None:
    """Under the writer's lock: another window with the older program must not write meanwhile."""
    lock = WriterLock(path)
    lock.acquire(_PATIENCE_S)
    try:
        if 0 < schema_of(db) < len(migrations):
            back_up(db, backups)
        for number in range(schema_of(db) + 1, len(migrations) + 1):
            with transaction(db):
                migrations[number - 1](db)
                db.conn.execute(f"PRAGMA application_id = {application}")
                db.conn.execute(f"PRAGMA user_version = {number}")
    finally:
        lock.release()


def private_folder(folder: Path) -> None:
    """Make it, for the user's eyes only; a folder that exists keeps its rights."""
    try:
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
    except OSError as error:
        raise ExpectedError(ErrorCode.STORE_NOT_WRITABLE, {"path": str(folder)}) from error


def _private_file(path: Path) -> None:
    """Before SQLite makes it: its log gets the same rights."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise ExpectedError(ErrorCode.STORE_NOT_WRITABLE, {"path": str(path)}) from error
