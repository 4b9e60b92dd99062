"""The pages of a PDF one below the other: where each lies at a zoom, which are visible. Pure geometry.

Sizes of pages are points; everything else is in logical pixels, rounded so that neighbouring pages do not touch.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

GAP = 20  # between pages and round them: room for a line of words above a page


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page on the canvas: left upper corner and size in logical pixels; `scale` pixels for a point."""

    number: int
    x: int
    y: int
    width: int
    height: int
    scale: float

    @property
    def bottom(self) -> int:
        """One pixel below the page."""
        return self.y + self.height


@dataclass(frozen=True)
class PageLayout:
    """All pages at a scale (pixels per point), centred in at least `room` pixels."""

    pages: tuple[PlacedPage, ...]
    width: int
    height: int

    @staticmethod
    def of(sizes: tuple[tuple[float, float], ...], scale: float, room: int) -> PageLayout:
        """Lay pages of these sizes out."""
        widths = [max(1, round(w * scale)) for w, _ in sizes]
        width = max([room, *(w + 2 * GAP for w in widths)])
        placed, y = [], GAP
        for number, ((_, height), page_width) in enumerate(zip(sizes, widths, strict=True), start=1):
            page_height = max(1, round(height * scale))
            placed.append(PlacedPage(number, (width - page_width) // 2, y, page_width, page_height, scale))
            y += page_height + GAP
        return PageLayout(tuple(placed), width, y)

    def between(self, top: int, bottom: int) -> tuple[PlacedPage, ...]:
        """The pages that show between two heights."""
        first = bisect_right(self.pages, top, key=lambda p: p.bottom)
        last = bisect_left(self.pages, bottom, key=lambda p: p.y)
        return self.pages[first:last]

    def at(self, x: int, y: int) -> PlacedPage | None:
        """The page at a point of the canvas."""
        return next((p for p in self.between(y, y + 1) if p.x <= x < p.x + p.width), None)

    def nearest(self, x: int, y: int) -> PlacedPage | None:
        """The page at a point of the canvas, or the one closest to it by height."""
        return self.at(x, y) or min(
            self.between(y - GAP, y + GAP) or self.pages[-1:],
            key=lambda p: max(p.y - y, y - p.bottom),
            default=None,
        )

    def main_page(self, top: int, bottom: int) -> int:
        """Number of the page that most of a view between two heights shows, the upper one of equals; 0 without pages."""
        shown = self.between(top, bottom)
        most = max(shown, key=lambda p: min(bottom, p.bottom) - max(top, p.y), default=None)
        return most.number if most else 0


def fit_page(sizes: tuple[tuple[float, float], ...], room: tuple[int, int]) -> float:
    """The scale at which the whole of every page shows in `room` (width and height in pixels)."""
    highest = max((h for _, h in sizes), default=0.0)
    if highest <= 0:
        return 1.0
    return max(0.05, min(fit_width(sizes, room[0]), (room[1] - 2 * GAP) / highest))


def fit_width(sizes: tuple[tuple[float, float], ...], room: int) -> float:
    """The scale at which the widest page fills `room` pixels."""
    widest = max((w for w, _ in sizes), default=0.0)
    return max(0.05, (room - 2 * GAP) / widest) if widest > 0 else 1.0
