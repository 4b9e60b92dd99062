"""Comparison folding: what two texts must share to count as the same. Never shown.

Case, kinds of quotes and dashes, ß, soft hyphens and white space are folded; numbers, paragraph signs and amounts
stay whole, because a changed number is a changed clause.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from app.nlp.numberwords import number_word

_WORD = re.compile(r"\d[\d.,]*\d|\w+|[§%€$]")


def folded(text: str) -> str:
    """The text's folded words, joined by single spaces."""
    return " ".join(folded_words(text))


@lru_cache(maxsize=4096)
def folded_words(text: str) -> tuple[str, ...]:
    """Words, numbers and the signs § % € in comparison form."""
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold()
    return tuple(_WORD.findall(plain))


def numbers(text: str) -> tuple[str, ...]:
    """The numbers of a text in order, words too (`drei` is 3); `ein` may be an article and does not count."""
    return tuple(number for word in folded_words(text) if (number := _number(word)))


def _number(word: str) -> str:
    if word[0].isdigit():
        return word
    value = number_word(word)
    return f"{value:g}" if value and value > 1 else ""
