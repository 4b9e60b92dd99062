"""Tables of contents in all their forms are no clauses; lists of clauses, prices and forms are no tables of contents."""

from __future__ import annotations

import pytest

from tests.unit.nlp.segmentation.build import BOLD, LARGE, Written, reasons, tree

TEXTS = [
    "Die Lieferung erfolgt ab Lager auf Gefahr des Bestellers, soweit nichts anderes vereinbart ist.",
    "Rechnungen werden mit Zugang fällig und sind binnen zwei Wochen ohne Abzug zu zahlen.",
    "Der Besteller prüft die Ware nach ihrem Eingang und zeigt offene Mängel an.",
    "Für Schäden haftet der Lieferant bei Vorsatz und grober Fahrlässigkeit.",
    "Es gilt deutsches Recht; Gerichtsstand ist der Sitz des Lieferanten.",
]
NAMES = ["Lieferung", "Zahlung", "Prüfung der Ware", "Haftung", "Recht und Gericht"]
CLAUSES: list[Written] = [
    item for n, (name, text) in enumerate(zip(NAMES, TEXTS, strict=True), 1) for item in ((f"§ {n} {name}", BOLD), text)
]
TREE = tree(*CLAUSES)
LABELLED = [f"§ {n} {name}" for n, name in enumerate(NAMES, 1)]


def entries(form: str) -> list[Written]:
    return [form.format(entry=entry, page=2 * n + 2, dots="." * (40 - len(entry))) for n, entry in enumerate(LABELLED)]


FORMS = {
    "dots": entries("{entry} {dots} {page}"),
    "spaced dots": entries("{entry} . . . . . . . {page}"),
    "ellipses": entries("{entry} ………… {page}"),
    "dots without spaces": entries("{entry}{dots}{page}"),
    "tabs": entries("{entry}\t{page}"),
    "page numbers only": entries("{entry} {page}"),
    "without numbers": [f"{name} ..... {n}" for n, name in enumerate(NAMES, 3)],
    "no pages": list(LABELLED),
    "word styles": [(entry, {"style": "toc 1"}) for entry in LABELLED],
    "german word styles": [(f"{entry}\t3", {"style": "Verzeichnis 2"}) for entry in LABELLED],
    "two pages": [(text, {"page": 1 + n // 3}) for n, text in enumerate(map(str, entries("{entry} ..... {page}")))],
    "two columns": [(text, {"column": n // 3}) for n, text in enumerate(map(str, entries("{entry} ..... {page}")))],
    "in one block": [("|" * bool(n) + str(text)) for n, text in enumerate(entries("{entry} ..... {page}"))],
    "wrapped": ["§ 1 Lieferung", "|.......... 2", *entries("{entry} .......... {page}")[1:]],
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("title", [None, "Inhaltsverzeichnis", "Inhalt:", "Übersicht"])
def test_a_table_of_contents_before_the_terms_is_listed_apart(form: str, title: str | None) -> None:
    table: list[Written] = [*([(title, LARGE)] if title else []), *FORMS[form]]
    assert tree(("Lieferbedingungen", LARGE), *table, *CLAUSES) == TREE
    assert "table_of_contents" in [reason for reason, _ in reasons(("Lieferbedingungen", LARGE), *table, *CLAUSES)]


def test_a_table_of_contents_behind_the_terms_is_listed_apart() -> None:
    written: list[Written] = [*CLAUSES, ("Inhalt", LARGE), *FORMS["dots"]]
    assert tree(*written) == TREE
    assert [reason for reason, _ in reasons(*written)] == ["table_of_contents"]


@pytest.mark.parametrize(
    "listed",
    [
        ["1. Tisch 40", "2. Stuhl 60", "3. Bank 80", "4. Schrank 90"],
        ["1. Tisch ........ 40", "2. Stuhl ........ 60", "3. Bank ........ 80"],
        ["Tisch\t40", "Stuhl\t60", "Bank\t80"],
        ["1. Name ________ 1", "2. Ort ________ 2", "3. Tag ________ 3"],
    ],
)
def test_a_list_whose_words_head_nothing_is_none(listed: list[Written]) -> None:
    assert "table_of_contents" not in [reason for reason, _ in reasons(*CLAUSES, "Preise:", *listed)]


def test_clauses_that_end_in_a_number_are_none() -> None:
    written: list[Written] = [
        item for n, text in enumerate(TEXTS, 1) for item in ((f"§ {n} Stufe {n}", BOLD), f"{text} Siehe Stufe {n}.")
    ]
    assert len(tree(*written, *written)) == 10


def test_headings_one_after_the_other_over_their_clauses_are_none() -> None:
    written: list[Written] = [(entry, BOLD) for entry in LABELLED]
    assert len(tree(*written)) == 5
