"""The document as a strip, its repeated parts as bands, copies linked by ribbons: colour, pattern and letter tell groups apart.

Strategy: what is drawn comes from `models.bands`, joined for the height at hand, and is kept as a picture; moving the mouse only
paints what is highlighted. Plus, minus and Ctrl with the wheel zoom; the arrow keys walk from copy to copy.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from app.ui.models.bands import Picture, Window, drawn
from app.ui.theme import Theme
from app.ui.views.bands_painting import BandsPainter, Places

_CLOSEST = 400.0  # times as high as the view
_STEP = 1.4
_HOVERED, _CHOSEN = 0.35, 0.6  # opacity of all other groups
_STEPS = 1000  # of the scroll bar


class BandsView(QAbstractScrollArea):
    """Emits the number of the band that is picked."""

    picked = Signal(int)
    zoomed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = Picture()
        self._names: tuple[str, ...] = ()
        self._tips: tuple[str, ...] = ()
        self._zoom = 1.0
        self._kept: QPixmap | None = None
        self.current: int | None = None  # band
        self._hovered: int | None = None
        self._here: float | None = None  # where the reader is
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._draw_again)
        theme.changed.connect(self._draw_again)

    def show_picture(self, picture: Picture, names: tuple[str, ...], tips: tuple[str, ...]) -> None:
        """Another document; `names` and `tips` are of the bands."""
        self._picture, self._names, self._tips = picture, names, tips
        self.current = self._hovered = None
        self._arrange()

    def show_here(self, clause: int | None) -> None:
        """The number of the clause that is looked at."""
        starts = self._picture.starts
        here = starts[clause] if clause is not None and clause < len(starts) else None
        if here != self._here:
            self._here = here
            self.viewport().update()

    @property
    def zoom(self) -> float:
        """1: the whole document is in sight."""
        return self._zoom

    # --- what is in sight

    @property
    def window_(self) -> Window:
        """The part of the strip that is seen, with a margin above and below."""
        bar, margin = self.verticalScrollBar(), self._margin
        seen = 1 / self._zoom
        top = (1 - seen) * bar.value() / max(1, bar.maximum())
        share = margin * seen / max(1.0, self.viewport().height() - 2 * margin)
        return Window(top - share, top + seen + share, self.viewport().height())

    @property
    def _margin(self) -> float:
        return self.fontMetrics().height() * 0.7

    def _arrange(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, 0 if self._zoom <= 1 else _STEPS)
        bar.setPageStep(max(1, round(_STEPS / self._zoom)))
        bar.setSingleStep(max(1, round(_STEPS / self._zoom / 10)))
        self._draw_again()

    def zoom_by(self, factor: float, at: float | None = None) -> None:
        """Closer or further away; what is `at` pixels from the top stays there."""
        window = self.window_
        at = self.viewport().height() / 2 if at is None else at
        place = window.place(at)
        self._zoom = max(1.0, min(_CLOSEST, self._zoom * factor))
        self._arrange()
        seen = 1 / self._zoom
        top = place - seen * at / max(1, self.viewport().height())
        if seen < 1:
            self.verticalScrollBar().setValue(round(_STEPS * max(0.0, top) / (1 - seen)))
        self.zoomed.emit()

    def show_all(self) -> None:
        """The whole document."""
        self.zoom_by(0.0)

    def select(self, band: int | None) -> None:
        """Show which copy is looked at, without leading there."""
        if band == self.current:
            return
        self.current = band
        if band is not None:
            self.setAccessibleDescription(self._tips[band].replace("\n", ", "))
            self._reveal(band)
        self.viewport().update()

    def _reveal(self, band: int) -> None:
        window, place = self.window_, self._picture.bands[band].start
        if self._zoom > 1 and not window.top <= place <= window.bottom:
            seen = 1 / self._zoom
            self.verticalScrollBar().setValue(round(_STEPS * max(0.0, place - seen / 3) / (1 - seen)))

    # --- painting

    @property
    def _places(self) -> Places:
        return Places(self.viewport().width(), self.viewport().height(), self.fontMetrics())

    def _draw_again(self) -> None:
        self._kept = None
        self.viewport().update()

    def _picture_now(self) -> QPixmap:
        if self._kept is None:
            found = drawn(self._picture, self.window_)
            ratio = self.devicePixelRatioF()
            pixmap = QPixmap(self.viewport().size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = self._painter(QPainter(pixmap))
            painter.strip(self.window_)
            painter.ribbons(found)
            painter.bands(found)
            painter.end()
            self._kept = pixmap
        return self._kept

    def _painter(self, painter: QPainter) -> BandsPainter:
        painter.setFont(self.font())
        return BandsPainter(painter, self._picture, self._names, self._places, self._theme, self.palette())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, then what is highlighted."""
        pixmap = self._picture_now()
        painter = QPainter(self.viewport())
        marked = self._hovered if self._hovered is not None else self.current
        if marked is not None:
            painter.setOpacity(_HOVERED if self._hovered is not None else _CHOSEN)
        painter.drawPixmap(0, 0, pixmap)
        painter.setOpacity(1.0)
        if marked is not None:
            over = self._painter(painter)
            over.group(self._picture.bands[marked].group, self.window_)
            if self.current is not None:
                over.mark(self.current, self.window_, focused=self.hasFocus())
        if self._here is not None:
            self._painter(painter).here(self.window_.y(self._here))
        if marked is None and self.hasFocus():
            painter.setPen(self.palette().highlight().color())
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def sizeHint(self) -> QSize:
        """Room for the strip, page numbers and ribbons."""
        em = self.fontMetrics().averageCharWidth()
        return QSize(em * 30, em * 50)

    def minimumSizeHint(self) -> QSize:
        """So that ribbons can still be told apart."""
        em = self.fontMetrics().averageCharWidth()
        return QSize(em * 18, em * 16)

    # --- the user

    def _band_at(self, place: QPointF) -> int | None:
        window = self.window_
        if place.x() > self._places.strip.right() + self._places.reach:
            return None
        slack = 5 / max(1.0, window.pixels) * (window.bottom - window.top)
        return self._picture.band_at(window.place(place.y()), slack)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The group under the mouse stands out."""
        self._hover(self._band_at(event.position()))

    def _hover(self, band: int | None) -> None:
        if band != self._hovered:
            self._hovered = band
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor if band is None else Qt.CursorShape.PointingHandCursor)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """To this copy."""
        band = self._band_at(event.position())
        if band is not None and event.button() is Qt.MouseButton.LeftButton:
            self._pick(band)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is left for others to do."""
        event.accept()

    def _pick(self, band: int) -> None:
        self.select(band)
        self.picked.emit(band)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl closer or further away."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_STEP if event.angleDelta().y() > 0 else 1 / _STEP, event.position().y())
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down from band to band, left and right from copy to copy of a group; plus and minus zoom."""
        match event.key():
            case Qt.Key.Key_Down:
                self._walk(1)
            case Qt.Key.Key_Up:
                self._walk(-1)
            case Qt.Key.Key_Right:
                self._copy(1)
            case Qt.Key.Key_Left:
                self._copy(-1)
            case Qt.Key.Key_Plus:
                self.zoom_by(_STEP)
            case Qt.Key.Key_Minus:
                self.zoom_by(1 / _STEP)
            case Qt.Key.Key_0:
                self.show_all()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.current is not None:
                self.picked.emit(self.current)
            case _:
                super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        """To the next band in reading order."""
        order = sorted(range(len(self._picture.bands)), key=lambda n: (self._picture.bands[n].start, n))
        if order:
            at = order.index(self.current) + by if self.current is not None else 0
            self._pick(order[max(0, min(at, len(order) - 1))])

    def _copy(self, by: int) -> None:
        bands, now = self._picture.bands, self.current
        if now is not None and 0 <= now + by < len(bands) and bands[now + by].group == bands[now].group:
            self._pick(now + by)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tips; nothing is hovered when the mouse is gone."""
        if isinstance(event, QHelpEvent):
            band = self._band_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if band is None else self._tips[band], self.viewport())
            return True
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height, another picture."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Another font or palette."""
        super().changeEvent(event)
        self._kept = None

    def area_of(self, band: int) -> QRectF:
        """Where a band is seen in the viewport."""
        found, window = self._picture.bands[band], self.window_
        top, bottom = window.y(found.start), window.y(found.end)
        return self._places.lane(found.lane).adjusted(0, top, 0, bottom)
