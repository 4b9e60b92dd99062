"""What is asked of the worker for one page: the page as a whole, its parts when it is looked at closely, or a thumbnail. No Qt.

Strategy: a page is drawn whole as long as that costs little. Closer up it is cut along a fixed grid, so that a part once drawn
serves again after scrolling; until the parts have come, the page as a whole is shown enlarged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.jobs.rendering import MAX_SIDE, Clip

WHOLE_PIXELS = 8_000_000  # 32 MB
_ROUGH_PIXELS = 2_000_000
TILE = 1024  # pixels of a side

Slot = tuple[int, bool, Clip | None, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A page of `width` × `height` device pixels, or the part `clip` of it; `rough`: any size of it will do."""

    page: int
    width: int
    height: int
    clip: Clip | None = None
    rough: bool = False
    thumbnail: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the bitmap."""
        return (self.width, self.height) if self.clip is None else self.clip[2:]

    @property
    def bytes(self) -> int:
        """Of the bitmap."""
        return self.size[0] * self.size[1] * 4

    @property
    def slot(self) -> Slot:
        """What it takes the place of: the page in another size; parts stay beside those of another size."""
        return self.page, self.thumbnail, self.clip, self.width if self.clip else 0


def is_whole(width: int, height: int) -> bool:
    """Whether a page of this size is drawn whole."""
    return width * height <= WHOLE_PIXELS


def page_piece(page: int, width: int, height: int) -> Piece:
    """The page as a whole, in a rough size where it is too large."""
    if is_whole(width, height):
        return Piece(page, max(1, width), max(1, height))
    return Piece(page, *_bounded(width, height), rough=True)


def thumbnail_piece(page: int, width: int, height: int) -> Piece:
    """The page in a size to be found by."""
    return Piece(page, max(1, width), max(1, height), thumbnail=True)


def tiles(page: int, width: int, height: int, seen: tuple[float, float, float, float]) -> Iterator[Piece]:
    """The parts of a large page that show in `seen` (left, top, right, bottom in pixels of the page)."""
    if is_whole(width, height) or max(width, height) > MAX_SIDE:
        return
    left, top, right, bottom = seen
    for y in _steps(top, bottom, height):
        for x in _steps(left, right, width):
            yield Piece(page, width, height, (x, y, min(TILE, width - x), min(TILE, height - y)))


def _steps(low: float, high: float, end: int) -> range:
    """Where the tiles begin that lie between two edges."""
    first = max(0, int(low) // TILE * TILE)
    return range(first, min(end, max(first, int(high) + 1)), TILE)


def _bounded(width: int, height: int) -> tuple[int, int]:
    factor = (_ROUGH_PIXELS / (width * height)) ** 0.5
    return max(1, int(width * factor)), max(1, int(height * factor))
