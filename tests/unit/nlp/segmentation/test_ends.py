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
        (["Wir haben die Bedingungen zur Kenntnis genommen.", "Datum Unterschrift Mieter"], "signature"),
        (["Der Vermieter:", "Gerda Muster", "____________", "Der Mieter:"], "signature"),
        (["Stand: Juni 2026"], "surroundings"),
        (["[Name und Anschrift einsetzen] | Version 1.0"], "surroundings"),
        (["Musterstadt, 1. März 2026"], "surroundings"),
        (["Musterstadt, den 01.03.2026", "Muster GmbH", "Gerda Muster"], "surroundings"),
        (["Muster GmbH", "Hafenstraße 1", "12345 Musterstadt", "E-Mail: post@muster.example"], "surroundings"),
        (["Impressum · Datenschutz · Startseite"], "surroundings"),
        (["© 2026 Muster GmbH. Alle Rechte vorbehalten."], "surroundings"),
        (["Musterstadt, 1. März 2026", "Der Kunde hat die Bedingungen gelesen.", "*) Nr. 2 ist neu."], "surroundings"),
        (["* * *", "Mit der Buchung nimmst du diese Bedingungen an.", "Stand: Juni 2026"], "surroundings"),
        (["AGB erstellt mit dem Generator der Kanzlei Muster."], "surroundings"),
        (["Quelle: Musterkanzlei"], "surroundings"),
        (["Zuletzt geändert am: 4. Oktober 2026"], "surroundings"),
        (["Letzte Aktualisierung: 10/2026"], "surroundings"),
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


def test_place_date_and_the_names_of_those_who_sign_are_a_signature() -> None:
    written: list[Written] = [*TERMS, "Ort, Datum", ("Muster GmbH", BOLD), ("Auftragnehmer", BOLD)]
    assert tree(*written) == TREE
    assert reasons(*written) == [
        ("signature", "Ort, Datum"),
        ("signature", "Muster GmbH"),
        ("signature", "Auftragnehmer"),
    ]


def test_the_version_at_the_end_of_an_address_is_no_text_of_the_clause() -> None:
    written: list[Written] = [
        *TERMS[:3],
        "Fragen richten Sie an:",
        "|Muster GmbH",
        "|12345 Musterstadt",
        "|Stand: 03.04.2026",
    ]
    assert tree(*written)[-1] == "§ 2 [Preis] Fragen richten"
    assert reasons(*written) == [("surroundings", "Stand: 03.04.2026")]


def test_a_form_behind_the_signature_is_cut_off_with_it() -> None:
    fields: list[Written] = [
        item for n in range(12) for item in (f"Raum {n}:", "☐ sauber ☐ besenrein", "Bemerkung ______")
    ]
    written: list[Written] = [*TERMS, "Ort, Datum, Unterschrift", *fields]
    assert tree(*written) == TREE
    assert reasons(*written) == [("signature", "Ort, Datum,")]


ARTICLE = (
    "Im Frühling blühen in unserem Garten die ersten Tulpen, und viele Gäste kommen am Sonntag zu Kaffee und Kuchen. "
    "Die Gärtner erzählen dann gern von ihrer Arbeit und von den alten Sorten, die hier seit Jahren wachsen."
)
LONG: list[Written] = [*TERMS, ("§ 3 Prüfung", BOLD), THREE]


def test_an_article_under_a_heading_behind_numbered_terms_is_no_clause() -> None:
    written: list[Written] = [*LONG, ("Ein Sonntag im Garten", LARGE), ARTICLE]
    assert len(tree(*written)) == 3
    assert reasons(*written) == [("surroundings", "Ein Sonntag")]


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE + " Der Gast haftet für Schäden und ist zur Zahlung verpflichtet.",
        "Du kannst dich hier frei bewegen. Du solltest leise sein. Rauchen ist verboten, Hunde dürfen nur an der Leine laufen. "
        "Bitte den Müll mitnehmen.",
        "Bitte klingeln.",
    ],
)
def test_rules_under_a_heading_behind_numbered_terms_stay(text: str) -> None:
    assert len(tree(*LONG, ("Im Garten", LARGE), text)) == 4


def test_an_article_under_a_heading_as_they_stand_among_the_clauses_stays() -> None:
    written: list[Written] = [
        *TERMS,
        ("Der Garten", LARGE),
        ("§ 3 Prüfung", BOLD),
        THREE,
        ("Ein Sonntag", LARGE),
        ARTICLE,
    ]
    assert "[Ein Sonntag] Im Frühling" in [line.strip() for line in tree(*written)]


def test_a_long_article_before_the_terms_is_listed_as_surroundings() -> None:
    written: list[Written] = [ARTICLE * 3, "Allgemeine Lieferbedingungen", *LONG]
    assert len(tree(*written)) == 3
    assert reasons(*written) == [("surroundings", "Im Frühling"), ("preamble", "Allgemeine Lieferbedingungen")]


@pytest.mark.parametrize(
    "line",
    [
        "12345 Musterstadt",
        "Hafenstraße 1",
        "Tel.: 0123 456",
        "post@muster.example",
        "www.muster.example",
        "Hotline: +49 123",
    ],
)
def test_bold_contact_data_is_no_heading(line: str) -> None:
    written: list[Written] = [("Lieferung", BOLD), ONE, (line, BOLD), TWO, ("Preise", BOLD), TWO]
    assert tree(*written) == ["[Lieferung] Die Lieferung", "[Preise] Rechnungen werden"]


def test_a_sheet_with_letterhead_title_and_paragraphs_only_is_cut_at_its_paragraphs() -> None:
    head: list[Written] = [("Musterverein 1900 e.V.", BOLD), ("Am Brunnen 1", BOLD), ("12345 Musterstadt", BOLD)]
    rest: list[Written] = [("Mietvertrag", LARGE), ONE, TWO, "Reinigung", THREE, "______", "Unterschrift Mieter"]
    assert tree(*head, *rest) == ["Die Lieferung", "Rechnungen werden", "Der Besteller"]
    assert ("signature", "______ Unterschrift") in reasons(*head, *rest)


def test_an_imprint_is_cut_off_even_where_the_last_sentence_has_no_full_stop() -> None:
    imprint = "Muster · Hafenstraße 1 · 12345 Musterstadt · post@muster.example · muster.example"
    assert tree(*TERMS[:3], TWO.rstrip("."), imprint) == TREE
    assert reasons(*TERMS[:3], TWO.rstrip("."), imprint) == [("surroundings", "Muster ·")]
    assert reasons(*TERMS[:3], "Anzeigen an:", imprint) == []
    assert reasons(*TERMS[:3], "Anzeigen an:", "Verband der Freunde", "der alten Rosen", imprint) == []
