"""What the original tells before it is converted: whether it is locked, and whether it draws on other files.

Only as much of each format is looked at as is needed for that; a file made to mislead here is stopped by LibreOffice,
which then fails, or by the settings it runs with.
"""

from __future__ import annotations

import re
import struct
import zipfile
from io import BytesIO
from typing import Final

from app.errors import ErrorCode, ExpectedError
from app.importing.detection import UNPACKING, Format
from app.importing.options import MEGABYTE

_MAX_MEMBERS: Final = 10_000
_MAX_UNPACKED: Final = 512 * MEGABYTE
_MAX_MEMBER: Final = 100 * MEGABYTE  # of XML
_RATIO_FREE: Final = 50 * MEGABYTE
_MAX_RATIO: Final = 200

# MS-CFB 2.2 and 2.6.1, MS-DOC 2.5.2
_WORD_STREAM: Final = "WordDocument\0".encode("utf-16-le")
_SECTOR_SHIFT_AT, _FIRST_SECTOR_AT = 30, 0x74
_FIB_MAGIC: Final = 0xA5EC
_ENCRYPTED: Final = 0x0100

_ODF_LINK: Final = re.compile(
    rb"<(?:text:section-source|draw:image|draw:object|draw:object-ole|draw:floating-frame)\b[^>]*"
    rb'xlink:href="(?:[a-zA-Z][a-zA-Z0-9+.-]*:|\.\./|/)'
)
_FIELD_LINK: Final = re.compile(rb"INCLUDE(?:TEXT|PICTURE)\b|\x13\s*LINK\s", re.IGNORECASE)
_CLOCK_FIELD: Final = re.compile(rb"<w:instrText[^>]*>\s*(?:DATE|TIME)\b")


def check(data: bytes, found: Format) -> None:
    """DOCUMENT_ENCRYPTED, ARCHIVE_BOMB or DOCUMENT_DAMAGED where there is no use in converting."""
    if found is Format.ODT:
        _check_odf(data)
    elif found is Format.DOC and _is_locked(data):
        raise ExpectedError(ErrorCode.DOCUMENT_ENCRYPTED, {"format": str(found)})


def linked(data: bytes, found: Format) -> int:
    """How many places draw on other files: sections, pictures, objects."""
    if found is Format.ODT:
        return len(_ODF_LINK.findall(_member(data, "content.xml")))
    return len(_FIELD_LINK.findall(data.replace(b"\0", b"") if found is Format.DOC else data))


def clock_fields(docx: bytes) -> int:
    """Fields of the converted document that hold today's date or time: LibreOffice fills them in anew."""
    return len(_CLOCK_FIELD.findall(_member(docx, "word/document.xml")))


def _check_odf(data: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            manifest = _small(archive, "META-INF/manifest.xml")
    except UNPACKING as error:
        raise ExpectedError(ErrorCode.DOCUMENT_DAMAGED, {"format": str(Format.ODT)}) from error
    if b"encryption-data" in manifest or any(info.flag_bits & 1 for info in members):
        raise ExpectedError(ErrorCode.DOCUMENT_ENCRYPTED, {"format": str(Format.ODT)})
    unpacked = sum(info.file_size for info in members)
    too_dense = unpacked > _RATIO_FREE and unpacked > len(data) * _MAX_RATIO
    too_large = any(info.file_size > _MAX_MEMBER and info.filename.endswith(".xml") for info in members)
    if len(members) > _MAX_MEMBERS or unpacked > _MAX_UNPACKED or too_dense or too_large:
        raise ExpectedError(ErrorCode.ARCHIVE_BOMB)


def _member(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return _small(archive, name)


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as member:
            return member.read(_MAX_MEMBER)
    except (KeyError, *UNPACKING):
        return b""


def _is_locked(data: bytes) -> bool:
    """Whether the file information block, the first bytes of the stream with the text, says that it is encrypted."""
    entry = data.find(_WORD_STREAM)
    try:
        shift = struct.unpack_from("<H", data, _SECTOR_SHIFT_AT)[0]
        sector = struct.unpack_from("<I", data, entry + _FIRST_SECTOR_AT)[0]
        magic, flags = struct.unpack_from("<H8xH", data, (sector + 1) << min(shift, 12))
    except struct.error:
        return False  # damaged: LibreOffice decides
    return entry >= 0 and magic == _FIB_MAGIC and bool(flags & _ENCRYPTED)
