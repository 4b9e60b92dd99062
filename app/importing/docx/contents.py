"""Tables of contents that the file itself calls so: the result of a TOC field, a content control of that gallery."""

from __future__ import annotations

from app.importing.docx.names import Element, child, value, w

STYLE = "toc"

_PARAGRAPH, _FIELD, _INSTRUCTION, _TEXT, _CONTROL = w("p"), w("fldChar"), w("instrText"), w("t"), w("sdt")
_SIMPLE_FIELD = w("fldSimple")
_GALLERY = "table of contents"


def contents_paragraphs(root: Element) -> set[Element]:
    """The paragraphs that a table of contents consists of."""
    found: set[Element] = set()
    fields: list[str] = []  # instructions of the open fields
    paragraph: Element | None = None
    for element in root.iter(_PARAGRAPH, _FIELD, _INSTRUCTION, _TEXT, _CONTROL, _SIMPLE_FIELD):
        if element.tag == _PARAGRAPH:
            paragraph = element
        elif element.tag == _FIELD:
            _follow(fields, element.get(w("fldCharType")))
        elif element.tag == _INSTRUCTION and fields:
            fields[-1] += element.text or ""
        elif element.tag == _CONTROL and _is_gallery(element):
            found.update(element.iter(_PARAGRAPH))
        elif element.tag == _SIMPLE_FIELD and _is_contents(element.get(w("instr"), "")):
            found.update(above for above in element.iterancestors(_PARAGRAPH))
        elif element.tag == _TEXT and paragraph is not None and any(map(_is_contents, fields)):
            found.add(paragraph)
    return found


def _follow(fields: list[str], kind: str | None) -> None:
    if kind == "begin":
        fields.append("")
    elif kind == "end" and fields:
        fields.pop()


def _is_contents(instruction: str) -> bool:
    return instruction.split(maxsplit=1)[:1] in (["TOC"], ["toc"])


def _is_gallery(control: Element) -> bool:
    return (value(child(control, "sdtPr", "docPartObj"), "docPartGallery") or "").casefold() == _GALLERY
