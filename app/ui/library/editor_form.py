"""Rows of fields bound to places of the clause, with what is wrong beside each.

A form holds no state but the snapshot it shows. What the user does becomes a new snapshot, which comes back to be shown: so
typing, undo and a restored draft take one way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.library.model import ClauseType
from app.library.plain import Plain
from app.ui.library.editing import Place, changed, value_at
from app.ui.library.editor_fields import Field
from app.ui.theme import Theme
from app.wording.lang import Lang

_LABEL_ROOM = 4  # pixels


@dataclass(frozen=True)
class Kit:
    """What all pages of the editor need."""

    theme: Theme
    lang: Lang
    types: tuple[ClauseType, ...]
    today: date


class MistakeLabel(QLabel):
    """A sentence under a field, in the colour of what is grave; hidden while there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setWordWrap(True)
        self.hide()
        theme.changed.connect(self._recolour)
        self._recolour()

    def say(self, sentence: str) -> None:
        """Show it, or nothing."""
        self.setText(f"▲ {sentence}" if sentence else "")
        self.setVisible(bool(sentence))

    def _recolour(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour("severity", "high"))
        self.setPalette(palette)


class FieldRow(QWidget):
    """A field with its mistake under it."""

    def __init__(self, label: QLabel | None, field: Field, theme: Theme, name: str, hint: str = "") -> None:
        super().__init__()
        self.label, self.field, self.name = label, field, name
        self._hint = hint
        self.mistake = MistakeLabel(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(field)
        if hint:
            said = soft_label(hint, theme)
            column.addWidget(said)
        column.addWidget(self.mistake)
        field.set_name(name)
        if label is not None:
            label.setBuddy(field.target)

    def minimumSizeHint(self) -> QSize:
        """As high as it is at the width it has; Qt asks for the height at the least width."""
        return as_high_as_needed(self, super().minimumSizeHint())

    def say(self, sentence: str) -> None:
        """What is wrong, beside the field and to a screen reader."""
        self.mistake.say(sentence)
        self.field.target.setAccessibleDescription(sentence or self._hint)


def as_high_as_needed(widget: QWidget, least: QSize) -> QSize:
    """The least size without the height that only a narrower widget would need."""
    if not widget.hasHeightForWidth():
        return least
    width = max(widget.width(), least.width())
    return QSize(least.width(), min(least.height(), widget.heightForWidth(width)))


def soft_label(text: str, theme: Theme) -> QLabel:
    """A remark in the quiet colour."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)

    def recolour() -> None:
        palette = QPalette(label.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour("palette", "soft"))
        label.setPalette(palette)

    recolour()
    return label


class Form(QFrame):
    """Fields by place."""

    edited = Signal(object, object, bool)  # new snapshot, place, typing

    def __init__(self, kit: Kit, *, above: bool = False, parent: QWidget | None = None) -> None:
        """`above`: labels stand over their fields, for long texts."""
        super().__init__(parent)
        self.kit = kit
        self.rows: dict[Place, FieldRow] = {}
        self._plain: Plain = {}
        self.form = QFormLayout(self)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        wrap = QFormLayout.RowWrapPolicy.WrapAllRows if above else QFormLayout.RowWrapPolicy.WrapLongRows
        self.form.setRowWrapPolicy(wrap)
        self.form.setVerticalSpacing(10)
        self.form.setContentsMargins(14, 12, 14, 14)

    def minimumSizeHint(self) -> QSize:
        """As high as it is at the width it has."""
        return as_high_as_needed(self, super().minimumSizeHint())

    def add(self, place: Place, name: str, field: Field, hint: str = "") -> FieldRow:
        """One more row; a name with `&` has a key."""
        label = QLabel(name)
        label.setMinimumWidth(label.sizeHint().width() + _LABEL_ROOM)  # with an underlined letter Qt reckons too little
        row = FieldRow(label, field, self.kit.theme, name.replace("&", ""), hint)
        self.form.addRow(label, row)
        return self.bind(place, row)

    def bind(self, place: Place, row: FieldRow) -> FieldRow:
        """A row that stands somewhere else in the form."""
        self.rows[place] = row
        row.field.edited.connect(lambda value, typing: self._take(place, value, typing))
        return row

    def show_plain(self, plain: Plain) -> None:
        """Show a snapshot."""
        self._plain = plain
        for place, row in self.rows.items():
            row.field.show_value(value_at(plain, place))

    def _take(self, place: Place, value: object, typing: bool) -> None:
        new = self.with_value(self._plain, place, value)
        if new != self._plain:
            self.edited.emit(new, place, typing)

    def with_value(self, plain: Plain, place: Place, value: object) -> Plain:
        """The snapshot with another value; forms with rules of their own say more."""
        return changed(plain, place, value)

    def show_mistakes(self, said: Mapping[Place, str]) -> None:
        """Mark the fields that are wrong."""
        for row in self.rows.values():
            row.say("")
        for place, sentence in said.items():
            row_at = self.row_of(place)
            if row_at is not None:
                row_at.say(sentence)

    def row_of(self, place: Place) -> FieldRow | None:
        """The row that stands for a place or for what holds it."""
        for length in range(len(place), 0, -1):
            if place[:length] in self.rows:
                return self.rows[place[:length]]
        return next((row for own, row in self.rows.items() if own[: len(place)] == place), None)


class Snug(QWidget):
    """A widget that is no higher than its width makes necessary."""

    def minimumSizeHint(self) -> QSize:
        """As high as it is at the width it has."""
        return as_high_as_needed(self, super().minimumSizeHint())


class Page(QScrollArea):
    """A page of the editor: forms one below the other."""

    edited = Signal(object, object, bool)
    inside: type[QWidget] = Snug

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self._forms: list[Form] = []
        self._plain: Plain = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = self.inside()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(8, 4, 8, 12)
        self.setWidget(inside)

    def adopt(self, form: Form) -> Form:
        """Listen to a form."""
        self._forms.append(form)
        form.edited.connect(self.edited)
        return form

    def forms(self) -> Iterator[Form]:
        """All forms in order."""
        yield from self._forms

    def show_plain(self, plain: Plain) -> None:
        """Show a snapshot."""
        self._plain = plain
        for form in self.forms():
            form.show_plain(plain)

    def show_mistakes(self, said: Mapping[Place, str]) -> None:
        """Mark the fields that are wrong."""
        for form in self.forms():
            form.show_mistakes({place: s for place, s in said.items() if form.row_of(place)})

    def name_of(self, place: Place) -> str:
        """What a reader calls a place of this page."""
        row = self._row_of(place)
        return row.name if row else ""

    def reveal(self, place: Place) -> None:
        """Bring a place to sight and the focus there."""
        row = self._row_of(place)
        if row is None:
            return
        bring_to_sight(self, row)

    def _row_of(self, place: Place) -> FieldRow | None:
        return next((row for form in self.forms() if (row := form.row_of(place))), None)


def bring_to_sight(area: QScrollArea, row: FieldRow) -> None:
    """The focus goes there at once; a row that was just made gets its place a moment later."""
    row.field.target.setFocus(Qt.FocusReason.OtherFocusReason)
    area.ensureWidgetVisible(row)
    QTimer.singleShot(0, row, lambda: area.ensureWidgetVisible(row))
