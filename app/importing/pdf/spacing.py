"""Letter-spaced words ("H a f t u n g") put together again.

Strategy: on one baseline, at least four single letters one after the other (three, where the line has nothing else)
with room between that is like from letter to letter; where the room is clearly wider a new word begins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from app.importing.pdf.geometry import Word

_LEAST = 4  # letters
_LEAST_ALONE = 3
_WIDEST = 1.6  # of the size between two letters of a word
_NEW_WORD = 1.5  # times the usual room between letters
_SAME_ROW = 0.12  # of the size
_SIGNS = ".,;:!?-–/&()"


def respaced(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a page, those printed letter by letter as words."""
    singles: defaultdict[int, list[Word]] = defaultdict(list)
    for word in words:
        if len(word.text) == 1 and word.text.isalpha():
            singles[round(word.baseline)].append(word)
    joined: dict[int, Word] = {}
    gone: set[int] = set()
    for first in [found[0] for found in singles.values() if len(found) >= _LEAST_ALONE]:
        line = [w for w in words if abs(w.baseline - first.baseline) <= _SAME_ROW * first.size]
        for run in _runs(sorted(line, key=lambda w: w.x0)):
            gone.update(map(id, run))
            joined.update((id(part[0]), _joined(part)) for part in _parts(run))
    if not joined:
        return words
    return [joined.get(id(w), w) for w in words if id(w) not in gone or id(w) in joined]


def _runs(line: Sequence[Word]) -> Iterator[list[Word]]:
    """Single letters and signs that follow each other closely."""
    run: list[Word] = []
    for word in [*line, None]:
        if word is not None and _may_follow(run, word):
            run.append(word)
            continue
        if _is_spaced(run, line):
            yield run
        run = [word] if word is not None and _is_sign(word) else []


def _may_follow(run: Sequence[Word], word: Word) -> bool:
    return (
        bool(run)
        and _is_sign(word)
        and word.x0 - run[-1].x1 <= _WIDEST * word.size
        and abs(word.size - run[-1].size) < 1
    )


def _is_sign(word: Word) -> bool:
    return len(word.text) == 1 and (word.text.isalnum() or word.text in _SIGNS)


def _is_spaced(run: Sequence[Word], line: Sequence[Word]) -> bool:
    letters = sum(w.text.isalpha() for w in run)
    return letters >= _LEAST or (letters >= _LEAST_ALONE and sum(w.text.isalpha() for w in line) == letters)


def _parts(run: Sequence[Word]) -> list[list[Word]]:
    """The letters word by word."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(run)]
    usual = sorted(gaps)[(len(gaps) - 1) // 2]
    parts: list[list[Word]] = [[run[0]]]
    for gap, word in zip(gaps, run[1:], strict=True):
        if gap > _NEW_WORD * usual or _differ(parts[-1][-1], word):
            parts.append([])
        parts[-1].append(word)
    return parts


def _differ(a: Word, b: Word) -> bool:
    """Whether one is a letter and the other a figure: no word holds both."""
    return (a.text.isalpha() and b.text.isdigit()) or (a.text.isdigit() and b.text.isalpha())


def _joined(part: Sequence[Word]) -> Word:
    text = "".join(w.text for w in part)
    bottom = max(w.bottom for w in part)
    top = min(w.top for w in part)
    return replace(part[0], text=text, x1=part[-1].x1, top=top, bottom=bottom, repaired=len(part) > 1)
