"""Word diff between a reference wording and a clause: spans, not markup.

Strategy: placeholders of a wording are shown as filled in by what the clause has there; what stands between them is compared word by
word (`nlp.worddiff`).
"""

from __future__ import annotations

from functools import lru_cache

from app.comparing.filling import filled_in
from app.models.analysis import DiffHunk, DiffOp
from app.nlp.worddiff import word_diff

__all__ = ["word_diff", "wording_diff"]


@lru_cache(maxsize=2048)
def wording_diff(wording: str, clause: str) -> tuple[DiffHunk, ...]:
    """As `word_diff` from a wording to a clause; a placeholder and what it took are a hunk of their own."""
    hunks: list[DiffHunk] = []
    a = b = 0
    for (a0, a1), (b0, b1) in filled_in(wording, clause).places:
        hunks += _moved(word_diff(wording[a:a0], clause[b:b0]), a, b)
        hunks.append(DiffHunk(DiffOp.FILLED, a0, a1, b0, b1))
        a, b = a1, b1
    return (*hunks, *_moved(word_diff(wording[a:], clause[b:]), a, b))


def _moved(hunks: tuple[DiffHunk, ...], a: int, b: int) -> tuple[DiffHunk, ...]:
    return hunks if not (a or b) else tuple(DiffHunk(h.op, h.a0 + a, h.a1 + a, h.b0 + b, h.b1 + b) for h in hunks)
