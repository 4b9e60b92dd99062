"""Writes files in a thread; it outlives the dialog that asked for them, so that closing a document or the program loses none."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject, Signal

from app.errors import BugError
from app.jobs.process import bug_report
from app.ui.exporting.saving import Order, Outcome, save
from app.ui.inthread import InThread

_PATIENCE_S = 20.0  # at the end of the program: a report that is being written is not given up


class Saver(QObject):
    """One file at a time. `finished`: with what came of it."""

    finished = Signal(object, object)  # Order, Outcome

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._busy = False
        self._writing = InThread(self)
        self._writing.done.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._busy

    def save(self, order: Order) -> None:
        """Make and write it."""
        self._busy, self._stop = True, Event()
        stop = self._stop
        self._writing.start(lambda _stale: (order, _saved(order, stop)))

    def cancel(self) -> None:
        """Give it up; `finished` follows."""
        self._stop.set()

    def close(self) -> None:
        """Wait for what is being written."""
        self._writing.close(_PATIENCE_S)

    def _tell(self, result: tuple[Order, Outcome]) -> None:
        self._busy = False
        self.finished.emit(*result)


def _saved(order: Order, stop: Event) -> Outcome:
    """In the thread."""
    try:
        return save(order, stop)
    except Exception as error:  # noqa: BLE001 - the border: a bug becomes a report
        return BugError(bug_report(error))
