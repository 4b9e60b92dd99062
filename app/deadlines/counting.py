"""Counting a length of time from a day: §§ 187, 188, 189 BGB, and working days by their printed word.

Nothing is moved to a working day here (§ 193 BGB is applied by its users, where it applies at all). A fraction is counted
only where § 189 BGB says how: half a month is 15 days, counted last.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from app.deadlines.workdays import OutOfCalendarError, Workdays, moved
from app.models.deadlines import Step
from app.models.provisions import Duration, Unit

_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
_HALF_MONTH = 15  # days, § 189 Abs. 1 BGB
_MOST = 100 * 366  # days that can lie in the calendar


class NotCountableError(Exception):
    """A length that no norm says how to count; `step` says why."""

    def __init__(self, step: Step) -> None:
        super().__init__(step.code)
        self.step = step


@dataclass(frozen=True, slots=True)
class Counted:
    """The last day and the steps to it; `first`: where the count of working days began, None for other units."""

    last: date
    steps: tuple[Step, ...]
    first: date | None = None


def week_length(duration: Duration) -> int:
    """Werktage are six a week, all others five."""
    return 6 if duration.unit_printed.casefold().startswith("werktag") else 5


def count(start: date, duration: Duration, workdays: Workdays, *, counted: bool = False) -> Counted:
    """The last day of the period that begins with `start`; `counted`: the day itself is its first (§ 187 Abs. 2 BGB).

    Raises NotCountableError, and OutOfCalendarError where the calendar ends.
    """
    _check(duration)
    begun = Step("first_day_counts" if counted else "event_day_does_not_count", {"day": start})
    if duration.unit is Unit.HOUR:
        return _hours(start, duration)
    if duration.unit is Unit.WORKING_DAY:
        found = _working_days(start, duration, workdays, counted=counted)
    else:
        found = (_months if duration.unit in _MONTHS else _days)(start, duration, counted=counted)
    return Counted(found.last, (begun, *found.steps), found.first)


def _check(duration: Duration) -> None:
    if duration.value <= 0:
        raise NotCountableError(Step("no_length", {"duration": duration}, warns=True))
    if duration.value > _MOST * 24:
        raise OutOfCalendarError


def _whole(duration: Duration) -> int:
    if duration.value != int(duration.value):
        raise NotCountableError(Step("fraction", {"duration": duration}, warns=True))
    return int(duration.value)


def _hours(start: date, duration: Duration) -> Counted:
    days, rest = divmod(duration.value, 24)
    if rest:
        raise NotCountableError(Step("hours_need_time", {"duration": duration}, warns=True))
    last = moved(start, int(days))
    return Counted(last, (Step("hours", {"duration": duration, "day": last}, warns=True),))


def _days(start: date, duration: Duration, *, counted: bool) -> Counted:
    weeks = duration.unit is Unit.WEEK
    last = moved(start, _whole(duration) * (7 if weeks else 1) - counted)
    code = ("weeks_counted" if counted else "weeks") if weeks else "days"
    return Counted(last, (Step(code, {"duration": duration, "day": last}),))


def _working_days(start: date, duration: Duration, workdays: Workdays, *, counted: bool) -> Counted:
    week, left = week_length(duration), _whole(duration)
    first = day = start if counted else moved(start, 1)
    while (left := left - workdays.counts(day, week)) > 0:
        day = moved(day, 1)
    skipped = [
        Step("holiday_skipped", {"day": free, "name": name})
        for free, name in workdays.holidays(first, day)
        if free.weekday() < week
    ]
    kind = Step("working_days", {"week": week, "printed": duration.unit_printed})
    return Counted(day, (kind, *skipped, Step("working_days_end", {"duration": duration, "day": day})), first)


def _months(start: date, duration: Duration, *, counted: bool) -> Counted:
    halves = duration.value * _MONTHS[duration.unit] * 2
    if halves != int(halves):
        raise NotCountableError(Step("fraction", {"duration": duration}, warns=True))
    months, half = divmod(int(halves), 2)
    last, short = _months_on(start, months, counted=counted)
    steps = []
    if months:
        code = "month_too_short" if short else "months_counted" if counted else "months"
        steps = [Step(code, {"duration": duration, "day": last})]
    if half:
        last = moved(last, _HALF_MONTH)
        steps.append(Step("half_month", {"day": last}))
    return Counted(last, tuple(steps))


def _months_on(start: date, months: int, *, counted: bool) -> tuple[date, bool]:
    """The day that has the same number, or (where the first day counts) the day before it; the month's last if it has none."""
    if counted and start.day == 1:
        return _last_of(start, months - 1), False
    wanted = start.day - counted
    last = _last_of(start, months)
    return last.replace(day=min(wanted, last.day)), wanted > last.day


def _last_of(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        raise OutOfCalendarError
    return date(year, month + 1, calendar.monthrange(year, month + 1)[1])
