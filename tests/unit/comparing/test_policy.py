"""Policy: facts decide which rules apply, every rule in force is listed, nothing is guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.comparing.evaluation import evaluate_reading
from app.comparing.policy import check_rules
from app.library.model import Comparator, ReferenceClause, Rule
from app.models.analysis import Outcome
from app.models.facts import Audience, ContractKind, DealFacts, Fact, FactSource, GoverningLaw, Perspective, UserOfTerms
from app.models.provisions import (
    Duration,
    LiabilityCap,
    LiabilityExclusion,
    NoticePeriod,
    ObjectionDeadline,
    Party,
    ProvisionKind,
    ProvisionValue,
    Term,
    Unit,
)
from tests.unit.comparing.made import FACTS, library, reading, reference, rule, with_values

NOTICE = ProvisionKind.NOTICE_PERIOD
CAP = ProvisionKind.LIABILITY_CAP
AT_MOST_3_MONTHS = rule(NOTICE, "duration", Comparator.AT_MOST, Duration(3, Unit.MONTH), obliged=Party.CUSTOMER)


def notice(months: float, by: Party | None) -> tuple[ProvisionKind, ProvisionValue]:
    return NOTICE, NoticePeriod(Duration(months, Unit.MONTH), by=by)


def outcome(
    found: tuple[ProvisionKind, ProvisionValue], own: Rule, facts: DealFacts = FACTS
) -> tuple[Outcome, tuple[str, ...]]:
    read = with_values(reading("Der Vertrag kann gekündigt werden."), found)
    (check,), _ = check_rules(read, library(reference(own)), facts)
    return check.outcome, check.needs


@pytest.mark.parametrize(
    ("months", "by", "expected"),
    [
        (6, Party.CUSTOMER, Outcome.FINDING),
        (3, Party.CUSTOMER, Outcome.OK),
        (6, Party.BOTH, Outcome.FINDING),
        (6, Party.SUPPLIER, Outcome.NOT_APPLICABLE),
        (6, None, Outcome.UNDECIDABLE),
    ],
)
def test_a_limit_holds_for_the_party_it_names(months: float, by: Party | None, expected: Outcome) -> None:
    assert outcome(notice(months, by), AT_MOST_3_MONTHS)[0] is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rechnungen sind innerhalb von 8 Tagen zu zahlen.", Outcome.FINDING),
        ("Die Vergütung ist nach Abzug der Anzahlung innerhalb von 8 Tagen zu zahlen.", Outcome.FINDING),
        ("Eine Anzahlung von 20 % ist innerhalb von 8 Tagen zu leisten.", Outcome.NOT_APPLICABLE),
        ("Die Kaution ist innerhalb von 8 Tagen zu stellen.", Outcome.NOT_APPLICABLE),
        ("Bleiben weniger als vier Wochen vor Beginn des Kurses, ist in 8 Tagen zu zahlen.", Outcome.NOT_APPLICABLE),
        ("Bei kurzfristiger Buchung ist der Preis in 8 Tagen zu zahlen.", Outcome.NOT_APPLICABLE),
    ],
)
def test_a_limit_for_invoices_does_not_judge_deposits_and_late_bookings(text: str, expected: Outcome) -> None:
    own = rule(ProvisionKind.PAYMENT_TERM, "duration", Comparator.AT_LEAST, Duration(14, Unit.DAY))
    read = with_values(reading(text), (ProvisionKind.PAYMENT_TERM, Term(Duration(8, Unit.DAY))))
    (check,), _ = check_rules(read, library(reference(own)), FACTS)
    assert check.outcome is expected


def test_an_unknown_direction_is_named_as_what_is_missing() -> None:
    assert outcome(notice(6, None), AT_MOST_3_MONTHS) == (Outcome.UNDECIDABLE, ("obliged",))


def test_a_limit_between_28_and_31_days_leaves_thirty_days_undecided() -> None:
    own = rule(NOTICE, "duration", Comparator.AT_MOST, Duration(1, Unit.MONTH))
    assert outcome((NOTICE, NoticePeriod(Duration(30, Unit.DAY))), own) == (Outcome.UNDECIDABLE, ("calendar",))


CAP_AT_LEAST = rule(CAP, "amount", Comparator.AT_LEAST, 100_000.0)


@pytest.mark.parametrize(
    ("cap", "facts", "expected", "needs"),
    [
        (LiabilityCap("amount", amount=50_000, currency="EUR"), {}, Outcome.FINDING, ()),
        (LiabilityCap("amount", amount=100_000, currency="EUR"), {}, Outcome.OK, ()),
        (LiabilityCap("amount", amount=50_000, currency="CHF"), {}, Outcome.UNDECIDABLE, ("exchange_rate",)),
        (LiabilityCap("foreseeable_damage"), {}, Outcome.NOT_APPLICABLE, ()),
        (LiabilityCap("order_value"), {}, Outcome.UNDECIDABLE, ("contract_value",)),
        (LiabilityCap("order_value"), {"contract_value": 80_000.0}, Outcome.FINDING, ()),
        (LiabilityCap("percentage", percent=50, of="price"), {"contract_value": 200_000.0}, Outcome.OK, ()),
        (LiabilityCap("percentage", percent=50), {"contract_value": 200_000.0}, Outcome.UNDECIDABLE, ("of",)),
        (LiabilityCap("percentage", percent=0.5, of="price", per="week"), {}, Outcome.NOT_APPLICABLE, ()),
        (LiabilityCap("insurance_cover"), {}, Outcome.UNDECIDABLE, ("amount",)),
        (LiabilityCap("multiple", factor=2, of="annual_fee"), {"annual_fee": 60_000.0}, Outcome.OK, ()),
        (LiabilityCap("multiple", factor=6, of="monthly_fee"), {"annual_fee": 60_000.0}, Outcome.FINDING, ()),
        (LiabilityCap("multiple", factor=2, of="annual_fee"), {}, Outcome.UNDECIDABLE, ("annual_fee",)),
    ],
)
def test_a_cap_becomes_an_amount_only_through_the_deals_own_figures(
    cap: LiabilityCap, facts: dict[str, float], expected: Outcome, needs: tuple[str, ...]
) -> None:
    known = replace(FACTS, **{name: Fact(value, FactSource.USER) for name, value in facts.items()})
    assert outcome((CAP, cap), CAP_AT_LEAST, known) == (expected, needs)


@pytest.mark.parametrize(
    ("subject", "expected"),
    [("invoice", Outcome.FINDING), ("defect", Outcome.NOT_APPLICABLE)],
)
def test_a_condition_limits_a_rule_to_its_subject(subject: str, expected: Outcome) -> None:
    own = rule(
        ProvisionKind.OBJECTION_DEADLINE,
        "duration",
        Comparator.AT_LEAST,
        Duration(6, Unit.WEEK),
        where=(("subject", ("invoice",)),),
    )
    found = ProvisionKind.OBJECTION_DEADLINE, ObjectionDeadline(Duration(2, Unit.WEEK), subject=subject)
    assert outcome(found, own)[0] is expected


def test_a_period_without_a_length_is_undecidable_unless_it_ends_at_once() -> None:
    assert outcome((NOTICE, NoticePeriod(by=Party.CUSTOMER)), AT_MOST_3_MONTHS) == (Outcome.UNDECIDABLE, ("duration",))
    at_once = NOTICE, NoticePeriod(immediate=True, by=Party.CUSTOMER)
    assert outcome(at_once, AT_MOST_3_MONTHS)[0] is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (("slight_negligence",), Outcome.NOT_APPLICABLE),
        (("slight_negligence", "gross_negligence"), Outcome.FINDING),
        ((), Outcome.FINDING),
    ],
)
def test_a_rule_leaves_out_what_says_nothing_but_the_exception(fault: tuple[str, ...], expected: Outcome) -> None:
    own = replace(
        rule(ProvisionKind.LIABILITY_EXCLUSION, "", Comparator.FORBIDDEN), unless=(("fault", ("slight_negligence",)),)
    )
    assert outcome((ProvisionKind.LIABILITY_EXCLUSION, LiabilityExclusion(fault=fault)), own)[0] is expected


def test_a_flag_is_compared_as_printed_in_the_library() -> None:
    own = rule(ProvisionKind.OBJECTION_DEADLINE, "deemed_consent", Comparator.EQUALS, value=False)
    found = ProvisionKind.OBJECTION_DEADLINE, ObjectionDeadline(Duration(2, Unit.WEEK), deemed_consent=True)
    assert outcome(found, own)[0] is Outcome.FINDING


def test_a_forbidden_exclusion_is_a_finding_and_its_absence_is_none() -> None:
    own = rule(ProvisionKind.LIABILITY_EXCLUSION, "", Comparator.FORBIDDEN)
    found = ProvisionKind.LIABILITY_EXCLUSION, LiabilityExclusion()
    assert outcome(found, own)[0] is Outcome.FINDING
    (check,), violations = check_rules(reading("Ein Satz."), library(reference(own)), FACTS)
    assert (check.outcome, check.reason, violations) == (Outcome.NOT_APPLICABLE, "none_found", [])


@pytest.mark.parametrize(
    ("carve_outs", "expected"),
    [(("intent",), Outcome.FINDING), (("guarantee", "intent", "life_body_health"), Outcome.OK), ((), Outcome.FINDING)],
)
def test_at_least_means_every_one_of_a_list(carve_outs: tuple[str, ...], expected: Outcome) -> None:
    own = rule(ProvisionKind.LIABILITY_EXCLUSION, "carve_outs", Comparator.AT_LEAST, ("intent", "life_body_health"))
    found = ProvisionKind.LIABILITY_EXCLUSION, LiabilityExclusion(carve_outs=carve_outs)
    assert outcome(found, own)[0] is expected


def test_a_required_provision_that_is_absent_is_a_finding_unless_a_page_was_not_read() -> None:
    shelf = library(reference(rule(CAP, "", Comparator.REQUIRED)))
    (check,), violations = check_rules(reading("Ein Satz."), shelf, FACTS)
    assert (check.outcome, len(violations)) == (Outcome.FINDING, 1)
    (check,), violations = check_rules(reading("Ein Satz.", unread=(2,)), shelf, FACTS)
    assert (check.outcome, check.needs, violations) == (Outcome.UNDECIDABLE, ("complete_text",), [])


LENIENT = rule(NOTICE, "duration", Comparator.AT_MOST, Duration(24, Unit.MONTH), obliged=Party.CUSTOMER, id_="lenient")


@pytest.mark.parametrize(
    "other",
    [
        reference(LENIENT, id_="a-lenient", audiences=(Audience.B2C,)),
        reference(LENIENT, id_="a-lenient", perspective=Perspective.SUPPLIER),
        reference(LENIENT, id_="a-lenient", kinds=(ContractKind.RENTAL,)),
        reference(LENIENT, id_="a-lenient", laws=(GoverningLaw.CH,)),
    ],
)
def test_a_more_lenient_reference_for_others_changes_no_finding(other: ReferenceClause) -> None:
    read = with_values(
        reading("Der Vertrag kann mit einer Frist von sechs Monaten gekündigt werden."), notice(6, Party.CUSTOMER)
    )
    facts = replace(FACTS, contract_kind=Fact(ContractKind.SERVICE, FactSource.USER))
    strict = reference(AT_MOST_3_MONTHS)
    alone = evaluate_reading(read, library(strict), facts)
    beside = evaluate_reading(read, library(strict, other), facts)
    assert len(alone.findings) == 1
    assert beside.findings == alone.findings


def test_a_restricted_reference_is_undecidable_without_its_fact_and_says_which() -> None:
    read = with_values(reading("Kündbar."), notice(6, Party.CUSTOMER))
    shelf = library(reference(AT_MOST_3_MONTHS, kinds=(ContractKind.RENTAL,)))
    (check,), violations = check_rules(read, shelf, FACTS)
    assert (check.outcome, check.needs, violations) == (Outcome.UNDECIDABLE, ("contract_kind",), [])


def test_every_rule_is_listed_whatever_its_outcome() -> None:
    other = rule(CAP, "amount", Comparator.AT_LEAST, 1.0, id_="r2")
    shelf = library(reference(AT_MOST_3_MONTHS, id_="a"), reference(other, id_="b", perspective=Perspective.SUPPLIER))
    checks, _ = check_rules(with_values(reading("Kündbar."), notice(1, Party.CUSTOMER)), shelf, FACTS)
    assert [(c.rule, c.outcome, c.reason) for c in checks] == [
        ("r1", Outcome.OK, ""),
        ("r2", Outcome.NOT_APPLICABLE, "perspective"),
    ]


def test_a_cap_that_names_nobody_is_that_of_the_side_that_wrote_the_terms() -> None:
    cap = (ProvisionKind.LIABILITY_CAP, LiabilityCap("amount", amount=10_000.0, currency="EUR"))
    read = with_values(reading("Die Haftung ist auf 10.000 Euro begrenzt."), cap)
    limit = rule(ProvisionKind.LIABILITY_CAP, "amount", Comparator.AT_LEAST, 1_000_000.0, obliged=Party.SUPPLIER)
    ours = replace(FACTS, user_of_terms=Fact(UserOfTerms.OURS))
    outcomes = [evaluate_reading(read, library(reference(limit)), facts).checks[0].outcome for facts in (FACTS, ours)]
    assert outcomes == [Outcome.FINDING, Outcome.NOT_APPLICABLE]
