"""The shipped rules on sentences as terms have them: which rule answers, how strictly, and that only one does.

Each sentence stands for a question a reader would ask of the library, towards one party and audience.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from app import paths
from app.comparing.policy import check_rules
from app.library.loader import load
from app.models.analysis import Check, Outcome
from app.models.facts import Audience, ContractKind, DealFacts, Fact, GoverningLaw, Perspective
from app.models.provisions import Duration, ObjectionDeadline, Party, Provision, ProvisionKind, ProvisionValue, Unit
from app.models.reading import Clause, Reading
from app.models.source import SourceDocument
from app.nlp.provisions import find_provisions

LIBRARY = load(paths.clause_library())
VALUE = 100_000.0


def facts(side: str, audience: str, kind: str | None = "service", value: float | None = VALUE) -> DealFacts:
    """A deal under German law; the annual fee is a tenth of the contract's value."""
    return DealFacts(
        perspective=Fact(Perspective(side)),
        audience=Fact(Audience(audience)),
        governing_law=Fact(GoverningLaw.DE),
        contract_kind=Fact(ContractKind(kind) if kind else None),
        contract_value=Fact(value),
        annual_fee=Fact(value / 10 if value else None),
    )


def read(text: str, provisions: Iterable[Provision] = ()) -> Reading:
    source = SourceDocument("muster.txt", "", len(text), "text/plain", text, (), (), ())
    clauses = (Clause("c0001", "c0001", "", "", text, (), None, 1),)
    return Reading(source, clauses, tuple(provisions) or find_provisions(clauses))


def broken(reading: Reading, deal: DealFacts) -> list[tuple[str, str]]:
    """Rules broken by a provision, with their severity, in order of id."""
    _, violations = check_rules(reading, LIBRARY, deal)
    return sorted((v.rule.id, v.rule.severity.value) for v in violations if v.provision)


def undecidable(text: str, deal: DealFacts) -> dict[str, tuple[str, ...]]:
    checks: list[Check] = check_rules(read(text), LIBRARY, deal)[0]
    return {c.rule: c.needs for c in checks if c.outcome is Outcome.UNDECIDABLE}


# --- caps ---------------------------------------------------------------------------------------------------------------

TENTH = "Die Haftung des Anbieters ist insgesamt auf 10 % des Auftragswerts begrenzt."
TWICE = "Die Haftung des Anbieters ist auf das Zweifache des Auftragswerts begrenzt."
FEES = "Die Haftung des Anbieters ist auf das Dreifache der Monatsvergütung begrenzt."
HALF_YEAR = "Die Haftung des Anbieters ist auf 50 % der Jahresvergütung begrenzt."
ORDER = "Die Haftung des Anbieters ist auf den Auftragswert begrenzt."
SUM = "Die Haftung des Anbieters ist auf 50.000 Euro je Schadensfall begrenzt."
DELAY = "Die Haftung des Anbieters für Verzugsschäden ist auf 3 % des Auftragswerts begrenzt."
DELAY_SUM = "Die Haftung des Anbieters für Verzugsschäden ist auf 3.000 Euro begrenzt."

CAPS = [
    (TENTH, "customer", "b2b", "liability-customer-b2b.percentage"),
    (TENTH, "customer", "merchants", "liability-customer-b2b.percentage"),
    (TENTH, "customer", "b2c", "liability-customer-b2c-fixed-sum.percentage"),
    (TENTH, "supplier", "b2c", "liability-supplier-b2c-fixed-sum.percentage"),
    (TWICE, "customer", "b2b", "liability-customer-b2b.amount"),
    (TWICE, "customer", "b2c", "liability-customer-b2c-fixed-sum.basis"),
    (FEES, "customer", "b2b", "liability-customer-b2b-recurring-fee.monthly"),
    (HALF_YEAR, "customer", "b2b", "liability-customer-b2b-recurring-fee.share"),
    (ORDER, "customer", "b2b", "liability-customer-b2b-order-value.basis"),
    (ORDER, "supplier", "b2c", "liability-supplier-b2c-fixed-sum.basis"),
    (SUM, "customer", "b2b", "liability-customer-b2b.amount"),
    (DELAY, "customer", "b2b", "delay-customer-b2b.total"),
    (DELAY, "customer", "b2c", "delay-customer-b2c.percentage"),
    (DELAY_SUM, "customer", "b2b", "liability-customer-b2b.amount"),
    (DELAY_SUM, "customer", "b2c", "liability-customer-b2c-fixed-sum.basis"),
]  # fmt: skip


@pytest.mark.parametrize("kind", [None, "purchase", "saas"])
@pytest.mark.parametrize(("text", "side", "audience", "rule"), CAPS)
def test_a_low_cap_is_found_once_and_by_the_rule_for_it(
    text: str, side: str, audience: str, rule: str, kind: str | None
) -> None:
    assert [found for found, _ in broken(read(text), facts(side, audience, kind))] == [rule]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (TENTH, "liability-supplier-b2b.percentage"),
        (TWICE, "liability-supplier-b2b.amount"),
        (ORDER, "liability-supplier-b2b.amount"),
    ],
)
def test_a_cap_that_the_price_makes_too_high_for_us_is_found_once(text: str, rule: str) -> None:
    assert broken(read(text), facts("supplier", "b2b", value=50_000_000)) == [(rule, "medium")]
    assert broken(read(text), facts("supplier", "b2b", value=500_000)) == []


def test_a_share_of_the_price_says_that_the_contract_value_is_missing() -> None:
    assert undecidable(TENTH, facts("customer", "b2b", value=None)) == {
        "liability-customer-b2b.percentage": ("contract_value",)
    }


# --- exclusions ---------------------------------------------------------------------------------------------------------

SLIGHT = "Für leichte Fahrlässigkeit haftet der Anbieter nicht."
SLIGHT_CARVED = (
    "Der Anbieter haftet bei leichter Fahrlässigkeit nicht, ausgenommen bei Verletzung des Lebens, des Körpers oder der "
    "Gesundheit und bei Verletzung wesentlicher Vertragspflichten."
)
FULL = "Eine Haftung des Anbieters ist ausgeschlossen."
BOTH = "Die Haftung des Anbieters für leichte und grobe Fahrlässigkeit ist ausgeschlossen."

EXCLUSIONS = [
    (SLIGHT, "customer", "b2b", [("liability-customer-b2b.slight-negligence", "medium")]),
    (SLIGHT, "customer", "b2c", [("liability-customer-b2c.slight-negligence", "medium")]),
    (SLIGHT, "supplier", "b2b", [("liability-supplier-b2b.slight-negligence", "medium")]),
    (SLIGHT, "supplier", "b2c", [("liability-supplier-b2c.slight-negligence", "medium")]),
    (SLIGHT_CARVED, "customer", "b2c", []),
    (SLIGHT_CARVED, "supplier", "b2b", []),
    (SLIGHT_CARVED, "supplier", "b2c", []),
    (SLIGHT_CARVED, "customer", "b2b", []),
    (FULL, "customer", "b2b", [("liability-customer-b2b.carve-outs", "high")]),
    (FULL, "customer", "b2c", [("liability-customer-b2c.carve-outs", "high")]),
    (FULL, "supplier", "b2c", [("liability-supplier-b2c.carve-outs", "high")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "side", "audience", "rules"), EXCLUSIONS)
def test_an_exclusion_is_measured_by_the_fault_it_is_for(
    text: str, side: str, audience: str, rules: list[tuple[str, str]]
) -> None:
    assert broken(read(text), facts(side, audience)) == rules


@pytest.mark.parametrize(("side", "audience"), [("customer", "b2b"), ("customer", "b2c"), ("supplier", "b2c")])
def test_an_exclusion_of_gross_negligence_too_stays_a_grave_finding(side: str, audience: str) -> None:
    assert (f"liability-{side}-{audience}.carve-outs", "high") in broken(read(BOTH), facts(side, audience))


# --- consumers ----------------------------------------------------------------------------------------------------------


def objection(value: ProvisionValue) -> Reading:
    provision = Provision("p0001", ProvisionKind.OBJECTION_DEADLINE, "c0001", 0, 4, "Text", value, "probe", 1.0)
    return read("Text einer Klausel.", [provision])


@pytest.mark.parametrize("side", ["customer", "supplier"])
@pytest.mark.parametrize("subject", ["defect", "delivery"])
@pytest.mark.parametrize("duration", [Duration(7, Unit.DAY), Duration(4, Unit.WEEK), None])
def test_any_deadline_for_complaints_of_consumers_is_pointed_out_on_both_sides(
    side: str, subject: str, duration: Duration | None
) -> None:
    value = ObjectionDeadline(duration, immediate=duration is None, subject=subject, by=Party.CUSTOMER)
    assert broken(objection(value), facts(side, "b2c")) == [(f"notice-of-defects-{side}-b2c.forbidden", "high")]


@pytest.mark.parametrize(
    ("subject", "rule"),
    [
        ("invoice", "objection-supplier-b2c-invoice.deemed"),
        ("other", "objection-supplier-b2c-invoice.deemed"),
        ("acceptance", "acceptance-supplier-b2c.deemed"),
    ],
)
def test_deemed_consent_of_consumers_asks_to_look_for_the_notice(subject: str, rule: str) -> None:
    value = ObjectionDeadline(Duration(8, Unit.WEEK), subject=subject, deemed_consent=True, by=Party.CUSTOMER)
    assert broken(objection(value), facts("supplier", "b2c")) == [(rule, "low")]


@pytest.mark.parametrize(("weeks", "number"), [(5, 1), (6, 0)])
def test_our_changes_of_terms_leave_businesses_six_weeks(weeks: int, number: int) -> None:
    value = ObjectionDeadline(
        Duration(weeks, Unit.WEEK), subject="change_of_terms", deemed_consent=True, by=Party.CUSTOMER
    )
    assert len(broken(objection(value), facts("supplier", "b2b"))) == number


NOTICE = "Der Kunde kann den Vertrag mit einer Frist von drei Monaten zum Monatsende kündigen."
RENEWAL = "Der Vertrag verlängert sich jeweils um zwölf Monate, wenn er nicht gekündigt wird."


@pytest.mark.parametrize("side", ["customer", "supplier"])
@pytest.mark.parametrize("text", [NOTICE, RENEWAL])
def test_the_limits_for_continuing_services_to_consumers_are_none_for_rental(side: str, text: str) -> None:
    assert broken(read(text), facts(side, "b2c", "rental")) == []
    assert [severity for _, severity in broken(read(text), facts(side, "b2c", "service"))] == ["high"]


@pytest.mark.parametrize("side", ["customer", "supplier"])
def test_a_consumers_notice_under_an_unknown_kind_of_contract_asks_for_the_kind(side: str) -> None:
    assert ("contract_kind",) in undecidable(NOTICE, facts(side, "b2c", None)).values()
