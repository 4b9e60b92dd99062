"""What panels show is prepared in a thread and handed over panel by panel, each in an event of its own.

Strategy: a later run makes an earlier one stale; it stops at the next panel and what it still says is dropped. The object lives on in
`_ending` until its threads are gone, so that Qt objects die in the main thread only. A part that cannot be prepared is told; the others are shown.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.errors import BugError
from app.jobs.process import bug_report

if TYPE_CHECKING:
    from app.ui.panels.panel import Material

_LOOK_EVERY_MS = 50
_ending: set[Preparer] = set()


class Part(Protocol):
    """A panel, or another part of the page that is made from the material."""

    def prepare(self, material: Material) -> object:
        """In a thread."""

    def show_prepared(self, prepared: Any, material: Material) -> None:  # noqa: ANN401 - what `prepare` made
        """In the main thread."""

    def show_place(self) -> None:
        """The user has gone somewhere else."""


class Preparer(QObject):
    """Of one document's page."""

    shown = Signal()  # a part
    failed = Signal(object)  # BugError
    settled = Signal()  # all parts show the last material
    _ready = Signal(int, object, object, object)  # number of the run, part, what was prepared, material

    def __init__(self) -> None:
        super().__init__()
        self._run = 0
        self._waiting = 0
        self._threads: list[threading.Thread] = []
        self._shown: dict[int, Material] = {}  # id of a part → what it shows
        self._ready.connect(self._show, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a part does not show the last material yet."""
        return self._waiting > 0

    def prepare(self, parts: Sequence[Part], material: Material) -> None:
        """Make all parts anew, in this order."""
        self._run += 1
        self._waiting = len(parts)
        thread = threading.Thread(
            target=self._work, args=(self._run, tuple(parts), material), name="klausellupe-prepare", daemon=True
        )
        self._threads = [*(t for t in self._threads if t.is_alive()), thread]
        thread.start()

    def shows(self, part: Part, material: Material | None) -> bool:
        """Whether a part shows the analysis of this material."""
        shown = self._shown.get(id(part))
        return shown is not None and material is not None and shown.analysis is material.analysis

    def close(self) -> None:
        """Nothing is shown any more."""
        self._run += 1
        self._waiting = 0
        _ending.add(self)
        self._wait_for_end()

    def wait(self) -> None:
        """Until its threads have ended."""
        for thread in self._threads:
            thread.join()

    def _wait_for_end(self) -> None:
        if any(thread.is_alive() for thread in self._threads):
            QTimer.singleShot(_LOOK_EVERY_MS, self._wait_for_end)
        else:
            _ending.discard(self)

    def _work(self, run: int, parts: tuple[Part, ...], material: Material) -> None:
        """In the thread."""
        for part in parts:
            if run != self._run:
                return
            try:
                prepared: object = part.prepare(material)
            except Exception as error:  # noqa: BLE001 - the border: a bug becomes a report, the other parts are shown
                prepared = BugError(bug_report(error))
            self._ready.emit(run, part, prepared, material)

    def _show(self, run: int, part: Part, prepared: object, material: Material) -> None:
        if run != self._run:
            return
        self._waiting -= 1
        if isinstance(prepared, BugError):
            self.failed.emit(prepared)
        else:
            part.show_prepared(prepared, material)
            self._shown[id(part)] = material
            part.show_place()
        self.shown.emit()
        if not self._waiting:
            self.settled.emit()


def ending() -> bool:
    """Whether a page that was closed still prepares something."""
    return bool(_ending)


def wait_for_all() -> None:
    """At the end of the program: no thread outlives the window."""
    for preparer in tuple(_ending):
        preparer.wait()
    _ending.clear()
