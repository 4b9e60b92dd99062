"""Dirt that was read as punctuation.

Strategy: the specks that cleaning leaves lie close to letters and come out as full stops, quotation marks or dashes, often
with high confidence. A mark that stands alone or begins a word, and is smaller than any printed one, is dirt; and so is
what the engine itself hardly believes in if it is nothing but marks. Marks at a word's end stay: a full stop is no larger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from app.importing.ocr.engine import OcrWord, Symbol
from app.importing.ocr.typeface import size_of

_MARKS = ".,:;'\"`´‘’‚“”„-–—_~|°·*^<>=\\/()[]{}«»"
_DOUBT = 0.5  # marks alone of which the engine is less sure
_ALONE = 0.16  # of the size of the type: a mark between two blanks is a dash, a bullet or a bracket, all larger
_LEADING = 0.11  # of the size: the smallest mark before a word, a quotation mark, is twice as high


def without_dirt(words: Sequence[OcrWord]) -> Iterator[OcrWord]:
    """The words without marks that nobody printed; `words` stand line by line."""
    for _, group in groupby(words, key=lambda w: w.line):
        line = list(group)
        size = size_of(line)
        for word in line:
            cleaned = _without_leading(word, size)
            if cleaned.text.strip(_MARKS) or not _is_dirt(cleaned, size):
                yield cleaned


def _is_dirt(word: OcrWord, size: float) -> bool:
    return word.confidence < _DOUBT or max(word.x1 - word.x0, word.bottom - word.top) < _ALONE * size


def _without_leading(word: OcrWord, size: float) -> OcrWord:
    """The word from its first symbol that is no speck on."""
    symbols = word.symbols
    first = next((i for i, s in enumerate(symbols) if not _is_speck(s, size)), 0)
    if not first or len(symbols) != len(word.text):
        return word
    kept = symbols[first:]
    return replace(word, text=word.text[first:], x0=min(s.x0 for s in kept), symbols=kept)


def _is_speck(symbol: Symbol, size: float) -> bool:
    return symbol.text in _MARKS and max(symbol.x1 - symbol.x0, symbol.bottom - symbol.top) < _LEADING * size
