"""Weight and slant of fonts that do not tell them by name.

Printer drivers call every font "CIDFont+F1"; the embedded TrueType file still knows: bits 0 and 1 of `macStyle` in its
`head` table (OpenType specification). The font descriptor's flags count as well, and its weight where it states one
(PDFium makes one up from the width of the stems: it says nothing).
"""

from __future__ import annotations

import re
import struct

HEAVY = 600  # weights from here on are bold
ITALIC_FLAG = 1 << 6  # PDF 32000-1, table 123
FORCE_BOLD_FLAG = 1 << 18
_MAC_STYLE_AT = 44  # bytes from the beginning of the `head` table

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|semib|demi|[-,_ ]bd\b|cmbx|sfbx|ecbx|(?:^|\b)f\d+b\b", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq|kursiv|cmti|sfti|ecti", re.IGNORECASE)
_SYMBOL_FONT = re.compile(r"symbol|wingding|dingbat|webding", re.IGNORECASE)


def is_bold(font: str) -> bool:
    """Whether the font's name says bold; its weight in the file is unreliable (400 for bold)."""
    return bool(_BOLD.search(_SUBSET.sub("", font)))


def is_italic(font: str) -> bool:
    """Whether the font's name says italic."""
    return bool(_ITALIC.search(_SUBSET.sub("", font)))


def is_symbol_font(font: str) -> bool:
    """Whether the font holds signs instead of letters."""
    return bool(_SYMBOL_FONT.search(font))


def styled(name: str, flags: int, mac: int, weight: float = 0) -> str:
    """The font's name, with ",Bold" and ",Italic" added where the font itself says so."""
    bold = bool(mac & 1 or flags & FORCE_BOLD_FLAG or weight >= HEAVY)
    return name + ",Bold" * bold + ",Italic" * bool(mac & 2 or flags & ITALIC_FLAG)


def mac_style(data: bytes) -> int:
    """`macStyle` of a TrueType font's file; 0 where there is none or the file is damaged."""
    try:
        (tables,) = struct.unpack_from(">H", data, 4)
        for i in range(tables):
            tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * i)
            if tag == b"head":
                return int(struct.unpack_from(">H", data, offset + _MAC_STYLE_AT)[0])
    except struct.error:
        pass
    return 0
