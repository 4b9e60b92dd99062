"""Rules against the wordings beside them: what we would sign breaks no rule, what we would not sign breaks one.

The values are extracted from the wordings like from any document, so this also tells when a wording of ours is not
understood.
"""

from __future__ import annotations

from functools import cache

import pytest

from app import paths
from app.comparing.policy import check_rules
from app.library.loader import load
from app.library.model import Library, Position, PositionRank, ReferenceClause
from app.models.facts import DealFacts, Fact, GoverningLaw
from app.models.reading import Clause, Reading
from app.models.source import SourceDocument
from app.nlp.provisions import find_provisions

LIBRARY = load(paths.clause_library())
WITH_RULES = [clause for clause in LIBRARY.clauses if clause.rules]

CAUGHT = (
    "liability-customer-b2b.exclusion",
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


def facts_of(clause: ReferenceClause) -> DealFacts:
    """Facts under which the clause applies."""
    return DealFacts(
        perspective=Fact(clause.perspective),
        audience=Fact(next(iter(clause.audiences), None)),
        governing_law=Fact(GoverningLaw.DE),
        contract_kind=Fact(next(iter(clause.contract_kinds), None)),
    )


@cache
def broken(clause: ReferenceClause, position: Position) -> tuple[str, ...]:
    """The clause's own rules that the position breaks."""
    text = position.text
    source = SourceDocument("muster.txt", "", len(text), "text/plain", text, (), (), ())
    clauses = (Clause("c0001", "c0001", "", "", text, (), None, 1),)
    reading = Reading(source, clauses, find_provisions(clauses))
    library = Library("Probe", "", LIBRARY.types, (clause,))
    _, violations = check_rules(reading, library, facts_of(clause))
    return tuple(v.rule.id for v in violations if v.provision)


@pytest.mark.parametrize("clause", WITH_RULES, ids=lambda clause: clause.id)
def test_no_rule_objects_to_a_wording_that_we_would_sign(clause: ReferenceClause) -> None:
    for position in clause.positions:
        if position.rank is not PositionRank.UNACCEPTABLE:
            assert broken(clause, position) == (), position.text


@pytest.mark.parametrize("rule", CAUGHT)
def test_an_unacceptable_wording_breaks_the_rule_beside_it(rule: str) -> None:
    clause = next(c for c in WITH_RULES if c.id == rule.partition(".")[0])
    worst = [position for position in clause.positions if position.rank is PositionRank.UNACCEPTABLE]
    assert any(rule in broken(clause, position) for position in worst)
