"""The report on two companies' terms: both sides' words, the rule that would fill the gap, nothing left out unsaid."""

from __future__ import annotations

import io
import json

import html5lib
import openpyxl
import pytest

from app.models.forms import Meeting
from app.reporting.comparisons import SUFFIXES, form_file
from app.reporting.forms.rows import forms_report
from app.reporting.options import ReportOptions
from tests.unit.reporting.compared import MADE_AT, forms
from tests.unit.reporting.wordrules import broken_rules

GERMAN = ReportOptions(made_at=MADE_AT)
REPORT = forms_report(forms(), GERMAN)
BY_LABEL = {entry.label: entry for entry in REPORT.subjects}


def test_collisions_stand_first_and_everything_adds_up() -> None:
    assert forms().adds_up
    meetings = [entry.meeting for entry in REPORT.subjects]
    assert meetings == sorted(meetings, key=list(Meeting).index)
    assert sum(number for _, number, _ in REPORT.counts) == len(REPORT.subjects)


def test_a_collision_has_both_quotes_and_what_the_law_would_say() -> None:
    payment = BY_LABEL["Zahlungsbedingungen"]
    assert payment.meeting is Meeting.COLLIDE
    (point,) = [p for p in payment.points if p.meeting is Meeting.COLLIDE]
    assert (point.ours, point.theirs) == ("30\xa0Tage", "60\xa0Tage")
    assert point.our_quote.places
    assert point.their_quote.places
    (rule,) = payment.gap
    assert "§ 286" in rule.norm
    assert "22.11.2026" in rule.norm


def test_what_only_one_side_says_is_told_with_its_words() -> None:
    secrecy = BY_LABEL["Vertraulichkeit"]
    assert secrecy.meeting is Meeting.ONLY_THEIRS
    assert secrecy.ours == ()
    assert secrecy.theirs


def test_clauses_that_refuse_foreign_terms_are_quoted_for_both_sides() -> None:
    ours, theirs = REPORT.defence
    assert ours[0].text == "Abweichende Bedingungen des Kunden werden nicht Vertragsbestandteil."
    assert theirs


def test_it_says_that_it_is_no_advice_and_that_the_rules_await_a_lawyer() -> None:
    said = " ".join(form_file("text", forms(), GERMAN).decode().split())
    assert "keine Rechtsberatung" in said
    assert "in keiner amtlichen Quelle nachgesehen" in said
    assert "führen sie den Vertrag trotzdem durch" in said


@pytest.mark.parametrize("name", SUFFIXES)
def test_every_form_is_always_the_same_bytes(name: str) -> None:
    assert form_file(name, forms(), GERMAN) == form_file(name, forms(), GERMAN)


def test_foreign_readers_open_every_form() -> None:
    words = "Wir zahlen Rechnungen innerhalb von 60 Tagen."
    page = html5lib.parse(form_file("html", forms(), GERMAN).decode(), namespaceHTMLElements=False)
    assert words in "".join(page.itertext())
    assert broken_rules(form_file("docx", forms(), GERMAN)) == []
    book = openpyxl.load_workbook(io.BytesIO(form_file("xlsx", forms(), GERMAN)))
    assert any(words in str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    said = json.loads(form_file("json", forms(), GERMAN))
    assert said["adds_up"] is True
    assert {subject["meeting"] for subject in said["subjects"]} >= {"collide", "only_ours", "only_theirs"}


def test_in_english_no_german_sentence_of_ours_is_left() -> None:
    said = form_file("text", forms(), ReportOptions(lang="en", made_at=MADE_AT)).decode()
    assert "Nach Kenntnis" not in said
    assert "Without a rule remuneration" in " ".join(said.split())
