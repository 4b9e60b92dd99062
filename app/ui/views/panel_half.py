"""Widgets below each other, the last with all the room that is left; the others always have the height that they need.

A layout asks a widget that wraps for its height at a width, but lets it be squeezed below that where there is little room.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class PanelHalf(QWidget):
    """A part of a splitter."""

    def __init__(self, fixed: Sequence[QWidget], rest: QWidget, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fixed = tuple(fixed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(gap, gap, gap, 0)
        self._column.setSpacing(gap)
        for widget in self._fixed:
            self._column.addWidget(widget)
        self._column.addWidget(rest, 1)

    def _measure(self) -> None:
        margins = self._column.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        for widget in self._fixed:
            widget.setMinimumHeight(max(0, widget.heightForWidth(width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other heights."""
        super().resizeEvent(event)
        self._measure()

    def event(self, event: QEvent) -> bool:
        """What is in a widget has changed."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._measure()
        return super().event(event)
