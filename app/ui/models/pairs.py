"""The two places of a contradiction or a repetition, to be read side by side with what differs marked."""

from __future__ import annotations

from dataclasses import dataclass

from app.models.analysis import Analysis, Finding, FindingKind
from app.models.reading import Clause
from app.reporting.places import clause_place, place_lines
from app.reporting.reportmodel import FindingEntry, Place, Quote
from app.ui.models.columns import AlignedRow, Mark, Piece, aligned, differences
from app.ui.passages import passage_key, passage_of
from app.wording.lang import Lang

_TWO_PLACES = (FindingKind.CONTRADICTION, FindingKind.DUPLICATE, FindingKind.DEFINITION)


@dataclass(frozen=True, slots=True)
class Side:
    """One place: where, what leads there, the value that was read there."""

    place: str
    key: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Both places; `equal`: word for word; not `comparable`: the texts stand beside each other without marks.

    `further`: the quotes of all other places.
    """

    left: Side
    right: Side
    rows: tuple[AlignedRow, ...]
    equal: bool
    comparable: bool
    further: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    place: Place
    value: str = ""


def both_places(finding: Finding, entry: FindingEntry, analysis: Analysis, lang: Lang) -> Pair | None:
    """The first two places of a finding that is about two, None for others and for whole sections."""
    if finding.kind not in _TWO_PLACES or finding.sections:
        return None
    texts = _texts(finding, entry, analysis)
    if len(texts) < 2:
        return None
    one, other, *further = texts
    return _pair(one, other, lang, tuple(Quote(t.text, (t.place,), t.value) for t in further))


def _texts(finding: Finding, entry: FindingEntry, analysis: Analysis) -> list[_Text]:
    """Repeated clauses in full, else the words quoted."""
    reading = analysis.reading
    if finding.kind is FindingKind.DUPLICATE:
        clauses = [reading.by_id[clause] for clause in finding.clauses]
        return [_Text(_whole(clause), clause_place(clause, reading)) for clause in clauses]
    return [_Text(quote.text, place, quote.value) for quote in entry.quotes for place in quote.places if place.clause]


def _whole(clause: Clause) -> str:
    return clause.text or clause.heading


def _pair(one: _Text, other: _Text, lang: Lang, further: tuple[Quote, ...]) -> Pair:
    parts = differences(one.text, other.text) if one.text != other.text else ()
    rows = aligned(parts) if parts else (AlignedRow((Piece(one.text),), (Piece(other.text),)),)
    equal = one.text == other.text
    return Pair(_side(one, lang), _side(other, lang), tuple(map(_as_new, rows)), equal, equal or bool(parts), further)


def _side(text: _Text, lang: Lang) -> Side:
    place = "; ".join(place_lines([text.place], lang))
    return Side(place, passage_key([passage_of(text.place)]), text.value)


def _as_new(row: AlignedRow) -> AlignedRow:
    """Neither place is the original: what is only here is marked alike at both."""
    left = tuple(Piece(piece.text, Mark.NEW) if piece.mark is Mark.GONE else piece for piece in row.left)
    return AlignedRow(left, row.right)
