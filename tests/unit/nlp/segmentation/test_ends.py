"""What stands before and behind the terms: forms, signatures, addresses, links; and that no clause is lost with them."""

from __future__ import annotations

import pytest

from tests.unit.nlp.segmentation.build import BOLD, LARGE, Written, reasons, tree

ONE = "Die Lieferung erfolgt ab Lager auf Gefahr des Bestellers."
TWO = "Rechnungen werden mit Zugang fällig und sind ohne Abzug zu zahlen."
THREE = "Der Besteller prüft die Ware nach ihrem Eingang auf offene Fehler."
TERMS: list[Written] = [("§ 1 Ort", BOLD), ONE, ("§ 2 Preis", BOLD), TWO]
TREE = ["§ 1 [Ort] Die Lieferung", "§ 2 [Preis] Rechnungen werden"]


@pytest.mark.parametrize(
    ("tail", "reason"),
    [
        (["Ort, Datum"], "signature"),
        (["Ich habe die Bedingungen gelesen und erkläre mich einverstanden.", "Ort, Datum"], "signature"),
        (["Mit meiner Unterschrift bestätige ich, die Regeln anzuerkennen.", ("UNTERSCHRIFT", {})], "signature"),
        (["Stand: Juni 2026"], "surroundings"),
        (["Musterstadt, 1. März 2026"], "surroundings"),
        (["Musterstadt, den 01.03.2026", "Muster GmbH", "Gerda Muster"], "surroundings"),
        (["Muster GmbH", "Hafenstraße 1", "12345 Musterstadt", "E-Mail: post@muster.example"], "surroundings"),
        (["Impressum · Datenschutz · Startseite"], "surroundings"),
        (["© 2026 Muster GmbH. Alle Rechte vorbehalten."], "surroundings"),
    ],
)
def test_what_follows_the_last_sentence_is_cut_off(tail: list[Written], reason: str) -> None:
    assert tree(*TERMS, *tail) == TREE
    assert [found for found, _ in reasons(*TERMS, *tail)] == [reason]
    assert reasons(*TERMS, *tail)[0][1] == " ".join(str(tail[0]).split()[:2])


@pytest.mark.parametrize(
    "tail",
    [
        ["Mängel sind anzuzeigen bei:", "Muster GmbH", "Hafenstraße 1", "12345 Musterstadt"],
        ["Kosten des Versands", "Kosten der Verpackung"],
        ["Anzeigen gehen an unsere Zentrale, Hafenstraße 1, 12345 Musterstadt."],
        ["- Muster GmbH, 12345 Musterstadt, Tel. 0123"],
        ["Muster GmbH"],
        ["(c) Ware ohne Mangel"],
        ["Stand der Technik ist einzuhalten."],
    ],
)
def test_what_may_belong_to_the_last_clause_stays_in_it(tail: list[Written]) -> None:
    assert tree(*TERMS, *tail) == TREE
    assert reasons(*TERMS, *tail) == []


def test_the_foot_of_a_web_page_opens_no_headings() -> None:
    foot: list[Written] = [
        ("Muster ist Ihr Partner für gute Ware.", {"gap": 8.0}), "© 2026 Muster",
        ("Mehr von uns", LARGE), "Home", "Über uns", ("Rechtliches", LARGE), "Impressum", "Datenschutz",
    ]  # fmt: skip
    assert tree(*TERMS, *foot) == TREE
    assert reasons(*TERMS, *foot)[0] == ("surroundings", "Muster ist")


def test_a_paragraph_of_law_over_the_foot_of_a_page_stays() -> None:
    foot: list[Written] = [("Die Haftung bleibt unberührt.", {"gap": 8.0}), "© 2026 Muster"]
    assert reasons(*TERMS, *foot) == [("surroundings", "© 2026")]


def test_signatures_before_an_annex_are_no_clause_but_the_annex_is() -> None:
    written: list[Written] = [
        *TERMS, ("Unterschriften", BOLD), "Ort, Datum", "Für die Käuferin", ("Anlage 1 – Preise", LARGE), TWO,
    ]  # fmt: skip
    assert tree(*written) == [*TREE, "Anlage 1 [Preise] Rechnungen werden"]
    assert reasons(*written) == [("signature", "Unterschriften Ort,")]


FORM: list[Written] = [
    ("Bestellung", LARGE), ("Ihre Wahl", BOLD), ONE * 3, ("Ihre Daten", BOLD), ONE * 3, ("Ihr Konto", BOLD), ONE * 3,
]  # fmt: skip


def test_a_form_signed_before_the_terms_is_preamble() -> None:
    signed: list[Written] = [*FORM, "Ort, Datum, Unterschrift", *TERMS, ("§ 3 Frist", BOLD), TWO * 20]
    assert tree(*signed)[:2] == TREE
    assert reasons(*signed) == [("preamble", "Bestellung Ihre")]


def test_unnumbered_terms_before_a_shorter_numbered_form_stay_clauses() -> None:
    written: list[Written] = [*FORM, "Ort, Datum, Unterschrift", "1. Name", "2. Anschrift", "3. Datum der Bestellung"]
    assert [line.strip() for line in tree(*written)][:3] == [
        "[Ihre Wahl] Die Lieferung",
        "[Ihre Daten] Die Lieferung",
        "[Ihr Konto] Die Lieferung",
    ]


def test_a_long_instruction_behind_the_last_paragraph_is_not_cut_off() -> None:
    numbered = [f"{n}. {ONE}" for n in range(1, 11)]
    instruction = ["Der Verbraucher kann den Vertrag binnen vierzehn Tagen ohne Gründe widerrufen."] * 60
    assert len(tree(*numbered, *instruction)) == 10
    assert reasons(*numbered, *instruction) == []
