"""PDF pages as printed, by PDFium. Runs in the worker process only.

PDFium is not thread-safe and the file is hostile, so every call happens in the document's own process. The bitmap lies
directly in the caller's memory: nothing is copied. PDFium draws the page as displayed (rotation, crop box applied).
"""

from __future__ import annotations

import ctypes
from typing import Any

from app.errors import ErrorCode, ExpectedError

MAX_PIXELS = 48_000_000  # 192 MB; an A4 page at 600 dpi has 35 million
MAX_SIDE = 200_000  # pixels of a page of which a part is drawn

Clip = tuple[int, int, int, int]  # left, top, width, height

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
        self._loaded: tuple[int, Any] | None = None  # number and page

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

    def draw(self, page: int, width: int, height: int, memory: memoryview, clip: Clip | None = None) -> None:
        """Draw page `page` (1-based), or a part of it, over the whole bitmap: BGRx, rows without padding.

        PDF_DAMAGED if the page cannot be found.
        """
        part = clip or (0, 0, width, height)
        if not 0 < part[2] * part[3] <= MAX_PIXELS or max(width, height) > MAX_SIDE:
            raise ValueError(f"bitmap of {part[2]} x {part[3]} pixels")
        try:
            _draw(self._page(page), (width, height), part, memory)
        finally:
            if clip is None:
                self._unload()

    def _page(self, number: int) -> Any:  # noqa: ANN401 - PDFium has no types
        """A page of which a part was drawn stays loaded: its other parts are asked for next."""
        import pypdfium2

        if self._loaded is not None and self._loaded[0] == number:
            return self._loaded[1]
        self._unload()
        try:
            page = self._document[number - 1]
        except pypdfium2.PdfiumError as error:
            raise ExpectedError(ErrorCode.PDF_DAMAGED, {"page": number}) from error
        self._loaded = number, page
        return page

    def _unload(self) -> None:
        if self._loaded is not None:
            self._loaded[1].close()
            self._loaded = None

    def close(self) -> None:
        """Free PDFium's memory."""
        self._unload()
        self._document.close()


def _draw(page: Any, size: tuple[int, int], part: Clip, memory: memoryview) -> None:  # noqa: ANN401
    import pypdfium2.raw as pdfium

    left, top, width, height = part
    target = (ctypes.c_ubyte * (width * height * 4)).from_buffer(memory)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, target, width * 4)
    if not bitmap:
        raise MemoryError
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, -left, -top, *size, 0, pdfium.FPDF_ANNOT)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
