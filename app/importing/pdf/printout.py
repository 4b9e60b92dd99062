"""A page as it looks, to see whether type of the ground's colour is really lost on it.

A colour may be a pattern that PDFium calls white, and what lies below may be more than its objects say. The page is drawn
once, in grey, and only if one of its words is in doubt.
"""

from __future__ import annotations

import ctypes
from functools import cached_property

import pypdfium2.raw as pdfium

from app.importing.pdf.frame import Box4, Frame

_SCALE = 2.0  # pixels for a point
_MAX_PIXELS = 8_000_000
_CONTRAST = 24  # of 255 between the darkest and the lightest pixel: the eye sees something


class Printout:
    """The page with this handle, drawn as `frame` shows it. `turn`: degrees it is read turned against its display."""

    def __init__(self, page: int, frame: Frame, turn: int) -> None:
        self._page = page
        self._turn = turn // 90
        self._scale = min(_SCALE, (_MAX_PIXELS / max(1.0, frame.width * frame.height)) ** 0.5)
        self._width = max(1, int(frame.width * self._scale))
        self._height = max(1, int(frame.height * self._scale))

    def shows_something(self, box: Box4) -> bool:
        """Whether anything can be seen within the box."""
        x0, top, x1, bottom = (int(value * self._scale) for value in box)
        columns = slice(max(0, x0), min(self._width, x1 + 1))
        rows = range(max(0, top), min(self._height, bottom + 1))
        pixels = b"".join(self._pixels[row * self._width : (row + 1) * self._width][columns] for row in rows)
        return bool(pixels) and max(pixels) - min(pixels) >= _CONTRAST

    @cached_property
    def _pixels(self) -> bytes:
        buffer = (ctypes.c_ubyte * (self._width * self._height))()
        bitmap = pdfium.FPDFBitmap_CreateEx(self._width, self._height, pdfium.FPDFBitmap_Gray, buffer, self._width)
        if not bitmap:
            raise MemoryError
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, self._width, self._height, 0xFFFFFFFF)
            page = ctypes.cast(self._page, pdfium.FPDF_PAGE)
            pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, self._width, self._height, self._turn, 0)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
        return bytes(buffer)
