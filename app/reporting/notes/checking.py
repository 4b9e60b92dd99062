"""Whether the copy opens as the original does, tried with another reader before anybody else tries.

Strategy: PDFium, which neither pypdf nor the writing knows, must find as many pages as before, and on each page that got notes, exactly the notes
there were and the new ones.
"""

from __future__ import annotations

from collections.abc import Mapping

import pypdfium2
import pypdfium2.raw as pdfium

from app.errors import ErrorCode, ExpectedError


def check(original: bytes, copy: bytes, password: str | None, added: Mapping[int, int]) -> None:
    """`added`: how many annotations each page (1-based) got. Raises ExpectedError COPY_DAMAGED."""
    pages = sorted(added)
    try:
        before, after = _counts(original, password, pages), _counts(copy, password, pages)
    except pypdfium2.PdfiumError as error:
        raise ExpectedError(ErrorCode.COPY_DAMAGED) from error
    wanted = (before[0], [count + added[page] for page, count in zip(pages, before[1], strict=True)])
    if after != wanted:
        raise ExpectedError(ErrorCode.COPY_DAMAGED)


def _counts(data: bytes, password: str | None, pages: list[int]) -> tuple[int, list[int]]:
    """How many pages, and how many annotations on each of `pages`."""
    document = pypdfium2.PdfDocument(data, password=password)
    try:
        return len(document), [_annotations(document, page) for page in pages]
    finally:
        document.close()


def _annotations(document: pypdfium2.PdfDocument, number: int) -> int:
    if number > len(document):
        return 0
    page = document[number - 1]
    try:
        return int(pdfium.FPDFPage_GetAnnotCount(page.raw))
    finally:
        page.close()
