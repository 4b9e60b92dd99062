"""Periods that run forward, against days checked by hand with a calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.deadlines.compute import deadline_of, possible_days, under_law
from app.deadlines.workdays import Workdays
from app.models.deadlines import Deadline, Given, Meaning
from app.models.facts import GoverningLaw
from app.models.provisions import (
    Duration,
    LiabilityCap,
    NoticePeriod,
    ObjectionDeadline,
    Provision,
    ProvisionKind,
    ProvisionValue,
    RenewalTerm,
    Term,
    Unit,
)


def of(text: str) -> Duration:
    value, unit = text.split(maxsplit=1)
    unit, _, printed = unit.partition("/")
    return Duration(float(value), Unit(unit), printed)


def provision(value: ProvisionValue, kind: ProvisionKind) -> Provision:
    return Provision("p", kind, "c", 0, 1, "x", value, "r", 1.0)


def objection(length: str, day: str, state: str = "NW", given: Given = Given.EVENT) -> Deadline:
    value = ObjectionDeadline(of(length), start="receipt")
    asked = provision(value, ProvisionKind.OBJECTION_DEADLINE)
    return deadline_of(asked, given, date.fromisoformat(day), Workdays(state))


def term(length: str, day: str, kind: ProvisionKind = ProvisionKind.CONTRACT_TERM) -> Deadline:
    return deadline_of(provision(Term(of(length)), kind), Given.FIRST_DAY, date.fromisoformat(day), Workdays("NW"))


def codes(deadline: Deadline) -> list[str]:
    return [step.code for step in deadline.steps]


@pytest.mark.parametrize(
    ("length", "day", "last"),
    [
        # days: the day of the event does not count
        ("1 day", "2026-03-02", "2026-03-03"),
        ("14 day", "2026-03-02", "2026-03-16"),
        ("14 day", "2026-02-16", "2026-03-02"),
        ("30 day", "2026-01-30", "2026-03-02"),  # 1 March is a Sunday
        ("10 day", "2024-02-20", "2024-03-01"),  # leap year
        ("10 day", "2025-02-20", "2025-03-03"),  # 2 March is a Sunday
        # over the turn of the year
        ("10 day", "2026-12-21", "2026-12-31"),  # New Year's Eve is a working day
        ("11 day", "2026-12-21", "2027-01-04"),  # New Year, Saturday, Sunday
        ("3 day", "2026-12-21", "2026-12-24"),  # Christmas Eve is a working day
        ("4 day", "2026-12-21", "2026-12-28"),  # Christmas, Boxing Day (Saturday), Sunday
        # Easter 2026: Good Friday 3 April, Easter Monday 6 April
        ("14 day", "2026-03-20", "2026-04-07"),
        ("13 day", "2026-03-20", "2026-04-02"),
        # Saturday and Sunday
        ("1 day", "2026-03-06", "2026-03-09"),
        ("2 day", "2026-03-06", "2026-03-09"),
        # holidays: Labour Day on a Friday, Ascension, Whit Monday, Corpus Christi (NW), All Saints on a Sunday
        ("1 day", "2026-04-30", "2026-05-04"),
        ("7 day", "2026-05-07", "2026-05-15"),
        ("7 day", "2026-05-18", "2026-05-26"),
        ("1 week", "2026-05-28", "2026-06-05"),
        ("1 week", "2026-10-25", "2026-11-02"),
        # weeks: the same day of the week
        ("2 week", "2026-03-04", "2026-03-18"),
        ("6 week", "2026-01-05", "2026-02-16"),
        # months: the same number, or the last day
        ("1 month", "2026-01-15", "2026-02-16"),  # 15 February is a Sunday
        ("1 month", "2026-01-31", "2026-03-02"),  # 28 February is a Saturday
        ("1 month", "2028-01-31", "2028-02-29"),
        ("1 month", "2027-02-28", "2027-03-30"),  # 28 and 29 March are Easter
        ("2 month", "2026-12-31", "2027-03-01"),  # 28 February is a Sunday
        ("3 month", "2026-03-31", "2026-06-30"),
        ("6 month", "2026-08-31", "2027-03-01"),
        ("1 month", "2026-05-31", "2026-06-30"),
        # quarters and years are months
        ("1 quarter", "2026-01-02", "2026-04-02"),
        ("1 year", "2028-02-29", "2029-02-28"),
        ("4 year", "2024-02-29", "2028-02-29"),
        ("2 year", "2026-06-10", "2028-06-12"),  # 10 June 2028 is a Saturday
        # half a month is 15 days, counted last; half a year six months
        ("0.5 month", "2026-03-01", "2026-03-16"),
        ("1.5 month", "2026-01-31", "2026-03-16"),  # 28 February and 15 days is Sunday, 15 March
        ("0.5 year", "2026-01-07", "2026-07-07"),
        # a Werktag may be a Saturday, except the last one; an Arbeitstag is one of five days
        ("3 working_day/Werktagen", "2026-03-05", "2026-03-09"),
        ("2 working_day/Werktagen", "2026-03-05", "2026-03-09"),
        ("2 working_day/Arbeitstagen", "2026-03-05", "2026-03-09"),
        ("3 working_day/Arbeitstagen", "2026-03-05", "2026-03-10"),
        ("10 working_day/Werktage", "2026-12-18", "2027-01-04"),
        ("10 working_day/Arbeitstage", "2026-12-18", "2027-01-05"),
        ("1 working_day/Bankarbeitstag", "2026-04-02", "2026-04-07"),
        ("5 working_day/Werktage", "2026-04-02", "2026-04-10"),  # the Saturday before Easter counts
        ("6 working_day/Werktage", "2026-04-02", "2026-04-13"),  # the sixth is a Saturday
        # hours keep the hour and are not moved
        ("24 hour", "2026-03-06", "2026-03-07"),
        ("72 hour", "2026-03-02", "2026-03-05"),
    ],
)
def test_the_last_day_to_object(length: str, day: str, last: str) -> None:
    assert objection(length, day).day == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("state", "last"),
    [("BY", "2026-01-07"), ("BW", "2026-01-07"), ("ST", "2026-01-07"), ("NW", "2026-01-06"), ("", "2026-01-06")],
)
def test_holidays_are_those_of_the_state(state: str, last: str) -> None:
    assert objection("5 day", "2026-01-01", state).day == date.fromisoformat(last)


def test_the_reformation_day_of_2017_was_a_holiday_everywhere() -> None:
    assert objection("1 day", "2017-10-30", "").day == date(2017, 11, 1)


@pytest.mark.parametrize(
    ("length", "day", "last"),
    [
        ("1 year", "2026-01-01", "2026-12-31"),
        ("24 month", "2026-01-01", "2027-12-31"),
        ("1 month", "2026-01-31", "2026-02-28"),
        ("1 month", "2026-01-30", "2026-02-28"),
        ("1 month", "2026-01-29", "2026-02-28"),
        ("1 month", "2026-01-28", "2026-02-27"),
        ("1 month", "2026-03-31", "2026-04-30"),
        ("1 month", "2028-02-01", "2028-02-29"),
        ("3 month", "2026-04-15", "2026-07-14"),
        ("2 week", "2026-03-02", "2026-03-15"),  # a Sunday: a term is not moved
        ("1 day", "2026-03-02", "2026-03-02"),
        ("0.5 month", "2026-03-01", "2026-03-15"),
    ],
)
def test_the_end_of_a_term_whose_first_day_counts(length: str, day: str, last: str) -> None:
    found = term(length, day)
    assert found.day == date.fromisoformat(last)
    assert found.meaning is Meaning.TERM_END
    assert "term_not_moved" in codes(found)


def test_each_step_of_a_moved_end_is_there() -> None:
    assert codes(objection("14 day", "2026-03-20")) == [
        *("event_day_does_not_count", "days", "holiday", "weekend", "weekend", "holiday", "moved", "arrival"),
    ]


def test_a_holiday_of_a_part_of_the_state_is_named_and_not_applied() -> None:
    assumption = objection("1 day", "2028-08-14", "BY")  # Tuesday, 15 August: Mariä Himmelfahrt
    assert assumption.day == date(2028, 8, 15)
    assert [s.params["name"] for s in assumption.steps if s.code == "holiday_in_parts"] == ["Mariä Himmelfahrt"]
    assert assumption.warns
    augsburg = objection("1 day", "2028-08-07", "BY")
    assert [s.params["name"] for s in augsburg.steps if s.code == "holiday_in_parts"] == [
        "Augsburger Hohes Friedensfest"
    ]


@pytest.mark.parametrize("state", ["SN", "TH"])
def test_corpus_christi_in_parts_of_saxony_and_thuringia_is_named(state: str) -> None:
    found = objection("1 day", "2026-06-03", state)
    assert found.day == date(2026, 6, 4)
    assert "holiday_in_parts" in codes(found)


def test_without_a_state_it_is_said_where_the_day_is_a_holiday() -> None:
    found = objection("1 day", "2026-06-03", "")
    assert found.day == date(2026, 6, 4)
    said = [s.params["states"] for s in found.steps if s.code == "holiday_elsewhere"]
    assert said == ["BW, BY, HE, NW, RP, SL"]
    assert "no_state" in codes(found)


def test_a_holiday_among_counted_working_days_that_may_count_is_named_too() -> None:
    assert "holiday_elsewhere" in codes(objection("10 working_day/Arbeitstage", "2026-06-01", ""))
    assert "holiday_elsewhere" not in codes(objection("10 day", "2026-06-01", ""))


@pytest.mark.parametrize(
    ("length", "code"),
    [
        ("0 day", "no_length"),
        ("1.5 week", "fraction"),
        ("2.5 day", "fraction"),
        ("0.3 month", "fraction"),
        ("36 hour", "hours_need_time"),
        ("90 year", "years_unknown"),
        ("100000000 month", "years_unknown"),
        ("30000 working_day/Werktage", "years_unknown"),
        ("36000 day", "years_unknown"),
    ],
)
def test_what_cannot_be_counted_is_said(length: str, code: str) -> None:
    found = objection(length, "2026-03-02")
    assert found.day is None
    assert codes(found) == [code]


@pytest.mark.parametrize("day", ["1990-12-31", "2101-01-01"])
def test_a_start_outside_the_known_years_is_said(day: str) -> None:
    assert codes(objection("1 day", day)) == ["years_unknown"]


@pytest.mark.parametrize(
    ("value", "kind", "code"),
    [
        (ObjectionDeadline(immediate=True), ProvisionKind.OBJECTION_DEADLINE, "without_delay"),
        (Term(immediate=True), ProvisionKind.PAYMENT_TERM, "due_at_once"),
        (Term(), ProvisionKind.PAYMENT_TERM, "no_duration"),
        (NoticePeriod(immediate=True), ProvisionKind.NOTICE_PERIOD, "without_notice"),
        (NoticePeriod(), ProvisionKind.NOTICE_PERIOD, "no_duration"),
        (RenewalTerm(indefinite=True), ProvisionKind.RENEWAL_TERM, "indefinite"),
        (RenewalTerm(), ProvisionKind.RENEWAL_TERM, "no_duration"),
    ],
)
def test_without_a_length_no_day_is_guessed(value: ProvisionValue, kind: ProvisionKind, code: str) -> None:
    asked = provision(value, kind)
    found = deadline_of(asked, possible_days(asked)[0], date(2026, 3, 2), Workdays("NW"))
    assert (found.day, codes(found)) == (None, [code])


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        (ProvisionKind.LIMITATION_PERIOD, Term(of("1 year")), "limitation_start"),
        (ProvisionKind.WITHDRAWAL_PERIOD, Term(of("14 day")), "withdrawal_sent"),
        (ProvisionKind.PAYMENT_TERM, Term(of("3 working_day/Werktagen")), "saturday_disputed"),
        (ProvisionKind.PAYMENT_TERM, Term(of("3 working_day/Bankarbeitstagen")), "bank_days"),
        (ProvisionKind.PAYMENT_TERM, Term(of("3 working_day/Geschäftstagen")), "five_days_assumed"),
        (ProvisionKind.OBJECTION_DEADLINE, ObjectionDeadline(of("1 week")), "start_not_said"),
    ],
)
def test_what_else_decides_is_said(kind: ProvisionKind, value: ProvisionValue, code: str) -> None:
    assert code in codes(deadline_of(provision(value, kind), Given.EVENT, date(2026, 3, 2), Workdays("NW")))


def test_a_limitation_that_is_moved_warns_of_the_day_before() -> None:
    asked = provision(Term(of("1 year")), ProvisionKind.LIMITATION_PERIOD)
    found = deadline_of(asked, Given.EVENT, date(2025, 3, 7), Workdays("NW"))
    assert found.day == date(2026, 3, 9)
    assert [s.params["day"] for s in found.steps if s.code == "limitation_moved"] == [date(2026, 3, 7)]


@pytest.mark.parametrize(("law", "warned"), [(None, False), (GoverningLaw.DE, False), (GoverningLaw.CH, True)])
def test_another_law_is_warned_of(law: GoverningLaw | None, warned: bool) -> None:
    assert ("other_law" in codes(under_law(objection("1 week", "2026-03-02"), law))) == warned


def test_what_is_no_period_has_no_day_to_ask_for() -> None:
    assert possible_days(provision(LiabilityCap("amount"), ProvisionKind.LIABILITY_CAP)) == ()


LENGTHS = st.one_of(
    st.builds(
        Duration, st.integers(1, 40).map(float), st.sampled_from([Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER])
    ),
    st.builds(
        Duration, st.integers(1, 40).map(float), st.just(Unit.WORKING_DAY), st.sampled_from(["Werktage", "Arbeitstage"])
    ),
    st.builds(Duration, st.integers(1, 10).map(float), st.just(Unit.YEAR)),
)
DAYS = st.dates(date(2000, 1, 1), date(2060, 1, 1))
STATES = st.sampled_from(["", "BY", "NW", "SN", "BE"])


def last_day(duration: Duration, day: date, state: str, given: Given = Given.EVENT) -> date:
    value = provision(ObjectionDeadline(duration), ProvisionKind.OBJECTION_DEADLINE)
    found = deadline_of(value, given, day, Workdays(state)).day
    assert found is not None
    return found


@given(LENGTHS, DAYS, STATES, st.sampled_from([Given.EVENT, Given.FIRST_DAY]))
def test_a_declaration_is_never_due_before_its_start_nor_on_a_free_day(
    duration: Duration, day: date, state: str, how: Given
) -> None:
    last = last_day(duration, day, state, how)
    assert last >= day
    assert last.weekday() < 5
    assert Workdays(state).holiday(last) is None


@given(LENGTHS, DAYS, STATES, st.integers(0, 40))
def test_what_starts_later_never_ends_earlier(duration: Duration, day: date, state: str, later: int) -> None:
    assert last_day(duration, date.fromordinal(day.toordinal() + later), state) >= last_day(duration, day, state)


@given(LENGTHS, DAYS, STATES)
def test_a_first_day_that_counts_never_ends_later_than_one_that_does_not(
    duration: Duration, day: date, state: str
) -> None:
    assert last_day(duration, day, state, Given.FIRST_DAY) <= last_day(duration, day, state, Given.EVENT)
