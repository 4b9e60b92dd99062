"""Tables without rulings between their columns: price lists and the like, known by what stands one below the other.

Strategy: rows of two or more cells that follow each other, whose further cells begin or end at common places; and a
reason to call it a table: three columns, a column of figures, or a ruling under the rows. Labels before their text, two
columns of prose, headings with their page numbers and rows of words that a justified line pulled apart are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from app.importing.pdf.geometry import Fragment, Rule, Table, Word

_CELL_GAP = 1.4  # of the size between two cells
_SAME_ROW = 2.0  # points between baselines
_SAME_EDGE = 2.0  # points
_FEWEST_ROWS = 3
_ROW_STEP = 3.2  # of the size from one row to the next at most
_LONGEST = 60  # characters of a cell on average: longer is prose
_FIGURES = 0.6  # of the cells of a column hold a figure
_RULED = 0.5  # of the rows have a ruling below
_LABEL = re.compile(r"(?:§{1,2}\s?)?\(?(?:\d{1,3}[a-z]?(?:\.\d{1,3})*|[a-zA-Z]{1,2}|[ivxIVX]{1,5})[.)]{0,2}|[-–•▪■○●*]")
_LEADERS = re.compile(r"(?:[._…]\s?){4,}")

_Cells = list[list[Word]]


def with_aligned_tables(fragments: Sequence[Fragment], rules: Sequence[Rule]) -> tuple[Fragment, ...]:
    """The fragments of a region, those of each unruled table as one."""
    rows = _rows([f for f in fragments if f.table is None])
    if sum(len(row) > 1 for row in rows) < _FEWEST_ROWS:
        return tuple(fragments)
    tables: list[Fragment] = []
    taken: set[int] = set()
    cells = [_cells(row) for row in rows]
    at = 0
    while at < len(rows):
        end = _table_end(cells, at)
        if end - at >= _FEWEST_ROWS and _is_table(cells[at:end], rules):
            tables.append(_table(cells[at:end]))
            taken.update(id(f) for row in rows[at:end] for f in row)
        at = max(end, at + 1)
    return (*(f for f in fragments if id(f) not in taken), *tables) if tables else tuple(fragments)


def _rows(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda f: (f.baseline, f.x0)):
        if rows and fragment.baseline - rows[-1][0].baseline <= _SAME_ROW:
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return rows


def _cells(row: Sequence[Fragment]) -> _Cells:
    """The words of a row by cell; a label belongs to the cell behind it."""
    cells: _Cells = []
    for fragment in sorted(row, key=lambda f: f.x0):
        label = len(cells) == 1 and bool(_LABEL.fullmatch(_text(cells[0])))
        if cells and (label or fragment.x0 - cells[-1][-1].x1 < _CELL_GAP * fragment.size):
            cells[-1].extend(fragment.words)
        else:
            cells.append(list(fragment.words))
    return cells


def _text(cell: Sequence[Word]) -> str:
    return " ".join(w.text for w in cell)


def _table_end(rows: Sequence[_Cells], start: int) -> int:
    """End of the rows from `start` on that have as many cells, one below the other."""
    if len(rows[start]) < 2:
        return start
    end = start + 1
    while end < len(rows) and _continues(rows[start], rows[end - 1], rows[end]):
        end += 1
    return end


def _continues(first: _Cells, above: _Cells, row: _Cells) -> bool:
    if len(row) != len(first) or abs(row[0][0].x0 - first[0][0].x0) > _SAME_EDGE:
        return False
    if row[0][0].baseline - above[0][0].baseline > _ROW_STEP * row[0][0].size:
        return False
    return all(_aligned(a, b) or _aligned(c, b) for a, b, c in zip(above[1:], row[1:], first[1:], strict=True))


def _aligned(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Whether two cells begin or end at one place, or have one middle."""
    left, right = a[0].x0 - b[0].x0, a[-1].x1 - b[-1].x1
    return min(abs(left), abs(right), abs(left + right) / 2) <= _SAME_EDGE


def _is_table(rows: Sequence[_Cells], rules: Sequence[Rule]) -> bool:
    texts = [[_text(cell) for cell in row] for row in rows]
    if any(sum(map(len, column)) > _LONGEST * len(column) for column in zip(*texts, strict=True)):
        return False
    if any(_LEADERS.search(text) for row in texts for text in row) or _is_contents(texts):
        return False
    figures = any(_share(column) >= _FIGURES for column in list(zip(*texts, strict=True))[1:])
    return figures or len(texts[0]) > 2 or _ruled(rows, rules)


def _share(column: Sequence[str]) -> float:
    return sum(any(c.isdigit() for c in text) for text in column) / len(column)


def _is_contents(texts: Sequence[Sequence[str]]) -> bool:
    """Whether the last column is nothing but page numbers that rise: a table of contents is read line by line."""
    last = [row[-1] for row in texts]
    if not all(text.isdigit() and len(text) < 4 for text in last):
        return False
    return all(int(a) <= int(b) for a, b in pairwise(last))


def _ruled(rows: Sequence[_Cells], rules: Sequence[Rule]) -> bool:
    """Whether rulings run below most rows, from the first cell to the last."""
    count = 0
    for above, row in pairwise(rows):
        low, high = above[0][0].baseline, row[0][0].baseline
        count += any(low < r.y < high and r.x0 <= row[0][0].x0 + 1 and r.x1 >= row[-1][0].x0 for r in rules)
    return count >= _RULED * (len(rows) - 1)


def _table(rows: Sequence[_Cells]) -> Fragment:
    words = tuple(w for row in rows for cell in row for w in cell)
    left = [min(row[c][0].x0 for row in rows) for c in range(len(rows[0]))]
    right = [max(row[c][-1].x1 for row in rows) for c in range(len(rows[0]))]
    edges = [left[0], *((a + b) / 2 for a, b in zip(right, left[1:], strict=False)), right[-1]]
    tops = [min(w.top for cell in row for w in cell) for row in rows]
    bottom = max(w.bottom for w in words)
    middles = [(max(w.bottom for cell in a for w in cell) + top) / 2 for a, top in zip(rows, tops[1:], strict=False)]
    bounds = [tops[0], *middles, bottom]
    cells = tuple(tuple((x0, top, x1, low) for x0, x1 in pairwise(edges)) for top, low in pairwise(bounds))
    return Fragment(words, Table(edges[0], tops[0], edges[-1], bottom, cells))
