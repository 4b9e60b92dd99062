"""Durations are compared as calendars allow; where the calendar decides, nobody guesses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.comparing.durations import compare, days
from app.models.provisions import Duration, Unit


def of(text: str) -> Duration:
    value, unit = text.split(maxsplit=1)
    unit, _, printed = unit.partition("/")
    return Duration(float(value), Unit(unit), printed)


@pytest.mark.parametrize(
    ("found", "limit", "order"),
    [
        ("14 day", "2 week", 0),
        ("12 month", "1 year", 0),
        ("1 quarter", "3 month", 0),
        ("6 week", "1 month", 1),
        ("27 day", "1 month", -1),
        ("32 day", "1 month", 1),
        ("30 day", "1 month", None),
        ("4 week", "1 month", None),
        ("48 hour", "2 day", 0),
        ("12 week", "3 month", -1),
        ("8 working_day/Werktage", "1 week", 1),
        ("5 working_day/Arbeitstage", "1 week", None),
        ("5 working_day/Arbeitstage", "6 day", None),
        ("5 working_day/Arbeitstage", "4 day", 1),
        ("120000 month", "1 month", 1),
        ("9999 year", "120000 month", -1),
        ("3 working_day/Werktage", "3 working_day/Arbeitstage", None),
        ("3 working_day/Arbeitstage", "5 working_day/Bankarbeitstage", -1),
        ("2 working_day/Arbeitstage", "2 week", -1),
    ],
)
def test_a_duration_is_shorter_equal_longer_or_undecided(found: str, limit: str, order: int | None) -> None:
    assert compare(of(found), of(limit)) == order


DURATIONS = st.builds(Duration, st.integers(1, 60).map(float), st.sampled_from(Unit))


@given(DURATIONS, DURATIONS)
def test_comparing_the_other_way_round_turns_the_sign(a: Duration, b: Duration) -> None:
    forth, back = compare(a, b), compare(b, a)
    assert forth == (None if back is None else -back)


def test_a_count_of_every_start_day_lies_within_the_interval() -> None:
    for count in range(1, 16):
        low, high = days(Duration(float(count), Unit.WORKING_DAY, "Arbeitstage"))
        for start in range(7):  # 0 is a Monday; the day of the event does not count (§ 187 Abs. 1 BGB)
            day, left = start, count
            while left:
                day += 1
                left -= day % 7 < 5
            assert low <= day - start <= high


@given(DURATIONS)
def test_the_shortest_is_not_longer_than_the_longest(duration: Duration) -> None:
    low, high = days(duration)
    assert 0 < low <= high
