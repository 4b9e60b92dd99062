"""A quiet strip above a document: an error and what can be done, or a note."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.ui.theme import Theme


class Banner(QFrame):
    """A sentence and at most one button."""

    acted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = "error"
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)  # a file may be named <b>
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        self._button.clicked.connect(self.acted)
        row = QHBoxLayout(self)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        self.setAutoFillBackground(True)
        theme.changed.connect(self._recolour)
        self.hide()

    def show_sentence(self, sentence: str, action: str = "", *, kind: str = "error") -> None:
        """Show a sentence; `action` labels the button; `kind` error or note."""
        self._kind = kind
        self._label.setText(sentence)
        self._label.setAccessibleName(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._recolour()
        self.show()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._label.text()

    def _recolour(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, self._theme.colour("banner", f"{self._kind}_back"))
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour("palette", "text"))
        self.setPalette(palette)
