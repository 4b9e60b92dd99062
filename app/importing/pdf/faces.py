"""The fonts of a document as PDFium knows them."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from app.importing.pdf import native
from app.importing.pdf.fonts import is_bold, is_italic, is_symbol_font, mac_style, styled

_NO_DESCENT = 0.02  # of the size
_DESCENT = 0.21  # of the size, as most text faces have it
_DEEPEST = 0.4  # of the size: no text face reaches further below its baseline


@dataclass(frozen=True, slots=True)
class Face:
    """A font: its name with the weight it has, and how far it reaches below the baseline (share of the size)."""

    name: str
    bold: bool
    italic: bool
    signs: bool
    descent: float
    widths: dict[str, float] = field(default_factory=dict, compare=False)  # of its characters in units of the size


class Faces:
    """Every font once, also where the pages of a document load it again."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int, int], Face] = {}
        self._float = ctypes.c_float()

    def read(self, font: int) -> Face:
        """The font with this handle; its file is only asked where its name says nothing of its weight."""
        handle = ctypes.cast(font, pdfium.FPDF_FONT)
        length = pdfium.FPDFFont_GetBaseFontName(handle, None, 0)
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFFont_GetBaseFontName(handle, buffer, length)
        name = buffer.value.decode("utf-8", "replace")
        native.font_descent(font, 1000.0, ctypes.byref(self._float))
        key = (name, native.font_flags(font), round(self._float.value))
        if key not in self._known:
            full = styled(name, max(key[1], 0), _file_style(handle))
            below = -self._float.value / 1000
            descent = below if _NO_DESCENT < below <= _DEEPEST else _DESCENT
            self._known[key] = Face(full, is_bold(full), is_italic(full), is_symbol_font(full), descent)
        return self._known[key]


def _file_style(font: ctypes.c_void_p) -> int:
    """`macStyle` of an embedded TrueType font."""
    if pdfium.FPDFFont_GetIsEmbedded(font) != 1:
        return 0
    size = ctypes.c_size_t()
    if not pdfium.FPDFFont_GetFontData(font, None, 0, ctypes.byref(size)) or not size.value:
        return 0
    data = (ctypes.c_uint8 * size.value)()
    pdfium.FPDFFont_GetFontData(font, data, size.value, ctypes.byref(size))
    return mac_style(bytes(data))
