"""A strip above the editor's pages: a sentence and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.ui.theme import Theme

Choice = tuple[str, Callable[[], object]]


class NoticeStrip(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = "note"
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.label, 1)
        self.setAutoFillBackground(True)
        theme.changed.connect(self._recolour)
        self.hide()

    def say(self, sentence: str, *choices: Choice, kind: str = "note") -> None:
        """Show a sentence; the first choice gets the focus. `kind`: note or error."""
        self._kind = kind
        self.label.setText(sentence)
        self.label.setAccessibleName(sentence)
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(*choice) for choice in choices]
        self._recolour()
        self.show()
        if self.buttons:
            self.buttons[0].setFocus()

    def _button(self, text: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _=False: action())
        self._row.addWidget(button)
        return button

    def _recolour(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, self._theme.colour("banner", f"{self._kind}_back"))
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour("palette", "text"))
        self.setPalette(palette)
