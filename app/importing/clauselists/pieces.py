"""The paragraphs of a document with the table cell each stands in.

Strategy: the reader reads tables that hold running text cell by cell, as a contract is read; but every run remembers the path of
its element, and that names table, row and cell. So playbook tables are given back as grids without reading the file twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.models.source import Block, BlockKind, Run, SourceDocument

_CELL = re.compile(r"(?P<table>(?:.*?/)??tbl\[\d+\])(?P<row>/(?:.*?/)??tr\[\d+\])(?:/(?:.*?/)??tc\[(?P<cell>\d+)\])?")


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a piece stands: paths of the outermost table and of its row, 1-based number of the cell in the row."""

    table: str
    row: str
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or the part of a table row that is one cell: canonical `[start, end)`, number of the paragraph."""

    start: int
    end: int
    paragraph: int
    cell: Cell | None = None
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows, each with its cells by number, each with its pieces."""

    rows: tuple[tuple[tuple[int, tuple[Piece, ...]], ...], ...]


def pieces_of(source: SourceDocument) -> tuple[Piece, ...]:
    """All paragraphs and cells that hold something, in reading order."""
    return tuple(
        piece
        for number, block in enumerate(source.blocks, 1)
        for piece in _of_block(source, block, block.paragraph or number)
    )


def grouped(pieces: Sequence[Piece]) -> Iterator[Piece | Grid]:
    """The pieces outside of tables one by one, those of a table as one grid."""
    for table, group in groupby(pieces, key=lambda piece: piece.cell.table if piece.cell and not piece.is_note else ""):
        if table:
            yield _grid(tuple(group))
        else:
            yield from group


def _grid(pieces: tuple[Piece, ...]) -> Grid:
    rows: dict[str, dict[int, list[Piece]]] = {}
    for piece in pieces:
        if piece.cell:
            rows.setdefault(piece.cell.row, {}).setdefault(piece.cell.number, []).append(piece)
    return Grid(
        tuple(tuple((number, tuple(found)) for number, found in sorted(cells.items())) for cells in rows.values())
    )


def _of_block(source: SourceDocument, block: Block, paragraph: int) -> Iterator[Piece]:
    is_note = block.kind is BlockKind.NOTE
    at = block.start
    where: Cell | None = None
    cells = [(run.start, _cell(run)) for run in source.runs_in(block.start, block.end)]
    for start, cell in cells:
        if cell is not None and where is not None and cell != where:
            yield from _piece(source, at, start, paragraph, where, is_note=is_note)
            at = start
        where = cell or where
    yield from _piece(source, at, block.end, paragraph, where, is_note=is_note)


def _piece(
    source: SourceDocument, start: int, end: int, paragraph: int, cell: Cell | None, *, is_note: bool
) -> Iterator[Piece]:
    """The stretch without white space round it, if there is anything."""
    text = source.text[start:end]
    if text.strip():
        first = start + len(text) - len(text.lstrip())
        yield Piece(first, start + len(text.rstrip()), paragraph, cell, is_note)


def _cell(run: Run) -> Cell | None:
    found = _CELL.match(run.element or "")
    if not found or found["cell"] is None:
        return None
    return Cell(found["table"], found["row"], int(found["cell"]))
