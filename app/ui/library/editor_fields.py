"""The fields of the editor: each shows a value of the plain form and says when the user gave another.

A field is told a value often, also its own; it changes what it shows only where that means something else, so that the
cursor stays where it is. The wheel never changes a value: in a long form it is for scrolling.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from app.library.placeholders import PLACEHOLDER
from app.ui.library.editing import shown, written
from app.ui.library.editor_numbers import number_of, number_shown
from app.ui.theme import Theme
from app.ui.utf16 import Utf16Map
from app.ui.views.date_field import DateField
from app.ui.views.flow_layout import FORM_GAP, FORM_LINE_GAP, FlowLayout
from app.wording.lang import Lang

Option = tuple[str, str]
"""Code and label."""


class Field(QWidget):
    """What all fields have: `edited` with the new value and whether it was typed; `target` gets label and focus."""

    edited = Signal(object, bool)

    def __init__(self, target: QWidget | None = None) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.target: QWidget = target or self
        if target is not None:
            self._row.addWidget(target)
            self.setFocusProxy(target)
            target.installEventFilter(self)

    def show_value(self, value: object) -> None:
        """Show what holds."""
        raise NotImplementedError

    def set_name(self, name: str) -> None:
        """What a screen reader calls it."""
        self.target.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel is for scrolling; undo and redo are the editor's, for all fields together."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_undo(event):
            event.ignore()
            return True
        if event.type() is QEvent.Type.Wheel and not isinstance(watched, QPlainTextEdit):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class LineField(Field):
    """One line of text."""

    def __init__(self, hint: str = "") -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self.line.setPlaceholderText(hint)
        self.line.textEdited.connect(lambda text: self.edited.emit(self._meant(text), True))

    def _meant(self, text: str) -> object:
        return " ".join(text.split())

    def _shown(self, value: object) -> str:
        return value if isinstance(value, str) else ""

    def show_value(self, value: object) -> None:
        """Only where it means something else."""
        if self._meant(self.line.text()) != self._meant(self._shown(value)):
            self.line.setText(self._shown(value))


class WordsField(LineField):
    """Several words in one line, separated by commas."""

    def _meant(self, text: str) -> object:
        return list(dict.fromkeys(filter(None, (" ".join(word.split()) for word in text.split(",")))))

    def _shown(self, value: object) -> str:
        return ", ".join(map(str, value)) if isinstance(value, list) else ""


class NumberField(LineField):
    """A number with its unit beside it."""

    def __init__(self, lang: Lang, unit: str = "") -> None:
        self._lang = lang
        super().__init__()
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.editingFinished.connect(self._tidy)
        self.line.setMaximumWidth(self.fontMetrics().averageCharWidth() * 22)
        if unit:
            self._row.addWidget(QLabel(unit))
        self._row.addStretch(1)

    def _meant(self, text: str) -> object:
        return number_of(text, self._lang)

    def _shown(self, value: object) -> str:
        return number_shown(value, self._lang)

    def _tidy(self) -> None:
        """A number that was typed gets its marks of thousands when the field is left."""
        self.line.setText(self._shown(self._meant(self.line.text())))


class TextField(Field):
    """Paragraphs of text; the field grows with them. Placeholders are set off."""

    def __init__(self, theme: Theme, least: int = 3, most: int = 16, hint: str = "") -> None:
        self.text = QPlainTextEdit()
        super().__init__(self.text)
        self._least, self._most = least, most
        self.text.setTabChangesFocus(True)
        self.text.setUndoRedoEnabled(False)  # the editor's own covers all fields
        self.text.setPlaceholderText(hint)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._marks = _PlaceholderMarks(self.text.document(), theme)
        self._told = False
        self.text.textChanged.connect(self._tell)
        self.text.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width wraps the text into other lines."""
        if event.type() is QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._grow)
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        if not self._told:
            self.edited.emit(written(self.text.toPlainText()), True)

    def _grow(self) -> None:
        lines = max(self._least, min(self._most, round(self.text.document().size().height())))
        frame = 2 * (self.text.frameWidth() + round(self.text.document().documentMargin()))
        self.text.setFixedHeight(lines * self.text.fontMetrics().lineSpacing() + frame + 2)

    def show_value(self, value: object) -> None:
        """Only where it means something else; the cursor stays near."""
        text = value if isinstance(value, str) else ""
        if shown(text) == shown(written(self.text.toPlainText())):
            return
        self._told = True
        at = self.text.textCursor().position()
        self.text.setPlainText(shown(text))
        cursor = self.text.textCursor()
        cursor.setPosition(min(at, max(0, self.text.document().characterCount() - 1)))
        self.text.setTextCursor(cursor)
        self._told = False

    def insert_placeholder(self, name: str) -> None:
        """`{{name}}` at the cursor; the name is selected, so that another can be typed."""
        cursor = self.text.textCursor()
        cursor.insertText("{{" + name + "}}")
        end = cursor.position() - 2
        cursor.setPosition(end - len(name))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.setFocus()


class _PlaceholderMarks(QSyntaxHighlighter):
    """Placeholders in the accent colour."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """One paragraph."""
        if "{{" not in text:
            return
        look = QTextCharFormat()
        look.setForeground(QColor(self._theme.colour("palette", "accent")))
        look.setFontWeight(600)
        offsets = Utf16Map(text, [(0, 0)])
        for found in PLACEHOLDER.finditer(text):
            start, end = offsets.to_qt(found.start()), offsets.to_qt(found.end())
            self.setFormat(start, end - start, look)


class ChoiceField(Field):
    """One of several; `none` is the label for no choice at all, where that is possible."""

    def __init__(self, options: Iterable[Option], none: str | None = None) -> None:
        self.box = QComboBox()
        super().__init__(self.box)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        if none is not None:
            self.box.addItem(none, None)
        for code, label in options:
            self.box.addItem(label, code)
        self.box.activated.connect(lambda: self.edited.emit(self.box.currentData(), False))
        self._row.addStretch(1)

    def show_value(self, value: object) -> None:
        """A code that is not offered shows as itself, so that it is not lost."""
        index = self.box.findData(value)
        if index < 0 and isinstance(value, str) and value:
            self.box.addItem(value, value)
            index = self.box.count() - 1
        self.box.setCurrentIndex(index)


class ChecksField(Field):
    """Any of several, as check boxes."""

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        frame = QFrame()
        flow = FlowLayout(frame, spacing=FORM_GAP, line_spacing=FORM_LINE_GAP)
        self.boxes: dict[str, QCheckBox] = {}
        for code, label in options:
            box = QCheckBox(label)
            box.clicked.connect(lambda: self.edited.emit(self._chosen(), False))
            self.boxes[code] = box
            flow.addWidget(box)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        frame.setSizePolicy(policy)
        self.setSizePolicy(policy)
        self._row.addWidget(frame)
        if self.boxes:
            self.target = next(iter(self.boxes.values()))
            self.setFocusProxy(self.target)

    def set_name(self, name: str) -> None:
        """Every box says what it is about."""
        for box in self.boxes.values():
            box.setAccessibleName(f"{name}: {box.text()}")

    def _chosen(self) -> list[str]:
        return [code for code, box in self.boxes.items() if box.isChecked()]

    def show_value(self, value: object) -> None:
        """Tick what holds."""
        chosen = value if isinstance(value, list) else [value]
        for code, box in self.boxes.items():
            box.setChecked(code in chosen)


class FlagField(Field):
    """Yes or no."""

    def __init__(self, words: str) -> None:
        self.box = QCheckBox(words)
        super().__init__(self.box)
        self.box.clicked.connect(lambda on: self.edited.emit(on, False))
        self._row.addStretch(1)

    def show_value(self, value: object) -> None:
        """Ticked or not."""
        self.box.setChecked(bool(value))


class DayField(Field):
    """A day, or none."""

    def __init__(self, lang: Lang, unknown: str) -> None:
        self.day = DateField()
        super().__init__(self.day)
        self._lang, self._unknown = lang, unknown
        self.day.picked.connect(lambda day: self.edited.emit(day, False))
        self._row.addStretch(1)

    def show_value(self, value: object) -> None:
        """The day or the word for none."""
        self.day.show_date(value if isinstance(value, date) else None, self._unknown, self._lang)
