"""The list of stored cases: when a case was opened, how far it is, and what has changed since."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from app.wording.lang import Lang, Pair, filled, pick
from app.wording.numbers import number_text

_DAYS: Final[tuple[Pair, ...]] = (
    ("Montag", "Monday"),
    ("Dienstag", "Tuesday"),
    ("Mittwoch", "Wednesday"),
    ("Donnerstag", "Thursday"),
    ("Freitag", "Friday"),
    ("Samstag", "Saturday"),
    ("Sonntag", "Sunday"),
)
_TODAY: Final[Pair] = ("heute", "today")
_YESTERDAY: Final[Pair] = ("gestern", "yesterday")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DECIDED: Final[Pair] = ("{decided} von {total}", "{decided} of {total}")
_DECIDED_LONG: Final[Pair] = ("{decided} von {total} entschieden", "{decided} of {total} decided")
_OPENED: Final[Pair] = ("zuletzt geöffnet {when}", "last opened {when}")
_SIGNS: Final[dict[str, tuple[Pair, Pair]]] = {
    "missing": (
        ("Datei fehlt", "file missing"),
        ("Die Datei liegt nicht mehr an ihrem Ort.", "The file is no longer where it was."),
    ),
    "changed": (
        ("Datei geändert", "file changed"),
        ("Die Datei hat sich geändert, seit sie gelesen wurde.", "The file has changed since it was read."),
    ),
    "library": (
        ("Bibliothek geändert", "library changed"),
        (
            "Die Klauselbibliothek hat sich seit der letzten Auswertung geändert. Beim Öffnen wird neu ausgewertet.",
            "The clause library has changed since the last analysis. Opening the case evaluates it again.",
        ),
    ),
    "program": (
        ("neue Programmversion", "new program version"),
        (
            "Der Vorgang wurde mit einer anderen Version des Programms ausgewertet. Beim Öffnen wird neu ausgewertet.",
            "The case was evaluated by another version of the program. Opening it evaluates it again.",
        ),
    ),
}


def when_text(at: datetime, now: datetime, lang: Lang) -> str:
    """On the user's clock: heute, 14:05; gestern, 9:30; Montag, 9:30; 12.11.2026."""
    there, here = at.astimezone(), now.astimezone()
    days = (here.date() - there.date()).days
    if days == 0:
        return f"{pick(_TODAY, lang)}, {_clock(there)}"
    if days == 1:
        return f"{pick(_YESTERDAY, lang)}, {_clock(there)}"
    if 1 < days < 7:
        return f"{pick(_DAYS[there.weekday()], lang)}, {_clock(there)}"
    return short_date(there.date(), lang)


def time_text(at: datetime, lang: Lang) -> str:
    """Day and time on the user's clock, in full."""
    there = at.astimezone()
    return f"{short_date(there.date(), lang)}, {_clock(there)}"


def short_date(day: date, lang: Lang) -> str:
    """12.11.2026; 12 Nov 2026."""
    return f"{day:%d.%m.%Y}" if lang == "de" else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _clock(at: datetime) -> str:
    return f"{at.hour}:{at.minute:02}"


def decided_text(decided: int, total: int, lang: Lang, *, long: bool = False) -> str:
    """12 von 41; nothing where there is nothing to decide."""
    numbers = {"decided": number_text(decided, lang), "total": number_text(total, lang)}
    return filled(_DECIDED_LONG if long else _DECIDED, numbers, lang) if total else "–"


def opened_text(when: str, lang: Lang) -> str:
    """In a sentence for those who hear it."""
    return filled(_OPENED, {"when": when}, lang)


def sign_text(sign: str, lang: Lang, *, long: bool = False) -> str:
    """What is to be known about a case before it is opened."""
    return pick(_SIGNS[sign][long], lang)
