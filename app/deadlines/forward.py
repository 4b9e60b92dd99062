"""Periods that run forward from a day: objection, payment, limitation, withdrawal, term.

Where a declaration or a performance is due, a last day that is free moves to the next working day (§ 193 BGB). The end of a
contract's term is neither, and hours are not moved because no norm says so.
"""

from __future__ import annotations

from datetime import date

from app.deadlines.counting import count
from app.deadlines.signs import count_signs, end_signs
from app.deadlines.workdays import Workdays, moved
from app.models.deadlines import Deadline, Meaning, Step
from app.models.provisions import Duration, ProvisionKind, Unit

_TERMS = (ProvisionKind.CONTRACT_TERM, ProvisionKind.RENEWAL_TERM)


def forward(
    kind: ProvisionKind, duration: Duration, start: date, workdays: Workdays, *, first_day_counts: bool
) -> Deadline:
    """The last day; raises NotCountableError or OutOfCalendarError."""
    counted = count(start, duration, workdays, counted=first_day_counts)
    if kind in _TERMS:
        steps = (*counted.steps, Step("term_not_moved"), *count_signs(workdays, duration, counted))
        return Deadline(Meaning.TERM_END, counted.last, steps)
    if duration.unit is Unit.HOUR:
        return Deadline(Meaning.LAST_DAY, counted.last, (*counted.steps, Step("hours_not_moved")))
    day, moves = roll(counted.last, workdays)
    signs = (*count_signs(workdays, duration, counted), *end_signs(workdays, counted.last, day))
    return Deadline(Meaning.LAST_DAY, day, (*counted.steps, *moves, *_analogy(kind, moves), *dict.fromkeys(signs)))


def roll(day: date, workdays: Workdays) -> tuple[date, tuple[Step, ...]]:
    """§ 193 BGB: the day, or the next that is neither Saturday, Sunday nor holiday."""
    steps: list[Step] = []
    start = day
    while workdays.free(day):
        name = workdays.holiday(day)
        steps.append(Step("holiday", {"day": day, "name": name}) if name else Step("weekend", {"day": day}))
        day = moved(day, 1)
    if day == start:
        return day, (Step("working_day_stays", {"day": day}),)
    return day, (*steps, Step("moved", {"day": day}))


def _analogy(kind: ProvisionKind, moves: tuple[Step, ...]) -> tuple[Step, ...]:
    if kind is ProvisionKind.LIMITATION_PERIOD and len(moves) > 1:
        return (Step("limitation_moved", {"day": moves[0].params["day"]}, warns=True),)
    return ()
