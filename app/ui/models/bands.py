"""The document as a strip with its repeated parts as bands and ribbons between copies: places as shares 0..1 of its length.

Strategy: clauses take the room of their text. What would be drawn closer together than a reader can tell apart is drawn once:
at a given height, small bands and ribbons that fall on the same pixels are joined, so that thousands cost what some hundred do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from app.models.reading import Reading
from app.ui.models.duplicates import Group

SMALL = 3.0  # pixels; a smaller band is joined with others on the same spot
JOINED = 4.0  # pixels within which the ends of two thin ribbons are the same
MOST_RIBBONS = 300  # in one picture, the thickest first


@dataclass(frozen=True, slots=True)
class Band:
    """A copy of a group from `start` to `end`; lane 0: a section, 1: a single clause."""

    group: int
    copy: int
    start: float
    end: float
    lane: int

    @property
    def middle(self) -> float:
        """Where a ribbon would hang."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Ribbon:
    """From one copy to the next; both are numbers of bands."""

    group: int
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Tick:
    """Where a page begins."""

    page: int
    at: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Bands in order of groups and copies."""

    bands: tuple[Band, ...] = ()
    ribbons: tuple[Ribbon, ...] = ()
    ticks: tuple[Tick, ...] = ()
    starts: tuple[float, ...] = ()  # of all clauses

    def clause_at(self, place: float) -> int:
        """The number of the clause at a place."""
        return max(0, min(bisect_right(self.starts, place) - 1, len(self.starts) - 1))

    def band_at(self, place: float, slack: float = 0.0) -> int | None:
        """The number of the band at a place: a clause before the section round it, else the nearest within `slack`."""
        inside = [n for n, band in enumerate(self.bands) if band.start <= place <= band.end]
        if inside:
            return max(inside, key=lambda n: self.bands[n].lane)
        near = [(min(abs(b.start - place), abs(b.end - place)), n) for n, b in enumerate(self.bands)]
        distance, number = min(near, default=(1.0, -1))
        return number if number >= 0 and distance <= slack else None


def picture_of(groups: Iterable[Group], reading: Reading) -> Picture:
    """Where everything stands."""
    lengths = [len(c.text) + len(c.heading) + len(c.label) + 1 for c in reading.clauses]
    ends = list(accumulate(lengths))
    whole = ends[-1] if ends else 1
    starts = tuple((end - length) / whole for end, length in zip(ends, lengths, strict=True))
    places = {c.id: (start, end / whole) for c, start, end in zip(reading.clauses, starts, ends, strict=True)}
    bands = tuple(_bands(groups, places))
    ribbons = tuple(Ribbon(a.group, n, n + 1) for n, (a, b) in enumerate(pairwise(bands)) if a.group == b.group)
    return Picture(bands, ribbons, tuple(_ticks(reading, starts)), starts)


def _bands(groups: Iterable[Group], places: dict[str, tuple[float, float]]) -> Iterator[Band]:
    for number, group in enumerate(groups):
        lane = 0 if group.is_section else 1
        for n, copy in enumerate(group.copies):
            yield Band(number, n, places[copy[0]][0], places[copy[-1]][1], lane)


def _ticks(reading: Reading, starts: tuple[float, ...]) -> Iterator[Tick]:
    seen = 0
    for clause, start in zip(reading.clauses, starts, strict=True):
        if clause.page is not None and clause.page > seen:
            seen = clause.page
            yield Tick(clause.page, start)


# --- at a given size


@dataclass(frozen=True, slots=True)
class Window:
    """What of the strip is seen: `top` and `bottom` as shares, on so many `pixels`."""

    top: float
    bottom: float
    pixels: float

    def y(self, place: float) -> float:
        """In pixels from the upper edge; outside of the window beyond its edges."""
        return (place - self.top) / (self.bottom - self.top) * self.pixels

    def place(self, y: float) -> float:
        """The share at a pixel."""
        return self.top + y / self.pixels * (self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class DrawnBand:
    """`count` bands on one spot; `band` is the first of them."""

    band: int
    top: float
    bottom: float
    count: int = 1


@dataclass(frozen=True, slots=True)
class DrawnRibbon:
    """From `top[0]..top[1]` to `bottom[0]..bottom[1]`, for `count` ribbons; `ribbon` is the first of them."""

    ribbon: int
    top: tuple[float, float]
    bottom: tuple[float, float]
    count: int = 1


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn in a window; `left_out`: how many ribbons were too many."""

    bands: tuple[DrawnBand, ...]
    ribbons: tuple[DrawnRibbon, ...]
    left_out: int = 0


def drawn(picture: Picture, window: Window) -> Drawn:
    """Bands and ribbons in sight, small ones joined."""
    ribbons = _ribbons(picture, window)
    shown = sorted(ribbons, key=lambda r: r.top[0] - r.top[1])[:MOST_RIBBONS]
    return Drawn(
        tuple(_seen(picture, window)), tuple(shown), sum(r.count for r in ribbons) - sum(r.count for r in shown)
    )


def _seen(picture: Picture, window: Window) -> list[DrawnBand]:
    joined: dict[object, DrawnBand] = {}
    for number, band in enumerate(picture.bands):
        if band.end < window.top or band.start > window.bottom:
            continue
        top, bottom = window.y(band.start), window.y(band.end)
        small = bottom - top < SMALL
        spot = (band.lane, round(top / SMALL)) if small else number
        known = joined.get(spot)
        joined[spot] = (
            DrawnBand(known.band, min(known.top, top), max(known.bottom, bottom), known.count + 1)
            if known
            else DrawnBand(number, top, max(bottom, top + SMALL if small else bottom))
        )
    return list(joined.values())


def _ribbons(picture: Picture, window: Window) -> list[DrawnRibbon]:
    joined: dict[object, DrawnRibbon] = {}
    for number, ribbon in enumerate(picture.ribbons):
        first, second = picture.bands[ribbon.first], picture.bands[ribbon.second]
        if second.end < window.top or first.start > window.bottom:
            continue
        top = (window.y(first.start), window.y(first.end))
        bottom = (window.y(second.start), window.y(second.end))
        thin = top[1] - top[0] < SMALL
        spot = (round(top[0] / JOINED), round(bottom[0] / JOINED)) if thin else number
        known = joined.get(spot)
        joined[spot] = (
            DrawnRibbon(known.ribbon, known.top, known.bottom, known.count + 1)
            if known
            else DrawnRibbon(number, top, bottom)
        )
    return list(joined.values())
