"""Draws one page of a PDF: the image as far as it is there, and over it what is marked. State lies in `PdfMarks` and `PageImages`.

Marks are drawn over the image, so they are sharp at any zoom. Pages are white in every theme, as printed. Outlines of tinted clauses
are made once for an analysis: joining their lines takes longer than drawing them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QTransform

from app.models.analysis import Severity
from app.models.source import Box
from app.ui.overlays import Overlay
from app.ui.page_images import PageImages
from app.ui.page_layout import GAP, PlacedPage
from app.ui.page_pieces import tiles
from app.ui.pagenotes import PageNotes
from app.ui.theme import Theme
from app.ui.views.kind_signs import draw_kind_badge
from app.ui.views.marking import (
    draw_bars,
    draw_caret,
    draw_focus,
    draw_hit,
    draw_marked,
    draw_pointed,
    draw_quote,
    draw_selection,
    draw_spots,
    draw_uncertain,
    draw_veil,
    joined,
    tint,
)
from app.ui.views.page_signs import draw_edge_note, draw_failed, draw_unread
from app.ui.views.pdf_canvas import inside
from app.ui.views.pdf_marks import ByPage, PdfMarks

_SIGN_AWAY = 14.0  # pixels of a sign from the text: between them runs the bar
_SIGN_GAP = 2.0
_LEAST_SIGN = 7.0  # pixels; smaller it tells nothing
_SIGN_POINTS = 15.0  # of the page that a sign may take when it is seen from afar


class PageWords(NamedTuple):
    """What pages say, in the language of the window."""

    unread: str
    recognised: str
    failed: str
    again: str


class PagePainter:
    """Of one view. `ratio`: device pixels for a logical one."""

    def __init__(self, theme: Theme, images: PageImages, marks: PdfMarks) -> None:
        self._theme = theme
        self._images = images
        self._marks = marks
        self._tints: dict[tuple[int, str], QPainterPath] = {}

    def forget(self) -> None:
        """Other clauses."""
        self._tints.clear()

    def paint(
        self, painter: QPainter, page: PlacedPage, area: QRectF, seen: QRectF, ratio: float, words: PageWords
    ) -> None:
        """A page at `area`, of which `seen` is in sight."""
        painter.fillRect(area, QColor(Qt.GlobalColor.white))
        self._paint_image(painter, page, area, seen, ratio)
        painter.setPen(self._theme.colour("document", "frame"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.save()
        painter.setClipRect(area)
        self._paint_marks(painter, page, area, words)
        painter.restore()
        if self._images.failed(page.number):
            draw_failed(painter, area.intersected(seen), words.failed, words.again, self._theme)

    # --- the image

    def _paint_image(self, painter: QPainter, page: PlacedPage, area: QRectF, seen: QRectF, ratio: float) -> None:
        width, height = round(area.width() * ratio), round(area.height() * ratio)
        image = self._images.image(page.number)
        if image is not None:
            self._paint_whole(painter, image, area, sharp=(image.width(), image.height()) == (width, height))
        for piece in tiles(page.number, width, height, inside(area, seen, ratio)):
            tile = self._images.tile(piece)
            if tile is not None and piece.clip is not None:
                left, top, across, down = (side / ratio for side in piece.clip)
                painter.drawImage(QRectF(area.x() + left, area.y() + top, across, down), tile)

    @staticmethod
    def _paint_whole(painter: QPainter, image: QImage, area: QRectF, *, sharp: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not sharp)
        painter.drawImage(area, image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)

    # --- marks

    def _paint_marks(self, painter: QPainter, page: PlacedPage, area: QRectF, words: PageWords) -> None:
        marks, paper = self._marks, self._theme.paper_colour
        notes = marks.notes.get(page.number, PageNotes())
        for veil in notes.veils:
            draw_veil(painter, placed(veil.boxes, page, area), paper("palette", "soft"))
        for overlay in marks.overlays.get(page.number, ()):
            self._paint_clause(painter, overlay, page, area)
        draw_quote(painter, self._here(marks.quotes, page, area), paper("document", "quote"))
        if marks.several:
            draw_focus(painter, self._here(marks.focus, page, area), paper("document", "selected"))
        for boxes, current in marks.hit_boxes(page.number):
            colours = paper("document", "hit"), paper("document", "hit_line")
            draw_hit(painter, placed(boxes, page, area), *colours, current=current)
        draw_marked(painter, placed(marks.selected_boxes(page.number), page, area), paper("document", "marked"))
        caret = marks.caret(page.number)
        if caret is not None:
            draw_caret(painter, placed((caret,), page, area)[0], paper("document", "selected"))
        self._paint_notes(painter, notes, page, area, words)

    @staticmethod
    def _here(boxes: ByPage, page: PlacedPage, area: QRectF) -> list[QRectF]:
        return placed(boxes.get(page.number, ()), page, area)

    def _paint_clause(self, painter: QPainter, overlay: Overlay, page: PlacedPage, area: QRectF) -> None:
        marks, chosen = self._marks, self._theme.paper_colour("document", "selected")
        selected, pointed = overlay.clause == marks.clause, overlay.clause == marks.pointed
        if overlay.severity is None and not selected and not pointed:
            return
        boxes = placed(overlay.boxes, page, area)
        if pointed:
            draw_pointed(painter, boxes, chosen)
        if overlay.tinted is not None:
            self._paint_tint(painter, overlay, page, area, self._theme.paper_severity(overlay.tinted))
        if overlay.severity is not None:
            draw_bars(painter, boxes, overlay.severity, self._theme.paper_severity(overlay.severity))
            self._paint_signs(painter, overlay, boxes[0], page)
        if selected:
            draw_selection(painter, boxes, chosen)

    def _paint_tint(self, painter: QPainter, overlay: Overlay, page: PlacedPage, area: QRectF, colour: QColor) -> None:
        key = page.number, overlay.clause
        if key not in self._tints:
            boxes = (QRectF(b.x0, b.top, b.x1 - b.x0, b.bottom - b.top) for b in overlay.boxes)
            self._tints[key] = joined(list(boxes))
        placing = QTransform(page.scale, 0, 0, page.scale, area.x(), area.y())
        painter.fillPath(placing.map(self._tints[key]), tint(colour))

    def _paint_signs(self, painter: QPainter, overlay: Overlay, line: QRectF, page: PlacedPage) -> None:
        """Left of the first line, or right of it where there is no room."""
        size = min(painter.fontMetrics().height() * 0.95, _SIGN_POINTS * page.scale)
        if not overlay.kinds or overlay.severity is None or size < _LEAST_SIGN:
            return
        left, right = (room * page.scale for room in overlay.room)
        count = len(overlay.kinds)
        fits = [n for n in range(count, 0, -1) if n * (size + _SIGN_GAP) + _SIGN_AWAY <= max(left, right)]
        shown = fits[0] if fits else 1
        width = shown * (size + _SIGN_GAP)
        x = line.left() - _SIGN_AWAY - width if left >= min(width + _SIGN_AWAY, right) else line.right() + _SIGN_GAP * 2
        colour, paper = self._theme.paper_severity(overlay.severity), QColor(Qt.GlobalColor.white)
        for number, kind in enumerate(overlay.kinds[:shown]):
            place = QRectF(x + number * (size + _SIGN_GAP), line.center().y() - size / 2, size, size)
            draw_kind_badge(painter, place, kind, colour, paper)

    def _paint_notes(
        self, painter: QPainter, notes: PageNotes, page: PlacedPage, area: QRectF, words: PageWords
    ) -> None:
        marks, theme = self._marks, self._theme
        draw_uncertain(painter, placed(notes.uncertain, page, area), theme.paper_severity(Severity.MEDIUM))
        picked = marks.places.get(page.number, ())
        for hidden in notes.hidden:
            if not set(hidden.boxes) <= set(picked):
                draw_spots(painter, placed(hidden.boxes, page, area), theme.paper_severity(hidden.severity))
        draw_spots(painter, placed(picked, page, area), theme.paper_colour("document", "selected"), picked=True)
        if notes.unread is not None and page.number != marks.pointed_page:
            draw_unread(painter, area, words.unread, notes.unread, theme)
        if notes.recognised:
            painter.setClipping(False)
            draw_edge_note(painter, area, GAP, words.recognised, theme)


def placed(boxes: Sequence[Box], page: PlacedPage, area: QRectF) -> list[QRectF]:
    """Boxes of a page that lies at `area`."""
    scale, x, y = page.scale, area.x(), area.y()
    return [
        QRectF(x + b.x0 * scale, y + b.top * scale, (b.x1 - b.x0) * scale, (b.bottom - b.top) * scale) for b in boxes
    ]
