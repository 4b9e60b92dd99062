"""The overview: deal facts and notices above, which scroll where the window is low, the table of values below.

The upper part is as high as what it holds until the user moves the border.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

_LEAST_LINES = 9  # of the table
_SLACK = 8  # pixels, so that no scroll bar comes for a rounding
_MOST = 0.62  # of the height for the upper part


class OverviewPanel(QSplitter):
    """Arrangement only."""

    def __init__(self, above: Iterable[QWidget], table: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._moved = False
        self._above = QWidget()
        self._column = QVBoxLayout(self._above)
        self._column.setContentsMargins(6, 8, 6, 4)
        for widget in above:
            self._column.addWidget(widget)
        self._column.addStretch(1)
        table.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        self.addWidget(self._scrolling())
        self.addWidget(table)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._keep)
        self._above.installEventFilter(self)

    def _scrolling(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidget(self._above)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _keep(self) -> None:
        self._moved = True

    def _fit(self) -> None:
        """Share the height anew."""
        if not self._moved:
            wanted = self._column.totalHeightForWidth(max(1, self.width())) + _SLACK
            upper = min(wanted, round(self.height() * _MOST))
            self.setSizes([upper, self.height() - upper])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height to share."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands above has changed."""
        if watched is self._above and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)
