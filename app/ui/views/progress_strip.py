"""Progress of a document's analysis with a button to cancel; shows only when it takes a while."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.ui.language import Language
from app.ui.models.remaining import Estimate
from app.wording.progress import remaining_sentence

PATIENCE_MS = 600
_EVERY_MS = 1000  # the remaining time is said again, reports or not
_STEPS = 1000
_SENTENCE = 44  # characters of most sentences
_REMAINING = 24


class ProgressStrip(QWidget):
    """Sentence, bar, remaining time and button."""

    cancelled = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._estimate = Estimate.from_now(time.monotonic())
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        em = self.fontMetrics().averageCharWidth()
        self._label, self.remaining = QLabel(), QLabel()
        self._label.setMinimumWidth(em * _SENTENCE)  # the bar stands still
        self.remaining.setMinimumWidth(em * _REMAINING)
        self.remaining.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._button = QPushButton()
        self._button.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.addWidget(self._label)
        row.addWidget(self._bar, 1)
        row.addWidget(self.remaining)
        row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(self.show)
        self._clock = QTimer(self, interval=_EVERY_MS)
        self._clock.timeout.connect(self._say_remaining)
        language.changed.connect(self._retranslate)
        self._retranslate()
        self.hide()

    def begin(self) -> None:
        """Work has begun."""
        self._estimate = Estimate.from_now(time.monotonic())
        self._bar.setValue(0)
        self._label.setText(self.tr("Das Dokument wird gelesen …"))
        self.remaining.setText("")
        self._button.setEnabled(True)
        self._timer.start()
        self._clock.start()

    def report(self, fraction: float, sentence: str) -> None:
        """How far it is."""
        self._estimate = self._estimate.after(fraction, time.monotonic())
        self._bar.setValue(round(fraction * _STEPS))
        if self._button.isEnabled():
            self._label.setText(sentence)

    def end(self) -> None:
        """Work is done."""
        self._timer.stop()
        self._clock.stop()
        self.hide()

    def _say_remaining(self) -> None:
        seconds = self._estimate.remaining(time.monotonic()) if self._button.isEnabled() else None
        said = "" if seconds is None else remaining_sentence(seconds, self._language.code)
        self.remaining.setText(said)
        self._bar.setAccessibleDescription(" ".join(filter(None, (self._label.text(), said))))

    def _cancel(self) -> None:
        self._button.setEnabled(False)
        self._label.setText(self.tr("Wird abgebrochen …"))
        self.remaining.setText("")
        self.cancelled.emit()

    def _retranslate(self) -> None:
        self._button.setText(self.tr("Abbrechen"))
        self._bar.setAccessibleName(self.tr("Fortschritt der Auswertung"))
        self._say_remaining()
