"""Which days are free: Saturdays, Sundays and the general holidays of a Bundesland.

The package `holidays` knows the law of each Bundesland, year by year. Holidays of parts of a Bundesland (Augsburg, Mariä
Himmelfahrt in Bavaria, Fronleichnam in Saxony and Thuringia) are never applied, only named, since nobody knows the place.
Without a Bundesland only the nationwide ones are applied. Saturday is free by § 193 BGB and for an Arbeitstag, and counts as
a Werktag.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from app.settings import STATES

if TYPE_CHECKING:
    from holidays import HolidayBase

FIRST_YEAR, LAST_YEAR = 1991, 2100  # what the package knows of the whole of Germany
_SUNDAY = 6
WEEK = 5  # days from Monday on that § 193 BGB leaves as they are
_AUGSBURG = "Augsburg"
_IN_PARTS = {"BY": _AUGSBURG, "SN": "SN", "TH": "TH"}


class OutOfCalendarError(Exception):
    """A day for which no holidays are known."""


@cache
def _law(state: str, category: str) -> HolidayBase:
    """Years are added by the package as they are asked for."""
    from holidays import PUBLIC, country_holidays

    return country_holidays("DE", subdiv=state or None, categories=category or PUBLIC, language="de")


def _name(day: date, state: str, category: str = "") -> str | None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise OutOfCalendarError
    found = _law(state, category).get(day)
    return None if found is None else str(found)


def moved(day: date, days: int) -> date:
    """So many days on; a day that no calendar has raises OutOfCalendarError."""
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise OutOfCalendarError from error


@dataclass(frozen=True, slots=True)
class Workdays:
    """Free days of one Bundesland; "" for holidays of the whole country only."""

    state: str = ""

    def holiday(self, day: date) -> str | None:
        """The German name of the general holiday."""
        return _name(day, self.state)

    def free(self, day: date) -> bool:
        """Whether § 193 BGB would move a last day that falls on it."""
        return not self.counts(day, WEEK)

    def counts(self, day: date, week: int) -> bool:
        """Whether it is one of the working days, of which a week has five (Arbeitstage) or six (Werktage)."""
        return day.weekday() < week and self.holiday(day) is None

    def holidays(self, first: date, last: date) -> Iterator[tuple[date, str]]:
        """General holidays of both days and those between them, without Sundays."""
        for day in days_between(first, last):
            if day.weekday() != _SUNDAY and (name := self.holiday(day)):
                yield day, name

    def in_parts(self, day: date) -> str | None:
        """The holiday of a part of the Bundesland only."""
        part = _IN_PARTS.get(self.state)
        if part is None or day.weekday() == _SUNDAY or self.holiday(day):
            return None
        if part == _AUGSBURG and (name := _name(day, part)):
            return name
        return _name(day, self.state, "catholic")

    def elsewhere(self, day: date) -> tuple[str, ...]:
        """Where no Bundesland is chosen: those in which the day is a holiday."""
        if self.state or day.weekday() == _SUNDAY or self.holiday(day):
            return ()
        return tuple(state for state in STATES if state and _name(day, state))


def days_between(first: date, last: date) -> Iterator[date]:
    """Both and all between them."""
    return (moved(first, n) for n in range((last - first).days + 1))
