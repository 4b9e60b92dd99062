"""Headings by one sign alone: size, underline, capitals, spaced letters, centring, white space, a column of their own."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.nlp.segmentation.build import BOLD, LARGE, Written, tree

TEXTS = [
    "Die Lieferung erfolgt ab Lager auf Gefahr des Bestellers, soweit nichts anderes vereinbart ist.",
    "Rechnungen werden mit Zugang fällig und sind binnen zwei Wochen ohne Abzug zu zahlen.",
    "Der Besteller prüft die Ware nach ihrem Eingang und zeigt offene Mängel an.",
    "Für Schäden haftet der Lieferant bei Vorsatz und grober Fahrlässigkeit.",
]
NAMES = ["Lieferung", "Zahlung der Rechnungen", "Prüfung der Ware", "Haftung"]
TREE = [
    "[Lieferung] Die Lieferung", "[Zahlung der Rechnungen] Rechnungen werden", "[Prüfung der Ware] Der Besteller",
    "[Haftung] Für Schäden",
]  # fmt: skip

LOOKS: dict[str, dict[str, Any]] = {
    "larger": {"size": 12.0, "gap": 1.0},
    "slightly larger": {"size": 11.0, "gap": 1.2},
    "larger without white space": {"size": 13.0},
    "bold": {"bold": True, "gap": 1.0},
    "bold without white space": {"bold": True},
    "underlined": {"underlined": True, "gap": 1.0},
    "underlined without white space": {"underlined": True},
    "centred": {"centered": True, "gap": 1.0},
    "centred without white space": {"centered": True, "x0": 180.0},
    "italic": {"italic": True, "gap": 1.0},
    "set apart by white space alone": {"gap": 1.5},
    "nothing but being short": {},
    "in a column of their own": {"x0": 0.0, "column": 0},
    "smaller, in the margin": {"size": 9.0, "column": 0},
    "word style": {"style": "Überschrift 2"},
    "outline level": {"outline": 1},
}


def written(names: list[str], look: dict[str, Any], body: dict[str, Any] | None = None) -> list[Written]:
    body = {"full": True} | (body or {})
    items: list[Written] = [("Lieferbedingungen der Musterwerke", LARGE)]
    for name, text in zip(names, TEXTS, strict=True):
        first, last = text[:50].rsplit(" ", 1)[0], text[len(text[:50].rsplit(" ", 1)[0]) + 1 :]
        items += [(name, look), (first, body | {"gap": 0.6}), (f"|{last}", body | {"full": False})]
    return items


@pytest.mark.parametrize("look", LOOKS)
def test_headings_are_told_by_this_look_alone(look: str) -> None:
    apart = {"x0": 140.0, "column": 1} if "column" in LOOKS[look] else {}
    assert tree(*written(NAMES, LOOKS[look], apart)) == TREE


@pytest.mark.parametrize("look", [{}, {"gap": 1.0}])
def test_headings_in_capitals(look: dict[str, Any]) -> None:
    names = [name.upper() for name in NAMES]
    assert tree(*written(names, look)) == [line.replace(n, n.upper(), 1) for line, n in zip(TREE, NAMES, strict=True)]


def test_headings_in_spaced_letters() -> None:
    names = ["L i e f e r u n g", "Z a h l u n g", "P r ü f u n g", "H a f t u n g"]
    found = tree(*written(names, {"gap": 0.6}))
    assert [line.split("]")[0] for line in found] == [f"[{name}" for name in names]


WORDED = {
    "ordinals": ["Erster Abschnitt", "Zweiter Abschnitt", "Dritter Abschnitt", "Vierter Abschnitt"],
    "ordinals of parts": ["Erster Teil", "Zweiter Teil", "Dritter Teil", "Vierter Teil"],
    "neuter ordinals": ["Erstes Kapitel", "Zweites Kapitel", "Drittes Kapitel", "Viertes Kapitel"],
    "paragraphs": ["Paragraph 1", "Paragraph 2", "Paragraph 3", "Paragraph 4"],
    "new spelling": ["Paragraf 1", "Paragraf 2", "Paragraf 3", "Paragraf 4"],
    "articles": ["Artikel I", "Artikel II", "Artikel III", "Artikel IV"],
    "points": ["Punkt 1", "Punkt 2", "Punkt 3", "Punkt 4"],
    "roman": ["I.", "II.", "III.", "IV."],
    "letters": ["A.", "B.", "C.", "D."],
    "letters in brackets": ["(A)", "(B)", "(C)", "(D)"],
    "circled": ["1)", "2)", "3)", "4)"],
}


@pytest.mark.parametrize("numbers", WORDED)
@pytest.mark.parametrize("look", [{}, {"bold": True}])
def test_numbers_in_words_letters_and_roman_figures(numbers: str, look: dict[str, Any]) -> None:
    names = [f"{number} {name}" for number, name in zip(WORDED[numbers], NAMES, strict=True)]
    expected = [f"{number} {line}" for number, line in zip(WORDED[numbers], TREE, strict=True)]
    assert tree(*written(names, look)) == expected


def test_ordinals_alone_over_their_heading() -> None:
    items: list[Written] = [
        item
        for number, name, text in zip(WORDED["ordinals"], NAMES, TEXTS, strict=True)
        for item in ((number, {"centered": True}), (name, {"centered": True}), text)
    ]
    assert tree(*items) == [f"{number} {line}" for number, line in zip(WORDED["ordinals"], TREE, strict=True)]


def test_roman_figures_over_letters_over_numbers() -> None:
    items: list[Written] = [
        "I. Allgemeines", "A. Geltung", f"1. {TEXTS[0]}", f"2. {TEXTS[1]}", "B. Vertrag", f"1. {TEXTS[2]}", f"2. {TEXTS[3]}",
        "II. Besonderes", "A. Preise", f"1. {TEXTS[1]}", f"2. {TEXTS[0]}", "B. Recht", f"1. {TEXTS[3]}",
    ]  # fmt: skip
    assert tree(*items) == [
        "I. [Allgemeines]", "  A. [Geltung]", "    1. Die Lieferung", "    2. Rechnungen werden", "  B. [Vertrag]",
        "    1. Der Besteller", "    2. Für Schäden", "II. [Besonderes]", "  A. [Preise]", "    1. Rechnungen werden",
        "    2. Die Lieferung", "  B. [Recht]", "    1. Für Schäden",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Erster Abschnitt und zweiter Abschnitt gelten gemeinsam für alle Lieferungen des Werks.",
        "Paragraph 3 bleibt von dieser Regelung unberührt, soweit er die Zahlung betrifft.",
        "Zweiter Teil der Vergütung wird nach der Abnahme fällig, der Rest nach einem Monat.",
    ],
)
def test_words_that_only_mention_a_number_begin_nothing(text: str) -> None:
    items: list[Written] = [("§ 1 Lieferung", {"bold": True}), TEXTS[0], text, ("§ 2 Preise", {"bold": True}), TEXTS[1]]
    assert len(tree(*items)) == 2


def test_bold_captions_with_a_colon_are_headings_where_there_are_no_others() -> None:
    items: list[Written] = [
        ("Mietvertrag", LARGE), ("Vermieter:", {"bold": True}), "Musterwerke, 12345 Musterstadt", ("Mieter:", {"bold": True}),
        "Name:", "Anschrift:", ("Mietsache:", {"bold": True}), "Eine Sauna auf Rädern", ("Lieferung:", {"bold": True}), TEXTS[0],
    ]  # fmt: skip
    assert [line.split("]")[0] for line in tree(*items)] == ["[Vermieter:", "[Mieter:", "[Mietsache:", "[Lieferung:"]


def test_two_headings_of_one_look_with_bullets_below_are_two_clauses() -> None:
    bullets = [f"• {text}" for text in TEXTS * 3]
    items: list[Written] = [("Teilnahmebedingungen", LARGE), *bullets, ("Haftungsausschluss", LARGE), *bullets]
    assert [line.split("]")[0] for line in tree(*items)] == ["[Teilnahmebedingungen", "[Haftungsausschluss"]


def test_a_large_heading_over_several_lines_is_one() -> None:
    items: list[Written] = [
        ("Was heißt das", LARGE), ("für die Ware?", LARGE | {"gap": 0.3}), TEXTS[0], ("Und für", LARGE), ("das Geld?", LARGE), TEXTS[1],
    ]  # fmt: skip
    assert [line.split("]")[0] for line in tree(*items)] == ["[Was heißt das für die Ware?", "[Und für das Geld?"]


def test_a_long_numbered_heading_in_large_capitals_keeps_its_last_line() -> None:
    look = {"size": 12.0}
    items: list[Written] = [
        ("8 WEISUNGEN, BERICHTIGUNG, LÖSCHUNG UND SPERRUNG DER DATEN DES KUNDEN,", look | {"full": True}),
        ("RECHTE DER BETROFFENEN UND PFLICHTEN DES VERARBEITERS NACH KAPITEL III", look | {"gap": 0.3}),
        ("DER VERORDNUNG)", look | {"gap": 0.3}), f"8.1 {TEXTS[0]}", f"8.2 {TEXTS[1]}", ("9 HAFTUNG;", look), ("GEWÄHR", look | {"gap": 0.3}),
        f"9.1 {TEXTS[3]}",
    ]  # fmt: skip
    assert [line.split("]")[0][-15:] for line in tree(*items)] == [
        "DER VERORDNUNG)", "  8.1 Die Lieferung"[-15:], "8.2 Rechnungen werden"[-15:], " HAFTUNG; GEWÄHR"[-15:], "  9.1 Für Schäden"[-15:],
    ]  # fmt: skip


def test_bracketed_paragraphs_go_on_under_the_next_heading_after_a_list() -> None:
    found = tree(
        ("Gewährleistung", {"bold": True, "gap": 1.0}),
        "(1) Keine Gewähr übernehmen wir für Schäden durch",
        ("a) natürliche Abnutzung,", {"x0": 24.0}),
        ("b) falsche Bedienung.", {"x0": 24.0}),
        ("Haftung", {"bold": True, "gap": 1.0}),
        "(1) Für Vorsatz haftet die Lieferantin ohne Grenze nach dem Gesetz.",
        "(2) Für entgangenen Gewinn haftet sie nicht.",
    )
    assert [line.split()[0] for line in found] == ["[Gewährleistung]", "(1)", "[Haftung]", "(1)", "(2)"]


def test_a_whole_sentence_behind_a_bracketed_number_is_no_heading() -> None:
    found = tree(
        ("Geltung", {"bold": True, "gap": 1.0}),
        "(1) Diese Bedingungen gelten für alle Verträge mit Unternehmern und für keine anderen.",
        "(2) Abreden mit dem Kunden gehen diesen Bedingungen vor.",
        ("Angebote", {"bold": True, "gap": 1.0}),
        "(1) Angebote der Lieferantin sind freibleibend und werden erst mit der Bestätigung bindend.",
    )
    assert not any("[Abreden" in line for line in found)


def test_letters_in_a_sentence_of_terms_without_numbers_are_a_list() -> None:
    found = tree(
        ("Gewährleistung", BOLD),
        "Keine Gewähr übernimmt die Lieferantin für Schäden durch",
        ("a) natürliche Abnutzung,", {"x0": 24.0}),
        ("b) falsche Bedienung oder", {"x0": 24.0}),
        ("c) Eingriffe Dritter in die Steuerung.", {"x0": 24.0}),
        ("Haftung", BOLD),
        TEXTS[3],
    )
    assert [line.split("]")[0] for line in found] == ["[Gewährleistung", "[Haftung"]
