"""The end of the report: what was not read, not checked or left out, with reasons and places.

Nothing is dropped for length: long lists of little interest (running headers, clauses without a reference) are
collapsed and counted, and the same text on many pages is one entry.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.models.analysis import Analysis
from app.models.reading import NotAnalysed
from app.models.source import Ignored, IgnoredReason, ImportNote
from app.reporting.ledger import not_checked, not_checked_title, surroundings
from app.reporting.places import LISTED_CHARACTERS, page_ranges, positions, shortened
from app.reporting.reportmodel import Listing
from app.wording.corrections import lost_text
from app.wording.imports import note_sentence
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.terms import term

_NUMBER = re.compile(r"\d+")  # a running footer with the page's number is one footer
LONG = 12  # entries; longer lists start collapsed


def unread_listings(analysis: Analysis, lang: Lang) -> tuple[Listing, ...]:
    """Warnings, unchecked parts by reason, surroundings, ignored text by reason; empty lists are left out."""
    source = analysis.reading.source
    listings = [
        _listing(phrase("warnings", lang), _warnings(source.warnings, lang)),
        *_by_reason(not_checked(analysis), lang),
        _listing(phrase("surroundings", lang), _parts(surroundings(analysis), lang)),
        *_ignored(source.ignored, lang),
        *_lost(analysis, lang),
    ]
    return tuple(listing for listing in listings if listing.count)


def _listing(title: str, entries: Iterable[str]) -> Listing:
    listed = tuple(entry or "–" for entry in entries)
    return Listing(title, listed, len(listed), collapsed=len(listed) > LONG)


def _warnings(notes: Iterable[ImportNote], lang: Lang) -> Iterator[str]:
    """Equal sentences of many pages once, with the pages where they do not name them."""
    pages: defaultdict[str, list[int]] = defaultdict(list)
    for note in notes:
        unnamed = note.page is not None and "page" not in note.params
        pages[note_sentence(note, lang)].extend([note.page] if unnamed and note.page else [])
    for sentence, found in pages.items():
        where = f" ({phrase('page_short', lang, pages=page_ranges(found))})" if found else ""
        yield sentence + where


def _by_reason(parts: Iterable[NotAnalysed], lang: Lang) -> Iterator[Listing]:
    grouped: defaultdict[str, list[NotAnalysed]] = defaultdict(list)
    for part in parts:
        grouped[part.reason].append(part)
    for reason, same in grouped.items():
        yield replace(_listing(not_checked_title(reason, lang), _parts(same, lang)), count=len(same))


def _parts(parts: Iterable[NotAnalysed], lang: Lang) -> Iterator[str]:
    """Place and excerpt of each part; the same words in several places once."""
    grouped: defaultdict[str, list[NotAnalysed]] = defaultdict(list)
    for part in parts:
        grouped[shortened(part.excerpt, LISTED_CHARACTERS)].append(part)
    for excerpt, same in grouped.items():
        yield ": ".join(piece for piece in (positions(same, lang), excerpt) if piece)


def _ignored(ignored: Iterable[Ignored], lang: Lang) -> Iterator[Listing]:
    grouped: defaultdict[IgnoredReason, list[Ignored]] = defaultdict(list)
    for item in ignored:
        grouped[item.reason].append(item)
    for reason, items in grouped.items():
        title = f"{phrase('ignored', lang)}: {term('ignored_reason', reason.value, lang)}"
        yield Listing(title, tuple(_furniture(reason, items, lang)), len(items), collapsed=reason in _FURNITURE)


_FURNITURE = (
    IgnoredReason.HEADER,
    IgnoredReason.FOOTER,
    IgnoredReason.LETTERHEAD,
    IgnoredReason.PAGE_NUMBER,
    IgnoredReason.WATERMARK,
    IgnoredReason.SIDE_TEXT,
)


def _furniture(reason: IgnoredReason, items: list[Ignored], lang: Lang) -> Iterator[str]:
    if reason is IgnoredReason.PAGE_NUMBER:
        yield phrase("page_short", lang, pages=page_ranges(i.page for i in items if i.page))
        return
    grouped: defaultdict[str, list[Ignored]] = defaultdict(list)
    for item in items:
        grouped[_NUMBER.sub("#", item.text)].append(item)
    for same in grouped.values():
        yield f"{shortened(same[0].text, LISTED_CHARACTERS)}{_often(same, lang)}"


def _often(same: list[Ignored], lang: Lang) -> str:
    """How often and on which pages, in brackets; says so if the copies differ in their numbers."""
    changing = len({item.text for item in same}) > 1
    times = [phrase("times_changing" if changing else "times", lang, count=len(same))] if len(same) > 1 else []
    pages = page_ranges(item.page for item in same if item.page)
    note = ", ".join([*times, *([phrase("page_short", lang, pages=pages)] if pages else [])])
    return f" ({note})" if note else ""


def _lost(analysis: Analysis, lang: Lang) -> Iterator[Listing]:
    lost = analysis.reading.lost_corrections
    if lost:
        yield Listing(phrase("lost_corrections", lang), tuple(lost_text(one, lang) for one in lost), len(lost))
