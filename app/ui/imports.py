"""Several files handed over at once: read two at a time, each in a tab behind the one in front, with a list of how they are getting on.

Strategy: the queue is frozen and pure (`models.queueing`); here its entries get a document when their turn comes and lose it again where
nothing came of it: nobody needs a tab that shows nothing. A file handed over alone never comes here: it is opened at once.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import KlausellupeError
from app.jobs.messages import Progressed
from app.models.analysis import Analysis
from app.ui.models.importrows import ImportRow, Together, import_rows, together
from app.ui.models.queueing import ENDED, Queue, Stage
from app.wording.lang import Lang

if TYPE_CHECKING:
    from app.ui.presenter import Presenter

_EVERY_MS = 250  # no list needs to be shown more often


class Host(Protocol):
    """What the window does for the queue."""

    def open_behind(self, path: Path) -> Presenter:
        """A tab of its own, not in front unless there is no other; nothing is read yet."""

    def open_alone(self, path: Path) -> None:
        """As if the user had opened this file only: the tab it has, or a new one in front."""

    def show(self, presenter: Presenter) -> None:
        """Bring its tab to the front."""

    def in_front(self, presenter: Presenter) -> bool:
        """Whether the user sees it."""

    def close_presenter(self, presenter: Presenter) -> None:
        """Close its tab."""


class Imports(QObject):
    """One for the window."""

    changed = Signal()  # the rows, not more often than they can be read

    def __init__(self, host: Host, lang: Callable[[], Lang], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host, self._lang = host, lang
        self._queue = Queue()
        self._open: dict[int, Presenter] = {}
        self._soon = QTimer(self, singleShot=True, interval=_EVERY_MS)
        self._soon.timeout.connect(self.changed)

    # --- what is shown

    def rows(self) -> tuple[ImportRow, ...]:
        """Every file, in the order it was handed over."""
        return import_rows(self._queue, self._lang(), time.monotonic())

    def together(self) -> Together:
        """All of them in one line."""
        return together(self._queue, self._lang())

    @property
    def busy(self) -> bool:
        """Whether something is still to be read."""
        return self._queue.busy

    # --- what the user does

    def add(self, paths: Iterable[Path]) -> None:
        """Read these too."""
        if not self._queue.busy:
            self._queue = self._queue.without(self._queue.at(Stage.DONE))
        self._queue = self._queue.added(paths)
        self._go_on()

    def act(self, number: int, what: str) -> None:
        """Do what a row says is possible."""
        if number in self._queue:
            getattr(self, f"_{what}")(number)

    def cancel_all(self) -> None:
        """Those that wait and those that are being read."""
        for number in self._queue.at(Stage.WAITING, Stage.RUNNING):
            self._cancel(number)

    def cancel_waiting(self) -> None:
        """At the end: nothing is begun any more."""
        self._queue = self._queue.without(self._queue.at(Stage.WAITING))

    def clear(self) -> None:
        """List no more what has ended."""
        self._drop(self._queue.at(*ENDED))

    def closed(self, presenter: Presenter) -> None:
        """The user has closed a tab: what was being read is given up, and not listed as a failure."""
        self._drop([number for number, known in self._open.items() if known is presenter])

    def _show(self, number: int) -> None:
        """What still waits is opened at once and leaves the queue."""
        if number in self._open:
            self._host.show(self._open[number])
            return
        path = self._queue[number].path
        if self._queue[number].stage is not Stage.DONE:
            self._drop([number])
        self._host.open_alone(path)

    _password = _show  # its tab asks for it

    def _retry(self, number: int) -> None:
        path = self._queue[number].path
        self._release(number)
        self._queue = self._queue.without([number]).added([path])
        self._go_on()

    def _cancel(self, number: int) -> None:
        if number in self._open:
            self._open[number].session.cancel()
        else:
            self._queue = self._queue.changed(number, stage=Stage.CANCELLED)
            self._go_on()

    def _remove(self, number: int) -> None:
        self._drop([number])

    def _drop(self, numbers: Iterable[int]) -> None:
        gone = tuple(numbers)
        for number in gone:
            self._open.pop(number, None)
        self._queue = self._queue.without(gone)
        self._go_on()

    # --- the documents

    def _go_on(self) -> None:
        for number in self._queue.to_start():
            self._queue = self._queue.changed(number, stage=Stage.RUNNING)
            self._start(number)
        self.changed.emit()

    def _start(self, number: int) -> None:
        presenter = self._open[number] = self._host.open_behind(self._queue[number].path)
        session = presenter.session
        session.progressed.connect(partial(self._report, number))
        session.analysed.connect(partial(self._finish, number))
        session.failed.connect(partial(self._fail, number))
        presenter.start()

    def _report(self, number: int, reply: Progressed) -> None:
        if number in self._open and self._queue[number].stage is Stage.RUNNING:
            self._queue = self._queue.reported(number, reply.fraction, reply.code, reply.params, time.monotonic())
            if not self._soon.isActive():
                self._soon.start()

    def _finish(self, number: int, analysis: Analysis) -> None:
        if number in self._open:
            self._queue = self._queue.changed(number, stage=Stage.DONE, findings=len(analysis.findings))
            if not self._host.in_front(self._open[number]):
                self._open[number].session.rest()
            self._go_on()

    def _fail(self, number: int, error: KlausellupeError) -> None:
        """The presenter may try again by itself: it is asked when it has heard of it too."""
        QTimer.singleShot(0, self, partial(self._give_up, number, error))

    def _give_up(self, number: int, error: KlausellupeError) -> None:
        if number not in self._open or self._open[number].session.busy:
            return
        if self._queue[number].stage is Stage.RUNNING:
            self._queue = self._queue.failed(number, error)
        if not self._host.in_front(self._open[number]):
            self._release(number)
        self._go_on()

    def _release(self, number: int) -> None:
        presenter = self._open.pop(number, None)
        if presenter is not None:
            self._host.close_presenter(presenter)
