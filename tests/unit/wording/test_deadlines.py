"""Every step has a sentence in both languages and every parameter of it is filled."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest

import app.deadlines
from app.deadlines.compute import deadline_of
from app.deadlines.norms import AS_OF, NORMS
from app.deadlines.workdays import Workdays
from app.models.deadlines import Given, Meaning, Step
from app.models.provisions import Duration, NoticePeriod, ObjectionDeadline, Provision, ProvisionKind, Term, Unit
from app.wording.deadlines import basis_text, day_text, given_text, meaning_text, short_day_text, step_text
from app.wording.deadlinesteps import HOLIDAYS, STEPS
from app.wording.lang import Lang
from app.wording.terms import TERMS


def _codes() -> set[str]:
    """All strings of the package that are the code of a step."""
    folder = Path(app.deadlines.__file__).parent
    trees = [ast.parse(file.read_text("utf-8")) for file in folder.glob("*.py")]
    strings = {
        n.value for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    }
    calls = [
        n for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "Step"
    ]
    direct = {c.args[0].value for c in calls if isinstance(c.args[0], ast.Constant)}
    return direct | (strings & set(STEPS))


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert _codes() == set(STEPS)


def test_both_languages_use_the_same_parameters() -> None:
    for code, (german, english) in STEPS.items():
        assert set(re.findall(r"{(\w+)}", german)) == set(re.findall(r"{(\w+)}", english)), code


def _provision(value: NoticePeriod | ObjectionDeadline | Term, kind: ProvisionKind) -> Provision:
    return Provision("p", kind, "c", 0, 1, "x", value, "r", 1.0)


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize(
    "length", ["14 day", "2 week", "1 month", "1.5 month", "3 working_day", "24 hour", "0 day", "1.5 week", "36 hour"]
)
@pytest.mark.parametrize("to", [None, "end_of_month", "end_of_quarter", "end_of_term"])
@pytest.mark.parametrize("given", Given)
def test_no_sentence_has_a_gap(lang: Lang, length: str, to: str | None, given: Given) -> None:
    number, unit = length.split()
    duration = Duration(float(number), Unit(unit), "Werktage" if unit == "working_day" else "")
    if given in (Given.NOTICE_RECEIVED, Given.WISHED_END):
        asked = _provision(NoticePeriod(duration, to), ProvisionKind.NOTICE_PERIOD)
    else:
        asked = _provision(ObjectionDeadline(duration), ProvisionKind.OBJECTION_DEADLINE)
    for day in (date(2026, 1, 31), date(2026, 6, 3), date(2026, 12, 23), date(2100, 12, 31)):
        for state in ("", "SN"):
            for step in deadline_of(asked, given, day, Workdays(state)).steps:
                assert "…" not in step_text(step, lang)
                assert "{" not in step_text(step, lang)


def test_days_have_their_weekday() -> None:
    assert day_text(date(2026, 7, 3), "de") == "Freitag, 03.07.2026"
    assert day_text(date(2026, 7, 3), "en") == "Friday, 3 July 2026"
    assert short_day_text(date(2026, 7, 5), "de") == "So, 05.07.2026"
    assert short_day_text(date(2026, 7, 5), "en") == "Sun, 5 July 2026"


def test_a_step_in_both_languages() -> None:
    step = Step("holiday", {"day": date(2026, 4, 3), "name": "Karfreitag"})
    assert step_text(step, "de") == "Freitag, 03.04.2026 ist Feiertag: Karfreitag."
    assert step_text(step, "en") == "Friday, 3 April 2026 is a holiday: Good Friday."


@pytest.mark.parametrize(
    ("value", "kind", "given", "german"),
    [
        (ObjectionDeadline(start="invoice_date"), "objection_deadline", Given.EVENT, "Rechnungsdatum"),
        (ObjectionDeadline(), "objection_deadline", Given.EVENT, "Beginn der Frist"),
        (Term(), "payment_term", Given.EVENT, "Beginn der Zahlungsfrist"),
        (Term(), "contract_term", Given.FIRST_DAY, "Vertragsbeginn"),
        (NoticePeriod(), "notice_period", Given.NOTICE_RECEIVED, "Zugang der Kündigung"),
        (NoticePeriod(), "notice_period", Given.WISHED_END, "Gewünschtes Vertragsende"),
        (NoticePeriod(to="end_of_term"), "notice_period", Given.WISHED_END, "Ende der Laufzeit"),
    ],
)
def test_the_day_asked_for_has_a_name(
    value: NoticePeriod | ObjectionDeadline | Term, kind: str, given: Given, german: str
) -> None:
    assert given_text(_provision(value, ProvisionKind(kind)), given, "de") == german


def test_every_start_the_extractor_knows_has_a_name() -> None:
    for start in TERMS["start"]:
        asked = _provision(ObjectionDeadline(start=start), ProvisionKind.OBJECTION_DEADLINE)
        assert given_text(asked, Given.EVENT, "de") != "Beginn der Frist"


def test_every_meaning_and_what_it_rests_on_is_said() -> None:
    assert all(meaning_text(meaning, lang) for meaning in Meaning for lang in ("de", "en"))
    assert "nicht an amtlicher Stelle" in basis_text(NORMS, AS_OF, "de")
    assert "22 November 2026" in basis_text(NORMS, AS_OF, "en")


def test_every_holiday_of_every_state_has_an_english_name() -> None:
    from holidays import country_holidays

    names: set[str] = set()
    for state in [s for s in TERMS["state"] if s] + ["Augsburg"]:
        law = country_holidays(
            "DE", subdiv=state, years=range(2021, 2031), language="de", categories=("public", "catholic")
        )
        names |= {name for name in law.values() if "Jahrestag" not in name}
    assert names <= set(HOLIDAYS)
