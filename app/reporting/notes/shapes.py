"""From boxes of the page as displayed to the page's own space, and what is drawn there.

Strategy: the matrix of the page turns every corner; a quad keeps its sense of direction (upper left, upper right, lower left, lower right as
displayed), which readers use to follow the text. Each annotation brings its picture, because readers draw their own or none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.models.source import Box, Page

Point = tuple[float, float]
Rect = tuple[float, float, float, float]
"""Left, bottom, right, top in the page's own space."""
Color = tuple[float, float, float]

ICON: Final = 18.0  # points: what readers give a note
_STEP: Final = ICON + 4
_MARGIN: Final = 8.0
_PAPER: Final[Color] = (1.0, 0.96, 0.72)
_INK: Final[Color] = (0.35, 0.29, 0.05)


@dataclass(frozen=True, slots=True)
class Quad:
    """Four corners as displayed: upper left, upper right, lower left, lower right."""

    corners: tuple[Point, Point, Point, Point]

    @property
    def numbers(self) -> tuple[float, ...]:
        """As they are written."""
        return tuple(n for corner in self.corners for n in corner)


def quad(box: Box, page: Page) -> Quad:
    """Where a displayed box lies in the page's own space."""
    points = ((box.x0, box.top), (box.x1, box.top), (box.x0, box.bottom), (box.x1, box.bottom))
    upper_left, upper_right, lower_left, lower_right = (_moved(point, page) for point in points)
    return Quad((upper_left, upper_right, lower_left, lower_right))


def _moved(point: Point, page: Page) -> Point:
    a, b, c, d, e, f = page.to_user_space
    x, y = point
    return round(a * x + c * y + e, 2), round(b * x + d * y + f, 2)


def around(quads: Iterable[Quad]) -> Rect:
    """The upright rectangle around all of them."""
    corners = [corner for found in quads for corner in found.corners]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def on_page(box: Box, page: Page) -> bool:
    """Whether it can be seen: what lies beside the page or has no area cannot be marked."""
    inside = box.x0 < page.width and box.x1 > 0 and box.top < page.height and box.bottom > 0
    return inside and box.x1 > box.x0 and box.bottom > box.top


def icon_place(number: int, page: Page) -> Rect:
    """Where the note of this number (from 0) stands on a page: down the left edge, then in the next column.

    Readers keep such a note upright on a turned page, held by what is its upper left corner in the page's own space; those that
    turn it with the page find room around it.
    """
    margin = _MARGIN if page.rotation % 360 == 0 else _MARGIN + ICON
    rows = max(1, int((page.height - 2 * margin) // _STEP))
    column, row = divmod(number, rows)
    left = min(margin + column * _STEP, max(0.0, page.width - ICON))
    x, y = _moved((left, margin + row * _STEP), page)
    return x, y - ICON, x + ICON, y


# --- pictures


def highlight(quads: Iterable[Quad], color: Color) -> bytes:
    """Filled quads; they are laid over the text as ink of a marker."""
    lines = [b"/K gs", b"%.3f %.3f %.3f rg" % color]
    for found in quads:
        upper_left, upper_right, lower_left, lower_right = found.corners
        path = (upper_left, upper_right, lower_right, lower_left)
        lines += (b"%.2f %.2f %b" % (*point, b"m" if n == 0 else b"l") for n, point in enumerate(path))
        lines.append(b"h f")
    return b"\n".join(lines)


def icon() -> bytes:
    """A sheet with three lines of writing, `ICON` wide and high."""
    lines = [b"%.2f %.2f %.2f rg %.2f %.2f %.2f RG" % (*_PAPER, *_INK), b"1 w 1.5 1.5 15 15 re B"]
    lines += (b"4.5 %.1f m %.1f %.1f l S" % (y, right, y) for y, right in ((12.5, 13.5), (9.0, 13.5), (5.5, 10.0)))
    return b"\n".join(lines)
