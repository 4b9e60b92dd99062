"""Warnings about holidays that may or may not count: those of parts of a Bundesland, those of single ones, Christmas Eve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from app.deadlines.counting import Counted, week_length
from app.deadlines.workdays import WEEK, Workdays, days_between
from app.models.deadlines import Step
from app.models.provisions import Duration

_EVES = ((12, 24), (12, 31))


def count_signs(workdays: Workdays, duration: Duration, counted: Counted) -> tuple[Step, ...]:
    """What a reader should know of the days that were counted: nothing where all days count."""
    if counted.first is None:
        return ()
    week = week_length(duration)
    days = (day for day in days_between(counted.first, counted.last) if day.weekday() < week)
    return _signs(workdays, days, counted.last)


def end_signs(workdays: Workdays, first: date, last: date) -> tuple[Step, ...]:
    """The same of the days between a period's own end and the day it was moved to."""
    return _signs(workdays, (day for day in days_between(first, last) if day.weekday() < WEEK), last)


def _signs(workdays: Workdays, days: Iterable[date], last: date) -> tuple[Step, ...]:
    found = [step for day in days for step in _doubts(workdays, day)]
    if (last.month, last.day) in _EVES:
        found.append(Step("eve"))
    if not workdays.state:
        found.append(Step("no_state"))
    return tuple(found)


def _doubts(workdays: Workdays, day: date) -> Iterator[Step]:
    if name := workdays.in_parts(day):
        yield Step("holiday_in_parts", {"day": day, "name": name, "state": workdays.state}, warns=True)
    if states := workdays.elsewhere(day):
        yield Step("holiday_elsewhere", {"day": day, "states": ", ".join(states)}, warns=True)
