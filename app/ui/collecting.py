"""Python's cyclic garbage is collected by a timer of the main thread, because Qt objects must die there; never while a document loads.

Strategy: the automatic collector is off. A document of 200 pages is half a million objects that live on and never form a cycle; looking
through them takes a tenth of a second each time. So nothing is collected while documents are under way, and what is there afterwards
is left out of all later collections (`gc.freeze`), which then take a few milliseconds. A document that is closed is such a knot itself:
then, once, everything is looked through.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY_MS = 250
_COLLECT_EVERY = 20  # looks


class Collector(QObject):
    """`busy` says whether a document is under way."""

    def __init__(self, busy: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._busy = busy
        self._was_busy = self._closed = False
        self._looks = 0
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """From now on."""
        gc.disable()
        self._timer.start()

    def closed(self) -> None:
        """A document was closed: what was left out may be garbage now."""
        self._closed = True

    def stop(self) -> None:
        """At the end."""
        self._timer.stop()

    def look(self) -> None:
        """Collect if it is time."""
        if self._busy():
            self._was_busy = True
            return
        if self._closed:
            self._closed = self._was_busy = False
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            return
        if self._was_busy:
            self._was_busy = False
            gc.freeze()
            return
        self._looks += 1
        if self._looks % _COLLECT_EVERY == 0:
            gc.collect()
