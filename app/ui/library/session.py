"""The user's clause library as the windows see it: opened once, written through one door, watched for others' changes.

Strategy: the database module is slow to import and the starter library is copied at the first start, so both happen in a
thread, after which the main thread opens the database. Every writing asks for the user's name once, turns a refusal into a
signal and says that something has changed. What another process writes is seen by the number of the last change. Where the
database cannot be used the shipped starter library takes its place, for reading and for reviewing documents.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app import paths
from app.errors import ErrorCode, ExpectedError
from app.library.model import ReferenceClause, Revision, Status
from app.settings import Settings, load_settings, save_settings

if TYPE_CHECKING:
    from app.storage.librarystore import LibraryStore  # loads sqlite_utils

T = TypeVar("T")
_LOOK_EVERY_MS = 3000
_DATABASE = ".sqlite"


def _ask_for_name(parent: QWidget | None) -> str:
    from app.ui.library.name_dialog import ask_for_name

    return ask_for_name(parent)


def _utc_now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


class LibrarySession(QObject):
    """`given`: the library named on the command line, a database or a folder; a folder is only read, by the reviews."""

    ready = Signal()
    changed = Signal()
    noted = Signal()  # a draft was kept or dropped
    failed = Signal(object)  # ExpectedError
    _prepared = Signal(object)  # ExpectedError or None

    def __init__(
        self,
        given: Path | None = None,
        *,
        clock: Callable[[], datetime] = _utc_now,
        ask: Callable[[QWidget | None], str] = _ask_for_name,
    ) -> None:
        super().__init__()
        self.path = given if given and given.suffix == _DATABASE else paths.user_library()
        self.folder = given if given and given.suffix != _DATABASE else None
        self.trouble: ExpectedError | None = None
        self.now = clock
        self._ask = ask
        self._store: LibraryStore | None = None
        self._thread: threading.Thread | None = None
        self._revision = 0
        self._prepared.connect(self._open, Qt.ConnectionType.QueuedConnection)
        self._watch = QTimer(self)
        self._watch.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._watch.setInterval(_LOOK_EVERY_MS)
        self._watch.timeout.connect(self.look)

    # --- opening

    def prepare(self) -> None:
        """Open the library, made from the starter library where there is none; returns at once, `ready` follows."""
        if self._thread is None and self._store is None and self.trouble is None:
            self._thread = threading.Thread(target=self._make, name="klausellupe-library", daemon=True)
            self._thread.start()

    def _make(self) -> None:
        """In the thread."""
        error: ExpectedError | None = None
        try:
            from app.pipeline.libraries import create_user_library, keep_copy

            if not self.path.exists():
                create_user_library(self.path).close()
            keep_copy(self.path)
        except ExpectedError as found:
            if found.code is ErrorCode.STORE_NOT_WRITABLE and self.path.exists():
                self.failed.emit(found)  # without a copy of today it can be read all the same
            else:
                error = found
        self._prepared.emit(error)

    def _open(self, error: ExpectedError | None) -> None:
        if self._thread is None:
            return  # closed meanwhile
        self._end_thread()
        try:
            if error is not None:
                raise error
            from app.storage.librarystore import LibraryStore

            self._store = LibraryStore(self.path)
            self._revision = self._store.revision()
            self._watch.start()
        except ExpectedError as found:
            self.trouble = found
        self.ready.emit()

    def _end_thread(self) -> None:
        if self._thread is not None:
            self._thread.join()
        self._thread = None

    def close(self) -> None:
        """At the end of the program."""
        self._watch.stop()
        self._end_thread()
        if self._store is not None:
            self._store.close()
        self._store = None

    @property
    def is_open(self) -> bool:
        """Whether there is a database to read."""
        return self._store is not None

    @property
    def store(self) -> LibraryStore:
        """The database; only when it is open."""
        if self._store is None:
            raise RuntimeError("the library is not open")
        return self._store

    def effective(self) -> Path:
        """The library that documents are reviewed with: database or folder."""
        if self.folder is not None:
            return self.folder
        usable = self.trouble is None and self.path.exists()
        return self.path if usable else paths.clause_library()

    def give_up(self, error: ExpectedError) -> bool:
        """A review met a database that cannot be read: from now on the starter library; False if that is so already."""
        if error.code not in _UNUSABLE or self.folder is not None or self.trouble is not None:
            return False
        self.trouble = error
        self.ready.emit()
        return True

    # --- writing

    def user(self, parent: QWidget | None = None) -> str:
        """The name that changes are signed with, asked for where there is none yet; "" where none was given."""
        return load_settings()[0].user or self._ask(parent)

    def keep_settings(self, settings: Settings) -> None:
        """Write the user's settings; a refusal is told like that of a change."""
        try:
            save_settings(settings)
        except ExpectedError as error:
            self.failed.emit(error)

    def write(self, action: Callable[[LibraryStore, str, datetime], T], *, parent: QWidget | None = None) -> T | None:
        """What `action` (store, author, time) returns; None where the user gave no name or the change was refused."""
        if not self._usable():
            return None
        try:
            author = self.user(parent)
            if not author:
                return None
            done = action(self.store, author, self.now())
            self._revision = self.store.revision()
        except ExpectedError as error:
            self.failed.emit(error)
            return None
        self.changed.emit()
        return done

    def quietly(self, action: Callable[[LibraryStore, datetime], object]) -> bool:
        """Keep something that is no version (a draft being typed): no name is asked; whether it was kept."""
        if not self._usable():
            return False
        try:
            action(self.store, self.now())
        except ExpectedError as error:
            self.failed.emit(error)
            return False
        self.noted.emit()
        return True

    def _usable(self) -> bool:
        if self.trouble is not None:
            self.failed.emit(self.trouble)
        return self.is_open and self.trouble is None

    def save(self, clause: ReferenceClause, *, base: int, reason: str) -> Revision | None:
        """A new version of a clause, or its first (`base` 0)."""
        return self.write(lambda store, author, at: store.save(clause, base=base, author=author, reason=reason, at=at))

    def set_status(self, clause: str, status: Status, *, base: int, reason: str) -> Revision | None:
        """A new version that differs in its status only."""
        return self.write(
            lambda store, author, at: store.set_status(clause, status, base=base, author=author, reason=reason, at=at)
        )

    # --- others' changes

    def look(self) -> None:
        """Whether another process has changed something."""
        if self._store is None:
            return
        try:
            revision = self._store.revision()
        except ExpectedError:
            return  # what is wrong is said when something is asked for
        if revision != self._revision:
            self._revision = revision
            self.changed.emit()


_UNUSABLE = frozenset(
    {
        ErrorCode.STORE_DAMAGED,
        ErrorCode.STORE_NEWER,
        ErrorCode.STORE_ON_NETWORK,
        ErrorCode.STORE_NOT_WRITABLE,
        ErrorCode.STORE_LOCKED,
    }
)
