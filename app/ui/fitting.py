"""Windows that open for the first time fit their screen, frame and title bar included."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(8, 40)  # pixels that a usual frame and its title bar take


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give it this size, or what the screen has room for."""
    room = window.screen().availableGeometry().size() - _FRAME
    window.resize(QSize(width, height).boundedTo(room))
