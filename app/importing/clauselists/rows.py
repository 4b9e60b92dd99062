"""Rows of a list → drafts: each row one reference clause.

Strategy: every cell goes where its column's field says; words of closed lists (perspective, audience, …) are looked up in German
and English, and what is not known is said and the file's default taken. A row without any wording is listed, never dropped.
The rows are only texts here: whatever stands in them, nothing is raised.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.importing.clauselists import words
from app.importing.clauselists.drafting import Parts, draft, paragraphs
from app.importing.clauselists.ids import slug
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
from app.importing.clauselists.positionwords import POSITIONS, marked
from app.importing.clauselists.typenames import TypeNames
from app.wording.clauselists import origin_in_file

_DAY = re.compile(r"\(?(?:Stand|as of)[ :]*(\d{1,2})\.(\d{1,2})\.(\d{4})\)?", re.IGNORECASE)
_NORMS = re.compile(r"\s*[;\n]\s*")


@dataclass(frozen=True)
class _Row:
    """A filled row with what its cells are read with."""

    number: int
    cells: Sequence[str]
    columns: Columns
    defaults: Defaults
    types: TypeNames
    sheet: str

    @property
    def place(self) -> Place:
        return Place(self.number, self.number, True, self.sheet)

    def heading(self, index: int) -> str:
        """The column's heading, else its letter."""
        header = self.columns.header
        return (header[index] if index < len(header) else "") or letter(index)

    def of(self, *fields: Field) -> Iterator[tuple[int, Field, str]]:
        """Filled cells of columns that hold one of the fields."""
        for index, (cell, field) in enumerate(zip(self.cells, self.columns.fields, strict=False)):
            if field in fields and cell.strip():
                yield index, field, cell


def drafts_from_rows(
    sheet: Sheet,
    columns: Columns,
    defaults: Defaults,
    types: Sequence[NamedType],
    *,
    placed: Callable[[int], Place] | None = None,
) -> ClauseList:
    """Drafts of all rows below the header, and what became part of none. Never raises.

    `placed`: where a row stands, if not in a sheet (a table of a Word file).
    """
    names, taken = TypeNames(types), set(defaults.taken)
    drafts: list[DraftClause] = []
    left: list[LeftOut] = []
    for number, cells in enumerate(sheet.rows, 1):
        if not any(cell.strip() for cell in cells):
            continue
        row = _Row(number, cells, columns, defaults, names, sheet.name)
        place = placed(number) if placed else row.place
        if number <= columns.header_row:
            code = ListCode.HEADER_ROW if number == columns.header_row else ListCode.ABOVE_HEADER
            left.append(LeftOut(code, place, " | ".join(filter(None, cells))))
        elif (made := _draft(row, place, taken)) is not None:
            drafts.append(made)
        else:
            left.append(LeftOut(ListCode.NO_WORDING, place, " | ".join(filter(None, cells))))
    columns_left = _columns_left(sheet, columns, placed)
    return ClauseList(tuple(drafts), (*left, *columns_left), sheet.notes)


def letter(index: int) -> str:
    """Excel's name of a column: A, B, …, Z, AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _draft(row: _Row, place: Place, taken: set[str]) -> DraftClause | None:
    parts = _parts(row)
    if not parts.has_wording and not (parts.title and (parts.guidance or parts.comments)):
        return None
    choices = _type(row, parts)
    _wished_id(row, parts, taken)
    plain = draft(parts, row.defaults, taken, origin_in_file(place.first, place.sheet, is_row=place.is_row, lang="de"))
    return DraftClause(plain, place, tuple(parts.problems), choices, 1.0 if "type" in plain else 0.0)


def _parts(row: _Row) -> Parts:
    parts = Parts()
    for _, _, cell in row.of(Field.TITLE):
        parts.title = cell
    for index, field, cell in row.of(*POSITIONS, Field.GUIDANCE, Field.COMMENT):
        head = marked(row.heading(index))
        note = head.note if head and field is Field.FALLBACK else ""
        parts.add(field, paragraphs(cell.split("\n")), order=head.number if head else 0, note=note)
    _closed_lists(row, parts)
    _free_texts(row, parts)
    _legal_basis(row, parts)
    return parts


def _closed_lists(row: _Row, parts: Parts) -> None:
    for index, _, cell in row.of(Field.PERSPECTIVE):
        found = words.one_of(cell, words.PERSPECTIVE)
        if found:
            parts.others["perspective"] = found.value
        else:
            _unknown(row, parts, index, cell)
    for index, _, cell in row.of(Field.LANGUAGE):
        language = words.LANGUAGE.get(words.folded(cell))
        if language:
            parts.others["language"] = language
        else:
            _unknown(row, parts, index, cell)
    _several(row, parts, Field.AUDIENCE, words.AUDIENCE)
    _several(row, parts, Field.CONTRACT_KIND, words.CONTRACT_KIND)
    _several(row, parts, Field.LAW, words.LAW)


def _several(row: _Row, parts: Parts, field: Field, table: Mapping[str, StrEnum]) -> None:
    for index, _, cell in row.of(field):
        values, unknown = words.several_of(cell, table)
        for word in unknown:
            _unknown(row, parts, index, word)
        if values or not unknown:
            parts.others[field.value] = [value.value for value in values]


def _unknown(row: _Row, parts: Parts, index: int, found: str) -> None:
    parts.problems.append(ListProblem(ListCode.WORD_UNKNOWN, {"found": found}, row.heading(index)))


def _free_texts(row: _Row, parts: Parts) -> None:
    for _, _, cell in row.of(Field.OWNER):
        parts.others["owner"] = " ".join(cell.split())
    tags = [tag for _, _, cell in row.of(Field.TAGS) for tag in words.parts(cell)]
    if tags:
        parts.others["tags"] = list(dict.fromkeys(tags))


def _legal_basis(row: _Row, parts: Parts) -> None:
    """Norms with the day of their knowledge; without one they stand in the guidance, for the library wants a day."""
    for index, _, cell in row.of(Field.LEGAL_BASIS):
        for norm in filter(None, _NORMS.split(cell.strip())):
            day, name = _dated(norm)
            day = day or row.defaults.as_of
            if day and name:
                parts.bases.append((name, day))
            else:
                parts.guidance.append(norm)
                parts.problems.append(ListProblem(ListCode.BASIS_UNDATED, {"found": norm}, row.heading(index)))


def _dated(norm: str) -> tuple[date | None, str]:
    found = _DAY.search(norm)
    if not found:
        return None, " ".join(norm.split())
    try:
        day = date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None, " ".join(norm.split())
    return day, " ".join((norm[: found.start()] + norm[found.end() :]).strip(" ,()").split())


def _type(row: _Row, parts: Parts) -> tuple[str, ...]:
    """Sets the type where the file names one; else the nearest ones to choose from."""
    for index, _, cell in row.of(Field.TYPE):
        named = row.types.named(cell)
        if named:
            parts.others["type"] = named
            return (named,)
        near = row.types.nearest(cell)
        code = ListCode.TYPE_NEAREST if near else ListCode.TYPE_UNKNOWN
        params = {"found": cell, "type": near[0]} if near else {"found": cell}
        parts.problems.append(ListProblem(code, params, row.heading(index)))
        return near
    return ()


def _wished_id(row: _Row, parts: Parts, taken: set[str]) -> None:
    for index, _, cell in row.of(Field.ID):
        wished = slug(cell)
        if wished and wished not in taken:
            parts.others["id"] = wished
        elif wished:
            parts.problems.append(ListProblem(ListCode.ID_TAKEN, {"found": wished}, row.heading(index)))


def _columns_left(sheet: Sheet, columns: Columns, placed: Callable[[int], Place] | None) -> Iterator[LeftOut]:
    """What stands below the header in columns that no field was given to: a line for each column; in a document, where
    a cell is text to be read, a line for each cell.
    """
    for index in range(max(map(len, sheet.rows), default=0)):
        field = columns.fields[index] if index < len(columns.fields) else None
        filled = [
            number
            for number, cells in enumerate(sheet.rows, 1)
            if number > columns.header_row and index < len(cells) and cells[index].strip()
        ]
        if field not in (None, Field.IGNORE) or not filled:
            continue
        name = columns.header[index] if index < len(columns.header) else ""
        if placed and field is None:
            yield from (LeftOut(ListCode.NO_COLUMN, placed(n), sheet.rows[n - 1][index], column=name) for n in filled)
        elif placed:
            yield LeftOut(ListCode.NO_COLUMN, placed(filled[0]), name, column=name)
        else:
            place = Place(filled[0], filled[-1], True, sheet.name)
            yield LeftOut(ListCode.NO_COLUMN, place, name, column=letter(index))
