"""Writes planned changes into the trees as tracked changes of Word.

Strategy: all runs are cut before this; then each piece that goes is wrapped in `w:del`, what comes stands behind it in a `w:ins` with
the look of most of what it replaces. A paragraph goes or comes with its mark, the only thing that ends it.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from app.importing.docx.names import W_NS, Element, child, w
from app.importing.docx.origins import Stretch
from app.reporting.redline.model import Author
from app.reporting.redline.neighbours import keep_apart, may_be_followed
from app.reporting.redline.planning import Change, NewParagraph, Plan
from app.reporting.redline.runs import RUN, Pieces, run_with

_INS, _DEL, _PARAGRAPH, _ID = w("ins"), w("del"), w("p"), w("id")
_DELETED_NAMES: Final = {w("t"): w("delText"), w("instrText"): w("delInstrText")}
_NOT_COPIED: Final = frozenset(
    w(name) for name in ("numPr", "sectPr", "framePr", "pPrChange", "pageBreakBefore", "outlineLvl", "cnfStyle")
)
_HISTORY: Final = frozenset(w(name) for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))
_CAPITALS: Final = frozenset({w("caps"), w("smallCaps")})  # they would print the proposal otherwise than it reads
_BEFORE_NUMBER: Final = frozenset(
    w(name) for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
_AFTER_LOOK: Final = frozenset({w("sectPr"), w("pPrChange")})


@dataclass(slots=True)
class Tracker:
    """Writes changes of one author; `made` are the elements that still want a number."""

    pieces: Pieces
    author: Author
    made: dict[Element, None] = field(default_factory=dict)
    _behind: dict[Element, Element] = field(default_factory=dict)  # the last new paragraph behind each

    def write(self, plans: Iterable[Plan]) -> None:
        """All plans, whose cuts were made; paragraphs come when all words have."""
        planned = list(plans)
        for change in (change for plan in planned for change in plan.changes):
            self._change(change)
        for new in (new for plan in planned for new in plan.new):
            self._come(new)
        for paragraph in (paragraph for plan in planned for paragraph in plan.gone):
            self._mark(_look_of_mark(paragraph), _DEL)
        keep_apart(self.made)

    def _change(self, change: Change) -> None:
        gone = [(cut, piece) for cut in change.cuts for piece in self.pieces.within(cut.run, cut.start, cut.end)]
        for _, piece in gone:
            self._wrap(piece)
        if not change.text:
            return
        if gone:
            anchor = _holder([piece for _, piece in gone])
            anchor.addnext(self._inserted(run_with(_plain(_most(change.cuts)), change.text)))
        elif change.spot is not None:
            self._insert(change)

    def _insert(self, change: Change) -> None:
        spot = change.spot
        if spot is None:
            return
        found = self.pieces.ending_at(spot.run, spot.offset) if spot.behind else None
        if found is None:
            before = self.pieces.beginning_at(spot.run, spot.offset)
            place = before if before is not None else spot.run
            self._outside(place).addprevious(self._inserted(run_with(_plain(place), change.text)))
        else:
            _outermost(self._outside(found)).addnext(self._inserted(run_with(_plain(found), change.text)))

    def _outside(self, piece: Element) -> Element:
        """The piece, or what it was struck out with."""
        parent = piece.getparent()
        return parent if parent is not None and parent in self.made else piece

    def _inserted(self, run: Element) -> Element:
        wrapper = self._stamped(_INS)
        wrapper.append(run)
        return wrapper

    def _stamped(self, tag: str) -> Element:
        made = etree.Element(tag, {_ID: "", w("author"): self.author.name}, nsmap={"w": W_NS})
        if self.author.date:
            made.set(w("date"), self.author.date)
        self.made[made] = None
        return made

    def _wrap(self, piece: Element) -> None:
        """Struck out; together with what was struck out right before it."""
        before = piece.getprevious()
        if before is not None and before in self.made and before.tag == _DEL and not (before.tail or "").strip():
            before.append(piece)
        else:
            wrapper = self._stamped(_DEL)
            piece.addprevious(wrapper)
            wrapper.append(piece)
        for element in list(piece.iter(*_DELETED_NAMES)):
            element.tag = _DELETED_NAMES[str(element.tag)]

    # --- paragraphs ---------------------------------------------------------------------------------------------------

    def _come(self, new: NewParagraph) -> None:
        before = self._behind.get(new.beside, new.beside) if new.behind else new.beside.getprevious()
        if before is not None and before.tag == _PARAGRAPH and not may_be_followed(before, self.made):
            self._come_inside(new)
            return
        paragraph = etree.Element(_PARAGRAPH, nsmap={"w": W_NS})
        paragraph.append(_like(new.beside))
        paragraph.append(self._inserted(_run(new, new.text)))
        if new.behind and before is not None:
            before.addnext(paragraph)
            self._behind[new.beside] = paragraph
        else:
            new.beside.addprevious(paragraph)
        self._mark(_look_of_mark(paragraph), _INS)

    def _come_inside(self, new: NewParagraph) -> None:
        """As lines of the paragraph beside."""
        if new.behind:
            new.beside.append(self._inserted(_run(new, f"\n{new.text}")))
            return
        properties = child(new.beside, "pPr")
        line = self._inserted(_run(new, f"{new.text}\n"))
        new.beside.insert(0 if properties is None else new.beside.index(properties) + 1, line)

    def _mark(self, look: Element, tag: str) -> None:
        look.insert(0, self._stamped(tag))

    def number(self, roots: Iterable[Element], new_id: Iterable[int]) -> None:
        """Each change its number, in the order of the file."""
        numbers = iter(new_id)
        for root in roots:
            for element in root.iter(_INS, _DEL):
                if element in self.made:
                    element.set(_ID, str(next(numbers)))


def _run(new: NewParagraph, text: str) -> Element:
    return run_with(None if new.look is None else _plain(new.look), text)


def _most(cuts: tuple[Stretch, ...]) -> Element:
    """The run that most of the characters stand in."""
    return max(cuts, key=lambda cut: cut.end - cut.start).run


def _holder(pieces: list[Element]) -> Element:
    """The struck-out stretch behind which new text stands: the last one in no link."""
    wrappers = [wrapper for piece in pieces if (wrapper := piece.getparent()) is not None]
    plain = [wrapper for wrapper in wrappers if _stands_in(wrapper) == _PARAGRAPH]
    return (plain or wrappers)[-1]


def _outermost(piece: Element) -> Element:
    """The piece, or the link or control whose end it is."""
    found = piece
    while (parent := found.getparent()) is not None and parent.tag in {w("hyperlink"), w("smartTag")}:
        if found.getnext() is not None:
            break
        found = parent
    return found


def _stands_in(element: Element) -> object:
    parent = element.getparent()
    return None if parent is None else parent.tag


def _plain(run: Element) -> Element:
    """The run's look without its history."""
    made = etree.Element(RUN, nsmap={"w": W_NS})
    look = child(run, "rPr")
    if look is not None:
        made.append(_without(deepcopy(look), _HISTORY | _CAPITALS))
    return made


def _like(paragraph: Element) -> Element:
    """Properties of a paragraph that looks like another and has no number of its own."""
    properties = child(paragraph, "pPr")
    if properties is None:
        return etree.Element(w("pPr"), nsmap={"w": W_NS})
    made = deepcopy(properties)
    made.tail = None
    is_numbered = child(properties, "numPr") is not None or child(properties, "pStyle") is not None
    _without(made, _NOT_COPIED)
    look = child(made, "rPr")
    if look is not None:
        _without(look, _HISTORY)
    if is_numbered:
        _unnumber(made)
    return made


def _unnumber(properties: Element) -> None:
    """Against a number that comes by the style."""
    number = etree.Element(w("numPr"))
    etree.SubElement(number, w("ilvl"), {w("val"): "0"})
    etree.SubElement(number, w("numId"), {w("val"): "0"})
    place = sum(1 for element in properties if element.tag in _BEFORE_NUMBER)
    properties.insert(place, number)


def _without(element: Element, tags: frozenset[str]) -> Element:
    for inner in [inner for inner in element if inner.tag in tags]:
        element.remove(inner)
    return element


def _look_of_mark(paragraph: Element) -> Element:
    """The properties of the paragraph's mark, made where there are none."""
    properties = child(paragraph, "pPr")
    if properties is None:
        properties = etree.Element(w("pPr"), nsmap={"w": W_NS})
        paragraph.insert(0, properties)
    look = child(properties, "rPr")
    if look is None:
        look = etree.Element(w("rPr"), nsmap={"w": W_NS})
        place = next((at for at, one in enumerate(properties) if one.tag in _AFTER_LOOK), len(properties))
        properties.insert(place, look)
    return look
