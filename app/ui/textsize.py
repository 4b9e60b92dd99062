"""The size of the window's text: that of the system, times what the user chose."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

_usual: list[QFont] = []


def apply_text_size(percent: int) -> None:
    """For all widgets; 100 is the system's own size."""
    if not _usual:
        _usual.append(QApplication.font())
    font = QFont(_usual[0])
    font.setPointSizeF(_usual[0].pointSizeF() * percent / 100)
    if QApplication.font() != font:
        QApplication.setFont(font)
