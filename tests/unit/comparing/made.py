"""Readings and libraries in a line: what the comparison is tested on."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from app.library.model import (
    Comparator,
    Library,
    Position,
    PositionRank,
    ReferenceClause,
    Rule,
    RuleValue,
    Silence,
    Status,
)
from app.models.analysis import Severity
from app.models.facts import Audience, ContractKind, DealFacts, GoverningLaw, Perspective
from app.models.provisions import Party, Provision, ProvisionKind, ProvisionValue
from app.models.reading import Clause, Reading
from app.models.source import SourceDocument
from app.pipeline.facts import assumed

FACTS: DealFacts = assumed(date(2026, 11, 22))


# Enough for a set of terms in which something can be missing.
SUBJECTS = ("prices", "services", "cooperation", "delivery", "set_off", "severability")


def reading(
    *texts: str,
    types: Sequence[str | None] = (),
    unread: tuple[int, ...] = (),
    subjects: tuple[str, ...] = SUBJECTS,
) -> Reading:
    """A reading whose clauses are numbered 1., 2., … and hold `texts`; their type is `scope` unless it is given."""
    text, spans = "\n".join(texts), []
    at = 0
    for own in texts:
        spans.append((at, at + len(own)))
        at += len(own) + 1
    clauses = tuple(
        Clause(
            id=f"c{n:04d}",
            anchor=hashlib.sha256(f"{n}{own}".encode()).hexdigest()[:16],
            label=f"{n}.",
            heading="",
            text=own,
            path=(f"{n}.",),
            parent=None,
            level=0,
            body_spans=(span,),
            page=1,
            type=types[n - 1] if n <= len(types) else "scope",
            subjects=subjects,
        )
        for n, (own, span) in enumerate(zip(texts, spans, strict=True), start=1)
    )
    source = SourceDocument("muster.txt", "0" * 64, len(text), "text/plain", text, (), (), (), unread_pages=unread)
    return Reading(source, clauses)


def with_values(read: Reading, *values: tuple[ProvisionKind, ProvisionValue]) -> Reading:
    """`read` with one provision for each value, all resting on the whole first clause."""
    clause = read.clauses[0]
    found = tuple(
        Provision(f"p{n:04d}", kind, clause.id, 0, len(clause.text), clause.text, value, "made", 1.0)
        for n, (kind, value) in enumerate(values, start=1)
    )
    return Reading(read.source, read.clauses, found)


def rule(
    kind: ProvisionKind,
    field: str,
    comparison: Comparator,
    value: RuleValue = None,
    *,
    obliged: Party | None = None,
    where: tuple[tuple[str, tuple[str, ...]], ...] = (),
    id_: str = "r1",
) -> Rule:
    return Rule(id_, kind, field, comparison, value, Severity.HIGH, "value_above_limit", obliged, where)


def reference(
    *rules: Rule,
    id_: str = "ref",
    type_: str = "termination",
    perspective: Perspective = Perspective.CUSTOMER,
    audiences: tuple[Audience, ...] = (Audience.B2B,),
    kinds: tuple[ContractKind, ...] = (),
    laws: tuple[GoverningLaw, ...] = (),
    required: bool = False,
    silence: Silence | None = None,
    status: Status = Status.APPROVED,
    positions: tuple[str, ...] = ("Der Vertrag kann mit einer Frist von drei Monaten gekündigt werden.",),
) -> ReferenceClause:
    return ReferenceClause(
        id_,
        "Referenz",
        type_,
        perspective,
        audiences,
        kinds,
        laws,
        "de",
        required,
        silence,
        tuple(
            Position(PositionRank.PREFERRED if n == 0 else PositionRank.FALLBACK, p) for n, p in enumerate(positions)
        ),
        rules,
        "",
        (),
        1,
        status,
    )


def library(*references: ReferenceClause) -> Library:
    return Library("Muster", "0" * 64, (), tuple(sorted(references, key=lambda r: r.id)))
