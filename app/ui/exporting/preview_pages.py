"""The pages of the PDF that would be written. They are drawn in a worker process, as those of a document are: never in the window's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.context import Context
from app.ui.factchoices import assumed_today
from app.ui.page_images import PageImages
from app.ui.page_pieces import Piece
from app.ui.session import DocumentSession, Stored
from app.ui.views.page_painter import PagePainter, PageWords
from app.ui.views.pdf_canvas import PdfCanvas, Sizes
from app.ui.views.pdf_marks import PdfMarks


class PreviewPages(PdfCanvas):
    """One PDF after the other; a new one is shown where the former was read."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._images = PageImages(self._ask)
        super().__init__(context.theme, self._images, parent)
        self._context = context
        self._theme = context.theme
        self._painter = PagePainter(context.theme, self._images, PdfMarks())
        self._session: DocumentSession | None = None
        context.theme.changed.connect(self._redraw)

    @property
    def drawn(self) -> bool:
        """Whether the first page is to be seen."""
        return self._images.image(1) is not None

    def show_pdf(self, pdf: bytes, sizes: Sizes) -> None:
        """These pages."""
        self.end()
        library, stored = self._context.library.effective, Stored(pdf)  # nothing is asked but to draw
        session = DocumentSession(
            Path("bericht.pdf"), library, assumed_today(), entry=self._context.entry, stored=stored
        )
        self._session = session
        self._images.forget()
        session.page_drawn.connect(self._images.keep)
        session.page_failed.connect(self._images.give_up)
        if sizes == self.sizes:
            self._want()
            self._redraw()
        else:
            self.show_pages(sizes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Who is at the top stays there."""
        at_top = self.bar.value() == 0
        super().resizeEvent(event)
        if at_top:
            self.bar.setValue(0)

    def end(self) -> None:
        """No process is needed any more."""
        if self._session is not None:
            self._session.close()
            self._session = None

    def _ask(self, piece: Piece) -> None:
        if self._session is not None:
            self._session.draw_page(piece)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Desk, pages, and the frame of the focus."""
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
        return PageWords("", "", self.tr("Diese Seite kann gerade nicht gezeichnet werden."), "")
