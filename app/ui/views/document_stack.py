"""The document itself: a waiting line, the pages of a PDF, or the text; what is marked and brought into sight in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from app.models.analysis import Analysis
from app.ui.asides import Spot, asides, finding_spot, spot, whole_page
from app.ui.models.notchecked import PAGE
from app.ui.opened import OpenDocument
from app.ui.overlays import Overlay, overlays_by_page
from app.ui.pagenotes import PageNotes, TextNote, page_notes, text_notes
from app.ui.panels.panel import Command, Material
from app.ui.passages import passage_spans
from app.ui.views.pdf_view import PdfView
from app.ui.views.text_view import TextView


@dataclass(frozen=True)
class Marks:
    """What is drawn over pages, or beside text where there are none."""

    overlays: Mapping[int, tuple[Overlay, ...]]
    page_notes: Mapping[int, PageNotes]
    text_notes: tuple[TextNote, ...]


class DocumentStack(QStackedWidget):
    """`without_pages`: of a reopened case whose file is gone only the text is left."""

    def __init__(self, document: OpenDocument, *, without_pages: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._without_pages = document, without_pages
        self.waiting = QLabel()
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.waiting.setWordWrap(True)
        self.pdf = PdfView(document.context.theme, document.images)
        self.text = TextView(document.context.theme)
        for widget in (self.waiting, self.pdf, self.text):
            self.addWidget(widget)
        document.context.language.changed.connect(self._retranslate)
        self._retranslate()

    @property
    def view(self) -> PdfView | TextView | None:
        """The view that shows the document, None before there is one."""
        shown = self.currentWidget()
        return shown if isinstance(shown, PdfView | TextView) else None

    def paged(self, analysis: Analysis) -> bool:
        """Whether pages can be shown."""
        return bool(analysis.reading.source.pages) and not self._without_pages

    def show_pages(self, sizes: tuple[tuple[float, float], ...]) -> bool:
        """Pages are known before anything is read; whether they are shown."""
        if not sizes or self._without_pages:
            return False
        self.pdf.show_pages(sizes)
        self.setCurrentWidget(self.pdf)
        return True

    # --- made from the material

    def prepare(self, material: Material) -> Marks:
        """In a thread."""
        analysis, lang = material.analysis, material.lang
        if self.paged(analysis):
            return Marks(overlays_by_page(analysis), page_notes(analysis, lang), ())
        return Marks({}, {}, text_notes(analysis, lang))

    def show_prepared(self, marks: Marks, material: Material) -> None:
        """In the main thread."""
        analysis = material.analysis
        if self.paged(analysis):
            self.pdf.show_overlays(dict(marks.overlays), analysis.reading.source.pages)
            self.pdf.show_notes(marks.page_notes)
            self.setCurrentWidget(self.pdf)
        else:
            self.text.show_analysis(analysis)
            self.text.show_notes(marks.text_notes)
            self.setCurrentWidget(self.text)
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
        else:
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

    # --- commands

    def commands(self) -> Mapping[str, Command]:
        """What it does, by name of the action."""
        return {name: partial(self._do, name) for name in ("zoom_in", "zoom_out", "fit")}

    def impossible(self) -> frozenset[str]:
        """Commands that cannot be given now."""
        return frozenset()

    def _do(self, name: str) -> None:
        if self.view is not None:
            getattr(self.view, name)()

    def _retranslate(self) -> None:
        self.waiting.setText(self.tr("Das Dokument wird gelesen …"))
        self.pdf.setAccessibleName(self.tr("Seiten des Dokuments"))
        self.text.setAccessibleName(self.tr("Text des Dokuments"))
