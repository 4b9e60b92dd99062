"""The pages of a PDF as extracted: by PDFium, and where fonts do not say what is printed by pdfplumber.

Strategy: PDFium reads every page. If characters are unknown, or capitals stand in the middle of words (unnamed ligatures
come out so), the document's pages are read again through pdfplumber, which knows the characters' codes, and `misread`
finds out what they mean. A page that draws nothing may be damaged without PDFium's notice: pdfminer looks at it as well.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from app.errors import ErrorCode, ExpectedError
from app.importing.options import ReadOptions
from app.importing.pdf.geometry import RawPage
from app.importing.pdf.misread import is_doubtful, resolve
from app.importing.pdf.pdfium import PdfiumDocument
from app.importing.pdf.words import words_of
from app.models.source import Page
from app.progress import Progress


def pages_of(data: bytes, name: str, options: ReadOptions, progress: Progress) -> list[RawPage]:
    """All pages with their words; raises ExpectedError PDF_DAMAGED, PDF_ENCRYPTED, TOO_MANY_PAGES, FILE_TOO_LARGE."""
    document = PdfiumDocument(data, name, options.password)
    try:
        if len(document) > options.max_pages:  # a page tree may multiply itself
            raise ExpectedError(ErrorCode.TOO_MANY_PAGES, {"pages": len(document), "limit": options.max_pages})
        pages = list(_extracted(document, options, progress))
    finally:
        document.close()
    if options.skipped:
        # A page brought a reader down: not the slower one as well. Without it nobody knows that an empty page is one.
        return [replace(p, blank=False) for p in pages]
    doubtful = {p.page.number for p in pages} if is_doubtful(pages) else {p.page.number for p in pages if p.blank}
    return _second_opinion(pages, doubtful, data, options, progress) if doubtful else pages


def _extracted(document: PdfiumDocument, options: ReadOptions, progress: Progress) -> Iterator[RawPage]:
    skipped = dict(options.skipped)
    characters = 0
    for number in range(1, len(document) + 1):
        progress((number - 1) / len(document), "reading_page", {"page": number, "pages": len(document)})
        if number in skipped:
            yield RawPage(Page(number, *document.size(number)), skipped=skipped[number])
            continue
        page = document.extract(number)
        characters += sum(len(w.text) for w in page.words) + sum(len(h.text) for h in page.hidden)
        if characters > options.max_characters:
            raise ExpectedError(
                ErrorCode.FILE_TOO_LARGE,
                {"size": characters, "limit": options.max_characters, "unit": "characters"},
            )
        yield page


def _second_opinion(
    pages: Sequence[RawPage], doubtful: set[int], data: bytes, options: ReadOptions, progress: Progress
) -> list[RawPage]:
    """The doubtful pages through pdfplumber, as far as it can read them."""
    from app.importing.pdf.plumber import PlumberDocument

    first = min(doubtful)
    progress(
        (first - 1) / len(pages), "reading_page", {"page": first, "pages": len(pages)}
    )  # if pdfminer never returns
    with _quiet_libraries():
        other = PlumberDocument.opened(data, options.password)
        if other is None:
            return list(pages)
        again = {}
        for number in sorted(doubtful):
            progress((number - 1) / len(pages), "reading_page", {"page": number, "pages": len(pages)})
            again[number] = other.extract(number)
    resolved = iter(resolve([p for p in again.values() if p is not None]))
    found = {n: p if p is None else next(resolved) for n, p in again.items()}
    return [_better(page, found.get(page.page.number)) for page in pages]


def _better(page: RawPage, other: RawPage | None) -> RawPage:
    """The second opinion, with what only PDFium knows; the first where there is no second."""
    if other is None or page.damaged or page.turn or (other.damaged and not page.blank):
        return replace(page, blank=False)
    words = tuple(words_of(other.glyphs))
    blank = page.blank and not (words or other.hidden or other.damaged)
    return replace(other, words=words, glyphs=(), notes=page.notes, picture=page.picture, blank=blank)


@contextmanager
def _quiet_libraries() -> Iterator[None]:
    """Without the warnings of pdfminer and pdfplumber about oddities of a file; we say ourselves what matters."""
    loggers = [logging.getLogger(name) for name in ("pdfminer", "pdfplumber")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
