"""Blocks of a paper as boxes: how each kind stands on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
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
    Style,
    Table,
    Tone,
    plain,
)
from app.reporting.pdf.area import BETWEEN, Area, Texts
from app.reporting.pdf.boxes import Box, Mark, Side
from app.reporting.pdf.figures import Figures
from app.reporting.pdf.headings import Headings
from app.reporting.pdf.look import LAST_HEADING, LOOKS, PANEL, RULE, WARN_BACK, Look, ink
from app.reporting.pdf.tables import table_rows

_SMALLER: Final = 0.87  # what is folded elsewhere
_PANELS: Final = {
    Style.NOTICE: (ink(Tone.INFO), PANEL),
    Style.WARNING: (ink(Tone.MEDIUM), WARN_BACK),
    Style.QUOTE: (RULE, PANEL),
    Style.DIFF: (RULE, ""),
}


class Blocks:
    """Makes the boxes of a paper."""

    def __init__(self, paper: Paper, texts: Texts) -> None:
        self.texts = texts
        self._headings = Headings(paper, texts)
        self._figures = Figures(texts)

    def boxes(self, blocks: Iterable[Block], area: Area) -> Iterator[Box]:
        """In order, each with the white round it."""
        before: Block | None = None
        for block in blocks:
            if isinstance(block, Paragraph) and isinstance(before, Heading) and block.style is Style.SOFT:
                yield from self._paragraph(block, area, keep=True)  # says what follows the heading
            else:
                yield from self._of(block, area)
            before = block

    def _of(self, block: Block, area: Area) -> Iterator[Box]:
        match block:
            case Heading():
                yield from self._headings.heading(block, area)
            case Paragraph():
                yield from self._paragraph(block, area)
            case Bullets():
                yield from self._bullets(block, area)
            case Table():
                yield from self._table(block, area)
            case Counts():
                yield from self._figures.counts(block, area)
            case Lines():
                yield from self._figures.lines(block, area)
            case _:
                yield from self._of_blocks(block, area)

    def _of_blocks(self, block: Frame | Folded | Contents | PageBreak, area: Area) -> Iterator[Box]:
        match block:
            case Frame():
                yield from self._frame(block, area)
            case Folded():
                yield from self._folded(block, area)
            case Contents():
                yield from self._headings.contents(block, area)
            case PageBreak():
                yield Box(0, fresh=True)

    # --- text

    def _paragraph(self, paragraph: Paragraph, area: Area, *, keep: bool = False) -> Iterator[Box]:
        look = LOOKS[paragraph.style]
        keep = keep or paragraph.style is Style.TAG
        bar, ground = _PANELS.get(paragraph.style, ("", ""))
        if bar:
            yield from self._panel(paragraph, look, area, bar, ground)
        else:
            yield from self.texts.text(paragraph.text, look, area, keep=keep, anchor=paragraph.anchor)
        yield self.texts.white(2 if paragraph.style is Style.TAG else BETWEEN, area, keep=keep)

    def _panel(self, paragraph: Paragraph, look: Look, area: Area, bar: str, ground: str) -> Iterator[Box]:
        thick = 3.0 if paragraph.style in (Style.NOTICE, Style.WARNING) else 1.5
        sides = [Side(area.x, area.width, ground)] if ground else []
        inner = area.inner(10, 6, *sides, Side(area.x, thick, bar))
        yield replace(
            self.texts.white(3.5, inner, keep=True), marks=(Mark(paragraph.anchor),) if paragraph.anchor else ()
        )
        yield from self.texts.text(paragraph.text, look, inner)
        yield self.texts.white(3.5, inner)

    def _bullets(self, bullets: Bullets, area: Area) -> Iterator[Box]:
        anchors = bullets.anchors if len(bullets.anchors) == len(bullets.items) else ("",) * len(bullets.items)
        look = LOOKS[Style.BODY].sized(area.factor * self.texts.set.factor)
        widest = self.texts.set.fonts.width(f"{len(bullets.items)}. ", look.size) if bullets.numbered else 8.0
        inner = area.inner(widest + 4)
        for number, (item, anchor) in enumerate(zip(bullets.items, anchors, strict=True), start=1):
            lead = self.texts.set.lines(plain(f"{number}." if bullets.numbered else "•"), look, 200)[0]
            lines = list(self.texts.text(item, LOOKS[Style.BODY], inner, anchor=anchor))
            yield replace(lines[0], lead=lead, lead_x=area.x + 2)
            yield from lines[1:]
            yield self.texts.white(1.5, area)
        yield self.texts.white(BETWEEN - 1.5, area)

    # --- tables

    def _table(self, table: Table, area: Area) -> Iterator[Box]:
        if table.title:
            yield self.texts.white(3, area)
            yield from self.texts.text(plain(table.title), LAST_HEADING, area, keep=True)
            yield self.texts.white(1, area, keep=True)
        yield from table_rows(
            table, self.texts.set, area.x, area.width, area.sides, area.factor * self.texts.set.factor
        )
        yield self.texts.white(BETWEEN + 3, area)

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
        yield self.texts.white(BETWEEN, area)
        first = inside[0]
        yield replace(first, marks=(Mark(frame.anchor), *first.marks)) if frame.anchor else first
        yield from inside[1:]
        yield self.texts.white(11, area)

    def _folded(self, folded: Folded, area: Area) -> Iterator[Box]:
        yield self.texts.white(4, area)
        yield from self.texts.text(plain(folded.title), LAST_HEADING, area, keep=True)
        yield self.texts.white(2, area, keep=True)
        yield from self.boxes(folded.blocks, replace(area, factor=area.factor * _SMALLER))
        yield self.texts.white(4, area)


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
