"""A function in a process of its own, seen from the window: its end comes as a signal in the main thread.

A second start gives the first up, and whatever the first still says is dropped. What still runs ends with the object.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count

from PySide6.QtCore import QObject, Qt, Signal

from app.jobs.task import Task
from app.progress import ProgressParams


class Background(QObject):
    """At most one function at a time."""

    progressed = Signal(float, str, object)
    done = Signal(object)
    failed = Signal(object)  # KlausellupeError
    _arrived = Signal(int, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count(1)
        self._current = 0
        self._running: list[Task[object]] = []  # at most one; outlives the object for a moment, to be ended
        self.destroyed.connect(partial(_stop, self._running))
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something runs."""
        return self._current != 0

    def start(self, function: Callable[..., object], *args: object, timeout: float | None = None) -> None:
        """Call `function(*args, progress=…)`: top-level, without Qt, with arguments that pickle; `timeout` in seconds."""
        self.stop()
        number = self._current = next(self._numbers)

        def progress(fraction: float, code: str, params: ProgressParams) -> None:
            self._arrived.emit(number, "progress", (fraction, code, dict(params)))

        task = Task(
            function,
            *args,
            done=lambda value: self._arrived.emit(number, "done", value),
            failed=lambda error: self._arrived.emit(number, "failed", error),
            progress=progress,
            timeout=timeout,
        )
        self._running.append(task)

    def cancel(self) -> None:
        """Give up politely; `failed` follows with Cancelled."""
        for task in self._running:
            task.cancel()

    def stop(self) -> None:
        """End it now; nothing follows."""
        _stop(self._running)
        self._current = 0

    def _take(self, number: int, what: str, value: object) -> None:
        if number != self._current:
            return
        if what == "progress":
            self.progressed.emit(*value)  # type: ignore[misc]  # the three that were put in above
            return
        self.stop()  # its thread has only to return
        (self.done if what == "done" else self.failed).emit(value)


def _stop(running: list[Task[object]], *_: object) -> None:
    """Also called where Qt deletes the object, which must not be touched any more then."""
    while running:
        running.pop().stop()
