"""Tabs high enough for their words."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

_ROOM = 0.4  # of the text's height


class RoomyTabBar(QTabBar):
    """The style lowers a tab in the background and cuts its text to what is left: umlauts and descenders need more."""

    def tabSizeHint(self, index: int) -> QSize:
        """With some air."""
        return super().tabSizeHint(index) + QSize(0, round(self.fontMetrics().height() * _ROOM))


class RoomyTabs(QTabWidget):
    """With such tabs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabBar(RoomyTabBar())
