"""PDF to canonical text with the way back to the page.

Strategy, one module a step: `pages` (through `pdfium`: `textpage` and `faces` give the words, `drawings` and `rulings` what
is drawn, `visibility` what nobody sees, `annotations` fields and notes; through `plumber` and `misread` where fonts hide
their characters) → `scans` (text recognition for pages without text) → `words` → `furniture` (running headers, footers,
page numbers, by repetition and position) → `columns` (reading order from the white space of each region) → `lines` (with
`tables`, `marks`, `footnotes`) → `paragraphs` (the look segmentation decides on) → `canonical` (one text, line-end hyphens
undone). `reader` knows the order of the steps, `garbled` says which pages cannot be used, `turned` leads the boxes of pages
printed across back. Coordinates are points of the page as displayed, origin top left, from the first step on.
"""

from __future__ import annotations

from app.importing.pdf.reader import read_pdf

__all__ = ["read_pdf"]
