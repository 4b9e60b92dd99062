"""What the pages of the settings are made of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

_SMALL = 0.92  # of the text's size


def settings_form(page: QWidget) -> QFormLayout:
    """A form that fills the page."""
    form = QFormLayout(page)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def add_field(form: QFormLayout, text: str, field: QWidget) -> None:
    """A field with its label."""
    label = QLabel(text)
    label.setBuddy(field)
    form.addRow(label, field)


def note(text: str) -> QLabel:
    """Small print."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * _SMALL)
    label.setFont(font)
    return label
