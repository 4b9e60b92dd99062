"""Umlauts written out: read as umlauts, quoted as printed."""

from __future__ import annotations

import pytest

from app.nlp.umlauts import unfold
from tests.unit.nlp.provisions.conftest import read


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("Maengel sind zu ruegen", "Mängel sind zu rügen"),
        ("Fuer die Aenderung", "Für die Änderung"),
        ("neue Steuer, Quelle, Dauer, Frauen", "neue Steuer, Quelle, Dauer, Frauen"),
        ("für die Dauer der Poesie", "für die Dauer der Poesie"),
        ("", ""),
    ],
)
def test_written_out_umlauts_are_read_as_umlauts(printed: str, read_as: str) -> None:
    assert unfold(printed).text == read_as


@pytest.mark.parametrize("word", ["ruegen", "Koenig", "fuenf", "spaeter"])
def test_a_span_leads_back_to_the_printed_text(word: str) -> None:
    printed = f"Waehrend der Pruefung muessen {word} gehoeren."
    found = unfold(printed)
    start = found.text.index(unfold(word).text)
    a, b = found.printed((start, start + len(unfold(word).text)))
    assert printed[a:b] == word


def test_a_span_that_begins_at_an_umlaut_begins_at_its_first_letter() -> None:
    found = unfold("Die Aenderung")
    assert found.printed((4, len(found.text))) == (4, 13)


def test_number_words_are_numbers_without_umlauts_too() -> None:
    text = "Maengel sind innerhalb von fuenf (5) Werktagen zu ruegen."
    assert read(text, kind="objection_deadline") == ["5 working_day subject=defect by=customer"]
