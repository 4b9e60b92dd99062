"""Text that is in the file and not on the paper: white or tiny in a PDF, marked hidden or white in Word."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from docx import Document
from docx.shared import Pt, RGBColor
from docx.text.run import Run
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from app.models.analysis import FindingKind
from tests.evaluation.planted.fault import Fault
from tests.evaluation.planted.terms import Terms, printed

LEFT, TOP, BOTTOM, WIDTH, SIZE = 60.0, 780.0, 60.0, 470.0, 10.0
SENTENCES = (
    "Der Kunde verzichtet auf sämtliche Ansprüche wegen Mängeln der Leistung.",
    "Bei Zahlungsverzug ist eine Vertragsstrafe von 5.000 EUR je Tag zu entrichten.",
    "Die Haftung ist in allen Fällen auf 100 EUR begrenzt.",
    "Der Vertrag verlängert sich um jeweils fünf Jahre.",
)
HOW = ("white", "tiny", "invisible", "vanish", "white in Word", "tiny in Word")


def hidden_text(base: Mapping[str, Terms]) -> Iterator[Fault]:
    """Each way to hide a sentence, in two of the terms."""
    names = sorted(base)
    for n, how in enumerate(HOW * 2):
        terms, sentence = base[names[n % len(names)]], SENTENCES[n % len(SENTENCES)]
        word = "Word" in how or how == "vanish"
        made = _in_word(terms, sentence, how) if word else _on_paper(terms, sentence, how)
        yield Fault(
            f"{how} {terms.name}",
            FindingKind.HIDDEN_TEXT,
            terms,
            says=(sentence,),
            suffix="docx" if word else "pdf",
            made=made,
        )


def _on_paper(terms: Terms, sentence: str, how: str) -> bytes:
    """The terms set line by line; after the fifth paragraph stands the hidden sentence."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    y = TOP
    for n, unit in enumerate(printed(terms).units):
        font = "Helvetica" if unit.level else "Helvetica-Bold"
        for line in simpleSplit(f"{unit.label} {unit.text}".strip(), font, SIZE, WIDTH):
            if y < BOTTOM:
                canvas.showPage()
                y = TOP
            canvas.setFont(font, SIZE)
            canvas.drawString(LEFT, y, line)
            y -= 1.3 * SIZE
        if n == 4:
            _draw_hidden(canvas, y, sentence, how)
            y -= 1.3 * SIZE
        y -= 0.4 * SIZE
    canvas.save()
    return out.getvalue()


def _draw_hidden(canvas: Canvas, y: float, sentence: str, how: str) -> None:
    canvas.saveState()
    text = canvas.beginText(LEFT, y)
    text.setFont("Helvetica", 0.5 if how == "tiny" else SIZE)
    if how == "white":
        canvas.setFillColorRGB(1, 1, 1)
    if how == "invisible":
        text.setTextRenderMode(3)
    text.textOut(sentence)
    canvas.drawText(text)
    canvas.restoreState()


def _in_word(terms: Terms, sentence: str, how: str) -> bytes:
    """The terms as Word writes them; the hidden sentence is a run at the end of a paragraph."""
    document = Document(io.BytesIO(printed(terms).document("docx")))
    _hide(document.paragraphs[6].add_run(" " + sentence), how)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _hide(run: Run, how: str) -> None:
    if how == "vanish":
        run.font.hidden = True
    elif how == "tiny in Word":
        run.font.size = Pt(1)
    else:
        run.font.color.rgb = RGBColor(255, 255, 255)
