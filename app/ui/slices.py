"""Long work on the main thread in small slices, so that the window answers between two of them.

The work is a generator that pauses; a slice runs it until its time is up. Whoever starts another or goes away ends it: nothing is left
behind that could still speak.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer

_SLICE = 0.008  # seconds: half of what an event may take, for one pause may come late


class Slices(QObject):
    """At most one work at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Generator[None, None, Any] | None = None
        self._done: Callable[[Any], None] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether something is still to be done."""
        return self._work is not None

    def start(self, work: Generator[None, None, Any], done: Callable[[Any], None]) -> None:
        """The first slice at once; `done` gets what the work returns, soon or before this returns."""
        self.stop()
        self._work, self._done = work, done
        self._go_on()
        if self._work is work:
            self._timer.start()

    def stop(self) -> None:
        """Give it up; nothing follows."""
        self._timer.stop()
        self._work = self._done = None

    def _go_on(self) -> None:
        work, done, until = self._work, self._done, perf_counter() + _SLICE
        if work is None or done is None:
            return
        try:
            next(work)
            while perf_counter() < until:
                next(work)
        except StopIteration as end:
            self.stop()
            done(end.value)
        except BaseException:
            self.stop()  # what has failed is not gone on with
            raise
