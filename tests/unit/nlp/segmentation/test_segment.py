"""The clause tree of small documents, as an outline: what is a clause and under which."""

from __future__ import annotations

import pytest

from app.nlp.segmentation import segment
from tests.unit.nlp.segmentation.build import BOLD, LARGE, Written, document, reasons, tree

ONE = "Die Lieferung erfolgt ab Lager auf Gefahr des Bestellers."
TWO = "Rechnungen werden mit Zugang fällig und sind ohne Abzug zu zahlen."
THREE = "Der Besteller prüft die Ware nach ihrem Eingang auf offene Fehler."


def test_sections_hold_their_numbered_paragraphs() -> None:
    found = tree("§ 1 Lieferung", f"(1) {ONE}", f"(2) {TWO}", "§ 2 Zahlung", f"(1) {TWO}", f"(2) {ONE}")
    assert found == [
        "§ 1 [Lieferung]",
        "  (1) Die Lieferung",
        "  (2) Rechnungen werden",
        "§ 2 [Zahlung]",
        "  (1) Rechnungen werden",
        "  (2) Die Lieferung",
    ]


def test_dotted_numbers_stand_under_their_prefix() -> None:
    found = tree(
        "1. Lieferung", "1.1 Versand", f"1.1.1 {ONE}", f"1.1.2 {TWO}", f"1.2 {TWO}", "2. Zahlung", f"2.1 {TWO}"
    )
    assert found == [
        "1. [Lieferung]",
        "  1.1 [Versand]",
        "    1.1.1 Die Lieferung",
        "    1.1.2 Rechnungen werden",
        "  1.2 Rechnungen werden",
        "2. [Zahlung]",
        "  2.1 Rechnungen werden",
    ]


def test_dotted_numbers_stand_under_the_section_with_their_number() -> None:
    assert tree("§ 1 Lieferung", f"1.1 {ONE}", f"1.2 {TWO}", "§ 2 Zahlung", f"2.1 {TWO}")[3:] == [
        "§ 2 [Zahlung]",
        "  2.1 Rechnungen werden",
    ]


@pytest.mark.parametrize(
    "reference",
    [
        "§ 309 Nr. 7 BGB gilt auch gegenüber Unternehmern.",
        "3 Monate vor dem Ende der Laufzeit ist zu kündigen.",
        "1. Januar eines jeden Jahres wird abgerechnet.",
        "Ziffer 4.2 bleibt hiervon unberührt und gilt fort.",
        "Absatz 1 gilt nicht bei grobem Verschulden.",
        "30 % des Preises sind als Anzahlung zu leisten.",
    ],
)
def test_a_reference_or_quantity_at_a_line_start_is_no_label(reference: str) -> None:
    found = tree(
        "§ 1 Lieferung",
        (f"(1) {ONE} Für das Verhältnis der Parteien nach", {"full": True}),
        f"|{reference}",
        f"(2) {TWO}",
        "§ 2 Zahlung",
        f"(1) {TWO}",
    )
    assert [line.split()[0] for line in found] == ["§", "(1)", "(2)", "§", "(1)"]


def test_a_number_that_continues_the_counter_but_follows_an_open_reference_is_no_label() -> None:
    found = tree(
        f"1. {ONE}", ("2. Abweichend davon gilt für Waren nach Ziffer", {"full": True}), "|3. dieser Bedingungen nichts.",
        f"3. {TWO}",
    )  # fmt: skip
    assert found == ["1. Die Lieferung", "2. Abweichend davon", "3. Rechnungen werden"]


def test_an_enumeration_stays_with_the_paragraph_that_introduces_it() -> None:
    found = tree(
        "§ 1 Haftung", "(1) Der Lieferer haftet unbeschränkt:", "a) bei Vorsatz,", "b) bei Verletzung des Lebens.",
        f"(2) {TWO}",
    )  # fmt: skip
    assert found == ["§ 1 [Haftung]", "  (1) Der Lieferer", "  (2) Rechnungen werden"]


def test_an_introduced_enumeration_directly_under_a_heading_is_the_headings_text() -> None:
    found = tree("§ 1 Haftung", "Der Lieferer haftet:", "a) bei Vorsatz,", "b) bei Arglist.", "§ 2 Zahlung", TWO)
    assert found == ["§ 1 [Haftung] Der Lieferer", "§ 2 [Zahlung] Rechnungen werden"]


def test_letters_are_clauses_where_they_are_the_level_of_full_paragraphs() -> None:
    found = tree(("1. Lieferung", BOLD), f"a. {ONE}", f"b. {TWO}", ("2. Zahlung", BOLD), f"a. {TWO}", f"b. {THREE}")
    assert found == [
        "1. [Lieferung]",
        "  a. Die Lieferung",
        "  b. Rechnungen werden",
        "2. [Zahlung]",
        "  a. Rechnungen werden",
        "  b. Der Besteller",
    ]


def test_a_letter_on_the_edge_of_the_numbers_is_a_clause() -> None:
    inset = {"x0": 20.0}
    found = tree(f"1. {ONE}", f"2. {TWO}", f"a. {THREE}", f"3. {ONE}")
    assert "  a. Der Besteller" in found
    assert tree(f"1. {ONE}", f"2. {TWO}", (f"a. {THREE}", inset), f"3. {ONE}")[1:] == [
        "2. Rechnungen werden",
        "3. Die Lieferung",
    ]


def test_numbers_run_on_through_unnumbered_headings() -> None:
    found = tree(("Lieferung", BOLD), f"1. {ONE}", f"2. {TWO}", ("Zahlung", BOLD), f"3. {TWO}", f"4. {THREE}")
    assert found == [
        "[Lieferung]",
        "  1. Die Lieferung",
        "  2. Rechnungen werden",
        "[Zahlung]",
        "  3. Rechnungen werden",
        "  4. Der Besteller",
    ]


def test_sections_run_on_through_the_parts() -> None:
    found = tree(
        ("I. Allgemeines", BOLD), ("§ 1 Lieferung", BOLD), f"1. {ONE}", f"2. {TWO}",
        ("II. Besonderes", BOLD), ("§ 2 Zahlung", BOLD), f"1. {TWO}", f"2. {ONE}",
        ("III. Schluss", BOLD), ("§ 3 Recht", BOLD), f"1. {THREE}", f"2. {ONE}",
    )  # fmt: skip
    assert [line for line in found if "." not in line.split()[0] or "[" in line] == [
        "I. [Allgemeines]",
        "  § 1 [Lieferung]",
        "II. [Besonderes]",
        "  § 2 [Zahlung]",
        "III. [Schluss]",
        "  § 3 [Recht]",
    ]


def test_a_counter_may_change_its_form_in_the_same_type() -> None:
    found = tree(
        ("§ 1 Lieferung", BOLD), f"1. {ONE}", f"2. {TWO}", ("§ 2 Zahlung", BOLD), f"1. {TWO}", f"2. {ONE}",
        ("3. Prüfung", BOLD), THREE, ("4. Recht", BOLD), f"1. {ONE}", f"2. {TWO}",
    )  # fmt: skip
    assert [line for line in found if not line.startswith(" ")] == [
        "§ 1 [Lieferung]",
        "§ 2 [Zahlung]",
        "3. [Prüfung] Der Besteller",
        "4. [Recht]",
    ]


def test_headings_and_paragraphs_with_the_same_kind_of_number_are_two_levels() -> None:
    found = tree("1. Lieferung", f"1. {ONE}", f"2. {TWO}", "2. Zahlung", f"1. {TWO}", f"2. {THREE}", "3. Recht", ONE)
    assert found == [
        "1. [Lieferung]",
        "  1. Die Lieferung",
        "  2. Rechnungen werden",
        "2. [Zahlung]",
        "  1. Rechnungen werden",
        "  2. Der Besteller",
        "3. [Recht] Die Lieferung",
    ]


def test_a_skipped_and_a_repeated_number_break_no_chain() -> None:
    found = tree(f"1. {ONE}", f"2. {TWO}", f"2. {THREE}", f"4. {ONE}", f"5. {TWO}")
    assert [line.split()[0] for line in found] == ["1.", "2.", "2.", "4.", "5."]


def test_a_level_may_be_jumped_over_and_a_deep_number_repeated() -> None:
    found = tree("1. Ort", f"1.1.1 {ONE}", f"1.1.2 {TWO}", f"1.1.2 {THREE}", f"1.1.5 {ONE}", "2. Recht", f"2.1 {TWO}")
    assert [line.split()[0] for line in found] == ["1.", "1.1.1", "1.1.2", "1.1.2", "1.1.5", "2.", "2.1"]
    assert [len(line) - len(line.lstrip()) for line in found] == [0, 2, 2, 2, 2, 0, 2]


def test_a_section_numbered_backwards_is_a_section() -> None:
    found = tree("§ 1 Ort", ONE, "§ 2 Recht", TWO, "§ 3 Preis", ONE, "§ 2 Prüfung", THREE, "§ 3 Frist", TWO)
    assert [line.split("]")[0] for line in found] == [
        "§ 1 [Ort",
        "§ 2 [Recht",
        "§ 3 [Preis",
        "§ 2 [Prüfung",
        "§ 3 [Frist",
    ]


def test_terms_printed_twice_give_two_full_trees() -> None:
    once: list[Written] = [
        ("Verkaufsbedingungen", LARGE),
        ("1. Lieferung", BOLD), f"1.1 {ONE}", f"1.2 {TWO}", ("2. Zahlung", BOLD), f"2.1 {TWO}",
    ]  # fmt: skip
    single = tree(*once)
    assert len(single) == 5
    assert tree(*once, *once) == single * 2


def test_unnumbered_terms_printed_twice_have_no_titles_among_their_clauses() -> None:
    once: list[Written] = [("Allgemeine Lieferbedingungen", LARGE), ("Ort", BOLD), ONE, ("Recht", BOLD), TWO]
    assert tree(*once, *once) == ["[Ort] Die Lieferung", "[Recht] Rechnungen werden"] * 2


def test_a_heading_wraps_over_two_lines() -> None:
    found = tree(("§ 1 Lieferung der Waren und", {"bold": True, "full": True}), ("|Übergang der Gefahr", BOLD), ONE)
    assert found == ["§ 1 [Lieferung der Waren und Übergang der Gefahr] Die Lieferung"]


def test_a_label_alone_takes_its_heading_from_the_next_line() -> None:
    found = tree("§ 1", ("Lieferung", BOLD), ONE, "§ 2", ("Zahlung", BOLD), TWO)
    assert found == ["§ 1 [Lieferung] Die Lieferung", "§ 2 [Zahlung] Rechnungen werden"]


def test_a_bold_lead_is_a_run_in_heading() -> None:
    found = tree((f"1. Versand. {ONE}", {"bold_lead": 11}), (f"2. Preise. {TWO}", {"bold_lead": 10}))
    assert found == ["1. [Versand.] Die Lieferung", "2. [Preise.] Rechnungen werden"]


def test_a_short_sentence_is_no_heading() -> None:
    assert tree(f"1. {ONE}", "2. Erfüllungsort ist Musterstadt", f"3. {TWO}")[1] == "2. Erfüllungsort ist"


def test_a_section_and_its_first_paragraph_may_share_a_line() -> None:
    assert tree(f"§ 1 (1) {ONE}", f"(2) {TWO}", f"§ 2 (1) {TWO}", f"(2) {THREE}") == [
        "§ 1",
        "  (1) Die Lieferung",
        "  (2) Rechnungen werden",
        "§ 2",
        "  (1) Rechnungen werden",
        "  (2) Der Besteller",
    ]


def test_words_own_number_is_certain() -> None:
    open_line: Written = (f"1. {ONE} Das gilt auch für alle nach", {"full": True})
    start = len(open_line[0]) + 1
    assert tree(open_line, "|2. geltenden Regeln gelieferten Teile.") == ["1. Die Lieferung"]
    numbered: Written = ("|2. geltenden Regeln gelieferten Teile.", {"label": (start, start + 2)})
    assert tree(open_line, numbered) == ["1. Die Lieferung", "2. geltenden Regeln"]


def test_without_numbers_each_heading_is_a_clause() -> None:
    found = tree(("Verkaufsbedingungen", LARGE), ("Lieferung", BOLD), ONE, TWO, ("Zahlung", BOLD), TWO)
    assert found == ["[Lieferung] Die Lieferung", "[Zahlung] Rechnungen werden"]


def test_plain_headings_are_found_where_nothing_is_set_off() -> None:
    found = tree("Lieferung", ONE, "Zahlung", TWO, "Prüfung der Ware", THREE)
    assert found == ["[Lieferung] Die Lieferung", "[Zahlung] Rechnungen werden", "[Prüfung der Ware] Der Besteller"]


def test_without_numbers_and_headings_each_paragraph_is_a_clause() -> None:
    assert tree("Bedingungen", ONE, TWO, THREE) == ["Die Lieferung", "Rechnungen werden", "Der Besteller"]


def test_title_and_preamble_are_not_analysed() -> None:
    written: list[Written] = [("Verkaufsbedingungen", LARGE), "Wir liefern nur zu diesen Bedingungen.", "§ 1 Ort", ONE]
    assert tree(*written) == ["§ 1 [Ort] Die Lieferung"]
    assert reasons(*written) == [("title", "Verkaufsbedingungen Wir")]


def test_a_table_of_contents_is_not_analysed() -> None:
    contents = ["Inhalt", "1. Lieferung ........ 2", "2. Zahlung ........ 3", "3. Recht ........ 4"]
    written = [*contents, ("1. Lieferung", BOLD), ONE, ("2. Zahlung", BOLD), TWO, ("3. Recht", BOLD), THREE]
    assert [line.split()[0] for line in tree(*written)] == ["1.", "2.", "3."]
    assert reasons(*written) == [("table_of_contents", "Inhalt 1.")]


LISTED = ["1. Ort der Lieferung", "2. Zahlung", "3. Recht", "4. Prüfung"]
SECTIONS: list[Written] = [item for name in LISTED for item in ((name, BOLD), ONE)]


@pytest.mark.parametrize("title", [[], ["Inhaltsverzeichnis"], ["Inhalt:"]])
def test_a_list_of_the_headings_without_pages_is_a_table_of_contents(title: list[Written]) -> None:
    written = [*title, *LISTED, *SECTIONS]
    assert [line.split()[0] for line in tree(*written)] == ["1.", "2.", "3.", "4."]
    assert [reason for reason, _ in reasons(*written)] == ["table_of_contents"]


@pytest.mark.parametrize(
    "written",
    [
        ["Preise\t2026", "1. Stufe\t10", "2. Stufe\t20", "3. Stufe\t30", "1. " + ONE, "2. " + TWO, "3. " + THREE],
        [f"1. {ONE}", "2. Preise", "Mahnung\t5", "Verzug\t9", "Versand\t7", f"3. {TWO}"],
        ["1. Miete 100 Euro", "2. Kaution 50 Euro", "3. Heizung 20 Euro", "4. Wasser 5 Euro", *SECTIONS],
        [*SECTIONS, *SECTIONS],
    ],
)
def test_a_table_of_prices_or_a_second_copy_is_no_table_of_contents(written: list[Written]) -> None:
    assert "table_of_contents" not in [reason for reason, _ in reasons(*written)]


def test_a_sentence_about_signing_is_no_signature() -> None:
    written: list[Written] = [
        f"1. {ONE}", ("2. Jede Änderung bedarf der Schriftform und", {"full": True}), "|der Unterschrift beider Seiten.",
    ]  # fmt: skip
    assert tree(*written) == ["1. Die Lieferung", "2. Jede Änderung"]
    assert reasons(*written) == []


def test_a_signature_block_is_not_analysed() -> None:
    written = [f"1. {ONE}", f"2. {TWO}", "Ort, Datum", "______________________", "Unterschrift Kunde"]
    assert tree(*written) == ["1. Die Lieferung", "2. Rechnungen werden"]
    assert reasons(*written) == [("signature", "Ort, Datum")]


def test_headings_over_nothing_at_the_end_are_no_clauses() -> None:
    written = [
        ("§ 1 Ort", BOLD),
        ONE,
        ("§ 2 Recht", BOLD),
        TWO,
        ("Ende der Bedingungen", LARGE),
        ("Unterschrift", LARGE | {"gap": 1.0}),
    ]
    assert tree(*written) == ["§ 1 [Ort] Die Lieferung", "§ 2 [Recht] Rechnungen werden"]
    assert [reason for reason, _ in reasons(*written)] == ["signature", "signature"]


def test_a_web_pages_privacy_statement_beside_the_terms_is_left_out() -> None:
    privacy = [
        "1. Diese Datenschutzerklärung nennt die personenbezogenen Daten, die unsere Website verarbeitet.",
        "2. Cookies, IP-Adresse und Browser gelten als personenbezogene Daten im Sinne der DSGVO.",
        "3. Den Newsletter auf dieser Website können Sie abbestellen, Datenschutz ist uns wichtig.",
    ]
    terms = [f"1. {ONE}", f"2. {TWO}", f"3. {THREE}"]
    assert tree(*privacy, *terms) == ["1. Die Lieferung", "2. Rechnungen werden", "3. Der Besteller"]
    assert reasons(*privacy, *terms) == [("surroundings", "1. Diese")]
    assert len(tree(*privacy)) == 3  # alone, it is the document


def test_the_rest_of_a_web_page_behind_the_terms_is_left_out() -> None:
    numbered = [f"{n}. {ONE}" for n in range(1, 11)]
    rest = ["Wir begleiten Firmen seit vielen Jahren bei ihren Vorhaben und freuen uns auf Sie."] * 60
    assert len(tree(*numbered, *rest)) == 10
    assert reasons(*numbered, *rest) == [("surroundings", "Wir begleiten")]


def test_an_outline_level_is_a_heading_whatever_it_looks_like() -> None:
    style = {"outline": 0, "style": "Heading 1"}
    assert tree(("Lieferung", style), ONE, ("Zahlung", style), TWO) == [
        "[Lieferung] Die Lieferung",
        "[Zahlung] Rechnungen werden",
    ]


def test_a_table_stays_within_its_clause() -> None:
    found = segment(document("§ 1 Preise", "Gerät\t100 Euro", "1. Stufe\t80 Euro", table=True)).clauses
    assert found[0].label == "§ 1"
    assert "100 Euro" in found[0].text


def test_an_empty_document_has_no_clauses() -> None:
    found = segment(document())
    assert (found.clauses, found.not_analysed) == ((), ())


HIGH = {"outline": 0, "style": "Heading 1", "size": 14.0}
LOW = {"outline": 1, "style": "Heading 2", "size": 13.0}


@pytest.mark.parametrize("name", ["Anhang: Bedingungen für Einsätze", "Besondere Bedingungen für Einsätze"])
def test_an_annex_over_a_counter_that_begins_again_is_a_clause_and_holds_it(name: str) -> None:
    found = tree(
        ("Bedingungen für Wartung", {"style": "Title", "size": 26.0}),
        ("§ 1 Ort", LOW), ONE, ("§ 2 Recht", LOW), TWO, (name, HIGH), ("§ 1 Einsatz", LOW), THREE, ("§ 2 Preis", LOW), TWO,
    )  # fmt: skip
    assert found == [
        "§ 1 [Ort] Die Lieferung",
        "§ 2 [Recht] Rechnungen werden",
        f"[{name}]",
        "  § 1 [Einsatz] Der Besteller",
        "  § 2 [Preis] Rechnungen werden",
    ]


def test_the_title_of_a_further_set_of_terms_is_no_clause() -> None:
    written: list[Written] = [
        ("Lieferbedingungen", LARGE), ("1. Ort", BOLD), ONE, ("2. Recht", BOLD), TWO,
        ("Mietbedingungen", LARGE), ("1. Preis", BOLD), THREE, ("2. Frist", BOLD), TWO,
    ]  # fmt: skip
    assert [line.split()[0] for line in tree(*written)] == ["1.", "2.", "1.", "2."]
    assert ("title", "Mietbedingungen") in reasons(*written)


def test_a_plain_title_between_two_sets_of_terms_is_cut_off_the_first() -> None:
    first, second = [f"1. {ONE}", f"2. {TWO}", f"3. {THREE}"], [f"1. {TWO}", f"2. {ONE}"]
    title = ["- - -", "Allgemeine Mietbedingungen", "für Bagger und Krane"]
    assert tree(*first, *title, *second)[2] == "3. Der Besteller"
    assert reasons(*first, *title, *second) == [("title", "- -")]


def test_a_look_that_is_a_headings_elsewhere_makes_a_wrapped_line_and_one_with_a_colon_a_heading() -> None:
    near = {"bold": True, "gap": 0.7}
    found = tree(
        ("Verkauf", LARGE), ("Ort", near), ONE, ("Recht", near), TWO,
        ("Prüfung der Ware nach ihrem", {**near, "full": True}), ("|Eingang im Lager", near), THREE, ("Hinweise:", near), ONE,
    )  # fmt: skip
    assert found[2:] == ["[Prüfung der Ware nach ihrem Eingang im Lager] Der Besteller", "[Hinweise:] Die Lieferung"]


def test_a_bold_line_with_a_colon_stays_text_where_no_heading_looks_so() -> None:
    assert len(tree(("1. Ort", LARGE), ONE, ("Dabei gilt:", BOLD), TWO, ("2. Recht", LARGE), THREE)) == 2


def test_a_name_in_capitals_between_two_headings_is_the_firsts_text() -> None:
    found = tree(
        ("1. Käuferin", BOLD),
        ("MUSTER AG", {"gap": 1.2}),
        ("2. Verkäuferin", BOLD),
        "Beispiel GmbH",
        ("3. Ort", BOLD),
        ONE,
    )
    assert found == ["1. [Käuferin] MUSTER AG", "2. [Verkäuferin] Beispiel GmbH", "3. [Ort] Die Lieferung"]


def test_a_colon_behind_a_label_is_no_heading() -> None:
    found = tree(f"1. {ONE}", f"2. {TWO}", ("Anhang 1:", LARGE), ("|Preise der Ware", LARGE), THREE)
    assert found[2:] == ["Anhang 1 [Preise der Ware] Der Besteller"]


def test_quantities_in_a_table_are_no_labels() -> None:
    rows = ("1 Tisch aus Holz\tinklusive", "2 Stühle\tinklusive", "3 Lampen\tinklusive")
    assert segment(document("Zubehör", *rows, table=True)).clauses[0].label == ""


def test_bracketed_numbers_that_count_paragraphs_under_headings_do_so_under_a_dotted_number() -> None:
    found = tree(
        ("1 Ort", BOLD), f"(1) {ONE}", f"(2) {TWO}", ("2 Preis", BOLD), "2.1 Für Bestellungen gilt Folgendes:",
        f"(1) {TWO}", f"(2) {THREE}", "2.2 Für Anfragen gilt Folgendes:", f"(1) {ONE}", f"(2) {TWO}",
    )  # fmt: skip
    assert found[3:6] == ["2 [Preis]", "  2.1 Für Bestellungen", "    (1) Rechnungen werden"]
    assert len(found) == 10


def test_bullets_belong_to_the_paragraph_that_introduces_them() -> None:
    found = tree("Bedingungen", ONE, "Wir liefern nur:", "• ab Werk.", "• gegen Rechnung.", "• an Kaufleute.", TWO)
    assert found == ["Die Lieferung", "Wir liefern", "Rechnungen werden"]


def test_a_title_over_most_of_the_text_is_a_heading_like_the_other() -> None:
    blue = {"bold": True, "size": 14.0}
    found = tree(("Teilnahmebedingungen", blue), *[ONE] * 12, ("Haftung", blue), *[TWO] * 12)
    assert found == ["[Teilnahmebedingungen] Die Lieferung", "[Haftung] Rechnungen werden"]


def test_a_heading_before_the_first_number_over_much_text_is_a_clause() -> None:
    written: list[Written] = [("Mietbedingungen", LARGE), ONE, ("Vor der Miete", LARGE), *[ONE] * 20, "§ 1 Ort", ONE]
    assert [line.split("]")[0] for line in tree(*written)] == ["[Vor der Miete", "§ 1 [Ort"]
    assert reasons(*written) == [("title", "Mietbedingungen Die")]


def test_a_list_with_the_same_numbers_on_the_same_edge_belongs_to_the_paragraph_that_introduces_it() -> None:
    written: list[Written] = [
        ("§ 1 Nutzung", BOLD), "1. Die Seiten dürfen verlinkt werden, vorausgesetzt dass:", "1. die Quelle genannt wird;",
        "2. kein Bild verändert wird.", f"2. {TWO}", f"3. {THREE}",
    ]  # fmt: skip
    assert tree(*written) == ["§ 1 [Nutzung]", "  1. Die Seiten", "  2. Rechnungen werden", "  3. Der Besteller"]
