"""The shipped rule pack: it can be read, and every test sentence of every rule comes out as the rule says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from app import paths
from app.comparing.statutory import check_statutes
from app.importing.options import ReadOptions
from app.library.loader import load
from app.library.phrases import compiled
from app.library.problems import Problems
from app.library.rulepack import load_rules
from app.library.statutes import RulePack, RuleTest, StatutoryRule, WordsTrigger
from app.models.analysis import Finding
from app.models.facts import Audience, ContractKind, DealFacts, Fact, FactSource, GoverningLaw, Perspective, UserOfTerms
from app.pipeline.facts import assumed
from app.pipeline.stages import read, understand

TODAY = date(2026, 11, 22)
KINDS = {
    "perspective": Perspective,
    "user_of_terms": UserOfTerms,
    "audience": Audience,
    "governing_law": GoverningLaw,
    "contract_kind": ContractKind,
}


@cache
def pack() -> RulePack:
    problems = Problems()
    types = frozenset(t.id for t in load(paths.clause_library()).types)
    rules = load_rules(paths.clause_library() / "rules", types, problems)
    problems.raise_if_any()
    return rules


def cases() -> list[tuple[StatutoryRule, RuleTest]]:
    return [(rule, test) for rule in pack().rules for test in rule.tests]


def case_id(case: object) -> str:
    match case:
        case StatutoryRule():
            return case.id
        case RuleTest():
            return f"{'hit' if case.hit else 'no'}: {case.text[:60]}"
    return ""


def facts_of(test: RuleTest) -> DealFacts:
    facts = assumed(TODAY)
    for name, word in test.facts:
        value = date.fromisoformat(word) if name in ("contract_date", "as_of") else KINDS[name](word)
        facts = replace(facts, **{name: Fact(value, FactSource.USER)})
    return facts


def findings_in(text: str, heading: str, facts: DealFacts, rules: RulePack) -> list[Finding]:
    document = f"§ 1 {heading}\n{text}\n" if heading else f"§ 1 Regelung\n{text}\n"
    reading = understand(read(document.encode(), "probe.txt", ReadOptions()))
    return check_statutes(reading, rules, facts)[1]


@pytest.mark.parametrize(("rule", "test"), cases(), ids=case_id)
def test_a_rules_own_sentences_come_out_as_it_says(rule: StatutoryRule, test: RuleTest) -> None:
    alone = RulePack("", "", (rule,))
    found = findings_in(test.text, test.heading, facts_of(test), alone)
    assert bool(found) is test.hit


@pytest.mark.parametrize("rule", pack().rules, ids=case_id)
def test_a_rule_has_sentences_that_hit_and_sentences_that_do_not(rule: StatutoryRule) -> None:
    assert len([t for t in rule.tests if t.hit]) >= 2
    assert len([t for t in rule.tests if not t.hit]) >= 2


@pytest.mark.parametrize("rule", pack().rules, ids=case_id)
def test_every_phrase_follows_the_grammar(rule: StatutoryRule) -> None:
    for trigger in rule.triggers:
        if isinstance(trigger, WordsTrigger):
            for phrase in (*trigger.all, *trigger.any, *trigger.none, *trigger.unless_clause, *trigger.unless_section):
                compiled(phrase)
    for phrase in rule.unless_document:
        compiled(phrase)


@pytest.mark.parametrize("rule", pack().rules, ids=case_id)
def test_a_hint_names_a_norm_and_passes_no_verdict(rule: StatutoryRule) -> None:
    told = rule.explanation
    assert rule.norm
    assert rule.sources
    for sentence in (told.theirs_de, told.ours_de):
        assert " ist unwirksam" not in sentence
        assert " ist nichtig" not in sentence
