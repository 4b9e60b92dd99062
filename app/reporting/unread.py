"""The end of the report: what was not read, not checked or left out, with reasons and places.

Nothing is dropped for length: long lists of little interest (running headers, clauses without a reference) are
collapsed and counted, and the same text on many pages is one entry.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from app.models.analysis import Analysis
from app.models.reading import NotAnalysed
from app.models.source import Ignored, IgnoredReason, ImportNote
from app.reporting.ledger import not_checked, surroundings
from app.reporting.places import LISTED_CHARACTERS, page_ranges, part_text, shortened
from app.reporting.reportmodel import Listing
from app.wording.imports import note_sentence
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.terms import term

LONG = 12  # entries; longer lists start collapsed


def unread_listings(analysis: Analysis, lang: Lang) -> tuple[Listing, ...]:
    """Warnings, unchecked parts by reason, surroundings, ignored text by reason; empty lists are left out."""
    source = analysis.reading.source
    listings = [
        _listing(phrase("warnings", lang), _warnings(source.warnings, lang)),
        *_by_reason(not_checked(analysis), lang),
        _listing(phrase("surroundings", lang), [part_text(part, lang) for part in surroundings(analysis)]),
        *_ignored(source.ignored, lang),
        *_lost(analysis, lang),
    ]
    return tuple(listing for listing in listings if listing.count)


def _listing(title: str, entries: Iterable[str]) -> Listing:
    listed = tuple(entry or "–" for entry in entries)
    return Listing(title, listed, len(listed), collapsed=len(listed) > LONG)


def _warnings(notes: Iterable[ImportNote], lang: Lang) -> Iterator[str]:
    """Equal sentences of many pages once, with the pages."""
    pages: defaultdict[str, list[int]] = defaultdict(list)
    for note in notes:
        pages[note_sentence(note, lang)].extend([] if note.page is None else [note.page])
    for sentence, found in pages.items():
        where = f" ({phrase('page_short', lang, pages=page_ranges(found))})" if found else ""
        yield sentence + where


def _by_reason(parts: Iterable[NotAnalysed], lang: Lang) -> Iterator[Listing]:
    grouped: defaultdict[str, list[str]] = defaultdict(list)
    for part in parts:
        grouped[part.reason].append(part_text(part, lang))
    for reason, entries in grouped.items():
        label = term("not_analysed_reason", reason, lang)
        yield _listing(f"{phrase('not_checked', lang)}: {label}", entries)


def _ignored(ignored: Iterable[Ignored], lang: Lang) -> Iterator[Listing]:
    grouped: defaultdict[IgnoredReason, list[Ignored]] = defaultdict(list)
    for item in ignored:
        grouped[item.reason].append(item)
    for reason, items in grouped.items():
        title = f"{phrase('ignored', lang)}: {term('ignored_reason', reason.value, lang)}"
        yield Listing(title, tuple(_furniture(reason, items, lang)), len(items), collapsed=reason in _FURNITURE)


_FURNITURE = (IgnoredReason.HEADER, IgnoredReason.FOOTER, IgnoredReason.PAGE_NUMBER, IgnoredReason.SIDE_TEXT)


def _furniture(reason: IgnoredReason, items: list[Ignored], lang: Lang) -> Iterator[str]:
    if reason is IgnoredReason.PAGE_NUMBER:
        yield phrase("page_short", lang, pages=page_ranges(i.page for i in items if i.page))
        return
    times = Counter(i.text for i in items)
    for text, count in times.items():
        pages = page_ranges(i.page for i in items if i.text == text and i.page)
        where = [phrase("page_short", lang, pages=pages)] if pages else []
        often = [phrase("times", lang, count=count)] if count > 1 else []
        note = ", ".join([*often, *where])
        yield shortened(text, LISTED_CHARACTERS) + (f" ({note})" if note else "")


def _lost(analysis: Analysis, lang: Lang) -> Iterator[Listing]:
    count = len(analysis.reading.lost_corrections)
    if count:
        yield Listing(phrase("lost_corrections", lang), (), count)
