"""What stands on a page: boxes of a height that draw themselves, most of them one line of text.

A box cannot be split but for rows of tables. What goes on over several boxes (the bar of a finding, the ground of a quote) is drawn by
each of them over its own height, so it needs no thought where a page ends.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol

from app.reporting.pdf.lines import Line
from app.reporting.pdf.look import LEADING, SOFT


class Pen(Protocol):
    """Draws on the current page; lengths in points, y grows upwards."""

    def line_of_text(self, line: Line, x: float, baseline: float) -> None:
        """With its links."""

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A rectangle."""

    def rule(self, x: float, y: float, width: float, colour: str, thickness: float = 0.5) -> None:
        """A level line."""

    def chip(self, x: float, y: float, width: float, height: float, colour: str, *, full: bool) -> None:
        """A rectangle with round corners, full or its outline."""

    def picture(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """A PNG or JPEG."""

    def page_number_of(self, anchor: str, right: float, baseline: float, dots_from: float) -> None:
        """Where a heading stands, led to by dots."""


@dataclass(frozen=True, slots=True)
class Side:
    """A strip of colour over the height of a box: a bar, or the ground it stands on."""

    x: float
    width: float
    colour: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A place to lead to; `title` and `level` where it is in the outline."""

    anchor: str
    title: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """`keep`: on one page with the next. `head`: what stands above it at the top of a page. `fresh`: opens a page.

    As such: an empty space, which is left out at the top of a page.
    """

    height: float
    keep: bool = False
    sides: tuple[Side, ...] = ()
    marks: tuple[Mark, ...] = ()
    head: Box | None = None
    fresh: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing is lost without it."""
        return True

    def split(self, room: float) -> tuple[Box, Box] | None:
        """What fits and the rest; None where that cannot be."""
        return None

    def draw(self, pen: Pen, top: float) -> None:
        """With its upper edge at `top`."""
        for side in self.sides:
            pen.fill(side.x, top - self.height, side.width, self.height, side.colour)


@dataclass(frozen=True, slots=True)
class LineBox(Box):
    """A line of text; `lead` stands before it, as a bullet does."""

    line: Line = field(default_factory=lambda: Line(()))
    x: float = 0
    lead: Line | None = None
    lead_x: float = 0
    under: float = 0  # length of a rule below
    page_of: str = ""  # a line of the contents: whose page it names
    right: float = 0

    @property
    def empty(self) -> bool:
        """Never."""
        return False

    def draw(self, pen: Pen, top: float) -> None:
        """On a baseline that leaves room for what hangs down."""
        Box.draw(self, pen, top)
        base = top - baseline(self.line, self.height)
        if self.lead is not None:
            pen.line_of_text(self.lead, self.lead_x, base)
        pen.line_of_text(self.line, self.x, base)
        if self.under:
            pen.rule(self.x, top - self.height + 1, self.under, SOFT, 0.7)
        if self.page_of:
            pen.page_number_of(self.page_of, self.right, base, self.x + self.line.width)


def baseline(line: Line, height: float) -> float:
    """How far below the upper edge the letters stand."""
    size = max((piece.look.size for piece in line.pieces), default=height / LEADING)
    return min(height, size * LEADING) * 0.76


@dataclass(frozen=True, slots=True)
class TagBox(LineBox):
    """A line whose end says what it is: a word on its colour."""

    tag: Line = field(default_factory=lambda: Line(()))
    colour: str = SOFT

    def draw(self, pen: Pen, top: float) -> None:
        """The tag stands at the right edge."""
        LineBox.draw(self, pen, top)
        draw_chip(pen, self.tag, self.right - chip_width(self.tag), top - self.height + 2, self.colour)


CHIP_HEIGHT = 13.0


def chip_width(text: Line) -> float:
    """With the room round it."""
    return text.width + 13


def draw_chip(pen: Pen, text: Line, x: float, y: float, colour: str, *, full: bool = True) -> None:
    """`text` has the colour that can be read on it."""
    pen.chip(x, y, chip_width(text), CHIP_HEIGHT, colour, full=full)
    pen.line_of_text(text, x + 6.5, y + 3.7)


@dataclass(frozen=True, slots=True)
class Chip:
    """A figure with its label."""

    text: Line
    colour: str


@dataclass(frozen=True, slots=True)
class ChipsBox(Box):
    """Figures side by side."""

    chips: tuple[Chip, ...] = ()
    x: float = 0

    @property
    def empty(self) -> bool:
        """Never."""
        return False

    def draw(self, pen: Pen, top: float) -> None:
        """From the left."""
        Box.draw(self, pen, top)
        x = self.x
        for chip in self.chips:
            draw_chip(pen, chip.text, x, top - CHIP_HEIGHT - 1, chip.colour, full=False)
            x += chip_width(chip.text) + 7


@dataclass(frozen=True, slots=True)
class PictureBox(Box):
    """Hangs down from its place and takes no height: the text beside it does."""

    data: bytes = b""
    x: float = 0
    size: tuple[float, float] = (0, 0)

    @property
    def empty(self) -> bool:
        """Never."""
        return False

    def draw(self, pen: Pen, top: float) -> None:
        """Below the upper edge."""
        pen.picture(self.data, self.x, top - self.size[1], *self.size)


@dataclass(frozen=True, slots=True)
class CellBox:
    """Lines of a cell, each with its height and the room above it."""

    x: float
    width: float
    lines: tuple[tuple[float, float, Line], ...]
    back: str = ""
    under: bool = False  # to write on

    @property
    def height(self) -> float:
        """Of all lines."""
        return sum(above + height for above, height, _ in self.lines)

    def cut(self, room: float) -> tuple[CellBox, CellBox]:
        """The lines that fit and the rest."""
        used, count = 0.0, 0
        for above, height, _ in self.lines:
            if used + above + height > room:
                break
            used, count = used + above + height, count + 1
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:])


PAD = 3.2  # above and below the text of a row
GUTTER = 7.0  # between columns


@dataclass(frozen=True, slots=True)
class RowBox(Box):
    """A row of a table. `rule`: colour of the line below it, "" without one (its rest follows on the next page)."""

    cells: tuple[CellBox, ...] = ()
    rule: str = ""
    thickness: float = 0.5

    @property
    def empty(self) -> bool:
        """Never."""
        return False

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Between lines; None where not even one line of any cell fits."""
        cut = [cell.cut(room - 2 * PAD) for cell in self.cells]
        if not any(first.lines for first, _ in cut) or not any(rest.lines for _, rest in cut):
            return None
        first, rest = tuple(c[0] for c in cut), tuple(c[1] for c in cut)
        return (
            replace(self, cells=first, height=row_height(first), rule="", keep=False),
            replace(self, cells=rest, height=row_height(rest), marks=()),
        )

    def draw(self, pen: Pen, top: float) -> None:
        """Grounds first, then the text, then the rule."""
        Box.draw(self, pen, top)
        for cell in self.cells:
            if cell.back:
                ground = self.height - 0.6  # the rule above stays
                pen.fill(cell.x - GUTTER / 2, top - self.height, cell.width + GUTTER, ground, cell.back)
        for cell in self.cells:
            y = top - PAD
            for above, height, line in cell.lines:
                pen.line_of_text(line, cell.x, y - above - baseline(line, height))
                y -= above + height
            if cell.under:
                pen.rule(cell.x, top - self.height + 1, cell.width, SOFT, 0.7)
        if self.rule:
            left, last = self.cells[0], self.cells[-1]
            pen.rule(left.x, top - self.height, last.x + last.width - left.x, self.rule, self.thickness)


def row_height(cells: tuple[CellBox, ...]) -> float:
    """Of the tallest cell, with the room round it."""
    return max(cell.height for cell in cells) + 2 * PAD
