"""In place of a document that is being read: what is being done, how far it is, and a button to give it up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

_STEPS = 1000
_WIDTH_EM = 40


class Waiting(QWidget):
    """Narrow enough for half a window."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._bar, self._button = QLabel(), QProgressBar(), QPushButton()
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_EM)
        self._button.clicked.connect(self.cancelled)
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(self._label)
        for part in (self._bar, self._button):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()

    def speak(self) -> None:
        """In the language of the window."""
        self._label.setText(self.tr("Das Dokument wird gelesen …"))
        self._bar.setAccessibleName(self._label.text())
        self._button.setText(self.tr("Abbrechen"))

    def report(self, fraction: float, sentence: str) -> None:
        """How far it is."""
        self._label.setText(sentence)
        self._bar.setValue(round(fraction * _STEPS))
