"""PDF pages as printed, by PDFium. Runs in the worker process only.

PDFium is not thread-safe and the file is hostile, so every call happens in the document's own process. The bitmap lies
directly in the caller's memory: nothing is copied. PDFium draws the page as displayed (rotation, crop box applied).
"""

from __future__ import annotations

import ctypes
from typing import Any

from app.errors import ErrorCode, ExpectedError

MAX_PIXELS = 48_000_000  # 192 MB; an A4 page at 600 dpi has 35 million

_A4 = (595.3, 841.9)  # points


def warm_up() -> None:
    """Load PDFium, so that the first page need not wait for it."""
    import pypdfium2

    pypdfium2.PdfDocument.new().close()


def looks_like_pdf(data: bytes) -> bool:
    """Whether the PDF signature is where readers look for it: in the first kilobyte."""
    return b"%PDF-" in data[:1024]


class PdfPages:
    """The pages of one PDF. Raises PDFium's own error where it cannot open the file."""

    def __init__(self, data: bytes, password: str | None) -> None:
        import pypdfium2

        self._document: Any = pypdfium2.PdfDocument(data, password=password)

    def sizes(self, limit: int) -> tuple[tuple[float, float], ...]:
        """Width and height in points of the first `limit` pages; A4 for one that PDFium cannot find."""
        count = min(len(self._document), limit)
        return tuple(self._size(index) for index in range(count))

    def _size(self, index: int) -> tuple[float, float]:
        import pypdfium2

        try:
            size: tuple[float, float] = self._document.get_page_size(index)
        except pypdfium2.PdfiumError:
            return _A4
        return size

    def draw(self, page: int, width: int, height: int, memory: memoryview) -> None:
        """Draw page `page` (1-based) over the whole bitmap: BGRx, rows without padding. PDF_DAMAGED if it cannot be found."""
        import pypdfium2

        if not 0 < width * height <= MAX_PIXELS:
            raise ValueError(f"bitmap of {width} x {height} pixels")
        try:
            loaded = self._document[page - 1]
        except pypdfium2.PdfiumError as error:
            raise ExpectedError(ErrorCode.PDF_DAMAGED, {"page": page}) from error
        try:
            _draw(loaded, width, height, memory)
        finally:
            loaded.close()

    def close(self) -> None:
        """Free PDFium's memory."""
        self._document.close()


def _draw(page: Any, width: int, height: int, memory: memoryview) -> None:  # noqa: ANN401 - PDFium has no types
    import pypdfium2.raw as pdfium

    target = (ctypes.c_ubyte * (width * height * 4)).from_buffer(memory)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, target, width * 4)
    if not bitmap:
        raise MemoryError
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
