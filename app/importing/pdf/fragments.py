"""The words of a page as fragments: what stands on one baseline without a wide gap, whole tables, and watermarks.

Strategy: a watermark is far larger than the text and stands behind it: the middles of other words lie inside its
letters. Its words are kept apart before anything else, because its baseline is nobody's.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.importing.pdf.geometry import Fragment, RawPage, Word
from app.importing.pdf.spacing import respaced
from app.importing.pdf.tables import filled, inside
from app.importing.pdf.words import fragments_of

LARGE = 2.5  # times the usual size: perhaps a watermark
LEAST = 24.0  # points
_CAPITALS = 0.72  # of the size that capitals are high
_BEHIND = 3  # words stand in front of a watermark at least


def fragments_on(page: RawPage) -> list[Fragment]:
    """The fragments of a page: rows of words from the top down, then tables, then watermarks."""
    behind = _watermarks(page.words)
    out = {id(w) for w in behind}
    words = respaced([w for w in page.words if id(w) not in out])
    marks = [Fragment((w,), behind=True) for w in behind]
    tables = [t for t in page.tables if filled(t, words)]
    if not tables:
        return fragments_of(words) + marks
    home = [inside(tables, w) for w in words]
    loose = [w for w, table in zip(words, home, strict=True) if table is None]
    in_tables = [Fragment(tuple(w for w, h in zip(words, home, strict=True) if h is t), t) for t in tables]
    return fragments_of(loose) + [f for f in in_tables if f.words] + marks


def _watermarks(words: Sequence[Word]) -> list[Word]:
    """The words of the large rows that other words stand in front of."""
    if not words or max(w.size for w in words) < LEAST:
        return []
    limit = max(LEAST, LARGE * sorted(w.size for w in words)[len(words) // 2])
    large = [w for w in words if w.size >= limit]
    usual = [w for w in words if w.size < limit]
    rows = {round(w.baseline) for w in large}
    behind = {row for row in rows if _in_front([w for w in large if round(w.baseline) == row], usual) >= _BEHIND}
    return [w for w in large if round(w.baseline) in behind]


def _in_front(row: Sequence[Word], others: Sequence[Word]) -> int:
    """How many words have their middle inside the letters of the row."""
    return sum(
        any(
            w.x0 <= (o.x0 + o.x1) / 2 <= w.x1
            and w.baseline - _CAPITALS * w.size <= (o.top + o.bottom) / 2 <= w.baseline
            for w in row
        )
        for o in others
    )
