"""The periods of a document as rows, the days entered for them, and what is computed from these.

A period is known by its clause's anchor, its kind and its number among the same kind there, so that an entered day is found
again in another analysis.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.deadlines.compute import deadline_of, possible_days, under_law
from app.deadlines.workdays import Workdays
from app.models.analysis import Analysis
from app.models.deadlines import Deadline, Given
from app.models.facts import GoverningLaw
from app.models.provisions import ObjectionDeadline, Provision, ProvisionKind, obliged
from app.reporting.places import short_path
from app.ui.models.rows import Row
from app.ui.passages import passage_key, passage_of
from app.ui.placing import place_text
from app.wording.deadlines import deadline_phrase, given_text, result_text, short_day_text
from app.wording.lang import Lang
from app.wording.terms import term
from app.wording.values import value_text

_KINDS = (
    *(ProvisionKind.NOTICE_PERIOD, ProvisionKind.OBJECTION_DEADLINE, ProvisionKind.PAYMENT_TERM),
    *(ProvisionKind.WITHDRAWAL_PERIOD, ProvisionKind.CONTRACT_TERM, ProvisionKind.RENEWAL_TERM),
    ProvisionKind.LIMITATION_PERIOD,
)
_STEP = 24  # characters of a heading that stands for a label


@dataclass(frozen=True, slots=True)
class Period:
    """A period as shown. `possible`: what an entered day may be, the usual first; `passage`: where it leads."""

    key: str
    provision: Provision
    value: str
    party: str
    place: str
    short_place: str
    passage: str

    @property
    def possible(self) -> tuple[Given, ...]:
        """What an entered day may be; nothing where no length is known."""
        return possible_days(self.provision)


@dataclass(frozen=True, slots=True)
class Entered:
    """A day the user has entered, and what it is."""

    given: Given
    day: date


Days = Mapping[str, Entered]  # by key of a period


def periods(analysis: Analysis, lang: Lang) -> tuple[Period, ...]:
    """All of a document, by kind, in the order of the text."""
    found = tuple(_periods(analysis, lang))
    return tuple(period for kind in _KINDS for period in found if period.provision.kind is kind)


def _periods(analysis: Analysis, lang: Lang) -> Iterator[Period]:
    seen: Counter[tuple[str, ProvisionKind]] = Counter()
    reading = analysis.reading
    for provision in reading.provisions:
        if not possible_days(provision):
            continue
        clause = reading.by_id[provision.clause]
        number = seen[clause.anchor, provision.kind]
        seen[clause.anchor, provision.kind] += 1
        party = obliged(provision.value)
        yield Period(
            f"{clause.anchor}:{provision.kind}:{number}",
            provision,
            _length(provision, lang),
            term("party", party.value, lang) if party else "",
            place_text(clause, reading, lang),
            short_path(clause.path, _STEP),
            passage_key([passage_of(provision)]),
        )


def _length(provision: Provision, lang: Lang) -> str:
    """What the silence of a party means has no place in a narrow table."""
    value = provision.value
    return value_text(replace(value, deemed_consent=False) if isinstance(value, ObjectionDeadline) else value, lang)


def usual(period: Period, day: date) -> Entered:
    """The day as what it usually is."""
    return Entered(period.possible[0], day)


def computed(period: Period, entered: Entered, state: str, law: GoverningLaw | None = None) -> Deadline:
    """What comes of the day."""
    return under_law(deadline_of(period.provision, entered.given, entered.day, Workdays(state)), law)


def without_day(period: Period) -> Deadline | None:
    """Why no day can come out, where none is to be asked for: no length, or without delay."""
    if getattr(period.provision.value, "duration", None) is not None:
        return None
    return deadline_of(period.provision, period.possible[0], date(2000, 1, 1), Workdays())


def deadlines(
    found: tuple[Period, ...], days: Days, state: str, law: GoverningLaw | None = None
) -> dict[str, Deadline]:
    """What is computed from the days entered, by key of the period."""
    return {p.key: computed(p, days[p.key], state, law) for p in found if p.key in days and without_day(p) is None}


# --- rows


def header(lang: Lang) -> tuple[str, ...]:
    """Titles of the columns."""
    return tuple(deadline_phrase(code, lang) for code in ("period", "entered", "result"))


def rows(found: tuple[Period, ...], days: Days, done: Mapping[str, Deadline], lang: Lang) -> tuple[Row, ...]:
    """A group a kind; empty kinds are left out."""
    by_kind = {kind: [p for p in found if p.provision.kind is kind] for kind in _KINDS}
    return tuple(
        Row(
            (term("provision_kind_plural", kind.value, lang),),
            strong=True,
            children=tuple(_row(p, days.get(p.key), done.get(p.key), lang) for p in same),
        )
        for kind, same in by_kind.items()
        if same
    )


def _row(period: Period, entered: Entered | None, deadline: Deadline | None, lang: Lang) -> Row:
    where = " · ".join(part for part in (period.party, period.short_place) if part)
    asked = given_text(period.provision, entered.given if entered else period.possible[0], lang)
    day = short_day_text(entered.day, lang) if entered else ""
    result = result_text(deadline, lang) if deadline else ""
    if without_day(period) is not None:
        asked, result = "", deadline_phrase("not_computable", lang)
    return Row(
        (f"{period.value}\n{where}", f"{asked}\n{day}" if day else asked, result),
        key=period.key,
        tip=f"{period.value}\n{period.place}\n{period.provision.quote}",
    )


# --- kept with the case


def days_as_state(days: Days) -> dict[str, list[str]]:
    """As JSON keeps it."""
    return {key: [entered.given.value, entered.day.isoformat()] for key, entered in days.items()}


def days_from_state(state: object) -> dict[str, Entered]:
    """What was kept; what is damaged is left out, the day is then asked for again."""
    if not isinstance(state, Mapping):
        return {}
    found = {str(key): _entered(value) for key, value in state.items()}
    return {key: entered for key, entered in found.items() if entered is not None}


def _entered(value: object) -> Entered | None:
    if not (isinstance(value, list | tuple) and len(value) == 2 and all(isinstance(part, str) for part in value)):
        return None
    try:
        return Entered(Given(value[0]), date.fromisoformat(value[1]))
    except ValueError:
        return None
