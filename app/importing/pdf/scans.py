"""Pages that are pictures of text: found among the extracted pages and read by text recognition.

Strategy: a page is read from its picture if it draws something but has no text, if its text is garbage, or if a picture
covers most of it and its text is no more than a header, a footer or a stamp. In the last case what is recognised must
look like a page of text, or else it is a photograph that stays what it is; words of the text layer go before recognised
ones, unless the sheet had to be turned or levelled and the two no longer lie on one another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.importing.ocr.engine import Engine, RecognitionTimeout, engine
from app.importing.options import ReadOptions
from app.importing.pdf.geometry import RawPage, Word
from app.importing.pdf.recognise import UNCERTAIN, Recognised, recognise_page
from app.models.source import Ignored, ImportNote
from app.progress import Progress

WITHOUT_TEXT, GARBLED = "page_without_text", "garbled_text"
_PICTURE = 0.5  # of the page is covered by pictures
_STAMP = 400  # characters: header, footer and stamp together have fewer, a page of terms has thousands
_PAGE_WORDS = 25  # a page of text has more words that were recognised surely; letters in a photograph are few
_PAGE_SURE = 0.8  # mean confidence of a page of text

Problem = Callable[[RawPage], str]


@dataclass(frozen=True, slots=True)
class Scans:
    """The pages, with recognised words where there are some, and what is to be said."""

    pages: list[RawPage]
    notes: list[ImportNote]


def with_scans(
    data: bytes, pages: Sequence[RawPage], problem: Problem, options: ReadOptions, progress: Progress
) -> Scans:
    """Read the pages that are scans, if text recognition is asked for and installed."""
    wanted = [p.page.number for p in pages if _is_scan(p, problem(p))]
    if not wanted or not options.text_recognition:
        return Scans(list(pages), [])
    reader = engine()
    if reader is None:
        return Scans(list(pages), [ImportNote("ocr_not_installed", {"count": len(wanted)})])
    found: dict[int, RawPage] = {}
    notes: list[ImportNote] = []
    for number, read in _recognised(data, wanted, len(pages), reader, options, progress):
        page = pages[number - 1]
        if isinstance(read, ImportNote):
            notes.append(read)
        elif _is_page_of_text(page, problem(page), read):
            found[number] = _with(page, read, reader.name, keep=problem(page) != GARBLED)
            notes.extend(_notes(found[number], read.unread))
    if found and reader.language == "en":
        notes.insert(0, ImportNote("ocr_english_only", {}))
    return Scans([found.get(p.page.number, p) for p in pages], notes)


def _is_scan(page: RawPage, problem: str) -> bool:
    if problem:
        return problem in (WITHOUT_TEXT, GARBLED) and not page.blank
    return not page.ocr and page.picture >= _PICTURE and sum(len(w.text) for w in page.words) < _STAMP


def _recognised(
    data: bytes, wanted: Sequence[int], pages: int, reader: Engine, options: ReadOptions, progress: Progress
) -> Iterator[tuple[int, Recognised | ImportNote]]:
    """The wanted pages one after the other; never more than one picture is held."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data, password=options.password)
    try:
        if document.get_formtype():
            document.init_forms()
        for done, number in enumerate(wanted):
            progress(done / len(wanted), "recognising_page", {"page": number, "pages": pages})
            yield number, _page(document, number, reader)
    finally:
        document.close()


def _page(document: Any, number: int, reader: Engine) -> Recognised | ImportNote:  # noqa: ANN401 - PDFium has no types
    page = document[number - 1]
    try:
        return recognise_page(page, reader)
    except RecognitionTimeout:
        return ImportNote("ocr_timeout", {"page": number}, number)
    finally:
        page.close()


def _is_page_of_text(page: RawPage, problem: str, read: Recognised) -> bool:
    """Whether the recognised words are the page's text and not what an engine sees in a photograph."""
    if problem:
        return bool(read.words)
    known = [w for w in read.words if not _covered(w, page.words)]
    sure = sum((w.confidence or 0) >= _PAGE_SURE for w in known)
    return sure >= _PAGE_WORDS and read.confidence >= _PAGE_SURE


def _with(page: RawPage, read: Recognised, reader: str, *, keep: bool) -> RawPage:
    """The page with the recognised words; its own stay if they lie where they are printed on the sheet as read."""
    level = read.to_page == _SAME and not page.turn
    own = page.words if keep and level else ()
    return replace(
        page,
        page=replace(page.page, width=read.width, height=read.height),
        words=own + tuple(w for w in read.words if not _covered(w, own)),
        hidden=page.hidden if level else (),
        notes=page.notes if level else page.notes + tuple(_placeless(page)),
        rules=page.rules if level else (),
        tables=page.tables if level else (),
        shown=page.shown or page.page,
        turn=0,
        to_page=read.to_page,
        confidence=read.confidence,
        reader=reader,
    )


def _placeless(page: RawPage) -> Iterator[Ignored]:
    """What was hidden on a sheet that had to be turned or levelled: it is listed without its place."""
    for word in page.hidden:
        yield Ignored(word.reason, word.text, page.page.number, cause=word.cause)


_SAME = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _covered(word: Word, others: Sequence[Word]) -> bool:
    """Whether the word's middle lies in one of the others."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return any(o.x0 <= x <= o.x1 and o.top <= y <= o.bottom for o in others)


def _notes(page: RawPage, unread: int) -> Iterator[ImportNote]:
    number, share = page.page.number, page.confidence or 0.0
    yield ImportNote("ocr_page", {"page": number, "share": round(share, 3)}, number)
    doubtful = sum(w.confidence is not None and w.confidence < UNCERTAIN for w in page.words)
    if doubtful:
        yield ImportNote("ocr_uncertain", {"page": number, "count": doubtful}, number)
    if unread:
        yield ImportNote("ocr_left_out", {"page": number, "count": unread}, number)
