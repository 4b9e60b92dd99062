"""Rules against our wordings: what we would sign breaks no rule of its cell, what we would not sign breaks one.

A cell is a perspective towards an audience; a wording is tried under every kind of contract its clause is for. The values are extracted from the wordings like from any document, so this also tells when a wording of ours is not
understood.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from app import paths
from app.comparing.policy import Violation, check_rules
from app.library.loader import load
from app.library.model import Position, PositionRank, ReferenceClause
from app.models.analysis import Severity
from app.models.facts import Audience, ContractKind, DealFacts, Fact, GoverningLaw, Perspective
from app.models.reading import Clause, Reading
from app.models.source import SourceDocument
from app.nlp.liability import liability_matrices
from app.nlp.provisions import find_provisions

LIBRARY = load(paths.clause_library())
WITH_RULES = [clause for clause in LIBRARY.clauses if clause.rules]
ASKS_TO_LOOK = {"objection-supplier-b2c-invoice.deemed", "acceptance-supplier-b2c.deemed"}
"""Rules that cannot see what makes a wording good (a promised notice) and only ask a reader to look."""

CAUGHT = (
    "liability-customer-b2b.carve-outs",
    "liability-customer-b2b-order-value.basis",
    "liability-customer-b2c-fixed-sum.basis",
    "delay-customer-b2c.percentage",
    "termination-supplier-b2c-customer.duration",
    "objection-customer-b2b-invoice.duration",
    "objection-customer-b2b-invoice.deemed",
    "objection-customer-b2b-timesheet.duration",
    "objection-customer-b2c-invoice.duration",
    "notice-of-defects-customer-b2b.duration",
    "notice-of-defects-supplier-b2c.forbidden",
    "change-of-terms-customer-b2b.duration",
    "change-of-terms-customer-b2b.deemed",
    "acceptance-customer-b2b.duration",
    "payment-supplier-b2b.duration",
    "term-customer-b2b.term",
    "warranty-customer-b2c.limitation",
)


def read(text: str) -> Reading:
    source = SourceDocument("muster.txt", "", len(text), "text/plain", text, (), (), ())
    clauses = (Clause("c0001", "c0001", "", "", text, (), None, 1),)
    provisions = find_provisions(clauses)
    return Reading(source, clauses, provisions, liability=liability_matrices(clauses, provisions))


@cache
def reading_of(position: Position) -> Reading:
    return read(position.text)


def cells_of(clause: ReferenceClause) -> Iterator[DealFacts]:
    """Facts under which the clause applies: every audience and kind of contract it is for."""
    for audience in clause.audiences or tuple(Audience):
        for kind in clause.contract_kinds or tuple(ContractKind):
            yield facts(clause.perspective, audience, kind)


def facts(perspective: Perspective, audience: Audience, kind: ContractKind, value: float | None = None) -> DealFacts:
    return DealFacts(
        perspective=Fact(perspective),
        audience=Fact(audience),
        governing_law=Fact(GoverningLaw.DE),
        contract_kind=Fact(kind),
        contract_value=Fact(value),
        annual_fee=Fact(value),
    )


def violations(clause: ReferenceClause, position: Position) -> list[Violation]:
    """All rules of the clause's cells that the position breaks."""
    found: list[Violation] = []
    for cell in cells_of(clause):
        found.extend(v for v in check_rules(reading_of(position), LIBRARY, cell)[1] if v.provision)
    return found


def signed() -> list[object]:
    return [
        pytest.param(clause, position, id=f"{clause.id}-{position.rank.value}")
        for clause in LIBRARY.clauses
        for position in clause.positions
        if position.rank is not PositionRank.UNACCEPTABLE and reading_of(position).provisions
    ]


@pytest.mark.parametrize(("clause", "position"), signed())
def test_no_rule_of_its_cell_objects_to_a_wording_that_we_would_sign(
    clause: ReferenceClause, position: Position
) -> None:
    broken = {v.rule.id for v in violations(clause, position) if v.rule.severity in (Severity.HIGH, Severity.MEDIUM)}
    own = {v.rule.id for v in violations(clause, position) if v.reference == clause} - ASKS_TO_LOOK
    assert broken | own == set(), position.text


def refused() -> list[object]:
    return [
        pytest.param(clause, position, id=clause.id)
        for clause in LIBRARY.clauses
        for position in clause.positions
        if position.rank is PositionRank.UNACCEPTABLE and reading_of(position).provisions
    ]


@pytest.mark.parametrize(("clause", "position"), refused())
def test_an_unacceptable_wording_with_a_value_breaks_a_rule_of_each_of_its_cells(
    clause: ReferenceClause, position: Position
) -> None:
    for cell in cells_of(clause):
        assert any(v.provision for v in check_rules(reading_of(position), LIBRARY, cell)[1]), (position.text, cell)


@pytest.mark.parametrize("rule", CAUGHT)
def test_an_unacceptable_wording_breaks_the_rule_beside_it(rule: str) -> None:
    clause = next(c for c in WITH_RULES if c.id == rule.partition(".")[0])
    worst = [position for position in clause.positions if position.rank is PositionRank.UNACCEPTABLE]
    assert any(rule in {v.rule.id for v in violations(clause, position)} for position in worst)
