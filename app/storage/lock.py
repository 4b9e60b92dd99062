"""One writer at a time: a lock of the operating system on a file beside the database.

The system frees it when a process ends, however it ends; nothing stale is ever left. The file's content only says who
holds it, for the message to the others. Readers never ask for it. The file stays: removing it would let two
processes hold a lock of the same name.
"""

from __future__ import annotations

import getpass
import os
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app.errors import ErrorCode, ExpectedError
from app.settings import load_settings

_PAUSE_S: Final = 0.02
_LOCKED_BYTE: Final = 1 << 20  # Windows keeps others from reading what is locked: not the words at the beginning


class WriterLock:
    """The right to write into a database. Take it as late and give it back as early as possible."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_suffix(".lock")
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds it."""
        return self._handle is not None

    def acquire(self, patience: float = 0.0) -> None:
        """Take it, after so many seconds at most. Raises ExpectedError STORE_LOCKED (params: holder) or STORE_NOT_WRITABLE."""
        if self._handle is not None:
            raise RuntimeError("the lock is held already")
        deadline = time.monotonic() + patience
        while not self._acquired():
            if time.monotonic() >= deadline:
                raise ExpectedError(ErrorCode.STORE_LOCKED, {"holder": self._holder()})
            time.sleep(_PAUSE_S)

    def _acquired(self) -> bool:
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        except OSError as error:
            raise ExpectedError(ErrorCode.STORE_NOT_WRITABLE, {"path": str(self._path)}) from error
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            return False
        self._handle = handle
        with suppress(OSError):  # a full disk: then the others are not told who holds it
            _sign(handle)
        return True

    def release(self) -> None:
        """Give it back."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _holder(self) -> str:
        try:
            words = self._path.read_text("utf-8", "replace")
        except OSError:
            words = ""
        return words.strip() or "?"


def _sign(handle: int) -> None:
    """Name, process and time in words that need no translation."""
    user = load_settings()[0].user or _login()
    now = datetime.now(tz=UTC).astimezone()
    words = f"{user}, PID {os.getpid()}, {now:%Y-%m-%d %H:%M}\n".encode()
    os.lseek(handle, 0, os.SEEK_SET)
    os.ftruncate(handle, 0)
    os.write(handle, words)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
