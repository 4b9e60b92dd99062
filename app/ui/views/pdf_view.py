"""PDF pages as printed, one below the other, with coloured marks on clauses.

The view draws what the cache has and asks for the rest; marks come from `app.ui.overlays` and are drawn over the page, so they are
sharp at any zoom. Pages stay white in the dark theme: they are shown as printed.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from app.models.analysis import Severity
from app.models.source import Box, Page
from app.ui.overlays import Overlay, clause_at
from app.ui.page_images import PageImages
from app.ui.page_layout import GAP, PageLayout, PlacedPage, fit_width
from app.ui.page_pieces import page_piece
from app.ui.pagenotes import PageNotes
from app.ui.theme import Theme
from app.ui.views.marking import (
    draw_bars,
    draw_focus,
    draw_quote,
    draw_selection,
    draw_spots,
    draw_tint,
    draw_uncertain,
    draw_veil,
)
from app.ui.views.page_signs import draw_edge_note, draw_unread

_STEP, _LEAST, _MOST = 1.2, 0.1, 8.0
_LINE = 48  # pixels of an arrow key
_POINTS_PER_INCH = 72
_MOST_SOUGHT = 200.0  # points of a place that are brought into sight


class PdfView(QAbstractScrollArea):
    """The pages of one PDF."""

    clause_clicked = Signal(str)
    menu_wanted = Signal(str, QPoint)  # on a clause, at a place of the screen
    note_clicked = Signal(str)  # key of a part left out, or id of a finding
    zoom_changed = Signal(float)

    def __init__(self, theme: Theme, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._images = images
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._overlays: dict[int, tuple[Overlay, ...]] = {}
        self._quotes: tuple[Box, ...] = ()
        self._places: tuple[Box, ...] = ()
        self._focus: tuple[Box, ...] = ()
        self._notes: Mapping[int, PageNotes] = {}
        self._selected: str | None = None
        self._pointed = 0  # the page under the mouse: nothing covers it
        self._zoom: float | None = None  # None: as wide as the view
        self._layout = PageLayout((), 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(_LINE)
        theme.changed.connect(self.viewport().update)
        images.changed.connect(lambda _: self.viewport().update())

    # --- what is shown

    def show_pages(self, sizes: tuple[tuple[float, float], ...]) -> None:
        """Pages of these sizes in points."""
        if sizes != self._sizes:
            self._sizes = sizes
            self._lay_out()

    def show_overlays(self, overlays: dict[int, tuple[Overlay, ...]], pages: tuple[Page, ...]) -> None:
        """The clauses of an analysis."""
        self._overlays = overlays
        self.show_pages(tuple((page.width, page.height) for page in pages))
        self.viewport().update()

    def show_notes(self, notes: Mapping[int, PageNotes]) -> None:
        """What there is to say about pages beside their clauses."""
        self._notes = notes
        self.viewport().update()

    def select(
        self,
        clause: str | None,
        quotes: tuple[Box, ...],
        places: tuple[Box, ...] = (),
        focus: tuple[Box, ...] = (),
    ) -> None:
        """Outline a clause, mark quotes, outline places that are no clause; bring `focus` (one of the quotes) into sight."""
        self._selected, self._quotes, self._places, self._focus = clause, quotes, places, focus
        first = next(iter((*places, *focus)), None) or self._first_box(clause)
        if first is not None:
            self._reveal(first)
        self.viewport().update()

    # --- zoom

    @property
    def scale(self) -> float:
        """Pixels for a point."""
        if self._zoom is None:
            return fit_width(self._sizes, self._room())
        return self._zoom * self.logicalDpiX() / _POINTS_PER_INCH

    def zoom_in(self) -> None:
        """One step larger."""
        self._set_zoom(self._percent() * _STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self._set_zoom(self._percent() / _STEP)

    def fit(self) -> None:
        """As wide as the view."""
        self._set_zoom(None)

    def _percent(self) -> float:
        return self.scale * _POINTS_PER_INCH / self.logicalDpiX()

    def _set_zoom(self, zoom: float | None) -> None:
        bar = self.verticalScrollBar()
        middle = (bar.value() + bar.pageStep() / 2) / max(1, self._layout.height)
        self._zoom = None if zoom is None else min(_MOST, max(_LEAST, zoom))
        self._lay_out()
        bar.setValue(round(middle * self._layout.height - bar.pageStep() / 2))
        self.zoom_changed.emit(self._percent())

    # --- layout

    def _room(self) -> int:
        """The width without jumping when the scroll bar comes and goes."""
        bar = self.verticalScrollBar()
        shown = bar.width() if bar.isVisible() else 0
        return self.viewport().width() + shown - bar.sizeHint().width()

    def _lay_out(self) -> None:
        self._layout = PageLayout.of(self._sizes, self.scale, self.viewport().width())
        size = self.viewport().size()
        for bar, whole, page in (
            (self.verticalScrollBar(), self._layout.height, size.height()),
            (self.horizontalScrollBar(), self._layout.width, size.width()),
        ):
            bar.setPageStep(page)
            bar.setRange(0, max(0, whole - page))
        self._want_visible()
        self.viewport().update()

    def _origin(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _visible(self) -> tuple[PlacedPage, ...]:
        top = self.verticalScrollBar().value()
        return self._layout.between(top, top + self.viewport().height())

    def _want_visible(self) -> None:
        ratio = self.devicePixelRatioF()
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        soon = self._layout.between(top, top + 2 * height)  # the visible pages first, then what comes when one reads on
        self._images.want(page_piece(p.number, round(p.width * ratio), round(p.height * ratio)) for p in soon)

    def _first_box(self, clause: str | None) -> Box | None:
        boxes = (o.boxes[0] for overlays in self._overlays.values() for o in overlays if o.clause == clause)
        return min(boxes, key=lambda box: box.page, default=None) if clause else None

    def _reveal(self, box: Box) -> None:
        """Scroll only if the place is not comfortably in sight; then put it into the upper third."""
        if not 0 < box.page <= len(self._layout.pages):
            return
        page = self._layout.pages[box.page - 1]
        low = min(box.bottom, box.top + _MOST_SOUGHT)  # a whole page need not fit
        top, bottom = page.y + box.top * page.scale, page.y + low * page.scale
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + height * 0.05 <= top <= bottom <= bar.value() + height * 0.9:
            bar.setValue(round(top - height / 3))
        left, right = page.x + box.x0 * page.scale, page.x + box.x1 * page.scale
        across, width = self.horizontalScrollBar(), self.viewport().width()
        if not across.value() <= left <= across.value() + width * 0.9:
            across.setValue(round(min(left, right - width / 2) - width * 0.1))

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Desk, pages, marks, and the frame of the focus."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("document", "desk"))
        origin = self._origin()
        for page in self._visible():
            self._paint_page(painter, page, QRectF(page.x - origin.x(), page.y - origin.y(), page.width, page.height))
        if self.hasFocus():
            painter.setPen(QPen(self.palette().accent().color(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_page(self, painter: QPainter, page: PlacedPage, area: QRectF) -> None:
        painter.fillRect(area, QColor(Qt.GlobalColor.white))
        image = self._images.image(page.number)
        if image is not None:
            self._paint_image(painter, image, area)
        elif self._images.failed(page.number):
            painter.setPen(QColor(Qt.GlobalColor.darkGray))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.tr("Diese Seite kann nicht dargestellt werden."))
        painter.setPen(self._theme.colour("document", "frame"))
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
        self._paint_marks(painter, page, area)

    def _paint_image(self, painter: QPainter, image: QImage, area: QRectF) -> None:
        ratio = self.devicePixelRatioF()
        sharp = image.size() == QSize(round(area.width() * ratio), round(area.height() * ratio))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not sharp)
        painter.drawImage(area, image)

    def _paint_marks(self, painter: QPainter, page: PlacedPage, area: QRectF) -> None:
        painter.save()
        painter.setClipRect(area)
        notes = self._notes.get(page.number, PageNotes())
        for veil in notes.veils:
            draw_veil(painter, _all_placed(veil.boxes, page, area), self._theme.paper_colour("palette", "soft"))
        for overlay in self._overlays.get(page.number, ()):
            boxes = [_placed(box, page, area) for box in overlay.boxes]
            if overlay.severity is not None:
                draw_bars(painter, boxes, overlay.severity, self._theme.paper_severity(overlay.severity))
            if overlay.tinted is not None:
                draw_tint(painter, boxes, self._theme.paper_severity(overlay.tinted))
            if overlay.clause == self._selected:
                draw_selection(painter, boxes, self._theme.paper_colour("document", "selected"))
        quotes = [_placed(box, page, area) for box in self._quotes if box.page == page.number]
        draw_quote(painter, quotes, self._theme.paper_colour("document", "quote"))
        if self._focus != self._quotes:  # it is one of several
            focus = [_placed(box, page, area) for box in self._focus if box.page == page.number]
            draw_focus(painter, focus, self._theme.paper_colour("document", "selected"))
        self._paint_notes(painter, notes, page, area)
        painter.restore()

    def _paint_notes(self, painter: QPainter, notes: PageNotes, page: PlacedPage, area: QRectF) -> None:
        uncertain = _all_placed(tuple(notes.uncertain), page, area)
        draw_uncertain(painter, uncertain, self._theme.paper_severity(Severity.MEDIUM))
        for hidden in notes.hidden:
            if set(hidden.boxes) <= set(self._places):
                continue  # it is picked
            draw_spots(painter, _all_placed(hidden.boxes, page, area), self._theme.paper_severity(hidden.severity))
        picked = tuple(box for box in self._places if box.page == page.number)
        draw_spots(
            painter, _all_placed(picked, page, area), self._theme.paper_colour("document", "selected"), picked=True
        )
        if notes.unread is not None and page.number != self._pointed:
            draw_unread(painter, area, self.tr("Diese Seite konnte nicht gelesen werden"), notes.unread, self._theme)
        if notes.recognised:
            painter.setClipping(False)
            words = self.tr("Mit Texterkennung gelesen – bitte mit dem Bild vergleichen")
            draw_edge_note(painter, area, GAP, words, self._theme)

    # --- events

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Other pages are visible now."""
        self._want_visible()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place on the page."""
        top = self.verticalScrollBar().value() / max(1, self._layout.height)
        self._lay_out()
        self.verticalScrollBar().setValue(round(top * self._layout.height))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the clause that was clicked."""
        place = event.position().toPoint()
        clause, (hidden, aside) = self._clause_at(place), self._note_at(place)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if note := hidden or (aside if clause is None else ""):
            self.note_clicked.emit(note)
        elif clause is not None:
            self.clause_clicked.emit(clause)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the clause that was clicked."""
        clause = self._clause_at(event.pos())
        if clause is not None:
            self.menu_wanted.emit(clause, event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked, and a page that was not read as it is."""
        place = event.position().toPoint()
        self._point_at(self._on_page(place)[0])
        over = self._clause_at(place) is not None or any(self._note_at(place))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse points at no page."""
        self._point_at(0)
        super().leaveEvent(event)

    def _point_at(self, page: int) -> None:
        if page != self._pointed:
            self._pointed = page
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say why a part was left out."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number, x, y = self._on_page(event.pos())
            tip = self._notes[number].tip_at(x, y) if number in self._notes else ""
            QToolTip.showText(event.globalPos(), tip, self.viewport())
            return True
        return super().viewportEvent(event)

    def _on_page(self, place: QPoint) -> tuple[int, float, float]:
        """Page and points of a place in the viewport; page 0 beside the pages."""
        spot = place + self._origin()
        page = self._layout.at(spot.x(), spot.y())
        if page is None:
            return 0, 0.0, 0.0
        return page.number, (spot.x() - page.x) / page.scale, (spot.y() - page.y) / page.scale

    def _clause_at(self, place: QPoint) -> str | None:
        number, x, y = self._on_page(place)
        return clause_at(self._overlays.get(number, ()), x, y)

    def _note_at(self, place: QPoint) -> tuple[str, str]:
        number, x, y = self._on_page(place)
        return self._notes[number].key_at(x, y) if number in self._notes else ("", "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys scroll, Home and End go to the ends."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep())
            case _:
                super().keyPressEvent(event)


def _all_placed(boxes: tuple[Box, ...], page: PlacedPage, area: QRectF) -> list[QRectF]:
    return [_placed(box, page, area) for box in boxes]


def _placed(box: Box, page: PlacedPage, area: QRectF) -> QRectF:
    scale = page.scale
    return QRectF(
        area.x() + box.x0 * scale, area.y() + box.top * scale, (box.x1 - box.x0) * scale, (box.bottom - box.top) * scale
    )
