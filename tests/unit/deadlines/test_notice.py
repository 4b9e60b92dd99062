"""Notice periods run backwards from the end, or to the earliest end from the day of receipt; neither is moved."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.deadlines.compute import deadline_of, possible_days
from app.deadlines.counting import count
from app.deadlines.notice import next_end
from app.deadlines.workdays import Workdays
from app.models.deadlines import Deadline, Given, Meaning
from app.models.provisions import Duration, NoticePeriod, Provision, ProvisionKind, Unit


def notice(length: str, to: str | None, given: Given, day: str, state: str = "NW") -> Deadline:
    value, unit = length.split(maxsplit=1)
    unit, _, printed = unit.partition("/")
    asked = NoticePeriod(Duration(float(value), Unit(unit), printed), to)
    provision = Provision("p", ProvisionKind.NOTICE_PERIOD, "c", 0, 1, "x", asked, "r", 1.0)
    return deadline_of(provision, given, date.fromisoformat(day), Workdays(state))


def codes(deadline: Deadline) -> list[str]:
    return [step.code for step in deadline.steps]


@pytest.mark.parametrize(
    ("length", "to", "wished", "receipt"),
    [
        ("3 month", "end_of_quarter", "2026-06-30", "2026-03-31"),
        ("3 month", "end_of_quarter", "2026-06-15", "2026-03-31"),  # moved to the end of June
        ("3 month", "end_of_month", "2026-05-31", "2026-02-28"),  # received on 28 February it ends on 28 May
        ("1 month", "end_of_month", "2026-02-28", "2026-01-31"),
        ("1 month", "end_of_month", "2026-03-31", "2026-02-28"),
        ("1 month", "end_of_month", "2028-03-31", "2028-02-29"),
        ("4 week", "end_of_month", "2026-03-31", "2026-03-03"),
        ("6 week", "end_of_quarter", "2026-03-31", "2026-02-17"),
        ("14 day", "end_of_month", "2026-04-30", "2026-04-16"),
        ("6 month", "end_of_year", "2026-12-31", "2026-06-30"),
        ("3 month", "end_of_term", "2027-01-31", "2026-10-31"),
        ("3 month", "end_of_term", "2026-05-15", "2026-02-15"),
        ("1 month", "any_time", "2026-05-30", "2026-04-30"),
        ("1 month", None, "2026-03-30", "2026-02-28"),
        ("1 year", "end_of_year", "2028-12-31", "2027-12-31"),
        ("10 working_day/Arbeitstage", None, "2026-04-30", "2026-04-16"),
        ("10 working_day/Werktage", None, "2026-04-30", "2026-04-19"),  # a Sunday: the first Werktag is the 20th
        ("24 hour", None, "2026-04-30", "2026-04-29"),
        ("1.5 month", None, "2026-04-30", "2026-03-15"),
    ],
)
def test_the_latest_day_of_receipt(length: str, to: str | None, wished: str, receipt: str) -> None:
    found = notice(length, to, Given.WISHED_END, wished)
    assert found.day == date.fromisoformat(receipt)
    assert found.meaning is Meaning.LATEST_RECEIPT


@pytest.mark.parametrize(
    ("length", "to", "receipt", "end"),
    [
        ("3 month", "end_of_quarter", "2026-03-31", "2026-06-30"),
        ("3 month", "end_of_quarter", "2026-04-01", "2026-09-30"),
        ("1 month", "end_of_month", "2026-01-31", "2026-02-28"),
        ("1 month", "end_of_month", "2026-02-01", "2026-03-31"),
        ("4 week", "end_of_month", "2026-03-03", "2026-03-31"),
        ("4 week", "end_of_month", "2026-03-04", "2026-04-30"),
        ("6 month", "end_of_year", "2026-07-01", "2027-12-31"),
        ("1 month", "any_time", "2026-04-15", "2026-05-15"),
        ("14 day", None, "2026-04-18", "2026-05-02"),  # a Saturday: the end of a contract is not moved
    ],
)
def test_the_earliest_end_of_the_contract(length: str, to: str | None, receipt: str, end: str) -> None:
    found = notice(length, to, Given.NOTICE_RECEIVED, receipt)
    assert found.day == date.fromisoformat(end)
    assert found.meaning is Meaning.EARLIEST_END
    assert "notice_not_moved" in codes(found)


def test_a_latest_day_on_a_sunday_is_not_moved_but_a_working_day_before_is_named() -> None:
    found = notice("1 month", "end_of_month", Given.WISHED_END, "2026-06-30")
    assert found.day == date(2026, 5, 31)
    assert "notice_not_moved" in codes(found)
    assert [s.params["before"] for s in found.steps if s.code == "receipt_at_weekend"] == [date(2026, 5, 29)]


def test_the_ruling_of_2005_one_month_to_30_april_2002_had_to_arrive_by_easter_saturday() -> None:
    found = notice("1 month", None, Given.WISHED_END, "2002-04-30")
    assert found.day == date(2002, 3, 31)  # Easter Sunday; arrival on Tuesday, 2 April, was too late
    assert "receipt_at_weekend" in codes(found)
    assert [s.params["before"] for s in found.steps if s.code == "receipt_at_weekend"] == [date(2002, 3, 28)]


def test_a_latest_day_on_a_holiday_names_it() -> None:
    found = notice("8 week", None, Given.WISHED_END, "2026-06-26")
    assert found.day == date(2026, 5, 1)
    assert [s.params["name"] for s in found.steps if s.code == "receipt_on_holiday"] == ["Erster Mai"]


def test_a_wished_day_that_is_no_permissible_end_is_said() -> None:
    found = notice("1 month", "end_of_month", Given.WISHED_END, "2026-06-15")
    assert found.steps[0].code == "wished_end_moved"
    assert found.steps[0].warns


def test_years_and_quarters_of_the_contract_are_not_known_which_is_said() -> None:
    assert "calendar_end_assumed" in codes(notice("3 month", "end_of_quarter", Given.WISHED_END, "2026-06-30"))
    assert "calendar_end_assumed" not in codes(notice("3 month", "end_of_month", Given.WISHED_END, "2026-06-30"))


def test_to_the_end_of_the_term_only_that_end_is_asked_for() -> None:
    asked = NoticePeriod(Duration(3, Unit.MONTH), "end_of_term")
    assert possible_days(Provision("p", ProvisionKind.NOTICE_PERIOD, "c", 0, 1, "x", asked, "r", 1.0)) == (
        Given.WISHED_END,
    )
    found = notice("3 month", "end_of_term", Given.NOTICE_RECEIVED, "2026-03-02")
    assert (found.day, codes(found)) == (None, ["end_of_term_needed"])


def test_a_working_day_count_backwards_skips_holidays_and_says_so() -> None:
    found = notice("3 working_day/Werktage", None, Given.WISHED_END, "2026-04-08")
    assert found.day == date(2026, 4, 3)  # Good Friday: then come Saturday, Tuesday and Wednesday
    assert [s.params["name"] for s in found.steps if s.code == "holiday_skipped"] == ["Ostermontag"]
    assert [s.params["before"] for s in found.steps if s.code == "receipt_on_holiday"] == [date(2026, 4, 2)]


LENGTHS = st.builds(Duration, st.integers(1, 24).map(float), st.sampled_from([u for u in Unit if u is not Unit.HOUR]))
ENDS = st.sampled_from([None, "any_time", "end_of_month", "end_of_quarter", "end_of_year"])
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


def computed(duration: Duration, to: str | None, how: Given, day: date) -> date:
    asked = Provision("p", ProvisionKind.NOTICE_PERIOD, "c", 0, 1, "x", NoticePeriod(duration, to), "r", 1.0)
    found = deadline_of(asked, how, day, Workdays("NW")).day
    assert found is not None
    return found


@given(LENGTHS, ENDS, DAYS)
def test_backwards_and_forwards_agree(duration: Duration, to: str | None, wished: date) -> None:
    end = next_end(wished, to)
    receipt = computed(duration, to, Given.WISHED_END, wished)
    assert count(receipt, duration, Workdays("NW")).last <= end
    assert count(receipt + timedelta(days=1), duration, Workdays("NW")).last > end
    assert computed(duration, to, Given.NOTICE_RECEIVED, receipt) <= end


@given(LENGTHS, ENDS, DAYS, st.integers(0, 60))
def test_a_later_end_never_needs_an_earlier_notice(
    duration: Duration, to: str | None, wished: date, later: int
) -> None:
    assert computed(duration, to, Given.WISHED_END, wished + timedelta(days=later)) >= computed(
        duration, to, Given.WISHED_END, wished
    )
