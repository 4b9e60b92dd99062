"""Ruled tables from the boxes of drawn paths, found by pdfplumber's table finder (Nurminen's algorithm).

Its functions work on edges, so a page that PDFium has parsed need not be parsed again for its tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.importing.pdf.frame import Box4
from app.importing.pdf.geometry import Table

_MAX_SHAPES = 2500  # drawings, not tables: finding cells among them takes minutes
_TOLERANCE = 3  # points, pdfplumber's default: edges nearer than this are one
_THIN = 2.5  # points: one ruling, not the two sides of a box
_LEAST = 3  # rulings in each direction that 2 × 2 cells need

_Edge = dict[str, Any]


def ruled_tables(shapes: Sequence[Box4]) -> tuple[Table, ...]:
    """Tables of at least 2 × 2 cells, in the coordinates of the shapes (the page as displayed)."""
    if len(shapes) > _MAX_SHAPES:
        return ()
    edges = [edge for shape in shapes for edge in _edges(shape)]
    if any(len(_places(edges, way)) < _LEAST for way in "hv"):
        return ()
    return tuple(t for t in map(_table, _cell_groups(edges)) if len(t.rows) > 1 and max(map(len, t.rows)) > 1)


def _edges(shape: Box4) -> Iterator[_Edge]:
    x0, top, x1, bottom = shape
    flat, narrow = bottom - top <= _THIN, x1 - x0 <= _THIN
    if not narrow:
        for y in [(top + bottom) / 2] if flat else [top, bottom]:
            yield {"orientation": "h", "x0": x0, "x1": x1, "top": y, "bottom": y, "width": x1 - x0, "height": 0}
    if not flat:
        for x in [(x0 + x1) / 2] if narrow else [x0, x1]:
            yield {
                "orientation": "v",
                "x0": x,
                "x1": x,
                "top": top,
                "bottom": bottom,
                "width": 0,
                "height": bottom - top,
            }


def _places(edges: Sequence[_Edge], way: str) -> set[int]:
    """Where rulings of one direction lie, roughly."""
    key = "top" if way == "h" else "x0"
    return {round(e[key] / _TOLERANCE) for e in edges if e["orientation"] == way}


def _cell_groups(edges: list[_Edge]) -> list[list[Box4]]:
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges
    from pdfplumber.utils.geometry import filter_edges

    merged = filter_edges(merge_edges(edges, *[_TOLERANCE] * 4), min_length=_TOLERANCE)
    cells = intersections_to_cells(edges_to_intersections(merged, _TOLERANCE, _TOLERANCE))
    groups: list[list[Box4]] = cells_to_tables(cells)
    return groups


def _table(cells: Sequence[Box4]) -> Table:
    """The cells by rows; None where a cell that began further up or further left covers the place."""
    lefts = sorted({cell[0] for cell in cells})
    tops = sorted({cell[1] for cell in cells})
    by_place = {(cell[1], cell[0]): cell for cell in cells}
    rows = tuple(tuple(by_place.get((top, left)) for left in lefts) for top in tops)
    x0, top = min(lefts), min(tops)
    return Table(x0, top, max(c[2] for c in cells), max(c[3] for c in cells), rows)
