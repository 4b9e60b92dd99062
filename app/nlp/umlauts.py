"""Umlauts written as `ae`, `oe`, `ue`: read as umlauts, because the grammar knows one spelling only.

Strategy: a text that has no umlaut at all is unfolded as a whole, with a table of offsets back to the text as printed.
`ue` behind a vowel or q (`neue`, `Steuer`, `Quelle`) is none; a wrong `ü` elsewhere (`aktüll`) is seen by nobody, for
what is quoted is the printed text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from app.models.source import Span

_WRITTEN_OUT = re.compile(r"(?<![aeiouyqAEIOUYQ])(?:[aA]e|[oO]e|[uU]e)(?![uU])")
_UMLAUT = re.compile(r"[äöüÄÖÜ]")
_LETTERS = {"ae": "ä", "oe": "ö", "ue": "ü", "Ae": "Ä", "Oe": "Ö", "Ue": "Ü"}


@dataclass(frozen=True, slots=True)
class Unfolded:
    """`text` with its umlauts; `places`: where in it one letter stands for two of the printed text, in order."""

    text: str
    places: tuple[int, ...] = ()

    def printed(self, span: Span) -> Span:
        """The span of the printed text that a span of `text` was read from."""
        return span[0] + self._shift(span[0]), span[1] + self._shift(span[1])

    def _shift(self, at: int) -> int:
        return bisect_right(self.places, at - 1)


def unfold(text: str) -> Unfolded:
    """`text` with umlauts for `ae`, `oe`, `ue`; unchanged where it has umlauts already."""
    if _UMLAUT.search(text):
        return Unfolded(text)
    places = tuple(match.start() - i for i, match in enumerate(_WRITTEN_OUT.finditer(text)))
    return Unfolded(_WRITTEN_OUT.sub(lambda m: _LETTERS[m[0]], text), places)
