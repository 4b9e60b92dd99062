"""Writes a paper as PDF: A4, fonts embedded, searchable, with outline, links, contents and page numbers.

Strategy: `pdf.layout` puts everything on pages, `pdf.drawing` draws them; see there. The same paper gives the same bytes.
"""

from __future__ import annotations

from app.reporting.paper import Paper


def to_pdf(paper: Paper) -> bytes:
    """The file."""
    from app.reporting.pdf.drawing import drawn  # imports reportlab
    from app.reporting.pdf.layout import laid_out

    return drawn(laid_out(paper))
