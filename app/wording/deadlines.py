"""Computed deadlines in words: each step a sentence, days with their weekday, what an entered day is.

German names of holidays come from the package; the English ones are a reader's aid.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from app.models.deadlines import Deadline, Given, Meaning, Step
from app.models.provisions import Duration, NoticePeriod, ObjectionDeadline, Provision, ProvisionKind
from app.wording.deadlinesteps import HOLIDAYS, STEPS
from app.wording.lang import Lang, Pair, filled, pick
from app.wording.numbers import date_text
from app.wording.terms import term
from app.wording.values import duration_text

_WEEKDAYS: Final[dict[Lang, tuple[str, ...]]] = {
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MEANINGS: Final[dict[Meaning, Pair]] = {
    Meaning.LAST_DAY: ("letzter Tag", "last day"),
    Meaning.TERM_END: ("Ende der Laufzeit", "end of the term"),
    Meaning.LATEST_RECEIPT: ("letzter Tag für den Zugang der Kündigung", "last day for the notice to arrive"),
    Meaning.EARLIEST_END: ("frühestes Vertragsende", "earliest end of the contract"),
}
_SHORT_MEANINGS: Final[dict[Meaning, Pair]] = {
    Meaning.LATEST_RECEIPT: ("spätester Zugang", "latest arrival"),
    Meaning.EARLIEST_END: ("frühestes Ende", "earliest end"),
}
_PHRASES: Final[dict[str, Pair]] = {
    "period": ("Frist", "Period"),
    "entered": ("Ihr Datum", "Your date"),
    "result": ("Ergebnis", "Result"),
    "steps": ("So gerechnet", "How it was computed"),
    "look_at": ("Bitte beachten", "Please note"),
    "attention": ("bitte beachten", "please note"),
    "not_computable": ("nicht zu berechnen", "cannot be computed"),
    "enter_day": (
        "Bitte oben das Datum eingeben: Dann steht hier das Ende der Frist mit jedem Rechenschritt.",
        "Please enter the date above: the end of the period and each step to it will stand here.",
    ),
    "counts": ("{start}: Der Tag zählt mit", "{start}: the day counts"),
    "counts_not": ("{start}: Der Tag zählt nicht mit", "{start}: the day does not count"),
}
_NOTICES: Final[dict[Given, Pair]] = {
    Given.NOTICE_RECEIVED: ("Zugang der Kündigung", "Notice received on"),
    Given.WISHED_END: ("Gewünschtes Vertragsende", "Wished end of the contract"),
}
_END_OF_TERM: Final[Pair] = ("Ende der Laufzeit", "End of the term")
_STARTS: Final[dict[str, Pair]] = {
    "receipt": ("Erhalt", "Receipt"),
    "delivery": ("Lieferung", "Delivery"),
    "discovery": ("Entdeckung", "Discovery"),
    "notice": ("Mitteilung", "Notice"),
    "invoice_date": ("Rechnungsdatum", "Date of the invoice"),
    "acceptance": ("Abnahme", "Acceptance"),
    "completion": ("Ende der Leistung", "Completion"),
    "conclusion": ("Vertragsschluss", "Conclusion of the contract"),
}
_USUAL_STARTS: Final[dict[ProvisionKind, Pair]] = {
    ProvisionKind.OBJECTION_DEADLINE: ("Beginn der Frist", "Start of the period"),
    ProvisionKind.PAYMENT_TERM: ("Beginn der Zahlungsfrist", "Start of the payment term"),
    ProvisionKind.LIMITATION_PERIOD: ("Beginn der Verjährung", "Start of the limitation"),
    ProvisionKind.CONTRACT_TERM: ("Vertragsbeginn", "Start of the contract"),
    ProvisionKind.RENEWAL_TERM: ("Beginn der Verlängerung", "Start of the renewal"),
    ProvisionKind.WITHDRAWAL_PERIOD: ("Beginn der Widerrufsfrist", "Start of the withdrawal period"),
}
_ABSENT: Final[dict[str, Pair]] = {
    "end_of_month": ("Monatsende", "end of a month"),
    "end_of_quarter": ("Quartalsende", "end of a quarter"),
    "end_of_year": ("Jahresende", "end of a year"),
}
_BASIS: Final[Pair] = (
    "Berechnet nach {norms}; Stand {day}. Der Wortlaut wurde in nichtamtlichen Wiedergaben nachgesehen, nicht an amtlicher "
    "Stelle. Hinweis, keine Rechtsberatung: bitte prüfen, ob der Vertrag oder besondere Vorschriften anderes bestimmen.",
    "Computed by {norms}; as of {day}. Their wording was looked up in unofficial reproductions, not at an official source. A "
    "hint, no legal advice: please check whether the contract or special rules say otherwise.",
)


def day_text(day: date, lang: Lang) -> str:
    """Freitag, 03.07.2026 / Friday, 3 July 2026."""
    return f"{_WEEKDAYS[lang][day.weekday()]}, {date_text(day, lang)}"


def short_day_text(day: date, lang: Lang) -> str:
    """Fr, 03.07.2026 / Fri, 3 July 2026: for tables."""
    return f"{_WEEKDAYS[lang][day.weekday()][: 2 if lang == 'de' else 3]}, {date_text(day, lang)}"


def meaning_text(meaning: Meaning, lang: Lang) -> str:
    """What the computed day is."""
    return pick(_MEANINGS[meaning], lang)


def deadline_phrase(code: str, lang: Lang) -> str:
    """Words around a computed deadline."""
    return pick(_PHRASES[code], lang)


def result_text(deadline: Deadline, lang: Lang) -> str:
    """For a table: the day, what it is, and whether there is something to note."""
    if deadline.day is None:
        return deadline_phrase("not_computable", lang)
    meaning = pick(_SHORT_MEANINGS.get(deadline.meaning, _MEANINGS[deadline.meaning]), lang)
    lines = [short_day_text(deadline.day, lang), meaning]
    return "\n".join([*lines, f"⚠ {deadline_phrase('attention', lang)}"] if deadline.warns else lines)


def choice_text(provision: Provision, given: Given, lang: Lang) -> str:
    """What the entered day may be, where there is a choice."""
    name = given_text(provision, given, lang)
    if isinstance(provision.value, NoticePeriod):
        return name
    return filled(_PHRASES["counts" if given is Given.FIRST_DAY else "counts_not"], {"start": name}, lang)


def given_text(provision: Provision, given: Given, lang: Lang) -> str:
    """What the day is that the user is asked for."""
    value = provision.value
    if isinstance(value, NoticePeriod):
        ends = given is Given.WISHED_END and value.to == "end_of_term"
        return pick(_END_OF_TERM if ends else _NOTICES[given], lang)
    if isinstance(value, ObjectionDeadline) and value.start in _STARTS:
        return pick(_STARTS[value.start], lang)
    return pick(_USUAL_STARTS[provision.kind], lang)


def step_text(step: Step, lang: Lang) -> str:
    """The sentence of a step."""
    params = {name: _param(name, value, lang) for name, value in step.params.items()}
    return filled(STEPS[step.code], params, lang)


def basis_text(norms: tuple[str, ...], as_of: date, lang: Lang) -> str:
    """What the computation rests on, and how far to trust it."""
    return pick(_BASIS, lang).format(norms="; ".join(norms), day=date_text(as_of, lang))


def _param(name: str, value: str | int | date | Duration, lang: Lang) -> str:
    if isinstance(value, date):
        return day_text(value, lang)
    if isinstance(value, Duration):
        return duration_text(value, lang)
    text = str(value)
    match name:
        case "name":
            return pick(HOLIDAYS.get(text, (text, text)), lang)
        case "to":
            return pick(_ABSENT.get(text, (text, text)), lang)
        case "law":
            return term("governing_law", text, lang)
        case "state":
            return term("state", text, lang)
        case "states":
            return ", ".join(term("state", state, lang) for state in text.split(", "))
        case "week":
            return pick(_WEEK[int(value)], lang)
        case _:
            return text


_WEEK: Final[dict[int, Pair]] = {
    5: ("Montag bis Freitag", "Monday to Friday"),
    6: ("Montag bis Samstag", "Monday to Saturday"),
}
