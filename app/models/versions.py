"""Two versions of the same terms compared, clause by clause.

Every clause of either side stands in exactly one `ClauseChange`, so the counts add up; what is in no clause is compared as text.
A change may name two clauses on one side and be neither split nor merged: where a heading stands over its only paragraph here and is
one clause with it there, they are told as the one clause they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.models.analysis import Analysis, DiffHunk, Finding
from app.models.provisions import ProvisionKind
from app.models.reading import Reading
from app.models.source import Span


class ChangeKind(StrEnum):
    """What became of a clause. Trivial: spelling, punctuation, spaces, numbers of clauses it refers to; nothing of substance."""

    UNCHANGED = "unchanged"
    TRIVIAL = "trivial"
    CHANGED = "changed"
    SPLIT = "split"
    MERGED = "merged"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value that is another now, came (`old` None) or went (`new` None): ids of provisions in their analysis.

    `parts`: names of the value's fields that differ ("duration", "amount", "to", …), empty where it came or went.
    """

    kind: ProvisionKind
    old: str | None
    new: str | None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A number that is another now and belongs to no provision: spans of `old_text` and `new_text`."""

    old: Span
    new: Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A part ("heading" or "text") of a clause that stands at `[start, end)` of a change's text."""

    clause: str
    part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """One clause or what was split off or merged, in both versions: ids of clauses, in reading order.

    `old_text`, `new_text`: what `hunks` compare (own texts joined by a line end; `headed`: headings too, before their text,
    because they differ). `substantive`: which hunks are of substance, by index; the others are trivial. `redirected`: spans of
    `new_text`, references that read as before and lead to another clause now. `values` are provisions, `figures` other numbers.
    `moved`: it stands elsewhere among those that stayed, not counting what it stands in; `renumbered`: another label.
    `similarity` 0..1 of the words.
    """

    kind: ChangeKind
    old: tuple[str, ...]
    new: tuple[str, ...]
    moved: bool = False
    renumbered: bool = False
    similarity: float = 1.0
    old_text: str = ""
    new_text: str = ""
    hunks: tuple[DiffHunk, ...] = ()
    values: tuple[ValueChange, ...] = ()
    substantive: tuple[int, ...] = ()
    headed: bool = False
    figures: tuple[FigureChange, ...] = ()
    redirected: tuple[Span, ...] = ()

    @property
    def of_substance(self) -> bool:
        """Whether anything but place, number and trivia is another now; a clause split in its own words is not."""
        return bool(self.substantive or self.values or not (self.old and self.new))


@dataclass(frozen=True, slots=True)
class OutsideChange:
    """Text in no clause (titles, preambles, surroundings): spans of either canonical text; one is empty where it came or went.

    The texts at the spans joined by a line end are what `hunks` compare.
    """

    old: tuple[Span, ...]
    new: tuple[Span, ...]
    hunks: tuple[DiffHunk, ...] = ()
    kind: ChangeKind = ChangeKind.CHANGED
    old_text: str = ""
    new_text: str = ""
    substantive: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RiskChange:
    """What the library and the rules say now and did not say before: findings of the old and of the new analysis. `otherwise`: as grave
    as before, of another value.
    """

    appeared: tuple[Finding, ...] = ()
    vanished: tuple[Finding, ...] = ()
    graver: tuple[tuple[Finding, Finding], ...] = ()
    lighter: tuple[tuple[Finding, Finding], ...] = ()
    otherwise: tuple[tuple[Finding, Finding], ...] = ()


@dataclass(frozen=True)
class VersionComparison:
    """`changes` in the reading order of the new version, what was removed where it stood; `outside`: all text in no clause, changed or not."""

    old: Analysis
    new: Analysis
    changes: tuple[ClauseChange, ...]
    outside: tuple[OutsideChange, ...] = ()
    risk: RiskChange = RiskChange()

    @property
    def counts(self) -> Counter[ChangeKind]:
        """How many changes there are of each kind."""
        return Counter(change.kind for change in self.changes)

    @property
    def adds_up(self) -> bool:
        """Whether every clause of both versions is in exactly one change, and every character in a clause or outside of all."""
        return self._clauses_add_up and not any(self.unaccounted)

    @property
    def unaccounted(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Text of the old and the new version, white space apart, that is in no clause and not told of outside of them."""
        return (
            _uncovered(self.old.reading, [span for change in self.outside for span in change.old]),
            _uncovered(self.new.reading, [span for change in self.outside for span in change.new]),
        )

    @property
    def _clauses_add_up(self) -> bool:
        old = Counter(clause for change in self.changes for clause in change.old)
        new = Counter(clause for change in self.changes for clause in change.new)
        return old == Counter(c.id for c in self.old.reading.clauses) and new == Counter(
            c.id for c in self.new.reading.clauses
        )


def _uncovered(reading: Reading, outside: Iterable[Span]) -> tuple[Span, ...]:
    text, at = reading.source.text, 0
    found: list[Span] = []
    spans = sorted([*outside, *(span for clause in reading.clauses for span in clause.spans)])
    for start, end in [*spans, (len(text), len(text))]:
        if text[at:start].strip():
            found.append((at, start))
        at = max(at, end)
    return tuple(found)


def pieces(reading: Reading, clauses: Iterable[str], *, headed: bool) -> tuple[Piece, ...]:
    """Where heading and text of each clause stand in the text of a change; parts without a character are left out."""
    found: list[Piece] = []
    at = 0
    for clause in clauses:
        parts = {"heading": reading.by_id[clause].heading if headed else "", "text": reading.by_id[clause].text}
        for part, text in parts.items():
            if text:
                found.append(Piece(clause, part, at, at + len(text)))
                at += len(text) + 1
    return tuple(found)


def text_of(reading: Reading, clauses: Iterable[str], *, headed: bool) -> str:
    """The text of a change on one side."""
    found = pieces(reading, clauses, headed=headed)
    return "\n".join(getattr(reading.by_id[piece.clause], piece.part) for piece in found)


def places(reading: Reading, clauses: Iterable[str], span: Span, *, headed: bool) -> tuple[Span, ...]:
    """The canonical spans of a stretch of a change's text, for marking a hunk in its document."""
    found: list[Span] = []
    for piece in pieces(reading, clauses, headed=headed):
        start, end = max(span[0], piece.start) - piece.start, min(span[1], piece.end) - piece.start
        clause = reading.by_id[piece.clause]
        if start < end:
            found += clause.canonical(start, end) if piece.part == "text" else clause.heading_spans
    return tuple(found)
