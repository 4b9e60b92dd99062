"""The document itself: a waiting line, the pages of a PDF, or the text; what is marked and brought into sight in them.

Pages and text show the same marks and the same place; whoever works with the document asks `view` and need not know which it is. The
text is filled when somebody looks at it. Below stands the legend, above the search where they are asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.models.analysis import Analysis
from app.ui.asides import Spot, asides, finding_spot, spot, whole_page
from app.ui.finding_tips import FindingTips
from app.ui.models.notchecked import PAGE
from app.ui.models.shown_text import ShownText, shown_text
from app.ui.models.weighed import weighed
from app.ui.opened import OpenDocument
from app.ui.overlays import BarPlace, Overlay, bar_places, overlays_by_page
from app.ui.page_text import DocumentText
from app.ui.pagenotes import PageNotes, page_notes
from app.ui.panels.panel import Command, Material
from app.ui.passages import passage_spans
from app.ui.views.legend import Legend
from app.ui.views.page_box import PageBox
from app.ui.views.pdf_view import PdfView
from app.ui.views.search_bar import SearchBar
from app.ui.views.text_view import TextView

_SCROLL_RESTS_MS = 60
_OF_VIEW = ("zoom_in", "zoom_out", "fit", "fit_page", "copy")


@dataclass(frozen=True)
class Marks:
    """What is drawn over pages and over text."""

    overlays: Mapping[int, tuple[Overlay, ...]]
    page_notes: Mapping[int, PageNotes]
    places: tuple[BarPlace, ...]
    words: DocumentText
    text: ShownText
    tips: FindingTips


class DocumentStack(QWidget):
    """`without_pages`: of a reopened case whose file is gone only the text is left."""

    def __init__(self, document: OpenDocument, *, without_pages: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._without_pages = document, without_pages
        self._words: DocumentText | None = None
        self._marks: Marks | None = None
        self._as_text = False  # the user wants the text of a document that has pages
        self._text_shown: ShownText | None = None
        self._copyable = False
        self._came_from: int | None = None  # offset in the view before
        self.waiting = QLabel()
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.waiting.setWordWrap(True)
        self.pdf = PdfView(document.context.theme, document.images)
        self.text = TextView(document.context.theme)
        self.legend = Legend(document.context)
        self.page_box = PageBox(self)
        self.search_bar = SearchBar(document, lambda: self.view)
        self._views = QStackedWidget()
        for widget in (self.waiting, self.pdf, self.text):
            self._views.addWidget(widget)
        self._scrolled = QTimer(self, singleShot=True, interval=_SCROLL_RESTS_MS)
        self._arrange()
        self._listen()
        self._retranslate()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.search_bar)
        column.addWidget(self._views, 1)
        column.addWidget(self.legend)

    def _listen(self) -> None:
        document = self._document
        self.pdf.page_changed.connect(document.page_seen)
        self.pdf.selection_changed.connect(self._tell_selection)
        self.text.copyAvailable.connect(document.possible_changed)
        self.text.verticalScrollBar().valueChanged.connect(lambda _: self._scrolled.start())
        self._scrolled.timeout.connect(self._tell_page)
        self.legend.toggled.connect(document.possible_changed)
        self.page_box.wanted.connect(self.go_to_page)
        document.page_wanted.connect(self.go_to_page)
        self.search_bar.closed.connect(self._focus_view)
        document.search.changed.connect(self._mark_hits)
        document.search.moved.connect(self._go_to_hit)
        document.context.language.changed.connect(self._retranslate)

    # --- which view

    @property
    def view(self) -> PdfView | TextView | None:
        """The view that shows the document, None before there is one."""
        shown = self._views.currentWidget()
        return shown if isinstance(shown, PdfView | TextView) else None

    def paged(self, analysis: Analysis) -> bool:
        """Whether pages can be shown."""
        return bool(analysis.reading.source.pages) and not self._without_pages

    def show_pages(self, sizes: tuple[tuple[float, float], ...]) -> bool:
        """Pages are known before anything is read; whether they are shown."""
        if not sizes or self._without_pages:
            return False
        self.pdf.show_pages(sizes)
        self._views.setCurrentWidget(self.text if self._as_text else self.pdf)
        return True

    def toggle_text(self) -> None:
        """The text of a document with pages, or its pages again, at the same place: where one looked at the selected clause, there."""
        before, analysis = self.view, self._document.analysis
        if analysis is None or before is None or not self.paged(analysis):
            return
        place = None if self._selected_seen(before, analysis) else self._place_in(before)
        self._as_text = not self._as_text
        self._show_view(analysis)
        self.show_place()
        if place is not None and self.view is not None:
            self.view.go_to_place(place)
        self._focus_view()
        self._scrolled.start()
        self._document.possible_changed.emit()

    def _place_in(self, view: PdfView | TextView) -> int | None:
        """Of what one looks at; where one came from, as long as that is in sight."""
        if self._came_from is None or not view.sees(self._came_from):
            self._came_from = view.place()
        return self._came_from

    def _selected_seen(self, view: PdfView | TextView, analysis: Analysis) -> bool:
        clause = analysis.reading.by_id.get(self._document.navigation.clause or "")
        return clause is not None and bool(clause.spans) and view.sees(clause.spans[0][0])

    def _show_view(self, analysis: Analysis) -> None:
        as_text = self._as_text or not self.paged(analysis)
        if as_text and self._marks is not None and self._text_shown is not self._marks.text:
            self._text_shown = self._marks.text
            self.text.show_text(self._marks.text, self._marks.tips.tip)
            self._mark_hits()
        self._views.setCurrentWidget(self.text if as_text else self.pdf)

    # --- made from the material

    def prepare(self, material: Material) -> Marks:
        """In a thread."""
        analysis, lang = weighed(material.analysis, material.decided), material.lang
        tips = FindingTips(analysis, lang, self._document.context.theme)
        words, text = self._words_of(analysis), shown_text(analysis, lang)
        if not self.paged(analysis):
            return Marks({}, {}, (), words, text, tips)
        return Marks(
            overlays_by_page(analysis), page_notes(analysis, lang), bar_places(analysis, lang), words, text, tips
        )

    def _words_of(self, analysis: Analysis) -> DocumentText:
        """The words of pages are grouped once for a reading."""
        source = analysis.reading.source
        if self._words is None or self._words.source is not source:
            self._words = DocumentText(source)
        return self._words

    def show_prepared(self, marks: Marks, material: Material) -> None:
        """In the main thread."""
        analysis, first, self._marks = material.analysis, self._marks is None, marks
        if self.paged(analysis):
            self.pdf.show_text(marks.words)
            self.pdf.show_overlays(marks.overlays, analysis.reading.source.pages, marks.places, marks.tips.tip)
            self.pdf.show_notes(marks.page_notes)
        self._show_view(analysis)
        self._go_to_hit() if first else self._mark_hits()  # it may have been searched while the document was read
        self._document.possible_changed.emit()

    def show_place(self) -> None:
        """All quotes marked, the one that is looked at in sight; else the first of the clause."""
        analysis, navigation = self._document.analysis, self._document.navigation
        if analysis is None:
            return
        reading, place, current = analysis.reading, self._spot(analysis), navigation.current
        spans = passage_spans(navigation.passages, reading)
        focus = passage_spans([current] if current else (), reading)
        if self.paged(analysis):
            boxes = reading.source.boxes
            self.pdf.select(navigation.clause, boxes(spans), place.boxes, boxes(focus))
        if self.view is self.text:
            self.text.select(navigation.clause, spans, place.spans, focus)

    def _spot(self, analysis: Analysis) -> Spot:
        """The place of the part that was left out, or of a finding's hidden text."""
        navigation, source = self._document.navigation, analysis.reading.source
        key = navigation.aside
        if key is None:
            return finding_spot(navigation.finding, source)
        if key.startswith(PAGE):
            return whole_page(int(key.removeprefix(PAGE)), source)
        found = next((aside for aside in asides(analysis) if aside.key == key), None)
        return spot(found.part, source) if found else Spot()

    def _tell_page(self) -> None:
        """The page that is read, also in the text."""
        count, words = len(self.pdf.sizes), self._marks.words if self._marks else None
        if self.view is self.text and words is not None and count:
            place = self.text.place()
            self._document.page_seen.emit(words.page_of(place) if place is not None else 1, count)
        elif self.view is self.pdf and count:
            self._document.page_seen.emit(self.pdf.page, count)

    def go_to_page(self, page: int) -> None:
        """To the upper edge of a page, or to its first text."""
        if self.view is self.text and self._marks is not None:
            self.text.go_to_place(self._marks.words.page(page).span[0])
        else:
            self.pdf.go_to_page(page)

    def _focus_view(self) -> None:
        if self.view is not None:
            self.view.setFocus()

    def _mark_hits(self) -> None:
        search = self._document.search
        for view in (self.pdf, self.text):
            view.show_hits(search.marked, search.current)

    def _go_to_hit(self) -> None:
        self._mark_hits()
        hit = self._document.search.hit
        if self.view is not None and hit is not None:
            self.view.reveal((hit,))

    # --- commands

    def commands(self) -> Mapping[str, Command]:
        """What it does, by name of the action."""
        return {
            **{name: partial(self._do, name) for name in _OF_VIEW},
            **self.search_bar.commands(),
            "text_view": self.toggle_text,
            "legend": lambda: self.legend.ask(wanted=not self.legend.asked),
            "go_page": self._ask_for_page,
        }

    def impossible(self) -> frozenset[str]:
        """Commands that cannot be given now."""
        pages = bool(self.pdf.sizes)
        read = self._document.analysis is not None
        able = {
            "text_view": pages and read,
            "go_page": pages,
            "copy": self.view is not None and self._something_selected(),
        }
        return frozenset(name for name, possible in able.items() if not possible)

    def checked(self) -> frozenset[str]:
        """Commands that are switches and are on."""
        on = {"text_view": self.view is self.text, "legend": self.legend.asked}
        return frozenset(name for name, is_on in on.items() if is_on)

    def _tell_selection(self) -> None:
        """Not at every letter that a drag takes in."""
        if self._copyable != self._something_selected():
            self._copyable = not self._copyable
            self._document.possible_changed.emit()

    def _something_selected(self) -> bool:
        return self.view.textCursor().hasSelection() if isinstance(self.view, TextView) else self.pdf.has_selection()

    def _do(self, name: str) -> None:
        if self.view is not None:
            getattr(self.view, name)()

    def _ask_for_page(self) -> None:
        self.page_box.open_at(self._views, self.pdf.page, len(self.pdf.sizes))

    def _retranslate(self) -> None:
        self.waiting.setText(self.tr("Das Dokument wird gelesen …"))
        self.pdf.setAccessibleName(self.tr("Seiten des Dokuments"))
        self.text.setAccessibleName(self.tr("Text des Dokuments"))
