"""How bands and ribbons look. Groups take turns at eight colours and seven patterns, so that two neighbours never share both."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPainterPath, QPalette, QPen, QPolygonF

from app.ui.models.bands import Band, Drawn, Picture, Window
from app.ui.theme import Theme

_COLOURS = 8
_PATTERNS = (
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense6Pattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.CrossPattern,
    Qt.BrushStyle.VerPattern,
    Qt.BrushStyle.DiagCrossPattern,
)
_LEAST = 3.0  # pixels of a band's height
_PALE = 0.55  # the pattern of a section, which is large
_THICK = 12.0  # pixels; a ribbon is never thicker, or it would hide others


class Places:
    """Where things stand across: page numbers, the strip with its two lanes, ribbons."""

    def __init__(self, width: int, height: int, metrics: QFontMetrics) -> None:
        self.height, self.metrics = height, metrics
        em = metrics.averageCharWidth()
        self.numbers = metrics.horizontalAdvance("S. 000") + em
        wide = min(max(6.0 * em, width * 0.22), 16.0 * em)
        self.strip = QRectF(self.numbers, 0, wide, 0)
        self.reach = max(2.0 * em, width - self.strip.right() - em)

    def lane(self, number: int) -> QRectF:
        """Sections fill the strip; a clause is a narrow band at its right edge, over the section round it."""
        return self.strip if number == 0 else self.strip.adjusted(self.strip.width() * 0.55, 0, 0, 0)


class BandsPainter:
    """Paints with a painter that it ends."""

    def __init__(
        self,
        painter: QPainter,
        picture: Picture,
        names: tuple[str, ...],
        places: Places,
        theme: Theme,
        palette: QPalette,
    ) -> None:
        self._painter, self._picture, self._names = painter, picture, names
        self._places, self._theme, self._palette = places, theme, palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def end(self) -> None:
        """All is painted."""
        self._painter.end()

    def colour(self, group: int) -> QColor:
        """Of a group."""
        return self._theme.colour("bands", f"c{group % _COLOURS + 1}")

    # --- the strip

    def strip(self, window: Window) -> None:
        """Paper, and where pages begin."""
        strip, painter = self._places.strip, self._painter
        top, bottom = max(0.0, window.y(0)), min(window.pixels, window.y(1))
        painter.setPen(QPen(self._palette.color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(self._palette.color(QPalette.ColorRole.Base))
        painter.drawRect(QRectF(strip.left(), top, strip.width(), bottom - top))
        self._pages(window)

    def _pages(self, window: Window) -> None:
        """A line each page; a number where there is room for it."""
        strip, painter, height = self._places.strip, self._painter, self._places.metrics.height()
        free = -1e9
        for tick in self._picture.ticks:
            y = window.y(tick.at)
            if not -height <= y <= window.pixels + height:
                continue
            painter.setPen(QPen(self._palette.color(QPalette.ColorRole.Mid), 1))
            painter.drawLine(QPointF(strip.left() - 4, y), QPointF(strip.right(), y))
            if y >= free:
                painter.setPen(self._theme.colour("palette", "soft"))
                area = QRectF(0, y - height / 2, strip.left() - 7, height)
                right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                painter.drawText(area, right, str(tick.page))
                free = y + height * 1.15

    # --- bands

    def bands(self, found: Drawn) -> None:
        """All in sight."""
        for one in sorted(found.bands, key=lambda b: self._picture.bands[b.band].lane):
            self._band(one.band, one.top, one.bottom)

    def _band(self, number: int, top: float, bottom: float) -> None:
        band, painter = self._picture.bands[number], self._painter
        area = self._area(band, top, bottom)
        colour = self.colour(band.group)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(self._palette.color(QPalette.ColorRole.Base))
        painter.drawRect(area)
        pale = QColor(colour)
        pale.setAlphaF(_PALE if band.lane == 0 else 1.0)
        painter.setBrush(QBrush(pale, _PATTERNS[band.group % len(_PATTERNS)]))
        painter.drawRect(area)
        self._name(self._names[number], area, colour)

    def _area(self, band: Band, top: float, bottom: float) -> QRectF:
        lane = self._places.lane(band.lane)
        return QRectF(lane.left(), top, lane.width(), max(_LEAST, bottom - top))

    def _name(self, name: str, area: QRectF, colour: QColor) -> None:
        """Letter and number on a plain ground, where there is room."""
        metrics = self._places.metrics
        size = metrics.height()
        if area.height() < size or area.bottom() < 0:
            return
        width = metrics.horizontalAdvance(name) + metrics.averageCharWidth()
        box = QRectF(0, 0, width, size)
        box.moveCenter(QPointF(area.left() + min(area.width() / 2, width), area.center().y()))
        self._painter.setPen(QPen(colour, 1.2))
        self._painter.setBrush(self._palette.color(QPalette.ColorRole.Base))
        self._painter.drawRoundedRect(box, 3, 3)
        self._painter.setPen(self._palette.color(QPalette.ColorRole.WindowText))
        self._painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), name)

    # --- ribbons

    def ribbons(self, found: Drawn) -> None:
        """All in sight, the widest arcs first so that small ones stay visible."""
        ordered = sorted(found.ribbons, key=lambda r: r.top[0] - r.bottom[1])
        for one in ordered:
            self._ribbon(self._picture.ribbons[one.ribbon].group, one.top, one.bottom)

    def _ribbon(self, group: int, top: tuple[float, float], bottom: tuple[float, float]) -> None:
        path, thick = self._arc(top, bottom)
        colour = self.colour(group)
        pale = QColor(colour)
        pale.setAlphaF(0.55)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(pale, thick, c=Qt.PenCapStyle.FlatCap))
        self._painter.drawPath(path)
        if thick > 4:
            self._painter.setPen(QPen(colour, 1.2))
            self._painter.drawPath(path)

    def _arc(self, top: tuple[float, float], bottom: tuple[float, float]) -> tuple[QPainterPath, float]:
        """From the middle of one copy to that of the next, the further the wider; and how thick."""
        edge = self._places.strip.right() + 1
        start, end = (top[0] + top[1]) / 2, (bottom[0] + bottom[1]) / 2
        share = min(1.0, abs(end - start) / max(1.0, self._places.height * 0.7))
        reach = self._places.reach * (0.18 + 0.82 * share) * 1.25
        path = QPainterPath(QPointF(edge, start))
        path.cubicTo(QPointF(edge + reach, start), QPointF(edge + reach, end), QPointF(edge, end))
        return path, max(1.4, min(_THICK, (top[1] - top[0]) / 3))

    # --- what is highlighted

    def group(self, group: int, window: Window) -> None:
        """One group over everything else."""
        bands = [n for n, band in enumerate(self._picture.bands) if band.group == group]
        for first, second in pairwise(bands):
            a, b = self._picture.bands[first], self._picture.bands[second]
            self._ribbon(group, (window.y(a.start), window.y(a.end)), (window.y(b.start), window.y(b.end)))
        for number in bands:
            band = self._picture.bands[number]
            top, bottom = window.y(band.start), window.y(band.end)
            if bottom >= 0 and top <= window.pixels:
                self._band(number, top, bottom)
                self._flag(number, band, top, bottom)

    def _flag(self, number: int, band: Band, top: float, bottom: float) -> None:
        """The name beside a band that is too low to bear it."""
        size = self._places.metrics.height()
        if bottom - top < size:
            area = QRectF(self._places.strip.left(), (top + bottom - size) / 2, self._places.strip.width() * 0.5, size)
            self._name(self._names[number], area, self.colour(band.group))

    def mark(self, number: int, window: Window, *, focused: bool) -> None:
        """The copy that is looked at."""
        band = self._picture.bands[number]
        area = self._area(band, window.y(band.start), window.y(band.end)).adjusted(-2, -2, 2, 2)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(self._palette.color(QPalette.ColorRole.Highlight if focused else QPalette.ColorRole.WindowText), 2.4)
        self._painter.setPen(pen)
        self._painter.drawRect(area)

    def here(self, y: float) -> None:
        """An arrow at the right of the strip: this is where the reader is."""
        size, edge = self._places.metrics.height() * 0.42, self._places.strip.right() + 2
        tip = QPointF(edge, y)
        arrow = QPolygonF([tip, tip + QPointF(size * 1.3, -size), tip + QPointF(size * 1.3, size)])
        self._painter.setPen(QPen(self._palette.color(QPalette.ColorRole.Base), 1))
        self._painter.setBrush(self._palette.color(QPalette.ColorRole.WindowText))
        self._painter.drawPolygon(arrow)
