"""Statements → cells: which rule holds in each case.

Strategy: rules lifted for the case are dropped; residual rules (`im Übrigen`) hold only where no other is left. A rule
on the kind of damage goes before one on the degree of fault, a narrower one before a wider one; of rules of equal
rank the stricter one stands and the others are quoted beside it. Essential duties are no kind of damage in this
respect: what is granted for a degree of fault is granted for them. Time is linear in the statements.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from app.models.liability import Damage, Extent, Fault, LiabilityCell
from app.models.provisions import Evidence
from app.nlp.liability.statements import Reach, Statement

MOST_QUOTES = 4  # places a cell quotes
MOST_KINDS = 4  # kinds of damage a rule on some kinds names; `direct damage` is nearly all of them
_SEVERITY = {Extent.UNLIMITED: 0, Extent.LIMITED: 1, Extent.EXCLUDED: 2}


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement with its order and section; `own`: of the service the matrix is about, not of the general part."""

    statement: Statement
    order: int
    section: str
    own: bool = True


@dataclass(slots=True)
class _Lifted:
    """Up to where rules are lifted for one case."""

    everywhere: int = -1
    sections: dict[str, int] = field(default_factory=dict)
    clauses: dict[str, int] = field(default_factory=dict)
    later: dict[str, int] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)

    def add(self, placed: Placed) -> None:
        s = placed.statement
        match s.reach:
            case Reach.ALL:
                self.everywhere = placed.order
            case Reach.BACK:
                self.sections[placed.section] = placed.order
            case Reach.NEAR:
                self.clauses[s.clause] = placed.order
            case Reach.FORWARD:
                self.later.setdefault(placed.section, placed.order)
            case Reach.CLAUSES:
                self.named |= s.lifts

    def lifts(self, placed: Placed) -> bool:
        s = placed.statement
        return (
            placed.order < self.everywhere
            or (self.everywhere >= 0 and not s.box.damages)
            or placed.order < self.sections.get(placed.section, -1)
            or placed.order < self.clauses.get(s.clause, -1)
            or placed.order > self.later.get(placed.section, placed.order)
            or s.clause in self.named
        )


def resolved(placed: Sequence[Placed], provisions: Callable[[Statement], tuple[str, ...]]) -> tuple[LiabilityCell, ...]:
    """All cells, fault by fault, each with the rules that decide it."""
    return tuple(_cell(placed, fault, damage, provisions) for fault in Fault for damage in Damage)


def _cell(
    placed: Sequence[Placed], fault: Fault, damage: Damage, provisions: Callable[[Statement], tuple[str, ...]]
) -> LiabilityCell:
    covering = [p for p in placed if p.statement.covers(fault, damage)]
    if not covering:
        return LiabilityCell(fault, damage, Extent.NOT_REGULATED)
    lifted = _Lifted()
    for p in covering:
        lifted.add(p)
    standing = [p for p in covering if not (p.statement.restricts and lifted.lifts(p))]
    dropped = [p.statement for p in covering if p.statement.restricts and lifted.lifts(p)]
    extent, deciding = _decided(standing, damage)
    return _quoted(LiabilityCell(fault, damage, extent), deciding, dropped, provisions)


def _decided(standing: list[Placed], damage: Damage) -> tuple[Extent, list[Statement]]:
    own = [p.statement for p in standing if p.own]
    rules = own or [p.statement for p in standing]
    agents = [s for s in rules if s.simple]
    whole = [s for s in rules if not s.simple]
    rules = [s for s in whole if not s.residual] or whole
    if not rules:
        return (Extent.LIMITED, agents) if agents else (Extent.NOT_REGULATED, [])
    rules = _without_duties(rules) if damage is Damage.ESSENTIAL_DUTIES else rules
    rules = _without_lump_sums(rules) if damage is Damage.DELAY else rules
    rules = _without_revived(_without_weak(rules))
    best = max(_rank(s) for s in rules)
    first = [s for s in rules if _rank(s) == best]
    extent = max((s.extent for s in first), key=_SEVERITY.__getitem__)
    deciding = sorted(first, key=lambda s: s.extent is not extent)
    if extent is not Extent.UNLIMITED:
        deciding += [s for s in rules if _rank(s) != best and _collides(s)]
        return extent, deciding
    worse = [s for s in agents if _rank(s)[0] >= best[0]]
    if worse or all(s.box.leading and s.exception for s in first):
        return Extent.LIMITED, [*worse, *deciding]
    return extent, deciding


def _rank(s: Statement) -> tuple[bool, int, bool]:
    return 0 < len(s.box.damages) <= MOST_KINDS, 3 - (len(s.box.faults) or 3), not s.implied


def _collides(s: Statement) -> bool:
    """A grant by degree of fault beside a restriction by kind of damage: both are quoted."""
    return s.extent is Extent.UNLIMITED and not s.weak and bool(s.box.faults)


def _without_duties(rules: list[Statement]) -> list[Statement]:
    granted = [s for s in rules if s.extent is Extent.UNLIMITED and s.box.faults and not s.box.leading]
    if not granted:
        return rules
    most = min(len(s.box.faults) for s in granted)
    return [s for s in rules if not (s.restricts and s.box.damages and len(s.box.faults or Fault) > most)]


def _without_lump_sums(rules: list[Statement]) -> list[Statement]:
    """A lump sum for delay that speaks of no fault says nothing of what is unlimited for intent elsewhere."""
    if not any(s.extent is Extent.UNLIMITED and s.box.faults and not s.weak for s in rules):
        return rules
    return [s for s in rules if s.extent is not Extent.LIMITED or s.box.faults]


def _without_revived(rules: list[Statement]) -> list[Statement]:
    """A limit on everything does not bring back what `haftet nur bei X` leaves out."""
    if not any(s.implied for s in rules):
        return rules
    return [s for s in rules if s.extent is not Extent.LIMITED or s.box.faults or s.box.damages]


def _without_weak(rules: list[Statement]) -> list[Statement]:
    """`haftet für X` says that, a limit on X says how far: together they limit X."""
    limits = [s for s in rules if s.extent is Extent.LIMITED]
    of_kind = next((s for s in limits if s.box.damages), None)
    of_fault = next((s for s in limits if not s.box.damages and s.box.faults), None)
    general = next((s for s in limits if not s.box.damages and not s.box.faults), None)
    return [_bounded(s, of_kind, of_fault, general) if s.weak else s for s in rules]


def _bounded(
    grant: Statement, of_kind: Statement | None, of_fault: Statement | None, general: Statement | None
) -> Statement:
    """The grant with the limit that says how far; an exception is not limited again by what it excepts from."""
    limit = (None if grant.exception else of_kind) or general or (of_fault if grant.box.faults else None)
    if limit is None:
        return grant
    return replace(grant, extent=Extent.LIMITED, weak=False, evidence=(*limit.evidence, *grant.evidence))


def _quoted(
    cell: LiabilityCell,
    deciding: Sequence[Statement],
    dropped: Sequence[Statement],
    provisions: Callable[[Statement], tuple[str, ...]],
) -> LiabilityCell:
    if cell.extent is Extent.NOT_REGULATED:
        return cell
    beside = dropped if any(s.exception for s in deciding) else ()
    quotes = [_role(e, s) for s in (*deciding[:MOST_QUOTES], *beside[:1]) for e in s.evidence]
    ids = [i for s in deciding if s.restricts for i in provisions(s)]
    return replace(cell, provisions=tuple(dict.fromkeys(ids)), evidence=tuple(dict.fromkeys(quotes)))


def _role(evidence: Evidence, statement: Statement) -> Evidence:
    return replace(evidence, part="carve_out" if statement.exception else "rule")
