"""Tables as Word lays them out: fixed widths, header rows that return on every page, rows that stay whole where they fit on one.

A row that is long enough to fill much of a page may be split: kept whole it would leave the page before it empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from app.reporting.paper import Cell, Counts, Lines, Table, TableRow, Tone, characters, plain
from app.reporting.tones import color, ground
from app.reporting.word.anchors import Anchors
from app.reporting.word.elements import Element, parent, w
from app.reporting.word.inline import runs
from app.reporting.word.looks import RULE
from app.reporting.word.place import Place, paragraph
from app.reporting.word.styles import edge, shade

_TWIPS_A_CHARACTER: Final = 95  # of table text, on average
_WHOLE: Final = 25  # lines; a row of more may be split
_COUNTS_A_ROW: Final = 5
_COUNT_WIDTH: Final = 2000
_WRITING_HEIGHT: Final = 510  # of a line to write on by hand
_LABEL_SHARE: Final = 0.3


def table_element(table: Table, place: Place, anchors: Anchors) -> Element:
    """A table of columns."""
    widths = _widths(table.shares, place.width - place.indent)
    header = any(table.columns)
    rows = [_header(table.columns, widths)] if header else []
    rows += [_row(row, widths, table.label_column, place, anchors) for row in table.rows]
    return _table("table", widths, rows, place, header=header, labels=table.label_column, title=table.title)


def counts_elements(counts: Counts, place: Place) -> Iterator[Element]:
    """Figures beside one another, five to a row."""
    items = counts.items
    rows = [items[start : start + _COUNTS_A_ROW] for start in range(0, len(items), _COUNTS_A_ROW)]
    for row in rows:
        width = min(_COUNT_WIDTH, (place.width - place.indent) // len(row))
        yield _table("bare", [width] * len(row), [w("tr", _whole(), *(_count(*item, width) for item in row))], place)


def lines_element(lines: Lines, place: Place) -> Element:
    """Labels beside what is written there, or beside a line to write on; a signature stays with what is signed."""
    widths = _widths((_LABEL_SHARE, 1 - _LABEL_SHARE), place.width - place.indent)
    last = len(lines.items) - 1
    rows = [_line(*item, widths, keep=number < last) for number, item in enumerate(lines.items)]
    return _table("bare", widths, rows, place)


# --- rows


def _header(columns: tuple[str, ...], widths: list[int]) -> Element:
    none = Anchors({}, has_contents=False)
    cells = (
        _cell([_cell_paragraph("head", runs(plain(title), none))], width)
        for title, width in zip(columns, widths, strict=True)
    )
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _row(row: TableRow, widths: list[int], labelled: bool, place: Place, anchors: Anchors) -> Element:
    small = "cell_small" if place.small else "cell"
    if row.group:
        (cell,) = row.cells
        return w("tr", _whole(), _filled(cell, sum(widths), "group", anchors, span=len(widths)))
    cells = [_filled(cell, width, small, anchors) for cell, width in zip(row.cells, widths, strict=True)]
    return w("tr", _whole() if _fits(row, widths) else None, *cells)


def _whole() -> Element:
    return w("trPr", w("cantSplit"))


def _fits(row: TableRow, widths: list[int]) -> bool:
    return max(_lines(cell, width) for cell, width in zip(row.cells, widths, strict=True)) <= _WHOLE


def _lines(cell: Cell, width: int) -> int:
    """About as many as it will have."""
    a_line = max(width // _TWIPS_A_CHARACTER, 1)
    return sum(len(line) // a_line + 1 for text in cell.texts for line in characters(text).split("\n"))


# --- cells


def _filled(cell: Cell, width: int, style: str, anchors: Anchors, span: int = 1) -> Element:
    texts = cell.texts or ((),)
    paragraphs = [_cell_paragraph(style, runs(text, anchors, cell.tone)) for text in texts]
    return _cell(paragraphs, width, span=span, fill=ground(cell.tone))


def _cell_paragraph(style: str, content: tuple[Element, ...], *, keep: bool = False) -> Element:
    return paragraph(style, content, Place(0), keep=keep)


def _cell(
    paragraphs: list[Element], width: int, *, span: int = 1, fill: str = "", borders: Element | None = None
) -> Element:
    return w(
        "tc",
        w(
            "tcPr",
            w("tcW", w=width, type="dxa"),
            w("gridSpan", val=span) if span > 1 else None,
            borders,
            shade(fill),
        ),
        *paragraphs,
    )


def _count(number: int, label: str, tone: Tone, width: int) -> Element:
    none = Anchors({}, has_contents=False)
    shown = tone if number else Tone.SOFT  # none of them is nothing to look at
    figure = runs(plain(str(number), Tone.PLAIN if number else Tone.SOFT), none)
    name = runs(plain(label, tone), none)
    borders = w("tcBorders", edge("left", color(shown), 24))
    return _cell([_cell_paragraph("figure", figure), _cell_paragraph("cell", name)], width, borders=borders)


def _line(label: str, value: str, widths: list[int], *, keep: bool) -> Element:
    none = Anchors({}, has_contents=False)
    height = w("trPr", w("cantSplit"), w("trHeight", val=_WRITING_HEIGHT, hRule="atLeast"))
    name = _cell([_cell_paragraph("cell", runs(plain(label, Tone.SOFT), none), keep=keep)], widths[0])
    written = _cell(
        [_cell_paragraph("cell", runs(plain(value), none))], widths[1], borders=w("tcBorders", edge("bottom", RULE))
    )
    for cell in (name, written):
        cell[0].append(w("vAlign", val="bottom"))
    return w("tr", height, name, written)


# --- the table around them


def _table(
    style: str,
    widths: list[int],
    rows: list[Element],
    place: Place,
    *,
    header: bool = False,
    labels: bool = False,
    title: str = "",
) -> Element:
    look = w("tblLook", val=_look_bits(header, labels), firstRow=int(header), lastRow=0, firstColumn=int(labels), lastColumn=0, noHBand=1, noVBand=1)  # fmt: skip
    properties = parent(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblInd", w=place.indent, type="dxa") if place.indent else None,
        w("tblLayout", type="fixed"),
        look,
        w("tblCaption", val=title) if title else None,
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def _look_bits(header: bool, labels: bool) -> str:
    return f"{0x0600 | (0x0020 if header else 0) | (0x0080 if labels else 0):04X}"


def _widths(shares: tuple[float, ...], whole: int) -> list[int]:
    """Adding up to the whole."""
    edges = [round(whole * sum(shares[:index]) / sum(shares)) for index in range(len(shares) + 1)]
    return [after - before for before, after in pairwise(edges)]
