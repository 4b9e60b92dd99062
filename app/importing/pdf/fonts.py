"""Weight and slant of fonts that do not tell them by name.

Printer drivers call every font "CIDFont+F1"; the embedded TrueType file still knows: bits 0 and 1 of `macStyle` in its
`head` table (OpenType specification). The font descriptor's weight and flags count as well, where they are set.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

from pdfminer.pdfexceptions import PDFException
from pdfminer.pdffont import PDFFont
from pdfminer.pdftypes import PDFStream, resolve1

_HEAVY = 600  # weights from here on are bold
_ITALIC_FLAG = 1 << 6  # PDF 32000-1, table 123
_FORCE_BOLD_FLAG = 1 << 18
_MAC_STYLE_AT = 44  # bytes from the beginning of the `head` table

_names: WeakKeyDictionary[PDFFont, str] = WeakKeyDictionary()


def font_name(font: PDFFont) -> str:
    """The font's name, with ",Bold" and ",Italic" added where the font itself says so."""
    if font not in _names:
        _names[font] = _name(font)
    return _names[font]


def _name(font: PDFFont) -> str:
    name = font.fontname if isinstance(font.fontname, str) else ""
    bold, italic = _style(font.descriptor)
    return name + ",Bold" * bold + ",Italic" * italic


def _style(descriptor: Mapping[str, Any]) -> tuple[bool, bool]:
    flags, weight = resolve1(descriptor.get("Flags")), resolve1(descriptor.get("FontWeight"))
    flags = flags if isinstance(flags, int) else 0
    mac = _mac_style(resolve1(descriptor.get("FontFile2")))
    bold = bool(mac & 1 or flags & _FORCE_BOLD_FLAG) or (isinstance(weight, int | float) and weight >= _HEAVY)
    return bold, bool(mac & 2 or flags & _ITALIC_FLAG)


def _mac_style(stream: object) -> int:
    """`macStyle` of an embedded TrueType font; 0 where there is none or the file is damaged."""
    if not isinstance(stream, PDFStream):
        return 0
    try:
        data = stream.get_data()
        (tables,) = struct.unpack_from(">H", data, 4)
        for i in range(tables):
            tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * i)
            if tag == b"head":
                return int(struct.unpack_from(">H", data, offset + _MAC_STYLE_AT)[0])
    except (struct.error, PDFException):
        pass
    return 0
