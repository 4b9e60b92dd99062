"""A playbook or a contract in Word → drafts: sections by their headings, positions by their words, tables row by row.

Strategy: the document becomes a row of items (headings and texts). What is a heading is said from outside (`Outline`): Word's own
heading styles or the clause tree. In a document that position words show to be a playbook („Bevorzugt“, „Rückfall 1“, …, as headings,
before a colon, as headings of columns or in the first column of a table), these words tell where each text belongs; without
them a section's whole text is its preferred wording. Every item ends in a draft or in the list of what was left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.importing.clauselists.drafting import Parts, draft, paragraphs
from app.importing.clauselists.items import LOWEST, Item, ListTable, Outline, items_of, place_of
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
    Sheet,
)
from app.importing.clauselists.pieces import Piece, pieces_of
from app.importing.clauselists.positionwords import POSITIONS, Marked
from app.importing.clauselists.rows import drafts_from_rows
from app.models.source import SourceDocument
from app.wording.clauselists import origin_in_file


@dataclass(frozen=True)
class Found:
    """The drafts with the headings above each, by id."""

    found: ClauseList
    above: Mapping[str, tuple[str, ...]]


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
    items, playbook = items_of(source, outline, pieces)
    if not playbook:
        outline = replace(outline, left_out={**outline.aside, **outline.left_out})
        items, _ = items_of(source, outline, pieces)
    left = _left_by_outline(source, outline, pieces)
    left += [
        LeftOut(ListCode.IGNORED, place_of(one.paragraph) if one.paragraph else None, one.text, one.reason.value)
        for one in source.ignored
        if one.text.strip()
    ]
    return _Walk(defaults, types, left, playbook=playbook).walk(items)


def _left_by_outline(source: SourceDocument, outline: Outline, pieces: Sequence[Piece]) -> list[LeftOut]:
    found = ((piece, "note" if piece.is_note else outline.reason(piece)) for piece in pieces)
    return [
        LeftOut(
            ListCode.IGNORED if piece.is_note else ListCode.NOT_ANALYSED,
            place_of(piece.paragraph),
            source.text[piece.start : piece.end],
            reason,
        )
        for piece, reason in found
        if reason
    ]


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

    def walk(self, items: Sequence[Item | ListTable | LeftOut]) -> Found:
        for item in items:
            if isinstance(item, LeftOut):
                self._left.append(item)
            elif isinstance(item, ListTable):
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

    def _heading(self, item: Item, level: int) -> None:
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

    def _mark(self, item: Item, mark: Marked) -> None:
        section = self._section
        repeated = section is not None and mark.field is Field.PREFERRED and _has(section, Field.PREFERRED)
        if section is None or (repeated and item.level is None and not section.title):
            self._close()
            section = self._section = _Section("", LOWEST, item.paragraph, tuple(t for _, t in self._headings))
        section.marks.append((mark, [mark.rest] if mark.rest else []))
        section.mark_level = item.level
        section.last = item.paragraph

    def _text(self, item: Item) -> None:
        if self._section is None:
            self._left.append(LeftOut(ListCode.NO_HEADING, place_of(item.paragraph), item.text))
        else:
            self._section.add(item.text, item.paragraph)

    def _list(self, table: ListTable) -> None:
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
            sheet, columns, defaults, self._types, placed=lambda n: place_of(*table.paragraphs[n - 1])
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
                self._left.append(LeftOut(ListCode.EMPTY_HEADING, place_of(section.first), section.title))
            place = place_of(section.first, section.last)
            self._left += [LeftOut(ListCode.NO_WORDING, place, text) for text in section.lead]
            return
        parts = _parts(section, playbook=self._playbook)
        place = place_of(section.first, section.last)
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
