"""Python's cyclic garbage is collected by a timer of the main thread, because Qt objects must die there; never while a document loads.

Strategy: the automatic collector is off. A document of 200 pages is half a million objects that live on and never form a cycle; looking
through them takes a tenth of a second each time. So nothing is collected while documents are under way, and what is there afterwards
is left out of all later collections (`gc.freeze`), which then take a few milliseconds. A document that is closed is such a knot itself:
then, once, everything is looked through. That takes a tenth of a second or two, so it waits until nobody has touched the window for a while,
but not for ever. What the user does is watched only until then.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

_LOOK_EVERY_MS = 250
_COLLECT_EVERY = 20  # looks
_REST_S = 2.0  # so long nobody touches the window
_LATEST_S = 300.0  # memory is not held longer for the sake of somebody who never rests
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.DragMove,
        QEvent.Type.TouchUpdate,
    }
)


class Collector(QObject):
    """`busy` says whether a document is under way; `clock` in seconds."""

    def __init__(
        self, busy: Callable[[], bool], parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._busy, self._clock = busy, clock
        self._was_busy = False
        self._closed_at: float | None = None  # a document whose garbage is still there
        self._touched_at = 0.0
        self._looks = 0
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """From now on."""
        gc.disable()
        self._timer.start()

    def closed(self) -> None:
        """A document was closed: what was left out may be garbage now."""
        self._touched_at = self._clock()
        if self._closed_at is None:
            self._closed_at = self._touched_at
            self._watch(on=True)

    def stop(self) -> None:
        """At the end."""
        self._timer.stop()
        self._watch(on=False)

    def _watch(self, *, on: bool) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
            if on:
                application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The user is at work."""
        if event.type() in _TOUCHES:
            self._touched_at = self._clock()
        return False

    def _at_rest(self) -> bool:
        """Whether nobody notices that the window stands still."""
        now = self._clock()
        return now - self._touched_at >= _REST_S or (self._closed_at is not None and now - self._closed_at >= _LATEST_S)

    def look(self) -> None:
        """Collect if it is time."""
        if self._busy():
            self._was_busy = True
            return
        if self._closed_at is not None and self._at_rest():
            self._closed_at, self._was_busy = None, False
            self._watch(on=False)
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
