"""Joins one document's worker and its page: what comes from the worker is shown, errors are told, the user's wishes are passed on.

Everything shown is derived again from the analysis and the language; nothing is patched (`app.ui.panels.panel`).
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from app.errors import BugError, Cancelled, ErrorCode, ExpectedError, KlausellupeError
from app.jobs.messages import Progressed
from app.models.analysis import Analysis
from app.models.facts import DealFacts
from app.models.reading import Correction
from app.ui.context import Context
from app.ui.factchoices import assumed_today
from app.ui.navigation import Navigation
from app.ui.opened import OpenDocument
from app.ui.session import DocumentSession, Stored
from app.ui.views.document_page import DocumentPage
from app.ui.views.pdf_view import PdfView
from app.ui.views.text_view import TextView
from app.wording.errors import bug_sentence, error_sentence
from app.wording.lang import Lang
from app.wording.progress import progress_sentence

_PASSWORD_TRIES = 3  # then the sentence remains, with a button for another try


class Presenter(QObject):
    """One open document."""

    changed = Signal()  # what can be done with it has changed
    password_wanted = Signal()
    bug_shown = Signal(str)
    menu_wanted = Signal(QPoint)  # for the clause selected

    def __init__(
        self,
        path: Path,
        context: Context,
        stored: Stored | None = None,
        facts: DealFacts | None = None,
        corrections: tuple[Correction, ...] = (),
        *,
        start: bool = True,
    ) -> None:
        """`stored`: a case reopened; `facts` and `corrections`: what the user has said of it; without `start` it waits for it."""
        super().__init__()
        self._context = context
        self._stored = stored
        self._error: KlausellupeError | None = None
        self._pages_error: ExpectedError | None = None  # stays while the text is evaluated
        self.password_tries = 0
        self.session = DocumentSession(
            path,
            context.library.effective,
            facts or assumed_today(),
            entry=context.entry,
            stored=stored,
            corrections=corrections,
        )
        self.document = OpenDocument(path, context, self.session, self)
        self._images = self.document.images
        without_pages = stored is not None and stored.content == b""
        self.page = DocumentPage(self.document, without_pages=without_pages)
        self._listen_to_session()
        self._listen_to_page()
        context.language.changed.connect(self._show_error_sentence)
        if start:
            self.start()

    def start(self) -> None:
        """Read and analyse it, or show what was stored."""
        if self._stored is None:
            self.session.analyse()
        else:
            QTimer.singleShot(0, self.session, self.session.resume)  # when the window listens

    def _listen_to_session(self) -> None:
        session = self.session
        session.busy_changed.connect(self._show_busy)
        session.progressed.connect(self._show_progress)
        session.pages_known.connect(self._show_pages)
        session.page_drawn.connect(self._images.keep)
        session.page_failed.connect(self._images.give_up)
        session.pages_locked.connect(self._ask_to_unlock)
        session.analysed.connect(self._show_analysis)
        session.failed.connect(self._show_error)

    def _listen_to_page(self) -> None:
        page, document = self.page, self.document
        page.progress.cancelled.connect(self.session.cancel)
        page.banner.acted.connect(self._act_on_error)
        for view in (page.stack.pdf, page.stack.text):
            view.clause_clicked.connect(self.navigation.go_to_clause)
            view.note_clicked.connect(document.go_to)
            view.menu_wanted.connect(self._offer_menu)
        document.menu_wanted.connect(self.menu_wanted)
        document.possible_changed.connect(self.changed)
        document.failed.connect(self._show_error)
        self.navigation.moved.connect(self.changed)

    @property
    def navigation(self) -> Navigation:
        """Where the user is."""
        return self.document.navigation

    @property
    def analysis(self) -> Analysis | None:
        """The last analysis."""
        return self.session.analysis

    @property
    def view(self) -> PdfView | TextView | None:
        """The view that shows the document, None before there is one."""
        return self.page.stack.view

    @property
    def settled(self) -> bool:
        """Whether nothing is under way and everything shows what holds."""
        return not self.session.busy and self.page.settled

    def _offer_menu(self, clause: str, place: QPoint) -> None:
        self.navigation.go_to_clause(clause)
        self.menu_wanted.emit(place)

    @property
    def _lang(self) -> Lang:
        return self._context.language.code

    def close(self) -> None:
        """End the work on the document."""
        self.page.close_up()
        self.session.close()

    # --- from the worker

    def _show_busy(self, busy: bool) -> None:
        if busy:
            self._error = self._pages_error if self.analysis is not None else None
            self.page.stack.waiting.show()
            self.page.show_panels(shown=True)
            self.page.banner.hide()
            self.page.progress.begin()
        else:
            self.page.progress.end()
        self.changed.emit()

    def _show_progress(self, reply: Progressed) -> None:
        self.page.progress.report(reply.fraction, progress_sentence(reply.code, reply.params, self._lang))

    def _show_pages(self, sizes: tuple[tuple[float, float], ...]) -> None:
        if self.page.stack.show_pages(sizes):
            self.changed.emit()

    def _ask_to_unlock(self, error: ExpectedError) -> None:
        """Of a case reopened the text is there; its pages want the password that is never stored."""
        if self._pages_error is None:
            self._pages_error = error
            self._show_error(error)

    def _show_analysis(self, analysis: Analysis) -> None:
        self._error = self._pages_error
        self.page.show_panels(shown=True)
        self._show_error_sentence()
        self.navigation.show(analysis)
        self.document.refresh()
        self.changed.emit()

    # --- errors

    def _show_error(self, error: KlausellupeError) -> None:
        if isinstance(error, ExpectedError) and self._context.library.give_up(error):
            self.session.go_on()  # with the starter library
            return
        self._error = error
        self.page.show_panels(shown=self.analysis is not None)
        if self.view is None:
            self.page.stack.waiting.hide()
        self._show_error_sentence()
        locked = isinstance(error, ExpectedError) and error.code is ErrorCode.PDF_ENCRYPTED
        if locked and 0 < self.password_tries < _PASSWORD_TRIES:
            self.password_wanted.emit()

    def _show_error_sentence(self) -> None:
        banner = self.page.banner
        match self._error:
            case ExpectedError(code=ErrorCode.PDF_ENCRYPTED):
                kind = "error" if self.password_tries else "note"
                banner.show_sentence(self._locked_sentence(), self.tr("Passwort eingeben …"), kind=kind)
            case ExpectedError() as error:
                banner.show_sentence(error_sentence(error, self._lang), self.tr("Erneut versuchen"))
            case BugError():
                banner.show_sentence(bug_sentence(self._lang), self.tr("Fehlerbericht anzeigen …"))
            case Cancelled():
                sentence = self.tr("Die Auswertung wurde abgebrochen.")
                banner.show_sentence(sentence, self.tr("Erneut versuchen"), kind="note")
            case _:
                banner.hide()

    def _locked_sentence(self) -> str:
        if self.password_tries == 0:
            return self.tr("Das PDF ist mit einem Passwort geschützt.")
        return self.tr("Dieses Passwort öffnet das PDF nicht. Bitte prüfen Sie Groß- und Kleinschreibung.")

    def _act_on_error(self) -> None:
        match self._error:
            case ExpectedError(code=ErrorCode.PDF_ENCRYPTED):
                self.password_wanted.emit()
            case BugError(report=report):
                self.bug_shown.emit(report)
            case _:
                self._error = None
                self.session.go_on()

    def try_password(self, password: str) -> None:
        """Open an encrypted file."""
        self.password_tries += 1
        self._error = self._pages_error = None
        self._images.forget()
        self.session.go_on_with_password(password)
        self._images.try_again()

    def evaluate_again(self) -> None:
        """The library has changed."""
        self.session.evaluate(self.session.facts)
