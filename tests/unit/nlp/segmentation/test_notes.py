"""Footnotes stand in the clause that refers to them and decide nothing."""

from __future__ import annotations

import pytest

from app.nlp.segmentation import segment
from tests.unit.nlp.segmentation.build import BOLD, NOTE, Written, document, reasons, tree

ONE = "Die Lieferung erfolgt ab Lager auf Gefahr des Bestellers."
TWO = "Rechnungen werden mit Zugang fällig und sind ohne Abzug zu zahlen."
TERMS: list[Written] = [("§ 1 Ort", BOLD), ONE, ("§ 2 Preis", BOLD), TWO]
TREE = ["§ 1 [Ort] Die Lieferung", "§ 2 [Preis] Rechnungen werden"]


@pytest.mark.parametrize(
    "note",
    [
        "2 Ausgenommen sind Sonntage.",
        "§ 3 Absatz 2 gilt hier nicht.",
        "(1) Siehe dort.",
        "3. Fassung von 2026",
        "Haftung",
    ],
)
@pytest.mark.parametrize("look", [{}, {"bold": True}, {"style": "Heading 1", "outline": 0}])
def test_a_note_begins_no_clause_and_stays_in_the_clause_that_refers_to_it(note: str, look: dict[str, object]) -> None:
    written = [*TERMS[:2], (note, NOTE | look), *TERMS[2:], (note, NOTE | look)]
    assert tree(*written) == TREE
    first, second = segment(document(*written)).clauses
    assert (first.text, second.text) == (f"{ONE}\n{note}", f"{TWO}\n{note}")
    assert reasons(*written) == []


def test_a_note_between_heading_and_text_is_part_of_the_clause() -> None:
    written = [TERMS[0], ("1 Siehe Karte.", NOTE), *TERMS[1:]]
    first, second = segment(document(*written)).clauses
    assert (first.heading, first.text) == ("Ort", f"1 Siehe Karte.\n{ONE}")
    assert second.text == TWO


def test_a_note_does_not_part_a_list_from_what_introduces_it() -> None:
    items: list[Written] = [
        "(1) Der Besteller trägt:",
        ("1 Alle Preise netto.", NOTE),
        "a) die Fracht,",
        "b) den Zoll.",
    ]
    written: list[Written] = [TERMS[0], *items, f"(2) {TWO}", *TERMS[2:]]
    assert tree(*written) == ["§ 1 [Ort]", "  (1) Der Besteller", "  (2) Rechnungen werden", TREE[1]]


def test_many_notes_do_not_make_their_small_print_the_body_of_the_document() -> None:
    notes: list[Written] = [("1 Dies ist eine lange Anmerkung, die den Text bei weitem überwiegt. " * 9, NOTE)]
    assert tree(*TERMS[:2], *notes, *TERMS[2:], *notes) == TREE


def test_a_note_to_the_title_is_no_clause() -> None:
    written: list[Written] = [("Lieferbedingungen", {"size": 16.0}), ("* Fassung für Händler", NOTE), *TERMS]
    assert tree(*written) == TREE
    assert reasons(*written) == [("title", "Lieferbedingungen *")]


@pytest.mark.parametrize("written", [[("1 Nur eine Note.", NOTE)], [("1 Zuerst.", NOTE), *TERMS]])
def test_notes_without_text_before_them_are_listed(written: list[Written]) -> None:
    assert tree(*written) == (TREE if len(written) > 1 else [])
    assert [reason for reason, _ in reasons(*written)] == ["preamble"]
