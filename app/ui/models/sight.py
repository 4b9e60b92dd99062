"""On which pages offsets of the canonical text stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from app.models.source import SourceDocument, Span


class Sight:
    """Where the lines of a document stand; nothing is found in one without pages."""

    def __init__(self, source: SourceDocument) -> None:
        placed = [(line.start, line.box.page) for line in source.lines if line.box is not None]
        self._starts = [start for start, _ in placed]
        self._pages = [page for _, page in placed]

    def page_of(self, offset: int) -> int | None:
        """1-based page of the text at an offset."""
        if not self._pages:
            return None
        return self._pages[max(0, bisect_right(self._starts, offset) - 1)]


def hits_between(hits: tuple[Span, ...], start: int, end: int) -> range:
    """Indexes of the hits that share a character with `[start, end)`; hits are in order and do not overlap."""
    return range(bisect_right(hits, start, key=lambda hit: hit[1]), bisect_left(hits, end, key=lambda hit: hit[0]))


def page_starts(source: SourceDocument) -> tuple[tuple[int, int], ...]:
    """Offset of the first line of each page after the first, and its number."""
    placed = [(line.start, line.box.page) for line in source.lines if line.box is not None]
    return tuple(now for before, now in pairwise(placed) if now[1] != before[1])
