"""A page as it looks, to see whether a word that its objects call hidden is printed all the same.

A colour may be a pattern that PDFium calls white, an area's bounds may hold more than it paints. The page is drawn once, in
grey, and only if one of its words is in doubt.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from functools import cached_property

import pypdfium2.raw as pdfium

from app.importing.pdf.frame import Box4, Frame

_SCALE = 1.5  # pixels for a point
_MAX_PIXELS = 8_000_000
_MARGIN = 0.12  # of the box's height that is left out above and below: underlines and rulings
_LEAST = 0.4  # of the rows, and of the columns
_CONTRAST = 24  # of 255 between the darkest and the lightest pixel: the eye sees something


class Printout:
    """The page with this handle, drawn as `frame` shows it. `turn`: degrees it is read turned against its display."""

    def __init__(self, page: int, frame: Frame, turn: int) -> None:
        self._page = page
        self._turn = turn // 90
        self._scale = min(_SCALE, (_MAX_PIXELS / max(1.0, frame.width * frame.height)) ** 0.5)
        self._width = max(1, int(frame.width * self._scale))
        self._height = max(1, int(frame.height * self._scale))

    def shows_type(self, box: Box4) -> bool:
        """Whether something like type can be seen within the box: most of its rows and columns are dark and light.

        A ruling through the box, or an edge of a field, darkens its rows or its columns but never changes in both.
        """
        height = box[3] - box[1]
        rows = self._within((box[0], box[1] + _MARGIN * height, box[2], box[3] - _MARGIN * height))
        if not rows:
            return False
        return _mixed(rows) >= _LEAST * len(rows) and _mixed(zip(*rows, strict=True)) >= _LEAST * len(rows[0])

    def shows_something(self, box: Box4) -> bool:
        """Whether anything can be seen within the box."""
        pixels = b"".join(self._within(box))
        return bool(pixels) and max(pixels) - min(pixels) >= _CONTRAST

    def _within(self, box: Box4) -> list[bytes]:
        """The rows of pixels of the box, as far as it lies on the page."""
        x0, y0, x1, y1 = (int(value * self._scale) for value in box)
        columns = slice(max(0, x0), max(0, min(self._width, x1 + 1)))
        rows = [self._row(y)[columns] for y in range(max(0, y0), min(self._height, y1 + 1))]
        return rows if rows and rows[0] else []

    def _row(self, y: int) -> bytes:
        return self._pixels[y * self._width : (y + 1) * self._width]

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


def _mixed(lines: Iterable[Sequence[int]]) -> int:
    """How many rows or columns of pixels have dark and light ones."""
    return sum(max(line) - min(line) >= _CONTRAST for line in lines)
