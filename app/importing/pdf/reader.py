"""`read_pdf`: the order of the steps, the limits and what is said when a file cannot be read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.errors import ErrorCode, ExpectedError
from app.importing.options import ReadOptions
from app.importing.pdf.canonical import canonical
from app.importing.pdf.fragments import fragments_on
from app.importing.pdf.furniture import Furniture, furniture_of
from app.importing.pdf.garbled import is_garbled
from app.importing.pdf.geometry import HiddenText, RawPage
from app.importing.pdf.layout import in_reading_order
from app.importing.pdf.misread import UNKNOWN
from app.importing.pdf.pages import pages_of
from app.importing.pdf.paragraphs import looks_of, paragraphs_of
from app.importing.pdf.scans import with_scans
from app.importing.pdf.turned import turned_ignored, turned_lines, turned_marks, turned_runs
from app.importing.repair import clean
from app.models.source import Box, Ignored, IgnoredReason, ImportNote, SourceDocument
from app.progress import Progress

MEDIA_TYPE = "application/pdf"
_NEXT_LINES = 3  # line heights apart: hidden words further off are another text


def read_pdf(data: bytes, name: str, options: ReadOptions, progress: Progress) -> SourceDocument:
    """Read a PDF; raises ExpectedError PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_TEXT, TOO_MANY_PAGES."""
    scans = with_scans(data, pages_of(data, name, options, progress), _problem, options, progress)
    raw = scans.pages
    unread, notes = _unread(raw)
    notes.extend(scans.notes)
    notes.extend(_hidden_note(raw))
    if all(p.damaged for p in raw):
        raise ExpectedError(ErrorCode.PDF_DAMAGED, {"name": name})
    if not any(p.words for p in raw if p.page.number not in unread):
        raise ExpectedError(ErrorCode.PDF_NO_TEXT, {"name": name, "pages": len(raw)})
    usable = [p if p.page.number not in unread else replace(p, words=(), tables=()) for p in raw]
    fragments = [fragments_on(p) for p in usable]
    furniture = furniture_of(usable, fragments)
    lines, columns = in_reading_order(usable, fragments, furniture)
    looks = looks_of(lines, {p.page.number: p.rules for p in usable})
    layers = frozenset(p.page.number for p in usable if p.ocr)
    result = canonical(lines, looks, paragraphs_of(lines, looks), layers)
    return SourceDocument(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type=MEDIA_TYPE,
        text=result.text,
        blocks=result.blocks,
        lines=turned_lines(result.lines, raw),
        runs=turned_runs(result.runs, raw),
        marks=turned_marks(result.marks, raw),
        pages=tuple(
            replace(p.shown or p.page, columns=c, reader=p.reader if p.page.number not in unread else "")
            for p, c in zip(raw, columns, strict=True)
        ),
        ignored=turned_ignored(_ignored(raw, furniture), raw),
        warnings=tuple(notes),
        ocr_pages=tuple(p.page.number for p in usable if p.ocr or p.confidence is not None),
        unread_pages=tuple(unread),
    )


def _unread(raw: Sequence[RawPage]) -> tuple[list[int], list[ImportNote]]:
    """Pages without usable text, each with the reason; and notes on the others."""
    notes = []
    unread = []
    for page in raw:
        number = page.page.number
        problem = _problem(page)
        if problem:
            unread.append(number)
            notes.append(ImportNote(problem, {"page": number}, number))
        elif page.ocr:
            notes.append(ImportNote("ocr_text_layer", {"page": number}, number))
        unknown = sum(w.text.count(UNKNOWN) for w in page.words)
        if unknown and not problem:
            notes.append(ImportNote("unknown_characters", {"count": unknown, "page": number}, number))
    return unread, notes


def _hidden_note(raw: Sequence[RawPage]) -> Iterator[ImportNote]:
    """How many passages are listed as hidden."""
    count = sum(i.reason is IgnoredReason.HIDDEN for p in raw for i in (*_hidden(p.hidden, p.page.number), *p.notes))
    if count:
        yield ImportNote("hidden_text", {"count": count})


def _problem(page: RawPage) -> str:
    if page.skipped:
        return page.skipped
    if page.damaged:
        return "page_damaged"
    if page.blank:
        return ""  # nothing is printed there, as on the back of a last sheet
    if not page.words:
        across = any(h.reason is IgnoredReason.SIDE_TEXT for h in page.hidden)
        return "page_turned" if across else "page_without_text"
    if page.confidence is not None:
        return ""
    return "garbled_text" if is_garbled([w.text for w in page.words]) else ""


def _ignored(raw: Sequence[RawPage], furniture: Sequence[Sequence[Furniture]]) -> Iterator[Ignored]:
    for page, found in zip(raw, furniture, strict=True):
        number = page.page.number
        for item in found:
            f = item.fragment
            yield Ignored(item.reason, f.text, number, Box(number, f.x0, f.top, f.x1, f.bottom))
        yield from _hidden(page.hidden, number)
        yield from page.notes


def _hidden(words: Sequence[HiddenText], page: int) -> Iterator[Ignored]:
    """Hidden words in the order of the file: those of one reason and cause that stand near each other as one text."""
    for found in _passages(words):
        text = clean(" ".join(w.text for w in found)).strip()
        if text:
            box = Box(
                page,
                min(w.x0 for w in found),
                min(w.top for w in found),
                max(w.x1 for w in found),
                max(w.bottom for w in found),
            )
            yield Ignored(found[0].reason, text, page, box, cause=found[0].cause)


def _passages(words: Sequence[HiddenText]) -> Iterator[list[HiddenText]]:
    passage: list[HiddenText] = []
    for word in words:
        if passage and not _goes_on(passage[-1], word):
            yield passage
            passage = []
        passage.append(word)
    if passage:
        yield passage


def _goes_on(a: HiddenText, b: HiddenText) -> bool:
    """Whether `b` is hidden like `a` and stands on the same line or one of the next."""
    far = _NEXT_LINES * max(a.bottom - a.top, b.bottom - b.top)
    return (a.reason, a.cause) == (b.reason, b.cause) and max(a.top, b.top) - min(a.bottom, b.bottom) <= far
