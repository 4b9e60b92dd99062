"""PDF to canonical text with the way back to the page.

Strategy, one module a step: `extract` (pdfplumber: characters with position, size and font; rulings; `fonts` adds the
weight) → `misread` (unnamed ligatures) → `words` → `furniture` (running headers, footers, page numbers, by repetition
and position) → `columns` (reading order from the white space of each region) → `lines` (with `tables`) → `paragraphs`
(the look segmentation decides on) → `canonical` (one text, line-end hyphens undone). `reader` knows the order of the
steps, `garbled` says which pages cannot be used. Coordinates are points of the page as displayed,
origin top left, from the first step on.
"""

from __future__ import annotations

from app.importing.pdf.reader import read_pdf

__all__ = ["read_pdf"]
