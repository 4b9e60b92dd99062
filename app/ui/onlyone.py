"""One window for the user: a second start hands its files to the window that is open, and ends.

Strategy: without sockets. A lock file in the user's folder says that a window is open; it is known to be stale as soon as its process is
gone, so nothing has to be cleaned up after a kill. A second start writes a small file with the paths into a folder that the window
watches, and waits until the window has taken it away. A window that does not answer in time is not waited for: another one opens.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from app import paths
from app.atomic import write_atomically
from app.errors import ExpectedError

_ANSWER_S = 3.0
_LOOK_EVERY_S = 0.05
_LEFT_OVER_S = 10.0  # older messages have nobody who waits for them
_LARGEST = 1_000_000  # bytes of a message


class OnlyOne(QObject):
    """Kept as long as the window is open."""

    handed_over = Signal(object)  # tuple[Path, ...]: of a second start, perhaps none

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = (folder or paths.user_data_dir()) / "window"
        self._lock = QLockFile(str(self._folder / "open.lock"))
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None

    def claim(self, files: Iterable[Path]) -> bool:
        """Whether a window is to be opened; False: another one has taken the files."""
        try:
            for folder in (self._folder.parent, self._folder):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return True  # where nothing can be written, every window is the only one
        if self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError:
            return True
        return not self._hand_over(tuple(files))

    def listen(self) -> None:
        """The window is there: take what others hand over."""
        if not self._lock.isLocked():
            return
        self._watcher = QFileSystemWatcher([str(self._folder)], self)
        self._watcher.directoryChanged.connect(self._take)
        self._take()

    def close(self) -> None:
        """The window is gone."""
        if self._watcher is not None:
            self._watcher.removePaths(self._watcher.directories())
        self._lock.unlock()

    # --- messages

    def _hand_over(self, files: tuple[Path, ...]) -> bool:
        message = self._folder / f"{uuid4().hex}.json"
        try:
            write_atomically(message, json.dumps([str(path) for path in files]), private=True)
        except ExpectedError:
            return False
        end = time.monotonic() + _ANSWER_S
        while message.exists() and time.monotonic() < end:
            time.sleep(_LOOK_EVERY_S)
        answered = not message.exists()
        message.unlink(missing_ok=True)
        return answered

    def _take(self) -> None:
        for message in sorted(self._folder.glob("*.json")):
            files = _read(message)
            message.unlink(missing_ok=True)
            if files is not None:
                self.handed_over.emit(files)


def _read(message: Path) -> tuple[Path, ...] | None:
    """None where it is none of ours, or nobody waits for it any more."""
    try:
        state = message.stat()
        if state.st_size > _LARGEST or time.time() - state.st_mtime > _LEFT_OVER_S:
            return None
        names = json.loads(message.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return None
    return tuple(map(Path, names))
