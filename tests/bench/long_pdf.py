"""A long contract as PDF: the clauses of our samples, each with numbers of its own, as dense as small print."""

from __future__ import annotations

import textwrap
from io import BytesIO

_LINES, _WIDTH = 56, 98  # of a page; characters of a line
_CLAUSES_A_PAGE = 14  # more than fit


def long_pdf(pages: int) -> bytes:
    """Exactly so many pages."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    from tests.bench.test_speed import many_clauses

    text = many_clauses(pages * _CLAUSES_A_PAGE, alike=False).text
    lines = [line for paragraph in text.split("\n") for line in textwrap.wrap(paragraph, _WIDTH) or [""]]
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    for page in range(pages):
        canvas.setFont("Helvetica", 9)
        for number, line in enumerate(lines[page * _LINES : (page + 1) * _LINES]):
            canvas.drawString(60, 790 - 13 * number, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
