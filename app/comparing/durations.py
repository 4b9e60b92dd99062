"""Comparing lengths of time without pretending that a month has 30 days.

A duration is an interval of calendar days: the shortest and the longest it can be, over all start days of four
years (§§ 187, 188 BGB count months by the calendar). Working days depend on the printed word: a Werktag may be a
Saturday (§ 193 BGB, § 3 Abs. 2 BUrlG: six days a week), an Arbeitstag or Bankarbeitstag is one of five; holidays
make both longer by an unknown amount, for which one day in each begun week and one more is allowed (Easter, Christmas).
"""

from __future__ import annotations

import math
from datetime import date
from functools import lru_cache

from app.models.provisions import Duration, Unit

_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
_DAYS = {Unit.HOUR: 1 / 24, Unit.DAY: 1, Unit.WEEK: 7}
GREGORIAN_CYCLE = 146_097  # days in 400 years: calendars repeat, dates beyond year 9999 do not exist in Python
_Interval = tuple[float, float]


def compare(found: Duration, limit: Duration) -> int | None:
    """-1, 0 or 1 for shorter, equal or longer; None where the calendar decides."""
    exact = _in_one_unit(found, limit)
    if exact is not None:
        return (exact[0] > exact[1]) - (exact[0] < exact[1])
    (low, high), (limit_low, limit_high) = days(found), days(limit)
    if high < limit_low:
        return -1
    if low > limit_high:
        return 1
    return None


def days(duration: Duration) -> _Interval:
    """The shortest and the longest number of calendar days the duration can be."""
    if duration.unit in _DAYS:
        exact = duration.value * _DAYS[duration.unit]
        return exact, exact
    if duration.unit is Unit.WORKING_DAY:
        return _working_days(duration)
    return _months(duration.value * _MONTHS[duration.unit])


def _in_one_unit(a: Duration, b: Duration) -> tuple[float, float] | None:
    for family in (_MONTHS, _DAYS):
        if a.unit in family and b.unit in family:
            return a.value * family[a.unit], b.value * family[b.unit]
    if a.unit is b.unit and _week_length(a) == _week_length(b):
        return a.value, b.value
    return None


def _week_length(duration: Duration) -> int:
    return 6 if duration.unit_printed.casefold().startswith("werktag") else 5


def _working_days(duration: Duration) -> _Interval:
    week = _week_length(duration)
    free = 7 - week
    low = duration.value + free * ((math.ceil(duration.value) - 1) // week)
    holidays = 1 + math.ceil(duration.value / week)
    return low, low + free + holidays


@lru_cache(maxsize=256)
def _months(months: float) -> _Interval:
    whole = int(months)
    lengths = [_calendar_days(year, month, whole) for year in range(2024, 2028) for month in range(1, 13)]
    part_low, part_high = (months - whole) * 28, (months - whole) * 31
    return min(lengths) + part_low, max(lengths) + part_high


def _calendar_days(year: int, month: int, months: int) -> int:
    cycles, rest = divmod(months, 12 * 400)
    ahead = month - 1 + rest
    days_left = (date(year + ahead // 12, ahead % 12 + 1, 1) - date(year, month, 1)).days
    return cycles * GREGORIAN_CYCLE + days_left
