"""Statutory rules: when they apply, and what triggers them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.comparing.statutory import check_statutes, unapplied_law
from app.library.model import Comparator, LegalBasis, Rule, Status
from app.library.statutes import (
    DatedBy,
    Effect,
    Explanation,
    LimitTrigger,
    MatrixTrigger,
    Protects,
    RulePack,
    Scope,
    Side,
    StatutoryRule,
    Trigger,
    WordsTrigger,
)
from app.models.analysis import Check, Finding, Outcome, Severity
from app.models.facts import Audience, ContractKind, Fact, FactSource, GoverningLaw, Perspective, UserOfTerms
from app.models.liability import Damage, Extent, Fault, LiabilityCell, LiabilityMatrix
from app.models.provisions import Duration, Evidence, NoticePeriod, Party, ProvisionKind, Unit
from app.models.reading import Reading
from app.wording import findings as wording
from tests.unit.comparing.made import FACTS, reading, with_values

TEXT = "Der Kunde darf nicht aufrechnen. Das gilt immer."
WORDS = WordsTrigger(Scope.SENTENCE, all=("nicht aufrechnen",))


def statute(*triggers: Trigger, **changes: object) -> StatutoryRule:
    rule = StatutoryRule(
        id="probe",
        title_de="Aufrechnungsverbot",
        title_en="No set-off",
        norm="§ 309 Nr. 3 BGB",
        jurisdiction=GoverningLaw.DE,
        topic="set_off",
        effect=((Audience.B2C, Effect.DIRECT), (Audience.B2B, Effect.INDICATIVE)),
        severity=((Audience.B2C, Severity.HIGH), (Audience.B2B, Severity.MEDIUM)),
        disputed=(),
        kinds=(),
        except_kinds=(),
        disputed_kinds=(),
        protects=Protects.OTHER_PARTY,
        valid_from=None,
        valid_to=None,
        dated_by=DatedBy.CONTRACT_DATE,
        triggers=triggers or (WORDS,),
        unless_document=(),
        explanation=Explanation("Risiko.", "Risk.", "Zu unseren Lasten.", "To our detriment."),
        sources=(LegalBasis("§ 309 Nr. 3 BGB", date(2026, 11, 22)),),
        tests=(),
        status=Status.REVIEW,
    )
    return replace(rule, **changes)  # type: ignore[arg-type]


def result(rule: StatutoryRule, read: Reading | None = None, **facts: object) -> tuple[Check, list[Finding]]:
    known = replace(FACTS, **{name: Fact(value) for name, value in facts.items()})  # type: ignore[arg-type]
    checks, findings = check_statutes(read or reading(TEXT), RulePack("", "", (rule,)), known)
    return checks[0], findings


def outcome(rule: StatutoryRule, read: Reading | None = None, **facts: object) -> tuple[Outcome, str]:
    check = result(rule, read, **facts)[0]
    return check.outcome, check.reason


def test_the_words_are_quoted_with_their_sentence() -> None:
    read = reading(TEXT)
    (finding,) = result(statute(), read)[1]
    (place,) = finding.evidence
    assert read.clauses[0].text[place.start : place.end] == "Der Kunde darf nicht aufrechnen."
    assert finding.legal_basis == ("§ 309 Nr. 3 BGB",)


def test_the_audience_decides_severity_and_what_is_said() -> None:
    (b2b,), (b2c,) = result(statute())[1], result(statute(), audience=Audience.B2C)[1]
    assert (b2b.severity, b2c.severity) == (Severity.MEDIUM, Severity.HIGH)
    assert "Anhaltspunkt" in wording.explanation(b2b, "de")
    assert "Anhaltspunkt" not in wording.explanation(b2c, "de")
    assert "fachlich zu bestätigen" in wording.explanation(b2c, "de")


def test_our_own_terms_get_the_other_form() -> None:
    (theirs,), (ours,) = result(statute())[1], result(statute(), user_of_terms=UserOfTerms.OURS)[1]
    assert wording.explanation(theirs, "de").startswith("Risiko.")
    assert wording.explanation(ours, "en").startswith("To our detriment.")


@pytest.mark.parametrize(
    ("changes", "facts", "expected"),
    [
        ({}, {"governing_law": GoverningLaw.CH}, (Outcome.NOT_APPLICABLE, "governing_law")),
        ({}, {"governing_law": None}, (Outcome.UNDECIDABLE, "facts_missing")),
        ({}, {"audience": None}, (Outcome.UNDECIDABLE, "facts_missing")),
        ({}, {"user_of_terms": None}, (Outcome.UNDECIDABLE, "facts_missing")),
        ({}, {"audience": Audience.MERCHANTS}, (Outcome.NOT_APPLICABLE, "audience")),
        ({"kinds": (ContractKind.TELECOM,)}, {}, (Outcome.UNDECIDABLE, "facts_missing")),
        ({"kinds": (ContractKind.TELECOM,)}, {"contract_kind": ContractKind.WORK}, (Outcome.NOT_APPLICABLE, "contract_kind")),
        ({"except_kinds": (ContractKind.RENTAL,)}, {"contract_kind": ContractKind.RENTAL}, (Outcome.NOT_APPLICABLE, "contract_kind")),
        ({"except_kinds": (ContractKind.RENTAL,)}, {}, (Outcome.FINDING, "")),
        ({"valid_from": date(2022, 3, 1)}, {"contract_date": date(2022, 2, 28)}, (Outcome.NOT_APPLICABLE, "not_in_force")),
        ({"valid_from": date(2022, 3, 1)}, {"contract_date": date(2022, 3, 1)}, (Outcome.FINDING, "")),
        ({"valid_to": date(2022, 2, 28)}, {"contract_date": date(2022, 2, 28)}, (Outcome.FINDING, "")),
        ({"valid_to": date(2022, 2, 28)}, {}, (Outcome.NOT_APPLICABLE, "not_in_force")),
        ({"valid_to": date(2022, 2, 28), "dated_by": DatedBy.AS_OF}, {"contract_date": date(2020, 1, 1)}, (Outcome.NOT_APPLICABLE, "not_in_force")),
        ({"unless_document": ("gilt immer",)}, {}, (Outcome.OK, "answered_elsewhere")),
        ({"protects": Protects.CUSTOMER}, {}, (Outcome.FINDING, "")),
        ({"protects": Protects.CUSTOMER}, {"user_of_terms": UserOfTerms.OURS}, (Outcome.NOT_APPLICABLE, "protected_side")),
        ({"protects": Protects.CUSTOMER}, {"user_of_terms": UserOfTerms.OURS, "perspective": Perspective.SUPPLIER}, (Outcome.FINDING, "")),
        ({"protects": Protects.SUPPLIER}, {}, (Outcome.NOT_APPLICABLE, "protected_side")),
        ({"protects": Protects.BOTH}, {"user_of_terms": UserOfTerms.OURS}, (Outcome.FINDING, "")),
        ({}, {"user_of_terms": UserOfTerms.OURS}, (Outcome.FINDING, "")),
        ({}, {"user_of_terms": UserOfTerms.OURS, "audience": Audience.B2C}, (Outcome.NOT_APPLICABLE, "protected_side")),
    ],
)  # fmt: skip
def test_a_rule_applies_by_law_audience_kind_and_day(
    changes: dict[str, object], facts: dict[str, object], expected: tuple[Outcome, str]
) -> None:
    assert outcome(statute(**changes), **facts) == expected


def test_an_assumed_day_is_said() -> None:
    (finding,) = result(statute(valid_from=date(2022, 3, 1)))[1]
    assert "Datum des Vertrags ist nicht angegeben" in wording.explanation(finding, "de")
    (dated,) = result(statute(valid_from=date(2022, 3, 1)), contract_date=date(2025, 1, 1))[1]
    assert "Datum des Vertrags" not in wording.explanation(dated, "de")


@pytest.mark.parametrize(
    ("trigger", "fires"),
    [
        (WordsTrigger(Scope.SENTENCE, all=("aufrechnen", "immer")), False),
        (WordsTrigger(Scope.CLAUSE, all=("aufrechnen", "immer")), True),
        (WordsTrigger(Scope.SENTENCE, any=("zurückbehalten", "aufrechnen")), True),
        (WordsTrigger(Scope.SENTENCE, all=("aufrechnen",), none=("nicht",)), False),
        (WordsTrigger(Scope.SENTENCE, all=("aufrechnen",), none=("immer",)), True),
        (WordsTrigger(Scope.SENTENCE, all=("aufrechnen",), unless_clause=("immer",)), False),
        (WordsTrigger(Scope.SENTENCE, all=("aufrechnen",), types=("payment",)), False),
        (WordsTrigger(Scope.SENTENCE, all=("{other} darf nicht",)), True),
        (WordsTrigger(Scope.SENTENCE, all=("{user} darf nicht",)), False),
    ],
)
def test_words_must_stand_together(trigger: WordsTrigger, fires: bool) -> None:
    assert bool(result(statute(trigger))[1]) is fires


def test_the_section_may_answer_a_trigger() -> None:
    read = reading(TEXT, "Unbestrittene Forderungen sind ausgenommen.")
    below = (read.clauses[0], replace(read.clauses[1], parent=read.clauses[0].id))
    trigger = replace(WORDS, unless_section=("unbestrittene",))
    assert result(statute(trigger), read)[1]
    assert not result(statute(trigger), Reading(read.source, below))[1]


LIMIT = Rule(
    "x", ProvisionKind.NOTICE_PERIOD, "duration", Comparator.AT_MOST, Duration(1, Unit.MONTH), Severity.INFO, ""
)
LONG = Duration(3, Unit.MONTH)


@pytest.mark.parametrize(
    ("by", "side", "expected"),
    [
        (Party.CUSTOMER, Side.OTHER, Outcome.FINDING),
        (Party.CUSTOMER, Side.USER, Outcome.OK),
        (Party.BOTH, Side.OTHER, Outcome.FINDING),
        (None, Side.OTHER, Outcome.UNDECIDABLE),
        (None, None, Outcome.FINDING),
    ],
)
def test_a_limit_looks_at_the_side_that_bears_it(by: Party | None, side: Side | None, expected: Outcome) -> None:
    read = with_values(reading(TEXT), (ProvisionKind.NOTICE_PERIOD, NoticePeriod(LONG, by=by)))
    assert outcome(statute(LimitTrigger(LIMIT, side)), read)[0] is expected


@pytest.mark.parametrize(
    ("liable", "perspective", "fires"),
    [
        (Party.SUPPLIER, Perspective.CUSTOMER, True),
        (Party.SUPPLIER, Perspective.SUPPLIER, False),
        (None, Perspective.SUPPLIER, True),
        (Party.BOTH, Perspective.SUPPLIER, True),
    ],
)
def test_cells_count_for_whoever_wrote_the_terms(liable: Party | None, perspective: Perspective, fires: bool) -> None:
    place = Evidence("c0001", 0, 10, "rule")
    cell = LiabilityCell(Fault.INTENT, Damage.OTHER, Extent.EXCLUDED, (), (place,))
    read = replace(reading(TEXT), liability=(LiabilityMatrix(liable, None, (cell,)),))
    trigger = MatrixTrigger((Fault.INTENT,), (Damage.OTHER,), (Extent.EXCLUDED, Extent.LIMITED))
    assert bool(result(statute(trigger), read, perspective=perspective)[1]) is fires


@pytest.mark.parametrize(
    ("text", "fires"), [("Gegenüber Unternehmern haften wir nicht.", False), ("Wir haften nicht.", True)]
)
def test_cells_that_are_said_to_businesses_count_for_no_consumer(text: str, fires: bool) -> None:
    cell = LiabilityCell(Fault.INTENT, Damage.OTHER, Extent.EXCLUDED, (), (Evidence("c0001", 0, len(text), "rule"),))
    read = replace(reading(text), liability=(LiabilityMatrix(Party.SUPPLIER, None, (cell,)),))
    trigger = MatrixTrigger((Fault.INTENT,), (Damage.OTHER,), (Extent.EXCLUDED,))
    assert bool(result(statute(trigger), read, audience=Audience.B2C)[1]) is fires


def test_one_rule_is_one_finding_with_every_place() -> None:
    (finding,) = result(statute(), reading(TEXT, "Auch hier darf der Kunde nicht aufrechnen."))[1]
    assert finding.clauses == ("c0001", "c0002")
    assert len(finding.evidence) == 2


def test_another_law_is_in_the_ledger_with_its_words() -> None:
    read = reading("Es gilt Schweizer Recht.")
    law = Fact(GoverningLaw.CH, evidence=(Evidence("c0001", 0, 24, "governing_law"),))
    (entry,) = unapplied_law(read, replace(FACTS, governing_law=law))
    assert (entry.reason, entry.excerpt) == ("statutory_law_ch", "Es gilt Schweizer Recht.")
    assert unapplied_law(read, FACTS) == []


def test_rules_that_cells_of_one_matrix_fire_are_one_finding() -> None:
    place = Evidence("c0001", 0, 10, "rule")
    cells = tuple(LiabilityCell(fault, Damage.OTHER, Extent.EXCLUDED, (), (place,)) for fault in Fault)
    read = replace(reading(TEXT), liability=(LiabilityMatrix(Party.SUPPLIER, None, cells),))
    rules = tuple(
        statute(MatrixTrigger((fault,), (Damage.OTHER,), (Extent.EXCLUDED,)), id=f"r-{fault}", norm=f"§ {n} BGB")
        for n, fault in enumerate(Fault, start=1)
    )
    checks, findings = check_statutes(read, RulePack("", "", (*rules, statute())), FACTS)
    liability, words = findings
    assert [check.outcome for check in checks] == [Outcome.FINDING] * 4
    assert sorted(liability.legal_basis) == ["§ 1 BGB", "§ 2 BGB", "§ 3 BGB"]
    assert wording.explanation(liability, "de").count("Risiko.") == 3
    assert wording.explanation(liability, "de").count("Anhaltspunkt") == 1
    assert words.rule == "probe"


def test_the_law_that_we_gave_against_the_choice_of_the_document_is_said() -> None:
    read = reading("Es gilt Schweizer Recht.")
    chosen = Fact(GoverningLaw.CH, evidence=(Evidence("c0001", 0, 24, "governing_law"),))
    read = replace(read, document_facts=replace(read.document_facts, governing_law=chosen))
    (entry,) = unapplied_law(read, replace(FACTS, governing_law=Fact(GoverningLaw.DE, FactSource.USER)))
    assert (entry.reason, entry.excerpt) == ("law_differs", "Es gilt Schweizer Recht.")
