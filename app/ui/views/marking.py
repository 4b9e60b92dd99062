"""How clauses, the selected clause and quotes are marked, on pages and on text alike.

A clause with a finding: its lines tinted, a bar at the left whose pattern tells the severity without colour (solid, dashed,
dotted, thin). The selected clause: an outline. A quote: like a text marker, underlined where it is
the one of several that is looked at. What was left out: a grey veil. A place where nothing
can be seen: a dashed outline, in running text a wedge. An uncertain word of text recognition: a dotted line below it.
What was searched for: framed, the current hit filled and framed thickly. Words selected with the mouse: a wash of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from app.models.analysis import Severity

TINT_ALPHA = 34
_VEIL_ALPHA, _HATCH_ALPHA = 30, 46
_LEAST_SPOT = 14.0  # pixels; hidden text may be too small to point at
_MOST_FILLED = 400.0  # pixels; a whole page stays as it is
_WEDGE = 4.5
_QUOTE_ALPHA = 110
_HIT_ALPHA, _OTHER_HIT_ALPHA, _MARKED_ALPHA, _POINTED_ALPHA = 230, 120, 90, 14
_BAR = 4.0
_AWAY = 6.0  # of the bar from the text
_PATTERNS: dict[Severity, tuple[tuple[float, ...], float]] = {  # dashes and gaps in widths of the bar, its width
    Severity.HIGH: ((), _BAR),
    Severity.MEDIUM: ((1.5, 0.75), _BAR),
    Severity.LOW: ((0.75, 0.75), _BAR),
    Severity.INFO: ((), 1.5),
}


def tint(colour: QColor, alpha: int = TINT_ALPHA) -> QColor:
    """The colour as a wash."""
    washed = QColor(colour)
    washed.setAlpha(alpha)
    return washed


def draw_bar(painter: QPainter, x: float, top: float, bottom: float, severity: Severity, colour: QColor) -> None:
    """The bar at the left of a marked clause."""
    dashes, width = _PATTERNS[severity]
    pen = QPen(colour, width)
    if dashes:
        pen.setDashPattern(dashes)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QLineF(x, top, x, bottom))


def joined(boxes: Sequence[QRectF]) -> QPainterPath:
    """The lines of a clause as one shape, so that nothing is tinted twice."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for box in boxes:
        path.addRect(box.adjusted(-1.5, -1, 1.5, 1))
    return path.simplified()


def draw_tint(painter: QPainter, boxes: Sequence[QRectF], colour: QColor) -> None:
    """Tint the lines of a clause."""
    painter.fillPath(joined(boxes), tint(colour))


def draw_bars(painter: QPainter, boxes: Sequence[QRectF], severity: Severity, colour: QColor) -> None:
    """A bar beside each column the clause stands in."""
    for column in columns(boxes):
        draw_bar(painter, column.left() - _AWAY, column.top(), column.bottom(), severity, colour)


def draw_selection(painter: QPainter, boxes: Sequence[QRectF], colour: QColor) -> None:
    """An outline round each column of the clause."""
    painter.setPen(QPen(colour, 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for column in columns(boxes):
        painter.drawRoundedRect(column.adjusted(-_AWAY - _BAR, -4, _AWAY, 4), 4, 4)


def draw_quote(painter: QPainter, boxes: Sequence[QRectF], colour: QColor) -> None:
    """Like a text marker: darkens the paper, leaves the letters."""
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for box in boxes:
        painter.fillRect(box.adjusted(-1, -1, 1, 1), tint(colour, _QUOTE_ALPHA))
    painter.restore()


def draw_focus(painter: QPainter, boxes: Sequence[QRectF], colour: QColor) -> None:
    """A line below the quote that is looked at."""
    painter.setPen(QPen(colour, 2.0))
    for box in boxes:
        painter.drawLine(QLineF(box.left(), box.bottom() + 1, box.right(), box.bottom() + 1))


def draw_hit(painter: QPainter, boxes: Sequence[QRectF], colour: QColor, line: QColor, *, current: bool) -> None:
    """A frame round words that were searched for; the current one is filled stronger and has a double frame."""
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for box in boxes:
        painter.fillRect(box.adjusted(-1, -1, 1, 1), tint(colour, _HIT_ALPHA if current else _OTHER_HIT_ALPHA))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(line, 2.2 if current else 1.0))
    for box in boxes:
        painter.drawRect(box.adjusted(-2, -2, 2, 2) if current else box.adjusted(-1, -1, 1, 1))


def draw_marked(painter: QPainter, boxes: Sequence[QRectF], colour: QColor) -> None:
    """Words selected with the mouse."""
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for box in boxes:
        painter.fillRect(box.adjusted(-0.5, -1, 0.5, 1), tint(colour, _MARKED_ALPHA))
    painter.restore()


def draw_caret(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """The end of selected words that keys and mouse move."""
    painter.setPen(QPen(colour, 1.5))
    painter.drawLine(QLineF(place.left(), place.top() - 2, place.left(), place.bottom() + 2))


def draw_pointed(painter: QPainter, boxes: Sequence[QRectF], colour: QColor) -> None:
    """A breath of colour over the clause under the mouse."""
    for column in columns(boxes):
        painter.fillRect(column.adjusted(-_AWAY, -3, _AWAY, 3), tint(colour, _POINTED_ALPHA))


def draw_veil(painter: QPainter, boxes: Sequence[QRectF], colour: QColor) -> None:
    """A calm grey over what was left out, hatched so that it is told from a tint without colour."""
    whole = joined(boxes)
    painter.fillPath(whole, tint(colour, _VEIL_ALPHA))
    painter.fillPath(whole, QBrush(tint(colour, _HATCH_ALPHA), Qt.BrushStyle.BDiagPattern))


def spot_pen(colour: QColor, width: float = 1.5) -> QPen:
    """The dashes round a place that is no clause."""
    pen = QPen(colour, width, Qt.PenStyle.DashLine)
    pen.setDashPattern((4.0, 2.5))
    return pen


def draw_spots(painter: QPainter, boxes: Sequence[QRectF], colour: QColor, *, picked: bool = False) -> None:
    """A dashed outline where something stands that cannot be seen, or where a part was picked from a list."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(spot_pen(colour, 2.5 if picked else 1.5))
    for column in columns(boxes):
        filled = picked and column.height() < _MOST_FILLED
        painter.setBrush(tint(colour, TINT_ALPHA) if filled else Qt.BrushStyle.NoBrush)
        more_x, more_y = (max(3.0, (_LEAST_SPOT - side) / 2) for side in (column.width(), column.height()))
        painter.drawRoundedRect(column.adjusted(-more_x, -more_y, more_x, more_y), 3, 3)


def draw_uncertain(painter: QPainter, boxes: Sequence[QRectF], colour: QColor) -> None:
    """A dotted line under each word."""
    pen = QPen(colour, 1.6, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern((0.1, 2.0))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    for box in boxes:
        painter.drawLine(QLineF(box.left(), box.bottom() + 1.5, box.right(), box.bottom() + 1.5))


def draw_wedge(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """A wedge below a place in running text where text would stand that is not printed."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(spot_pen(colour))
    x, bottom = place.center().x(), place.bottom() + 1
    painter.drawLine(QLineF(x, place.top(), x, bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    corners = (QPointF(x - _WEDGE, bottom + 2), QPointF(x + _WEDGE, bottom + 2), QPointF(x, bottom + 2 - 1.4 * _WEDGE))
    painter.drawPolygon(QPolygonF(corners))


def columns(boxes: Sequence[QRectF]) -> list[QRectF]:
    """The boxes joined as long as they run down the page; a jump upwards begins another column."""
    found: list[QRectF] = []
    for box in boxes:
        if found and box.top() >= found[-1].top() - box.height() and _side_by_side(found[-1], box):
            found[-1] = found[-1].united(box)
        else:
            found.append(QRectF(box))
    return found


def _side_by_side(column: QRectF, box: QRectF) -> bool:
    """Whether the box shares some width with the column, or stands on its line (label and text)."""
    return (box.left() < column.right() and box.right() > column.left()) or abs(box.top() - column.top()) < box.height()
