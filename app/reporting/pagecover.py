"""The first page: what was read, when and with what, for whom, what was not checked, and the lines to sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.reporting.pagequotes import places_text, quoted
from app.reporting.paper import (
    Block,
    Bullets,
    Cell,
    Contents,
    Counts,
    Heading,
    Lines,
    PageBreak,
    Paragraph,
    Span,
    Style,
    Table,
    TableRow,
    Text,
    Tone,
    plain,
)
from app.reporting.reportmodel import Report, Row
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.reportparts import part_phrase

_THREE = (0.26, 0.44, 0.3)
_TWO = (0.22, 0.78)  # a checksum in one line


def cover_blocks(report: Report, lang: Lang) -> Iterator[Block]:
    """Everything up to the table of contents; an outward one names the document and what it is about, and no more."""
    yield Paragraph(plain(report.completeness), Style.NOTICE if report.complete else Style.WARNING)
    for notice in report.notices:
        yield Paragraph(plain(notice), Style.NOTICE)
    if report.outward:
        yield from _document(report, lang)
        yield from _facts(report, lang)
        return
    yield from _overview(report, lang)
    yield from _document(report, lang)
    yield from _sign(report, lang)
    yield from _facts(report, lang)
    yield from _scope(report, lang)
    yield Contents(part_phrase("contents", lang))
    yield PageBreak()


def _overview(report: Report, lang: Lang) -> Iterator[Block]:
    yield Heading(1, phrase("overview", lang))
    yield Counts(tuple((count, label, Tone(severity.value)) for severity, label, count in report.counts))
    changed = report.cover.changed if report.cover else ()
    if changed:
        yield Paragraph(plain(part_phrase("severities_changed", lang)), Style.TAG)
        yield Bullets(tuple(map(plain, changed)))
    for line in (report.selection, *report.checks):
        if line:
            yield Paragraph(plain(line), Style.SOFT)


def _document(report: Report, lang: Lang) -> Iterator[Block]:
    yield Heading(1, phrase("document", lang))
    yield row_table(report.document, lang)


def _facts(report: Report, lang: Lang) -> Iterator[Block]:
    if report.facts:
        yield Heading(1, phrase("facts", lang))
        if not report.outward:
            yield Paragraph(plain(phrase("facts_intro", lang)), Style.SOFT)
        columns = tuple(phrase(code, lang) for code in ("fact", "value", "source"))
        yield row_table(report.facts, lang, columns)


def _scope(report: Report, lang: Lang) -> Iterator[Block]:
    if report.cover:
        yield Heading(1, part_phrase("scope", lang))
        yield Bullets(tuple(map(plain, report.cover.scope)))


def _sign(report: Report, lang: Lang) -> Iterator[Block]:
    if report.cover:
        yield Heading(1, phrase("sign", lang))
        yield Lines(report.cover.sign)


def row_table(rows: Iterable[Row], lang: Lang, columns: tuple[str, ...] = ()) -> Table:
    """Labels with their values, and where they come from in a third column if any says so."""
    given = tuple(rows)
    noted = any(row.note or row.quotes for row in given)
    width = 3 if noted else 2
    cells = (_cells(row, lang)[:width] for row in given)
    return Table(
        columns=columns[:width] or ("",) * width,
        shares=_THREE if noted else _TWO,
        rows=tuple(TableRow(row) for row in cells),
        label_column=True,
    )


def _cells(row: Row, lang: Lang) -> tuple[Cell, ...]:
    note = [plain(row.note, Tone.SOFT)] if row.note else []
    quotes: list[Text] = [
        (Span(quoted(quote.text, lang)), Span(f" ({places_text(quote, lang)})", Tone.SOFT)) for quote in row.quotes
    ]
    return Cell((plain(row.label),)), Cell((plain(row.value),)), Cell((*note, *quotes))
