"""Marks of a clause's status: told apart by shape as well as by colour.

Draft: a dotted ring; in review: a half-filled disc; approved: a filled disc with a tick; retired: a bar in a ring.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from app.library.model import Status
from app.ui.theme import Theme

_SIZES = (16, 20, 24, 32, 48)
_COLOURS = {
    Status.DRAFT: ("palette", "soft"),
    Status.REVIEW: ("severity", "medium"),
    Status.APPROVED: ("diff", "new"),
    Status.RETIRED: ("palette", "soft"),
}


def status_colour(status: Status, theme: Theme) -> QColor:
    """The colour of a status, on the window's own grounds."""
    return theme.colour(*_COLOURS[status])


def status_icon(status: Status, theme: Theme) -> QIcon:
    """The mark as an icon; in the colour of the text on a selected row."""
    icon = QIcon()
    chosen = QApplication.palette().color(QApplication.palette().ColorRole.HighlightedText)
    for mode, ink in ((QIcon.Mode.Normal, status_colour(status, theme)), (QIcon.Mode.Selected, chosen)):
        for size in _SIZES:
            icon.addPixmap(_pixmap(status, ink, size), mode)
    return icon


def _pixmap(status: Status, ink: QColor, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, status, ink, size)
    painter.end()
    return pixmap


def _draw(painter: QPainter, status: Status, ink: QColor, size: int) -> None:
    width = max(1.4, size / 11)
    edge = size * 0.14
    ring = QRectF(edge, edge, size - 2 * edge, size - 2 * edge)
    pen = QPen(ink, width)
    if status is Status.DRAFT:
        pen.setDashPattern([1.6, 1.4])
    painter.setPen(pen)
    painter.setBrush(ink if status is Status.APPROVED else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    match status:
        case Status.REVIEW:
            painter.setBrush(ink)
            painter.drawPie(ring, 90 * 16, 180 * 16)
        case Status.APPROVED:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)  # the tick is cut out
            painter.setPen(QPen(ink, width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline([QPointF(size * x, size * y) for x, y in ((0.31, 0.52), (0.45, 0.66), (0.70, 0.37))])
        case Status.RETIRED:
            painter.drawLine(QPointF(size * 0.32, size * 0.5), QPointF(size * 0.68, size * 0.5))
        case _:
            pass
