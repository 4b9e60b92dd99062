"""Tables of contents that the file itself calls so: the result of a TOC field, a content control of that gallery."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.importing.docx.names import Element, child, value, w

STYLE = "toc"

_PARAGRAPH, _FIELD, _INSTRUCTION, _TEXT, _CONTROL = w("p"), w("fldChar"), w("instrText"), w("t"), w("sdt")
_SIMPLE_FIELD = w("fldSimple")
_GALLERY = "table of contents"


def contents_paragraphs(root: Element) -> set[Element]:
    """The paragraphs that a table of contents consists of."""
    found: set[Element] = set()
    fields = _Fields()
    paragraph: Element | None = None
    for element in root.iter(_PARAGRAPH, _FIELD, _INSTRUCTION, _TEXT, _CONTROL, _SIMPLE_FIELD):
        if element.tag == _PARAGRAPH:
            paragraph = element
        elif element.tag == _FIELD:
            fields.follow(element.get(w("fldCharType")))
        elif element.tag == _INSTRUCTION:
            fields.instruct(element.text or "")
        elif element.tag == _CONTROL and _is_gallery(element):
            found.update(element.iter(_PARAGRAPH))
        elif element.tag == _SIMPLE_FIELD and _is_contents(element.get(w("instr"), "")):
            found.update(above for above in element.iterancestors(_PARAGRAPH))
        elif element.tag == _TEXT and paragraph is not None and fields.contents:
            found.add(paragraph)
    return found


@dataclass(slots=True)
class _Fields:
    """The open fields, outermost first: whether each is a table of contents, None as long as it has not said."""

    open: list[bool | None] = field(default_factory=list)
    contents: int = 0  # how many of them are

    def follow(self, kind: str | None) -> None:
        if kind == "begin":
            self.open.append(None)
        elif kind == "end" and self.open:
            self.contents -= bool(self.open.pop())

    def instruct(self, text: str) -> None:
        if self.open and self.open[-1] is None and text.strip():
            self.open[-1] = _is_contents(text)
            self.contents += bool(self.open[-1])


def _is_contents(instruction: str) -> bool:
    return instruction.split(maxsplit=1)[:1] in (["TOC"], ["toc"])


def _is_gallery(control: Element) -> bool:
    return (value(child(control, "sdtPr", "docPartObj"), "docPartGallery") or "").casefold() == _GALLERY
