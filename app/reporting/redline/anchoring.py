"""Where a comment stands in the text of a Word file: marks before the first and behind the last of its words.

Strategy: words are led back to runs; a comment stands only in the main text, so one about a footnote stands at its mark and one about a
text box at the box. Marks stand beside runs where the format allows them; what does not (formulas, drawings, fields to
choose from, other people's moved or deleted text) is stood around as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from lxml import etree

from app.importing.docx.names import ALTERNATE, W_NS, Element, child, local, w
from app.importing.docx.origins import Stretch
from app.importing.docx.places import atoms, paragraph_of
from app.models.source import Run, RunKind
from app.reporting.copyresult import CopyReason
from app.reporting.redline.document import Document
from app.reporting.redline.model import Remark
from app.reporting.redline.runs import RUN, Pieces, twin

_BOX, _PARAGRAPH, _CELL, _CONTROL, _ID = w("txbxContent"), w("p"), w("tc"), w("sdt"), w("id")
_PARENTS: Final = frozenset(
    w(name) for name in ("p", "hyperlink", "sdtContent", "smartTag", "customXml", "ins", "dir", "bdo")
)
_BARRIERS: Final = frozenset(w(name) for name in ("del", "moveFrom", "moveTo", "ruby", "drawing", "pict", "object"))
_TYPED: Final = ("text", "dropDownList", "comboBox", "date", "picture", "checkbox")
_INS: Final = w("ins")


@dataclass(frozen=True, slots=True)
class Anchor:
    """From the first characters to the last, both in the main text; `reason`: why it is not at the words themselves."""

    first: Stretch
    last: Stretch
    reason: CopyReason | None = None


def anchor(document: Document, remark: Remark) -> Anchor | None:
    """Where a remark stands; None where it has no place (it is about the document, or its words are nowhere)."""
    for spans, reason in ((remark.spans, None), (remark.fallback, CopyReason.AT_PARAGRAPH)):
        for start, end in spans:
            found = _of_span(document, start, end)
            if found is not None:
                return Anchor(found.first, found.last, found.reason or reason)
    return None


def _of_span(document: Document, start: int, end: int) -> Anchor | None:
    runs = [run for run in document.source.runs_in(start, end) if run.part is not None]
    written = [run for run in runs if run.kind is not RunKind.GENERATED]
    for run in written:
        if run.part != document.main:
            return _at_note(document, run)
    stretches = [stretch for run in written for stretch in _stretches(document, run, start, end)]
    if not stretches:
        return _at_paragraph(document, runs)
    box = _box(stretches[0].run)
    if box is not None:
        return _around(box, CopyReason.AT_ANCHOR)
    cell = _cell(stretches[0].run)
    near = [one for one in stretches if _cell(one.run) is cell and _box(one.run) is None]
    shown = [one for one in near if not opens_control(one.run)]
    if not shown:
        return _behind_control(document, near[0].run)
    ordered = not document.part(document.main).before(shown[-1].run, shown[0].run)
    last = shown[-1] if ordered else shown[0]
    return Anchor(_around_field(document, shown[0], -1), _around_field(document, last, 0))


def _stretches(document: Document, run: Run, start: int, end: int) -> tuple[Stretch, ...]:
    element = document.element(run)
    if element is None or paragraph_of(element) is None:
        return ()  # nobody writes files like that, and no mark could stand there
    found = document.stretches(run, start, end)
    if found is None:
        origin = document.origin(run)
        found = () if origin is None else origin.stretches
    if not found:
        return (Stretch(element, 0, 0),)  # a formula, say: there are no characters to count
    return found


def _at_note(document: Document, run: Run) -> Anchor | None:
    """The mark of the note that the words stand in."""
    element = document.element(run)
    around = () if element is None else (element, *element.iterancestors())
    note = next((above for above in around if local(above) in {"footnote", "endnote"}), None)
    if note is None:
        return None
    for mark in document.root(document.main).iter(w(f"{local(note)}Reference")):
        if mark.get(_ID) == note.get(_ID) and (parent := mark.getparent()) is not None:
            box = _box(parent)
            return _around(parent if box is None else box, CopyReason.AT_FOOTNOTE_MARK)
    return None


def _at_paragraph(document: Document, runs: list[Run]) -> Anchor | None:
    """The first run of the paragraph that something is printed with."""
    for run in runs:
        element = document.element(run) if run.part == document.main else None
        own = None if element is None else next((e for e in element.iter(RUN) if _box(e) is _box(element)), None)
        if own is not None:
            box = _box(own)
            return _around(own if box is None else box, CopyReason.AT_PARAGRAPH)
    return None


def opens_control(run: Element) -> bool:
    """Whether it stands in the first paragraph of a content control of paragraphs.

    WORKAROUND: LibreOffice (7.4) makes a form field of that paragraph, and of a comment in it, and of the words before it, nothing.
    """
    paragraph = next(run.iterancestors(_PARAGRAPH), None)
    content = None if paragraph is None else paragraph.getparent()
    if paragraph is None or content is None or content.tag != w("sdtContent") or content[0] is not paragraph:
        return False
    return child(content.getparent(), "sdtPr", "docPartObj") is None


def _behind_control(document: Document, run: Element) -> Anchor | None:
    """The next run that is not in such a place, else the last before it."""
    runs = list(document.root(document.main).iter(RUN))
    at = runs.index(run) if run in runs else 0
    for other in (*runs[at:], *reversed(runs[:at])):
        if not opens_control(other) and _box(other) is None and _standing_free(other):
            return _around(other, CopyReason.AT_CONTROL)
    return None


def _standing_free(run: Element) -> bool:
    parent = run.getparent()
    return parent is not None and parent.tag == _PARAGRAPH and child(run, "t") is not None


def _around_field(document: Document, stretch: Stretch, side: int) -> Stretch:
    """The mark that a computed field begins (-1) or ends (0) with, where the words are in its result.

    WORKAROUND: LibreOffice (7.4) takes a comment within the result of a field for a part of it.
    """
    part = document.part(document.main)
    place = stretch.start if side else stretch.end - 1
    for atom in atoms(stretch.run):
        if atom.start <= place < atom.end:
            for found in part.fields(atom.element):
                run = found.marks[0 if side else -1].getparent()
                if run is not None and run.tag == RUN and paragraph_of(run) is paragraph_of(stretch.run):
                    return Stretch(run, 0, 0)
    return stretch


def _around(element: Element, reason: CopyReason) -> Anchor:
    whole = Stretch(element, 0, 0)
    return Anchor(whole, whole, reason)


def _box(element: Element) -> Element | None:
    """What stands in the main text for the outermost text box around an element."""
    boxes = [above for above in element.iterancestors() if above.tag == _BOX]
    if not boxes:
        return None
    return next((above for above in boxes[-1].iterancestors() if above.tag == RUN), boxes[-1])


def _cell(element: Element) -> Element | None:
    return next(element.iterancestors(_CELL), None)


# --- marks ------------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Marker:
    """Writes the marks of comments; all runs are cut before."""

    document: Document
    pieces: Pieces
    _behind: dict[Element, Element] = field(default_factory=dict)  # the last mark behind each element

    def mark(self, place: Anchor, number: int) -> bool:
        """The marks of one comment; False where the file is built so that none may stand there."""
        first = self._standing(self._pieces_of(place.first)[0], before=True)
        last = self._standing(self._pieces_of(place.last)[-1], before=False)
        if first.getparent() is None or last.getparent() is None:
            return False
        first.addprevious(_mark("commentRangeStart", number))
        for made in (_mark("commentRangeEnd", number), _reference(number)):
            self._behind.get(last, last).addnext(made)
            self._behind[last] = made
        return True

    def mark_beginning(self, number: int) -> bool:
        """The marks of a comment on the document as a whole, in its first paragraph; False where there is none."""
        body = child(self.document.root(self.document.main), "body")
        paragraph = None if body is None else next(body.iter(_PARAGRAPH), None)
        if paragraph is None:
            return False
        properties = child(paragraph, "pPr")
        last = self._behind.get(paragraph, properties)
        for made in (_mark("commentRangeStart", number), _mark("commentRangeEnd", number), _reference(number)):
            if last is None:
                paragraph.insert(0, made)
            else:
                last.addnext(made)
            last = self._behind[paragraph] = made
        return True

    def _pieces_of(self, stretch: Stretch) -> list[Element]:
        return self.pieces.within(stretch.run, stretch.start, stretch.end)

    def _standing(self, element: Element, *, before: bool) -> Element:
        """The element, or what around it the format allows a mark beside; somebody's insertion is cut in two there."""
        found = element
        for above in takewhile(lambda above: above.tag != _PARAGRAPH, element.iterancestors()):
            if _is_barrier(above):
                found = above
        while (parent := found.getparent()) is not None and parent.tag not in _PARENTS:
            found = parent
        while (parent := found.getparent()) is not None and parent.tag == _INS:
            found = self._part(parent, found, before=before)
        return found

    def _part(self, insertion: Element, at: Element, *, before: bool) -> Element:
        """Of two insertions of the same hand, the one that begins with `at`, or ends with it."""
        rest = [at, *at.itersiblings()] if before else list(at.itersiblings())
        if not rest or (before and at.getprevious() is None):
            return insertion
        made = twin(insertion)
        made.set(_ID, str(self.document.new_id()))
        insertion.addnext(made)
        made.extend(rest)
        return made if before else insertion


def _is_barrier(element: Element) -> bool:
    if element.tag in _BARRIERS or local(element) in {"oMath", "oMathPara"}:
        return True
    parent = element.getparent()
    inline = parent is not None and parent.tag in _PARENTS and not any(True for _ in element.iter(_PARAGRAPH))
    if element.tag == ALTERNATE:
        return inline
    properties = child(element, "sdtPr") if element.tag == _CONTROL and inline else None
    return properties is not None and any(local(one) in _TYPED for one in properties)


def _mark(name: str, number: int) -> Element:
    return etree.Element(w(name), {_ID: str(number)}, nsmap={"w": W_NS})


def _reference(number: int) -> Element:
    run = etree.Element(RUN, nsmap={"w": W_NS})
    etree.SubElement(run, w("commentReference"), {_ID: str(number)})
    return run


def boundaries(places: Iterable[Anchor]) -> Iterator[tuple[Element, int]]:
    """Where runs must be cut."""
    for place in places:
        yield place.first.run, place.first.start
        yield place.last.run, place.last.end
