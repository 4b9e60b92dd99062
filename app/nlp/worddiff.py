"""Word diff between two texts: spans, not markup.

Strategy: tokens are words, whole numbers (`10.000,–`), white space and single marks; RapidFuzz aligns the token
lists; equal runs that hold no word and stand between two edits are swallowed, so that `drei Monate → sechs Wochen`
is one change and not two with a space between.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from app.models.analysis import DiffHunk, DiffOp

_TOKEN = re.compile(r"\d(?:[\d.,]*\d)?(?:,[–-]+)?|\w+|\s+|[^\w\s]")
_Edit = tuple[DiffOp, int, int, int, int]


def word_diff(a: str, b: str) -> tuple[DiffHunk, ...]:
    """Hunks that turn `a` into `b`, in order; they cover both texts completely (offsets in code points)."""
    left, right = _TOKEN.findall(a), _TOKEN.findall(b)
    edits: list[_Edit] = [
        (DiffOp(op.tag), op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Levenshtein.opcodes(left, right)
    ]
    starts_a, starts_b = _offsets(left), _offsets(right)
    return tuple(
        DiffHunk(op, starts_a[i0], starts_a[i1], starts_b[j0], starts_b[j1])
        for op, i0, i1, j0, j1 in _merged(edits, left)
    )


def _offsets(tokens: list[str]) -> list[int]:
    offsets = [0]
    for token in tokens:
        offsets.append(offsets[-1] + len(token))
    return offsets


def _merged(edits: list[_Edit], left: list[str]) -> list[_Edit]:
    """Neighbouring edits as one, equal islands without a word between them included."""
    merged: list[_Edit] = []
    for index, edit in enumerate(edits):
        is_edit = edit[0] is not DiffOp.EQUAL or _is_island(edits, index, left)
        if is_edit and merged and merged[-1][0] is not DiffOp.EQUAL:
            merged[-1] = _joined(merged[-1], edit)
        else:
            merged.append(edit)
    return merged


def _is_island(edits: list[_Edit], index: int, left: list[str]) -> bool:
    op, i0, i1, _, _ = edits[index]
    between_edits = 0 < index < len(edits) - 1
    return op is DiffOp.EQUAL and between_edits and not any(t[0].isalnum() for t in left[i0:i1])


def _joined(first: _Edit, second: _Edit) -> _Edit:
    i0, i1, j0, j1 = first[1], second[2], first[3], second[4]
    op = DiffOp.INSERT if i0 == i1 else DiffOp.DELETE if j0 == j1 else DiffOp.REPLACE
    return op, i0, i1, j0, j1
