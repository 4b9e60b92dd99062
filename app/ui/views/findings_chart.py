"""Findings by severity and subject as bars: each part has the colour, the mark and the pattern of its severity and its number.

A click, or Enter on the bar that the arrow keys have reached, asks for these findings. For a screen reader the bars are a list of
sentences, the current one first.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.models.analysis import Severity
from app.ui.icons import draw_mark
from app.ui.models.chart import Bar, Chart, bar_sentence
from app.ui.theme import Theme
from app.wording.lang import Lang

_LABELS = 0.42  # of the width
_PATTERNS = {
    Severity.HIGH: Qt.BrushStyle.SolidPattern,
    Severity.MEDIUM: Qt.BrushStyle.BDiagPattern,
    Severity.LOW: Qt.BrushStyle.Dense6Pattern,
    Severity.INFO: Qt.BrushStyle.NoBrush,
}
_ANY = -1


class FindingsChart(QWidget):
    """Emits what findings are wanted: keyword arguments of a filter."""

    wanted = Signal(dict)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart = Chart((), ())
        self._lang: Lang = "de"
        self._current = (0, _ANY)  # bar, severity
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_chart(self, chart: Chart, lang: Lang) -> None:
        """Other bars."""
        self._chart, self._lang = chart, lang
        self._current = (0, _ANY)
        self._tell()
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        sentences = [bar_sentence(bar, self._chart, self._lang) for bar in self._chart.bars]
        bar = self._current[0]
        self.setAccessibleDescription("; ".join([*sentences[bar : bar + 1], *sentences[:bar], *sentences[bar + 1 :]]))

    # --- geometry

    @property
    def _row(self) -> int:
        return round(self.fontMetrics().height() * 1.55)

    @property
    def _line(self) -> int:
        return round(self.fontMetrics().height() * 1.4)

    @property
    def _legend(self) -> int:
        """How high it is."""
        places = self._legend_places()
        return round((places[-1].y() if places else 0) + self._line * 1.15)

    def _legend_places(self) -> list[QPointF]:
        """Where each severity stands; on a further line where there is no room."""
        metrics, places, x, y = self.fontMetrics(), [], 0.0, 0.0
        for label in self._chart.severities:
            wide = metrics.ascent() * 3.2 + metrics.horizontalAdvance(label)
            if x and x + wide > self.width():
                x, y = 0.0, y + self._line
            places.append(QPointF(x, y))
            x += wide + metrics.averageCharWidth() * 1.5
        return places

    def sizeHint(self) -> QSize:
        """All bars and the legend."""
        em = self.fontMetrics().averageCharWidth()
        return QSize(em * 40, self._row * len(self._chart.bars) + self._legend if self._chart.bars else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The legend may need another line."""
        super().resizeEvent(event)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As high as it is, and as narrow as labels allow."""
        return QSize(self.fontMetrics().averageCharWidth() * 24, self.sizeHint().height())

    def _bar_area(self, number: int) -> QRectF:
        left = self.width() * _LABELS
        room = self.width() - left - self.fontMetrics().horizontalAdvance("0000")
        return QRectF(left, self._legend + number * self._row, max(room, 1.0), self._row)

    def parts(self, number: int) -> Iterator[tuple[Severity, int, QRectF]]:
        """Severity, count and area of the parts of a bar."""
        bar, area = self._chart.bars[number], self._bar_area(number)
        longest = bar.total if number == 0 else self._chart.longest
        inset = self._row * 0.16
        at = area.left()
        for severity, count in zip(Severity, bar.counts, strict=True):
            if count:
                width = area.width() * count / longest
                yield severity, count, QRectF(at, area.top() + inset, width, area.height() - 2 * inset)
                at += width

    def _at(self, place: QPointF) -> tuple[int, int] | None:
        number = int((place.y() - self._legend) // self._row)
        if not 0 <= number < len(self._chart.bars):
            return None
        for severity, _, area in self.parts(number):
            if area.contains(place):
                return number, severity.rank
        return number, _ANY

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Legend, bars, focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chart.bars:
            self._paint_legend(painter)
        for number, bar in enumerate(self._chart.bars):
            self._paint_bar(painter, number, bar)
        if self.hasFocus() and self._chart.bars:
            self._paint_focus(painter)

    def _paint_legend(self, painter: QPainter) -> None:
        metrics = self.fontMetrics()
        edge = metrics.ascent() * 0.9
        for severity, label, at in zip(Severity, self._chart.severities, self._legend_places(), strict=True):
            colour = self._theme.severity(severity)
            swatch = QRectF(at.x(), at.y() + (self._line - edge) / 2, edge * 1.8, edge)
            self._fill(painter, severity, swatch)
            draw_mark(painter, severity, colour, QRectF(swatch.right() + edge * 0.3, swatch.top(), edge, edge))
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(QPointF(swatch.right() + edge * 1.6, swatch.top() + metrics.ascent() * 0.92), label)

    def _paint_bar(self, painter: QPainter, number: int, bar: Bar) -> None:
        area, metrics = self._bar_area(number), self.fontMetrics()
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        font = self.font()
        font.setBold(number == 0)
        painter.setFont(font)
        room = area.left() - metrics.averageCharWidth()
        label = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, int(room * (0.94 if number == 0 else 1)))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(0, area.top(), room, area.height()), int(flags), label)
        end = area.left()
        for severity, count, part in self.parts(number):
            self._fill(painter, severity, part)
            self._paint_count(painter, severity, count, part)
            end = part.right()
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        text = QRectF(end + metrics.averageCharWidth() * 0.6, area.top(), self.width() - end, area.height())
        painter.drawText(text, int(flags), str(bar.total))

    def _fill(self, painter: QPainter, severity: Severity, area: QRectF) -> None:
        colour = self._theme.severity(severity)
        area = area.adjusted(0.5, 0.5, -0.5, -0.5)
        pattern = _PATTERNS[severity]
        if pattern is not Qt.BrushStyle.SolidPattern:
            painter.fillRect(area, self._ground(colour))
        painter.setPen(QPen(colour, 1))
        painter.setBrush(QBrush(colour, pattern))
        painter.drawRect(area)

    def _ground(self, colour: QColor) -> QColor:
        """Paler, so that a pattern is seen on it."""
        pale = QColor(colour)
        pale.setAlphaF(0.16)
        return pale

    def _paint_count(self, painter: QPainter, severity: Severity, count: int, area: QRectF) -> None:
        """In the bar where there is room, on a ground that can be read."""
        metrics, text = self.fontMetrics(), str(count)
        width = metrics.horizontalAdvance(text) + metrics.averageCharWidth() * 0.8
        if width > area.width() - 2:
            return
        box = QRectF(0, 0, width, metrics.ascent() * 1.05)
        box.moveCenter(area.center())
        solid = _PATTERNS[severity] is Qt.BrushStyle.SolidPattern
        if not solid:
            painter.fillRect(box, self.palette().color(QPalette.ColorRole.Base))
        role = QPalette.ColorRole.Base if solid else QPalette.ColorRole.WindowText
        painter.setPen(self.palette().color(role))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_focus(self, painter: QPainter) -> None:
        number, severity = self._current
        row = QRectF(0, self._legend + number * self._row, self.width(), self._row)
        found = (area for s, _, area in self.parts(number) if s.rank == severity)
        area = next(found, row).adjusted(1, 1, -1, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        painter.drawRoundedRect(area, 3, 3)

    # --- the user

    def _ask(self, number: int, severity: int) -> None:
        bar, asked = self._chart.bars[number], {}
        if bar.subjects:
            asked["subjects"] = bar.subjects
        if severity != _ANY:
            asked["severities"] = frozenset({list(Severity)[severity]})
        self.wanted.emit(asked)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """These findings are wanted."""
        found = self._at(event.position())
        if found and event.button() is Qt.MouseButton.LeftButton:
            self._move(*found)
            self._ask(*found)

    def _move(self, number: int, severity: int) -> None:
        self._current = (number, severity)
        self._tell()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down between bars, left and right between their parts."""
        number, severity = self._current
        parts = [_ANY, *(s.rank for s, _, _ in self.parts(number))] if self._chart.bars else [_ANY]
        at = parts.index(severity) if severity in parts else 0
        match event.key():
            case Qt.Key.Key_Down if number + 1 < len(self._chart.bars):
                self._move(number + 1, _ANY)
            case Qt.Key.Key_Up if number > 0:
                self._move(number - 1, _ANY)
            case Qt.Key.Key_Right if at + 1 < len(parts):
                self._move(number, parts[at + 1])
            case Qt.Key.Key_Left if at > 0:
                self._move(number, parts[at - 1])
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self._chart.bars:
                self._ask(number, severity)
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """What a bar says, as a tip."""
        if isinstance(event, QHelpEvent):
            found = self._at(QPointF(event.pos()))
            said = bar_sentence(self._chart.bars[found[0]], self._chart, self._lang) if found else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)
