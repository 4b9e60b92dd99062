"""The section sign, which Tesseract's German model does not contain: it writes 8, $ or another look-alike instead.

Strategy: two witnesses. The glyph's own pixels: unlike a digit the sign hangs below the line and is higher, and unlike an
8 it is not the same in a mirror. And its place: a section's number follows, and the name of a law or a clause's heading.
A sign that looks like one needs a number behind it; one whose looks say nothing needs the law as well; one that looks
like a digit stays a digit whatever stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from app.importing.ocr.engine import OcrWord, Symbol

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

SIGN: Final = "§"
READ_AS = "8$&5369SBs>"  # what the sign was read as, most frequent first
_LETTER_FOR = {"A": "4", "I": "1", "l": "1", "S": "5", "B": "8", "Z": "2", "O": "0"}
_AHEAD = 6  # words that are looked at behind a sign
_NO_DIGIT = "$&"  # the engine itself says that it is not an 8
_HEIGHT_OF = frozenset("0123456789ABDEFGHKLMNPRTUVWXYZ")  # characters as high as a digit, standing on the line
_SLACK = 5  # pixels above and below the engine's box
NARROWEST = 0.42  # of its height: no digit is narrower
_TWO = 0.65  # of its height: two signs are wider, one is narrower
_MIN_HEIGHT = 12  # pixels of a digit: below, one pixel more or less means nothing
_NEIGHBOURS = 12  # characters either side from which the line's height and foot are taken

_INK = 170  # darker is ink: the sign's thin ends are greyer than a stem

# Measured on three types at 8 to 10 points and 300 dpi, clean and noisy (98 % of the glyphs, in heights of a digit).
# `excess`: how far the foot hangs below the line plus how much higher it is than a digit; digits have at most 0.13.
# `mirror`: share of the ink that meets ink in the mirror; an 8 has 0.82 to 1.00.
_SIGN = ((0.14, 0.82), (0.18, 0.88))  # least excess and most mirror: regular type, and bold, which fills the loops
_EXCESS_DIGIT = 0.06
_MIRROR_DIGIT = 0.86
_WIDTH = (0.36, 0.85)  # of sign and digits; else the engine's box is not that of one glyph

_BEFORE = "([{„\"'‚»›,;:.–—/-"  # what may stand glued before the sign
_NUMBER = re.compile(r"\d{1,4}[a-z]?(?!\d)")
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+,\d\d")
_DOLLAR = re.compile(r"(?:US|USD|A|C|CAD|AUD)-?$")
_LAW = re.compile(
    r"\d{1,4}[a-z]?(?:(?:, ?| )(?:[8$&§]{0,2} ?\d{1,4}[a-z]?|und|oder|bis|f\.|ff\.|i\.V\.m\.|Abs\.|Absatz|Satz|S\.|Nr\.|Nummer|Fall|Alt\.|Var\.|Buchst\.|lit\."
    r"|der|des|[IVX]+))*,? ?(?:Abs\b|Absatz|Satz\b|ff\b|[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,9}(?:GB|BG|PO|SG|[a-zäöü]G|[A-Z]O|VO)\b|BGB|HGB|ZPO)"
)


class Look(Enum):
    """What a glyph's pixels say."""

    SIGN = "sign"
    DIGIT = "digit"
    UNCLEAR = "unclear"


def repaired(words: Sequence[OcrWord], image: Image) -> tuple[OcrWord, ...]:
    """The words with the section signs that are printed; a sign glued to its neighbours becomes a word of its own."""
    grey = np.asarray(image.convert("L"))
    result: list[OcrWord] = []
    at = 0
    for _, group in groupby(words, key=lambda w: w.line):
        line = list(group)
        result.extend(_line(line, words[at + len(line) : at + len(line) + _AHEAD], grey))
        at += len(line)
    return tuple(_numbered(result))


def _line(words: list[OcrWord], next_line: Sequence[OcrWord], grey: NDArray[Any]) -> Iterator[OcrWord]:
    symbols = [s for w in words for s in w.symbols]
    if len(symbols) != sum(len(w.text) for w in words):  # the engine gave no places of characters, or several in one
        yield from words
        return
    following = [w.text for w in (*words, *next_line)]
    at = 0
    for i, word in enumerate(words):
        after = " ".join(following[i + 1 : i + 1 + _AHEAD])
        yield from _word(word, words[i - 1] if i else None, after, symbols, at, grey)
        at += len(word.symbols)


def _numbered(words: Sequence[OcrWord]) -> Iterator[OcrWord]:
    """A single letter cannot follow a section sign: it is the digit that looks like it."""
    for i, word in enumerate(words):
        digit = _LETTER_FOR.get(word.text) if i and words[i - 1].text.endswith(SIGN) else None
        yield word if digit is None else replace(word, text=digit, changed=True)


def _word(
    word: OcrWord, before: OcrWord | None, after: str, line: Sequence[Symbol], at: int, grey: NDArray[Any]
) -> Iterator[OcrWord]:
    """The word, cut round the sign if one is in it."""
    for start, end in _candidates(word.text):
        rest = word.text[end:]
        following = f"{rest} {after}".strip() if rest else after
        prefix = word.text[:start] or (before.text if before else "")
        if _DOLLAR.search(prefix) and "$" in word.text[start:end]:
            continue
        placed = _placed(word, before.x1 if before else 0, grey)
        near = [*line[max(0, at + start - _NEIGHBOURS) : at + start], *line[at + end : at + end + _NEIGHBOURS]]
        looks = [look(s, near, grey) for s in placed.symbols[start:end]]
        if _is_sign(word.text[start:end], looks, following, glued=bool(rest)):
            yield from _cut(placed, start, end)
            return
    yield word


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """Spans of one or two look-alikes that may be signs: at the start or after a mark, a digit or nothing behind."""
    for match in re.finditer(rf"[{re.escape(READ_AS)}]{{1,2}}", text):
        start = match.start()
        if start and text[start - 1] not in _BEFORE:
            continue
        for end in (match.end(), start + 1):
            if end <= match.end() and (end == len(text) or text[end].isdigit()):
                yield start, end


def _is_sign(read: str, looks: Sequence[Look], following: str, *, glued: bool) -> bool:
    """Whether the glyphs are signs, from what they look like and what stands behind them."""
    if Look.DIGIT in looks:
        return False
    number = bool(_NUMBER.match(following)) and not _AMOUNT.match(following)
    if glued:
        return number and all(each is Look.SIGN for each in looks)
    if Look.SIGN in looks:
        return number or following.split(" ", maxsplit=1)[0] in _LETTER_FOR
    return bool(_LAW.match(following)) or (number and read[0] in _NO_DIGIT)


def _cut(word: OcrWord, start: int, end: int) -> Iterator[OcrWord]:
    """What stands glued before the sign and has letters or digits is a word; opening brackets stay with the sign."""
    head = start
    while head and word.text[head - 1] in "([{„\"'‚»›":
        head -= 1
    if head:
        yield _part(word, 0, head, word.text[:head], changed=word.changed)
    yield _sign(word, head, start, end)
    if end < len(word.text):
        yield _part(word, end, len(word.text), word.text[end:], changed=word.changed)


def _sign(word: OcrWord, head: int, start: int, end: int) -> OcrWord:
    """Brackets and sign. One sign that was read as two look-alikes has the room of one."""
    symbols = word.symbols[start:end]
    room = symbols[-1].x1 - symbols[0].x0
    part = _part(word, head, end, word.text[head:start] + SIGN * (end - start), changed=True)
    if end - start > 1 and room < _TWO * (part.bottom - part.top):
        return replace(part, text=part.text[:-1], symbols=part.symbols[:-1])
    return part


def _part(word: OcrWord, start: int, end: int, text: str, *, changed: bool) -> OcrWord:
    symbols = tuple(replace(s, text=c) for s, c in zip(word.symbols[start:end], text, strict=True))
    return replace(
        word,
        text=text,
        x0=min(s.x0 for s in symbols),
        top=min(s.top for s in symbols),
        x1=max(s.x1 for s in symbols),
        bottom=max(s.bottom for s in symbols),
        symbols=symbols,
        changed=changed,
    )


def _placed(word: OcrWord, left: float, grey: NDArray[Any]) -> OcrWord:
    """The word with its first two symbols where the ink is: the engine's boxes are sometimes their neighbours'.

    A word too narrow for its characters has more ink on its left, as far as the word before (which ends at `left`).
    """
    height = word.bottom - word.top
    narrow = word.x1 - word.x0 < NARROWEST * height * len(word.text)
    left = int(max(left, word.x0 - 2 * height) if narrow else word.x0)
    area = grey[int(word.top) : int(word.bottom), left : int(word.x1)] < _INK
    edges = np.flatnonzero(np.diff(np.concatenate(([0], area.any(axis=0).astype(np.int8), [0]))))
    placed = [
        replace(symbol, x0=left + int(x0), top=word.top, x1=left + int(x1), bottom=word.bottom)
        for symbol, x0, x1 in zip(word.symbols[:2], edges[::2], edges[1::2], strict=False)
    ]
    return replace(word, symbols=(*placed, *word.symbols[len(placed) :]))


def look(symbol: Symbol, line: Sequence[Symbol], grey: NDArray[Any]) -> Look:
    """What the symbol looks like beside the digits and capitals near it on its line."""
    known = [g for g in (_glyph(s, grey) for s in line if s.text in _HEIGHT_OF) if g]
    glyph = _glyph(symbol, grey)
    if not known or glyph is None:
        return Look.UNCLEAR
    height = median(g.height for g in known)
    if height < _MIN_HEIGHT or not _WIDTH[0] <= glyph.ink.shape[1] / height <= _WIDTH[1]:
        return Look.UNCLEAR
    excess = (glyph.foot - median(g.foot for g in known) + glyph.height - height) / height
    mirror = float((glyph.ink & glyph.ink[:, ::-1]).sum() / glyph.ink.sum())
    if any(excess >= least and mirror <= most for least, most in _SIGN):
        return Look.SIGN
    return Look.DIGIT if excess < _EXCESS_DIGIT or mirror >= _MIRROR_DIGIT else Look.UNCLEAR


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A character's ink without white edges, and the row below its foot."""

    ink: NDArray[np.bool_]
    foot: int

    @property
    def height(self) -> int:
        return int(self.ink.shape[0])


def _glyph(symbol: Symbol, grey: NDArray[Any]) -> _Glyph | None:
    """The ink in the symbol's box and what hangs on to it above and below; None if its middle is white."""
    top = max(0, int(symbol.top) - _SLACK)
    area = grey[top : int(symbol.bottom) + _SLACK, max(0, int(symbol.x0)) : int(symbol.x1)] < _INK
    middle = int(symbol.top + symbol.bottom) // 2 - top
    inked = np.logical_or.reduce(area, axis=1)
    if not area.size or not inked[middle]:
        return None
    first, last = _connected(inked, middle)
    columns = np.flatnonzero(area[first:last].any(axis=0))
    return _Glyph(area[first:last, columns[0] : columns[-1] + 1], top + last)


def _connected(inked: NDArray[np.bool_], middle: int) -> tuple[int, int]:
    """First row and the row after the last of the ink through the middle: other lines may reach into the area."""
    white = np.flatnonzero(~inked)
    first = int(white[white < middle].max(initial=-1)) + 1
    last = int(white[white > middle].min(initial=len(inked)))
    return first, last
