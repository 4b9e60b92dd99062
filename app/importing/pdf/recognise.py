"""A page without usable text, read from its picture.

Strategy: PDFium renders the page as displayed, the picture is cleaned and levelled, and the engine reads it. A sheet that
lay across or upside down in the scanner is turned first: the lines say whether it lies across, the engine's confidence
which end is up. Words come out in points of the levelled sheet, because columns and lines are found on a level one;
`to_page` leads from there to where they are printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin, sqrt
from typing import Any

from app.importing.ocr.again import read_again
from app.importing.ocr.cleaning import Straight, inked, straightened, upside_down
from app.importing.ocr.dirt import without_dirt
from app.importing.ocr.engine import Engine, OcrWord
from app.importing.ocr.sections import repaired
from app.importing.ocr.typeface import types_of
from app.importing.pdf.frame import Matrix, multiply
from app.importing.pdf.geometry import Word
from app.importing.repair import clean

DPI = 300
UNCERTAIN = 0.6  # a word of which the engine is less sure deserves a look
_MAX_PIXELS = 36_000_000  # an A3 page at 300 dpi has 17 million; larger ones are rendered more coarsely
_SURE = 0.75  # mean confidence of a page that stands upright; upside down it is below 0.5


@dataclass(frozen=True, slots=True)
class Recognised:
    """What text recognition read on a page, in points of the sheet turned upright and levelled.

    `width`, `height`: of that sheet. `turn`: degrees clockwise by which the page as displayed was turned; `to_page`: from
    the words' places to those on the page as displayed. `confidence`: mean over the characters, 0..1. `unread`: signs that
    the engine did not read.
    """

    words: tuple[Word, ...]
    width: float
    height: float
    turn: int
    to_page: Matrix
    confidence: float
    unread: int = 0


def recognise_page(page: Any, engine: Engine) -> Recognised:  # noqa: ANN401 - PDFium has no types
    """Read a pypdfium2 page; raises RecognitionTimeout."""
    width, height = page.get_size()
    dpi = min(DPI, 72 * sqrt(_MAX_PIXELS / max(1.0, width * height)))
    sheet = straightened(page.render(scale=dpi / 72, grayscale=True).to_pil())
    words, sheet = _read(sheet, engine, round(dpi)) if inked(sheet) else ((), sheet)
    again = read_again(words, sheet.image, engine, round(dpi))
    words = again.words if engine.sections else repaired(again.words, sheet.image)
    scale = 72 / dpi
    size = (sheet.image.width * scale, sheet.image.height * scale)
    return Recognised(
        _in_points(words, sheet, dpi),
        *size,
        sheet.turn,
        _to_page(sheet, *size),
        round(_confidence(words), 3),
        again.unread,
    )


def _read(sheet: Straight, engine: Engine, dpi: int) -> tuple[tuple[OcrWord, ...], Straight]:
    """The words and the sheet the way up on which the engine was surer."""
    words = engine.read(sheet.image, dpi)
    if _confidence(words) < _SURE:
        other = upside_down(sheet)
        turned = engine.read(other.image, dpi)
        if _legible(turned) > _legible(words):
            words, sheet = turned, other
    return tuple(without_dirt(words)), sheet


def _confidence(words: Sequence[OcrWord]) -> float:
    """Mean over the characters; 0 without any."""
    characters = sum(len(w.text) for w in words)
    return sum(w.confidence * len(w.text) for w in words) / characters if characters else 0.0


def _legible(words: Sequence[OcrWord]) -> float:
    """Letters and digits that were read, each as much as the engine is sure of it (twice: doubt must not add up)."""
    return sum(w.confidence**2 * sum(c.isalnum() for c in w.text) for w in words)


def _in_points(words: Sequence[OcrWord], sheet: Straight, dpi: float) -> tuple[Word, ...]:
    scale = 72 / dpi
    read = zip(words, types_of(words, sheet.image, dpi), strict=True)
    return tuple(
        Word(
            clean(w.text),
            w.x0 * scale,
            w.top * scale,
            w.x1 * scale,
            w.bottom * scale,
            w.baseline * scale,
            kind.size,
            bold=kind.bold,
            repaired=w.changed,
            confidence=w.confidence,
        )
        for w, kind in read
        if clean(w.text)
    )


def _to_page(sheet: Straight, width: float, height: float) -> Matrix:
    """From the levelled sheet back to the page as displayed."""
    angle = radians(sheet.angle)
    level: Matrix = (1, 0, 0, 1, -width / 2, -height / 2)
    fallen: Matrix = (cos(angle), sin(angle), -sin(angle), cos(angle), width / 2, height / 2)
    turned: dict[int, Matrix] = {
        0: (1, 0, 0, 1, 0, 0),
        90: (0, -1, 1, 0, 0, width),
        180: (-1, 0, 0, -1, width, height),
        270: (0, 1, -1, 0, height, 0),
    }
    return multiply(multiply(level, fallen), turned[sheet.turn])
