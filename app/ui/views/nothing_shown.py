"""In place of an empty list: why it is empty, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

_MARGIN = 0.8  # of a line


class NothingShown(QWidget):
    """A few sentences and one button."""

    acted = Signal(str)  # name of what the button does

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = ""
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton()
        self.button.clicked.connect(lambda: self.acted.emit(self._action))
        margin = round(self.fontMetrics().lineSpacing() * _MARGIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(self.sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def say(self, sentence: str, label: str = "", action: str = "") -> None:
        """A sentence; with a label a button too."""
        self._action = action
        self.sentence.setText(sentence)
        self.button.setText(label)
        self.button.setVisible(bool(label))
