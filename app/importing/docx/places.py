"""A part of a Word file with the bytes of each element: where a run of the document model stands in the file.

Strategy: lxml says what the elements are, expat at which bytes they begin and end; both meet the elements in the same
order. So a change touches the bytes of the text it changes and no other: nothing is parsed and written again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from lxml import etree

from app.importing.docx.characters import PRINTED, TEXT, characters
from app.importing.docx.drawings import drawn
from app.importing.docx.names import ALTERNATE, DELETED, Element, child, holds_text, local, steps, w

_STEP = re.compile(r"(?P<name>[^\[\]]*)(?:\[(?P<number>\d+)\])?")
_TAG = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_PARAGRAPH, _FIELD, _INSTRUCTION = w("p"), w("fldChar"), w("instrText")
_DEAD = DELETED | {w("pPr")}
_SIMPLE_FIELD, _CONTROL = w("fldSimple"), w("sdt")
_BRANCHES = frozenset({"Choice", "Fallback"})
_TYPED = frozenset({"HYPERLINK", "FORMTEXT"})  # fields whose result a person wrote: Word does not compute it anew


@dataclass(frozen=True, slots=True)
class Extent:
    """Bytes of an element: `[start, end)` with its tags, `[inner, inner_end)` between them (empty for `<a/>`)."""

    start: int
    inner: int
    inner_end: int
    end: int


@dataclass(frozen=True, slots=True)
class Atom:
    """A printed element of a run; its characters are `[start, end)` of the run's text."""

    element: Element
    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset behind it."""
        return self.start + len(self.text)

    @property
    def is_text(self) -> bool:
        """Whether it is a `t`, which can be cut."""
        return bool(self.element.tag == TEXT)


@dataclass(slots=True, eq=False)
class Field:
    """A field with the elements that make it one, its instruction and the printed elements of its result."""

    marks: list[Element] = field(default_factory=list)
    instruction: str = ""
    result: list[Element] = field(default_factory=list)
    closed: bool = False

    @property
    def is_typed(self) -> bool:
        """Whether its result stays as it is when Word updates fields."""
        return self.instruction.split(maxsplit=1)[:1] in [[name] for name in _TYPED]


class Part:
    """The elements of one part by path, with their bytes. `blob` is what the extents count in."""

    def __init__(self, root: Element, blob: bytes) -> None:
        self.blob = _utf8(root, blob)
        self._root = root
        self._order = {element: index for index, element in enumerate(root.iter("*"))}
        self._extents = _extents(self.blob)
        self._fields: dict[Element, list[Field]] = {}
        self._find_fields()

    def element(self, path: str) -> Element | None:
        """The element behind the path of a run; None if there is none."""
        found: Element | None = self._root
        names = path.strip("/").split("/")
        anywhere = False
        for name in names:
            if found is None:
                return None
            if name:
                found = _step(found, name, anywhere=anywhere)
            anywhere = not name  # `//p[3]`: the third one below, at whatever depth
        return found

    def extent(self, element: Element) -> Extent:
        """The element's bytes."""
        return self._extents[self._order[element]]

    def prefix(self, element: Element) -> str:
        """`w:` or whatever the file calls the main namespace at this element."""
        name = re.match(rb"<([^\s/>:]+:)?", self.blob[self.extent(element).start :])
        return "" if name is None else (name.group(1) or b"").decode()

    def before(self, one: Element, other: Element) -> bool:
        """Whether `one` stands before `other` in the file."""
        return self._order[one] < self._order[other]

    def fields(self, element: Element) -> list[Field]:
        """The closed fields in whose result a printed element stands, and that Word computes."""
        simple = [_simple(above) for above in element.iterancestors(_SIMPLE_FIELD)]
        return [found for found in [*self._fields.get(element, []), *simple] if found.closed and not found.is_typed]

    def printed_between(self, first: Element, last: Element) -> Iterator[Element]:
        """The printed elements after `first` and before `last` in their two paragraphs, deleted text left out."""
        for paragraph in dict.fromkeys((paragraph_of(first), paragraph_of(last))):
            for element in [] if paragraph is None else paragraph.iter(*PRINTED):
                is_own = paragraph_of(element) is paragraph and _is_live(element)
                if is_own and self.before(first, element) and self.before(element, last):
                    yield element

    def runs_after(self, run: Element, paragraph: Element) -> Iterator[Element]:
        """The elements that hold printed ones, after `run` in its paragraph, deleted ones left out."""
        found = (element.getparent() for element in paragraph.iter(*PRINTED) if _is_live(element))
        for other in dict.fromkeys(parent for parent in found if parent is not None):
            if self.before(run, other):
                yield other

    def copies(self, run: Element) -> Iterator[dict[Element, Element]]:
        """Where a text stands a second time for other programs: each run's twin; empty where the copy is another text."""
        for above in run.iterancestors(ALTERNATE):
            own = next(branch for branch in above if branch is run or branch in run.iterancestors())
            for branch in above:
                if branch is not own and local(branch) in _BRANCHES and holds_text(branch):
                    mine, theirs = _holders(own), _holders(branch)
                    alike = [_text(one) for one in mine] == [_text(other) for other in theirs]
                    yield dict(zip(mine, theirs, strict=True)) if alike else {}

    def _find_fields(self) -> None:
        open_fields: list[Field] = []
        for element in self._root.iter(_FIELD, _INSTRUCTION, *PRINTED):
            if element.tag == _FIELD:
                _mark(element, open_fields)
            elif element.tag == _INSTRUCTION and open_fields:
                open_fields[-1].marks.append(element)
                open_fields[-1].instruction += element.text or ""
            elif open_fields and _is_live(element):
                self._fields[element] = list(open_fields)
                for found in open_fields:
                    found.result.append(element)


def atoms(run: Element) -> list[Atom]:
    """The printed elements of a run with their offsets."""
    found: list[Atom] = []
    at = 0
    for element, _ in steps(run, ""):
        if element.tag in PRINTED:
            found.append(Atom(element, characters(element), at))
            at += len(found[-1].text)
    return found


def _holders(branch: Element) -> list[Element]:
    """The runs below, deleted ones left out."""
    parents = (element.getparent() for element in branch.iter(*PRINTED) if _is_live(element))
    return list(dict.fromkeys(parent for parent in parents if parent is not None))


def _text(run: Element) -> str:
    return "".join(atom.text for atom in atoms(run))


def paragraph_of(element: Element) -> Element | None:
    """The nearest paragraph around it."""
    return next(element.iterancestors(_PARAGRAPH), None)


def is_bound(element: Element) -> bool:
    """Whether it stands in a content control that Word fills from elsewhere."""
    return any(child(above, "sdtPr", "dataBinding") is not None for above in element.iterancestors(_CONTROL))


def _mark(mark: Element, open_fields: list[Field]) -> None:
    kind = mark.get(w("fldCharType"))
    if kind == "begin":
        open_fields.append(Field())
    if open_fields:
        open_fields[-1].marks.append(mark)
        if kind == "end":
            open_fields.pop().closed = True


def _simple(element: Element) -> Field:
    return Field([element], element.get(w("instr"), ""), list(element.iter(*PRINTED)), closed=True)


def _is_live(element: Element) -> bool:
    """Neither deleted nor a tab stop of the paragraph's properties."""
    return not any(above.tag in _DEAD for above in element.iterancestors())


def _step(parent: Element, name: str, *, anywhere: bool) -> Element | None:
    match = _STEP.fullmatch(name)
    if match is None:
        return None
    wanted, number = match["name"], int(match["number"] or 1)
    if wanted == "txbxContent":
        found = [box for box, _ in drawn(parent, "").boxes]
    else:
        within = parent.iter("*") if anywhere else (element for element, _ in steps(parent, ""))
        found = [element for element in within if local(element) == wanted]
    return found[number - 1] if 0 < number <= len(found) else None


def _utf8(root: Element, blob: bytes) -> bytes:
    """Word writes UTF-8; a part in another encoding is written anew."""
    encoding = (root.getroottree().docinfo.encoding or "UTF-8").upper()
    if encoding in {"UTF-8", "ASCII", "US-ASCII"}:
        return blob
    return etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True)


def _extents(blob: bytes) -> list[Extent]:
    """In the order of the start tags."""
    found: list[Extent | None] = []
    waiting: list[tuple[int, int, int]] = []
    parser = expat.ParserCreate()

    def begin(_name: str, _attributes: dict[str, str]) -> None:
        start = parser.CurrentByteIndex
        tag = _TAG.match(blob, start)
        waiting.append((len(found), start, start if tag is None else tag.end()))
        found.append(None)

    def end(_name: str) -> None:
        index, start, inner = waiting.pop()
        at = parser.CurrentByteIndex
        is_empty = blob.endswith(b"/>", start, inner)
        found[index] = Extent(start, inner, *((inner, inner) if is_empty else (at, blob.index(b">", at) + 1)))

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.Parse(blob, True)
    return [extent for extent in found if extent is not None]
