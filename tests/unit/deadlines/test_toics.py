"""The calendar file opens in a reader and says what was computed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from app.deadlines.toics import Entry, to_ics, uid

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PAYMENT = Entry(
    ("doc", "clause", "payment"), date(2026, 3, 31), "Zahlungsfrist: 30 Tage", "letzter Tag\nSchritt 1; Schritt 2, Ende"
)
NOTICE = Entry(("doc", "clause", "notice"), date(2026, 12, 31), "Kündigung\\Sonderfall", "Grüße " * 40)


def read(*entries: Entry, alarms: tuple[int, ...] = (7, 1)) -> list[object]:
    return Calendar.from_ical(to_ics(entries, NOW, alarms)).walk("VEVENT")


def test_each_deadline_is_one_event_of_a_whole_day() -> None:
    events = read(PAYMENT, NOTICE)
    assert [e.decoded("dtstart") for e in events] == [PAYMENT.day, NOTICE.day]
    assert events[0].decoded("dtend") == date(2026, 4, 1)
    assert events[0].decoded("dtstamp") == NOW


def test_title_and_description_come_back_as_they_were() -> None:
    for event, entry in zip(read(PAYMENT, NOTICE), (PAYMENT, NOTICE), strict=True):
        assert str(event["summary"]) == entry.title
        assert str(event["description"]) == entry.description


def test_reminders_are_as_chosen_in_the_morning_of_that_day() -> None:
    alarms = [a.decoded("trigger") for a in read(PAYMENT, alarms=(14, 1))[0].walk("VALARM")]
    assert alarms == [timedelta(hours=9) - timedelta(days=14), timedelta(hours=9) - timedelta(days=1)]
    assert read(PAYMENT, alarms=())[0].walk("VALARM") == []


def test_another_day_keeps_the_identity_another_clause_does_not() -> None:
    later = Entry(PAYMENT.about, date(2027, 1, 1), "anders", "")
    assert uid(later) == uid(PAYMENT) != uid(NOTICE)
    assert "doc" not in uid(PAYMENT)
    assert [str(e["uid"]) for e in read(PAYMENT)] == [uid(PAYMENT)]


def test_the_same_list_gives_the_same_bytes_and_lines_are_folded() -> None:
    written = to_ics((PAYMENT, NOTICE), NOW)
    assert written == to_ics((PAYMENT, NOTICE), NOW)
    assert max(len(line) for line in written.split(b"\r\n")) <= 75


def test_an_empty_list_is_a_calendar_without_events() -> None:
    assert read() == []
