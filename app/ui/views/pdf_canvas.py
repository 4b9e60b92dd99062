"""Pages below each other in a scroll area: their layout, zoom, scrolling, and what of them is asked for. Nothing is painted here.

Zooming keeps the point of the page under the mouse (or in the middle) where it is. What is in sight is asked for at once while
scrolling; while zooming only when the wheel rests, because every size in between would be drawn for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QGestureEvent, QPinchGesture, QWidget

from app.models.source import Box
from app.ui.page_images import PageImages
from app.ui.page_layout import GAP, PageLayout, PlacedPage, fit_page, fit_width
from app.ui.page_pieces import Piece, is_whole, page_piece, tiles
from app.ui.theme import Theme
from app.ui.views.marked_scroll_bar import MarkedScrollBar

_STEP, _LEAST, _MOST = 1.2, 0.1, 16.0
_WHEEL_STEP = 120  # of an angle: one notch
_LINE = 48  # pixels of an arrow key
_POINTS_PER_INCH = 72
_MOST_SOUGHT = 200.0  # points of a place that are brought into sight
_ZOOM_RESTS_MS = 60


class Fit(Enum):
    """A zoom that follows the view's size."""

    WIDTH = "width"
    PAGE = "page"


Sizes = tuple[tuple[float, float], ...]


class PdfCanvas(QAbstractScrollArea):
    """The pages of one PDF, without what is on them."""

    zoom_changed = Signal(float)
    page_changed = Signal(int, int)  # the page that is read, of how many

    def __init__(self, theme: Theme, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._sizes: Sizes = ()
        self._zoom: float | Fit = Fit.WIDTH
        self._layout = PageLayout((), 0, 0)
        self._page = 0
        self._rest = QTimer(self, singleShot=True, interval=_ZOOM_RESTS_MS)
        self._rest.timeout.connect(self._want)
        self.bar = MarkedScrollBar(theme)
        self.setVerticalScrollBar(self.bar)
        self.bar.setSingleStep(_LINE)
        self.horizontalScrollBar().setSingleStep(_LINE)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        images.changed.connect(self._redraw)

    def _redraw(self, _page: int = 0) -> None:
        self.viewport().update()

    # --- pages

    @property
    def sizes(self) -> Sizes:
        """Width and height of the pages in points."""
        return self._sizes

    def show_pages(self, sizes: Sizes) -> None:
        """Pages of these sizes in points."""
        if sizes != self._sizes:
            self._sizes = sizes
            self._lay_out()

    @property
    def page(self) -> int:
        """The page that is read now; 0 without pages."""
        return self._page

    def go_to_page(self, page: int) -> None:
        """To the upper edge of a page, of the nearest there is."""
        if self._layout.pages:
            placed = self._layout.pages[min(max(page, 1), len(self._layout.pages)) - 1]
            self.bar.setValue(placed.y - GAP // 2)

    # --- zoom

    @property
    def scale(self) -> float:
        """Pixels for a point."""
        match self._zoom:
            case Fit.WIDTH:
                return fit_width(self._sizes, self._room())
            case Fit.PAGE:
                return fit_page(self._sizes, (self._room(), self.viewport().height()))
            case float(zoom):
                return zoom * self.logicalDpiX() / _POINTS_PER_INCH

    @property
    def percent(self) -> float:
        """The zoom, 1.0 for the printed size."""
        return self.scale * _POINTS_PER_INCH / self.logicalDpiX()

    def zoom_in(self) -> None:
        """One step larger."""
        self._set_zoom(self.percent * _STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self._set_zoom(self.percent / _STEP)

    def fit(self) -> None:
        """As wide as the view."""
        self._set_zoom(Fit.WIDTH)

    def fit_page(self) -> None:
        """The whole of the page that is read."""
        page = self._page
        self._set_zoom(Fit.PAGE)
        self.go_to_page(page)

    def _set_zoom(self, zoom: float | Fit, around: QPointF | None = None) -> None:
        middle = QPointF(self.viewport().rect().center()) if around is None else around
        number, x, y = self._nearest(middle)
        self._zoom = zoom if isinstance(zoom, Fit) else min(_MOST, max(_LEAST, zoom))
        self._lay_out(ask=False)
        self._rest.start()
        self._put(number, x, y, middle)
        self.zoom_changed.emit(self.percent)

    def _nearest(self, place: QPointF) -> tuple[int, float, float]:
        """The page at or nearest to a place of the viewport, and the point of it, also beside it."""
        spot = place + QPointF(self._origin())
        page = self._layout.nearest(round(spot.x()), round(spot.y()))
        return (page.number, (spot.x() - page.x) / page.scale, (spot.y() - page.y) / page.scale) if page else (0, 0, 0)

    def _put(self, number: int, x: float, y: float, place: QPointF) -> None:
        """Scroll so that a point of a page lies at a place of the viewport."""
        if 0 < number <= len(self._layout.pages):
            page = self._layout.pages[number - 1]
            self.bar.setValue(round(page.y + y * page.scale - place.y()))
            self.horizontalScrollBar().setValue(round(page.x + x * page.scale - place.x()))

    # --- layout

    def _room(self) -> int:
        """The width without jumping when the scroll bar comes and goes."""
        shown = self.bar.width() if self.bar.isVisible() else 0
        return self.viewport().width() + shown - self.bar.sizeHint().width()

    def _lay_out(self, *, ask: bool = True) -> None:
        self._layout = PageLayout.of(self._sizes, self.scale, self.viewport().width())
        size = self.viewport().size()
        for bar, whole, page in (
            (self.bar, self._layout.height, size.height()),
            (self.horizontalScrollBar(), self._layout.width, size.width()),
        ):
            bar.setPageStep(page)
            bar.setRange(0, max(0, whole - page))
        if ask:
            self._want()
        self._tell_page()
        self._laid_out()
        self.viewport().update()

    def _laid_out(self) -> None:
        """Pages lie elsewhere now."""

    def _origin(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.bar.value())

    def _visible(self) -> tuple[PlacedPage, ...]:
        top = self.bar.value()
        return self._layout.between(top, top + self.viewport().height())

    def _area(self, page: PlacedPage) -> QRectF:
        """Where a page lies in the viewport."""
        origin = self._origin()
        return QRectF(page.x - origin.x(), page.y - origin.y(), page.width, page.height)

    def _on_page(self, place: QPoint) -> tuple[int, float, float]:
        """Page and points of a place in the viewport; page 0 beside the pages."""
        spot = place + self._origin()
        page = self._layout.at(spot.x(), spot.y())
        if page is None:
            return 0, 0.0, 0.0
        return page.number, (spot.x() - page.x) / page.scale, (spot.y() - page.y) / page.scale

    def _tell_page(self) -> None:
        top = self.bar.value()
        page = self._layout.main_page(top, top + self.viewport().height())
        if page != self._page:
            self._page = page
            self.page_changed.emit(page, len(self._sizes))

    # --- what is asked for

    def _want(self) -> None:
        self._images.want(self._pieces())

    def _pieces(self) -> Iterator[Piece]:
        """The pages in sight, the parts of those looked at closely, then what comes when one reads on or back."""
        top, height, ratio = self.bar.value(), self.viewport().height(), self.devicePixelRatioF()
        visible = self._visible()
        for page in visible:
            yield page_piece(page.number, *_pixels(page, ratio))
        for page in visible:
            if not is_whole(*_pixels(page, ratio)):
                area, seen = self._area(page), QRectF(self.viewport().rect())
                yield from tiles(page.number, *_pixels(page, ratio), inside(area, seen, ratio))
        beside = (*self._layout.between(top + height, top + 2 * height), *self._layout.between(top - height, top))
        for page in beside:
            if page not in visible:
                yield page_piece(page.number, *_pixels(page, ratio))

    # --- bringing into sight

    def _reveal(self, box: Box) -> None:
        """Scroll only if the place is not comfortably in sight; then put it into the upper third."""
        if not 0 < box.page <= len(self._layout.pages):
            return
        page = self._layout.pages[box.page - 1]
        low = min(box.bottom, box.top + _MOST_SOUGHT)  # a whole page need not fit
        top, bottom = page.y + box.top * page.scale, page.y + low * page.scale
        height = self.viewport().height()
        if not self.bar.value() + height * 0.05 <= top <= bottom <= self.bar.value() + height * 0.9:
            self.bar.setValue(round(top - height / 3))
        left, right = page.x + box.x0 * page.scale, page.x + box.x1 * page.scale
        across, width = self.horizontalScrollBar(), self.viewport().width()
        if not across.value() <= left <= across.value() + width * 0.9:
            across.setValue(round(min(left, right - width / 2) - width * 0.1))

    # --- events

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Other pages are visible now."""
        if not self._rest.isActive():
            self._want()
        self._tell_page()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place on the page."""
        top = QPointF(self.viewport().width() / 2, 0)
        kept = self._nearest(top)
        self._lay_out()
        self._put(*kept, QPointF(self.viewport().width() / 2, 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom around the mouse."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / _WHEEL_STEP
            self._set_zoom(self.percent * _STEP**notches, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Two fingers on a pad or a screen zoom."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self._set_zoom(self.percent * (1 + event.value()), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                middle = self.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
                self._set_zoom(self.percent * pinch.scaleFactor(), QPointF(middle))
                return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys scroll, Home and End go to the ends."""
        match event.key():
            case Qt.Key.Key_Home:
                self.bar.setValue(self.bar.minimum())
            case Qt.Key.Key_End:
                self.bar.setValue(self.bar.maximum())
            case Qt.Key.Key_Space:
                shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.bar.setValue(self.bar.value() + (-1 if shift else 1) * self.bar.pageStep())
            case _:
                super().keyPressEvent(event)


def inside(area: QRectF, seen: QRectF, ratio: float) -> tuple[float, float, float, float]:
    """What is in sight of a page at `area`, in device pixels from its corner."""
    part = area.intersected(seen).translated(-area.topLeft())
    return part.left() * ratio, part.top() * ratio, part.right() * ratio, part.bottom() * ratio


def _pixels(page: PlacedPage, ratio: float) -> tuple[int, int]:
    return round(page.width * ratio), round(page.height * ratio)
