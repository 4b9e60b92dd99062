"""A function in a thread, for what waits for a disk or a network drive: its result comes as a signal in the main thread.

A later one makes an earlier one stale: it is told so and its result is dropped.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

Stale = Callable[[], bool]
_PATIENCE_S = 1.0  # at the end of the program, for a drive that does not answer


class InThread(QObject):
    """At most one function whose result is wanted."""

    done = Signal(object)
    _arrived = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._threads: list[threading.Thread] = []
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def start(self, work: Callable[[Stale], object]) -> None:
        """Returns at once. `work` asks now and then whether its result is still wanted."""
        self._number += 1
        thread = threading.Thread(target=self._work, args=(self._number, work), name="klausellupe-look", daemon=True)
        self._threads = [*(t for t in self._threads if t.is_alive()), thread]
        thread.start()

    def close(self, patience: float = _PATIENCE_S) -> None:
        """Nothing is wanted any more; what still runs is waited for, so many seconds at most."""
        self._number += 1
        for thread in self._threads:
            thread.join(patience)

    def _work(self, number: int, work: Callable[[Stale], object]) -> None:
        """In the thread."""
        result = work(lambda: number != self._number)
        if number == self._number:
            self._arrived.emit(number, result)

    def _take(self, number: int, result: object) -> None:
        if number == self._number:
            self.done.emit(result)
