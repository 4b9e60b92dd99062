"""The deadline of a provision from a day that the user enters.

What the document leaves open is not filled in: without a length, or where something is due without delay, no day comes out
and a step says why.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.deadlines.counting import NotCountableError
from app.deadlines.forward import forward
from app.deadlines.notice import earliest_end, latest_receipt
from app.deadlines.workdays import FIRST_YEAR, LAST_YEAR, OutOfCalendarError, Workdays
from app.models.deadlines import Deadline, Given, Meaning, Step
from app.models.facts import GoverningLaw
from app.models.provisions import (
    Duration,
    NoticePeriod,
    ObjectionDeadline,
    Provision,
    ProvisionKind,
    RenewalTerm,
    Term,
    Unit,
)

PeriodValue = NoticePeriod | ObjectionDeadline | Term | RenewalTerm

_TERMS = (ProvisionKind.CONTRACT_TERM, ProvisionKind.RENEWAL_TERM)
_BOTH = (Given.EVENT, Given.FIRST_DAY)
_MEANING = {
    Given.NOTICE_RECEIVED: Meaning.EARLIEST_END,
    Given.WISHED_END: Meaning.LATEST_RECEIPT,
}


def possible_days(provision: Provision) -> tuple[Given, ...]:
    """What the entered day may be, the usual first; nothing where the provision is no period."""
    value = provision.value
    if isinstance(value, NoticePeriod):
        usual = (Given.WISHED_END, Given.NOTICE_RECEIVED)
        return usual[:1] if value.to == "end_of_term" else usual
    if isinstance(value, ObjectionDeadline | Term | RenewalTerm):
        return _BOTH[::-1] if provision.kind in _TERMS else _BOTH
    return ()


def deadline_of(provision: Provision, given: Given, day: date, workdays: Workdays) -> Deadline:
    """The day and the steps to it."""
    value = provision.value
    if not isinstance(value, PeriodValue):
        raise TypeError(provision.kind)
    meaning = _MEANING.get(given, Meaning.TERM_END if provision.kind in _TERMS else Meaning.LAST_DAY)
    if value.duration is None:
        return Deadline(meaning, None, (_no_duration(value, provision.kind),))
    try:
        found = _computed(provision.kind, value, value.duration, given, day, workdays)
    except NotCountableError as error:
        return Deadline(meaning, None, (error.step,))
    except OutOfCalendarError:
        years = {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
        return Deadline(meaning, None, (Step("years_unknown", years, warns=True),))
    return Deadline(found.meaning, found.day, (*found.steps, *_remarks(provision, value.duration)))


def under_law(deadline: Deadline, law: GoverningLaw | None) -> Deadline:
    """With a warning where another law governs."""
    if law is None or law is GoverningLaw.DE:
        return deadline
    return replace(deadline, steps=(*deadline.steps, Step("other_law", {"law": law.value}, warns=True)))


def _computed(
    kind: ProvisionKind, value: PeriodValue, duration: Duration, given: Given, day: date, workdays: Workdays
) -> Deadline:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise OutOfCalendarError
    if isinstance(value, NoticePeriod):
        found = (earliest_end if given is Given.NOTICE_RECEIVED else latest_receipt)(duration, value.to, day, workdays)
    else:
        found = forward(kind, duration, day, workdays, first_day_counts=given is Given.FIRST_DAY)
    if found.day is not None and not FIRST_YEAR <= found.day.year <= LAST_YEAR:
        raise OutOfCalendarError
    return found


def _no_duration(value: PeriodValue, kind: ProvisionKind) -> Step:
    if isinstance(value, RenewalTerm):
        return Step("indefinite" if value.indefinite else "no_duration", warns=True)
    if not value.immediate:
        return Step("no_duration", warns=True)
    if isinstance(value, NoticePeriod):
        return Step("without_notice", warns=True)
    return Step("due_at_once" if kind is ProvisionKind.PAYMENT_TERM else "without_delay", warns=True)


def _remarks(provision: Provision, duration: Duration) -> tuple[Step, ...]:
    """What else decides, beside the calendar."""
    found: list[Step] = []
    value = provision.value
    if duration.unit is Unit.WORKING_DAY:
        found += _working_day_remarks(duration, provision.kind)
    if isinstance(value, ObjectionDeadline):
        found += [] if value.start else [Step("start_not_said", warns=True)]
        found.append(Step("arrival"))
    if provision.kind is ProvisionKind.LIMITATION_PERIOD:
        found.append(Step("limitation_start", warns=True))
    if provision.kind is ProvisionKind.WITHDRAWAL_PERIOD:
        found.append(Step("withdrawal_sent"))
    return tuple(found)


def _working_day_remarks(duration: Duration, kind: ProvisionKind) -> list[Step]:
    printed = duration.unit_printed.casefold()
    if printed.startswith("bank"):
        return [Step("bank_days", warns=True)]
    if printed.startswith("werktag"):
        return [Step("saturday_disputed", warns=True)] if kind is ProvisionKind.PAYMENT_TERM else []
    return [] if printed.startswith("arbeitstag") else [Step("five_days_assumed", warns=True)]
