"""Hidden text as findings: what is said nowhere else is told of, copies of what can be read are not."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.comparing.evaluation import evaluate_reading
from app.comparing.hidden import hidden_findings
from app.models.analysis import FindingKind, Severity
from app.models.reading import Reading
from app.models.source import Box, Ignored, IgnoredReason
from tests.unit.comparing.made import FACTS, library, reading
from tests.unit.reporting.written import html_of, json_of, text_of

CLAUSE = "Der Kunde zahlt zusätzlich eine Vertragsstrafe von 5.000 Euro an den Anbieter."


def hiding(
    *items: Ignored, text: str = "Die Lieferung erfolgt frei Haus binnen zwei Wochen nach Bestellung."
) -> Reading:
    read = reading(text)
    return replace(read, source=replace(read.source, ignored=items))


def hidden(text: str, page: int | None = 3, cause: str = "white", top: float = 100.0, **more: int) -> Ignored:
    box = None if page is None else Box(page, 50.0, top, 400.0, top + 10.0)
    return Ignored(IgnoredReason.HIDDEN, text, page, box, cause=cause, **more)


def quotes(read: Reading) -> list[object]:
    return [f.params["quote"] for f in hidden_findings(read)]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        (CLAUSE, Severity.HIGH),
        ("Der Anbieter haftet nicht für Schäden, die seine Leute grob fahrlässig verursachen.", Severity.HIGH),
        ("Kündigung nur schriftlich", Severity.MEDIUM),
        ("zuzüglich 12 % Aufschlag", Severity.MEDIUM),
        ("Unsere Gärtnerei liegt am Rand der Stadt zwischen alten Linden und Feldern", Severity.LOW),
        ("Muster Vorlage", Severity.INFO),
    ],
)
def test_rights_duties_and_figures_weigh_more_than_other_words(text: str, severity: Severity) -> None:
    (finding,) = hidden_findings(hiding(hidden(text)))
    assert (finding.kind, finding.severity, finding.params["quote"]) == (FindingKind.HIDDEN_TEXT, severity, text)


@pytest.mark.parametrize("text", ["", " ", "• • •", "a b c", "– – –", "1 2 3"])
def test_what_holds_no_words_is_no_finding(text: str) -> None:
    assert quotes(hiding(hidden(text))) == []


@pytest.mark.parametrize(
    "copy",
    [
        "Die Lieferung erfolgt frei Haus binnen zwei Wochen nach Bestellung.",
        "die LIEFERUNG erfolgt frei Haus binnen zwei Wo-\nchen nach Bestellung",
        "erfolgt frei",
        "Lieferung",
    ],
)
def test_what_can_be_read_elsewhere_is_no_finding(copy: str) -> None:
    assert quotes(hiding(hidden(copy))) == []


@pytest.mark.parametrize(
    "altered",
    [
        "Die Lieferung erfolgt nicht frei Haus binnen zwei Wochen nach Bestellung.",
        "Die Lieferung erfolgt frei Haus binnen 12 Wochen nach Bestellung.",
        "Die Lieferung erfolgt frei Haus binnen zwei Wochen nach Bestellung und Vorkasse des Kunden.",
        "Bestellung nach Haus",
        "Die Lieferung erfolgt frei Haus binnen sechs Wochen nach Bestellung.",
        "Die Lieferung erfolgt frei Haus binnen zwei Wochen nach Bestellung unbegrenzt.",
        "Die Lieferung erfolgt frei Bordstein binnen zwei Wochen nach Bestellung.",
        "Die Lieferung erfolgt frei Haus binnen zwei Wochen. Nach Bestellung erfolgt frei Haus",
    ],
)
def test_a_copy_that_says_something_else_is_a_finding(altered: str) -> None:
    assert quotes(hiding(hidden(altered))) == [altered]


@pytest.mark.parametrize(
    ("layer", "found"),
    [
        ("Die Lleferung erfolgt frei Haus binnen zwei Wochen nach Bestellung", False),
        ("Die Lieferung erfolgt frei Haus binnen sechs Wochen nach Bestellung", True),
        ("Die Lieferung erfolgt nicht frei Haus binnen zwei Wochen nach Bestellung", True),
        ("Die Lieferung erfolgt frei Haus binnen zwei Wochen nach Bestellung unbegrenzt", True),
    ],
)
def test_on_recognised_pages_words_may_be_misread_but_no_numbers_and_negations(layer: str, found: bool) -> None:
    read = hiding(hidden(layer))
    assert quotes(read) == [layer]
    read = replace(read, source=replace(read.source, ocr_pages=(3,)))
    assert quotes(read) == ([layer] if found else [])


def test_text_printed_in_a_header_is_visible_but_deleted_text_is_not() -> None:
    header = Ignored(IgnoredReason.HEADER, "Musterwerke Nord und Partner", 1)
    deleted = Ignored(IgnoredReason.DELETED, CLAUSE, None)
    read = hiding(header, deleted, hidden("Musterwerke Nord und Partner"), hidden(CLAUSE, top=700.0))
    assert quotes(read) == [CLAUSE]


def test_lines_near_each_other_are_one_passage_and_others_are_not() -> None:
    first, second = CLAUSE[:40], CLAUSE[40:]
    lines = hidden(first), hidden(second, top=112.0), hidden("Garten Terrasse", top=600.0)
    assert quotes(hiding(*lines)) == [f"{first.strip()} {second.strip()}", "Garten Terrasse"]
    assert quotes(hiding(hidden(first), hidden("Garten Terrasse", page=4))) == [first.strip(), "Garten Terrasse"]
    assert quotes(hiding(hidden(first), hidden("Garten Terrasse", cause="tiny"))) == [first.strip(), "Garten Terrasse"]
    words = [hidden(text, None, "hidden_font", paragraph=n) for text, n in ((first, 4), (second, 5), ("Garten", 9))]
    assert quotes(hiding(*words)) == [f"{first.strip()} {second.strip()}", "Garten"]


def test_the_clause_around_it_is_named_where_its_place_is_known() -> None:
    read = hiding(hidden(CLAUSE, None, "hidden_font", paragraph=1, at=12))
    (finding,) = hidden_findings(read)
    assert finding.clauses == (read.clauses[0].id,)
    text = text_of(evaluate_reading(read, library(), FACTS), "de")
    assert "In Textabsatz 1 steht Text" in text
    assert f"„{CLAUSE}“ 1., Textabsatz 1" in " ".join(text.split())


@pytest.mark.parametrize(
    ("lang", "title"),
    [("de", "Auf Seite 3 steht Text, den man auf dem Papier nicht sieht"), ("en", "Page 3 holds text that cannot be")],
)
def test_the_report_and_the_json_give_it_word_for_word_with_its_place(lang: str, title: str) -> None:
    analysis = evaluate_reading(hiding(hidden(CLAUSE)), library(), FACTS)
    report = " ".join(text_of(analysis, "de" if lang == "de" else "en").split())
    assert title in report
    assert CLAUSE in report
    assert "(S. 3)" in report or "(p. 3)" in report
    assert CLAUSE in html_of(analysis, "de")
    (entry,) = json.loads(json_of(analysis, "de"))["findings"]
    assert (entry["kind"], entry["clauses"], entry["params"]["quote"]) == ("hidden_text", [], CLAUSE)
    assert entry["explanation"].startswith("Er hat die Farbe des Papiers.")
