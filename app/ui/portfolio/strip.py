"""How far all files are: a sentence with the time that is left, a bar, and a button that ends the work and keeps what is done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

_STEPS = 1000


class PortfolioStrip(QWidget):
    """Only there while something is under way."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label, self.bar, self.button = QLabel(), QProgressBar(), QPushButton()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.bar.setTextVisible(False)
        self.button.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label)
        row.addWidget(self.bar, 1)
        row.addWidget(self.button)
        self.hide()

    def speak(self) -> None:
        """In the language of the window."""
        self.button.setText(self.tr("Abbrechen"))
        self.button.setToolTip(self.tr("Was fertig ist, bleibt (Esc)"))
        self.bar.setAccessibleName(self.tr("Fortschritt aller Dokumente"))

    def report(self, sentence: str, fraction: float | None) -> None:
        """None: nobody knows how long it takes."""
        self.label.setText(sentence)
        self.bar.setRange(0, 0 if fraction is None else _STEPS)
        if fraction is not None:
            self.bar.setValue(round(fraction * _STEPS))
