"""A text that is one line high while it is empty and grows as it is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

_MOST_LINES = 6
_FRAME = 2


class NoteEdit(QPlainTextEdit):
    """Tab and Ctrl+Enter lead on to the next field."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown = ""
        self.textChanged.connect(self._type)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def show_text(self, text: str) -> None:
        """Another text; nothing is signalled, and the cursor stays where the text is the same."""
        if text != self.toPlainText():
            self._shown = text
            self.setPlainText(text)

    def _type(self) -> None:
        text = self.toPlainText()
        if text != self._shown:
            self._shown = text
            self.typed.emit(text)

    def _grow(self) -> None:
        lines = max(1, min(_MOST_LINES, round(self.document().size().height())))
        self.setFixedHeight(self._height(lines))
        more = self.document().size().height() > _MOST_LINES
        shown = Qt.ScrollBarPolicy.ScrollBarAsNeeded if more else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(shown)

    def _height(self, lines: int) -> int:
        around = 2 * round(self.document().documentMargin()) + 2 * max(self.frameWidth(), _FRAME)
        return lines * self.fontMetrics().lineSpacing() + around

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self._height(1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere."""
        super().resizeEvent(event)
        self._grow()

    def event(self, event: QEvent) -> bool:
        """Where nothing was typed, undoing and redoing are the document's: the last decision, not nothing."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._nothing_for(event):
            event.ignore()
            return False
        return super().event(event)

    def _nothing_for(self, event: QKeyEvent) -> bool:
        typed = self.document()
        undoing = event.matches(QKeySequence.StandardKey.Undo) and not typed.isUndoAvailable()
        return undoing or (event.matches(QKeySequence.StandardKey.Redo) and not typed.isRedoAvailable())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Done with it."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed holds."""
        super().focusOutEvent(event)
        self.left.emit()
