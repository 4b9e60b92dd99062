"""Cuts runs in two without losing their look: each piece has the properties of the whole.

Strategy: a run that also holds something else than characters (a note's mark, a picture, a field's mark) is taken apart first, so that
every piece is either characters or such a thing; then characters are cut where somebody begins or ends. Offsets are those of the
run as it was read, whatever was cut before.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from lxml import etree

from app.importing.docx.characters import PRINTED, TEXT, characters
from app.importing.docx.names import W_NS, Element, child, local, w

RUN: Final = w("r")
UNWRITABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold, or nobody should meet."""
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_LOOK: Final = frozenset({w("rPr"), w("lastRenderedPageBreak")})


@dataclass(frozen=True, slots=True)
class Piece:
    """An element that holds characters `[start, end)` of the run it was cut from; something else has none."""

    element: Element
    start: int
    end: int


class Pieces:
    """The runs that were cut, by the run that was read."""

    def __init__(self) -> None:
        self._pieces: dict[Element, list[Piece]] = {}

    def of(self, run: Element) -> list[Piece]:
        """All pieces of a run in order; what is no run stays whole."""
        if run not in self._pieces:
            self._pieces[run] = _apart(run) if run.tag == RUN else [Piece(run, 0, _length(run))]
        return self._pieces[run]

    def cut(self, run: Element, offset: int) -> None:
        """There is a cut at this offset afterwards."""
        pieces = self.of(run)
        for at, piece in enumerate(pieces):
            if piece.start < offset < piece.end and run.tag == RUN:
                behind = _cut(piece.element, offset - piece.start)
                halves = Piece(piece.element, piece.start, offset), Piece(behind, offset, piece.end)
                pieces[at : at + 1] = halves
                return

    def within(self, run: Element, start: int, end: int) -> list[Element]:
        """The pieces with characters of `[start, end)`; of no characters, all of the run."""
        pieces = self.of(run)
        found = [p.element for p in pieces if p.start < p.end and p.start < end and start < p.end]
        return found or [piece.element for piece in pieces]

    def ending_at(self, run: Element, offset: int) -> Element | None:
        """The piece before a cut."""
        return next((p.element for p in self.of(run) if p.end == offset and p.start < p.end), None)

    def beginning_at(self, run: Element, offset: int) -> Element | None:
        """The piece behind a cut."""
        return next((p.element for p in self.of(run) if p.start == offset and p.start < p.end), None)


def strange(run: Element) -> list[tuple[Element, int]]:
    """What of a run is neither characters nor their look, with the offset where it stands."""
    found, at = [], 0
    for element in run:
        if element.tag in PRINTED:
            at += len(characters(element))
        elif local(element) and element.tag not in _LOOK:
            found.append((element, at))
    return found


def like(run: Element) -> Element:
    """An empty run with the look of another."""
    made = twin(run)
    look = child(run, "rPr")
    if look is not None:
        made.append(deepcopy(look))
        made[-1].tail = None
    return made


def twin(element: Element) -> Element:
    """An empty element with the same tag and attributes."""
    made = element.makeelement(str(element.tag))
    for name, value in element.attrib.items():
        made.set(name, value)
    return made


def _length(run: Element) -> int:
    return sum(len(characters(element)) for element in run.iter(*PRINTED))


def _apart(run: Element) -> list[Piece]:
    """A piece for each stretch of characters and for each stretch of something else."""
    content = [element for element in run if element.tag != w("rPr")]
    pieces, at, last = [], 0, run
    for number, (_, group) in enumerate(groupby(content, key=_is_strange)):
        stretch = list(group)
        if number:
            piece = like(run)
            last.addnext(piece)
            piece.extend(stretch)
            last = piece
        length = sum(len(characters(element)) for element in stretch if element.tag in PRINTED)
        pieces.append(Piece(last, at, at + length))
        at += length
    return pieces or [Piece(run, 0, 0)]


def _is_strange(element: Element) -> bool:
    return bool(local(element)) and element.tag not in PRINTED | _LOOK


def _cut(run: Element, offset: int) -> Element:
    """The characters from `offset` on go into a run behind."""
    behind = like(run)
    run.addnext(behind)
    for element in [element for element in run if element.tag != w("rPr")]:
        length = len(characters(element)) if element.tag in PRINTED else 0
        if offset <= 0 and (length or len(behind) > 1):
            behind.append(element)
        elif length > offset > 0:
            text = characters(element)
            element[:] = []
            _write(element, text[:offset])
            rest = etree.SubElement(behind, TEXT)
            _write(rest, text[offset:])
        offset -= length
    return behind


def _write(text: Element, characters_: str) -> None:
    text.text = characters_
    text.set(_SPACE, "preserve")


def run_with(look: Element | None, text: str) -> Element:
    """A run of `text` with the look of another run; a tab and a break are elements of their own."""
    made = etree.Element(RUN, nsmap={"w": W_NS}) if look is None else like(look)
    made.attrib.clear()
    for char, group in groupby(text, key=lambda char: char if char in "\t\n" else ""):
        stretch = "".join(group)
        if not char:
            _write(etree.SubElement(made, TEXT), stretch)
        for _ in stretch if char else ():
            etree.SubElement(made, w("tab" if char == "\t" else "br"))
    return made
