"""Which column of a list holds what, guessed from its headings; the user may change all of it.

Strategy: the header is the row among the first ones whose cells name most fields, wordings above all. A heading is looked up in
a table of words, then read as a position word (`positionwords`), then by its first words. A field that only one column can hold
goes to the column that says so most plainly; „Klausel“ is a title beside a wording and a wording beside a title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.importing.clauselists.model import Columns, Field, Sheet
from app.importing.clauselists.positionwords import POSITIONS, marked
from app.importing.clauselists.words import folded

_LOOKED_AT: Final = 15  # rows: titles and dates stand above a header
_LONGEST_HEADING: Final = 80
MANY: Final = frozenset({*POSITIONS[1:], Field.GUIDANCE, Field.COMMENT, Field.TAGS, Field.LEGAL_BASIS, Field.IGNORE})
"""Fields that several columns may hold."""

_EXACT: Final = {
    Field.TITLE: "titel|title|überschrift|heading|thema|topic|bezeichnung|issue|subject|betreff|regelungsgegenstand|gegenstand|name"
    "|klauselname|klauselbezeichnung|clause name|clause title|klauseltitel|punkt|stichwort",
    Field.TYPE: "typ|type|klauseltyp|klauselart|clause type|art|kategorie|category|rubrik|themengebiet|gruppe|group|regelungstyp",
    Field.PERSPECTIVE: "perspektive|perspective|sicht|unsere rolle|rolle|role|our role|seite|side|vertragsseite|partei|einkauf verkauf"
    "|einkauf oder verkauf|wir sind",
    Field.AUDIENCE: "audience|kundenkreis|gegenüber|gegenüber wem|zielgruppe|b2b b2c|b2c b2b|b2b oder b2c|verwendung gegenüber|kundenart"
    "|customer type|adressat|adressaten",
    Field.CONTRACT_KIND: "vertragsart|vertragsarten|vertragstyp|vertragstypen|contract kind|contract type|contract kinds|contract types"
    "|kind of contract|type of contract|agreement type|vertrag",
    Field.PREFERRED: "text|wortlaut|klauseltext|klauselwortlaut|formulierung|regelung|clause text|wording|clause wording|mustertext"
    "|musterklausel|musterformulierung|language|our clause|unsere klausel|position 1|soll",
    Field.GUIDANCE: "intern|interne hinweise|risiko|risk|warum|why|verhandlung",
    Field.TAGS: "schlagwort|schlagworte|schlagwörter|stichworte|stichwörter|tags|tag|keywords|keyword|label|labels",
    Field.OWNER: "verantwortlich|verantwortliche|verantwortlicher|eigentümer|owner|zuständig|ansprechpartner|pflege|betreut von|responsible",
    Field.LEGAL_BASIS: "rechtsgrundlage|rechtsgrundlagen|norm|normen|gesetz|paragraf|paragraph|legal basis|statute|law reference|vorschrift",
    Field.ID: "id|kennung|nr id|clause id|klausel id|schlüssel|key|referenz|reference",
    Field.LAW: "anwendbares recht|recht|governing law|applicable law|rechtsordnung|law",
    Field.LANGUAGE: "sprache|lang",
    Field.IGNORE: "nr|no|lfd nr|lfd|pos|nummer|number",
}
_WORDS: Final = {folded(word): field for field, words in _EXACT.items() for word in words.split("|")}
_EITHER: Final = frozenset(("klausel", "clause", "klauseln", "bestimmung", "provision"))


def guess_columns(sheet: Sheet) -> Columns:
    """The likely header row with the fields of its columns; no header and no fields where no row looks like one."""
    rows = sheet.rows[:_LOOKED_AT]
    guessed = [guess_mapping(row) for row in rows]
    best = max(range(len(rows)), key=lambda n: (_plainness(guessed[n], rows[n]), -n), default=0)
    if not rows or _plainness(guessed[best], rows[best]) <= 0:
        return Columns((None,) * max(map(len, sheet.rows), default=0))
    return columns_of(sheet, best + 1, guessed[best])


def columns_of(sheet: Sheet, header_row: int, fields: Sequence[Field | None] | None = None) -> Columns:
    """Columns under the header in that row (1-based, 0: none), all of the sheet's; `fields`: guessed where not given."""
    header = sheet.rows[header_row - 1] if 0 < header_row <= len(sheet.rows) else ()
    known = guess_mapping(header) if fields is None else tuple(fields)
    width = max(map(len, sheet.rows), default=0)
    return Columns((*known, *(None,) * (width - len(known))), header, header_row)


def guess_mapping(header: Sequence[str]) -> tuple[Field | None, ...]:
    """A field for each heading, None where it names none."""
    fields = _single([_field(cell) for cell in header])
    for n, cell in enumerate(header):
        if fields[n] is None and folded(cell) in _EITHER:
            fields[n] = _first_free(fields, (Field.TITLE, Field.PREFERRED))
    if header and not header[0] and Field.TITLE not in fields and any(field in POSITIONS for field in fields):
        fields[0] = Field.TITLE  # the corner of a table is often left empty
    return tuple(fields)


def with_field(columns: Columns, index: int, field: Field | None) -> Columns:
    """The columns with another field at `index`, which leaves the column that had it if only one can."""
    fields = [None if field is one and field not in MANY else one for one in columns.fields]
    fields[index] = field
    return replace(columns, fields=tuple(fields))


def _field(cell: str) -> Field | None:
    if not cell or len(cell) > _LONGEST_HEADING:
        return None
    found = _WORDS.get(folded(cell))
    if found:
        return found
    for part in (cell, *cell.replace("(", "/").replace(")", "").split("/")):
        position = marked(part.strip())
        if position and not position.rest:
            return position.field
        if folded(part) in _WORDS:
            return _WORDS[folded(part)]
    return None


def _single(fields: list[Field | None]) -> list[Field | None]:
    """The first column keeps a field that only one can hold."""
    seen: set[Field] = set()
    kept: list[Field | None] = []
    for field in fields:
        kept.append(None if field in seen and field not in MANY else field)
        if field:
            seen.add(field)
    return kept


def _first_free(fields: Sequence[Field | None], wanted: Sequence[Field]) -> Field | None:
    return next((field for field in wanted if field not in fields), None)


def _plainness(fields: Sequence[Field | None], row: Sequence[str]) -> float:
    """How much a row looks like a header: what it names, positions twice, less the cells that are none; 0 without two."""
    named = [field for field in fields if field]
    if not any(field in POSITIONS or field is Field.TITLE for field in named) or len(named) < min(2, len(row)):
        return 0.0
    others = sum(bool(cell) and len(cell) > _LONGEST_HEADING for cell in row)
    return len(named) + sum(field in POSITIONS for field in named) - 2.0 * others
