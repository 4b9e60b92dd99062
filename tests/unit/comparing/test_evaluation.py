"""The evaluated document: missing subjects, order, ledger, and positions that only similarity chooses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.comparing.evaluation import evaluate_reading
from app.comparing.positions import nearest_position
from app.library.model import Comparator, PositionRank, Silence
from app.models.analysis import FindingKind, Outcome, Severity
from app.models.facts import Fact, FactSource, GoverningLaw, Perspective
from app.models.provisions import (
    Duration,
    Evidence,
    LiabilityCap,
    NoticePeriod,
    ObjectionDeadline,
    ProvisionKind,
    Unit,
)
from app.wording.findings import explanation
from tests.unit.comparing.made import FACTS, SUBJECTS, library, reading, reference, rule, with_values

SILENCE = Silence("Es gilt das Gesetz.", "§ 580a BGB", Perspective.CUSTOMER, Severity.MEDIUM)
REQUIRED = reference(required=True, silence=SILENCE)


def test_a_required_subject_the_document_is_silent_on_is_missing_with_what_was_searched() -> None:
    analysis = evaluate_reading(reading("Ein Satz."), library(REQUIRED), FACTS)
    (finding,) = analysis.findings
    assert (finding.kind, finding.severity, finding.reference) == (FindingKind.MISSING, Severity.MEDIUM, "ref")
    assert finding.searched == ("type:termination",)
    assert finding.params["norm"] == "§ 580a BGB"


def test_a_clause_of_the_type_or_a_provision_its_rules_look_at_is_enough() -> None:
    typed = evaluate_reading(reading("Ein Satz.", types=["termination"]), library(REQUIRED), FACTS)
    own = replace(
        REQUIRED, rules=(rule(ProvisionKind.NOTICE_PERIOD, "duration", Comparator.AT_MOST, Duration(9, Unit.MONTH)),)
    )
    read = with_values(reading("Kündbar."), (ProvisionKind.NOTICE_PERIOD, NoticePeriod(Duration(1, Unit.MONTH))))
    assert typed.findings == evaluate_reading(read, library(own), FACTS).findings == ()


def test_a_subject_that_several_references_require_is_missing_once_with_the_worst_severity() -> None:
    worse = replace(REQUIRED, id="ref-2", silence=replace(SILENCE, severity=Severity.HIGH))
    (finding,) = evaluate_reading(reading("Ein Satz."), library(REQUIRED, worse), FACTS).findings
    assert (finding.severity, finding.reference) == (Severity.HIGH, "ref-2")


def test_nothing_is_called_missing_where_a_page_was_not_read() -> None:
    analysis = evaluate_reading(reading("Ein Satz.", unread=(3,)), library(REQUIRED), FACTS)
    assert analysis.findings == ()
    assert [(c.outcome, c.needs) for c in analysis.checks] == [(Outcome.UNDECIDABLE, ("complete_text",))]
    assert [(n.reason, n.page) for n in analysis.not_checked if n.reason == "unread_page"] == [("unread_page", 3)]


def test_nothing_is_called_missing_in_a_document_that_is_not_german() -> None:
    english = replace(reading("The supplier delivers."), language="en")
    analysis = evaluate_reading(english, library(REQUIRED), FACTS)
    assert analysis.findings == ()
    assert [(c.outcome, c.needs) for c in analysis.checks] == [(Outcome.UNDECIDABLE, ("german_text",))]


def test_german_references_do_not_apply_to_swiss_law() -> None:
    swiss = replace(FACTS, governing_law=Fact(GoverningLaw.CH, FactSource.DOCUMENT))
    german = replace(REQUIRED, laws=(GoverningLaw.DE,))
    analysis = evaluate_reading(reading("Ein Satz."), library(german), swiss)
    assert (analysis.findings, analysis.checks[0].reason) == ((), "governing_law")


def test_clauses_in_another_language_and_without_a_reference_are_listed_as_not_checked() -> None:
    read = reading("Der Kunde zahlt.", "The customer pays.", "Die Küche bleibt kalt.", types=["payment"])
    clauses = (read.clauses[0], replace(read.clauses[1], language="en"), read.clauses[2])
    analysis = evaluate_reading(replace(read, clauses=clauses), library(reference(type_="payment")), FACTS)
    assert [(n.reason, n.excerpt) for n in analysis.not_checked] == [
        ("no_rule", "Der Kunde zahlt."),
        ("language", "The customer pays."),
        ("no_reference", "Die Küche bleibt kalt."),
    ]


def test_a_clause_is_checked_only_if_a_rule_came_to_a_decision_on_it() -> None:
    own = rule(ProvisionKind.NOTICE_PERIOD, "duration", Comparator.AT_MOST, Duration(1, Unit.MONTH))
    read = with_values(
        reading("Kündbar.", "Auch kündbar.", types=["termination", "termination"]),
        (ProvisionKind.NOTICE_PERIOD, NoticePeriod(Duration(1, Unit.MONTH))),
    )
    german, swiss = FACTS, replace(FACTS, governing_law=Fact(GoverningLaw.CH, FactSource.DOCUMENT))
    shelf = library(reference(own, laws=(GoverningLaw.DE,), required=True))
    ledgers = [[(n.reason, n.excerpt) for n in evaluate_reading(read, shelf, f).not_checked] for f in (german, swiss)]
    assert ledgers == [
        [("no_rule", "Auch kündbar.")],
        [("not_applicable", "Kündbar."), ("not_applicable", "Auch kündbar.")],
    ]


def test_an_invoice_period_is_no_notice_of_defects() -> None:
    defects = rule(
        ProvisionKind.OBJECTION_DEADLINE,
        "duration",
        Comparator.AT_LEAST,
        Duration(2, Unit.WEEK),
        where=(("subject", ("defect",)),),
    )
    shelf = library(replace(REQUIRED, type="notice_of_defects", rules=(defects,)))
    for subject, expected in (("invoice", {"notice_of_defects"}), ("defect", set())):
        value = ObjectionDeadline(Duration(4, Unit.WEEK), subject=subject)
        read = with_values(reading("Beanstandungen."), (ProvisionKind.OBJECTION_DEADLINE, value))
        findings = evaluate_reading(read, shelf, FACTS).findings
        assert {f.params["type"] for f in findings if f.kind is FindingKind.MISSING} == expected


def test_nothing_is_called_missing_where_a_clause_is_in_another_language() -> None:
    read = reading("Der Kunde zahlt.", "The supplier's liability is limited.")
    mixed = replace(read, clauses=(read.clauses[0], replace(read.clauses[1], language="en")))
    analysis = evaluate_reading(mixed, library(REQUIRED), FACTS)
    assert (analysis.findings, analysis.checks[0].needs) == ((), ("german_text",))


def test_findings_are_numbered_by_severity_then_place() -> None:
    own = rule(ProvisionKind.NOTICE_PERIOD, "duration", Comparator.AT_MOST, Duration(1, Unit.MONTH))
    low = replace(own, id="r0", severity=Severity.LOW)
    read = with_values(reading("Kündbar."), (ProvisionKind.NOTICE_PERIOD, NoticePeriod(Duration(6, Unit.MONTH))))
    analysis = evaluate_reading(read, library(reference(low, id_="a"), reference(own, id_="b")), FACTS)
    assert [(f.id, f.rule) for f in analysis.findings] == [("f0001", "r1"), ("f0002", "r0")]


def test_rules_of_one_reference_that_one_value_breaks_are_one_finding_under_the_worst() -> None:
    own = rule(ProvisionKind.NOTICE_PERIOD, "duration", Comparator.AT_MOST, Duration(1, Unit.MONTH))
    low = replace(own, id="r0", severity=Severity.LOW)
    read = with_values(reading("Kündbar."), (ProvisionKind.NOTICE_PERIOD, NoticePeriod(Duration(6, Unit.MONTH))))
    analysis = evaluate_reading(read, library(reference(low, own)), FACTS)
    (finding,) = analysis.findings
    assert (finding.rule, [f.rule for f in finding.also]) == ("r1", ["r0"])
    assert [c.outcome for c in analysis.checks] == [Outcome.FINDING, Outcome.FINDING]
    assert "An derselben Stelle außerdem" in explanation(finding, "de")


def test_the_position_shown_is_the_nearest_and_the_earlier_one_on_a_tie() -> None:
    shelf = reference(positions=("Die Haftung ist unbeschränkt.", "Die Haftung ist auf 10.000 EUR beschränkt."))
    assert nearest_position("Die Haftung ist auf 5.000 EUR beschränkt.", shelf).position_index == 1
    assert nearest_position("Gar nichts davon", shelf).position_index == 0


def test_what_we_would_never_sign_is_not_shown_as_the_wording_to_compare_with() -> None:
    text = "Die Haftung ist ausgeschlossen."
    shelf = reference(positions=("Der Anbieter haftet unbeschränkt.", text))
    never = replace(shelf, positions=(shelf.positions[0], replace(shelf.positions[1], rank=PositionRank.UNACCEPTABLE)))
    assert nearest_position(text, shelf).position_index == 1
    assert nearest_position(text, never).position_index == 0


def test_every_clause_on_a_subject_of_the_library_has_a_wording_beside_it() -> None:
    near = reference(id_="b", positions=("Der Kunde zahlt binnen 30 Tagen.",), type_="payment")
    far = reference(id_="a", positions=("Etwas ganz anderes steht hier.",), type_="payment")
    foreign = reference(id_="c", positions=("Der Kunde zahlt sofort.",), type_="payment", laws=(GoverningLaw.CH,))
    read = reading("Der Kunde zahlt sofort.", "Die Küche bleibt kalt.", types=["payment"])
    (beside,) = evaluate_reading(read, library(near, far, foreign), FACTS).beside
    assert (beside.clause, beside.comparison.reference) == ("c0001", "b")


@pytest.mark.parametrize(
    ("types", "subjects"), [([None], ()), (["payment"], ("prices",)), (["data_protection"], SUBJECTS)]
)
def test_nothing_is_called_missing_in_a_text_that_is_no_set_of_terms(
    types: list[str | None], subjects: tuple[str, ...]
) -> None:
    read = reading("Zwei Worte.", types=types, subjects=subjects)
    analysis = evaluate_reading(read, library(REQUIRED), FACTS)
    assert analysis.findings == ()
    assert [(c.outcome, c.reason) for c in analysis.checks] == [(Outcome.UNDECIDABLE, "no_terms")]


def test_the_choice_of_law_that_the_facts_rest_on_is_a_clause_on_it() -> None:
    law = reference(id_="law", type_="applicable_law", required=True, silence=SILENCE)
    read = reading("Es gilt deutsches Recht.", types=["jurisdiction"])
    known = replace(FACTS, governing_law=Fact(GoverningLaw.DE, evidence=(Evidence("c0001", 0, 24, "governing_law"),)))
    assert evaluate_reading(read, library(law), FACTS).findings != ()
    assert evaluate_reading(read, library(law), known).findings == ()


def test_two_values_in_the_same_words_are_one_finding_with_both() -> None:
    own = rule(ProvisionKind.NOTICE_PERIOD, "duration", Comparator.AT_MOST, Duration(1, Unit.MONTH))
    values = [(ProvisionKind.NOTICE_PERIOD, NoticePeriod(Duration(n, Unit.MONTH))) for n in (3, 6)]
    (finding,) = evaluate_reading(with_values(reading("Kündbar."), *values), library(reference(own)), FACTS).findings
    assert finding.provisions == ("p0001", "p0002")
    assert [f.params["found"] for f in finding.also] == [6]


def test_a_lump_sum_for_delay_is_no_rule_on_liability() -> None:
    limit = rule(ProvisionKind.LIABILITY_CAP, "percent", Comparator.AT_LEAST, 1.0)
    liability = reference(limit, type_="limitation_of_liability", required=True, silence=SILENCE)
    delay, all_damage = (LiabilityCap("percentage", percent=5.0, damage=d) for d in (("delay",), ()))
    kinds = [
        {f.kind for f in evaluate_reading(with_values(reading("5 %."), (ProvisionKind.LIABILITY_CAP, cap)), library(liability), FACTS).findings}
        for cap in (delay, all_damage)
    ]  # fmt: skip
    assert kinds == [{FindingKind.MISSING}, set()]


def test_what_is_free_needs_no_terms_of_payment() -> None:
    payment = library(reference(type_="payment", required=True, silence=SILENCE))
    free, paid = reading("Die App ist kostenlos."), reading("Die App kostet etwas.")
    assert evaluate_reading(free, payment, FACTS).findings == ()
    assert len(evaluate_reading(paid, payment, FACTS).findings) == 1
