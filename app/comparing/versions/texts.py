"""Two texts compared word by word: the hunks, which of them are of substance, and which figures are others now.

Strategy: hunks are what a reader sees (`word_diff`); what is of substance is decided on the words' meaning (`meaning`). A hunk is of
substance where it touches a stretch that is; where such a stretch reads the same on both sides (a reference that leads elsewhere now) it becomes
a hunk of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    silent = [(a, b) for a, b in changed if not _touched(a, b, hunks)]
    for a, b in silent:
        hunks = tuple(_cut(hunks, a, b))
    grave = tuple(
        n
        for n, hunk in enumerate(hunks)
        if hunk.op is not DiffOp.EQUAL and any(_touches(hunk, a, b) for a, b in changed)
    )
    return Compared(ChangeKind.CHANGED, hunks, grave, tuple(b for _, b in silent))


def _touched(a: Span, b: Span, hunks: Sequence[DiffHunk]) -> bool:
    return any(hunk.op is not DiffOp.EQUAL and _touches(hunk, a, b) for hunk in hunks)


def _touches(hunk: DiffHunk, a: Span, b: Span) -> bool:
    return _meets(hunk.a0, hunk.a1, a) or _meets(hunk.b0, hunk.b1, b)


def _meets(start: int, end: int, span: Span) -> bool:
    """Whether two stretches share a character; an empty one stands between two."""
    if start == end or span[0] == span[1]:
        return False
    return start < span[1] and span[0] < end


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
    return [w for w in words if span[0] <= w.start < span[1] and w.figure and w.norm.lstrip("+-")[:1].isdigit()]
