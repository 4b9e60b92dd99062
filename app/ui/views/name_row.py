"""Asks quietly for the user's name as long as there is none: decisions are signed with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

_LONGEST = 80


class NameRow(QWidget):
    """One line; nothing waits for it."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setMaxLength(_LONGEST)
        self._label = QLabel()
        self._label.setBuddy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)
        row.addWidget(self.field, 1)
        self.field.editingFinished.connect(self._give)

    def retranslate(self) -> None:
        """In the language of the window."""
        self._label.setText(self.tr("&Ihr Name:"))
        self.field.setPlaceholderText(self.tr("steht an jeder Entscheidung"))
        self.field.setAccessibleName(self.tr("Ihr Name"))

    def _give(self) -> None:
        name = " ".join(self.field.text().split())
        if name:
            self.given.emit(name)
