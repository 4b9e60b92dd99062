"""Where blocks stand, and what they all need: lines of text and the white between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from app.reporting.paper import Text
from app.reporting.pdf.boxes import Box, LineBox, Mark, Side
from app.reporting.pdf.lines import Setter
from app.reporting.pdf.look import LEADING, Look

BETWEEN: Final = 5.0  # paragraphs
NARROWEST: Final = 120.0  # frames within frames are not indented for ever


@dataclass(frozen=True, slots=True)
class Area:
    """Where blocks stand: left edge, width, what is drawn beside and below them, and the size of their type."""

    x: float
    width: float
    sides: tuple[Side, ...] = ()
    factor: float = 1.0

    def inner(self, left: float, right: float = 0, *sides: Side) -> Area:
        """Narrower by `left` and `right`."""
        if self.width - left - right < NARROWEST:
            return replace(self, sides=(*self.sides, *sides))
        return replace(self, x=self.x + left, width=self.width - left - right, sides=(*self.sides, *sides))


class Texts:
    """Sets the texts of blocks; `spread` stretches or shrinks the white between them."""

    def __init__(self, setter: Setter, spread: float = 1.0) -> None:
        self.set = setter
        self._spread = spread

    def white(self, height: float, area: Area, *, keep: bool = False) -> Box:
        """Room between blocks."""
        return Box(height * self._spread * area.factor, keep=keep, sides=area.sides)

    def text(self, text: Text, look: Look, area: Area, *, keep: bool = False, anchor: str = "") -> Iterator[LineBox]:
        """A paragraph's lines, of which no first or last one stands alone on a page."""
        look = look.sized(area.factor * self.set.factor)
        lines = self.set.lines(text, look, area.width)
        for number, line in enumerate(lines):
            yield LineBox(
                height=look.size * LEADING,
                keep=keep or (number in (0, len(lines) - 2) and number < len(lines) - 1),
                sides=area.sides,
                marks=(Mark(anchor),) if anchor and number == 0 else (),
                line=line,
                x=area.x,
            )
