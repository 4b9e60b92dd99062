"""Which line of the old text becomes which of the new one, and what changes in it.

Strategy: lines are paired in order so that as many words as possible stay (dynamic programming over the lines); in a pair the word diff
says what changes. Where little is shared, chance words that stay would make the change unreadable: they are changed with the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from rapidfuzz.distance import Levenshtein

from app.models.analysis import DiffHunk, DiffOp
from app.nlp.worddiff import word_diff

_ISLAND: Final = 3  # words; shorter stretches that stay between two changes are chance where most is changed
_ALIKE: Final = 0.5  # share of the words that stay from which on the smallest change is read easily
_UNLIKE: Final = 0.25  # below it the old sentence struck out and the new one behind it are read more easily
_PAIRED: Final = 0.01  # a line had rather become another one than go
_MOST: Final = 400  # lines on both sides together; more are paired in their order

Pair = tuple[int | None, int | None]
"""Number of the old line and of the new one; None where it goes, or is new."""


def paired(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """The pairs in order; every line of both is in one of them."""
    if len(old) + len(new) > _MOST:
        shared = min(len(old), len(new))
        together: list[Pair] = [(at, at) for at in range(shared)]
        return (
            together + [(at, None) for at in range(shared, len(old))] + [(None, at) for at in range(shared, len(new))]
        )
    worth = _worths(old, new)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            best[i][j] = max(worth[i][j] + best[i + 1][j + 1], best[i + 1][j], best[i][j + 1])
    return list(_walked(worth, best, len(old), len(new)))


def _walked(worth: list[list[float]], best: list[list[float]], olds: int, news: int) -> Iterable[Pair]:
    i = j = 0
    while i < olds and j < news:
        if best[i][j] == worth[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1
    yield from ((at, None) for at in range(i, olds))
    yield from ((None, at) for at in range(j, news))


def _worths(old: Sequence[str], new: Sequence[str]) -> list[list[float]]:
    olds, news = [line.split() for line in old], [line.split() for line in new]
    return [[_PAIRED + round(Levenshtein.normalized_similarity(a, b), 4) for b in news] for a in olds]


def changes(old: str, new: str) -> list[DiffHunk]:
    """The hunks that change, the smallest ones that can be read."""
    hunks = word_diff(old, new)
    shared = sum(len(old[h.a0 : h.a1].split()) for h in hunks if h.op is DiffOp.EQUAL)
    share = shared / (max(len(old.split()), len(new.split())) or 1)
    if share >= _ALIKE:
        return [hunk for hunk in hunks if hunk.op is not DiffOp.EQUAL]
    return _joined(hunks, old, len(old) if share < _UNLIKE else _ISLAND)


def _joined(hunks: Sequence[DiffHunk], old: str, island: int) -> list[DiffHunk]:
    """Changes with the short stretches between them; beginning and end that stay are kept out, however short."""
    found: list[DiffHunk] = []
    waiting = 0  # words of the stretch since the last change
    for hunk in hunks:
        if hunk.op is DiffOp.EQUAL:
            waiting = len(old[hunk.a0 : hunk.a1].split())
        elif found and waiting < island:
            found[-1] = DiffHunk(DiffOp.REPLACE, found[-1].a0, hunk.a1, found[-1].b0, hunk.b1)
        else:
            found.append(hunk)
    return found
