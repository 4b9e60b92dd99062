"""Signs on the sheet that stand in no recognised word: a label alone between two columns is often passed over.

Strategy: an engine looks for blocks of text first, and drops what is too small or too lonely for one. Ink outside all words
is put together to connected shapes; those as large as letters that touch no word make blocks of one line. Rulings and
specks are too low, logos too high, and what lies in a photograph is none of the page's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np

from app.importing.ocr.cleaning import INK
from app.importing.ocr.engine import OcrWord
from app.importing.ocr.sections import NARROWEST
from app.importing.ocr.typeface import size_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

# All in sizes of the page's type.
_HEIGHT = (0.3, 1.7)  # from a raised figure to a bracket of a heading
_WIDTH = (0.04, 3.0)  # from an i to letters that run into each other
_TALL = 2.5  # a shape higher than this is a picture, a frame or a ruling
_DOT = 0.06  # a smaller mark is a speck
_DOT_GAP = 0.3  # between a sign and its full stop or dot
_GAP = 0.6  # between two signs of a block
_BESIDE = 0.35  # nearer to a word a sign is a part of it that its box does not hold
_NEAR = 0.8  # so far off are the signs that a box too narrow for its word does not hold
_WORD = 3  # signs: so many together are a word of their own even beside another
_FILLED = 0.15  # share of ink: a frame has less, a photograph more
_TOUCHING = 2  # pixels
_MOST_RUNS = 3_000_000  # ten times as many as a full page of small print has: 0.5 GB, 2 s; beyond is a screened picture


@dataclass(frozen=True, slots=True)
class Box:
    """A place in pixels, right and lower edge beyond the last one; `signs`: how many shapes it holds."""

    x0: int
    top: int
    x1: int
    bottom: int
    signs: int = 1

    def holds(self, other: Box) -> bool:
        """Whether the other lies within."""
        return self.x0 <= other.x0 and other.x1 <= self.x1 and self.top <= other.top and other.bottom <= self.bottom

    def joined(self, other: Box) -> Box:
        """The room of both."""
        return Box(
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
            self.signs + other.signs,
        )


@dataclass(frozen=True, slots=True)
class _Shape:
    """Connected ink; `ink` in pixels, `touching`: it reaches up to a word."""

    box: Box
    ink: int
    touching: bool

    @property
    def filled(self) -> bool:
        box = self.box
        return self.ink >= _FILLED * (box.x1 - box.x0) * (box.bottom - box.top)


def left_over(words: Sequence[OcrWord], grey: NDArray[Any]) -> list[Box]:
    """The blocks of one line in which no word was read, from the top; none on a page without words."""
    if not words:
        return []
    size = size_of(words)
    shapes = _shapes(words, grey)
    pictures = [s.box for s in shapes if s.filled and s.box.bottom - s.box.top > _TALL * size]
    free = [s.box for s in shapes if not s.touching and not any(p.holds(s.box) for p in pictures)]
    blocks = _blocks([box for box in free if _is_letter(box, size)], _GAP * size)
    marks = [replace(box, signs=0) for box in free if _is_mark(box, size)]
    return [_with_marks(block, marks, _DOT_GAP * size) for block in blocks if not _is_read(block, words, size)]


def _is_letter(box: Box, size: float) -> bool:
    height, width = box.bottom - box.top, box.x1 - box.x0
    return _HEIGHT[0] * size <= height <= _HEIGHT[1] * size and _WIDTH[0] * size <= width <= _WIDTH[1] * size


def _is_mark(box: Box, size: float) -> bool:
    height, width = box.bottom - box.top, box.x1 - box.x0
    return _DOT * size <= height < _HEIGHT[0] * size and _DOT * size <= width <= _HEIGHT[1] * size


def _with_marks(block: Box, marks: Sequence[Box], gap: float) -> Box:
    """The block with the full stop behind it and the dots above it."""
    room = Box(*(round(edge) for edge in (block.x0 - gap, block.top - gap, block.x1 + gap, block.bottom + gap)))
    return reduce(Box.joined, [mark for mark in marks if room.holds(mark)], block)


def _is_read(block: Box, words: Sequence[OcrWord], size: float) -> bool:
    """Whether it is part of a word beside it, whose box is too narrow for its characters or a little off."""
    few = block.signs < _WORD
    return any(
        (few and _gap(block, w) < _BESIDE * size) or (_narrow(w) and _gap(block, w) < _NEAR * size)
        for w in words
        if w.top < block.bottom and block.top < w.bottom
    )


def _gap(block: Box, word: OcrWord) -> float:
    return max(word.x0 - block.x1, block.x0 - word.x1)


def _narrow(word: OcrWord) -> bool:
    return word.x1 - word.x0 < NARROWEST * (word.bottom - word.top) * len(word.text)


def _blocks(letters: Sequence[Box], gap: float) -> list[Box]:
    """The letters of a line that stand near each other, put together."""
    blocks: list[Box] = []
    for box in sorted(letters, key=lambda b: (b.x0, b.top)):
        near = [b for b in blocks if box.x0 - b.x1 <= gap and _on_a_line(b, box)]
        blocks = [b for b in blocks if b not in near] + [reduce(Box.joined, near, box)]
    return sorted(blocks, key=lambda b: (b.top, b.x0))


def _on_a_line(one: Box, other: Box) -> bool:
    """Whether the lower of the two stands beside the higher one for at least half of its height."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return 2 * shared >= min(one.bottom - one.top, other.bottom - other.top)


def _shapes(words: Sequence[OcrWord], grey: NDArray[Any]) -> list[_Shape]:
    """The connected ink outside the words."""
    ink = grey < INK
    ring = np.zeros_like(ink)
    for word in words:
        ring[_area(word, _TOUCHING)] = True
    for word in words:
        ink[_area(word, 0)] = False
    return list(_connected(ink, ring))


def _area(word: OcrWord, around: int) -> tuple[slice, slice]:
    return (
        slice(max(0, int(word.top) - around), int(word.bottom) + around),
        slice(max(0, int(word.x0) - around), int(word.x1) + around),
    )


def _connected(ink: NDArray[np.bool_], ring: NDArray[np.bool_]) -> Iterator[_Shape]:
    """The shapes of the ink: runs of the rows that touch, at a corner too, belong together."""
    rows, starts, ends = _runs(ink)
    if not 0 < len(rows) <= _MOST_RUNS:
        return
    near, line = np.flatnonzero(ring & ink), rows * ink.shape[1]
    touches = np.searchsorted(near, line + ends) > np.searchsorted(near, line + starts)
    roots = _roots(rows.tolist(), starts.tolist(), ends.tolist())
    order = np.argsort(roots, kind="stable")
    first = np.flatnonzero(np.diff(roots[order], prepend=-1))
    figures = zip(
        np.minimum.reduceat(starts[order], first).tolist(),
        np.minimum.reduceat(rows[order], first).tolist(),
        np.maximum.reduceat(ends[order], first).tolist(),
        np.maximum.reduceat(rows[order], first).tolist(),
        np.add.reduceat((ends - starts)[order], first).tolist(),
        np.logical_or.reduceat(touches[order], first).tolist(),
        strict=True,
    )
    for x0, top, x1, last, pixels, touching in figures:
        yield _Shape(Box(x0, top, x1, last + 1), pixels, touching)


def _runs(ink: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Row, first column and the column after the last of every run of ink, row by row."""
    edges = np.diff(np.pad(ink, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    return rows, starts, np.nonzero(edges == -1)[1]


def _roots(rows: Sequence[int], starts: Sequence[int], ends: Sequence[int]) -> NDArray[np.int64]:
    """For every run the number of the first one it is connected with."""
    parent = list(range(len(rows)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    above = 0
    for i, row in enumerate(rows):
        while rows[above] < row - 1 or (rows[above] == row - 1 and ends[above] < starts[i]):
            above += 1
        at = above
        while rows[at] == row - 1 and starts[at] <= ends[i]:
            one, other = sorted((root(i), root(at)))
            parent[other] = one
            at += 1
    return np.array([root(i) for i in range(len(rows))])
