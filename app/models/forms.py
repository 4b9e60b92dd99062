"""Two companies' terms beside each other, subject by subject: where they agree, where they collide, where only one side speaks.

Which of them become part of a contract is for a lawyer to say; the program shows what stands on either side, and the statutory
rule that would fill a gap, as a hint.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.models.analysis import Analysis
from app.models.facts import Audience, ContractKind
from app.models.liability import Damage, Extent, Fault
from app.models.provisions import Evidence, Party, ProvisionKind


class Meeting(StrEnum):
    """How the terms meet on a subject. Differ: both speak of it in other words, and no value tells whether they collide."""

    COLLIDE = "collide"
    DIFFER = "differ"
    ONLY_OURS = "only_ours"
    ONLY_THEIRS = "only_theirs"
    AGREE = "agree"


@dataclass(frozen=True, slots=True)
class MeetingPoint:
    """Two values of one kind beside each other: ids of provisions in their analysis, None where one side says nothing."""

    kind: ProvisionKind
    ours: str | None
    theirs: str | None
    meeting: Meeting


@dataclass(frozen=True, slots=True)
class CellMeeting:
    """A case of liability that both sides regulate, and not alike; `ours`, `theirs`: the words they rest on."""

    liable: Party | None
    fault: Fault
    damage: Damage
    our_extent: Extent
    their_extent: Extent
    ours: tuple[Evidence, ...] = ()
    theirs: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class DefaultRule:
    """What the law says where terms cancel each other out or say nothing: a sentence in both languages, norms, day and source.

    `subject`: a clause type, or "" for the rule on colliding terms as such. Empty `audiences` or `contract_kinds`: no restriction.
    `status` is "review": looked up in no official source, a lawyer must confirm it.
    """

    id: str
    subject: str
    de: str
    en: str
    norms: tuple[str, ...]
    as_of: date
    source_de: str
    source_en: str
    status: str
    audiences: tuple[Audience, ...] = ()
    contract_kinds: tuple[ContractKind, ...] = ()


@dataclass(frozen=True, slots=True)
class SubjectMeeting:
    """A subject (clause type) with the clauses that speak of it on either side, as ids; `similarity` of their words, 0..1.

    `gap`: ids of the default rules that would fill it; empty where none is known or none is needed.
    """

    subject: str
    meeting: Meeting
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    points: tuple[MeetingPoint, ...] = ()
    cells: tuple[CellMeeting, ...] = ()
    similarity: float = 0.0
    gap: tuple[str, ...] = ()


@dataclass(frozen=True)
class FormsComparison:
    """Subjects by how they meet, collisions first; `left_out`: ids of clauses with a text but on no known subject, ours and theirs.

    `defence`: sentences in which a side refuses terms of the other (Abwehrklausel), ours and theirs. `rules`: by their ids.
    """

    ours: Analysis
    theirs: Analysis
    subjects: tuple[SubjectMeeting, ...]
    left_out: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    defence: tuple[tuple[Evidence, ...], tuple[Evidence, ...]] = ((), ())
    rules: tuple[DefaultRule, ...] = ()

    @property
    def counts(self) -> Counter[Meeting]:
        """How many subjects meet in each way."""
        return Counter(meeting.meeting for meeting in self.subjects)

    @property
    def adds_up(self) -> bool:
        """Whether every clause with a text stands on some subject or among those left out."""
        sides = ((self.ours, 0), (self.theirs, 1))
        return all(self._listed(side) == {c.id for c in of.reading.clauses if c.text} for of, side in sides)

    def _listed(self, side: int) -> set[str]:
        spoken = (meeting.theirs if side else meeting.ours for meeting in self.subjects)
        return {clause for clauses in spoken for clause in clauses} | set(self.left_out[side])
