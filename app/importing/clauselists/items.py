"""A document as a row of items: headings, texts, and tables with one clause in each row.

Strategy: what is a heading is said from outside (`Outline`). A table is read by what its first column and its first row say: cells
that are position words make it a card of one clause, column headings a list of clauses; any other table is running text.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from app.importing.clauselists.columns import guess_columns, guess_mapping
from app.importing.clauselists.model import Columns, Field, LeftOut, ListCode, Place, Sheet
from app.importing.clauselists.pieces import Grid, Piece, grouped
from app.importing.clauselists.positionwords import POSITIONS, Marked, is_playbook, marked
from app.importing.clauselists.words import folded
from app.models.source import SourceDocument, Span

_SHORT = 80  # characters of a line that may be a title without looking like one
_RANKS = frozenset(
    map(folded, ("", "Position", "Stufe", "Rang", "Ebene", "Variante", "Option", "Fassung", "Level", "Rank"))
)
_TITLES = frozenset(map(folded, ("Klausel", "Thema", "Titel", "Title", "Clause", "Topic", "Regelung", "Bezeichnung")))
LOWEST = 99  # level of a title that stands in a table: below every heading


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as one line; 0 is the outermost level."""

    level: int
    text: str


@dataclass(frozen=True)
class Outline:
    """What is known of a document's structure: headings, other stretches that are no text of a clause (labels such as „(1)“, the
    rest of a heading), and stretches that belong to no clause with the reason: `left_out` in every document, `aside` in
    contracts only, for a playbook looks like no contract. Stretches of a kind do not overlap.
    """

    headings: Mapping[Span, Heading]
    labels: Sequence[Span] = ()
    left_out: Mapping[Span, str] = field(default_factory=dict)
    aside: Mapping[Span, str] = field(default_factory=dict)

    @cached_property
    def _marks(self) -> list[Span]:
        return sorted({*self.headings, *self.labels})

    @cached_property
    def _left(self) -> list[Span]:
        return sorted(self.left_out)

    def marks_in(self, piece: Piece) -> list[Span]:
        """Headings and labels that share a character with the piece, in order."""
        first = max(0, bisect_right(self._marks, (piece.start, piece.start)) - 1)
        last = bisect_left(self._marks, (piece.end, piece.end))
        return [span for span in self._marks[first:last] if span[1] > piece.start]

    def reason(self, piece: Piece) -> str:
        """Why the piece belongs to no clause; empty where it does."""
        at = bisect_right(self._left, (piece.start, math.inf)) - 1
        covered = at >= 0 and piece.end <= self._left[at][1]
        return self.left_out[self._left[at]] if covered else ""


@dataclass(frozen=True, slots=True)
class Item:
    """A heading (`level`) or a text; `mark`: the position word it begins with."""

    text: str
    paragraph: int
    level: int | None = None
    mark: Marked | None = None


@dataclass(frozen=True, slots=True)
class ListTable:
    """A table with one clause in each row."""

    sheet: Sheet
    columns: Columns
    paragraphs: tuple[tuple[int, int], ...]  # of each row


def place_of(first: int, last: int | None = None) -> Place:
    """Paragraphs from the first to the last."""
    return Place(first, first if last is None else max(first, last))


def items_of(
    source: SourceDocument, outline: Outline, pieces: Sequence[Piece]
) -> tuple[list[Item | ListTable | LeftOut], bool]:
    """The items, and whether the document is a playbook; where it is none, position words are words like others."""
    raw: list[Item | ListTable | LeftOut] = []
    for group in grouped([piece for piece in pieces if not piece.is_note and not outline.reason(piece)]):
        raw += _of_piece(source, outline, group) if isinstance(group, Piece) else _of_grid(source, outline, group)
    marks = [item.mark for item in raw if isinstance(item, Item) and item.mark]
    if any(isinstance(item, ListTable) for item in raw) or is_playbook(marks):
        return list(_with_titles(raw)), True
    return [replace(item, mark=None) if isinstance(item, Item) else item for item in raw], False


def _of_piece(source: SourceDocument, outline: Outline, piece: Piece) -> Iterator[Item]:
    """The piece's heading and text; a label at its beginning belongs to neither."""
    at = piece.start
    for span in outline.marks_in(piece):
        if source.text[at : span[0]].strip():
            break  # within the text: a reference, or a paragraph that goes on
        heading = outline.headings.get(span)
        if heading and span[0] >= piece.start:
            yield Item(heading.text, piece.paragraph, heading.level, marked(heading.text))
        at = min(span[1], piece.end)
    text = source.text[at : piece.end].strip()
    if text:
        yield Item(text, piece.paragraph, None, marked(text))


def _with_titles(items: Sequence[Item | ListTable | LeftOut]) -> Iterator[Item | ListTable | LeftOut]:
    """In a playbook a short line right before „Bevorzugt“ is the title of a clause, whatever it looks like."""
    level = 0
    for item, after in zip(items, [*items[1:], None], strict=True):
        if isinstance(item, Item) and item.level is not None and not item.mark:
            level = item.level
        if (
            isinstance(item, Item)
            and isinstance(after, Item)
            and after.mark is not None
            and after.mark.field is Field.PREFERRED
            and item.level is None
            and not item.mark
            and len(item.text) <= _SHORT
            and not item.text.endswith((".", ";", ",", ":"))
        ):
            yield Item(item.text, item.paragraph, level)
        else:
            yield item


# --- tables ---------------------------------------------------------------------------------------------------------------


def _of_grid(source: SourceDocument, outline: Outline, grid: Grid) -> list[Item | ListTable | LeftOut]:
    """A list of clauses, a card of one clause (words in the first column), or plain text."""
    heads = [_cell_mark(source, row) for row in grid.rows]
    found = [head for head in heads if head]
    card = is_playbook(found) and len(found) * 2 >= len(grid.rows)
    if card and len(found) > 1:
        return list(_of_card(source, grid, heads))
    listed = _as_list(source, grid)
    if listed:
        return [listed]
    if card:
        return list(_of_card(source, grid, heads))
    return [
        item for row in grid.rows for _, pieces in row for piece in pieces for item in _of_piece(source, outline, piece)
    ]


def _as_list(source: SourceDocument, grid: Grid) -> ListTable | None:
    rows = [tuple(_cells(source, row)) for row in grid.rows]
    sheet = Sheet("", tuple(rows))
    columns = guess_columns(sheet)
    named = [one for one in columns.fields if one in POSITIONS]
    if not columns.header_row or len(columns.header) < 2 or not named or len(rows) <= columns.header_row:
        return None
    if len(named) < 2 and Field.TITLE not in columns.fields:
        return None
    spans = tuple((row[0][1][0].paragraph, row[-1][1][-1].paragraph) for row in grid.rows)
    return ListTable(sheet, columns, spans)


def _cell_text(source: SourceDocument, pieces: Sequence[Piece]) -> str:
    return "\n".join(source.text[piece.start : piece.end] for piece in pieces)


Cells = Sequence[tuple[int, tuple[Piece, ...]]]


def _cell_mark(source: SourceDocument, row: Cells) -> Marked | None:
    """The position word that is all a row's first cell says."""
    found = marked(_cell_text(source, row[0][1])) if len(row) > 1 else None
    return found if found and not found.rest else None


def _of_card(source: SourceDocument, grid: Grid, heads: Sequence[Marked | None]) -> Iterator[Item | LeftOut]:
    """One clause: each row a position or a note, the columns behind the wording notes on it."""
    header = _cells(source, grid.rows[0])
    fields: tuple[Field | None, ...] = ()
    for number, (row, head) in enumerate(zip(grid.rows, heads, strict=True)):
        cells = _cells(source, row)
        paragraph = row[0][1][0].paragraph
        if number == 0 and head is None and _heads_card(header):
            fields = guess_mapping(header)
            yield LeftOut(ListCode.HEADER_ROW, place_of(paragraph), " | ".join(filter(None, cells)))
        elif head:
            yield from _of_card_row(cells, head, fields, paragraph)
        elif len(cells) > 1 and folded(cells[0]) in _TITLES:
            yield Item(" ".join(" ".join(cells[1:]).split()), paragraph, LOWEST)
        else:
            yield Item(": ".join(filter(None, cells)), paragraph)


def _of_card_row(cells: Sequence[str], head: Marked, fields: Sequence[Field | None], paragraph: int) -> Iterator[Item]:
    """The wording, then what the other columns say of it: internal unless they are headed as a comment."""
    kinds = [*fields, *(None,) * len(cells)]
    wording = next((n for n in range(1, len(cells)) if kinds[n] in (Field.PREFERRED, Field.TITLE)), 1)
    if head.field not in POSITIONS:
        wording = 1
    text = cells[wording] if wording < len(cells) else ""
    yield Item(cells[0], paragraph, None, replace(head, rest=text))
    for n in range(1, len(cells)):
        if n != wording and cells[n]:
            kind = kinds[n] if kinds[n] in (Field.GUIDANCE, Field.COMMENT) else Field.IGNORE
            said = cells[n] if kind is Field.COMMENT else f"{cells[0]}: {cells[n]}"
            yield Item(cells[n], paragraph, None, Marked(kind or Field.IGNORE, True, 0, "", said))


def _heads_card(cells: Sequence[str]) -> bool:
    """Whether a table's first row names its columns: „Position | Formulierung | Hinweis intern“."""
    named = any(guess_mapping(("", *cells[1:]))[1:])
    return named and (folded(cells[0]) in _RANKS or len(cells) > 2)


def _cells(source: SourceDocument, row: Cells) -> list[str]:
    """The texts of a row's cells, empty ones too."""
    cells = dict(row)
    return [_cell_text(source, cells.get(n, ())) for n in range(1, max(cells) + 1)]
