"""Layout repair of characters: what a document holds becomes what a reader sees.

Strategy: a string is cut into pieces; a piece that is already clean (nearly always the whole string) stays `exact`,
the others are `repaired`: composed to NFC, invisible and control characters dropped, exotic spaces and hyphens
replaced by plain ones, ligatures written out. BIDI controls are dropped because they can make a text look other
than it is. Marks piled on one letter without end are held apart by an invisible joiner, as Unicode proposes, because
composing takes time with the square of their number. Comparison folding (case, quotes, numbers) is something else and never happens here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_DROPPED = (
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls
    "\u00ad"  # soft hyphen
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f"  # zero width, BIDI controls
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb"  # variation selectors, BOM, interlinear marks
    "\U000e0000-\U000e007f"  # tags: text that nobody sees
    "\ud800-\udfff"  # halves of a broken pair
)
_SPACES = "\n\v\f\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_REPLACED = {
    "\u2010": "-",
    "\u2011": "-",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_UNCLEAN = re.compile(f"[{_DROPPED}{_SPACES}{''.join(_REPLACED)}]")
_DROP = re.compile(f"[{_DROPPED}]+")
_SPACE = re.compile(f"[{_SPACES}]")
_SPECIAL = re.compile(f"[{_DROPPED}{_SPACES}{''.join(_REPLACED)}]+")


MOST_MARKS = 30
"""Combining marks in a row: the limit of Unicode's Stream-Safe Text Format (UAX #15, 13)."""
JOINER = "\u034f"
"""Combining grapheme joiner: what that format puts between more of them; nothing is printed for it."""
_PILED = re.compile(f"[\u0300-\U0010ffff]{{{MOST_MARKS + 1},}}")  # there is no mark below U+0300


@dataclass(frozen=True, slots=True)
class Repaired:
    """A piece of a string: its clean text, where it began in the string and whether it was changed."""

    text: str
    offset: int
    changed: bool


def repair(raw: str) -> Iterator[Repaired]:
    """The clean pieces of `raw` in order; dropped characters leave no piece."""
    at = 0
    for cut in _cuts(raw):
        yield from _repaired(raw[at:cut], at)
        yield Repaired(JOINER, cut, changed=True)
        at = cut
    yield from _repaired(raw[at:], at)


def _cuts(raw: str) -> Iterator[int]:
    """Where the longest allowed row of combining marks ends and goes on."""
    for piled in _PILED.finditer(raw):
        marks = 0
        for at in range(*piled.span()):
            if marks == MOST_MARKS and unicodedata.combining(raw[at]):
                yield at
                marks = 0
            marks = marks + 1 if unicodedata.combining(raw[at]) else 0


def _repaired(raw: str, offset: int) -> Iterator[Repaired]:
    if not _UNCLEAN.search(raw) and unicodedata.is_normalized("NFC", raw):
        if raw:
            yield Repaired(raw, offset, changed=False)
        return
    at = 0
    for match in _SPECIAL.finditer(raw):
        yield from _composed(raw[at : match.start()], offset + at)
        text = _plain(match.group())
        if text:
            yield Repaired(text, offset + match.start(), changed=True)
        at = match.end()
    yield from _composed(raw[at:], offset + at)


def clean(raw: str) -> str:
    """`raw` repaired, where nobody needs the way back (headers, comments, names)."""
    return "".join(piece.text for piece in repair(raw))


def _plain(special: str) -> str:
    kept = _SPACE.sub(" ", _DROP.sub("", special))
    return "".join(_REPLACED.get(char, char) for char in kept)


def _composed(raw: str, offset: int) -> Iterator[Repaired]:
    """NFC, cut so that only the clusters that really change are marked."""
    if unicodedata.is_normalized("NFC", raw):
        if raw:
            yield Repaired(raw, offset, changed=False)
        return
    start = 0
    for first, last in _changing(raw):
        if first > start:
            yield Repaired(raw[start:first], offset + start, changed=False)
        yield Repaired(unicodedata.normalize("NFC", raw[first:last]), offset + first, changed=True)
        start = last
    if start < len(raw):
        yield Repaired(raw[start:], offset + start, changed=False)


def _changing(raw: str) -> Iterator[tuple[int, int]]:
    """Clusters (a letter and its combining marks) that NFC changes; neighbours are one."""
    begun: int | None = None
    end = 0
    for first, last in _clusters(raw):
        cluster = raw[first:last]
        if unicodedata.normalize("NFC", cluster) == cluster:
            if begun is not None:
                yield begun, end
                begun = None
        elif begun is None:
            begun = first
        end = last
    if begun is not None:
        yield begun, end


def _clusters(raw: str) -> Iterator[tuple[int, int]]:
    first = 0
    for at in range(1, len(raw) + 1):
        if at == len(raw) or not _continues(raw[at]):
            yield first, at
            first = at


def _continues(char: str) -> bool:
    """Combining marks, and the Hangul vowels and finals that compose with the syllable before."""
    return unicodedata.combining(char) != 0 or "\u1161" <= char <= "\u11ff"
