"""Sentences about imported clauses: every code has one, in both languages, with its place and words."""

from __future__ import annotations

import pytest

from app.importing.clauselists.model import Field, LeftOut, ListCode, ListProblem, Place
from app.wording.clauselists import (
    FIELDS,
    field_name,
    left_out_reason,
    limit_note,
    origin_in_document,
    origin_in_file,
    place_text,
    problem_sentence,
)
from app.wording.lang import LANGS
from tests.plain import plain

LEFT = (
    *(ListCode.EMPTY_HEADING, ListCode.NO_HEADING, ListCode.HEADER_ROW, ListCode.ABOVE_HEADER, ListCode.NO_WORDING),
    *(ListCode.NO_COLUMN, ListCode.NOT_ANALYSED, ListCode.IGNORED),
)
PARAMS = {
    "type": "termination",
    "share": 0.7,
    "found": "Mond",
    "field": "fallback",
    "problem": "missing",
    "kind": "notice_period",
    "comparison": "at_most",
    "value": 3,
    "unit": "month",
    "party": "customer",
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", [code for code in ListCode if code not in LEFT])
def test_every_problem_has_a_whole_sentence(code, lang):
    sentence = problem_sentence(ListProblem(code, PARAMS), lang, {"termination": "Kündigung"})
    assert sentence
    assert "…" not in sentence
    assert "{" not in sentence


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", LEFT)
def test_every_reason_to_leave_something_out_has_words(code, lang):
    reason = "header" if code is ListCode.IGNORED else "title"
    words = left_out_reason(LeftOut(code, None, "Farbe", reason, "C"), lang)
    assert words
    assert "…" not in words


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (
            ListProblem(ListCode.WORD_UNKNOWN, {"found": "{Mond}"}, "Perspektive"),
            "Spalte „Perspektive“: „{Mond}“ ist hier kein bekanntes Wort und wurde nicht übernommen. Bitte wählen Sie den Wert selbst.",
        ),
        (
            ListProblem(ListCode.TYPE_UNSURE, {"type": "termination", "share": 0.66}),
            "Das Thema ist nicht sicher (am ehesten „Kündigung“, etwa 66 %). Bitte wählen Sie es.",
        ),
        (
            ListProblem(ListCode.LIMIT_PROPOSED, {**PARAMS, "value": 1}),
            "Vorgeschlagene Vorgabe: Kündigungsfrist: höchstens 1 Monat (Kunde). Bitte prüfen Sie sie vor der Freigabe.",
        ),
        (
            ListProblem(ListCode.LIMIT_PROPOSED, {**PARAMS, "kind": "liability_cap", "value": 5e5, "unit": "EUR"}),
            "Vorgeschlagene Vorgabe: Haftungsobergrenze: höchstens 500.000 € (Kunde). Bitte prüfen Sie sie vor der Freigabe.",
        ),
        (
            ListProblem(ListCode.PART_EMPTY, {"field": "fallback"}),
            "„Rückfall“ steht in der Datei ohne Text.",
        ),
    ],
)
def test_a_problem_is_said_with_its_words(problem, sentence):
    assert plain(problem_sentence(problem, "de", {"termination": "Kündigung"})) == sentence


@pytest.mark.parametrize(
    ("place", "de", "en"),
    [
        (Place(3, 3), "Absatz 3", "paragraph 3"),
        (Place(3, 5), "Absätze 3–5", "paragraphs 3–5"),
        (Place(7, 7, True, "Einkauf"), "Tabelle „Einkauf“, Zeile 7", "sheet “Einkauf”, row 7"),
        (Place(7, 9, True), "Zeilen 7–9", "rows 7–9"),
    ],
)
def test_places_are_said_as_people_count_them(place, de, en):
    assert (place_text(place, "de"), place_text(place, "en")) == (de, en)


def test_every_field_of_a_column_has_a_name():
    assert set(FIELDS) == {field.value for field in Field}
    assert field_name(Field.PREFERRED, "de") == "Bevorzugte Fassung"


def test_where_a_clause_came_from_is_said_without_the_name_of_the_document():
    assert origin_in_document(("§ 5", "(2)"), 3, "de").startswith("Aus einem Dokument übernommen (§ 5, (2), Seite 3).")
    assert origin_in_document((), None, "en").startswith("Taken from a document. ")
    assert origin_in_file(3, "Einkauf", is_row=True, lang="de").startswith(
        "Aus einer Datei übernommen (Tabelle „Einkauf“, Zeile 3)."
    )


def test_a_proposed_limit_says_that_it_is_one():
    assert plain(limit_note(PARAMS, "de")) == (
        "Vorschlag aus dem Wortlaut, bitte prüfen: Kündigungsfrist: höchstens 3 Monate (Kunde)."
    )
