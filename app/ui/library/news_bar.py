"""Quiet lines above the list: the starter library or a subscribed folder has something new, to be looked at when it suits."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.pipeline.exchange import Announcement, Origin
from app.ui.library import wiring
from app.ui.library.desk import Desk
from app.ui.library.packs_watch import PackWatch
from app.ui.views.banner import Banner
from app.wording.errors import error_sentence

_LOOK_EVERY_MS = 30 * 60 * 1000


class NewsBar(QWidget):
    """Looks when it is shown and from time to time; one line for each source that has news."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._watch = PackWatch(desk, self)
        self._watch.announced.connect(self._show)
        self._found: tuple[Announcement, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._again = QTimer(self)
        self._again.setInterval(_LOOK_EVERY_MS)
        self._again.timeout.connect(self._watch.look)
        desk.context.language.changed.connect(self._show_again)

    def showEvent(self, event: QShowEvent) -> None:
        """The window opens."""
        super().showEvent(event)
        self._watch.look()
        self._again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """The window closes."""
        super().hideEvent(event)
        self.stop()

    def look(self) -> None:
        """The library has just been opened."""
        if self.isVisible():
            self._watch.look()

    def look_again(self) -> None:
        """Something was changed, perhaps just what is announced here."""
        if self._found:
            self.look()

    def stop(self) -> None:
        """End what is under way."""
        self._again.stop()
        self._watch.stop()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says."""
        return tuple(banner.sentence for banner in self.findChildren(Banner))

    def _show_again(self) -> None:
        self._show(self._found)

    def _show(self, found: tuple[Announcement, ...]) -> None:
        self._found = found
        while (item := self._column.takeAt(0)) is not None:
            line = item.widget()
            if line is not None:
                line.setParent(None)
                line.deleteLater()
        for announcement in found:
            self._column.addWidget(self._line(announcement))

    def _line(self, announcement: Announcement) -> Banner:
        line = Banner(self._desk.context.theme)
        if announcement.error is not None:
            said = error_sentence(announcement.error, self._desk.context.language.code)
            line.show_sentence(f"{announcement.name}: {said}" if announcement.name else said, kind="note")
            return line
        if announcement.origin is Origin.STARTER:
            said = self.tr("Diese Programmversion bringt {0} neue oder geänderte Klauseln der Startbibliothek mit.")
            line.show_sentence(said.format(announcement.count), self.tr("Ansehen"), kind="note")
            line.acted.connect(lambda: wiring.starter_updates(self._desk, self.window()))
        else:
            said = self.tr("Im abonnierten Paket „{0}“ sind {1} Klauseln neu oder geändert.")
            line.show_sentence(said.format(announcement.name, announcement.count), self.tr("Ansehen"), kind="note")
            line.acted.connect(lambda: wiring.news(self._desk, announcement.path, self.window()))
        return line
