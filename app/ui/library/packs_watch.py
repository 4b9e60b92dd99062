"""Looks in the background whether the starter library or a subscribed folder has something new.

One source after the other, each in a process of its own with a time limit: a share that hangs keeps no other from being told.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.errors import ExpectedError, KlausellupeError
from app.pipeline.exchange import Announcement, Origin, announcement
from app.ui.background import Background
from app.ui.library.desk import Desk

_PATIENCE_S = 60.0  # a large pack on a slow share takes seconds


class PackWatch(QObject):
    """`announced` after each look, with what there is to tell (often nothing)."""

    announced = Signal(object)  # tuple[Announcement, ...]

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.found: tuple[Announcement, ...] = ()
        self._told: list[Announcement] = []
        self._sources: list[tuple[Path | None, str]] = []  # still to be looked at, the next one first
        self._background = Background(self)
        self._background.done.connect(self._hear)
        self._background.failed.connect(self._give_up)

    def look(self) -> None:
        """Look now; a look under way begins anew."""
        if not self._desk.session.is_open:
            return
        subscriptions = self._desk.session.store.subscriptions()
        self._sources = [(None, ""), *((known.path, known.name) for known in subscriptions)]
        self._told = []
        self._next()

    def stop(self) -> None:
        """The window closes."""
        self._sources = []
        self._background.stop()

    def _next(self) -> None:
        if self._sources:
            path, name = self._sources[0]
            self._background.start(announcement, self._desk.session.path, path, name, timeout=_PATIENCE_S)
        else:
            self.found = tuple(self._told)
            self.announced.emit(self.found)

    def _hear(self, told: Announcement | None) -> None:
        self._told += [told] if told is not None else []
        self._sources = self._sources[1:]
        self._next()

    def _give_up(self, error: KlausellupeError) -> None:
        """What hangs is told as a source that cannot be read; a fault of ours is told as one, and the rest is looked at."""
        path, name = self._sources[0]
        if isinstance(error, ExpectedError):
            origin = Origin.STARTER if path is None else Origin.SUBSCRIPTION
            self._hear(Announcement(origin, path or Path(), name, error=error))
        else:
            self._desk.session.failed.emit(error)
            self._hear(None)
