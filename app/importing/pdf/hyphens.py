"""Line-end hyphens: which were put there by the typesetter and go, which belong to the word and stay.

Strategy: a hyphen before a lower-case continuation goes (`Ver-/trag`), unless the next word continues a pair (`Hard-
und Software`) or the document itself writes the word with a hyphen elsewhere. Before a capital letter or a digit it
stays (`EU-/Recht`), except in lines of capitals, where the document's own words decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum

HYPHENS = "-\u2010\u2011\u00ad"
_PAIRING = frozenset(
    [
        "und",
        "oder",
        "bzw",
        "bzw.",
        "beziehungsweise",
        "sowie",
        "sowohl",
        "als",
        "wie",
        "noch",
        "statt",
        "u.",
        "o.",
        "&",
        "/",
        "+",
        "and",
        "or",
    ]
)
_FIRST = re.compile(r"[^\W\d_]+(?:\.|\b)|\S+")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MIN_CAPITALS = 4  # letters on each side before a word in capitals is put together


class Join(Enum):
    """How a line goes on in the next one."""

    SPACE = "space"
    KEEP = "keep"  # the hyphen stays, nothing between
    DROP = "drop"  # the hyphen goes
    DROP_LOOSE = "drop_loose"  # so does the blank a justified line put before it


class Vocabulary:
    """The words a document writes inside its lines, to decide doubtful hyphens; looked for when first asked."""

    def __init__(self, words: Iterable[str]) -> None:
        self._written = words
        self._words: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            self._words = frozenset(_LETTERS.findall(" ".join(self._written).casefold()))
        return word.casefold() in self._words


def join(before: Sequence[str], following: str, known: Vocabulary) -> Join:
    """How the last words of a line and the text of the next belong together."""
    last = before[-1]
    if len(before) > 1 and last in HYPHENS:
        return _loose(before[-2], following, known)
    if len(last) < 2 or last[-1] not in HYPHENS or not last[-2].isalnum():
        return Join.SPACE
    stem = last[:-1].rstrip(HYPHENS)
    first = _FIRST.match(following)
    token = first.group() if first else following
    if token.casefold() in _PAIRING or token.casefold().rstrip(".") in _PAIRING:
        return Join.SPACE
    if last[-2].isdigit() or not following[:1].isalpha():
        return Join.KEEP if following[:1].isalnum() or following[:1] == "/" else Join.SPACE
    return _letters(stem, following, known)


def _loose(stem: str, following: str, known: Vocabulary) -> Join:
    """A hyphen pushed away from its word, unless both neighbours are words of the document: then it is a dash."""
    first = _LETTERS.match(following)
    if first is None or not following[0].islower() or not stem[-1].isalpha() or first.group() in _PAIRING:
        return Join.SPACE
    broken = stem not in known and first.group() not in known
    return Join.DROP_LOOSE if broken or stem + first.group() in known else Join.SPACE


def _letters(stem: str, following: str, known: Vocabulary) -> Join:
    before = _LETTERS.findall(stem)[-1] if _LETTERS.search(stem) else stem
    after_match = _LETTERS.match(following)
    after = after_match.group() if after_match else following
    together, hyphened = before + after in known, f"{before}-{after}" in known
    if following[0].islower():
        return Join.KEEP if hyphened and not together else Join.DROP
    if before.isupper() and after.isupper() and min(len(before), len(after)) >= _MIN_CAPITALS:
        return Join.KEEP if hyphened and not together else Join.DROP
    return Join.DROP if together and not hyphened and before.isupper() and after.isupper() else Join.KEEP
