"""The part of a Word file that holds the texts of comments, made where there is none, with its relation and content type."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from itertools import count
from typing import Final

from lxml import etree

from app.errors import ErrorCode, ExpectedError
from app.importing.docx.archive import member
from app.importing.docx.names import W_NS, Element, w
from app.importing.repair import clean
from app.reporting.redline.document import Document
from app.reporting.redline.model import Author
from app.reporting.redline.runs import RUN, UNWRITABLE, run_with

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS_NS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_NO_RELATIONS: Final = f'<Relationships xmlns="{_RELATIONS_NS}"/>'
_TYPES_NS: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES: Final = "[Content_Types].xml"
_SMALL: Final = "20"  # half points: the text's own default may be that of a heading


def with_comments(
    document: Document, comments: Iterable[tuple[int, tuple[str, ...]]], author: Author
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Parts that change and parts that are new, for comments with these numbers and paragraphs."""
    related = document.package.related(document.main, "comments")
    if related and document.package.root(related[0]) is not None:
        root = document.root(related[0])
        root.extend(_comment(number, lines, author) for number, lines in comments)
        return {related[0]: document.written(related[0])}, {}
    name = _free_name(document)
    root = etree.Element(w("comments"), nsmap={"w": W_NS})
    root.extend(_comment(number, lines, author) for number, lines in comments)
    changed, added = _declared(document, name)
    return changed, {name: document.in_dialect(_bytes(root)), **added}


def _comment(number: int, lines: tuple[str, ...], author: Author) -> Element:
    made = etree.Element(w("comment"), {w("id"): str(number), w("author"): author.name}, nsmap={"w": W_NS})
    if author.date:
        made.set(w("date"), author.date)
    made.set(w("initials"), author.initials)
    for at, line in enumerate(lines):
        paragraph = etree.SubElement(made, w("p"))
        if not at:
            etree.SubElement(etree.SubElement(paragraph, RUN), w("annotationRef"))
        paragraph.append(_written(line))
    return made


def _written(line: str) -> Element:
    run = run_with(None, " ".join(clean(UNWRITABLE.sub("", line)).split()))
    look = etree.Element(w("rPr"))
    etree.SubElement(look, w("sz"), {w("val"): _SMALL})
    run.insert(0, look)
    return run


def _free_name(document: Document) -> str:
    """Beside the main part, whatever that is called."""
    folder = posixpath.dirname(document.main)
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in count())
    return next(name for name in names if document.package.root(name) is None)


def _declared(document: Document, name: str) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The content type and the relation of a new part."""
    types = _plain_root(document, _TYPES)
    etree.SubElement(types, f"{{{_TYPES_NS}}}Override", {"PartName": f"/{name}", "ContentType": _TYPE})
    changed, added = {_TYPES: _bytes(types)}, dict[str, bytes]()
    folder, file = posixpath.split(document.main)
    relations_name = posixpath.join(folder, "_rels", f"{file}.rels")
    exists = document.package.root(relations_name) is not None
    relations = _plain_root(document, relations_name) if exists else etree.fromstring(_NO_RELATIONS)
    etree.SubElement(relations, f"{{{_RELATIONS_NS}}}Relationship", _relation(document, relations, name))
    (changed if exists else added)[relations_name] = _bytes(relations)
    return changed, added


def _relation(document: Document, relations: Element, name: str) -> dict[str, str]:
    used = {relation.get("Id") for relation in relations}
    free = next(one for number in count(1) if (one := f"rId{number}") not in used)
    kind = document.in_dialect(f"{_RELATION}/comments".encode()).decode()
    return {"Id": free, "Type": kind, "Target": posixpath.basename(name)}


def _plain_root(document: Document, name: str) -> Element:
    """A part that is no Word text, as it is."""
    if document.package.root(name) is None:  # judges it, too
        raise ExpectedError(ErrorCode.DOCX_DAMAGED, {"part": name})
    return etree.fromstring(member(document.data, name), etree.XMLParser(resolve_entities=False, no_network=True))


def _bytes(root: Element) -> bytes:
    made: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return made
