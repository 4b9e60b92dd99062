"""The table of contents: a field that Word can update, filled with its lines already.

Strategy: on which page a heading will stand only a program that lays out pages can say, and there is no way to have Word compute it while
it opens a file without a question to the user about "fields that may refer to other files", which frightens. So the lines are the
headings with their links, which is right from the first moment; page numbers appear when the user updates the table (click, F9).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.reporting.paper import Block, Heading
from app.reporting.word.anchors import LISTED, Anchors, contents_name, listed_headings
from app.reporting.word.elements import Element, field_end, field_start, run, w
from app.reporting.word.inline import tagged
from app.reporting.word.place import Place, paragraph

_ID: Final = 20261122  # of the part of the document that Word offers to update; any number, but one
_TOGETHER: Final = 40  # lines that stand on one page, with their title


def contents_element(title: str, blocks: tuple[Block, ...], place: Place, anchors: Anchors) -> Element | None:
    """The table with its title; None where there is no heading to list."""
    headings = list(listed_headings(blocks))
    if not headings:
        return None
    lines = list(_lines(headings, place, anchors))
    _opens(lines[0])
    lines[-1].append(field_end())
    head = paragraph("TOCHeading", (run(title),), place)
    kind = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return w("sdt", w("sdtPr", w("id", val=_ID), kind), w("sdtContent", head, *lines))


def _lines(headings: list[Heading], place: Place, anchors: Anchors) -> Iterator[Element]:
    for number, heading in enumerate(headings, start=1):
        words = tagged(heading.text, heading.tag, anchors)
        link = w("hyperlink", *words, anchor=contents_name(number), history=1)
        keep = number < len(headings) <= _TOGETHER
        yield paragraph(f"TOC{heading.level}", (link,), place, keep=keep)


def _opens(first: Element) -> None:
    """Put the field's beginning behind the properties of its first line."""
    for at, made in enumerate(field_start(f'TOC \\o "1-{LISTED}" \\h \\z'), start=1):
        first.insert(at, made)
