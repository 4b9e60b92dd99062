"""The tables of the report: every cap, period and deadline with its place and verdict, and who is liable how far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.models.liability import Extent
from app.reporting.pagequotes import places_text, quoted
from app.reporting.paper import (
    Block,
    Bullets,
    Cell,
    Heading,
    Paragraph,
    Span,
    Style,
    Table,
    TableRow,
    Text,
    Tone,
    plain,
)
from app.reporting.reportmodel import MatrixCell, MatrixTable, Report, SummaryGroup, SummaryRow
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.reportparts import part_phrase

_EXTENTS: Final = {Extent.UNLIMITED: Tone.GOOD, Extent.EXCLUDED: Tone.HIGH, Extent.NOT_REGULATED: Tone.SOFT}
_NUMBERS: Final = re.compile(r"(\d+)")


def value_blocks(report: Report, lang: Lang) -> Iterator[Block]:
    """The table of values; outward those of the document alone, without our verdict."""
    if report.outward and not report.summary:
        return
    yield Heading(1, phrase("summary", lang), "values")
    codes = ("value", "quote", "place", *(() if report.outward else ("verdict",)))
    yield Table(
        columns=tuple(phrase(code, lang) for code in codes),
        shares=(0.3, 0.43, 0.27) if report.outward else (0.27, 0.34, 0.2, 0.19),
        rows=tuple(row for group in report.summary for row in _group(group, report, lang)),
    )
    if not report.outward:
        yield Paragraph(plain(phrase("summary_note", lang)), Style.SOFT)


def _group(group: SummaryGroup, report: Report, lang: Lang) -> Iterator[TableRow]:
    nothing = () if group.rows else (Span(f": {phrase('nothing_found', lang)}", Tone.SOFT),)
    yield TableRow((Cell(((Span(group.label, strong=True), *nothing),)),), group=True)
    for row in group.rows:
        yield TableRow(tuple(_value_cells(row, report, lang)))


def _value_cells(row: SummaryRow, report: Report, lang: Lang) -> Iterator[Cell]:
    detail = [plain(row.detail, Tone.SOFT)] if row.detail else []
    unsure = [plain(row.unsure, Tone.UNSURE)] if row.unsure else []
    yield Cell((plain(row.value, strong=True), *detail, *unsure))
    yield Cell((plain(quoted(row.quote.text, lang)),))
    yield Cell((plain(places_text(row.quote, lang)),))
    if not report.outward:
        limits = [plain(part_phrase("limit", lang, limit=limit), Tone.SOFT) for limit in row.limits]
        tone = Tone(row.severity.value) if row.severity else Tone.PLAIN
        yield Cell((_verdict(row), *limits), tone)


def _verdict(row: SummaryRow) -> Text:
    """The numbers of findings lead to them."""
    if not row.numbers:
        return plain(row.verdict)
    parts = _NUMBERS.split(row.verdict)
    return tuple(Span(part, link=f"f{part}" if part.isdigit() else "") for part in parts if part)


def matrix_blocks(report: Report, lang: Lang) -> Iterator[Block]:
    """A table for every party that the document regulates, with the words each cell rests on."""
    yield Heading(1, phrase("matrix", lang), "matrix")
    if not report.matrices:
        yield Paragraph(plain(phrase("no_matrix", lang)))
        return
    yield Paragraph(plain(phrase("matrix_intro", lang)), Style.SOFT)
    for number, table in enumerate(report.matrices, start=1):
        yield from _matrix(number, table, lang)


def _matrix(number: int, table: MatrixTable, lang: Lang) -> Iterator[Block]:
    share = 0.74 / max(1, len(table.columns))
    yield Heading(2, table.title)
    yield Table(
        columns=(phrase("damage", lang), *table.columns),
        shares=(0.26, *(share,) * len(table.columns)),
        rows=tuple(
            TableRow((Cell((plain(row.label),)), *(_matrix_cell(cell, number) for cell in row.cells)))
            for row in table.rows
        ),
        label_column=True,
    )
    if table.silent:
        yield Paragraph(plain(table.silent), Style.SOFT)
    if table.quotes:
        yield Bullets(
            items=tuple(
                (Span(quoted(quote.text, lang)), Span(f" ({places_text(quote, lang)})", Tone.SOFT))
                for quote in table.quotes
            ),
            numbered=True,
            anchors=tuple(f"m{number}-{quote}" for quote in range(1, len(table.quotes) + 1)),
        )


def _matrix_cell(cell: MatrixCell, table: int) -> Cell:
    links: list[Span] = []
    for number in cell.numbers:
        links += [Span(", " if links else " ["), Span(str(number), link=f"m{table}-{number}")]
    return Cell(((Span(cell.text), *links, *((Span("]"),) if links else ())),), _EXTENTS.get(cell.extent, Tone.PLAIN))
