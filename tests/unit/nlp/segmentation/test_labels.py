"""The label grammar: one line a case."""

from __future__ import annotations

import pytest

from app.nlp.segmentation.labels import labels_at, printed, roman, second_label_at


@pytest.mark.parametrize(
    ("text", "family", "numbers", "label", "rest"),
    [
        ("§ 1 Geltung", "§", (1,), "§ 1", "Geltung"),
        ("§1. Geltung", "§", (1,), "§ 1.", "Geltung"),
        ("§ 12a Ergänzung", "§", (12,), "§ 12a", "Ergänzung"),
        ("§ 2 (3) Der Kunde", "§", (2, 3), "§ 2 (3)", "Der Kunde"),
        ("1. Angebote", "1", (1,), "1.", "Angebote"),
        ("1 . Angebote", "1", (1,), "1.", "Angebote"),
        ("14.Zahlung", "1", (14,), "14.", "Zahlung"),
        ("3 Preise", "1", (3,), "3", "Preise"),
        ("1.1 Umfang", "1", (1, 1), "1.1", "Umfang"),
        ("1.0 Umfang", "1", (1, 0), "1.0", "Umfang"),
        ("2.10.3. Umfang", "1", (2, 10, 3), "2.10.3.", "Umfang"),
        ("2) Umfang", "1)", (2,), "2)", "Umfang"),
        ("2.) Umfang", "1)", (2,), "2.)", "Umfang"),
        ("(4) Umfang", "(1)", (4,), "(4)", "Umfang"),
        ("I. Allgemeines", "I", (1,), "I.", "Allgemeines"),
        ("XIV PREISE", "I", (14,), "XIV", "PREISE"),
        ("VI, Preise", "I", (6,), "VI,", "Preise"),
        ("C. Preise", "A", (3,), "C.", "Preise"),
        ("A.2. Preise", "A", (1, 2), "A.2.", "Preise"),
        ("b) der Preis", "a)", (2,), "b)", "der Preis"),
        ("b. der Preis", "a.", (2,), "b.", "der Preis"),
        ("(b) der Preis", "(a)", (2,), "(b)", "der Preis"),
        ("bb) der Preis", "aa)", (2,), "bb)", "der Preis"),
        ("iii) der Preis", "i)", (3,), "iii)", "der Preis"),
        ("Artikel IV: Preise", "artikel", (4,), "Artikel IV", "Preise"),
        ("Art. 3 Preise", "artikel", (3,), "Art. 3", "Preise"),
        ("Abs. 2 Die Preise", "absatz", (2,), "Abs. 2", "Die Preise"),
        ("Ziffer 4 Preise", "ziffer", (4,), "Ziffer 4", "Preise"),
        ("Teil B – Preise", "teil", (2,), "Teil B", "Preise"),
        (">> 2. Preise", "1", (2,), "2.", "Preise"),
    ],
)
def test_a_label_is_parsed_into_family_and_numbers(
    text: str, family: str, numbers: tuple[int, ...], label: str, rest: str
) -> None:
    found = [(x.family, x.numbers, printed(text, x), text[x.rest :]) for x in labels_at(text)]
    assert (family, numbers, label, rest) in found


@pytest.mark.parametrize(
    "text",
    [
        "1.000 Euro",
        "3,5 % Zinsen",
        "01.01.2026",
        "24/7 erreichbar",
        "3D-Druck",
        "§§ 305 ff. BGB",
        "Der Kunde",
        "- 1",
        "",
    ],
)
def test_amounts_dates_and_words_are_no_labels(text: str) -> None:
    assert labels_at(text) == ()


@pytest.mark.parametrize(("text", "value"), [("I", 1), ("iv", 4), ("IX", 9), ("XLII", 42), ("XCIX", 99)])
def test_roman_numbers_are_read(text: str, value: int) -> None:
    assert roman(text) == value


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "ABC"])
def test_other_letters_are_no_roman_number(text: str) -> None:
    assert roman(text) is None


def test_a_single_letter_has_both_its_readings() -> None:
    assert {(x.family, x.numbers) for x in labels_at("V. Preise")} == {("A", (22,)), ("I", (5,))}


def test_a_first_paragraph_behind_its_section_is_a_label_of_its_own() -> None:
    text = "§ 3 (1) Der Kunde zahlt."
    section = labels_at(text)[0]
    first = second_label_at(text, section)
    assert section.numbers == (3,)
    assert first is not None
    assert (first.numbers, text[first.start : first.end]) == ((1,), "(1)")


def test_an_enumeration_behind_a_number_stays_text() -> None:
    text = "5. a) Der Kunde zahlt."
    assert second_label_at(text, labels_at(text)[0]) is None
