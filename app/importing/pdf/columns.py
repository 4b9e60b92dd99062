"""Reading order of a page: regions of one, two or more columns from the white space of the page itself.

Strategy: a gutter is a vertical strip no text crosses, along several lines, with prose on both sides. The best gutter
splits the page into what stands above, the columns beside it and what stands below; each part is split again. Text
that crosses the strip (a heading over both columns) ends the region. The narrow white space between a label in the
margin and its text is no gutter: there is no prose on its left. A gutter that is certain on one page helps on pages
with few lines.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.importing.pdf.geometry import Fragment

_STRIP = 4.0  # points: the least width looked for
_MIN_LINES = 4  # on each side
_MANY_LINES = 10  # from here on a narrow gutter is believed
_MIN_SHARE = 0.2  # of the text's width that a column takes at least
_MIN_FILL = 0.5  # how full the lines of a column are on average
_MIN_CHARACTERS = 14  # a line of a column has on average
_LABEL_SHARE = 0.12  # of the text's width: a strip of words narrower than this between two gutters holds labels
_HINT_SHARE = 0.8  # of a certain gutter's white space that a gutter shares to be the same


Strip = tuple[float, float]  # from x0 to x1


@dataclass(frozen=True, slots=True)
class Region:
    """Fragments that are read line by line from top to bottom; `left`, `right`: the edges of the text."""

    fragments: tuple[Fragment, ...]
    column: int = 0
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Gutter:
    """White space from `x0` to `x1` between `top` and `bottom`; `lines` on the side that has fewer."""

    x0: float
    x1: float
    top: float
    bottom: float
    lines: int

    @property
    def middle(self) -> float:
        """Where the page is cut."""
        return (self.x0 + self.x1) / 2


def regions_of(fragments: Sequence[Fragment], hints: Sequence[Strip] = ()) -> list[Region]:
    """The fragments of a page as regions in reading order. `hints`: the document's certain gutters."""
    if not fragments:
        return []
    width = max(f.x1 for f in fragments) - min(f.x0 for f in fragments)
    return _split(list(fragments), width, tuple(hints))


def gutters_of(fragments: Sequence[Fragment]) -> list[Strip]:
    """The best gutter of a page, as a hint for the document's other pages."""
    if not fragments:
        return []
    width = max(f.x1 for f in fragments) - min(f.x0 for f in fragments)
    best = _best(fragments, width, ())
    return [(best.x0, best.x1)] if best else []


def _split(fragments: list[Fragment], width: float, hints: tuple[Strip, ...]) -> list[Region]:
    if not fragments:
        return []
    gutter = _best(fragments, width, hints)
    if gutter is None:
        return [Region(tuple(fragments))]
    above = [f for f in fragments if _middle(f) < gutter.top]
    below = [f for f in fragments if _middle(f) > gutter.bottom]
    beside = [f for f in fragments if gutter.top <= _middle(f) <= gutter.bottom]
    left = _split([f for f in beside if f.x1 <= gutter.middle], width, hints)
    right = _split([f for f in beside if f.x1 > gutter.middle], width, hints)
    return [*_split(above, width, hints), *_side_by_side(left, right), *_split(below, width, hints)]


def _side_by_side(left: list[Region], right: list[Region]) -> list[Region]:
    """Columns counted from the left, also where a side was split again."""
    first = max(r.columns for r in left)
    total = first + max(r.columns for r in right)
    return [replace(r, columns=total) for r in left] + [
        replace(r, column=r.column + first, columns=total) for r in right
    ]


def _middle(fragment: Fragment) -> float:
    return (fragment.top + fragment.bottom) / 2


def _best(fragments: Sequence[Fragment], width: float, hints: tuple[Strip, ...]) -> Gutter | None:
    if not fragments:
        return None
    by_top = sorted(fragments, key=lambda f: (f.top, f.bottom))
    by_middle = sorted(fragments, key=_middle)
    middles = [_middle(f) for f in by_middle]
    end = max(f.bottom for f in fragments)
    least = min((f.size for f in fragments if f.table is None), default=0.0)
    found: list[Gutter] = []
    for x in sorted({round(f.x1) for f in fragments if f.table is None}):
        blockers = [f for f in by_top if f.x0 < x + _STRIP and f.x1 > x + 1]
        for top, bottom in _free_runs(blockers, by_top[0].top, end):
            if bottom - top >= least:
                beside = by_middle[bisect_left(middles, top) : bisect_right(middles, bottom)]
                gutter = _gutter(beside, x, (top, bottom), width, hints)
                found.extend([gutter] if gutter else [])
    found = [g for g in found if not _is_label_gutter(g, found, width)]
    return max(found, key=lambda g: (g.lines, g.x1 - g.x0, -g.x0), default=None)


def _free_runs(blockers: Sequence[Fragment], top: float, bottom: float) -> list[tuple[float, float]]:
    """The stretches between `top` and `bottom` that no blocker covers; the blockers are ordered by `top`."""
    runs = []
    for blocker in blockers:
        if blocker.top > top:
            runs.append((top, blocker.top))
        top = max(top, blocker.bottom)
    runs.append((top, bottom))
    return runs


def _gutter(
    fragments: Sequence[Fragment], x: float, run: tuple[float, float], width: float, hints: tuple[Strip, ...]
) -> Gutter | None:
    """The white space right of `x` in the run, if columns of prose stand on its sides."""
    beside = [f for f in fragments if f.table is None]
    left = [f for f in beside if f.x1 <= x + 1]
    right = [f for f in beside if f.x0 >= x + _STRIP]
    if not left or not right:
        return None
    x0, x1 = max(f.x1 for f in left), min(f.x0 for f in right)
    lines = min(_lines(left), _lines(right))
    gutter = Gutter(x0, x1, *run, lines)
    if any(min(x1, h1) - max(x0, h0) >= _HINT_SHARE * (h1 - h0) for h0, h1 in hints):
        return gutter if _may_be_columns(left, right, width) else None
    size = sorted(f.size for f in beside)[len(beside) // 2]
    if lines < _MIN_LINES or x1 - x0 < (0.5 if lines >= _MANY_LINES else 1.0) * size:
        return None
    return gutter if _may_be_columns(left, right, width) and _overlap(left, right) else None


def _may_be_columns(left: Sequence[Fragment], right: Sequence[Fragment], width: float) -> bool:
    return all(_is_prose(side, width) for side in (left, right))


def _is_prose(side: Sequence[Fragment], width: float) -> bool:
    own = max(f.x1 for f in side) - min(f.x0 for f in side)
    lines = _lines(side)
    filled = sum(f.x1 - f.x0 for f in side) / lines
    characters = sum(len(f.text) for f in side) / lines
    return own >= _MIN_SHARE * width and filled >= _MIN_FILL * own and characters >= _MIN_CHARACTERS


def _overlap(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Whether the two sides stand beside each other over some lines, and are not one below the other."""
    low = max(min(f.top for f in left), min(f.top for f in right))
    high = min(max(f.bottom for f in left), max(f.bottom for f in right))
    return high - low >= 3 * min(f.size for f in left)


def _lines(side: Sequence[Fragment]) -> int:
    return len({round(f.baseline / 2) for f in side})


def _is_label_gutter(gutter: Gutter, others: Sequence[Gutter], width: float) -> bool:
    """Whether only labels stand between this gutter and the real one on its left."""
    return any(
        other.x1 < gutter.x0
        and gutter.x0 - other.x1 < _LABEL_SHARE * width
        and min(other.bottom, gutter.bottom) > max(other.top, gutter.top)
        for other in others
    )
