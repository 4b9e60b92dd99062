"""The deal facts as a form: what is said here decides which rules apply. Above, which facts checks are waiting for."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.factchoices import NAMES
from app.ui.models.factrows import FactRow, Need
from app.ui.views.fact_field import FactField
from app.wording.facts import fact_phrase
from app.wording.lang import Lang


class FactsForm(QWidget):
    """A field for each fact."""

    said = Signal(str, object)  # name of a fact, value or None
    place_picked = Signal(str)  # key of a passage

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.intro, self.needs = QLabel(), QLabel()
        self.fields = {name: FactField(name, context) for name in NAMES}
        for label in (self.intro, self.needs):
            label.setWordWrap(True)
        self.needs.setTextFormat(Qt.TextFormat.RichText)
        self.needs.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.needs.linkActivated.connect(self.focus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().lineSpacing() * 2 // 3)
        column.addWidget(self.intro)
        column.addWidget(self.needs)
        for field in self.fields.values():
            column.addWidget(field)
            field.said.connect(self.said)
            field.place_picked.connect(self.place_picked)

    def show_rows(self, rows: tuple[FactRow, ...], needs: tuple[Need, ...], lang: Lang) -> None:
        """What holds now."""
        self.intro.setText(fact_phrase("intro", lang))
        ink = self._context.theme.hex("palette", "accent")
        lines = [f"<a style='color:{ink}' href='{need.name}'>{escape(need.sentence)}</a>" for need in needs]
        self.needs.setText("<br>".join(lines))
        self.needs.setVisible(bool(lines))
        for row in rows:
            self.fields[row.name].show_row(row, lang)

    def focus(self, name: str) -> None:
        """Into the field of a fact."""
        self.fields[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)
