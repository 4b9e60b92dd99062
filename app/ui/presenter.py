"""Joins one document's session, navigation and page: what comes from the worker is shown, what the user does is done.

Everything shown is derived again from the analysis and the language; nothing is patched.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QImage

from app.errors import BugError, Cancelled, ErrorCode, ExpectedError, KlausellupeError
from app.jobs.messages import Progressed
from app.models.analysis import Analysis, Finding
from app.models.facts import DealFacts
from app.reporting.build import build_report
from app.ui.asides import KEY, Spot, asides, finding_spot, spot, whole_page
from app.ui.context import Context
from app.ui.detail import DetailWords, clause_html, detail_html, matches_of
from app.ui.factchoices import assumed_today, without_user
from app.ui.factsources import fact_sources
from app.ui.models.findings import entry_of, listed_findings
from app.ui.models.matrix import matrix_header, matrix_rows
from app.ui.models.notchecked import PAGE, not_checked_rows
from app.ui.models.outline import outline_rows
from app.ui.models.overview import overview_header, overview_rows
from app.ui.navigation import Navigation
from app.ui.notices import reading_notices
from app.ui.overlays import overlays_by_page
from app.ui.page_images import PageImages
from app.ui.pagenotes import page_notes, text_notes
from app.ui.passages import KEY as PASSAGE
from app.ui.passages import passage_spans
from app.ui.session import DocumentSession, Stored
from app.ui.views.document_page import DocumentPage
from app.ui.views.pdf_view import PdfView
from app.ui.views.text_view import TextView
from app.wording.errors import bug_sentence, error_sentence
from app.wording.lang import Lang
from app.wording.progress import progress_sentence
from app.wording.report import phrase

_PASSWORD_TRIES = 3  # then the sentence remains, with a button for another try
_OPEN_ALL = 400  # clauses; a longer outline starts closed


class Presenter(QObject):
    """One open document."""

    changed = Signal()  # what can be done with it has changed
    password_wanted = Signal()
    bug_shown = Signal(str)
    menu_wanted = Signal(QPoint)  # for the clause selected

    def __init__(
        self, path: Path, context: Context, stored: Stored | None = None, facts: DealFacts | None = None
    ) -> None:
        """`stored`: a case reopened; `facts`: what the user has said of it."""
        super().__init__()
        self._context = context
        self._without_pages = stored is not None and stored.content == b""
        self._error: KlausellupeError | None = None
        self._pages_error: ExpectedError | None = None  # stays while the text is evaluated
        self.password_tries = 0
        self.session = DocumentSession(
            path, context.library.effective, facts or assumed_today(), entry=context.entry, stored=stored
        )
        self._images = PageImages(self.session.draw_page)
        self.navigation = Navigation(self)
        self.page = DocumentPage(context, self._images)
        self._listen_to_session()
        self._listen_to_page()
        context.language.changed.connect(self._show_words)
        context.theme.changed.connect(self._show_place)
        if stored is None:
            self.session.analyse()
        else:
            QTimer.singleShot(0, self.session, self.session.resume)  # when the window listens

    def _listen_to_session(self) -> None:
        session = self.session
        session.busy_changed.connect(self._show_busy)
        session.progressed.connect(self._show_progress)
        session.pages_known.connect(self._show_pages)
        session.page_drawn.connect(self._keep_page)
        session.page_failed.connect(self._give_page_up)
        session.pages_locked.connect(self._ask_to_unlock)
        session.analysed.connect(self._show_analysis)
        session.failed.connect(self._show_error)

    def _listen_to_page(self) -> None:
        page, navigation = self.page, self.navigation
        page.progress.cancelled.connect(self.session.cancel)
        page.banner.acted.connect(self._act_on_error)
        page.facts.changed.connect(self.evaluate)
        page.outline.picked.connect(navigation.go_to_clause)
        page.outline.customContextMenuRequested.connect(self._offer_menu_in_outline)
        for lists in (page.overview, page.matrix, page.not_checked):
            lists.picked.connect(self._go_to)
        page.facts.place_picked.connect(self._go_to)
        for document in (page.pdf, page.text):
            document.clause_clicked.connect(navigation.go_to_clause)
            document.note_clicked.connect(self._go_to)
            document.menu_wanted.connect(self._offer_menu)
        page.findings.finding_picked.connect(navigation.go_to_finding)
        page.findings.place_picked.connect(self._go_to)
        navigation.moved.connect(self._show_place)

    @property
    def analysis(self) -> Analysis | None:
        """The last analysis."""
        return self.session.analysis

    @property
    def view(self) -> PdfView | TextView | None:
        """The view that shows the document, None before there is one."""
        shown = self.page.documents.currentWidget()
        return shown if isinstance(shown, PdfView | TextView) else None

    def _go_to(self, key: str) -> None:
        """To a clause, a passage, a finding or a part that was left out."""
        if key.startswith(PASSAGE):
            self.navigation.go_to_passages(key)
        elif key.startswith((KEY, PAGE)):
            self.navigation.go_to_aside(key)
        elif self.analysis is not None and key in self.analysis.reading.by_id:
            self.navigation.go_to_clause(key)
        else:
            self.page.tabs.setCurrentIndex(0)
            self.navigation.go_to_finding(key)

    def _offer_menu(self, clause: str, place: QPoint) -> None:
        self.navigation.go_to_clause(clause)
        self.menu_wanted.emit(place)

    def _offer_menu_in_outline(self, place: QPoint) -> None:
        if self.page.outline.indexAt(place).isValid():  # Qt has selected its row
            self.menu_wanted.emit(self.page.outline.viewport().mapToGlobal(place))

    @property
    def _lang(self) -> Lang:
        return self._context.language.code

    def close(self) -> None:
        """End the work on the document."""
        self.page.keep_shape()
        self.session.close()

    # --- from the worker

    def _show_busy(self, busy: bool) -> None:
        if busy:
            self.page.waiting.show()
            self.page.show_panels(shown=True)
            self.page.banner.hide()
            self.page.progress.begin()
        else:
            self.page.progress.end()
        self.changed.emit()

    def _show_progress(self, reply: Progressed) -> None:
        self.page.progress.report(reply.fraction, progress_sentence(reply.code, reply.params, self._lang))

    def _show_pages(self, sizes: tuple[tuple[float, float], ...]) -> None:
        if not sizes or self._without_pages:
            return
        self.page.pdf.show_pages(sizes)
        self.page.documents.setCurrentWidget(self.page.pdf)
        self.changed.emit()

    def _keep_page(self, page: int, image: QImage) -> None:
        self._images.keep(page, image)
        self.page.pdf.draw_again()

    def _give_page_up(self, page: int) -> None:
        self._images.give_up(page)
        self.page.pdf.draw_again()

    def _ask_to_unlock(self, error: ExpectedError) -> None:
        """Of a case reopened the text is there; its pages want the password that is never stored."""
        if self._pages_error is None:
            self._pages_error = error
            self._show_error(error)

    def _show_analysis(self, analysis: Analysis) -> None:
        self._error = self._pages_error
        self.page.show_panels(shown=True)
        source = analysis.reading.source
        if self._paged(analysis):
            self.page.pdf.show_overlays(overlays_by_page(analysis), source.pages)
            self.page.documents.setCurrentWidget(self.page.pdf)
        else:
            self.page.text.show_analysis(analysis)
            self.page.documents.setCurrentWidget(self.page.text)
        self._show_words()
        self.navigation.show(analysis)
        self.changed.emit()

    def _paged(self, analysis: Analysis) -> bool:
        """Whether pages are shown; of a reopened case whose file is gone only the text is left."""
        return bool(analysis.reading.source.pages) and not self._without_pages

    # --- words: again whenever analysis or language change

    def _show_words(self) -> None:
        self._show_error_sentence()
        analysis, lang, page = self.analysis, self._lang, self.page
        if analysis is None:
            return
        report = build_report(analysis, lang)
        clauses = len(analysis.reading.clauses)
        page.outline.show_rows(("",), outline_rows(analysis, lang), lang, expand=clauses <= _OPEN_ALL)
        page.findings.show_findings(listed_findings(analysis, lang), report.checks)
        page.count_findings(len(analysis.findings))
        automatic = without_user(self.session.facts, analysis.reading.document_facts)
        page.facts.show_facts(self.session.facts, automatic, fact_sources(analysis, self._context.theme, lang), lang)
        notices = reading_notices(analysis, report, lang)
        if notices and self._error is None:
            page.banner.show_sentence("\n".join(notices), self.tr("Einzelheiten"), kind="note")
        page.pdf.show_notes(page_notes(analysis, lang))
        if not self._paged(analysis):
            page.text.show_notes(text_notes(analysis, lang))
        page.notices.setText("\n".join(report.notices))
        page.overview.show_rows(overview_header(lang), overview_rows(analysis, lang), lang)
        said = phrase("matrix_intro" if analysis.reading.liability else "no_matrix", lang)
        page.matrix.show_matrix(said, matrix_header(lang), matrix_rows(analysis, lang), lang)
        page.not_checked.show_rows(("",), not_checked_rows(report, analysis, lang), lang)
        self._show_place()

    def _show_place(self) -> None:
        analysis = self.analysis
        if analysis is None:
            return
        clause, finding = self.navigation.clause, self.navigation.finding
        html = self._detail(analysis, clause, finding)
        self.page.findings.show_detail(finding.id if finding else None, html)
        self.page.outline.select(clause)
        self.page.not_checked.select(self.navigation.aside or clause)
        self._show_passages(analysis, clause)
        self.changed.emit()

    def _show_passages(self, analysis: Analysis, clause: str | None) -> None:
        """All quotes marked, the one that is looked at in sight; else the first of the clause."""
        reading, passages, place = analysis.reading, self.navigation.passages, self._spot(analysis)
        current = self.navigation.current
        spans, focus = passage_spans(passages, reading), passage_spans([current] if current else (), reading)
        self.page.pdf.select(clause, reading.source.boxes(spans), place.boxes, reading.source.boxes(focus))
        if not self._paged(analysis):
            self.page.text.select(clause, spans, place.spans, focus)

    def _spot(self, analysis: Analysis) -> Spot:
        """The place of the part that was left out, or of a finding's hidden text."""
        source, key = analysis.reading.source, self.navigation.aside
        if key is None:
            return finding_spot(self.navigation.finding, source)
        if key.startswith(PAGE):
            return whole_page(int(key.removeprefix(PAGE)), source)
        found = next((aside for aside in asides(analysis) if aside.key == key), None)
        return spot(found.part, source) if found else Spot()

    def _detail(self, analysis: Analysis, clause: str | None, finding: Finding | None) -> str:
        theme, lang = self._context.theme, self._lang
        words = DetailWords(
            note=self.tr("Interne Anmerkung"),
            found=self.tr("Gefunden"),
            limit=self.tr("Vorgabe"),
            nothing=self.tr("Zu dieser Klausel gibt es keinen Hinweis."),
            places=self.tr("{0} Stellen, weiter mit F7"),
        )
        if finding is not None and finding in analysis.findings:
            focus = self.navigation.current
            near = matches_of(finding, analysis)
            return detail_html(finding, entry_of(finding, analysis, lang), words, theme, lang, focus, near)
        known = analysis.reading.by_id.get(clause or "")
        return clause_html(known, analysis, words, theme, lang) if known else ""

    # --- errors

    def _show_error(self, error: KlausellupeError) -> None:
        if isinstance(error, ExpectedError) and self._context.library.give_up(error):
            self.session.go_on()  # with the starter library
            return
        self._error = error
        self.page.show_panels(shown=self.analysis is not None)
        if self.view is None:
            self.page.waiting.hide()
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
            case None:
                self.page.tabs.setCurrentWidget(self.page.not_checked)
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
        self.page.pdf.draw_again()

    def evaluate_again(self) -> None:
        """The library has changed."""
        self.evaluate(self.session.facts)

    def evaluate(self, facts: DealFacts) -> None:
        """Under other facts."""
        if self.analysis is not None:
            self._error = self._pages_error
        self.session.evaluate(facts)
