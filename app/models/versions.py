"""Two versions of the same terms compared, clause by clause.

Every clause of either side stands in exactly one `ClauseChange`, so the counts add up; what is in no clause is compared as text.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from app.models.analysis import Analysis, DiffHunk, Finding
from app.models.provisions import ProvisionKind
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
class ClauseChange:
    """One clause or what was split off or merged, in both versions: ids of clauses, in reading order.

    `old_text`, `new_text`: what `hunks` compare (own texts joined by a line end, headings first where they differ).
    `moved`: it stands elsewhere among those that stayed; `renumbered`: another label. `similarity` 0..1 of the words.
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


@dataclass(frozen=True, slots=True)
class OutsideChange:
    """Text in no clause (preambles, surroundings, what was not analysed): spans of either canonical text; one is empty where it came or went."""

    old: tuple[Span, ...]
    new: tuple[Span, ...]
    hunks: tuple[DiffHunk, ...] = ()


@dataclass(frozen=True, slots=True)
class RiskChange:
    """What the library and the rules say now and did not say before: findings of the old and of the new analysis."""

    appeared: tuple[Finding, ...] = ()
    vanished: tuple[Finding, ...] = ()
    graver: tuple[tuple[Finding, Finding], ...] = ()
    lighter: tuple[tuple[Finding, Finding], ...] = ()


@dataclass(frozen=True)
class VersionComparison:
    """`changes` in the reading order of the new version, what was removed where it stood; `outside`: text in no clause that differs."""

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
        """Whether every clause of both versions is in exactly one change."""
        old = Counter(clause for change in self.changes for clause in change.old)
        new = Counter(clause for change in self.changes for clause in change.new)
        return old == Counter(c.id for c in self.old.reading.clauses) and new == Counter(
            c.id for c in self.new.reading.clauses
        )
