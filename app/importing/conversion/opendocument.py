"""OpenDocument text made ready for conversion: what LibreOffice would show otherwise than it is printed.

Strategy: LibreOffice writes hidden sections and paragraphs into the DOCX as if they were printed, drops hidden text fields,
and puts today's date into date fields. So hidden text is taken out before and listed, and dates become the text that the
file holds: the same file gives the same text every day. A file without any of these stays as it is.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from lxml import etree
from lxml.etree import _Element

from app.errors import ErrorCode, ExpectedError
from app.importing.detection import UNPACKING, Format
from app.importing.repair import clean
from app.models.source import Ignored, IgnoredReason

Element = _Element

_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_PARTS: Final[tuple[str, ...]] = ("content.xml", "styles.xml")
_PARAGRAPHS: Final = (f"{_TEXT}p", f"{_TEXT}h")
_CLOCKS: Final = (f"{_TEXT}date", f"{_TEXT}time")
_HIDDEN, _DISPLAY = f"{_TEXT}is-hidden", f"{_TEXT}display"


@dataclass(frozen=True, slots=True)
class Prepared:
    """The file to convert, and the hidden text that is no longer in it."""

    data: bytes
    hidden: tuple[Ignored, ...]


def prepared(data: bytes) -> Prepared:
    """`data` without hidden text and with dates as plain text; DOCUMENT_DAMAGED where its XML cannot be read."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            roots = {name: _parsed(archive.read(name)) for name in _PARTS if name in archive.namelist()}
            hidden = tuple(item for name, root in roots.items() for item in _take_hidden(root, name))
            has_clocks = [_stop_clocks(root) for root in roots.values()]
            return Prepared(_rewritten(archive, roots) if hidden or any(has_clocks) else data, hidden)
    except (*UNPACKING, etree.LxmlError) as error:
        raise ExpectedError(ErrorCode.DOCUMENT_DAMAGED, {"format": str(Format.ODT)}) from error


def _parsed(blob: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    return etree.fromstring(blob, parser)


def _stop_clocks(root: Element) -> bool:
    """Date and time fields become their text; whether there are any."""
    found = next(root.iter(*_CLOCKS), None) is not None
    if found:
        etree.strip_tags(root, *_CLOCKS)
    return found


def _take_hidden(root: Element, part: str) -> Iterator[Ignored]:
    for element in list(_hidden(root)):
        text = clean(_text(element)).strip()
        parent = element.getparent()
        if parent is None or root not in element.iterancestors():
            continue  # within another that was taken out before
        _remove(element, parent)
        if text:
            yield Ignored(IgnoredReason.HIDDEN, text, part=part, cause="hidden_font")


def _hidden(root: Element) -> Iterator[Element]:
    for section in root.iter(f"{_TEXT}section"):
        condition_holds = section.get(_DISPLAY) == "condition" and section.get(_HIDDEN) == "true"
        if section.get(_DISPLAY) == "none" or condition_holds:
            yield section
    for field in root.iter(f"{_TEXT}hidden-paragraph"):
        paragraph = next(field.iterancestors(*_PARAGRAPHS), None)
        if field.get(_HIDDEN) == "true" and paragraph is not None:
            yield paragraph
    yield from (field for field in root.iter(f"{_TEXT}hidden-text") if field.get(_HIDDEN) == "true")


def _text(element: Element) -> str:
    """All characters, a line for each paragraph."""
    if element.tag == f"{_TEXT}hidden-text":
        return element.get(f"{_TEXT}string-value") or _characters(element)
    lines = [_characters(paragraph) for paragraph in element.iter(*_PARAGRAPHS)]
    return "\n".join(lines)


def _characters(element: Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _remove(element: Element, parent: Element) -> None:
    """The element without the text after it, which belongs to its parent."""
    before = element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + (element.tail or "")
    else:
        before.tail = (before.tail or "") + (element.tail or "")
    parent.remove(element)


def _rewritten(archive: zipfile.ZipFile, roots: dict[str, Element]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as copy:
        for info in archive.infolist():
            root = roots.get(info.filename)
            blob = archive.read(info) if root is None else etree.tostring(root, encoding="UTF-8", xml_declaration=True)
            copy.writestr(zipfile.ZipInfo(info.filename), blob, info.compress_type)
    return buffer.getvalue()
