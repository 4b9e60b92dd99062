"""A new clause library: written under a temporary name and then renamed, so that it appears whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from app.errors import ErrorCode, ExpectedError
from app.library.merging import content_sha
from app.library.model import ClauseType, Revision
from app.storage.database import open_database, private_folder, refuse_network
from app.storage.libraryschema import APPLICATION, MIGRATIONS
from app.storage.lock import WriterLock

_PATIENCE_S: Final = 10.0


def create_library(
    path: Path,
    revisions: Sequence[Revision],
    types: Sequence[ClauseType],
    name: str,
    *,
    origin: str,
    clock: Callable[[], datetime],
) -> None:
    """Where two windows start at once, the second finds the first one's library."""
    refuse_network(path)
    private_folder(path.parent)
    lock = WriterLock(path)
    lock.acquire(_PATIENCE_S)
    try:
        _remove_remains(path)
        if not path.exists():
            _create(path, lambda temporary: _fill(temporary, revisions, types, name, origin, clock))
    finally:
        lock.release()


def _create(path: Path, fill: Callable[[Path], None]) -> None:
    try:
        handle, made = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp.sqlite", dir=path.parent)
        os.close(handle)
        temporary = Path(made)
        try:
            fill(temporary)
            _remove_log(path)
            temporary.replace(path)
        finally:
            _remove(temporary)
    except OSError as error:
        raise ExpectedError(ErrorCode.STORE_NOT_WRITABLE, {"path": str(path)}) from error


def _fill(
    path: Path,
    revisions: Sequence[Revision],
    types: Sequence[ClauseType],
    name: str,
    origin: str,
    clock: Callable[[], datetime],
) -> None:
    from app.storage.librarystore import LibraryStore

    open_database(path, MIGRATIONS, application=APPLICATION).close()
    with LibraryStore(path, clock=clock) as store, store.writing():
        store.rename(name)
        store.bring_in(revisions, types=types, origin=origin, at=clock())
        store.mark(origin, _marks(revisions), clock())


def _marks(revisions: Sequence[Revision]) -> dict[str, str]:
    return {revision.clause.id: content_sha(revision.clause) for revision in revisions}


def _remove_remains(path: Path) -> None:
    """What a creation that was killed left behind. Under the lock nobody else is at it."""
    for remains in path.parent.glob(f".{path.name}.*.tmp*"):
        remains.unlink(missing_ok=True)


def _remove_log(path: Path) -> None:
    """Of a library that somebody removed after a crash: SQLite would take it for the new one's."""
    for name in (f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)


def _remove(temporary: Path) -> None:
    """With all that SQLite and the lock put beside it."""
    for name in (temporary.name, f"{temporary.name}-wal", f"{temporary.name}-shm", f"{temporary.stem}.lock"):
        temporary.with_name(name).unlink(missing_ok=True)
