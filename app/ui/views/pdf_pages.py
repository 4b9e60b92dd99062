"""PDF pages with what is marked on them and on the scroll bar: what the view is told, and what of it is in sight.

`PdfCanvas` knows where pages lie and zooms, `PagePainter` draws them, `PdfMarks` holds what is marked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.models.source import Box, Page, Span
from app.ui.overlays import BarPlace, Overlay
from app.ui.page_images import PageImages
from app.ui.page_text import DocumentText
from app.ui.pagenotes import PageNotes
from app.ui.theme import Theme
from app.ui.views.page_painter import PagePainter, PageWords
from app.ui.views.pdf_bar import BarMarks
from app.ui.views.pdf_canvas import PdfCanvas
from app.ui.views.pdf_marks import PdfMarks, by_page

_MARK_AFTER_MS = 30  # the scroll bar, while the view is dragged wider or zoomed
_UPPER_PART = 0.4  # of the view, in which the clause that is read begins


class PdfPages(PdfCanvas):
    """The pages of one PDF, marked."""

    def __init__(self, theme: Theme, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(theme, images, parent)
        self._theme = theme
        self._marks = PdfMarks()
        self._painter = PagePainter(theme, images, self._marks)
        self._bar_marks = BarMarks(self._marks)
        self._tips: Callable[[str], str] = lambda _: ""
        self._stays = False  # while a click in the view is answered
        self._mark_soon = QTimer(self, singleShot=True, interval=_MARK_AFTER_MS)
        self._mark_soon.timeout.connect(self._mark_bar)
        theme.changed.connect(self._redraw)

    # --- what is shown

    def show_overlays(
        self,
        overlays: Mapping[int, tuple[Overlay, ...]],
        pages: tuple[Page, ...],
        places: tuple[BarPlace, ...] = (),
        tips: Callable[[str], str] = lambda _: "",
    ) -> None:
        """The clauses of an analysis; `tips` tells of a clause what was found."""
        self._marks.overlays, self._tips = overlays, tips
        self._painter.forget()
        self._bar_marks.show_places(places)
        self.show_pages(tuple((page.width, page.height) for page in pages))
        self._mark_soon.start()
        self._redraw()

    def show_text(self, text: DocumentText) -> None:
        """The words that can be selected."""
        self._marks.show_text(text)
        self._redraw()

    def show_notes(self, notes: Mapping[int, PageNotes]) -> None:
        """What there is to say about pages beside their clauses."""
        self._marks.notes = notes
        self._redraw()

    def show_hits(self, hits: tuple[Span, ...], current: int | None) -> None:
        """Mark what was searched for, the current hit stronger."""
        self._marks.hits, self._marks.current = hits, current
        self._mark_soon.start()
        self._redraw()

    def select(
        self,
        clause: str | None,
        quotes: tuple[Box, ...],
        places: tuple[Box, ...] = (),
        focus: tuple[Box, ...] = (),
    ) -> None:
        """Outline a clause, mark quotes, outline places that are no clause; bring `focus` (one of the quotes) into sight."""
        marks = self._marks
        marks.clause, marks.several = clause, focus != quotes
        marks.quotes, marks.places, marks.focus = by_page(quotes), by_page(places), by_page(focus)
        first = next(iter((*places, *focus)), None) or marks.first_box(clause)
        if first is not None and not self._stays:
            self._reveal(first)
        self._mark_soon.start()
        self._redraw()

    # --- what is in sight

    def reveal(self, spans: tuple[Span, ...]) -> None:
        """Bring the first of them into sight."""
        box = self._marks.text.box_of(spans[0]) if spans else None
        if box is not None:
            self._reveal(box)

    def sees(self, offset: int) -> bool:
        """Whether the word at an offset is in sight."""
        box = self._marks.text.word_box(offset)
        if box is None or not 0 < box.page <= len(self._layout.pages):
            return False
        page, top = self._layout.pages[box.page - 1], self.bar.value()
        return top <= page.y + box.top * page.scale < top + self.viewport().height()

    def visible_clause(self) -> str | None:
        """The clause that is read now."""
        top, height = self.bar.value(), self.viewport().height()
        for low in (top + height * _UPPER_PART, top + height):
            for page in self._visible():
                for overlay in self._marks.overlays.get(page.number, ()):
                    if any(top <= page.y + b.top * page.scale < low for b in overlay.boxes):
                        return overlay.clause
        return None

    def place(self) -> int | None:
        """Offset of the first text in sight."""
        top = self.bar.value()
        for page in self._layout.between(top, self._layout.height):
            least = (top - page.y) / page.scale
            for word in self._marks.text.page(page.number).words:
                if word.box is not None and word.box.top >= least:
                    return word.start
        return None

    def go_to_place(self, offset: int) -> None:
        """Scroll so that the text at `offset` stands at the upper edge."""
        text = self._marks.text
        box = text.page(text.page_of(offset)).caret(offset)
        if box is not None:
            self._put(box.page, 0, box.top - 2, QPointF(0, 0))

    # --- marks of the scroll bar

    def _laid_out(self) -> None:
        self._mark_soon.start()

    def _mark_bar(self) -> None:
        self.bar.set_marks(self._bar_marks.of(self._layout, self.tr("Fundstelle der Suche")))

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Desk, pages, marks, and the frame of the focus."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("document", "desk"))
        words, ratio, seen = self._words(), self.devicePixelRatioF(), QRectF(self.viewport().rect())
        for page in self._visible():
            self._painter.paint(painter, page, self._area(page), seen, ratio, words)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().accent().color(), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _words(self) -> PageWords:
        return PageWords(
            unread=self.tr("Diese Seite konnte nicht gelesen werden"),
            recognised=self.tr("Mit Texterkennung gelesen – bitte mit dem Bild vergleichen"),
            failed=self.tr("Diese Seite kann gerade nicht gezeichnet werden."),
            again=self.tr("Erneut versuchen (F5)"),
        )
