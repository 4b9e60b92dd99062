"""What Word does when all tracked changes of an author are accepted or rejected, done to the XML; and what is left to read.

Rules: a struck-out or rejected run goes with its wrapper, another wrapper goes alone; a paragraph whose mark goes flows into the next one,
which keeps its own properties (ECMA-376-1, 17.13.5.15 and 17.13.5.20).
"""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

from app.importing.docx.archive import rewritten

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
ME = "Erika Muster"


def accepted(content: bytes, author: str = ME) -> bytes:
    """With all changes of the author."""
    return _done(content, author, gone="del", kept="ins")


def rejected(content: bytes, author: str = ME) -> bytes:
    """Without them."""
    return _done(content, author, gone="ins", kept="del")


def part(content: bytes, name: str = "word/document.xml") -> etree._Element:
    """A part of the file, in the usual dialect."""
    blob = zipfile.ZipFile(BytesIO(content)).read(name)
    return etree.fromstring(blob.replace(STRICT, W.strip("{}").encode()))


def changes(content: bytes) -> list[tuple[str, str]]:
    """Kind and text of each change in the text."""
    return [
        (one.tag[len(W) :], "".join(one.itertext(f"{W}t", f"{W}delText")))
        for one in part(content).iter(f"{W}ins", f"{W}del")
        if one.get(f"{W}author") == ME and one.getparent().tag != f"{W}rPr"
    ]


def _done(content: bytes, author: str, *, gone: str, kept: str) -> bytes:
    made = {}
    for name in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
        if name in zipfile.ZipFile(BytesIO(content)).namelist():
            root = part(content, name)
            for one in _of(root, kept, author):
                _unwrapped(one)
            for one in _of(root, gone, author):
                if one.getparent().tag == f"{W}rPr":
                    _flow_together(one)
                else:
                    _removed(one)
            made[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return rewritten(content, made)


def _of(root: etree._Element, kind: str, author: str) -> list[etree._Element]:
    return [one for one in root.iter(W + kind) if one.get(f"{W}author") == author]


def _unwrapped(wrapper: etree._Element) -> None:
    for text in wrapper.iter(f"{W}delText", f"{W}delInstrText"):
        text.tag = f"{W}t" if text.tag == f"{W}delText" else f"{W}instrText"
    for inner in list(wrapper):
        wrapper.addprevious(inner)
    _removed(wrapper)


def _removed(element: etree._Element) -> None:
    element.tail = None
    element.getparent().remove(element)


def _flow_together(mark: etree._Element) -> None:
    paragraph = next(mark.iterancestors(f"{W}p"))
    following = next(paragraph.itersiblings(f"{W}p"))
    properties = following.find(f"{W}pPr")
    content = [element for element in paragraph if element.tag != f"{W}pPr"]
    at = 0 if properties is None else following.index(properties) + 1
    for element in reversed(content):
        following.insert(at, element)
    _removed(paragraph)
