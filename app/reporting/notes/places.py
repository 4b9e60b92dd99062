"""Where on the pages a finding is marked: the words it rests on, by page.

Strategy: the quotes that every report shows are what is marked, so that reader and list agree. A finding about a whole clause is marked at the
clause's label and heading; hidden words where they would be seen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.models.analysis import Analysis, Finding, FindingKind
from app.models.reading import Clause, Reading
from app.models.source import Box, IgnoredReason, Span
from app.reporting.notes.shapes import on_page
from app.reporting.reportmodel import FindingEntry, Quote


@dataclass(frozen=True, slots=True)
class Spot:
    """The lines to mark on a page; none: only the page is known."""

    page: int
    boxes: tuple[Box, ...] = ()


def spots(finding: Finding, entry: FindingEntry, analysis: Analysis) -> tuple[Spot, ...]:
    """In reading order; empty where it is about no place, or about one that has no page."""
    pages = {page.number: page for page in analysis.reading.source.pages}
    marked: defaultdict[int, list[Box]] = defaultdict(list)
    for box in dict.fromkeys(_boxes(finding, entry, analysis)):
        if box.page in pages and on_page(box, pages[box.page]):
            marked[box.page].append(box)
    if marked:
        return tuple(Spot(page, tuple(boxes)) for page, boxes in sorted(marked.items()))
    return tuple(Spot(page) for page in sorted(_pages(finding, entry, analysis) & pages.keys())[:1])


def _boxes(finding: Finding, entry: FindingEntry, analysis: Analysis) -> Iterator[Box]:
    source = analysis.reading.source
    if finding.kind is FindingKind.HIDDEN_TEXT:
        yield from _hidden(finding, analysis.reading)
    for spans in passages(finding, entry, analysis.reading):
        yield from source.boxes(spans)


def passages(finding: Finding, entry: FindingEntry, reading: Reading) -> Iterator[tuple[Span, ...]]:
    """The canonical spans of each of the words a finding rests on."""
    for section in finding.sections:
        yield _head(reading.by_id[section[0]])
    for quote in (*entry.quotes, *entry.further):
        yield from _quoted(quote, finding, reading)


def _quoted(quote: Quote, finding: Finding, reading: Reading) -> Iterator[tuple[Span, ...]]:
    for place in quote.places:
        clause = reading.by_id.get(place.clause)
        if clause is None or (finding.kind is FindingKind.HIDDEN_TEXT and place.start == place.end):
            continue
        opening = quote.text != clause.text and (place.start, place.end) == (0, len(clause.text))
        yield _head(clause) if opening or place.start == place.end else clause.canonical(place.start, place.end)


def _head(clause: Clause) -> tuple[Span, ...]:
    """Label and heading; the first words where it has neither."""
    head = clause.label_spans + clause.heading_spans
    return head or tuple(clause.canonical(0, len(clause.text.partition("\n")[0])))


def _hidden(finding: Finding, reading: Reading) -> Iterator[Box]:
    """What of the finding's words each box holds; they are one text to the finding and many boxes on the page."""
    words, page = str(finding.params.get("quote", "")), finding.params.get("page")
    for ignored in reading.source.ignored:
        hidden = ignored.reason is IgnoredReason.HIDDEN and ignored.page == page
        if hidden and ignored.box is not None and ignored.text.strip() and ignored.text.strip() in words:
            yield ignored.box


def _pages(finding: Finding, entry: FindingEntry, analysis: Analysis) -> set[int]:
    told = {place.page for quote in (*entry.quotes, *entry.further) for place in quote.places}
    clauses = (analysis.reading.by_id[clause] for clause in finding.clauses)
    return _known(told) or _known(clause.page for clause in clauses)


def _known(pages: Iterable[int | None]) -> set[int]:
    return {page for page in pages if page is not None}
