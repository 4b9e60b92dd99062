"""Which library a review goes by: a folder of files, a pack in one file, or the user's own database.

Strategy: a library is read once in a process and version. A database counts its changes;
files do not and are read anew. A review only reads: it never makes the user's library, waits for nobody and hinders nobody.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app import paths
from app.library.loader import load, load_pack
from app.library.model import Library
from app.library.packfiles import FILE_SUFFIX
from app.library.starter import starter_digest, starter_pack
from app.storage.libraryreader import STARTER, LibraryReader
from app.storage.librarystore import LibraryStore

DATABASE: Final = ".sqlite"
_KEPT: Final = 4
_read: dict[tuple[Path, tuple[int, str], datetime | None], Library] = {}


def open_library(path: Path, *, as_of: datetime | None = None) -> Library:
    """The effective library of a folder, a pack (`.toml`) or a database (`.sqlite`). Raises ExpectedError."""
    if path.suffix.lower() != DATABASE:
        return load_pack(path) if path.is_file() and path.suffix.lower() == FILE_SUFFIX else load(path)
    with LibraryReader(path) as store:
        version = (path, store.state(), as_of)
        if version not in _read:
            while len(_read) >= _KEPT:
                del _read[next(iter(_read))]
            _read[version] = store.library(as_of)
        return _read[version]


def default_library() -> Path:
    """The user's own library if there is one, else the shipped folder."""
    own = paths.user_library()
    return own if own.is_file() else paths.clause_library()


def create_user_library(path: Path | None = None) -> LibraryStore:
    """The user's library, open; made from the starter library where there is none yet."""
    target = path or paths.user_library()
    if target.is_file():
        return LibraryStore(target)
    starter, now = starter_pack(), datetime.now(tz=UTC)
    store = LibraryStore.create(target, starter.revisions, starter.types, starter.name, origin=STARTER)
    store.answer_starter({}, digest=starter_digest(), at=now)
    return store


def keep_copy(path: Path) -> None:
    """At the start of the window, not in its thread: a copy of the library if one is due. Raises ExpectedError."""
    from app.storage.librarycopies import keep_copy

    keep_copy(path, datetime.now(tz=UTC))
