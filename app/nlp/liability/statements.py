"""Statements: what one rule says about some cases, and what a rule may refer to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.models.liability import Damage, Extent, Fault
from app.models.provisions import Evidence, Party
from app.nlp.liability.coverage import Box

# Exceptions for these hold whatever the fault; those for duties and heads of damage hold within the rule they except from.
ABSOLUTE = frozenset(
    {Damage.LIFE_BODY_HEALTH, Damage.GUARANTEE, Damage.FRAUDULENT_CONCEALMENT, Damage.PRODUCT_LIABILITY}
)


class Reach(StrEnum):
    """Which rules a statement lifts."""

    NONE = "none"
    NEAR = "near"  # those of the passage's own clause before it
    BACK = "back"  # all before it in the section
    FORWARD = "forward"  # all behind it in the section
    CLAUSES = "clauses"  # those of the clauses it names
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Statement:
    """One rule on some cases. `weak`: says that, not how far; `residual`: for what no other rule is about;
    `simple`: about simple agents only; `lifts`: clauses whose rules do not apply to these cases.
    """

    box: Box
    extent: Extent
    liable: Party | None
    evidence: tuple[Evidence, ...]
    clause: str
    span: tuple[int, int]
    weak: bool = False
    residual: bool = False
    simple: bool = False
    excepts: tuple[Box, ...] = ()
    reach: Reach = Reach.NONE
    lifts: frozenset[str] = frozenset()
    exception: bool = False
    implied: bool = False  # what `nur` leaves out without a word about it

    def covers(self, fault: Fault, damage: Damage) -> bool:
        """Whether the statement is about the case."""
        return self.box.covers(fault, damage) and not any(b.covers(fault, damage) for b in self.excepts)

    @property
    def restricts(self) -> bool:
        """Whether it limits or excludes."""
        return self.extent in (Extent.LIMITED, Extent.EXCLUDED)


@dataclass(frozen=True, slots=True)
class Context:
    """What a part may refer to: the statements before it in its clause and section."""

    liable: Party | None
    before: tuple[Statement, ...] = ()  # of the part before, in the same section
    in_clause: bool = False
    subject: bool = False  # heading or neighbours speak of liability
    headed: bool = False  # the heading does
    refers: frozenset[str] = frozenset()
    referred: tuple[Statement, ...] = ()
    ruled: bool = False  # the part before was a rule on liability
