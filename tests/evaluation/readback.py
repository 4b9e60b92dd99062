"""The read-back check: what PDFium reads in a clause's boxes is the clause.

A character belongs to a box if its middle lies in it; boxes are lines, so within one the characters follow from left
to right. Compared by letters. Boxes that are too narrow lose letters, boxes that are too wide or stand on the wrong
line gain some; both lower the similarity.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from rapidfuzz.distance import Indel

from app.models.reading import Clause, Reading
from app.models.source import Box, Page, RunKind
from tests.evaluation.folding import REPAIRED, letters
from tests.evaluation.ours import unread_pages, variants

GOOD = 0.98


@dataclass(frozen=True)
class Glyph:
    """A character with its middle and left edge, in points of the page as displayed."""

    text: str
    x: float
    y: float
    left: float


@dataclass(frozen=True)
class ReadBack:
    """Similarity of every clause that has boxes, by id."""

    similar: tuple[tuple[str, float], ...]

    @property
    def mean(self) -> float:
        """Average similarity of the clauses."""
        return sum(value for _, value in self.similar) / len(self.similar) if self.similar else 1.0

    @property
    def below(self) -> tuple[tuple[str, float], ...]:
        """The clauses that are not read back well enough."""
        return tuple(item for item in self.similar if item[1] < GOOD)


def read_back(reading: Reading, path: Path) -> ReadBack:
    """Read every clause's boxes on the pages that have text."""
    unread = unread_pages(reading)
    glyphs = {page.number: found for page, found in _pages(reading, path) if page.number not in unread}
    boxed = [c for c in reading.clauses if c.boxes and not {box.page for box in c.boxes} & unread]
    return ReadBack(tuple((clause.id, _similarity(reading, clause, glyphs)) for clause in boxed))


def text_in(boxes: Sequence[Box], glyphs: Mapping[int, Sequence[Glyph]], apart: Sequence[Box] = ()) -> str:
    """The characters in the boxes and not `apart`, one box after another; glyphs come sorted from top to bottom."""
    found = []
    for box in boxes:
        page = glyphs[box.page]
        first, last = bisect_left(page, box.top, key=_height), bisect_right(page, box.bottom, key=_height)
        inside = (g for g in page[first:last] if _inside(g, box))
        found += sorted((g for g in inside if not _in_any(g, box.page, apart)), key=lambda g: g.left)
    return "".join(glyph.text for glyph in found)


def _height(glyph: Glyph) -> float:
    return glyph.y


def _inside(glyph: Glyph, box: Box) -> bool:
    return box.x0 <= glyph.x <= box.x1 and box.top <= glyph.y <= box.bottom


def _similarity(reading: Reading, clause: Clause, glyphs: Mapping[int, Sequence[Glyph]]) -> float:
    """The best of the ways in which the clause may be printed."""
    best = 0.0
    for text in variants(reading, clause.spans):
        back = letters(text_in(clause.boxes, glyphs, _repaired(reading, clause) if REPAIRED in text else ()))
        best = max(best, Indel.normalized_similarity(back, letters(text).replace(REPAIRED, "")))
        if best == 1:
            break
    return best


def _repaired(reading: Reading, clause: Clause) -> list[Box]:
    runs = [run for span in clause.spans for run in reading.source.runs_in(*span)]
    return [run.box for run in runs if run.box is not None and run.kind is RunKind.REPAIRED]


def _in_any(glyph: Glyph, page: int, boxes: Sequence[Box]) -> bool:
    return any(box.page == page and _inside(glyph, box) for box in boxes)


# --- PDFium -----------------------------------------------------------------------------------------------------------------


def _pages(reading: Reading, path: Path) -> Iterator[tuple[Page, list[Glyph]]]:
    document = pdfium.PdfDocument(path)
    try:
        for page in reading.source.pages:
            yield page, sorted(_glyphs(document, page), key=_height)
    finally:
        document.close()


def _glyphs(document: Any, page: Page) -> Iterator[Glyph]:
    opened = document[page.number - 1]
    text = opened.get_textpage()
    try:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        for index in range(text.count_chars()):
            code = raw.FPDFText_GetUnicode(text, index)
            if code and not chr(code).isspace() and not raw.FPDFText_IsGenerated(text, index):
                raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
                corners = [_displayed(page, x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
                yield _glyph(chr(code), corners)
    finally:
        text.close()
        opened.close()


def _glyph(text: str, corners: Sequence[tuple[float, float]]) -> Glyph:
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    return Glyph(text, (left + right) / 2, (top + bottom) / 2, left)


def _displayed(page: Page, x: float, y: float) -> tuple[float, float]:
    """User space to the page as displayed: the inverse of the page's matrix."""
    a, b, c, d, e, f = page.to_user_space
    determinant = a * d - b * c
    x, y = x - e, y - f
    return (d * x - c * y) / determinant, (a * y - b * x) / determinant
