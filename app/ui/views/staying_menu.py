"""A menu of choices that stays open while several are made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu


class StayingMenu(QMenu):
    """A click or the space bar on a choice makes it and leaves the menu open; Return and Escape close it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A choice that can be ticked."""
        if not self._toggle():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar does what a click does."""
        if event.key() != Qt.Key.Key_Space or not self._toggle():
            super().keyPressEvent(event)

    def _toggle(self) -> bool:
        active = self.activeAction()
        ticked = [a for a in self.actions() if a is active and a.isCheckable() and a.isEnabled()]
        for action in ticked:
            action.trigger()
        return bool(ticked)
