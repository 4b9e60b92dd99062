"""Ruled tables: rows and cells from the lines pdfplumber finds, and only where it is really a table.

A box round a paragraph, a frame round the page and a pair of separators are none: at least two rows and two columns,
and at least two rows with text in two cells (checked when the words are known, in `filled`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from app.importing.pdf.geometry import Table, Word

if TYPE_CHECKING:
    from pdfplumber.page import Page as PlumberPage

_MAX_RULINGS = 5000  # drawings, not tables: finding cells among them takes minutes
_SETTINGS = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}

Cell = tuple[float, float, float, float]


def real_tables(page: PlumberPage, dx: float, dy: float) -> tuple[Table, ...]:
    """Tables of at least 2 × 2 cells, moved by `dx`, `dy` into the coordinates of the page as displayed."""
    if len(page.edges) > _MAX_RULINGS:
        return ()
    tables = []
    for found in page.find_tables(_SETTINGS):
        rows = tuple(tuple(_moved(cell, dx, dy) for cell in row.cells) for row in found.rows)
        if len(rows) > 1 and max(map(len, rows)) > 1:
            x0, top, x1, bottom = found.bbox
            tables.append(Table(x0 + dx, top + dy, x1 + dx, bottom + dy, rows))
    return tuple(tables)


def filled(table: Table, words: Sequence[Word]) -> bool:
    """Whether at least two rows have text in two cells."""
    return sum(sum(bool(c) for c in row) > 1 for row in cell_words(table, words)) > 1


def cell_words(table: Table, words: Sequence[Word]) -> list[list[list[Word]]]:
    """The words of each cell in their order, row by row, by their centre."""
    ordered = sorted(enumerate(words), key=lambda item: item[1].top + item[1].bottom)
    middles = [(w.top + w.bottom) / 2 for _, w in ordered]

    def held(cell: Cell) -> list[Word]:
        level = ordered[bisect_left(middles, cell[1]) : bisect_right(middles, cell[3])]
        return [w for _, w in sorted((item for item in level if _holds(cell, item[1])), key=lambda item: item[0])]

    return [[held(cell) if cell else [] for cell in row] for row in table.rows]


def inside(tables: Iterable[Table], word: Word) -> Table | None:
    """The first table the word's centre lies in."""
    return next((t for t in tables if _holds((t.x0, t.top, t.x1, t.bottom), word)), None)


def _holds(cell: Cell, word: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]


def _moved(cell: Cell | None, dx: float, dy: float) -> Cell | None:
    return (cell[0] + dx, cell[1] + dy, cell[2] + dx, cell[3] + dy) if cell else None
