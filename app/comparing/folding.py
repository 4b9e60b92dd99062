"""Comparison folding: what two texts must share to count as the same. Never shown.

Case, kinds of quotes and dashes, ß, soft hyphens and white space are folded; numbers, paragraph signs and amounts
stay whole, because a changed number is a changed clause. Raised and lowered figures stay what they are: `49⁹⁹` is not
4999 and the mark of a footnote (`5 Tage¹`) is a word of its own. Spelling without umlauts (`fuer`) is folded by
`plain_words` only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from app.nlp.numberwords import number_word

_RAISED = "²³¹⁰-₟"
_KEPT = re.compile(rf"[{_RAISED}¼-¾⅐-⅟↉]+")  # what NFKC would turn into plain digits
_WORD = re.compile(rf"\d(?:[\d.,]*\d)?[{_RAISED}¼-¾⅐-⅟↉]*|[^\W{_RAISED}]+|[{_RAISED}]+|[§%€$]")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def folded(text: str) -> str:
    """The text's folded words, joined by single spaces."""
    return " ".join(folded_words(text))


@lru_cache(maxsize=4096)
def folded_words(text: str) -> tuple[str, ...]:
    """Words, numbers and the signs § % € in comparison form."""
    return tuple(_WORD.findall(_compatible(text).replace("\u00ad", "").casefold()))


@lru_cache(maxsize=4096)
def plain_words(text: str) -> tuple[str, ...]:
    """The folded words with umlauts written out, so that `für` is `fuer`."""
    return tuple(folded(text).translate(_UMLAUTS).split())


def numbers(text: str) -> tuple[str, ...]:
    """The numbers of a text in order, words too (`drei` is 3); `ein` may be an article and does not count."""
    return tuple(number for word in folded_words(text) if (number := _number(word)))


def _compatible(text: str) -> str:
    """NFKC, but for raised, lowered and broken figures."""
    if text.isascii():
        return text
    parts, at = [], 0
    for kept in _KEPT.finditer(text):
        parts += [unicodedata.normalize("NFKC", text[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join([*parts, unicodedata.normalize("NFKC", text[at:])])


def _number(word: str) -> str:
    if word[0].isdecimal():
        return word
    value = number_word(word)
    return f"{value:g}" if value and value > 1 else ""
