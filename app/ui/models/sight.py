"""Between places on pages and offsets of the canonical text, so that pages and text show the same place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from app.models.source import Box, SourceDocument, Span


class Sight:
    """Where the lines of a document stand; nothing is found in one without pages."""

    def __init__(self, source: SourceDocument) -> None:
        placed = [(line.start, line.end, line.box) for line in source.lines if line.box is not None]
        self._starts = [start for start, _, _ in placed]
        self._ends = [end for _, end, _ in placed]
        self._boxes = [box for _, _, box in placed]

    def offset_at(self, page: int, y: float) -> int | None:
        """Offset of the first text of a page that reaches below `y` points, else of the first text after it.

        Lines stand in reading order: of two columns it is the first one that reaches so far down.
        """
        first = bisect_left(self._boxes, page, key=lambda box: box.page)
        found = (
            start for start, box in zip(self._starts[first:], self._boxes[first:], strict=True) if _below(box, page, y)
        )
        return next(found, self._starts[-1] if self._starts else None)

    def box_at(self, offset: int) -> Box | None:
        """Box of the line at an offset; between two lines of the one before."""
        return self._boxes[self._line(offset)] if self._boxes else None

    def page_of(self, offset: int) -> int | None:
        """1-based page of the text at an offset."""
        box = self.box_at(offset)
        return box.page if box else None

    def span_of(self, page: int) -> Span:
        """From the first to the last text of a page; empty for one without."""
        first = bisect_left(self._boxes, page, key=lambda box: box.page)
        behind = bisect_right(self._boxes, page, key=lambda box: box.page)
        return (self._starts[first], self._ends[behind - 1]) if first < behind else (0, 0)

    def _line(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)


def _below(box: Box, page: int, y: float) -> bool:
    return box.page > page or box.bottom > y


def hits_between(hits: tuple[Span, ...], start: int, end: int) -> range:
    """Indexes of the hits that share a character with `[start, end)`; hits are in order and do not overlap."""
    return range(bisect_right(hits, start, key=lambda hit: hit[1]), bisect_left(hits, end, key=lambda hit: hit[0]))


def page_starts(source: SourceDocument) -> tuple[tuple[int, int], ...]:
    """Offset of the first line of each page after the first, and its number."""
    placed = [(line.start, line.box.page) for line in source.lines if line.box is not None]
    return tuple(now for before, now in pairwise(placed) if now[1] != before[1])
