"""Which clause stands at a place of the canonical text: an index of the clauses' spans, for lists and views that ask often."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from app.models.reading import Clause
from app.models.source import Span


class ClauseSpans:
    """Spans of clauses never overlap; each clause has at least one."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        found = sorted((*span, clause.id) for clause in clauses for span in clause.spans)
        self._starts = [start for start, _, _ in found]
        self._ends = [end for _, end, _ in found]
        self._clauses = [clause for _, _, clause in found]

    def at(self, offset: int) -> str | None:
        """The clause with text at a place, its end included."""
        n = bisect_right(self._starts, offset) - 1
        return self._clauses[n] if n >= 0 and offset <= self._ends[n] else None

    def next_from(self, offset: int) -> str | None:
        """The clause at a place, or the first behind it."""
        n = bisect_left(self._ends, offset)
        return self._clauses[n] if n < len(self._clauses) else None

    def between(self, start: int, end: int) -> tuple[str, ...]:
        """The clauses that share some of `[start, end]`, in reading order, each once."""
        first = bisect_left(self._ends, start)
        return tuple(dict.fromkeys(self._clauses[first : bisect_right(self._starts, end)]))


def within(spans: Iterable[Span], start: int, end: int) -> Iterator[Span]:
    """The parts of the spans inside `[start, end]`."""
    for a, b in spans:
        if a <= end and b >= start:
            yield max(a, start), min(b, end)
