"""The pages' fragments as lines in reading order, with the raised numbers and footnotes set apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.importing.pdf.aligned import with_aligned_tables
from app.importing.pdf.columns import all_regions
from app.importing.pdf.footnotes import notes_moved
from app.importing.pdf.furniture import Furniture
from app.importing.pdf.geometry import Fragment, PrintedLine, RawPage
from app.importing.pdf.lines import lines_of, with_edges
from app.importing.pdf.marks import set_apart
from app.importing.pdf.paragraphs import column_edges, looks_of, paragraphs_of


def in_reading_order(
    pages: Sequence[RawPage], fragments: Sequence[Sequence[Fragment]], furniture: Sequence[Sequence[Furniture]]
) -> tuple[list[PrintedLine], list[int]]:
    """All lines with their column's edges, and how many columns each page has."""
    left_out = {id(f.fragment) for found in furniture for f in found}
    kept = [[f for f in parts if id(f) not in left_out] for parts in fragments]
    lines: list[PrintedLine] = []
    columns: list[int] = []
    tables = 0
    for page, regions in zip(pages, all_regions(kept), strict=True):
        parted = [replace(r, fragments=with_aligned_tables(r.fragments, page.rules)) for r in regions]
        own = lines_of(parted, page.page.number, tables)
        tables = max([tables, *(line.row[0] + 1 for line in own if line.row)])
        lines.extend(own)
        columns.append(max((r.columns for r in regions), default=1))
    lines = with_edges(set_apart(lines), column_edges(lines))
    if any(line.numbers for line in lines):
        lines = notes_moved(lines, _paragraphs)
    return lines, columns


def _paragraphs(lines: Sequence[PrintedLine]) -> list[tuple[int, int]]:
    return paragraphs_of(lines, looks_of(lines, {}))
