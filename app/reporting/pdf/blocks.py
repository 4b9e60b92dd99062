"""Blocks of a paper as boxes: how each kind stands on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from app.reporting.paper import (
    Block,
    Bullets,
    Contents,
    Counts,
    Folded,
    Frame,
    Heading,
    Lines,
    PageBreak,
    Paper,
    Paragraph,
    Span,
    Style,
    Table,
    Text,
    Tone,
    plain,
)
from app.reporting.pdf.boxes import (
    CHIP_HEIGHT,
    Box,
    CellBox,
    Chip,
    ChipsBox,
    LineBox,
    Mark,
    RowBox,
    Side,
    TagBox,
    chip_width,
    row_height,
)
from app.reporting.pdf.lines import Line, Setter
from app.reporting.pdf.look import (
    CELL,
    HEADINGS,
    LAST_HEADING,
    LEADING,
    LOOKS,
    PANEL,
    RULE,
    SOFT,
    WARN_BACK,
    Look,
    ink,
)
from app.reporting.pdf.tables import table_rows
from app.reporting.tones import sign
from app.wording.numbers import NO_BREAK

_ABOVE: Final = (20.0, 15.0, 10.0, 7.0)  # headings
_BELOW: Final = (5.0, 4.0, 2.5, 1.5)
_BETWEEN: Final = 5.0  # paragraphs
_SMALLER: Final = 0.87  # what is folded elsewhere
_NARROWEST: Final = 120.0  # frames within frames are not indented for ever
_NUMBER_ROOM: Final = 26.0  # of a page, in the contents
_PANELS: Final = {
    Style.NOTICE: (ink(Tone.INFO), PANEL),
    Style.WARNING: (ink(Tone.MEDIUM), WARN_BACK),
    Style.QUOTE: (RULE, PANEL),
    Style.DIFF: (RULE, ""),
}


@dataclass(frozen=True, slots=True)
class Area:
    """Where blocks stand: left edge, width, what is drawn beside and below them, and the size of their type."""

    x: float
    width: float
    sides: tuple[Side, ...] = ()
    factor: float = 1.0

    def inner(self, left: float, right: float = 0, *sides: Side) -> Area:
        """Narrower by `left` and `right`."""
        if self.width - left - right < _NARROWEST:
            return replace(self, sides=(*self.sides, *sides))
        return replace(self, x=self.x + left, width=self.width - left - right, sides=(*self.sides, *sides))


class Blocks:
    """Makes the boxes of a paper; `spread` stretches or shrinks the white between blocks."""

    def __init__(self, paper: Paper, setter: Setter, spread: float = 1.0) -> None:
        self._set = setter
        self._spread = spread
        self._headings = tuple(_headings(paper.blocks))
        self._number = 0

    def boxes(self, blocks: Iterable[Block], area: Area) -> Iterator[Box]:
        """In order, each with the white round it."""
        for block in blocks:
            yield from self._of(block, area)

    def _of(self, block: Block, area: Area) -> Iterator[Box]:
        match block:
            case Heading():
                yield from self._heading(block, area)
            case Paragraph():
                yield from self._paragraph(block, area)
            case Bullets():
                yield from self._bullets(block, area)
            case Table():
                yield from self._table(block, area)
            case Counts():
                yield from self._counts(block, area)
            case Lines():
                yield from self._lines(block, area)
            case _:
                yield from self._of_blocks(block, area)

    def _of_blocks(self, block: Frame | Folded | Contents | PageBreak, area: Area) -> Iterator[Box]:
        match block:
            case Frame():
                yield from self._frame(block, area)
            case Folded():
                yield from self._folded(block, area)
            case Contents():
                yield from self._contents(block, area)
            case PageBreak():
                yield Box(0, fresh=True)

    def white(self, height: float, area: Area, *, keep: bool = False) -> Box:
        """Room between blocks."""
        return Box(height * self._spread * area.factor, keep=keep, sides=area.sides)

    def text(self, text: Text, look: Look, area: Area, *, keep: bool = False, anchor: str = "") -> Iterator[LineBox]:
        """A paragraph's lines, of which no first or last one stands alone on a page."""
        look = look.sized(area.factor * self._set.factor)
        lines = self._set.lines(text, look, area.width)
        for number, line in enumerate(lines):
            yield LineBox(
                height=look.size * LEADING,
                keep=keep or (number in (0, len(lines) - 2) and number < len(lines) - 1),
                sides=area.sides,
                marks=(Mark(anchor),) if anchor and number == 0 else (),
                line=line,
                x=area.x,
            )

    # --- headings

    def _heading(self, heading: Heading, area: Area) -> Iterator[Box]:
        level = min(max(heading.level, 1), 4)
        look = (*HEADINGS, LAST_HEADING)[level - 1].sized(area.factor * self._set.factor)
        mark = Mark(heading.anchor or self._own_anchor(), heading.text, level)
        tag = heading.tag and self._tag_line(heading.tag)
        room = area.width - (chip_width(tag) + 8 if tag else 0)
        lines = self._set.lines(plain(heading.text), look, max(room, _NARROWEST / 2))
        yield self.white(_ABOVE[level - 1], area)
        for number, line in enumerate(lines):
            first, last = number == 0, number == len(lines) - 1
            box = LineBox(
                height=look.size * 1.25 + (4 if level == 1 and last else 0),
                keep=True,
                sides=area.sides,
                marks=(mark,) if first else (),
                line=line,
                x=area.x,
                under=area.width if level == 1 and last else 0,
            )
            yield self._tagged(box, heading.tag, tag, area) if heading.tag and tag and first else box
        yield self.white(_BELOW[level - 1], area, keep=True)

    def _own_anchor(self) -> str:
        self._number += 1
        return f"\0{self._number}"  # no anchor of a paper is called so

    def _tag_line(self, tag: Span) -> Line:
        """White on its colour, with its sign."""
        look = Look(size=8 * self._set.factor, ink="#ffffff", strong=True)
        words = f"{sign(tag.tone)}{NO_BREAK} {' '.join(tag.text.split())}".strip(f"{NO_BREAK} ")
        return self._set.one_line(plain(words), look, 160)

    def _tagged(self, box: LineBox, tag: Span, line: Line, area: Area) -> TagBox:
        return TagBox(
            height=max(box.height, CHIP_HEIGHT + 2),
            keep=True,
            sides=box.sides,
            marks=box.marks,
            line=box.line,
            x=box.x,
            under=box.under,
            right=area.x + area.width,
            tag=line,
            colour=ink(tag.tone),
        )

    def _contents(self, contents: Contents, area: Area) -> Iterator[Box]:
        """A line a heading; the number of its page is drawn when all pages are known."""
        yield self.white(_ABOVE[1], area)
        yield from self.text(plain(contents.title), HEADINGS[1], area, keep=True)
        yield self.white(_BELOW[1], area, keep=True)
        for heading, anchor in self._headings:
            indent = 0.0 if heading.level == 1 else 14.0
            inner = replace(area, x=area.x + indent, width=area.width - indent - _NUMBER_ROOM)
            look = replace(LOOKS[Style.BODY], strong=heading.level == 1, link=anchor)
            lines = list(self.text(plain(heading.text), look, inner))
            yield from lines[:-1]
            yield replace(lines[-1], page_of=anchor, right=area.x + area.width)
        yield self.white(_BETWEEN, area)

    # --- text

    def _paragraph(self, paragraph: Paragraph, area: Area) -> Iterator[Box]:
        look = LOOKS[paragraph.style]
        keep = paragraph.style is Style.TAG
        bar, ground = _PANELS.get(paragraph.style, ("", ""))
        if bar:
            yield from self._panel(paragraph, look, area, bar, ground)
        else:
            yield from self.text(paragraph.text, look, area, keep=keep, anchor=paragraph.anchor)
        yield self.white(2 if keep else _BETWEEN, area, keep=keep)

    def _panel(self, paragraph: Paragraph, look: Look, area: Area, bar: str, ground: str) -> Iterator[Box]:
        thick = 3.0 if paragraph.style in (Style.NOTICE, Style.WARNING) else 1.5
        sides = [Side(area.x, area.width, ground)] if ground else []
        inner = area.inner(10, 6, *sides, Side(area.x, thick, bar))
        yield replace(self.white(3.5, inner, keep=True), marks=(Mark(paragraph.anchor),) if paragraph.anchor else ())
        lines = list(self.text(paragraph.text, look, inner))
        yield from lines[:-1]
        yield replace(lines[-1], keep=True)
        yield self.white(3.5, inner)

    def _bullets(self, bullets: Bullets, area: Area) -> Iterator[Box]:
        anchors = bullets.anchors if len(bullets.anchors) == len(bullets.items) else ("",) * len(bullets.items)
        look = LOOKS[Style.BODY].sized(area.factor * self._set.factor)
        widest = self._set.fonts.width(f"{len(bullets.items)}. ", look.size) if bullets.numbered else 8.0
        inner = area.inner(widest + 4)
        for number, (item, anchor) in enumerate(zip(bullets.items, anchors, strict=True), start=1):
            lead = self._set.lines(plain(f"{number}." if bullets.numbered else "•"), look, 200)[0]
            lines = list(self.text(item, LOOKS[Style.BODY], inner, anchor=anchor))
            yield replace(lines[0], lead=lead, lead_x=area.x + 2)
            yield from lines[1:]
            yield self.white(1.5, area)
        yield self.white(_BETWEEN - 1.5, area)

    # --- tables and figures

    def _table(self, table: Table, area: Area) -> Iterator[Box]:
        if table.title:
            yield self.white(3, area)
            yield from self.text(plain(table.title), LAST_HEADING, area, keep=True)
            yield self.white(1, area, keep=True)
        yield from table_rows(table, self._set, area.x, area.width, area.sides, area.factor * self._set.factor)
        yield self.white(_BETWEEN + 3, area)

    def _counts(self, counts: Counts, area: Area) -> Iterator[Box]:
        row: list[Chip] = []
        used = 0.0
        for count, label, tone in counts.items:
            chip = self._chip(count, label, tone, area)
            if row and used + chip_width(chip.text) > area.width:
                yield self._chips(row, area)
                row, used = [], 0.0
            row.append(chip)
            used += chip_width(chip.text) + 7
        if row:
            yield self._chips(row, area)
        yield self.white(_BETWEEN, area)

    def _chip(self, count: int, label: str, tone: Tone, area: Area) -> Chip:
        colour = ink(tone) if count else SOFT
        look = Look(size=8.5 * self._set.factor, ink=colour)
        shown = f"{sign(tone)}{NO_BREAK} " if sign(tone) else ""
        text = (Span(shown), Span(f"{count} ", strong=True), Span(" ".join(label.split())))
        return Chip(self._set.one_line(text, look, area.width - 30), colour)

    def _chips(self, row: list[Chip], area: Area) -> ChipsBox:
        return ChipsBox(CHIP_HEIGHT + 6, sides=area.sides, chips=tuple(row), x=area.x)

    def _lines(self, lines: Lines, area: Area) -> Iterator[Box]:
        """What is to be filled in by hand has room for it."""
        look = CELL.sized(area.factor * self._set.factor)
        label_width = area.width * 0.28
        for label, value in lines.items:
            cells = (
                self._cell(label, replace(look, ink=SOFT), area.x, label_width),
                replace(self._cell(value, look, area.x + label_width + 8, area.width - label_width - 8), under=True),
            )
            empty = 26.0 if not value else 0.0
            yield RowBox(max(row_height(cells), empty), sides=area.sides, cells=cells)
        yield self.white(_BETWEEN, area)

    def _cell(self, text: str, look: Look, x: float, width: float) -> CellBox:
        lines = self._set.lines(plain(text), look, width)
        return CellBox(x, width, tuple((0.0, look.size * LEADING, line) for line in lines))

    # --- blocks of blocks

    def _frame(self, frame: Frame, area: Area) -> Iterator[Box]:
        """Its first box is where a link leads to; it begins with what it begins with, not with white."""
        bar = Side(area.x, 3, ink(frame.tone) if frame.tone not in (Tone.PLAIN, Tone.SOFT) else RULE)
        inside = list(self.boxes(frame.blocks, area.inner(13, 0, bar)))
        while inside and inside[0].empty and not inside[0].marks:
            inside.pop(0)
        while inside and inside[-1].empty and not inside[-1].marks:
            inside.pop()
        if not inside:
            inside = [Box(1, sides=area.sides)]
        yield self.white(_BETWEEN, area)
        first = inside[0]
        yield replace(first, marks=(Mark(frame.anchor), *first.marks)) if frame.anchor else first
        yield from inside[1:]
        yield self.white(11, area)

    def _folded(self, folded: Folded, area: Area) -> Iterator[Box]:
        yield self.white(4, area)
        yield from self.text(plain(folded.title), LAST_HEADING, area, keep=True)
        yield self.white(2, area, keep=True)
        yield from self.boxes(folded.blocks, replace(area, factor=area.factor * _SMALLER))
        yield self.white(4, area)


def _headings(blocks: Iterable[Block]) -> Iterator[tuple[Heading, str]]:
    """Those of the contents, with the anchors that the blocks give them."""
    yield from ((heading, anchor) for heading, anchor in _numbered(blocks) if heading.level <= 2)


def _numbered(blocks: Iterable[Block]) -> Iterator[tuple[Heading, str]]:
    number = 0
    for heading in _all_headings(blocks):
        number += not heading.anchor
        yield heading, heading.anchor or f"\0{number}"


def _all_headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Frame() | Folded():
                yield from _all_headings(block.blocks)


def anchors(blocks: Iterable[Block]) -> Iterator[str]:
    """All that links may lead to."""
    for block in blocks:
        match block:
            case Heading(anchor=anchor) | Paragraph(anchor=anchor) if anchor:
                yield anchor
            case Bullets():
                yield from filter(None, block.anchors)
            case Frame() | Folded():
                yield from filter(None, [getattr(block, "anchor", "")])
                yield from anchors(block.blocks)
