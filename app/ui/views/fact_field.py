"""One deal fact: label, field, a button that takes the user's word back, and below where the value comes from."""

from __future__ import annotations

from html import escape
from typing import Any, Final

from PySide6.QtCore import QLocale, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.context import Context
from app.ui.factchoices import AMOUNTS, CHOICES, meant
from app.ui.icons import line_icon
from app.ui.models.factrows import FactRow, Words
from app.ui.views.amount_field import AmountField
from app.ui.views.date_field import DateField
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.terms import term

_LOCALES: Final = {
    "de": QLocale(QLocale.Language.German, QLocale.Country.Germany),
    "en": QLocale(QLocale.Language.English),
}


class FactField(QWidget):
    """Emits what the user says; None takes it back."""

    said = Signal(str, object)  # name of the fact, value
    place_picked = Signal(str)  # key of a passage

    def __init__(self, name: str, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self._context = name, context
        self.editor = self._new_editor()
        self.reset = QToolButton()
        self.label, self.note = QLabel(), QLabel()
        self._arrange()
        self.reset.clicked.connect(lambda: self.said.emit(self.name, None))
        self.note.linkActivated.connect(self.place_picked)
        context.theme.changed.connect(self._recolour)
        self._recolour()

    def _new_editor(self) -> QComboBox | DateField | AmountField:
        if self.name in CHOICES:
            return self._new_box()
        if self.name in AMOUNTS:
            return self._new_amount()
        field = DateField()
        field.picked.connect(lambda day: self.said.emit(self.name, day))
        return field

    def _new_box(self) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.activated.connect(lambda: self.said.emit(self.name, meant(self.name, box.currentData())))
        return box

    def _new_amount(self) -> AmountField:
        amount = AmountField()
        amount.valueChanged.connect(lambda value: self.said.emit(self.name, value or None))
        return amount

    def _arrange(self) -> None:
        self.editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.label.setBuddy(self.editor)
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.RichText)
        self.note.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.reset.setAutoRaise(True)
        side = self.fontMetrics().height()
        self.reset.setIconSize(QSize(side, side))
        kept = self.reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(kept)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.editor, 1)
        row.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.label)
        column.addLayout(row)
        column.addWidget(self.note)

    def _recolour(self) -> None:
        self.reset.setIcon(line_icon("reset"))

    # --- what is shown

    def show_row(self, row: FactRow, lang: Lang) -> None:
        """Without telling anybody."""
        self.label.setText(row.label)
        self.editor.setAccessibleName(row.label)
        with QSignalBlocker(self.editor):
            self._show_value(row.value, lang)
        self.note.setText(self._note_html(row))
        self.editor.setAccessibleDescription(" ".join(part for part in (row.source, row.waiting, row.conflict) if part))
        self.reset.setVisible(row.mine)
        self.reset.setToolTip(self.tr("Eigene Angabe zurücknehmen"))
        self.reset.setAccessibleName(self.tr("Eigene Angabe zurücknehmen: {0}").format(row.label))

    def _show_value(self, value: Any, lang: Lang) -> None:  # noqa: ANN401 - each fact has its own type
        match self.editor:
            case QComboBox() as box:
                self._fill(box, value, lang)
            case DateField() as field:
                field.show_date(value, phrase("unknown", lang), lang)
            case AmountField() as amount:
                amount.setLocale(_LOCALES[lang])
                amount.setSpecialValueText(phrase("unknown", lang))
                amount.setValue(value or 0.0)

    def _fill(self, box: QComboBox, shown: object, lang: Lang) -> None:
        box.clear()
        for value in CHOICES[self.name]:
            box.addItem(term(self.name, value.value, lang), value)
        box.setPlaceholderText(phrase("unknown", lang))
        box.setCurrentIndex(-1 if shown is None else list(CHOICES[self.name]).index(shown))  # type: ignore[arg-type]  # a value of this fact
        box.setToolTip(box.currentText())

    def _note_html(self, row: FactRow) -> str:
        theme = self._context.theme
        said = ". ".join(part for part in (row.source, row.waiting) if part)
        soft = f"<span style='color:{theme.hex('palette', 'soft')}'>{escape(said)}</span>"
        if row.conflict:
            line = f"<b style='color:{theme.hex('severity', 'medium')}'>⚠ {escape(row.conflict)}</b>"
            return f"{soft}<br>{line}{self._words_html(row.words)}"
        return soft + self._words_html(row.words)

    def _words_html(self, words: Words | None) -> str:
        if words is None:
            return ""
        theme = self._context.theme
        link = f"<a style='color:{theme.hex('palette', 'accent')}' href='{escape(words.key)}'>{escape(words.place)}</a>"
        soft = theme.hex("palette", "soft")
        return f"<span style='color:{soft}'>: </span>{link} <span style='color:{soft}'>{escape(words.quote)}</span>"
