"""The printed words of a page: which offset of the canonical text lies at a point, where a span of it is printed. Pure geometry.

Strategy: words that follow each other on a line make a strip (a wide gap ends it: another column or cell). A point belongs to the strip
it lies on, or to the nearest, where a strip reaches as far as nothing else begins beside it; so the empty end of a short line belongs
to that line and not to the column beside. All of a page is made when the page is first asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.models.source import Box, Run, SourceDocument, Span

_WIDE_GAP = 2.5  # heights of a line between two words: another cell
_SAME_LINE = 0.5  # of the height two words of a line share
_BESIDE = 1.5  # heights above and below in which another strip bounds this one
_UP_DOWN = 4.0  # how much more a distance across lines counts than one along them
_REACH = 2.0  # points round a strip in which a pointer is over text
_FAR = 10_000.0  # points; wider than any page
_WORD = re.compile(r"\w+")
_WORD_REACH = 80  # characters of a word to either side


@dataclass(frozen=True, slots=True)
class Strip:
    """Words `[first, last)` of the page on one line without a wide gap; `left` and `right`: how far it reaches for a pointer."""

    first: int
    last: int
    box: Box
    left: float = -_FAR
    right: float = _FAR

    def distance(self, x: float, y: float) -> float:
        """Of a point, for choosing the strip it belongs to."""
        down = max(self.box.top - y, y - self.box.bottom, 0.0)
        along = max(self.left - x, x - self.right, 0.0)
        return _UP_DOWN * down + along


@dataclass(frozen=True)
class PageText:
    """The words of one page in the order of the text."""

    words: tuple[Run, ...]

    @cached_property
    def strips(self) -> tuple[Strip, ...]:
        """In the order of the text."""
        return tuple(_bounded(list(_strips(self.words))))

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def over_text(self, x: float, y: float) -> bool:
        """Whether a point is on a line of text."""
        return any(
            s.box.x0 - _REACH <= x <= s.box.x1 + _REACH and s.box.top - _REACH <= y <= s.box.bottom + _REACH
            for s in self.strips
        )

    def offset_at(self, x: float, y: float) -> int | None:
        """The offset between two letters nearest to a point; None on a page without text."""
        strip = min(self.strips, key=lambda s: s.distance(x, y), default=None)
        return None if strip is None else self.offset_in(strip, x)

    def offset_in(self, strip: Strip, x: float) -> int:
        """The offset in a strip nearest to a height of `x`."""
        words = self.words[strip.first : strip.last]
        found = words[0]
        for word in words[1:]:
            if (_box(found).x1 + _box(word).x0) / 2 > x:
                break
            found = word
        return _offset_in(found, x)

    def strip_of(self, offset: int) -> Strip | None:
        """The strip an offset stands in, or the one before it."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        return next((s for s in self.strips if s.first <= index < s.last), None)

    def bounds(self, strip: Strip) -> Span:
        """The offsets of a strip."""
        return self.words[strip.first].start, self.words[strip.last - 1].end

    def caret(self, offset: int) -> Box | None:
        """Where a caret stands at an offset: a box without width."""
        strip = self.strip_of(offset)
        if strip is None:
            return None
        word = self.words[max(0, bisect_right(self._starts, offset) - 1)]
        x = _x_of(word, offset)
        return Box(strip.box.page, x, strip.box.top, x, strip.box.bottom)

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """Where a span is printed on this page, one box for each strip it touches, cut to its letters."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        return tuple(self._cut(start, end, first, last))

    def _cut(self, start: int, end: int, first: int, last: int) -> Iterator[Box]:
        for strip in self.strips:
            low, high = max(first, strip.first), min(last, strip.last)
            if low < high and self.words[low].end <= start:
                low += 1
            if low < high:
                x0, x1 = _x_of(self.words[low], start), _x_of(self.words[high - 1], end)
                yield Box(strip.box.page, x0, strip.box.top, x1, strip.box.bottom)

    @property
    def span(self) -> Span:
        """From the first word to the last; empty without words."""
        return (self.words[0].start, self.words[-1].end) if self.words else (0, 0)


class DocumentText:
    """The words of all pages."""

    def __init__(self, source: SourceDocument) -> None:
        self.source = source
        self._boxed = tuple(run for run in source.runs if run.box is not None)
        self._starts = [run.start for run in self._boxed]
        words: defaultdict[int, list[Run]] = defaultdict(list)
        for run in self._boxed:
            words[_box(run).page].append(run)
        self._words = dict(words)
        self._pages: dict[int, PageText] = {}

    def page(self, number: int) -> PageText:
        """Made when it is first asked for."""
        if number not in self._pages:
            self._pages[number] = PageText(tuple(self._words.get(number, ())))
        return self._pages[number]

    def page_of(self, offset: int) -> int:
        """The page on which the word at an offset, or the one before it, is printed; 0 without any."""
        if not self._boxed:
            return 0
        return _box(self._boxed[max(0, bisect_right(self._starts, offset) - 1)]).page

    def word_box(self, offset: int) -> Box | None:
        """Where the word at an offset, or the one before it, is printed."""
        return self._boxed[max(0, bisect_right(self._starts, offset) - 1)].box if self._boxed else None

    def next_page(self, page: int, by: int) -> int:
        """The nearest page with words below (1) or above (-1); 0 for none."""
        others = [number for number in self._words if (number - page) * by > 0]
        return min(others, key=lambda number: abs(number - page), default=0)

    def box_of(self, span: Span) -> Box | None:
        """Where a span begins."""
        page = self.page_of(span[0])
        return next(iter(self.page(page).boxes(*span)), None) or self.page(page).caret(span[0])

    def word_at(self, offset: int) -> Span:
        """The word around an offset; where there is none the one character after it."""
        text, low = self.source.text, max(0, offset - _WORD_REACH)
        for match in _WORD.finditer(text, low, min(len(text), offset + _WORD_REACH)):
            if match.start() <= offset <= match.end():
                return match.span()
        return offset, min(len(text), offset + 1)

    def paragraph_at(self, offset: int) -> Span:
        """The paragraph an offset stands in."""
        block = self.source.block_at(offset)
        return (block.start, block.end) if block else (0, len(self.source.text))


def _strips(words: Sequence[Run]) -> Iterator[Strip]:
    first = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or not _goes_on(_box(words[index - 1]), _box(words[index])):
            box = _box(words[first])
            for word in words[first + 1 : index]:
                box = box.joined(_box(word))
            yield Strip(first, index, box)
            first = index


def _goes_on(before: Box, after: Box) -> bool:
    height = max(before.bottom - before.top, 1.0)
    shared = min(before.bottom, after.bottom) - max(before.top, after.top)
    gap = after.x0 - before.x1
    return shared >= _SAME_LINE * min(height, after.bottom - after.top) and -height < gap < _WIDE_GAP * height


def _bounded(strips: list[Strip]) -> Iterator[Strip]:
    """With how far each reaches to both sides."""
    for strip in strips:
        box, beside = strip.box, _BESIDE * (strip.box.bottom - strip.box.top)
        near = [s.box for s in strips if s.box.top < box.bottom + beside and s.box.bottom > box.top - beside]
        left = max((b.x1 for b in near if b.x1 <= box.x0), default=-_FAR)
        right = min((b.x0 for b in near if b.x0 >= box.x1), default=_FAR)
        yield Strip(strip.first, strip.last, box, (left + box.x0) / 2, (right + box.x1) / 2)


def _offset_in(word: Run, x: float) -> int:
    box = _box(word)
    share = (x - box.x0) / max(box.x1 - box.x0, 0.01)
    return word.start + round(min(1.0, max(0.0, share)) * (word.end - word.start))


def _x_of(word: Run, offset: int) -> float:
    box = _box(word)
    share = (offset - word.start) / max(word.end - word.start, 1)
    return box.x0 + min(1.0, max(0.0, share)) * (box.x1 - box.x0)


def _box(run: Run) -> Box:
    if run.box is None:
        raise ValueError("a run without a place on a page")
    return run.box
