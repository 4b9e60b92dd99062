"""`read_pdf`: the order of the steps, the limits and what is said when a file cannot be read."""

from __future__ import annotations

import hashlib
import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice

from pdfminer.pdfdocument import PDFEncryptionError
from pdfminer.pdfpage import PDFPage
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from app.errors import ErrorCode, ExpectedError
from app.importing.options import ReadOptions
from app.importing.pdf.canonical import canonical
from app.importing.pdf.columns import gutters_of, regions_of
from app.importing.pdf.extract import extract, open_pages
from app.importing.pdf.furniture import Furniture, furniture_of
from app.importing.pdf.garbled import is_garbled
from app.importing.pdf.geometry import Fragment, HiddenText, PrintedLine, RawPage
from app.importing.pdf.lines import lines_of, with_edges
from app.importing.pdf.misread import resolve
from app.importing.pdf.paragraphs import column_edges, looks_of, paragraphs_of
from app.importing.pdf.tables import filled, inside
from app.importing.pdf.words import fragments_of, words_of
from app.importing.repair import clean
from app.models.source import Box, Ignored, IgnoredReason, ImportNote, SourceDocument
from app.progress import Progress

MEDIA_TYPE = "application/pdf"


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


def read_pdf(data: bytes, name: str, options: ReadOptions, progress: Progress) -> SourceDocument:
    """Read a PDF; raises ExpectedError PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_TEXT, TOO_MANY_PAGES."""
    with _quiet_libraries():
        raw = _raw_pages(data, name, options, progress)
    resolved = resolve(raw)
    raw = resolved.pages
    unread, notes = _unread(raw)
    notes.extend(_unknown(resolved.unknown, unread))
    if all(p.damaged for p in raw):
        raise ExpectedError(ErrorCode.PDF_DAMAGED, {"name": name})
    if len(unread) == len(raw):
        raise ExpectedError(ErrorCode.PDF_NO_TEXT, {"name": name, "pages": len(raw)})
    usable = [p if p.page.number not in unread else replace(p, glyphs=(), tables=()) for p in raw]
    fragments = [_fragments(p) for p in usable]
    furniture = furniture_of(usable, fragments)
    lines, columns = _lines(usable, fragments, furniture)
    looks = looks_of(lines, {p.page.number: p.rules for p in usable})
    ocr = tuple(p.page.number for p in usable if p.ocr)
    result = canonical(lines, looks, paragraphs_of(lines, looks), frozenset(ocr))
    return SourceDocument(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type=MEDIA_TYPE,
        text=result.text,
        blocks=result.blocks,
        lines=result.lines,
        runs=result.runs,
        pages=tuple(replace(p.page, columns=c) for p, c in zip(raw, columns, strict=True)),
        ignored=tuple(_ignored(raw, furniture)),
        warnings=tuple(notes),
        ocr_pages=ocr,
        unread_pages=tuple(unread),
    )


def _raw_pages(data: bytes, name: str, options: ReadOptions, progress: Progress) -> list[RawPage]:
    """All pages as extracted. The document is not closed: that would build pdfplumber's own pages once more."""
    try:
        pdf = PDF.open(io.BytesIO(data), password=options.password)
        found = open_pages(pdf)
        pages = list(islice(found, options.max_pages))
        more = sum(1 for _ in found)
        if more:
            raise ExpectedError(ErrorCode.TOO_MANY_PAGES, {"pages": len(pages) + more, "limit": options.max_pages})
        return list(_extracted(pdf, pages, options, progress))
    except PdfminerException as error:
        raise _expected(error, name) from error


def _expected(error: PdfminerException, name: str) -> ExpectedError:
    causes = [error.args[0] if error.args else None, error.__cause__]
    if any(isinstance(c, PDFEncryptionError) for c in causes):
        return ExpectedError(ErrorCode.PDF_ENCRYPTED, {"name": name})
    return ExpectedError(ErrorCode.PDF_DAMAGED, {"name": name})


def _extracted(pdf: PDF, pages: Sequence[PDFPage], options: ReadOptions, progress: Progress) -> Iterator[RawPage]:
    characters = 0
    for number, page in enumerate(pages, start=1):
        progress((number - 1) / len(pages), "reading_page", {"page": number, "pages": len(pages)})
        raw = extract(pdf, page, number)
        characters += len(raw.glyphs) + len(raw.hidden)
        if characters > options.max_characters:
            raise ExpectedError(
                ErrorCode.FILE_TOO_LARGE,
                {"size": characters, "limit": options.max_characters, "unit": "characters"},
            )
        yield raw


def _unread(raw: Sequence[RawPage]) -> tuple[list[int], list[ImportNote]]:
    """Pages without usable text, each with the reason."""
    notes = []
    for page in raw:
        code = _problem(page)
        if code:
            notes.append(ImportNote(code, {"page": page.page.number}, page.page.number))
        elif page.ocr:
            notes.append(ImportNote("ocr_text_layer", {"page": page.page.number}, page.page.number))
    return [n.page for n in notes if n.page is not None and n.code != "ocr_text_layer"], notes


def _unknown(counts: dict[int, int], unread: Sequence[int]) -> Iterator[ImportNote]:
    """Characters that stayed unreadable on pages that were read."""
    for page, count in sorted(counts.items()):
        if page not in unread:
            yield ImportNote("unknown_characters", {"count": count, "page": page}, page)


def _problem(page: RawPage) -> str | None:
    if page.damaged:
        return "page_damaged"
    printed = sum(bool(g.text.strip()) for g in page.glyphs)
    side = sum(h.side and bool(h.text.strip()) for h in page.hidden)
    if not printed or side > 2 * printed:
        return "page_turned" if side else "page_without_text"
    return "garbled_text" if is_garbled(page.glyphs) else None


def _fragments(page: RawPage) -> list[Fragment]:
    words = words_of(page.glyphs)
    tables = [t for t in page.tables if filled(t, words)]
    loose = [w for w in words if inside(tables, w) is None]
    in_tables = [Fragment(tuple(w for w in words if inside(tables, w) is t), t) for t in tables]
    return fragments_of(loose) + [f for f in in_tables if f.words]


def _lines(
    pages: Sequence[RawPage], fragments: Sequence[Sequence[Fragment]], furniture: Sequence[Sequence[Furniture]]
) -> tuple[list[PrintedLine], list[int]]:
    """All lines in reading order with their column's edges, and how many columns each page has."""
    left_out = [{id(f.fragment) for f in found} for found in furniture]
    kept = [[f for f in parts if id(f) not in out] for parts, out in zip(fragments, left_out, strict=True)]
    hints = sorted(gutter for parts in kept for gutter in gutters_of(parts))
    lines: list[PrintedLine] = []
    columns: list[int] = []
    tables = 0
    for page, parts in zip(pages, kept, strict=True):
        regions = regions_of(parts, hints)
        lines.extend(lines_of(regions, page.page.number, tables))
        tables += sum(f.table is not None for f in parts)
        columns.append(max((r.columns for r in regions), default=1))
    return with_edges(lines, column_edges(lines)), columns


def _ignored(raw: Sequence[RawPage], furniture: Sequence[Sequence[Furniture]]) -> Iterator[Ignored]:
    for page, found in zip(raw, furniture, strict=True):
        number = page.page.number
        for item in found:
            f = item.fragment
            yield Ignored(item.reason, f.text, number, Box(number, f.x0, f.top, f.x1, f.bottom))
        for side, reason in ((False, IgnoredReason.HIDDEN), (True, IgnoredReason.SIDE_TEXT)):
            yield from _hidden([h for h in page.hidden if h.side is side], reason, number)


def _hidden(chars: Sequence[HiddenText], reason: IgnoredReason, page: int) -> Iterator[Ignored]:
    """Hidden characters in the order of the file, as one text."""
    text = clean("".join(c.text for c in chars)).strip()
    if text:
        box = Box(
            page,
            min(c.x0 for c in chars),
            min(c.top for c in chars),
            max(c.x1 for c in chars),
            max(c.bottom for c in chars),
        )
        yield Ignored(reason, text, page, box)
