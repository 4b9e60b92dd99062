"""Which library a review goes by: a folder of files, or the user's own database.

Strategy: a library is read once in a process and version. Asking a database for its version costs a thousandth of reading it;
a folder has none and is read anew. A review only reads: it never makes the user's library, waits for nobody and hinders nobody.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from pathlib import Path

from app import paths
from app.library.loader import load
from app.library.model import Library, Revision
from app.storage.librarystore import STARTER, LibraryStore

_DATABASE = ".sqlite"


def open_library(path: Path, *, as_of: datetime | None = None) -> Library:
    """The effective library of a folder or a database (`.sqlite`). Raises ExpectedError."""
    if path.suffix.lower() != _DATABASE:
        return load(path)
    with LibraryStore(path) as store:
        return _of_database(path, store.revision(), as_of)


@lru_cache(maxsize=4)
def _of_database(path: Path, revision: int, as_of: datetime | None) -> Library:
    with LibraryStore(path) as store:
        return store.library(as_of)


def default_library() -> Path:
    """The user's own library if there is one, else the shipped folder."""
    own = paths.user_library()
    return own if own.is_file() else paths.clause_library()


def create_user_library(path: Path | None = None) -> LibraryStore:
    """The user's library, open; made from the starter library where there is none yet."""
    target = path or paths.user_library()
    if target.is_file():
        return LibraryStore(target)
    starter = load(paths.clause_library())
    revisions = [Revision(clause) for clause in starter.clauses]
    return LibraryStore.create(target, revisions, starter.types, starter.name, origin=STARTER)
