"""Samples as PDF through reportlab: one or two columns, running header, footer and page numbers.

Type 1 fonts of the reader (Helvetica) and `invariant` keep the file small and the same on every run. Long words are
hyphenated, roughly but as readers know it, so that the importer has line-end hyphens to undo.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageTemplate, Paragraph

from scripts.samples.source import Sample, Unit

MARGIN = 22 * mm
GUTTER = 8 * mm
_BREAK = re.compile(r"(?<=\w\w[aeiouäöülmn])(?=[bdfgklmnprstvwz][aeiouäöü]\w)")


def write_pdf(sample: Sample, path: Path) -> None:
    """The sample as a PDF file."""
    columns = 2 if sample.keys["layout"] == "two-column" else 1
    size = 8.0 if columns == 2 else 10.0
    document = BaseDocTemplate(str(path), pagesize=A4, title=sample.keys["title"], author="Klausellupe", invariant=1)
    document.addPageTemplates(_templates(sample, columns))
    story = [NextPageTemplate("next"), _title(sample, size)]
    document.build([*story, *(p for unit in sample.units for p in _paragraphs(unit, size))], canvasmaker=_Pages)


def _templates(sample: Sample, columns: int) -> list[PageTemplate]:
    def furniture(canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 7.5)
        canvas.drawString(MARGIN, 12 * mm, sample.keys["footer"])

    width, height = A4
    inner = width - 2 * MARGIN
    title_height = 26 * mm
    column = (inner - (columns - 1) * GUTTER) / columns

    def frames(top: float) -> list[Frame]:
        return [
            Frame(MARGIN + n * (column + GUTTER), 20 * mm, column, top - 20 * mm, 0, 0, 0, 0, id=f"column{n}")
            for n in range(columns)
        ]

    title = Frame(MARGIN, height - MARGIN - title_height, inner, title_height, 0, 0, 0, 0, id="title")
    first = PageTemplate("first", [title, *frames(height - MARGIN - title_height)], onPage=furniture)
    return [first, PageTemplate("next", frames(height - MARGIN), onPage=furniture)]


def _title(sample: Sample, size: float) -> Paragraph:
    style = ParagraphStyle(
        "title", fontName="Helvetica-Bold", fontSize=size * 1.5, leading=size * 1.9, alignment=TA_CENTER
    )
    style.spaceAfter = 20 * mm  # fills the title's frame, so that the text begins in the first column
    return Paragraph(escape(sample.keys["title"]), style)


def _paragraphs(unit: Unit, size: float) -> list[Paragraph]:
    if unit.level < 1:
        head = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=size + 1, leading=size * 1.4, keepWithNext=1)
        head.spaceBefore, head.spaceAfter = size, size * 0.3
        return [Paragraph(escape(f"{unit.label} {unit.text}".strip()), head)]
    indent = size * 2.4 if unit.label else 0
    body = ParagraphStyle("body", fontName="Helvetica", fontSize=size, leading=size * 1.3, alignment=TA_JUSTIFY)
    body.leftIndent, body.bulletIndent, body.spaceAfter = indent, 0, size * 0.4
    body.bulletFontName, body.bulletFontSize, body.hyphenationLang = "Helvetica", size, _breaks
    item = ParagraphStyle("item", parent=body, leftIndent=indent + size * 1.6)
    bullet = unit.label or None
    paragraphs = [Paragraph(escape(unit.text), body, bulletText=bullet)]
    return paragraphs + [Paragraph(escape(text), item) for text in unit.items]


def _breaks(word: str) -> Iterator[tuple[str, str]]:
    """Where a word may break, last place first: before a consonant that a vowel follows (good enough for samples)."""
    for match in reversed(list(_BREAK.finditer(word))):
        yield word[: match.start()], word[match.start() :]


class _Pages(Canvas):
    """Writes `Seite n von m`, which needs the number of pages."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._states: list[dict[str, object]] = []

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        self._states.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, state in enumerate(self._states, start=1):
            self.__dict__.update(state)
            self.setFont("Helvetica", 7.5)
            self.drawRightString(A4[0] - MARGIN, 12 * mm, f"Seite {number} von {len(self._states)}")
            super().showPage()
        super().save()
