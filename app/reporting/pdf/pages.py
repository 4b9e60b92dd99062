"""Boxes put on pages, one after the other.

What is kept together moves to the next page as one, unless it is taller than most of a page. A tall row of a table is split; the head of a
table is repeated. Nothing is ever left out but empty space at the top of a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from app.reporting.pdf.boxes import Box

_TALL: Final = 0.4  # of a page: a row above it is split where it stands, a shorter one moves
_MOST_KEPT: Final = 0.7  # of a page
_LONGEST_CHAIN: Final = 40  # boxes
_SOME_LINES: Final = 60.0  # points


@dataclass(slots=True)
class Page:
    """Boxes with their distance from the top of the text."""

    boxes: list[tuple[float, Box]] = field(default_factory=list)


def paginate(boxes: Sequence[Box], height: float) -> list[Page]:
    """At least one page; `height`: of the text of a page."""
    return _Pager(height).pages_of(boxes)


class _Pager:
    def __init__(self, height: float) -> None:
        self._height = height
        self._pages = [Page()]
        self._used = 0.0
        self._filled = False  # something but a repeated head stands on the page

    def pages_of(self, boxes: Sequence[Box]) -> list[Page]:
        waiting = list(reversed(boxes))
        while waiting:
            box = waiting.pop()
            if box.fresh and self._filled:
                self._turn()
            if not self._filled:
                if box.empty and not box.marks:
                    continue
                self._repeat_head(box)
            waiting += self._placed(box, self._needed(box, waiting))
        return self._pages

    def _placed(self, box: Box, needed: float) -> list[Box]:
        """What is still to be placed of it."""
        room = self._height - self._used
        if needed <= room + 0.01:
            self._put(box)
            return []
        parts = box.split(room) if box.height > self._height * _TALL or not self._filled else None
        if parts is not None:
            self._put(parts[0])
            self._turn()
            return [parts[1]]
        if self._filled:
            self._turn()
            return [box]
        self._put(box)  # taller than a page and in one piece: nothing that we make is
        return []

    def _needed(self, box: Box, waiting: Sequence[Box]) -> float:
        """The height of it with all that it is kept with, white between them too; of an endless chain as much as may be kept."""
        total, last, kept = box.height, box, False
        for step in range(1, _LONGEST_CHAIN):
            kept = last.keep or (kept and last.empty)
            if not kept or step > len(waiting):
                break
            last = waiting[-step]
            if total + self._least(last) > self._height * _MOST_KEPT:
                break
            total += self._least(last)
        return total

    def _least(self, box: Box) -> float:
        """What must stand on the page where it begins: some lines of what is split."""
        return min(box.height, _SOME_LINES) if box.height > self._height * _TALL else box.height

    def _repeat_head(self, box: Box) -> None:
        if box.head is not None and box.head is not box and box.head.height < self._height * _TALL and not self._used:
            self._put(box.head)
            self._filled = False

    def _put(self, box: Box) -> None:
        self._pages[-1].boxes.append((self._used, box))
        self._used += box.height
        self._filled = True

    def _turn(self) -> None:
        self._pages.append(Page())
        self._used, self._filled = 0.0, False
