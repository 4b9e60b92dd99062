"""The keys that move the end of a selection, as every editor of the system has them."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence

from app.ui.text_selecting import Step

_KEY = QKeySequence.StandardKey
_STEPS = {
    _KEY.SelectPreviousChar: Step.LEFT,
    _KEY.SelectNextChar: Step.RIGHT,
    _KEY.SelectPreviousWord: Step.WORD_LEFT,
    _KEY.SelectNextWord: Step.WORD_RIGHT,
    _KEY.SelectPreviousLine: Step.UP,
    _KEY.SelectNextLine: Step.DOWN,
    _KEY.SelectStartOfLine: Step.LINE_START,
    _KEY.SelectEndOfLine: Step.LINE_END,
    _KEY.SelectStartOfDocument: Step.START,
    _KEY.SelectEndOfDocument: Step.END,
}


def step_of(event: QKeyEvent) -> Step | None:
    """Where a key moves the end of the selection; None for any other key."""
    return next((step for keys, step in _STEPS.items() if event.matches(keys)), None)
