"""Small raised numbers that count the sentences of a paragraph."""

from __future__ import annotations

import pytest

from app.models.source import MarkKind
from tests.unit.importing.made import opened
from tests.unit.importing.word import docx, p, r

RAISED = '<w:vertAlign w:val="superscript"/>'


def up(text: str) -> str:
    return r(text, RAISED)


@pytest.mark.parametrize(
    ("content", "text", "numbers"),
    [
        (up("1") + r("Satz eins. ") + up("2") + r("Satz zwei."), "Satz eins. Satz zwei.", {"1": 0, "2": 11}),
        (up("1 ") + r("Satz eins. ") + up("2") + r(" Satz zwei."), "Satz eins. Satz zwei.", {"1": 0, "2": 11}),
        (r("¹Satz eins. ²Satz zwei. ³Drei."), "Satz eins. Satz zwei. Drei.", {"1": 0, "2": 11, "3": 22}),
        (r("¹ Satz eins. ² Satz zwei."), "Satz eins. Satz zwei.", {"1": 0, "2": 11}),
        (up("1") + r("Satz eins.") + up("2") + r("Satz zwei."), "Satz eins.Satz zwei.", {"1": 0, "2": 10}),
        (r("(1) ¹Satz eins. ²Satz zwei."), "(1) Satz eins. Satz zwei.", {"1": 4, "2": 15}),
        (r("Haftung") + "<w:r><w:br/></w:r>" + r("¹Eins. ²Zwei."), "Haftung Eins. Zwei.", {"1": 8, "2": 14}),
        (r("¹Auf 10 m² gilt das. ²Auch hier."), "Auf 10 m² gilt das. Auch hier.", {"1": 0, "2": 20}),
    ],
)
def test_numbers_of_sentences_are_marks(content, text, numbers):
    source = opened(docx(p(content)))
    assert source.text == text
    assert {mark.text: mark.at for mark in source.marks} == numbers
    assert {mark.kind for mark in source.marks} == {MarkKind.SENTENCE_NUMBER}


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (r("Auf 10 m") + up("2") + r(" gilt das."), "Auf 10 m² gilt das."),
        (r("Preise.") + up("1") + r(" Netto.") + up("2") + r(" Mehr."), "Preise.¹ Netto.² Mehr."),
        (up("1") + r(" Nur für Kaufleute."), "¹ Nur für Kaufleute."),
        (r("¹ Nur für Kaufleute."), "¹ Nur für Kaufleute."),
        (up("3") + r("Satz drei. ") + up("4") + r("Satz vier."), "³Satz drei. ⁴Satz vier."),
        (up("1") + r("Satz eins. ") + up("3") + r("Satz drei."), "¹Satz eins. ³Satz drei."),
        (r("1Satz eins. 2Satz zwei."), "1Satz eins. 2Satz zwei."),
        (r("Preis 49") + up("99") + r(" EUR"), "Preis 49⁹⁹ EUR"),
        (r("Preis 49") + up("9") + up("9") + r(" EUR"), "Preis 49⁹⁹ EUR"),
        (r("Preis 49,") + up("99") + r(" EUR"), "Preis 49,99 EUR"),
        (r("Bis 10") + up("6") + r(" EUR"), "Bis 10⁶ EUR"),
        (up("Stand ") + up("12"), "Stand 12"),
    ],
)
def test_other_raised_numbers_are_text(content, text):
    source = opened(docx(p(content)))
    assert (source.text, source.marks) == (text, ())


def test_the_runs_around_a_number_keep_their_offsets():
    source = opened(docx(p(r("¹Satz eins. ²Satz zwei."))))
    assert [(source.text[run.start : run.end], run.offset) for run in source.runs] == [
        ("Satz eins. ", 1),
        ("Satz zwei.", 13),
    ]
