"""Where one document stands when the other was scrolled: by the clauses that belong together, not by share of the length. No Qt.

Strategy: beginnings and ends of aligned clauses that stand in the same order on both sides are fixed points; between two of them
the place is found by proportion. A clause that was moved leads nobody astray: it is no fixed point.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

Point = tuple[int, int]  # offsets in the old and in the new text


@dataclass(frozen=True, slots=True)
class Follow:
    """Fixed points, both offsets growing."""

    points: tuple[Point, ...]

    def across(self, offset: int, *, to_new: bool) -> int:
        """The offset on the other side."""
        here, there = (0, 1) if to_new else (1, 0)
        at = bisect_right(self.points, offset, key=lambda point: point[here])
        if at == 0:
            return 0
        before = self.points[at - 1]
        if at == len(self.points):
            return before[there]
        after = self.points[at]
        share = (offset - before[here]) / max(1, after[here] - before[here])
        return before[there] + int(share * (after[there] - before[there]))


def follow(points: Iterable[Point]) -> Follow:
    """The longest part of the points whose offsets grow on both sides."""
    given = sorted(set(points))
    tails: list[int] = []  # new offsets that end the best chains so far
    last: list[int] = []  # index of their points
    before: dict[int, int | None] = {}
    for index, (_, new) in enumerate(given):
        at = bisect_right(tails, new)
        before[index] = last[at - 1] if at else None
        tails[at : at + 1] = [new]
        last[at : at + 1] = [index]
    chain: list[Point] = []
    current = last[-1] if last else None
    while current is not None:
        chain.append(given[current])
        current = before[current]
    return Follow(tuple(reversed(chain)))
