"""Size and weight of the type, measured on the picture: headings are told by them.

Strategy: a line's size follows from the height of its capitals and digits, which is about 0.7 of the type's size in all
text faces. Pixels jitter, so lines within a twelfth of the page's most frequent size have that size. Strokes of bold type
are half as wide again; a stroke's width is the mean length of the runs of ink in a word's rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np

from app.importing.ocr.cleaning import INK
from app.importing.ocr.engine import OcrWord

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

_CAPITALS = frozenset("ABCDEFGHIKLMNOPRSTUVWXYZ0123456789bdfhkl")  # as high as a capital, standing on the line
_FLAT = frozenset("acemnorsuvwxz")  # small letters without anything above or below
_CAPITAL_HEIGHT = 0.70  # of the size of the type
_SMALL_HEIGHT = 0.51
_WORD_HEIGHT = 0.92  # from the top of a capital to the foot of a g
_SAME_SIZE = 1 / 12  # lines that differ less from the page's most frequent size have it
_STEP = 0.5  # points
_BOLD = 1.3  # times the page's usual stroke
_FEW_LETTERS = 3  # in so short a word a stroke's width says nothing; it goes with its neighbours


@dataclass(frozen=True, slots=True)
class Type:
    """A word's size in points and whether it is bold."""

    size: float
    bold: bool


def types_of(words: Sequence[OcrWord], image: Image, dpi: float) -> list[Type]:
    """Size and weight of each word; `words` stand line by line."""
    lines = [list(group) for _, group in groupby(words, key=lambda w: w.line)]
    sizes = _settled([(size_of(line) * 72 / dpi, sum(len(w.text) for w in line)) for line in lines])
    heights = [size for line, size in zip(lines, sizes, strict=True) for _ in line]
    strokes = _strokes(words, heights, np.asarray(image.convert("L")))
    usual = _usual(words, strokes)
    types: list[Type] = []
    for line, size in zip(lines, sizes, strict=True):
        widths = strokes[len(types) : len(types) + len(line)]
        types.extend(Type(size, bold) for bold in _bold(line, widths, usual))
    return types


def size_of(line: Sequence[OcrWord]) -> float:
    """Size of the line's type in pixels."""
    symbols = [s for w in line for s in w.symbols]
    for letters, share in ((_CAPITALS, _CAPITAL_HEIGHT), (_FLAT, _SMALL_HEIGHT)):
        heights = [s.bottom - s.top for s in symbols if s.text in letters]
        if heights:
            return median(heights) / share
    risen = [w.baseline - w.top for w in line if any(c in _CAPITALS for c in w.text)]
    if risen:
        return median(risen) / _CAPITAL_HEIGHT
    return median(w.bottom - w.top for w in line) / _WORD_HEIGHT


def _settled(sizes: Sequence[tuple[float, int]]) -> list[float]:
    """The sizes in steps; those near the one that most characters have are it."""
    counts: dict[float, int] = {}
    for size, characters in sizes:
        counts[_stepped(size)] = counts.get(_stepped(size), 0) + characters
    body = max(counts, key=lambda s: (counts[s], -s), default=0.0)
    return [body if abs(size - body) <= body * _SAME_SIZE else _stepped(size) for size, _ in sizes]


def _stepped(size: float) -> float:
    return max(_STEP, round(size / _STEP) * _STEP)


def _strokes(words: Sequence[OcrWord], sizes: Sequence[float], grey: NDArray[Any]) -> list[float]:
    """Mean length of the runs of ink in the rows of each word, relative to the size of its type."""
    ink = [grey[int(w.top) : int(w.bottom), int(w.x0) : int(w.x1)] < INK for w in words]
    return [_stroke(each) / size for each, size in zip(ink, sizes, strict=True)]


def _stroke(ink: NDArray[np.bool_]) -> float:
    if not ink.size:
        return 0.0
    runs = ink[:, 0].sum() + (ink[:, 1:] & ~ink[:, :-1]).sum()
    return float(ink.sum() / runs) if runs else 0.0


def _usual(words: Sequence[OcrWord], strokes: Sequence[float]) -> float:
    return median([s for w, s in zip(words, strokes, strict=True) if _telling(w)] or [0.0])


def _telling(word: OcrWord) -> bool:
    return sum(c.isalpha() for c in word.text) > _FEW_LETTERS


def _bold(line: Sequence[OcrWord], strokes: Sequence[float], usual: float) -> list[bool]:
    """Weight of a line's words; short ones go with the next telling word, else with the one before."""
    known = [s > usual * _BOLD if _telling(w) else None for w, s in zip(line, strokes, strict=True)]
    result: list[bool] = []
    for i, bold in enumerate(known):
        after = next((k for k in known[i:] if k is not None), None)
        before = result[-1] if result else False
        result.append(bold if bold is not None else before if after is None else after)
    return result
