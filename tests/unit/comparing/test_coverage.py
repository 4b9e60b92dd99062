"""Which subjects a document covers, and what a rule asks where it is kept or cannot be decided."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.comparing.evaluation import evaluate_reading
from app.library.model import Comparator, Rule, Silence
from app.models.analysis import Limit, Outcome, Severity, SubjectCheck
from app.models.facts import Fact, FactSource, Perspective
from app.models.provisions import Duration, LiabilityCap, LiabilityExclusion, NoticePeriod, ProvisionKind, Unit
from app.models.provisions import ProvisionValue as Value
from tests.unit.comparing.made import FACTS, library, reading, reference, rule, with_values

SILENCE = Silence("Es gilt das Gesetz.", "§ 580a BGB", Perspective.CUSTOMER, Severity.MEDIUM)
ASKED = reference(required=True, silence=SILENCE)


def subject(*references, read=None, facts=FACTS, name="termination") -> SubjectCheck:
    subjects = evaluate_reading(read or reading("Ein Satz."), library(*references), facts).subjects
    (found,) = (s for s in subjects if s.subject == name)
    return found


def test_a_required_subject_is_missing_or_leads_to_its_clauses() -> None:
    there = reading("Ein Satz.", "Kündbar.", types=["scope", "termination"])
    assert subject(ASKED) == SubjectCheck("termination", True, Outcome.FINDING)
    assert subject(ASKED, read=there) == SubjectCheck("termination", True, Outcome.OK, ("c0002",))


def test_a_subject_that_holds_a_value_its_rules_look_at_is_there() -> None:
    own = replace(
        ASKED, rules=(rule(ProvisionKind.NOTICE_PERIOD, "duration", Comparator.AT_MOST, Duration(9, Unit.MONTH)),)
    )
    read = with_values(reading("Kündbar."), (ProvisionKind.NOTICE_PERIOD, NoticePeriod(Duration(1, Unit.MONTH))))
    assert subject(own, read=read).clauses == ("c0001",)


def test_the_reference_that_says_most_decides() -> None:
    other = replace(ASKED, id="z", silence=None)
    assert subject(other, ASKED).outcome is Outcome.FINDING
    assert subject(other).reason == "silence_is_harmless"


@pytest.mark.parametrize(
    ("given", "outcome", "reason"),
    [
        (reference(), Outcome.NOT_APPLICABLE, "not_required"),
        (reference(perspective=Perspective.SUPPLIER), Outcome.NOT_APPLICABLE, "perspective"),
        (replace(ASKED, perspective=Perspective.SUPPLIER), Outcome.NOT_APPLICABLE, "perspective"),
    ],
)
def test_a_subject_that_nobody_asks_for_says_why(given, outcome, reason) -> None:
    assert subject(given) == SubjectCheck("termination", False, outcome, reason=reason)


def test_a_known_subject_that_nobody_asks_for_is_there_or_was_not_checked() -> None:
    there = reading("Kündbar.", types=["termination"])
    assert subject(reference(), read=there) == SubjectCheck("termination", False, Outcome.OK, ("c0001",))
    elsewhere = subject(reference(perspective=Perspective.SUPPLIER), read=there)
    assert (elsewhere.outcome, elsewhere.clauses) == (Outcome.NOT_APPLICABLE, ("c0001",))


def test_a_fact_that_is_missing_is_named() -> None:
    found = subject(ASKED, facts=replace(FACTS, audience=Fact(None, FactSource.DEFAULT)))
    assert (found.required, found.outcome, found.needs) == (True, Outcome.UNDECIDABLE, ("audience",))


def test_what_the_library_has_no_reference_on_is_listed_last() -> None:
    read = reading("Ein Satz.", types=["scope"], subjects=())
    assert [s.subject for s in evaluate_reading(read, library(reference()), FACTS).subjects] == ["termination", "scope"]
    assert subject(reference(), read=read, name="scope").reason == "no_reference"


def limit(own: Rule, kind: ProvisionKind, value: Value) -> Limit | None:
    read = with_values(reading("Ein Satz."), (kind, value))
    (check,) = evaluate_reading(read, library(reference(own)), FACTS).checks
    return check.limit


@pytest.mark.parametrize(("months", "found"), [(2, 2), (6, 6)])
def test_a_rule_says_what_it_asks_whether_it_is_kept_or_broken(months: float, found: float) -> None:
    own = rule(ProvisionKind.NOTICE_PERIOD, "duration", Comparator.AT_MOST, Duration(3, Unit.MONTH))
    told = limit(own, ProvisionKind.NOTICE_PERIOD, NoticePeriod(Duration(months, Unit.MONTH)))
    assert told == Limit("r1", "duration", found, "at_most", 3, "month", "month")


def test_a_rule_that_could_not_decide_says_what_it_asks() -> None:
    own = rule(ProvisionKind.LIABILITY_CAP, "amount", Comparator.AT_LEAST, 1000.0)
    told = limit(own, ProvisionKind.LIABILITY_CAP, LiabilityCap("percentage", percent=10, of="price"))
    assert told == Limit("r1", "amount", None, "at_least", 1000.0, "EUR", "EUR")


def test_a_rule_that_forbids_says_so() -> None:
    own = rule(ProvisionKind.LIABILITY_EXCLUSION, "", Comparator.FORBIDDEN)
    told = limit(own, ProvisionKind.LIABILITY_EXCLUSION, LiabilityExclusion())
    assert told == Limit("r1", "", None, "forbidden", None)


def test_a_rule_that_forbids_some_values_says_which_were_found() -> None:
    where = (("to", ("end_of_year", "end_of_quarter")),)
    own = rule(ProvisionKind.NOTICE_PERIOD, "", Comparator.FORBIDDEN, where=where)
    told = limit(own, ProvisionKind.NOTICE_PERIOD, NoticePeriod(Duration(3, Unit.MONTH), to="end_of_year"))
    assert told == Limit("r1", "to", None, "forbidden", "end_of_year")


def test_a_rule_that_did_not_look_at_a_value_asks_nothing_of_it() -> None:
    own = rule(ProvisionKind.LIABILITY_CAP, "amount", Comparator.AT_LEAST, 1000.0, where=(("basis", ("amount",)),))
    assert limit(own, ProvisionKind.LIABILITY_CAP, LiabilityCap("order_value")) is None
