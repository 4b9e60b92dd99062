"""Tables as rows of cells.

Columns have the shares they were given, but for those whose widest word would be torn: they take room from columns that have some to
spare.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from app.reporting.paper import Cell, Table, TableRow, Text, Tone, plain
from app.reporting.pdf.boxes import GUTTER, CellBox, RowBox, Side, row_height
from app.reporting.pdf.lines import Line, Setter
from app.reporting.pdf.look import CELL, COLUMN, INK, LEADING, RULE, SOFT, Look, back, ink

_MEASURED: Final = 200  # rows, for the widest word
_LEAST_SHARE: Final = 0.03
_BETWEEN: Final = 2.0  # paragraphs of a cell


def table_rows(
    table: Table, setter: Setter, x: float, width: float, sides: tuple[Side, ...], factor: float
) -> Iterator[RowBox]:
    """The head, if there is one, then the rows, each of which knows the head."""
    count = max([len(table.columns), *(len(row.cells) for row in table.rows if not row.group)], default=1) or 1
    look = CELL.sized(factor)
    columns = _columns(table, setter, x, width, count, factor)
    head = _head(table.columns, setter, columns, sides, COLUMN.sized(factor)) if any(table.columns) else None
    if head is not None:
        yield head
    for number, row in enumerate(table.rows, start=1):
        if row.group:
            cells = [_cell(row.cells[0] if row.cells else Cell(()), setter, x, width, replace(look, strong=True))]
        else:
            cells = _cells(row, table, setter, columns, look)
        boxes = tuple(cells)
        last = number == len(table.rows)
        yield RowBox(
            height=row_height(boxes) + (4 if row.group else 0),
            keep=row.group and not last,
            sides=sides,
            head=head,
            cells=boxes,
            rule=SOFT if row.group else RULE,
        )


def _head(
    columns: Sequence[str], setter: Setter, places: list[tuple[float, float]], sides: tuple[Side, ...], look: Look
) -> RowBox:
    padded = [*columns, *[""] * (len(places) - len(columns))]
    cells = tuple(
        _cell(Cell((plain(column),)), setter, *place, look) for column, place in zip(padded, places, strict=True)
    )
    return RowBox(height=row_height(cells), keep=True, sides=sides, cells=cells, rule=INK, thickness=0.8)


def _cells(
    row: TableRow, table: Table, setter: Setter, columns: list[tuple[float, float]], look: Look
) -> list[CellBox]:
    padded = [*row.cells, *[Cell(())] * (len(columns) - len(row.cells))]
    looks = [replace(look, strong=True) if table.label_column else look, *[look] * (len(columns) - 1)]
    return [_cell(cell, setter, *place, how) for cell, place, how in zip(padded, columns, looks, strict=True)]


def _cell(cell: Cell, setter: Setter, x: float, width: float, look: Look) -> CellBox:
    """Its tone is that of its words; the first of them have the sign."""
    lines: list[tuple[float, float, Line]] = []
    for number, text in enumerate(cell.texts):
        above = _BETWEEN if lines else 0.0
        toned = _toned(text, cell.tone) if number == 0 else text
        how = replace(look, ink=ink(cell.tone)) if cell.tone in _WORDS else look
        for line in setter.lines(toned, how, width):
            lines.append((above, look.size * LEADING, line))
            above = 0.0
    return CellBox(x, width, tuple(lines), "" if cell.tone in _WORDS else back(cell.tone))


_WORDS: Final = frozenset({Tone.PLAIN, Tone.SOFT, Tone.FILLED})


def _toned(text: Text, tone: Tone) -> Text:
    return tuple(replace(span, tone=tone) if span.tone is Tone.PLAIN else span for span in text)


def _columns(
    table: Table, setter: Setter, x: float, width: float, count: int, factor: float
) -> list[tuple[float, float]]:
    """Left edge and width of each."""
    room = width - GUTTER * (count - 1)
    widths = _fitted(
        [share * room for share in _shares(table.shares, count)],
        [min(need, room * 0.5) for need in _needs(table, setter, count, factor)],
    )
    places = []
    for one in widths:
        places.append((x, one))
        x += one + GUTTER
    return places


def _shares(shares: Sequence[float], count: int) -> list[float]:
    """Adding up to 1; equal ones where they make no sense."""
    if len(shares) != count or sum(shares) <= 0:
        return [1 / count] * count
    least = min(_LEAST_SHARE, 1 / count)
    raised = [max(share / sum(shares), least) for share in shares]
    return [share / sum(raised) for share in raised]


def _needs(table: Table, setter: Setter, count: int, factor: float) -> list[float]:
    """The widest word of each column."""
    look, strong = CELL.sized(factor), replace(CELL.sized(factor), strong=True)
    needs = [setter.widest(plain(column), COLUMN.sized(factor)) for column in table.columns]
    needs += [0.0] * (count - len(needs))
    for row in islice((row for row in table.rows if not row.group), _MEASURED):
        for number, cell in enumerate(row.cells):
            how = strong if table.label_column and number == 0 else look
            needs[number] = max(needs[number], *(setter.widest(_opening(text), how) for text in cell.texts), 0.0)
    return [need + 0.5 for need in needs]


def _opening(text: Text) -> Text:
    """Enough to measure by."""
    return tuple(replace(span, text=span.text[:400]) for span in text[:40])


def _fitted(widths: list[float], needs: list[float]) -> list[float]:
    """Columns that lack room get it from those that have some, as far as it goes."""
    lack = [max(0.0, need - width) for width, need in zip(widths, needs, strict=True)]
    spare = [max(0.0, width - need) for width, need in zip(widths, needs, strict=True)]
    if not sum(lack) or not sum(spare):
        return widths
    moved = min(sum(lack), sum(spare))
    return [
        width + less * moved / sum(lack) - more * moved / sum(spare)
        for width, less, more in zip(widths, lack, spare, strict=True)
    ]
