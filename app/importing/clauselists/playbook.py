"""A playbook or a contract in Word → drafts: sections by their headings, positions by their words, tables row by row.

Strategy: the document becomes a row of items (headings and texts). What is a heading is said from outside (`Outline`): Word's own
heading styles or the clause tree. In a document that position words show to be a playbook („Bevorzugt“, „Rückfall 1“, …, as headings,
before a colon, as headings of columns or in the first column of a table), these words tell where each text belongs; without
them a section's whole text is its preferred wording. Every item ends in a draft or in the list of what was left out.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from app.importing.clauselists.columns import guess_columns, guess_mapping
from app.importing.clauselists.drafting import Parts, draft, paragraphs
from app.importing.clauselists.model import (
    ClauseList,
    Columns,
    Defaults,
    DraftClause,
    Field,
    LeftOut,
    ListCode,
    ListProblem,
    NamedType,
    Place,
    Sheet,
)
from app.importing.clauselists.pieces import Grid, Piece, grouped, pieces_of
from app.importing.clauselists.positionwords import POSITIONS, Marked, is_playbook, marked
from app.importing.clauselists.rows import drafts_from_rows
from app.importing.clauselists.words import folded
from app.models.source import SourceDocument, Span
from app.wording.clauselists import origin_in_file

_SHORT = 80  # characters of a line that may be a title without looking like one
_RANKS = frozenset(
    map(folded, ("", "Position", "Stufe", "Rang", "Ebene", "Variante", "Option", "Fassung", "Level", "Rank"))
)
_TITLES = frozenset(map(folded, ("Klausel", "Thema", "Titel", "Title", "Clause", "Topic", "Regelung", "Bezeichnung")))


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


@dataclass(frozen=True)
class Found:
    """The drafts with the headings above each, by id."""

    found: ClauseList
    above: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Item:
    """A heading (`level`) or a text; `mark`: the position word it begins with."""

    text: str
    paragraph: int
    level: int | None = None
    mark: Marked | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """A table with one clause in each row."""

    sheet: Sheet
    columns: Columns
    paragraphs: tuple[tuple[int, int], ...]  # of each row


@dataclass
class _Section:
    """A heading with what stands below it, up to the next one."""

    title: str
    level: int
    first: int
    above: tuple[str, ...]
    last: int = 0
    lead: list[str] = field(default_factory=list)
    marks: list[tuple[Marked, list[str]]] = field(default_factory=list)
    mark_level: int | None = None  # of the heading that the last mark was
    names_list: bool = False  # its heading is the title of a table's clauses
    has_list: bool = False  # its text only introduces a table

    def add(self, text: str, paragraph: int) -> None:
        (self.marks[-1][1] if self.marks else self.lead).append(text)
        self.last = paragraph


def drafts_from_document(
    source: SourceDocument, outline: Outline, defaults: Defaults, types: Sequence[NamedType]
) -> Found:
    """Drafts of all sections and tables of a playbook or contract, and what became part of none."""
    pieces = pieces_of(source)
    items, playbook = _read(source, outline, pieces)
    if not playbook:
        outline = replace(outline, left_out={**outline.aside, **outline.left_out})
        items, _ = _read(source, outline, pieces)
    left = _left_by_outline(source, outline, pieces)
    left += [
        LeftOut(ListCode.IGNORED, _place(one.paragraph) if one.paragraph else None, one.text, one.reason.value)
        for one in source.ignored
        if one.text.strip()
    ]
    return _Walk(defaults, types, left, playbook=playbook).walk(items)


def _left_by_outline(source: SourceDocument, outline: Outline, pieces: Sequence[Piece]) -> list[LeftOut]:
    found = ((piece, "note" if piece.is_note else outline.reason(piece)) for piece in pieces)
    return [
        LeftOut(
            ListCode.IGNORED if piece.is_note else ListCode.NOT_ANALYSED,
            _place(piece.paragraph),
            source.text[piece.start : piece.end],
            reason,
        )
        for piece, reason in found
        if reason
    ]


# --- pieces → items -------------------------------------------------------------------------------------------------------


def _read(
    source: SourceDocument, outline: Outline, pieces: Sequence[Piece]
) -> tuple[list[_Item | _List | LeftOut], bool]:
    """The items, and whether the document is a playbook; where it is none, position words are words like others."""
    raw: list[_Item | _List | LeftOut] = []
    for group in grouped([piece for piece in pieces if not piece.is_note and not outline.reason(piece)]):
        raw += _of_piece(source, outline, group) if isinstance(group, Piece) else _of_grid(source, outline, group)
    marks = [item.mark for item in raw if isinstance(item, _Item) and item.mark]
    if any(isinstance(item, _List) for item in raw) or is_playbook(marks):
        return list(_with_titles(raw)), True
    return [replace(item, mark=None) if isinstance(item, _Item) else item for item in raw], False


def _of_piece(source: SourceDocument, outline: Outline, piece: Piece) -> Iterator[_Item]:
    """The piece's heading and text; a label at its beginning belongs to neither."""
    at = piece.start
    for span in outline.marks_in(piece):
        if source.text[at : span[0]].strip():
            break  # within the text: a reference, or a paragraph that goes on
        heading = outline.headings.get(span)
        if heading and span[0] >= piece.start:
            yield _Item(heading.text, piece.paragraph, heading.level, marked(heading.text))
        at = min(span[1], piece.end)
    text = source.text[at : piece.end].strip()
    if text:
        yield _Item(text, piece.paragraph, None, marked(text))


def _with_titles(items: Sequence[_Item | _List | LeftOut]) -> Iterator[_Item | _List | LeftOut]:
    """In a playbook a short line right before „Bevorzugt“ is the title of a clause, whatever it looks like."""
    level = 0
    for item, after in zip(items, [*items[1:], None], strict=True):
        if isinstance(item, _Item) and item.level is not None and not item.mark:
            level = item.level
        if (
            isinstance(item, _Item)
            and isinstance(after, _Item)
            and after.mark is not None
            and after.mark.field is Field.PREFERRED
            and item.level is None
            and not item.mark
            and len(item.text) <= _SHORT
            and not item.text.endswith((".", ";", ",", ":"))
        ):
            yield _Item(item.text, item.paragraph, level)
        else:
            yield item


# --- tables ---------------------------------------------------------------------------------------------------------------


def _of_grid(source: SourceDocument, outline: Outline, grid: Grid) -> list[_Item | _List | LeftOut]:
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


def _as_list(source: SourceDocument, grid: Grid) -> _List | None:
    rows = [tuple(_cells(source, row)) for row in grid.rows]
    sheet = Sheet("", tuple(rows))
    columns = guess_columns(sheet)
    named = [one for one in columns.fields if one in POSITIONS]
    if not columns.header_row or len(columns.header) < 2 or not named or len(rows) <= columns.header_row:
        return None
    if len(named) < 2 and Field.TITLE not in columns.fields:
        return None
    spans = tuple((row[0][1][0].paragraph, row[-1][1][-1].paragraph) for row in grid.rows)
    return _List(sheet, columns, spans)


def _cell_text(source: SourceDocument, pieces: Sequence[Piece]) -> str:
    return "\n".join(source.text[piece.start : piece.end] for piece in pieces)


Cells = Sequence[tuple[int, tuple[Piece, ...]]]


def _cell_mark(source: SourceDocument, row: Cells) -> Marked | None:
    """The position word that is all a row's first cell says."""
    found = marked(_cell_text(source, row[0][1])) if len(row) > 1 else None
    return found if found and not found.rest else None


def _of_card(source: SourceDocument, grid: Grid, heads: Sequence[Marked | None]) -> Iterator[_Item | LeftOut]:
    """One clause: each row a position or a note, the columns behind the wording notes on it."""
    header = _cells(source, grid.rows[0])
    fields: tuple[Field | None, ...] = ()
    for number, (row, head) in enumerate(zip(grid.rows, heads, strict=True)):
        cells = _cells(source, row)
        paragraph = row[0][1][0].paragraph
        if number == 0 and head is None and _heads_card(header):
            fields = guess_mapping(header)
            yield LeftOut(ListCode.HEADER_ROW, _place(paragraph), " | ".join(filter(None, cells)))
        elif head:
            yield from _of_card_row(cells, head, fields, paragraph)
        elif len(cells) > 1 and folded(cells[0]) in _TITLES:
            yield _Item(" ".join(" ".join(cells[1:]).split()), paragraph, _LOWEST)
        else:
            yield _Item(": ".join(filter(None, cells)), paragraph)


def _of_card_row(cells: Sequence[str], head: Marked, fields: Sequence[Field | None], paragraph: int) -> Iterator[_Item]:
    """The wording, then what the other columns say of it: internal unless they are headed as a comment."""
    kinds = [*fields, *(None,) * len(cells)]
    wording = next((n for n in range(1, len(cells)) if kinds[n] in (Field.PREFERRED, Field.TITLE)), 1)
    if head.field not in POSITIONS:
        wording = 1
    text = cells[wording] if wording < len(cells) else ""
    yield _Item(cells[0], paragraph, None, replace(head, rest=text))
    for n in range(1, len(cells)):
        if n != wording and cells[n]:
            kind = kinds[n] if kinds[n] in (Field.GUIDANCE, Field.COMMENT) else Field.IGNORE
            said = cells[n] if kind is Field.COMMENT else f"{cells[0]}: {cells[n]}"
            yield _Item(cells[n], paragraph, None, Marked(kind or Field.IGNORE, True, 0, "", said))


def _heads_card(cells: Sequence[str]) -> bool:
    """Whether a table's first row names its columns: „Position | Formulierung | Hinweis intern“."""
    named = any(guess_mapping(("", *cells[1:]))[1:])
    return named and (folded(cells[0]) in _RANKS or len(cells) > 2)


def _cells(source: SourceDocument, row: Cells) -> list[str]:
    """The texts of a row's cells, empty ones too."""
    cells = dict(row)
    return [_cell_text(source, cells.get(n, ())) for n in range(1, max(cells) + 1)]


_LOWEST = 99  # level of a title that stands in a table: below every heading


# --- items → drafts -------------------------------------------------------------------------------------------------------


class _Walk:
    """Goes through the items with the section at hand."""

    def __init__(self, defaults: Defaults, types: Sequence[NamedType], left: list[LeftOut], *, playbook: bool) -> None:
        self._defaults = defaults
        self._types = types
        self._taken = set(defaults.taken)
        self._drafts: list[DraftClause] = []
        self._left = left
        self._above: dict[str, tuple[str, ...]] = {}
        self._section: _Section | None = None
        self._headings: list[tuple[int, str]] = []  # open ones, outermost first
        self._playbook = playbook

    def walk(self, items: Sequence[_Item | _List | LeftOut]) -> Found:
        for item in items:
            if isinstance(item, LeftOut):
                self._left.append(item)
            elif isinstance(item, _List):
                self._list(item)
            elif item.mark:
                self._mark(item, item.mark)
            elif item.level is not None:
                self._heading(item, item.level)
            else:
                self._text(item)
        self._close()
        left = sorted(self._left, key=lambda one: (one.place is None, one.place.first if one.place else 0))
        drafts = sorted(self._drafts, key=lambda one: one.place.first)
        return Found(ClauseList(tuple(drafts), tuple(left)), self._above)

    def _heading(self, item: _Item, level: int) -> None:
        section = self._section
        if section and section.mark_level is not None and level > section.mark_level:
            section.add(item.text, item.paragraph)  # a heading within the wording of a position
            return
        self._close()
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        above = tuple(text for _, text in self._headings)
        self._headings.append((level, item.text))
        self._section = _Section(item.text, level, item.paragraph, above, item.paragraph)

    def _mark(self, item: _Item, mark: Marked) -> None:
        section = self._section
        repeated = section is not None and mark.field is Field.PREFERRED and _has(section, Field.PREFERRED)
        if section is None or (repeated and item.level is None and not section.title):
            self._close()
            section = self._section = _Section("", _LOWEST, item.paragraph, tuple(t for _, t in self._headings))
        section.marks.append((mark, [mark.rest] if mark.rest else []))
        section.mark_level = item.level
        section.last = item.paragraph

    def _text(self, item: _Item) -> None:
        if self._section is None:
            self._left.append(LeftOut(ListCode.NO_HEADING, _place(item.paragraph), item.text))
        else:
            self._section.add(item.text, item.paragraph)

    def _list(self, table: _List) -> None:
        """The table's rows; the heading above names the clauses where the table does not."""
        section = self._section
        sheet, columns = table.sheet, table.columns
        title = section.title if section and not section.marks else ""
        if Field.TITLE not in columns.fields and title and section:
            section.names_list = True
            sheet, columns = _titled(sheet, columns, title)
        if section and not section.marks:
            section.has_list = True
        defaults = replace(self._defaults, taken=frozenset(self._taken))
        made = drafts_from_rows(
            sheet, columns, defaults, self._types, placed=lambda n: _place(*table.paragraphs[n - 1])
        )
        above = tuple(text for _, text in self._headings)
        self._above |= {one.plain["id"]: above for one in made.drafts}
        self._taken |= {one.plain["id"] for one in made.drafts}
        self._drafts += made.drafts
        self._left += made.left_out

    def _close(self) -> None:
        section, self._section = self._section, None
        if section is None:
            return
        if not section.marks and (not section.lead or section.has_list):
            if not section.names_list:
                self._left.append(LeftOut(ListCode.EMPTY_HEADING, _place(section.first), section.title))
            place = _place(section.first, section.last)
            self._left += [LeftOut(ListCode.NO_WORDING, place, text) for text in section.lead]
            return
        parts = _parts(section, playbook=self._playbook)
        place = _place(section.first, section.last)
        origin = origin_in_file(place.first, "", is_row=False, lang="de")
        plain = draft(parts, self._defaults, self._taken, origin)
        self._above[plain["id"]] = section.above
        self._drafts.append(DraftClause(plain, place, tuple(parts.problems)))


def _parts(section: _Section, *, playbook: bool) -> Parts:
    parts = Parts(section.title)
    lead = paragraphs(section.lead)
    if lead and _has(section, Field.PREFERRED):
        parts.guidance.append(lead)
        parts.problems.append(ListProblem(ListCode.LEAD_AS_GUIDANCE))
    elif lead:
        parts.add(Field.PREFERRED, lead)
        if playbook and not any(mark.field in POSITIONS for mark, _ in section.marks):
            parts.problems.append(ListProblem(ListCode.POSITION_ASSUMED))
    for mark, lines in section.marks:
        text = paragraphs("\n".join(lines).split("\n"))
        if mark.field is Field.IGNORE:
            parts.guidance.append(text)
            parts.problems.append(ListProblem(ListCode.CELL_AS_GUIDANCE))
        elif text:
            parts.add(mark.field, text, order=mark.number, note=mark.note)
        else:
            parts.problems.append(ListProblem(ListCode.PART_EMPTY, {"field": mark.field.value}))
    return parts


def _has(section: _Section, wanted: Field) -> bool:
    return any(mark.field is wanted for mark, _ in section.marks)


def _titled(sheet: Sheet, columns: Columns, title: str) -> tuple[Sheet, Columns]:
    """With a column before the others that names each row."""
    rows = tuple(
        ("" if n < columns.header_row else title, *cells) if any(cells) else () for n, cells in enumerate(sheet.rows)
    )
    return Sheet(sheet.name, rows), Columns((Field.TITLE, *columns.fields), ("", *columns.header), columns.header_row)


def _place(first: int, last: int | None = None) -> Place:
    return Place(first, first if last is None else max(first, last))
