"""Page furniture in plain text that was made from pages: page numbers, and lines repeated at every page's edge.

Strategy: a page number is told by its form (`Seite 2 von 7`) or, where the form alone could be anything (`- 2 -`, `2/7`), by
counting on from the one before; a header or footer by standing next to a form feed (or holding a page number) on several
pages, numbers aside. A line that does so once only stays text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from app.models.source import IgnoredReason

_OF: Final = re.compile(
    r"[-–—|\s]*(?:Seite|Page|Blatt|S\.)\s*(\d{1,4})\s*(?:von|of|/)\s*\d{1,4}[-–—|\s.]*", re.IGNORECASE
)
_FORMS: Final = (
    _OF,
    re.compile(r"[-–—|\s]*(?:Seite|Page|Blatt|S\.)\s*(\d{1,4})[-–—|\s.]*", re.IGNORECASE),
    re.compile(r"[-–—]\s?(\d{1,4})\s?[-–—]"),
    re.compile(r"(\d{1,4})\s?/\s?\d{1,4}"),
)
_NUMBER: Final = re.compile(r"\d+")
_WITH_NUMBER: Final = re.compile(r"(?:Seite|Page|Blatt)\s+\d{1,4}\s*(?:von|of|/)\s*\d{1,4}", re.IGNORECASE)
_LONGEST: Final = 120  # characters of a header


def furniture(lines: Sequence[str], breaks: Collection[int]) -> dict[int, IgnoredReason]:
    """Which of the lines are furniture; `breaks`: indexes of the lines that begin a page."""
    found: dict[int, IgnoredReason] = {}
    for form in _FORMS:
        found.update(dict.fromkeys(_counting(lines, form, alone=form is _OF), IgnoredReason.PAGE_NUMBER))
    begins, ends = _edges([i for i, line in enumerate(lines) if line.strip() and i not in found], breaks)
    edges = {IgnoredReason.HEADER: begins, IgnoredReason.FOOTER: ends}
    for reason, indexes in edges.items():
        found.update(dict.fromkeys(_repeated(lines, indexes), reason))
    numbered = [i for i, line in enumerate(lines) if _WITH_NUMBER.search(line) and i not in found]
    found.update(dict.fromkeys(_repeated(lines, numbered), IgnoredReason.FOOTER))
    return found


def _counting(lines: Sequence[str], form: re.Pattern[str], *, alone: bool) -> Iterator[int]:
    """Lines of a form whose numbers count on, as far as they do; `alone`: also single ones."""
    matches = [(i, int(match[1])) for i, line in enumerate(lines) if (match := form.fullmatch(line.strip()))]
    for place, (index, number) in enumerate(matches):
        before = place > 0 and matches[place - 1][1] + 1 == number
        after = place + 1 < len(matches) and matches[place + 1][1] == number + 1
        if alone or before or after:
            yield index


def _edges(filled: Sequence[int], breaks: Collection[int]) -> tuple[list[int], list[int]]:
    """The first and the last filled line of each page that follows or precedes a break."""
    places = sorted({bisect_left(filled, at) for at in breaks})
    return [filled[i] for i in places if i < len(filled)], [filled[i - 1] for i in places if i > 0]


def _repeated(lines: Sequence[str], indexes: Sequence[int]) -> Iterator[int]:
    """Those of the lines that are alike but for their numbers, on half of the pages at least."""
    counts = Counter(_masked(lines[index]) for index in indexes)
    for index in indexes:
        count = counts[_masked(lines[index])]
        if count >= 2 and count * 2 >= len(indexes) and len(lines[index]) <= _LONGEST:
            yield index


def _masked(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.split()))
