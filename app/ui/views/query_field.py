"""The field for what is searched in the document; there is one in the bar and one in the panel, and both show the same words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.searching import Search

_MOST = 500  # characters


class QueryField(QLineEdit):
    """Searches as one types; Enter goes on, Shift+Enter back. `near`: where the user is in the document."""

    into_list = Signal()

    def __init__(self, search: Search, near: Callable[[], int | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search, self._near = search, near
        self.setClearButtonEnabled(True)
        self.setMaxLength(_MOST)
        self.textEdited.connect(self.ask)
        search.changed.connect(self._follow)

    def ask(self, words: str) -> None:
        """Search for these."""
        here = self._search.hit if self._search.marked else None
        self._search.ask(replace(self._search.query, words=words), here[0] if here else self._near() or 0)

    def _follow(self) -> None:
        if self.text() != self._search.query.words:
            self.setText(self._search.query.words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter steps through the hits, Down leads into the list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._search.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Down:
            self.into_list.emit()
        else:
            super().keyPressEvent(event)
