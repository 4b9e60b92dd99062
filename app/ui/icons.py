"""Our own line icons in the colour of the text, and the marks of the severities.

Icons are SVG with `currentColor`; they are drawn once for every size, pixel ratio and state. A severity has a shape as well
as a colour, so that neither is needed to tell them apart: triangle, diamond, circle, square.
"""

from __future__ import annotations

from collections.abc import Generator
from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPalette, QPen, QPixmap, QPolygonF
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from app import paths
from app.models.analysis import Severity

_SIZES = (16, 20, 24, 32, 48, 64)


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(paths.resources() / "icons" / "klausellupe.svg"))


def line_icon(name: str) -> QIcon:
    """An icon of resources/icons in the palette's text colours."""
    return coloured_icon(name, QApplication.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText))


def coloured_icon(name: str, colour: QColor) -> QIcon:
    """The same in a colour of its own; in that of the text on a selected row."""
    palette = QApplication.palette()
    chosen = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText)
    dimmed = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    return QIcon(_icon(name, colour.name(), chosen.name(), dimmed.name()))


def draw_all() -> Generator[None, None, None]:
    """All line icons, one by one, before they are wanted."""
    for file in sorted((paths.resources() / "icons").glob("*.svg")):
        line_icon(file.stem)
        yield


@cache
def _icon(name: str, normal: str, selected: str, disabled: str) -> QIcon:
    """Drawn once: every document has dozens of buttons with the same icons."""
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    icon = QIcon()
    for mode, ink in (
        (QIcon.Mode.Normal, normal),
        (QIcon.Mode.Selected, selected),
        (QIcon.Mode.Disabled, disabled),
    ):
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", ink).encode()))
        for size in _SIZES:
            icon.addPixmap(_drawn(renderer, size), mode)
    return icon


def _drawn(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap


def mark_path(severity: Severity, area: QRectF) -> QPainterPath:
    """The shape of a severity inside `area`."""
    path = QPainterPath()
    middle = area.center()
    match severity:
        case Severity.HIGH:
            corners = [QPointF(middle.x(), area.top()), area.bottomRight(), area.bottomLeft()]
            path.addPolygon(QPolygonF(corners))
        case Severity.MEDIUM:
            corners = [
                QPointF(middle.x(), area.top()),
                QPointF(area.right(), middle.y()),
                QPointF(middle.x(), area.bottom()),
                QPointF(area.left(), middle.y()),
            ]
            path.addPolygon(QPolygonF(corners))
        case Severity.LOW:
            path.addEllipse(area)  # all of it: in small a circle is easily taken for a diamond
        case Severity.INFO:
            inset = area.width() * 0.14
            path.addRect(area.adjusted(inset, inset, -inset, -inset))
    path.closeSubpath()
    return path


def draw_mark(painter: QPainter, severity: Severity, colour: QColor, area: QRectF, *, hollow: bool = False) -> None:
    """Draw a severity's mark; hollow means: not this one, something below it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(1.0, area.width() / 10)
    painter.setPen(QPen(colour, width, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
    painter.drawPath(mark_path(severity, area.adjusted(width, width, -width, -width)))
    painter.restore()


def mark_icon(severity: Severity, colour: QColor, *, hollow: bool = False) -> QIcon:
    """A severity's mark as an icon; in the colour of the text on a selected row."""
    chosen = QApplication.palette().color(QPalette.ColorRole.HighlightedText)
    return QIcon(_mark(severity, colour.name(), chosen.name(), hollow=hollow))


@cache
def _mark(severity: Severity, normal: str, selected: str, *, hollow: bool) -> QIcon:
    icon = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, normal), (QIcon.Mode.Selected, selected)):
        for size in _SIZES:
            icon.addPixmap(_mark_pixmap(severity, QColor(ink), size, hollow=hollow), mode)
    return icon


def _mark_pixmap(severity: Severity, colour: QColor, size: int, *, hollow: bool) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    edge = size * 0.14
    draw_mark(painter, severity, colour, QRectF(edge, edge, size - 2 * edge, size - 2 * edge), hollow=hollow)
    painter.end()
    return pixmap
