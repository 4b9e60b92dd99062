"""Headings with their tags, and the contents that list them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from app.reporting.paper import Block, Contents, Folded, Frame, Heading, Paper, Span, Style, plain
from app.reporting.pdf.area import NARROWEST, Area, Texts
from app.reporting.pdf.boxes import CHIP_HEIGHT, Box, LineBox, Mark, TagBox, chip_width
from app.reporting.pdf.lines import Line
from app.reporting.pdf.look import HEADINGS, LAST_HEADING, LOOKS, Look, ink
from app.reporting.tones import sign
from app.wording.numbers import NO_BREAK

_ABOVE: Final = (20.0, 15.0, 10.0, 7.0)
_BELOW: Final = (5.0, 4.0, 2.5, 1.5)
_TAG_SHARE: Final = 0.4  # of the width, beside a heading
_NUMBER_ROOM: Final = 26.0  # of a page, in the contents


class Headings:
    """Of one paper, taken in their order: those without an anchor get a number for one."""

    def __init__(self, paper: Paper, texts: Texts) -> None:
        self._texts = texts
        self._listed = tuple(_listed(paper.blocks))
        self._number = 0

    def heading(self, heading: Heading, area: Area) -> Iterator[Box]:
        level = min(max(heading.level, 1), 4)
        look = (*HEADINGS, LAST_HEADING)[level - 1].sized(area.factor * self._texts.set.factor)
        mark = Mark(heading.anchor or self._own_anchor(), heading.text, level)
        tag = heading.tag and self._tag_line(heading.tag, area)
        room = area.width - (chip_width(tag) + 8 if tag else 0)
        lines = self._texts.set.lines(plain(heading.text), look, max(room, NARROWEST / 2))
        yield self._texts.white(_ABOVE[level - 1], area)
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
        if heading.tag and not tag:
            yield from self._texts.text((replace(heading.tag, strong=True),), LOOKS[Style.SOFT], area, keep=True)
        yield self._texts.white(_BELOW[level - 1], area, keep=True)

    def _own_anchor(self) -> str:
        self._number += 1
        return f"\0{self._number}"  # no anchor of a paper is called so

    def _tag_line(self, tag: Span, area: Area) -> Line | None:
        """White on its colour, with its sign; None where it is too long to stand beside a heading."""
        look = Look(size=8 * self._texts.set.factor, ink="#ffffff", strong=True)
        words = f"{sign(tag.tone)}{NO_BREAK} {' '.join(tag.text.split())}".strip(f"{NO_BREAK} ")
        lines = self._texts.set.lines(plain(words), look, area.width * _TAG_SHARE)
        return lines[0] if len(lines) == 1 else None

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

    def contents(self, contents: Contents, area: Area) -> Iterator[Box]:
        """A line a heading; the number of its page is drawn when all pages are known."""
        yield self._texts.white(_ABOVE[1], area)
        yield from self._texts.text(plain(contents.title), HEADINGS[1], area, keep=True)
        yield self._texts.white(_BELOW[1], area, keep=True)
        for heading, anchor in self._listed:
            indent = 0.0 if heading.level == 1 else 14.0
            inner = replace(area, x=area.x + indent, width=area.width - indent - _NUMBER_ROOM)
            look = replace(LOOKS[Style.BODY], strong=heading.level == 1, link=anchor)
            lines = list(self._texts.text(plain(heading.text), look, inner))
            yield from lines[:-1]
            yield replace(lines[-1], page_of=anchor, right=area.x + area.width)
        yield self._texts.white(_BELOW[0], area)


def _listed(blocks: Iterable[Block]) -> Iterator[tuple[Heading, str]]:
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
