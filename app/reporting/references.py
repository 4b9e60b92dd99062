"""The library's wording beside a clause, with a word diff that a reader can follow; none where too little is shared."""

from __future__ import annotations

from itertools import groupby

from app.library.placeholders import names
from app.models.analysis import Comparison, DiffHunk, DiffOp
from app.reporting.places import without_middle
from app.reporting.reportmodel import DiffPart, Reference
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.terms import term

ISLAND = 3  # words; a shorter equal stretch between two changes is chance and makes a diff confetti
COMPARABLE = (
    0.25  # share of equal words in both texts together; below it a word diff is harder to read than the two texts
)


def reference_of(comparison: Comparison, status: str, lang: Lang, *, quoted: tuple[str, ...] = ()) -> Reference:
    """The reference wording with its position; a clause whose whole text is among `quoted` is not repeated."""
    return Reference(
        title=comparison.reference_title,
        position=phrase("nearest", lang, position=term("position", comparison.position, lang)),
        status=term("status", status, lang) if status else "",
        text=comparison.reference_text,
        clause_text="" if comparison.clause_text in quoted else comparison.clause_text,
        diff=_readable_diff(comparison),
    )


def _readable_diff(comparison: Comparison) -> tuple[DiffPart, ...]:
    """The word diff with chance islands swallowed; empty where too little is shared for it to help."""
    parts: list[DiffPart] = []
    kinds = _kinds(comparison)
    for op, same in groupby(zip(kinds, comparison.hunks, strict=True), key=lambda pair: pair[0]):
        a0, b0, a1, b1 = _extent([hunk for _, hunk in same])
        old, new = comparison.reference_text[a0:a1], comparison.clause_text[b0:b1]
        match op:
            case DiffOp.EQUAL:
                parts.append(DiffPart(op, without_middle(new)))
            case DiffOp.FILLED:
                parts.append(DiffPart(op, new, ", ".join(names(old))))
            case _:
                parts += [DiffPart(DiffOp.DELETE, old), DiffPart(DiffOp.INSERT, new)]
    return tuple(part for part in parts if part.text) if _comparable(comparison) else ()


def _comparable(comparison: Comparison) -> bool:
    shared = [h for op, h in zip(_kinds(comparison), comparison.hunks, strict=True) if op is not DiffOp.REPLACE]
    equal = sum(len(comparison.clause_text[h.b0 : h.b1].split()) for h in shared)
    words = len(comparison.clause_text.split()) + len(comparison.reference_text.split())
    return 2 * equal >= COMPARABLE * words > 0


def _kinds(comparison: Comparison) -> list[DiffOp]:
    """What each hunk is to a reader: shared, a placeholder filled in, or changed; next to a placeholder no island is too small."""
    hunks = comparison.hunks
    return [
        hunk.op
        if hunk.op is DiffOp.FILLED or _is_shared(hunk, comparison) or _meets_placeholder(number, hunks)
        else DiffOp.REPLACE
        for number, hunk in enumerate(hunks)
    ]


def _meets_placeholder(number: int, hunks: tuple[DiffHunk, ...]) -> bool:
    beside = (*hunks[max(0, number - 1) : number], *hunks[number + 1 : number + 2])
    return hunks[number].op is DiffOp.EQUAL and any(hunk.op is DiffOp.FILLED for hunk in beside)


def _is_shared(hunk: DiffHunk, comparison: Comparison) -> bool:
    text = comparison.clause_text[hunk.b0 : hunk.b1]
    return hunk.op is DiffOp.EQUAL and len(text.split()) >= ISLAND


def _extent(hunks: list[DiffHunk]) -> tuple[int, int, int, int]:
    return hunks[0].a0, hunks[0].b0, hunks[-1].a1, hunks[-1].b1
