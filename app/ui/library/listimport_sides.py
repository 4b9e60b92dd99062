"""What holds for all clauses of a list that says nothing else: who we are, and towards whom."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QWidget

from app.importing.clauselists.model import Defaults
from app.models.facts import Audience, Perspective
from app.wording.lang import Lang, sentence_start
from app.wording.terms import term


class SidesForm(QWidget):
    """Perspective and audiences."""

    changed = Signal()

    def __init__(self, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.perspective = QComboBox()
        for side in Perspective:
            self.perspective.addItem(sentence_start(term("perspective", side.value, lang)), side)
        self.audiences = {audience: QCheckBox(term("audience", audience.value, lang)) for audience in Audience}
        boxes = QHBoxLayout()
        for box in self.audiences.values():
            box.toggled.connect(self.changed)
            boxes.addWidget(box)
        boxes.addStretch()
        self.perspective.currentIndexChanged.connect(self.changed)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        label = QLabel(self.tr("Unsere Rolle in diesen Klauseln:"))
        label.setBuddy(self.perspective)
        form.addRow(label, self.perspective)
        form.addRow(self.tr("Gegenüber wem (keine Auswahl: allen):"), boxes)

    def defaults(self, taken: frozenset[str], owner: str, today: date) -> Defaults:
        """As the import wants it."""
        chosen = tuple(audience for audience, box in self.audiences.items() if box.isChecked())
        side = Perspective(self.perspective.currentData())  # Qt hands back a plain text
        return Defaults(side, chosen, owner=owner, taken=taken, as_of=today)
