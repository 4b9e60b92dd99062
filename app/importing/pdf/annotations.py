"""Notes, form fields and stamps of a page: what is printed, or covers what is, joins the page's content, what is only a remark is listed.

Strategy: PDFium can draw fields, typed text and stamps into the page ("flatten", in memory only), so that they are read
in their place like everything else. The contents of sticky notes and remarks on marked text are no part of the document
and become `Ignored` comments.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from app.importing.pdf.frame import Frame
from app.importing.repair import clean
from app.models.source import Box, Ignored, IgnoredReason

_PRINTED = (
    pdfium.FPDF_ANNOT_FREETEXT,
    pdfium.FPDF_ANNOT_STAMP,
    pdfium.FPDF_ANNOT_WIDGET,
    pdfium.FPDF_ANNOT_REDACT,  # may cover text
    pdfium.FPDF_ANNOT_SQUARE,
)
_REMARKS = (
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_CARET,
    pdfium.FPDF_ANNOT_INK,
    pdfium.FPDF_ANNOT_SQUARE,
    pdfium.FPDF_ANNOT_CIRCLE,
    pdfium.FPDF_ANNOT_LINE,
)
_MAX = 20_000  # of a page: more is an attack
_MAX_LENGTH = 100_000  # bytes of one remark


def has_printed(page: Any) -> bool:  # noqa: ANN401 - PDFium has no types
    """Whether the page shows fields, typed text or stamps that are not part of its content."""
    return any(kind in _PRINTED for kind, _ in _annotations(page))


def flatten(page: Any) -> bool:  # noqa: ANN401
    """Draw them into the page, which must be loaded again then; False if PDFium could not."""
    return bool(pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_FAIL)


def remarks(page: Any, frame: Frame, number: int) -> Iterator[Ignored]:  # noqa: ANN401
    """The texts of notes and remarks."""
    for kind, annotation in _annotations(page):
        if kind in _REMARKS:
            text = clean(_text(annotation, b"Contents")).strip()
            if text:
                author = clean(_text(annotation, b"T")).strip()
                yield Ignored(IgnoredReason.COMMENT, text, number, _box(annotation, frame, number), author=author)


def _annotations(page: Any) -> Iterator[tuple[int, Any]]:  # noqa: ANN401
    for index in range(min(_MAX, pdfium.FPDFPage_GetAnnotCount(page))):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if annotation:
            try:
                yield pdfium.FPDFAnnot_GetSubtype(annotation), annotation
            finally:
                pdfium.FPDFPage_CloseAnnot(annotation)


def _text(annotation: Any, key: bytes) -> str:  # noqa: ANN401
    length = min(_MAX_LENGTH, pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0))
    buffer = ctypes.create_string_buffer(length + 2)
    pdfium.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le", "replace")


def _box(annotation: Any, frame: Frame, number: int) -> Box | None:  # noqa: ANN401
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rect)):
        return None
    return Box(number, *frame.box(rect.left, rect.bottom, rect.right, rect.top))
