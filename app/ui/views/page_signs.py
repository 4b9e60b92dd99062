"""Signs on a page as a whole: that text recognition read it, that it was not read and why, or that it could not be drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from app.models.analysis import Severity
from app.ui.theme import Theme
from app.ui.views.marking import tint

_ROOM = 10.0  # pixels round words
_BAND_ALPHA, _VEIL_ALPHA = 242, 22


def draw_edge_note(painter: QPainter, page: QRectF, height: float, words: str, theme: Theme) -> None:
    """A line of words above the page, where it covers nothing that is printed."""
    font = QFont(painter.font())
    font.setPointSizeF(font.pointSizeF() * 0.88)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, page.width() - 8)
    strip = QRectF(page.left(), page.top() - height, page.width(), height - 1)
    painter.setPen(theme.severity(Severity.MEDIUM))
    painter.drawText(strip, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    painter.fillRect(QRectF(page.left() - 4, page.top(), 3, page.height()), theme.severity(Severity.MEDIUM))


def draw_unread(painter: QPainter, page: QRectF, title: str, reason: str, theme: Theme) -> None:
    """A hatched veil over the page, which can still be read by eye, and a band with the reason at its upper edge."""
    dark = theme.paper_colour("palette", "text")
    painter.fillRect(page, tint(dark, _VEIL_ALPHA))
    painter.fillRect(page, QBrush(tint(dark, _VEIL_ALPHA), Qt.BrushStyle.BDiagPattern))
    font, strong = QFont(painter.font()), QFont(painter.font())
    strong.setBold(True)
    room = QRectF(page.left() + _ROOM, page.top() + _ROOM, page.width() - 2 * _ROOM, page.height() - 2 * _ROOM)
    wrapped = Qt.TextFlag.TextWordWrap.value
    head = QFontMetricsF(strong).boundingRect(room, wrapped, title)
    below = QRectF(room.left(), head.bottom() + 3, room.width(), room.bottom() - head.bottom())
    foot = QFontMetricsF(font).boundingRect(below, wrapped, reason) if reason else head
    band = QRectF(page.left(), page.top(), page.width(), foot.bottom() + _ROOM - page.top())
    painter.fillRect(band, tint(dark, _BAND_ALPHA))
    painter.setPen(QPen(QColor(Qt.GlobalColor.white)))
    painter.setFont(strong)
    painter.drawText(room, wrapped, title)
    painter.setFont(font)
    painter.drawText(below, wrapped, reason)


def draw_failed(painter: QPainter, seen: QRectF, said: str, offer: str, theme: Theme) -> None:
    """A sentence in the middle of what is in sight of the page, and below it what looks like the button it is."""
    painter.save()
    strong = QFont(painter.font())
    strong.setBold(True)
    room = seen.adjusted(_ROOM, _ROOM, -_ROOM, -_ROOM)
    wrapped = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignHCenter.value
    words = QFontMetricsF(strong).boundingRect(room, wrapped, said)
    line = QFontMetricsF(painter.font()).height()
    top = max(room.top(), room.center().y() - (words.height() + 3 * line) / 2)
    width = min(room.width(), QFontMetricsF(strong).horizontalAdvance(offer) + 3 * line)
    button = QRectF(room.center().x() - width / 2, top + words.height() + line, width, 2 * line)
    text = QRectF(room.left(), top, room.width(), words.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_ground(painter, words.united(button).adjusted(-line, 0, line, 0), text.top() - line, button.bottom() + line)
    painter.setFont(strong)
    painter.setPen(theme.paper_colour("palette", "text"))
    painter.drawText(text, wrapped, said)
    painter.setPen(QPen(theme.paper_colour("palette", "accent"), 1.5))
    painter.setBrush(theme.paper_colour("palette", "button"))
    painter.drawRoundedRect(button, 4, 4)
    painter.drawText(button, Qt.AlignmentFlag.AlignCenter, offer)
    painter.restore()


def _draw_ground(painter: QPainter, across: QRectF, top: float, bottom: float) -> None:
    """White behind words: the page may be there from before, in another size."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint(QColor(Qt.GlobalColor.white), _BAND_ALPHA))
    painter.drawRoundedRect(QRectF(across.left(), top, across.width(), bottom - top), 6, 6)
