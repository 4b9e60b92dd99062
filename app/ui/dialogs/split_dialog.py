"""Where a clause is to be divided: its text with a cursor, and how the new clause will begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.models import corrections as rules
from app.models.reading import Clause
from app.ui.dialogs.buttons import Buttons
from app.ui.utf16 import Utf16Map

_WIDTH_EM, _LINES = 80, 14
_SHOWN = 90  # characters of the new clause's beginning


class SplitDialog(QDialog):
    """`offset()` is the place chosen in the clause's own text."""

    def __init__(self, clause: Clause, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Klausel teilen"))
        self._clause = clause
        self._places = Utf16Map(clause.text)
        self._hint = QLabel(
            self.tr("Setzen Sie den Cursor vor das Wort, mit dem die neue Klausel beginnt: {0}").format(name)
        )
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._text = QPlainTextEdit(clause.text)
        self._text.setReadOnly(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setAccessibleName(self.tr("Text der Klausel"))
        self._text.setCursorWidth(max(2, self.fontMetrics().lineWidth() * 2))
        self._beginning = QLabel()
        self._beginning.setTextFormat(Qt.TextFormat.PlainText)
        self._beginning.setWordWrap(True)
        self.buttons = Buttons(self)
        self.agree = self.buttons.addButton(self.tr("&Hier teilen"), Buttons.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        for widget in (self._hint, self._text, self._beginning, self.buttons):
            column.addWidget(widget)
        column.setStretch(1, 1)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * _WIDTH_EM, metrics.lineSpacing() * (_LINES + 8))
        self._text.cursorPositionChanged.connect(self._show)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self._propose()
        self._show()
        self._text.setFocus()

    def offset(self) -> int:
        """Code points from the beginning of the clause's text."""
        return self._places.to_python(self._text.textCursor().position())

    def _propose(self) -> None:
        """The second paragraph, where there is one."""
        at = self._clause.text.find("\n")
        if at >= 0:
            cursor = self._text.textCursor()
            cursor.setPosition(self._places.to_qt(at + 1))
            self._text.setTextCursor(cursor)

    def _show(self) -> None:
        made = rules.split(self._clause, self.offset())
        start = rules.split_offset(self._clause, made.value)
        self.agree.setEnabled(start is not None)
        if start is None:
            self._beginning.setText(self.tr("Hier entsteht keine neue Klausel."))
            return
        words = " ".join(self._clause.text[start : start + _SHOWN].split())
        self._beginning.setText(self.tr("Die neue Klausel beginnt mit: „{0} …“").format(words))
