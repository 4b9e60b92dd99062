"""What the library knows about a wording, looked up in a thread while the window goes on.

The thread touches nothing of Qt: its result is fetched, so whoever asks may go at any time.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import ExpectedError

if TYPE_CHECKING:
    from app.pipeline.knownclauses import Answer, Question

_EVERY_MS = 15


class Lookup(QObject):
    """One question; a mistake of the program is raised in the main thread."""

    found = Signal(object)  # Answer
    failed = Signal(object)  # ExpectedError

    def __init__(self, library: Path, question: Question, parent: QObject) -> None:
        super().__init__(parent)
        self._result: Answer | Exception | None = None
        self._thread = threading.Thread(
            target=self._work, args=(library, question), name="klausellupe-taking", daemon=True
        )
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._fetch)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._timer.isActive()

    def start(self) -> None:
        """`found` or `failed` follows, unless the parent goes before."""
        self._thread.start()
        self._timer.start()

    def _work(self, library: Path, question: Question) -> None:
        """In the thread."""
        from app.pipeline.knownclauses import look_up

        try:
            self._result = look_up(library, question)
        except Exception as error:  # noqa: BLE001 - raised again in the main thread
            self._result = error

    def _fetch(self) -> None:
        if self._thread.is_alive():
            return
        self._timer.stop()
        result, self._result = self._result, None
        if isinstance(result, ExpectedError):
            self.failed.emit(result)
        elif isinstance(result, Exception):
            raise result
        else:
            self.found.emit(result)
