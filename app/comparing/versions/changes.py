"""A group of clauses told as what became of it: kind, texts and hunks, number, figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz.distance import Indel

from app.comparing.versions.grouping import Group
from app.comparing.versions.meaning import Pointer, Sense, joined, norms, senses, substance
from app.comparing.versions.referring import References
from app.comparing.versions.texts import compared, figures
from app.comparing.versions.units import Unit, Version
from app.models.reading import Reading
from app.models.source import Span
from app.models.versions import ChangeKind, ClauseChange, FigureChange, ValueChange, pieces, text_of
from app.nlp.citations import Citation, find_citations
from app.nlp.quantities import Quantity, find_quantities


@dataclass(frozen=True)
class Teller:
    """What changes are told with: both versions, and what their references lead to."""

    old: Version
    new: Version
    old_references: References
    new_references: References

    def told(self, group: Group, *, moved: bool, values: tuple[ValueChange, ...]) -> ClauseChange:
        """The change of one group."""
        before, after = [self.old.units[a] for a in group.old], [self.new.units[b] for b in group.new]
        headed = joined(_headings(before)) != joined(_headings(after))
        left = _Side(self.old.reading, before, self.old_references, headed)
        right = _Side(self.new.reading, after, self.new_references, headed)
        found = compared(left.text, right.text, _believed(left, right), _believed(right, left))
        return ClauseChange(
            kind=_kind(before, after, found.kind),
            old=left.ids,
            new=right.ids,
            moved=moved,
            renumbered=_renumbered(before, after),
            similarity=_similarity(left.text, right.text),
            old_text=left.text,
            new_text=right.text,
            hunks=found.hunks,
            values=values,
            substantive=found.substantive,
            headed=headed,
            figures=tuple(_figures(left, right, values, found.redirected)) if before and after else (),
            redirected=found.redirected,
        )


class _Side:
    """One side of a group: its text and what the references in it lead to."""

    def __init__(self, reading: Reading, units: Sequence[Unit], references: References, headed: bool) -> None:
        self.reading = reading
        self.ids = tuple(unit.clause.id for unit in units)
        self.text = text_of(reading, self.ids, headed=headed)
        self.pieces = [p for p in pieces(reading, self.ids, headed=headed) if p.part == "text"]
        self.pointers = [
            replace(pointer, start=piece.start + pointer.start, end=piece.start + pointer.end)
            for piece in self.pieces
            for pointer in references.of(reading.by_id[piece.clause])
        ]

    @cached_property
    def senses(self) -> tuple[Sense, ...]:
        return senses(self.text)

    def places(self, provisions: Iterable[str | None]) -> list[Span]:
        """Where provisions stand in the text."""
        starts = {piece.clause: piece.start for piece in self.pieces}
        wanted = set(provisions)
        return [
            (starts[p.clause] + p.start, starts[p.clause] + p.end)
            for p in self.reading.provisions
            if p.id in wanted and p.clause in starts
        ]

    def numbers(self, stretch: Span) -> list[Sense]:
        """The numbers in a stretch, without those of citations."""
        cited = [(c.start, c.end) for c in self.citations]
        return [s for s in figures(self.senses, stretch) if not _inside(s, cited)]

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        return find_citations(self.text)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        return find_quantities(self.text)

    def whole(self, number: Sense) -> Span:
        """The quantity a number belongs to, else the number."""
        found = (q for q in self.quantities if q.start <= number.start and number.end <= q.end)
        return next(((q.start, q.end) for q in found), (number.start, number.end))


def _believed(side: _Side, other: _Side) -> list[Pointer]:
    """The references that are followed; all others are the words they are.

    Those the other side has as well: by another number, for the same clause, or by the same number, for whatever clause. One that may be a
    statute's counts only if another number leads to the same clause; two that lead to a clause that went and one that came read the
    same and say the same.
    """
    there = [(norms(other.text[p.start : p.end]), p) for p in other.pointers]

    def followed(pointer: Pointer) -> bool:
        own = norms(side.text[pointer.start : pointer.end])
        return any(_agree(pointer, mate, same_words=own == words) for words, mate in there)

    return [pointer for pointer in side.pointers if followed(pointer)]


def _agree(one: Pointer, two: Pointer, *, same_words: bool) -> bool:
    if one.target == two.target:
        return not same_words or (one.sure and two.sure)
    return same_words and one.sure and two.sure and not (one.alone and two.alone)


def _headings(units: Iterable[Unit]) -> list[Sense]:
    return [sense for unit in units for sense in senses(unit.clause.heading)]


def _kind(before: Sequence[Unit], after: Sequence[Unit], text: ChangeKind) -> ChangeKind:
    if not before or not after:
        return ChangeKind.REMOVED if before else ChangeKind.ADDED
    parts = sum(not unit.bare for unit in before), sum(not unit.bare for unit in after)
    if len(before) > 1 and parts[0] > 1:
        return ChangeKind.MERGED
    if len(after) > 1 and parts[1] > 1:
        return ChangeKind.SPLIT
    return text


def _renumbered(before: Sequence[Unit], after: Sequence[Unit]) -> bool:
    a = next((unit.number for unit in before if unit.number), ())
    b = next((unit.number for unit in after if unit.number), ())
    if not a or not b:
        return False
    return a != b if len(a) == len(b) else a[-1] != b[-1]


def _similarity(old: str, new: str) -> float:
    return round(Indel.normalized_similarity(norms(old), norms(new)), 4) if old and new else float(old == new)


def _figures(
    left: _Side, right: _Side, values: Iterable[ValueChange], redirected: Sequence[Span]
) -> list[FigureChange]:
    """Numbers that replace others and are in no pair of provisions; a number said twice (`9 (neun)`) is told once."""
    pairs = [value for value in values if value.old and value.new]
    told_old, told_new = left.places(v.old for v in pairs), right.places(v.new for v in pairs)
    found: dict[tuple[Span, Span], FigureChange] = {}
    for old, new in substance(left.senses, right.senses):
        before, after = left.numbers(old), right.numbers(new)
        if new in redirected or len(before) != len(after):
            continue
        for x, y in zip(before, after, strict=True):
            if x.norm != y.norm and not (_inside(x, told_old) and _inside(y, told_new)):
                change = FigureChange(left.whole(x), right.whole(y))
                found.setdefault((change.old, change.new), change)
    return _once(list(found.values()), left.text, right.text)


def _once(changes: Sequence[FigureChange], old: str, new: str) -> list[FigureChange]:
    """Without a number that only says again what the one before it says."""
    said = [(norms(old[slice(*c.old)])[:1], norms(new[slice(*c.new)])[:1]) for c in changes]
    return [change for n, change in enumerate(changes) if n == 0 or said[n] != said[n - 1]]


def _inside(sense: Sense, spans: Iterable[Span]) -> bool:
    return any(start <= sense.start < end for start, end in spans)
