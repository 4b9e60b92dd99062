"""A workbook's container without clock, machine and program library: the same book is the same bytes.

openpyxl writes the time of saving into every entry of the ZIP and into the properties, and its own name beside it. The entries are
written anew in their order with the oldest time a ZIP knows; the properties say when the book was made, if it says so at all.
"""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from typing import Final

_CORE, _APP = "docProps/core.xml", "docProps/app.xml"
_OLDEST: Final = (1980, 1, 1, 0, 0, 0)
_TIME: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_CREATOR: Final = re.compile(rb"<dc:creator>openpyxl</dc:creator>|<dc:creator ?/>|<dc:creator></dc:creator>")
_PROGRAM: Final = re.compile(rb"<Application>.*?</Application>|<AppVersion>.*?</AppVersion>", re.DOTALL)


def steady(content: bytes, made_at: datetime | None) -> bytes:
    """The same workbook, always the same bytes; `made_at` is what it says of its making."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == _CORE:
                data = _CREATOR.sub(b"", _TIME.sub(lambda match: _time(match, made_at), data))
            elif entry.filename == _APP:
                data = _PROGRAM.sub(b"", data)
            written.writestr(_entry(entry.filename), data)
    return target.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _OLDEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0  # the same on every system
    entry.external_attr = 0
    return entry


def _time(match: re.Match[bytes], made_at: datetime | None) -> bytes:
    if made_at is None:
        return b""
    return match[1] + made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode() + match[3]
