"""A scroll bar that shows where findings, hits of the search and the selected clause are in the whole document.

A severity has a width as well as a colour (the worst goes right across); a hit is a short line at the right edge, the current one
longer with a point; the selected clause is a frame. A click near a mark goes there, beside marks the bar works as usual. The marks
are drawn once into a picture of their own: the bar is painted at every step of scrolling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QToolTip, QWidget

from app.models.analysis import Severity
from app.ui.theme import Theme

_WIDER = 1.25  # than the style's own bar: marks and slider share it
_NEAR = 4.0  # pixels in which a click means a mark
_MOST_TIPS = 6


class MarkKind(Enum):
    """What a mark tells of; later ones are drawn over earlier ones."""

    INFO = "info"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    HIT = "hit"
    CURRENT_HIT = "current_hit"
    SELECTED = "selected"

    @staticmethod
    def of(severity: Severity) -> MarkKind:
        """The mark of a severity."""
        return MarkKind(severity.value)


@dataclass(frozen=True, slots=True)
class Mark:
    """`position` 0..1 in the document; `tip` says what is there; `key` is told when it is clicked ("" where it cannot be)."""

    position: float
    kind: MarkKind
    tip: str = ""
    key: str = ""


_RANKS = {kind: rank for rank, kind in enumerate(MarkKind)}
_WIDTHS = {MarkKind.HIGH: 1.0, MarkKind.MEDIUM: 0.7, MarkKind.LOW: 0.45, MarkKind.INFO: 0.25}  # of the bar
_HEIGHT = 3.0


class MarkedScrollBar(QScrollBar):
    """`mark_clicked(key)`: whoever made the marks goes there; a mark without a key scrolls to its position."""

    mark_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        self._picture: QPixmap | None = None  # of the marks, of this size and ratio
        theme.changed.connect(self._draw_anew)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Those that are shown."""
        return self._marks

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show these, in any order."""
        if marks != self._marks:
            self._marks = tuple(sorted(marks, key=lambda mark: _RANKS[mark.kind]))
            self._draw_anew()

    def _draw_anew(self) -> None:
        self._picture = None
        self.update()

    def sizeHint(self) -> QSize:
        """Room for marks beside the slider's edge."""
        hint = super().sizeHint()
        return QSize(round(hint.width() * _WIDER), hint.height())

    # --- painting

    def _groove(self) -> QRectF:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarGroove
        return QRectF(self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self))

    def _slider(self) -> QRectF:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        return QRectF(self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar of the style, and the marks over it."""
        super().paintEvent(event)
        size = self.size() * self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != size:
            self._picture = self._drawn(size)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _drawn(self, size: QSize) -> QPixmap:
        """The marks: one for each row of pixels and kind."""
        picture = QPixmap(size)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(Qt.GlobalColor.transparent)
        groove = self._groove()
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, kind in dict.fromkeys((round(self._y(mark, groove)), mark.kind) for mark in self._marks):
            self._draw(painter, kind, float(row), groove)
        painter.end()
        return picture

    @staticmethod
    def _y(mark: Mark, groove: QRectF) -> float:
        return groove.top() + min(1.0, max(0.0, mark.position)) * groove.height()

    def _draw(self, painter: QPainter, kind: MarkKind, y: float, groove: QRectF) -> None:
        left, width = groove.left() + 2, groove.width() - 4
        match kind:
            case MarkKind.HIT:
                place = QRectF(left + width * 0.7, y - 1, width * 0.3, 2)
                painter.fillRect(place, self._theme.colour("document", "hit_line"))
            case MarkKind.CURRENT_HIT:
                colour = self._theme.colour("document", "hit_line")
                painter.fillRect(QRectF(left + width * 0.4, y - 1.5, width * 0.6, 3), colour)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawPolygon(_arrow(left + width * 0.4, y))
            case MarkKind.SELECTED:
                painter.setPen(QPen(self._theme.colour("document", "selected"), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(left - 1, y - 3.5, width + 2, 7), 2, 2)
            case _:
                place = QRectF(left, y - _HEIGHT / 2, width * _WIDTHS[kind], _HEIGHT)
                painter.fillRect(place, self._theme.severity(Severity(kind.value)))

    # --- mouse

    def _near(self, y: float) -> Iterator[Mark]:
        """The marks near a height, the nearest first."""
        groove = self._groove()
        distance: Callable[[Mark], float] = lambda mark: abs(self._y(mark, groove) - y)  # noqa: E731 - used twice
        near = [mark for mark in reversed(self._marks) if distance(mark) <= _NEAR]
        return iter(sorted(near, key=distance))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """To a mark, unless the slider is taken hold of."""
        place = event.position()
        found = next(self._near(place.y()), None)
        if event.button() is not Qt.MouseButton.LeftButton or found is None or self._slider().contains(place):
            super().mousePressEvent(event)
        elif found.key:
            self.mark_clicked.emit(found.key)
        else:
            whole = self.maximum() + self.pageStep()
            self.setValue(round(found.position * whole - self.pageStep() / 3))

    def event(self, event: QEvent) -> bool:
        """Say what the marks under the mouse are."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tips = [mark.tip for mark in self._near(event.pos().y()) if mark.tip]
            QToolTip.showText(event.globalPos(), "\n".join(list(dict.fromkeys(tips))[:_MOST_TIPS]), self)
            return True
        return super().event(event)


def _arrow(x: float, y: float) -> QPolygonF:
    return QPolygonF([QPointF(x, y - 4), QPointF(x, y + 4), QPointF(x - 4, y)])
