"""Opens the ZIP of a Word file as hostile input and gives out its XML parts.

Strategy: the ZIP directory is judged before anything is unpacked (number of members, declared sizes, ratio; `zipfile`
never unpacks more than declared), only the parts that hold text are read, none with a DTD or entities, and external
relations are never followed. python-docx's own package loader is not used because it loads every picture and
fails on one dangling relation; its XML parser is.
"""

from __future__ import annotations

import posixpath
import zipfile
from functools import cached_property
from io import BytesIO

from docx.oxml.parser import parse_xml
from lxml.etree import LxmlError

from app.errors import ErrorCode, ExpectedError
from app.importing.detection import UNPACKING
from app.importing.docx.names import Element, local, w
from app.importing.options import MEGABYTE

MAX_MEMBERS = 10_000
MAX_UNPACKED = 512 * MEGABYTE
MAX_PART = 50 * MEGABYTE  # of XML: up to thirty times that in memory; 2,000 pages have less
RATIO_FREE = 50 * MEGABYTE  # below this no ratio is suspicious: XML with much markup packs 1:100
MAX_RATIO = 200
MAX_ELEMENTS = 2_000_000  # of all parts that are read: half a gigabyte; the largest contract measured has 17,000
MAX_BLOCKS = 200_000  # paragraphs, lines, rows, cells and notes, a tenth of a millisecond each; it has 1,200

STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_BLOCKS = tuple(w(name) for name in ("p", "br", "cr", "tbl", "tr", "tc", "footnote", "endnote", "comment"))
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")


class Package:
    """The parts of a Word file by name and by relation."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except UNPACKING as error:
            raise ExpectedError(ErrorCode.DOCX_DAMAGED) from error
        _check(self._archive, len(data))
        self._names = _by_name(self._archive)
        self._roots: dict[str, Element | None] = {}
        self._elements = self._blocks = 0

    @cached_property
    def main(self) -> str:
        """Name of the part with the text."""
        targets = self.related("", "officeDocument")
        return targets[0] if targets else "word/document.xml"

    def root(self, name: str) -> Element | None:
        """The root element of a part, None if there is no such part; kept, so that elements stay the same objects."""
        if name not in self._roots:
            blob = self._blob(name)
            self._roots[name] = None if blob is None else self._parsed(blob)
        return self._roots[name]

    def _parsed(self, blob: bytes) -> Element:
        """The root of a part; FILE_TOO_LARGE where there is more to walk through than any contract has."""
        # No "<" but those of markup may stand in XML: counted before the tree is built, which takes fifty times the memory.
        plain = blob.replace(b"\0", b"")  # UTF-16
        self._elements += plain.count(b"<") - plain.count(b"</")
        _refuse_more(self._elements, MAX_ELEMENTS, "elements")
        root = _parsed(blob)
        self._blocks += sum(1 for _ in root.iter(*_BLOCKS))
        _refuse_more(self._blocks, MAX_BLOCKS, "paragraphs")
        return root

    def related(self, source: str, kind: str) -> list[str]:
        """Names of the parts that `source` refers to by a relation of this kind (last word of its type)."""
        return [target for _, relation, target in self._relations(source) if relation == kind]

    def target(self, source: str, relation_id: str | None) -> str | None:
        """The part behind a relation's id; None for external and missing ones."""
        return next((target for name, _, target in self._relations(source) if name == relation_id), None)

    def _relations(self, source: str) -> list[tuple[str, str, str]]:
        """`(id, kind, part name)`, internal ones only."""
        folder, _, file = source.rpartition("/")
        root = self.root(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return []
        return [
            (item.get("Id", ""), item.get("Type", "").rpartition("/")[2], _resolved(folder, item.get("Target", "")))
            for item in root
            if local(item) and item.get("TargetMode") != "External"
        ]

    def _blob(self, name: str) -> bytes | None:
        member = self._names.get(part_name(name))
        if member is None:
            return None
        info = self._archive.getinfo(member)
        if info.file_size > MAX_PART:
            raise ExpectedError(ErrorCode.ARCHIVE_BOMB)
        try:
            return self._archive.read(info)
        except UNPACKING as error:
            raise ExpectedError(ErrorCode.DOCX_DAMAGED, {"part": name}) from error


def _refuse_more(count: int, limit: int, unit: str) -> None:
    if count > limit:
        raise ExpectedError(ErrorCode.FILE_TOO_LARGE, {"size": count, "limit": limit, "unit": unit})


def _check(archive: zipfile.ZipFile, size: int) -> None:
    members = archive.infolist()
    if any(info.flag_bits & 1 for info in members):
        raise ExpectedError(ErrorCode.DOCX_ENCRYPTED)
    unpacked = sum(info.file_size for info in members)
    too_dense = unpacked > RATIO_FREE and unpacked > size * MAX_RATIO
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or too_dense:
        raise ExpectedError(ErrorCode.ARCHIVE_BOMB)


def _by_name(archive: zipfile.ZipFile) -> dict[str, str]:
    """Member names by part name. Of two members with one name every reader would take another: which is the contract?"""
    names = {part_name(info.filename): info.filename for info in archive.infolist()}
    if len(names) < len(archive.infolist()):
        raise ExpectedError(ErrorCode.DOCX_DAMAGED, {"reason": "duplicate_part"})
    return names


def part_name(name: str) -> str:
    """Part names are compared without case (ECMA-376-2, 6.2.2)."""
    return name.replace("\\", "/").lstrip("/").lower()


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


def _parsed(blob: bytes) -> Element:
    # NULs out: the same search sees UTF-16. Word never writes a DTD, so whoever did means harm.
    plain = blob.replace(b"\0", b"")
    if any(word in plain for word in _FORBIDDEN):
        raise ExpectedError(ErrorCode.DOCX_DAMAGED, {"reason": "dtd"})
    for strict, transitional in STRICT.items():
        blob = blob.replace(strict, transitional)
    try:
        root: Element = parse_xml(blob)
    except (LxmlError, ValueError) as error:
        raise ExpectedError(ErrorCode.DOCX_DAMAGED) from error
    return root
