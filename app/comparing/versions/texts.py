"""Two texts compared word by word: the hunks, which of them are of substance, and which figures are others now.

Strategy: hunks are what a reader sees (`word_diff`); what is of substance is decided on the words' meaning (`meaning`). A hunk is of
substance where it touches a stretch that is; where such a stretch reads the same on both sides (a reference that leads elsewhere now) it becomes
a hunk of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.comparing.diff import word_diff
from app.comparing.versions.meaning import Pointer, Sense, senses, substance
from app.models.analysis import DiffHunk, DiffOp
from app.models.source import Span
from app.models.versions import ChangeKind


@dataclass(frozen=True, slots=True)
class Compared:
    """`kind`: unchanged, trivial or changed; `redirected`: spans of the new text."""

    kind: ChangeKind
    hunks: tuple[DiffHunk, ...]
    substantive: tuple[int, ...] = ()
    redirected: tuple[Span, ...] = ()


def compared(old: str, new: str, before: Sequence[Pointer] = (), after: Sequence[Pointer] = ()) -> Compared:
    """The hunks that turn `old` into `new`; the pointers are the references in either."""
    changed = substance(senses(old, before), senses(new, after))
    if not changed:
        same = old.split() == new.split()
        return Compared(ChangeKind.UNCHANGED if same else ChangeKind.TRIVIAL, word_diff(old, new))
    hunks = word_diff(old, new)
    silent = _silent(changed, hunks, after)
    for a, b in silent:
        hunks = tuple(_cut(hunks, a, b))
    left, right = _Stretches(a for a, _ in changed), _Stretches(b for _, b in changed)
    grave = tuple(
        n
        for n, hunk in enumerate(hunks)
        if hunk.op is not DiffOp.EQUAL and (left.meet(hunk.a0, hunk.a1) or right.meet(hunk.b0, hunk.b1))
    )
    every = tuple(n for n, hunk in enumerate(hunks) if hunk.op is not DiffOp.EQUAL)
    return Compared(ChangeKind.CHANGED, hunks, grave or every, tuple(b for _, b in silent))


def _silent(
    changed: Sequence[tuple[Span, Span]], hunks: Sequence[DiffHunk], pointers: Iterable[Pointer]
) -> list[tuple[Span, Span]]:
    """References of substance in which no hunk shows anything."""
    edits = [hunk for hunk in hunks if hunk.op is not DiffOp.EQUAL]
    left, right = _Stretches((h.a0, h.a1) for h in edits), _Stretches((h.b0, h.b1) for h in edits)
    led = _Stretches((pointer.start, pointer.end) for pointer in pointers)
    return [(a, b) for a, b in changed if led.meet(*b) and not (left.meet(*a) or right.meet(*b))]


class _Stretches:
    """Stretches of a text in order, none in another; an empty one stands between two characters and meets nothing."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = [span for span in spans if span[0] < span[1]]
        self._starts = [start for start, _ in self._spans]

    def meet(self, start: int, end: int) -> bool:
        """Whether one of them shares a character with `[start, end)`."""
        at = bisect_left(self._starts, end) - 1
        return start < end and at >= 0 and self._spans[at][1] > start


def _cut(hunks: Sequence[DiffHunk], a: Span, b: Span) -> Iterator[DiffHunk]:
    """With a hunk of its own for a stretch that reads the same on both sides."""
    for hunk in hunks:
        inside = hunk.op is DiffOp.EQUAL and hunk.a0 <= a[0] and a[1] <= hunk.a1 and hunk.b0 <= b[0] and b[1] <= hunk.b1
        if not inside:
            yield hunk
            continue
        if hunk.a0 < a[0]:
            yield DiffHunk(DiffOp.EQUAL, hunk.a0, a[0], hunk.b0, b[0])
        yield DiffHunk(DiffOp.REPLACE, *a, *b)
        if a[1] < hunk.a1:
            yield DiffHunk(DiffOp.EQUAL, a[1], hunk.a1, b[1], hunk.b1)


def figures(words: Sequence[Sense], span: Span) -> list[Sense]:
    """The numbers in a stretch."""
    first, last = (bisect_left(words, at, key=lambda word: word.start) for at in span)
    return [word for word in words[first:last] if word.figure and word.norm.lstrip("+-")[:1].isdigit()]
