"""Looks in the background whether the starter library or a subscribed folder has something new."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.pipeline.exchange import Announcement, announcements
from app.ui.background import Background
from app.ui.library.desk import Desk


class PackWatch(QObject):
    """`announced` after each look, with what there is to tell (often nothing)."""

    announced = Signal(object)  # tuple[Announcement, ...]

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.found: tuple[Announcement, ...] = ()
        self._background = Background(self)
        self._background.done.connect(self._tell)
        self._background.failed.connect(desk.session.failed)

    def look(self) -> None:
        """Look now; a look under way begins anew."""
        if self._desk.session.is_open:
            self._background.start(announcements, self._desk.session.path)

    def stop(self) -> None:
        """The window closes."""
        self._background.stop()

    def _tell(self, found: tuple[Announcement, ...]) -> None:
        self.found = found
        self.announced.emit(found)
