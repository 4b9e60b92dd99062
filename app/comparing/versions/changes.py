"""A group of clauses told as what became of it: kind, texts and hunks, number, figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from app.comparing.versions.grouping import Group
from app.comparing.versions.meaning import Pointer, Sense, joined, norms, senses, substance
from app.comparing.versions.referring import References
from app.comparing.versions.texts import compared, figures
from app.comparing.versions.units import Unit, Version
from app.models.reading import Reading
from app.models.source import Span
from app.models.versions import ChangeKind, ClauseChange, FigureChange, ValueChange, pieces, text_of
from app.nlp.citations import find_citations


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
        found = compared(left.text, right.text, left.pointers, right.pointers)
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
            figures=tuple(_figures(left, right, found.redirected)) if before and after else (),
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
            Pointer(piece.start + pointer.start, piece.start + pointer.end, pointer.target)
            for piece in self.pieces
            for pointer in references.of(reading.by_id[piece.clause])
        ]

    @property
    def senses(self) -> tuple[Sense, ...]:
        return senses(self.text, self.pointers)

    @property
    def told_apart(self) -> list[Span]:
        """Where provisions stand, whose values are told by themselves, and citations, whose numbers are no quantities."""
        starts = {piece.clause: piece.start for piece in self.pieces}
        found = [
            (starts[p.clause] + p.start, starts[p.clause] + p.end)
            for p in self.reading.provisions
            if p.clause in starts
        ]
        return found + [(c.start, c.end) for c in find_citations(self.text)]


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


def _figures(left: _Side, right: _Side, redirected: Sequence[Span]) -> Iterator[FigureChange]:
    """Numbers that replace others outside of provisions; a number said twice (`9 (neun)`) is told once."""
    a, b = left.senses, right.senses
    told_old, told_new = left.told_apart, right.told_apart
    for old, new in substance(a, b):
        before = [s for s in figures(a, old) if not _inside(s, told_old)]
        after = [s for s in figures(b, new) if not _inside(s, told_new)]
        if new in redirected or len(before) != len(after):
            continue
        last = ("", "")
        for x, y in zip(before, after, strict=True):
            if x.norm != y.norm and (x.norm, y.norm) != last:
                last = (x.norm, y.norm)
                yield FigureChange((x.start, x.end), (y.start, y.end))


def _inside(sense: Sense, spans: Iterable[Span]) -> bool:
    return any(start <= sense.start < end for start, end in spans)
