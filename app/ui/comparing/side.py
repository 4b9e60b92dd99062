"""One of the two documents, as printed or as text, with a process of its own that draws its pages.

A document that is open already is not read again; another one is read like any import, with its progress, and its error as a sentence.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QInputDialog, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.errors import Cancelled, ErrorCode, ExpectedError, KlausellupeError
from app.jobs.messages import Progressed
from app.models.analysis import Analysis
from app.models.source import Span
from app.ui.comparing.waiting import Waiting
from app.ui.context import Context
from app.ui.inthread import InThread
from app.ui.models.shown_text import ShownText, shown_text
from app.ui.overlays import Overlay, overlays_by_page
from app.ui.page_images import PageImages
from app.ui.page_text import DocumentText
from app.ui.session import DocumentSession
from app.ui.views.banner import Banner
from app.ui.views.pdf_view import PdfView
from app.ui.views.text_view import TextView
from app.wording.errors import bug_sentence, error_sentence
from app.wording.progress import progress_sentence

_Shown = tuple[dict[int, tuple[Overlay, ...]], DocumentText, ShownText]


class Side(QWidget):
    """`session` belongs to it from now on; `analysis`: of a document that was read already."""

    read = Signal()
    scrolled = Signal()
    clause_clicked = Signal(str)

    def __init__(
        self, session: DocumentSession, analysis: Analysis | None, context: Context, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session, self.analysis, self._context = session, analysis, context
        self._error: KlausellupeError | None = None
        self._preparing = InThread(self)
        self._images = PageImages(session.draw_page)
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.banner = Banner(context.theme)
        self.waiting = Waiting()
        self.pdf = PdfView(context.theme, self._images)
        self.text = TextView(context.theme)
        self._views = QStackedWidget()
        for widget in (self.waiting, self.pdf, self.text):
            self._views.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, self.fontMetrics().height() // 3, 0, 0)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        for part in (self.title, self.banner):
            column.addWidget(part)
        column.addWidget(self._views, 1)
        self._connect()

    def _connect(self) -> None:
        session = self.session
        session.analysed.connect(self._take)
        session.failed.connect(self._fail)
        session.progressed.connect(self._tell_progress)
        session.busy_changed.connect(self._show_busy)
        session.pages_locked.connect(self._fail)
        session.page_drawn.connect(self._images.keep)
        session.page_failed.connect(self._images.give_up)
        self.waiting.cancelled.connect(session.cancel)
        self.banner.acted.connect(self._act)
        self._preparing.done.connect(self._show)
        for view in (self.pdf, self.text):
            view.clause_clicked.connect(self.clause_clicked)
            view.verticalScrollBar().valueChanged.connect(lambda _: self.scrolled.emit())

    def start(self) -> None:
        """Show it, or read it first."""
        if self.analysis is None:
            self.session.analyse()
        else:
            self._prepare(self.analysis)

    def speak(self, role: str) -> None:
        """Which of the two it is, in the language of the window."""
        self.title.setText(f"{role}: {self.session.path.name}")
        self.waiting.speak()
        for view in (self.pdf, self.text):
            view.setAccessibleName(self.title.text())

    @property
    def view(self) -> PdfView | TextView | None:
        """The view that shows the document, None before there is one."""
        shown = self._views.currentWidget()
        return shown if isinstance(shown, PdfView | TextView) else None

    def close_document(self) -> None:
        """End its work."""
        self._preparing.close()
        self.session.close()

    # --- from the worker

    def _take(self, analysis: Analysis) -> None:
        self.analysis, self._error = analysis, None
        self.banner.hide()
        self._prepare(analysis)

    def _prepare(self, analysis: Analysis) -> None:
        """Geometry takes a while with long documents: not in this thread."""
        bare, lang = replace(analysis, findings=()), self._context.language.code
        self._preparing.start(
            lambda _stale: (overlays_by_page(bare), DocumentText(bare.reading.source), shown_text(bare, lang))
        )

    def _show(self, prepared: _Shown) -> None:
        overlays, words, text = prepared
        if self.analysis is None:
            return
        pages = self.analysis.reading.source.pages
        if pages:
            self.pdf.show_overlays(overlays, pages)
            self.pdf.show_text(words)
        else:
            self.text.show_text(text)
        self._views.setCurrentWidget(self.pdf if pages else self.text)
        self.read.emit()

    def _show_busy(self, busy: bool) -> None:
        self.waiting.setVisible(busy)
        if busy:
            self.banner.hide()
            self._views.setCurrentWidget(self.waiting)

    def _tell_progress(self, reply: Progressed) -> None:
        sentence = progress_sentence(reply.code, reply.params, self._context.language.code)
        self.waiting.report(reply.fraction, sentence)

    # --- errors

    def _fail(self, error: KlausellupeError) -> None:
        self._error = error
        lang = self._context.language.code
        match error:
            case ExpectedError(code=ErrorCode.PDF_ENCRYPTED):
                sentence = self.tr("Das PDF ist mit einem Passwort geschützt.")
                self.banner.show_sentence(sentence, self.tr("Passwort eingeben …"), kind="note")
            case ExpectedError():
                self.banner.show_sentence(error_sentence(error, lang), self.tr("Erneut versuchen"))
            case Cancelled():
                sentence = self.tr("Das Lesen wurde abgebrochen.")
                self.banner.show_sentence(sentence, self.tr("Erneut versuchen"), kind="note")
            case _:
                self.banner.show_sentence(bug_sentence(lang), self.tr("Erneut versuchen"))

    def _act(self) -> None:
        self.banner.hide()
        if isinstance(self._error, ExpectedError) and self._error.code is ErrorCode.PDF_ENCRYPTED:
            self._ask_password()
        else:
            self.session.analyse()

    def _ask_password(self) -> None:
        label = self.tr("Passwort für {0}:").format(self.session.path.name)
        password, given = QInputDialog.getText(
            self, self.tr("Verschlüsselte Datei"), label, QLineEdit.EchoMode.Password
        )
        if given and password:
            self._images.forget()
            self.session.go_on_with_password(password)
        elif self._error is not None:
            self._fail(self._error)

    # --- places

    def mark(self, spans: tuple[Span, ...], current: int | None) -> None:
        """What differs; the current one stronger."""
        if self.view is not None:
            self.view.show_hits(spans, current)

    def reveal(self, spans: tuple[Span, ...]) -> None:
        """Bring the first of them into sight."""
        if self.view is not None and spans:
            self.view.reveal(spans[:1])

    def place(self) -> int | None:
        """Offset of the first text in sight."""
        return self.view.place() if self.view is not None else None

    def go_to_place(self, offset: int) -> None:
        """Scroll there."""
        if self.view is not None:
            self.view.go_to_place(offset)
