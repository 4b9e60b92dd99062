"""Findings on the same words are one, and one rule broken all over a section is one."""

from __future__ import annotations

from dataclasses import replace

from app.comparing.joining import joined
from app.models.analysis import Finding, FindingKind, Limit, Severity
from app.models.provisions import Evidence
from tests.unit.comparing.made import reading

READ = reading("Haftung.", "Eins.", "Zwei.", "Drei.")
HOME = READ.clauses[0].id
READ = replace(READ, clauses=(READ.clauses[0], *(replace(c, parent=HOME) for c in READ.clauses[1:3]), READ.clauses[3]))


def statutory(rule: str, severity: Severity, *places: Evidence) -> Finding:
    clauses = tuple(place.clause for place in places)
    return Finding(
        "", rule, FindingKind.STATUTORY, severity, "statutory", clauses=clauses, evidence=places, rule=rule,
        legal_basis=(rule,),
    )  # fmt: skip


def carve_outs(clause: str, found: str, provision: str) -> Finding:
    limit = Limit("r", "carve_outs", found, "at_least", "intent")
    return Finding(
        "", clause, FindingKind.DEVIATION, Severity.HIGH, "missing_carve_outs", clauses=(clause,),
        provisions=(provision,), rule="r", reference="ref", limit=limit,
    )  # fmt: skip


def test_statutory_rules_on_the_same_words_are_one_with_all_norms() -> None:
    here, there = Evidence("c0002", 0, 4, "wording"), Evidence("c0003", 0, 4, "wording")
    low, high = statutory("§ 2", Severity.LOW, here), statutory("§ 1", Severity.HIGH, here)
    first, second = joined([low, high, statutory("§ 3", Severity.LOW, there)], READ)
    assert (first.rule, first.legal_basis, [f.rule for f in first.also]) == ("§ 1", ("§ 1", "§ 2"), ["§ 2"])
    assert (second.rule, second.also) == ("§ 3", ())


def test_missing_exceptions_of_a_section_are_one_finding_with_what_all_places_have() -> None:
    parts = [carve_outs("c0002", "intent, guarantee", "p1"), carve_outs("c0003", "intent", "p2")]
    elsewhere = carve_outs("c0004", "", "p3")
    section, other = joined([*parts, elsewhere], READ)
    assert (section.clauses, section.provisions) == (("c0002", "c0003"), ("p1", "p2"))
    assert section.limit is not None
    assert section.limit.found == "intent"
    assert other.clauses == ("c0004",)


def test_other_findings_stay_as_they_are() -> None:
    alone = [
        replace(carve_outs("c0002", "", "p1"), code="low_cap"),
        replace(carve_outs("c0003", "", "p2"), code="low_cap"),
    ]
    assert joined(alone, READ) == alone
