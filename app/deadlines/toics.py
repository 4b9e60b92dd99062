"""Deadlines as a calendar file (iCalendar, RFC 5545) that any calendar program opens.

All-day events with reminders some days before, in the morning of that day. The identity of an event comes from what it is
about, not from its day: a list that is written again replaces the events in the reader's calendar. The time of writing is
handed in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event

ALARMS = (7, 1)  # days before
_HOUR = timedelta(hours=9)


@dataclass(frozen=True, slots=True)
class Entry:
    """`about`: parts that together name the deadline for good (document, clause, …)."""

    about: tuple[str, ...]
    day: date
    title: str
    description: str


def to_ics(entries: Iterable[Entry], stamp: datetime, alarms: tuple[int, ...] = ALARMS) -> bytes:
    """The calendar file; `stamp` in UTC, `alarms` in days before."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Klausellupe//Fristen//DE")
    calendar.add("version", "2.0")
    for entry in entries:
        event = Event()
        event.add("uid", uid(entry))
        event.add("dtstamp", stamp)
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", entry.title)
        event.add("description", entry.description)
        event.add("transp", "TRANSPARENT")
        for days in alarms:
            _remind(event, entry, days)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def uid(entry: Entry) -> str:
    """The same for the same deadline, whatever day it falls on; it gives nothing of the document away."""
    return hashlib.sha256("\0".join(entry.about).encode()).hexdigest()[:40] + "@klausellupe"


def _remind(event: Event, entry: Entry, days: int) -> None:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", _HOUR - timedelta(days=days))
    event.add_component(alarm)
