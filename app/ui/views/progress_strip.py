"""Progress of a document's analysis with a button to cancel; shows only when it takes a while."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.ui.language import Language

PATIENCE_MS = 600
_STEPS = 1000
_SENTENCE = 44  # characters of most sentences


class ProgressStrip(QWidget):
    """Bar, sentence and button."""

    cancelled = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._label = QLabel()
        self._label.setMinimumWidth(self.fontMetrics().averageCharWidth() * _SENTENCE)  # the bar stands still
        self._button = QPushButton()
        self._button.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.addWidget(self._label)
        row.addWidget(self._bar, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self.show)
        language.changed.connect(self._retranslate)
        self._retranslate()
        self.hide()

    def begin(self) -> None:
        """Work has begun."""
        self._bar.setValue(0)
        self._label.setText(self.tr("Das Dokument wird gelesen …"))
        self._button.setEnabled(True)
        self._timer.start()

    def report(self, fraction: float, sentence: str) -> None:
        """How far it is."""
        self._bar.setValue(round(fraction * _STEPS))
        self._label.setText(sentence)

    def end(self) -> None:
        """Work is done."""
        self._timer.stop()
        self.hide()

    def _cancel(self) -> None:
        self._button.setEnabled(False)
        self._label.setText(self.tr("Wird abgebrochen …"))
        self.cancelled.emit()

    def _retranslate(self) -> None:
        self._button.setText(self.tr("Abbrechen"))
        self._bar.setAccessibleName(self.tr("Fortschritt der Auswertung"))
