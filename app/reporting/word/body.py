"""The blocks of a paper as the body of a Word file, one after the other.

Strategy: one writer goes through the blocks once and keeps what reaches beyond a block: a page break that waits for the next paragraph, an
anchor that waits for the next words. Behind every table stands a gap: Word joins tables that follow each other, and wants a paragraph last.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise

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
from app.reporting.tones import LINE, color
from app.reporting.word.anchors import Anchors, anchors_of
from app.reporting.word.contents import contents_element
from app.reporting.word.elements import Element
from app.reporting.word.inline import runs, tagged
from app.reporting.word.looks import OF_PARAGRAPH
from app.reporting.word.numbering import BULLETS, Lists
from app.reporting.word.place import Place, paragraph
from app.reporting.word.tables import counts_elements, lines_element, table_element


@dataclass(slots=True)
class Body:
    """`elements`: what was written; `lists`: the numbered lists among it."""

    paper: Paper
    anchors: Anchors
    lists: Lists = field(default_factory=Lists)
    elements: list[Element] = field(default_factory=list)
    _new_page: bool = False
    _waiting: list[str] = field(default_factory=list)

    def blocks(self, blocks: Iterable[Block], place: Place) -> None:
        """Write blocks at a place; words that stand right above a table are about it and stay with it."""
        for block, following in pairwise(chain(blocks, (None,))):
            if block is not None:
                self._block(block, place, keep=isinstance(following, Table | Counts | Lines))

    def title(self, place: Place) -> None:
        """The paper's title with the line below it."""
        self._paragraph("Title", runs(plain(self.paper.title), self.anchors), place)
        if self.paper.subtitle:
            self._paragraph("Subtitle", runs(plain(self.paper.subtitle), self.anchors), place)

    def _block(self, block: Block, place: Place, *, keep: bool) -> None:
        match block:
            case Heading():
                self._heading(block, place)
            case Paragraph():
                self._words(block, place, keep=keep)
            case Bullets():
                self._bullets(block, place)
            case Frame():
                self._frame(block, place)
            case Folded():
                self._words(Paragraph(plain(block.title), Style.TAG), place)
                self.blocks(block.blocks, place.in_small_type())
            case Contents():
                self._contents(block, place)
            case PageBreak():
                self._new_page = True
            case Table() | Counts() | Lines():
                self._tabular(block, place)

    def _tabular(self, block: Table | Counts | Lines, place: Place) -> None:
        match block:
            case Table():
                self._titled(block, place)
            case Counts():
                for element in counts_elements(block, place):
                    self._table(element, place)
            case Lines():
                self._table(lines_element(block, place), place)

    def _heading(self, heading: Heading, place: Place) -> None:
        content = self.anchors.heading(heading.level, tagged(heading.text, heading.tag, self.anchors))
        self._paragraph(f"Heading{heading.level}", content, place, heading.anchor)

    def _words(self, words: Paragraph, place: Place, *, keep: bool = False) -> None:
        style = place.style(OF_PARAGRAPH[words.style])
        self._paragraph(style, runs(words.text, self.anchors), place, words.anchor, keep=keep)

    def _bullets(self, bullets: Bullets, place: Place) -> None:
        list_id = self.lists.numbered() if bullets.numbered else BULLETS
        style = "ListNumber" if bullets.numbered else "ListBullet"
        anchors = bullets.anchors or ("",) * len(bullets.items)
        for item, anchor in zip(bullets.items, anchors, strict=True):
            self._paragraph(place.style(style), runs(item, self.anchors), place, anchor, list_id=list_id)

    def _frame(self, frame: Frame, place: Place) -> None:
        self._waiting.append(frame.anchor)
        self.blocks(frame.blocks, place.framed(LINE if frame.tone is Tone.PLAIN else color(frame.tone)))

    def _titled(self, table: Table, place: Place) -> None:
        if table.title:
            self._paragraph("Caption", runs(plain(table.title), self.anchors), replace(place, bar=""))
        if table.rows or any(table.columns):
            self._table(table_element(table, place, self.anchors), place)

    def _contents(self, contents: Contents, place: Place) -> None:
        element = contents_element(contents.title, self.paper.blocks, place, self.anchors)
        if element is not None:
            self.elements.append(element)

    # --- what is kept between them

    def _paragraph(
        self,
        style: str,
        content: tuple[Element, ...],
        place: Place,
        anchor: str = "",
        *,
        list_id: int = 0,
        keep: bool = False,
    ) -> None:
        marked = self.anchors.around([*self._waiting, anchor], content)
        self._waiting.clear()
        self.elements.append(paragraph(style, marked, place, list_id=list_id, new_page=self._new_page, keep=keep))
        self._new_page = False

    def _table(self, element: Element, place: Place) -> None:
        if self._new_page or any(self._waiting):  # which a paragraph alone can take
            self._paragraph("gap", (), place)
        self.elements += [element, paragraph("gap", (), Place(place.width))]


def body_of(paper: Paper, width: int) -> Body:
    """The body with its title, all written."""
    body, place = Body(paper, anchors_of(paper)), Place(width)
    body.title(place)
    body.blocks(paper.blocks, place)
    return body
