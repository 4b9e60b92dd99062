"""What a file is, by its content.

Strategy: signatures first (they are exact), then the members of a ZIP or the streams of an OLE2 file, then whether
the bytes are text at all. The file's name is never trusted; `expected_format` only serves to tell the user about a
name that says something else.
"""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import PurePath

from app.errors import ErrorCode, ExpectedError
from app.importing.encoding import looks_like_quiet_utf16


class Format(StrEnum):
    """Formats that are read; the value is the name shown to the user."""

    PDF = "PDF"
    DOCX = "DOCX"
    DOC = "DOC"
    ODT = "ODT"
    RTF = "RTF"
    HTML = "HTML"
    MARKDOWN = "Markdown"
    TEXT = "Text"


MEDIA_TYPES = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.DOC: "application/msword",
    Format.ODT: "application/vnd.oasis.opendocument.text",
    Format.RTF: "application/rtf",
    Format.HTML: "text/html",
    Format.MARKDOWN: "text/markdown",
    Format.TEXT: "text/plain",
}

_SUFFIXES = {
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".docm": Format.DOCX,
    ".dotx": Format.DOCX,
    ".doc": Format.DOC,
    ".dot": Format.DOC,
    ".odt": Format.ODT,
    ".ott": Format.ODT,
    ".rtf": Format.RTF,
    ".htm": Format.HTML,
    ".html": Format.HTML,
    ".xhtml": Format.HTML,
    ".mht": Format.HTML,
    ".mhtml": Format.HTML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
}
_KNOWN_NAMES = {".xlsx": "XLSX", ".xls": "XLS"}

UNPACKING = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError),
    *(
        ValueError,
        OverflowError,
        RuntimeError,
    ),  # names in no encoding, sizes out of range, methods and versions unknown
)
"""What `zipfile` raises on damaged archives."""

_PDF_HEADER_WITHIN = 1024  # ISO 32000-1, annex H: readers accept the header anywhere in the first 1024 bytes
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIRST_SECTOR = 512
_WORD_MAGIC = b"\xec\xa5"  # MS-DOC 2.5.2
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"%!PS", "PostScript"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x1f\x8b", "GZIP"),
)
_WEBP = re.compile(rb"RIFF....WEBP", re.DOTALL)
_RTF = re.compile(rb"\s*\{\\rtf")
_MHTML = re.compile(
    rb"(?:[A-Za-z][A-Za-z-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*+)*?Content-Type:\s*multipart/related", re.IGNORECASE
)
# A page saved in part may begin with any element; one that closes again is no text that happens to begin with "<".
_HTML_PART = re.compile(
    rb"\s*+(?:(?><!--.*?-->)\s*+)*+<(head|body|main|article|section|div|p|h[1-6]|ul|ol|dl|table|title|meta|style|span)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*<\?xml\s")
# Possessive throughout: what was taken for a comment is never tried in another way (there are 2^n for n comments).
_HTML = re.compile(rb"\s*+(?:(?><!--.*?-->|<\?xml[^>]*+>)\s*+)*+<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_ODF_TEXT = ("text", "text-template")
_ODF = {"text-master": "ODM", "spreadsheet": "ODS", "presentation": "ODP"}
_OOXML_FOLDERS = (("xl/", "XLSX"), ("ppt/", "PPTX"))
_WORD_MAIN = re.compile(rb"wordprocessingml\.(document|template)\.main\+xml|ms-word\.[a-zA-Z.]*main\+xml")
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_UTF8_BOM = b"\xef\xbb\xbf"
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\v\x1a\x1b")  # 0x1a: end of a DOS text file
_MAX_CONTROL_SHARE = 0.001
_SMALL_MEMBER = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Mismatch:
    """The name promises `expected`, the content is `found`."""

    expected: str
    found: str


def detect(data: bytes) -> Format:
    """The format of `data`; FILE_EMPTY, FORMAT_NOT_SUPPORTED (`format`), DOCX_ENCRYPTED or FORMAT_UNKNOWN otherwise."""
    if not data.strip(b"\0 \t\r\n" + _UTF8_BOM):
        raise ExpectedError(ErrorCode.FILE_EMPTY)
    if data.startswith(_ZIP):
        return _in_zip(data)
    if data.startswith(_OLE2):
        return _in_ole2(data)
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        return Format.PDF
    _refuse_known(data)
    marked = _marked_up(data)
    if marked is not None:
        return marked
    if looks_like_text(data):
        return Format.TEXT
    raise ExpectedError(ErrorCode.FORMAT_UNKNOWN)


def as_named(name: str, found: Format) -> Format:
    """Markdown is text: only the name tells one from the other."""
    expected = _SUFFIXES.get(PurePath(name).suffix.lower())
    return Format.MARKDOWN if found is Format.TEXT and expected is Format.MARKDOWN else found


def mismatch(name: str, found: Format) -> Mismatch | None:
    """Whether the ending of `name` promises another format than was found; unknown endings promise nothing."""
    suffix = PurePath(name).suffix.lower()
    expected = _SUFFIXES.get(suffix) or _KNOWN_NAMES.get(suffix)
    if expected is None or expected == found:
        return None
    return Mismatch(str(expected), str(found))


def looks_like_text(data: bytes) -> bool:
    """Text has no NULs (UTF-16 apart) and next to no control characters."""
    if looks_like_quiet_utf16(data):
        return True
    if data.startswith(_UTF16_BOMS):
        return len(data) % 2 == 0
    sample = data[:_SMALL_MEMBER]
    controls = sum(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in sample)
    return b"\0" not in sample and controls <= len(sample) * _MAX_CONTROL_SHARE


def _unsupported(name: str) -> ExpectedError:
    return ExpectedError(ErrorCode.FORMAT_NOT_SUPPORTED, {"format": name})


def _in_zip(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _of_members(archive, archive.namelist())
    except UNPACKING as error:
        # Cut off in the middle or damaged: the first local header still tells what it was meant to be.
        if b"[Content_Types].xml" in data[:4096] or b"word/" in data[:4096]:
            raise ExpectedError(ErrorCode.DOCX_DAMAGED) from error
        raise _unsupported("ZIP") from error


def _of_members(archive: zipfile.ZipFile, names: list[str]) -> Format:
    if "word/document.xml" in names or _WORD_MAIN.search(_member(archive, "[Content_Types].xml")):
        return Format.DOCX
    for folder, name in _OOXML_FOLDERS:
        if any(member.startswith(folder) for member in names):
            raise _unsupported(name)
    kind = _member(archive, "mimetype").decode("ascii", "replace").strip()
    if kind.startswith("application/vnd.oasis.opendocument."):
        return _odf(kind.rpartition("opendocument.")[2])
    raise _unsupported("EPUB" if kind == "application/epub+zip" else "ZIP")


def _odf(kind: str) -> Format:
    if kind in _ODF_TEXT:
        return Format.ODT
    raise _unsupported(_ODF.get(kind, "OpenDocument"))


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    """A small member's bytes, empty where there is none; never more than is needed to tell a format."""
    try:
        with archive.open(name) as member:
            return member.read(_SMALL_MEMBER)
    except (KeyError, *UNPACKING):
        return b""


def _in_ole2(data: bytes) -> Format:
    """OLE2 holds old Office files, and OOXML files with a password (MS-OFFCRYPTO: stream EncryptedPackage)."""
    if _ENCRYPTED_STREAM in data:
        raise ExpectedError(ErrorCode.DOCX_ENCRYPTED)
    if "WordDocument".encode("utf-16-le") in data or data[_FIRST_SECTOR : _FIRST_SECTOR + 2] == _WORD_MAGIC:
        return Format.DOC  # cut off, it has lost its directory, but Word writes its text first
    raise _unsupported("OLE2")


def _refuse_known(data: bytes) -> None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise _unsupported(name)
    if _WEBP.match(data):
        raise _unsupported("WebP")


def _marked_up(data: bytes) -> Format | None:
    """RTF, HTML, or HTML in a MIME message; FORMAT_NOT_SUPPORTED for other XML."""
    head = _head(data)
    if _RTF.match(head):
        return Format.RTF
    part = _HTML_PART.match(head)
    closed = part is not None and b"</" in head[part.end() :]
    if _HTML.match(head) or closed or _MHTML.match(head):
        return Format.HTML
    if _XML.match(head):
        raise _unsupported("XML")
    return None


def _head(data: bytes) -> bytes:
    """The beginning, in one byte a character whatever the encoding."""
    head = data[: _SMALL_MEMBER // 128]
    if data.startswith(_UTF16_BOMS):
        return head.decode("utf-16", "replace").encode("utf-8", "replace").removeprefix(_UTF8_BOM)
    return head.removeprefix(_UTF8_BOM)
