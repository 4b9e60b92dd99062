"""Bookmarks: the names Word gives to the anchors of a paper, and to the headings that its table of contents lists.

Strategy: names and ids are counted in reading order, so they are unique, short enough for Word and the same every time; a beginning "_"
hides them from the list of the user's own bookmarks. Of two blocks with one anchor the first has it; a link to nowhere is plain text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from app.reporting.paper import Block, Bullets, Contents, Folded, Frame, Heading, Paper, Paragraph
from app.reporting.word.elements import Element, w

LISTED = 2  # headings up to this level are the contents


@dataclass(slots=True)
class Anchors:
    """`names`: bookmarks by anchor."""

    names: dict[str, str]
    has_contents: bool
    _ids: Iterator[int] = field(default_factory=lambda: count(1))
    _headings: Iterator[int] = field(default_factory=lambda: count(1))
    _set: set[str] = field(default_factory=set)

    def around(self, anchors: Iterable[str], content: tuple[Element, ...]) -> tuple[Element, ...]:
        """Content with the bookmarks of the anchors that nothing before it had."""
        for anchor in anchors:
            if anchor and anchor not in self._set:
                self._set.add(anchor)
                content = self._marked(self.names[anchor], content)
        return content

    def heading(self, level: int, content: tuple[Element, ...]) -> tuple[Element, ...]:
        """A heading's content with the bookmark that the table of contents leads to."""
        if not self.has_contents or level > LISTED:
            return content
        return self._marked(contents_name(next(self._headings)), content)

    def _marked(self, name: str, content: tuple[Element, ...]) -> tuple[Element, ...]:
        number = next(self._ids)
        return w("bookmarkStart", id=number, name=name), *content, w("bookmarkEnd", id=number)


def contents_name(number: int) -> str:
    """The bookmark of the heading of that number; Word knows its own by this beginning."""
    return f"_Toc{number:06}"


def anchors_of(paper: Paper) -> Anchors:
    """All of a paper, named."""
    found = dict.fromkeys(anchor for anchor in _anchors(paper.blocks) if anchor)
    names = {anchor: f"_Ref{number:06}" for number, anchor in enumerate(found, start=1)}
    return Anchors(names, any(isinstance(block, Contents) for block in paper.blocks))


def listed_headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Those of the contents, in reading order."""
    for block in blocks:
        match block:
            case Heading() if block.level <= LISTED:
                yield block
            case Frame() | Folded():
                yield from listed_headings(block.blocks)


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block.anchor
            case Bullets():
                yield from block.anchors
            case Frame():
                yield block.anchor
                yield from _anchors(block.blocks)
            case Folded():
                yield from _anchors(block.blocks)
