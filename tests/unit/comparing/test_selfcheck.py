"""The starter library against the rule pack: what we want passes without a hint, what we never sign is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from app import paths
from app.comparing.statutory import check_statutes
from app.importing.options import ReadOptions
from app.library.loader import load
from app.library.model import Library, Position, PositionRank, ReferenceClause
from app.models.analysis import Analysis, FindingKind
from app.models.facts import Audience, DealFacts, Fact, FactSource, GoverningLaw, Perspective, UserOfTerms
from app.models.reading import Reading
from app.pipeline.facts import assumed
from app.pipeline.stages import evaluate, read, understand

TODAY = date(2026, 11, 22)
Case = tuple[ReferenceClause, Audience, Position]

# Positions that bring a hint although they are ours to use: what the liability matrix does not read yet.
HINTED = {
    "delay-supplier-b2b fallback": "rights 'only for intent or gross negligence' are read as an exclusion of these",
    "liability-supplier-b2b-data-loss preferred": "the effort of restoring data is read as a limit for persons",
    "liability-supplier-b2b-data-loss fallback": "the limit for data is read as one for persons",
    "liability-supplier-b2b-recurring-fee preferred": "'bleiben ausgenommen' is not read as a carve-out",
}
# Positions that no rule of the pack is about, towards consumers.
NO_LAW = {
    "applicable-law-customer": "a law that moves with the supplier's seat: no rule on intransparency",
    "applicable-law-supplier": "an unusual law burdens us, not the consumer",
    "severability-supplier": "that the whole contract falls burdens us",
    "term-customer-b2c-rental": "§ 309 Nr. 9 BGB is not for rental",
    "term-supplier-b2c-rental": "§ 309 Nr. 9 BGB is not for rental",
    "termination-customer-b2c-rental": "§ 309 Nr. 9 BGB is not for rental",
    "termination-supplier-b2c-rental": "§ 309 Nr. 9 BGB is not for rental",
    "termination-customer-b2c-supplier": "no rule on notice by the supplier",
    "termination-supplier-b2c-own": "no rule on notice by the supplier",
}


@cache
def library() -> Library:
    return load(paths.clause_library())


def cases(*ranks: PositionRank) -> list[Case]:
    """Every position that applies under German law, for each audience."""
    german = [c for c in library().clauses if not c.laws or GoverningLaw.DE in c.laws]
    audiences = [(c, audience) for c in german for audience in c.audiences or tuple(Audience)]
    return [(c, audience, p) for c, audience in audiences for p in c.positions if p.rank in ranks]


def case_id(case: Case) -> str:
    clause, audience, position = case
    return f"{clause.id} {audience} {position.rank} {clause.positions.index(position)}"


def facts_of(clause: ReferenceClause, audience: Audience, terms: UserOfTerms) -> DealFacts:
    kind = clause.contract_kinds[0] if clause.contract_kinds else None
    return replace(
        assumed(TODAY),
        perspective=Fact(clause.perspective, FactSource.USER),
        user_of_terms=Fact(terms, FactSource.USER),
        audience=Fact(audience, FactSource.USER),
        contract_kind=Fact(kind, FactSource.USER) if kind else Fact(),
    )


def terms_with(clause: ReferenceClause, position: Position) -> Reading:
    document = f"§ 1 {clause.title}\n{position.text}\n"
    return understand(read(document.encode(), "probe.txt", ReadOptions()))


def refused(case: Case) -> tuple[Reading, DealFacts]:
    """Terms of the other side with what we never sign; towards consumers, our own terms with what they must not say."""
    clause, audience, position = case
    own = clause.perspective is Perspective.SUPPLIER and audience is Audience.B2C
    terms = UserOfTerms.OURS if own else UserOfTerms.THEIRS
    return terms_with(clause, position), facts_of(clause, audience, terms)


@pytest.mark.parametrize("case", cases(PositionRank.PREFERRED, PositionRank.FALLBACK), ids=case_id)
def test_what_we_want_passes_the_rule_pack_without_a_hint(case: Case) -> None:
    clause, audience, position = case
    ours = clause.perspective is Perspective.SUPPLIER  # a customer reads it in the supplier's terms
    facts = facts_of(clause, audience, UserOfTerms.OURS if ours else UserOfTerms.THEIRS)
    rules = library().rules
    assert rules is not None
    found = [f.rule for f in check_statutes(terms_with(clause, position), rules, facts)[1]]
    assert not found or f"{clause.id} {position.rank}" in HINTED


def hints(analysis: Analysis, clause: ReferenceClause) -> list[str]:
    """What is told of the terms by the law or by the reference itself."""
    told = [f for f in analysis.findings if f.kind in (FindingKind.STATUTORY, FindingKind.DEVIATION)]
    return [f.code for f in told if f.kind is FindingKind.STATUTORY or f.reference == clause.id]


@pytest.mark.parametrize("case", cases(PositionRank.UNACCEPTABLE), ids=case_id)
def test_what_we_never_sign_is_told_by_its_reference_or_by_the_law(case: Case) -> None:
    reading, facts = refused(case)
    assert hints(evaluate(reading, library(), facts), case[0])


@pytest.mark.parametrize("case", [c for c in cases(PositionRank.UNACCEPTABLE) if c[1] is Audience.B2C], ids=case_id)
def test_what_nobody_may_ask_of_a_consumer_is_a_hint_of_the_law(case: Case) -> None:
    reading, facts = refused(case)
    rules = library().rules
    assert rules is not None
    assert bool(check_statutes(reading, rules, facts)[1]) is (case[0].id not in NO_LAW)
