"""Notice periods, which run backwards from the end of the contract.

The whole period must lie between the day the notice arrives, which does not count, and the end. So the latest day of receipt
for an end is the last one whose period, counted forward, is over by then; and the earliest end for a receipt is the first
permissible one after its period. § 193 BGB moves neither: the period protects the party that is given notice, and moving
would shorten it (Bundesgerichtshof, 17 February 2005, III ZR 172/04).
"""

from __future__ import annotations

import calendar
from bisect import bisect_right
from datetime import date

from app.deadlines.counting import count
from app.deadlines.signs import count_signs
from app.deadlines.workdays import OutOfCalendarError, Workdays, moved
from app.models.deadlines import Deadline, Meaning, Step
from app.models.provisions import Duration, Unit

_MONTHS_OF_ENDS = {"end_of_month": 1, "end_of_quarter": 3, "end_of_year": 12}
_REACH = {
    Unit.HOUR: 1,
    Unit.DAY: 1,
    Unit.WEEK: 7,
    Unit.WORKING_DAY: 3,
    Unit.MONTH: 31,
    Unit.QUARTER: 93,
    Unit.YEAR: 366,
}
_SLACK = 40  # days


def earliest_end(duration: Duration, to: str | None, receipt: date, workdays: Workdays) -> Deadline:
    """When the contract ends at the earliest, by the day of receipt."""
    if to == "end_of_term":
        return Deadline(Meaning.EARLIEST_END, None, (Step("end_of_term_needed", warns=True),))
    counted = count(receipt, duration, workdays)
    day = next_end(counted.last, to)
    fitted = Step("next_permissible_end", {"day": day, "to": to}) if to in _MONTHS_OF_ENDS else Step("any_end")
    steps = (*counted.steps, fitted, *_calendar_year(to), Step("notice_not_moved"))
    return Deadline(Meaning.EARLIEST_END, day, (*steps, *count_signs(workdays, duration, counted)))


def latest_receipt(duration: Duration, to: str | None, wished: date, workdays: Workdays) -> Deadline:
    """By when the notice must have arrived so that the contract ends on the wished day."""
    end = next_end(wished, to)
    if end == wished:
        wish = (Step("wished_end", {"day": end}),)
    else:
        wish = (Step("wished_end_moved", {"day": wished, "end": end, "to": to or ""}, warns=True),)
    day = _latest(end, duration, workdays)
    fits, late = (count(start, duration, workdays) for start in (day, moved(day, 1)))
    shown = (
        Step("whole_period_between", {"day": day, "last": fits.last, "end": end, "duration": duration}),
        Step("day_later", {"day": moved(day, 1), "last": late.last, "end": end}),
    )
    steps = (
        *wish,
        *_calendar_year(to),
        *_skipped(fits.steps),
        *shown,
        Step("notice_not_moved"),
        *_practical(day, workdays),
    )
    return Deadline(Meaning.LATEST_RECEIPT, day, (*steps, *count_signs(workdays, duration, fits)))


def next_end(day: date, to: str | None) -> date:
    """The first day from `day` on that is an end of month, quarter or year; the day itself where any day may be the end."""
    months = _MONTHS_OF_ENDS.get(to or "")
    if months is None:
        return day
    month = -(-day.month // months) * months
    return date(day.year, month, calendar.monthrange(day.year, month)[1])


def _latest(end: date, duration: Duration, workdays: Workdays) -> date:
    """The last day whose period is over by the end: periods that start later never end earlier."""
    low = moved(end, -int(duration.value * _REACH[duration.unit]) - _SLACK)
    days = range(low.toordinal(), end.toordinal() + 1)
    found = bisect_right(days, end, key=lambda n: count(date.fromordinal(n), duration, workdays).last)
    if not found:
        raise OutOfCalendarError
    return date.fromordinal(days[found - 1])


def _skipped(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return tuple(step for step in steps if step.code in ("working_days", "holiday_skipped", "hours", "half_month"))


def _calendar_year(to: str | None) -> tuple[Step, ...]:
    return (Step("calendar_end_assumed", {"to": to}, warns=True),) if to in ("end_of_quarter", "end_of_year") else ()


def _practical(day: date, workdays: Workdays) -> tuple[Step, ...]:
    """A letter seldom arrives on a free day: the last working day before is named."""
    if not workdays.free(day):
        return ()
    before = day
    while workdays.free(before):
        before = moved(before, -1)
    if name := workdays.holiday(day):
        return (Step("receipt_on_holiday", {"day": day, "name": name, "before": before}, warns=True),)
    return (Step("receipt_at_weekend", {"day": day, "before": before}, warns=True),)
