"""Sentences and what they make of single cases; parties, services, quotes, time."""

from __future__ import annotations

import time

import pytest

from app.models.liability import Damage, Extent, Fault, LiabilityMatrix
from app.models.provisions import Party
from app.models.reading import Clause
from app.nlp.liability import liability_matrices
from app.nlp.provisions import find_provisions
from tests.evaluation import liability

INTENT, GROSS, SLIGHT = Fault
U, L, E, N = Extent.UNLIMITED, Extent.LIMITED, Extent.EXCLUDED, Extent.NOT_REGULATED
LIFE, DUTIES, OTHER, DELAY, DATA, INDIRECT, GUARANTEE, FRAUD, PRODUCT = Damage


def clause(number: int, text: str, heading: str = "", parent: str | None = None) -> Clause:
    """A clause `c0001` … with its text."""
    name = f"c{number:04d}"
    return Clause(name, name, f"{number}.", heading, text, (f"{number}.",), parent, 0 if parent is None else 1)


def matrix(*texts: str) -> LiabilityMatrix:
    """The only matrix of a section on liability."""
    clauses = tuple(clause(i, text, "Haftung" if i == 1 else "") for i, text in enumerate(texts, start=1))
    (found,) = liability_matrices(clauses, ())
    return found


@pytest.mark.parametrize(
    ("text", "fault", "damage", "extent"),
    [
        ("Wir haften den Kunden für Vorsatz.", INTENT, OTHER, U),
        ("Wir haften den Kunden für Vorsatz.", SLIGHT, OTHER, N),
        ("Wir haften den Kunden nur für Vorsatz.", SLIGHT, OTHER, E),
        ("Unsere Haftung gegenüber dem Kunden ist auf Vorsatz und grobe Fahrlässigkeit beschränkt.", SLIGHT, OTHER, E),
        ("Unsere Haftung gegenüber dem Kunden ist auf Vorsatz und grobe Fahrlässigkeit beschränkt.", INTENT, OTHER, U),
        ("Unsere Haftung gegenüber dem Kunden ist auf 500 EUR beschränkt.", INTENT, LIFE, L),
        ("Unsere Haftung gegenüber dem Kunden ist, außer bei Vorsatz, auf 500 EUR beschränkt.", INTENT, LIFE, U),
        ("Für leichte Fahrlässigkeit haften wir dem Kunden nicht.", SLIGHT, OTHER, E),
        ("Für leichte Fahrlässigkeit haften wir dem Kunden nicht.", GROSS, OTHER, N),
        ("Die Haftung des Anbieters für leichte Fahrlässigkeit wird wegbedungen.", SLIGHT, OTHER, E),
        ("Der Anbieter schliesst jede Haftung für leichte Fahrlässigkeit aus.", SLIGHT, OTHER, E),
        ("Der Anbieter haftet nur bei grobem Verschulden.", INTENT, OTHER, U),
        ("Der Anbieter haftet nicht für entgangenen Gewinn.", INTENT, INDIRECT, E),
        ("Der Anbieter haftet nicht für entgangenen Gewinn.", INTENT, OTHER, N),
        ("Bei leicht fahrlässiger Verletzung wesentlicher Pflichten haftet der Anbieter bis 500 EUR.", SLIGHT, DUTIES, L),
        ("Bei leicht fahrlässiger Verletzung wesentlicher Pflichten haftet der Anbieter bis 500 EUR.", SLIGHT, OTHER, N),
        ("Der Anbieter haftet nach den gesetzlichen Vorschriften.", SLIGHT, OTHER, U),
        ("Für Personenschäden haftet der Anbieter höchstens mit 1.000 EUR.", GROSS, LIFE, L),
        ("Die Haftung des Anbieters ist ausgeschlossen, es sei denn, ihm fällt grobe Fahrlässigkeit zur Last.", INTENT, OTHER, U),
        ("Die Haftung des Anbieters ist ausgeschlossen, soweit gesetzlich zulässig.", INTENT, OTHER, E),
        ("Der Anbieter haftet nicht für unvorhersehbare Schäden bei leichter Fahrlässigkeit.", SLIGHT, OTHER, L),
        ("Der Anbieter haftet nicht für Schäden, auch wenn sie vorhersehbar waren.", INTENT, OTHER, E),
        ("Der Anbieter haftet bei nicht vorsätzlichem Handeln bis 500 EUR.", GROSS, OTHER, L),
        ("Der Anbieter haftet bei nicht vorsätzlichem Handeln bis 500 EUR.", INTENT, OTHER, N),
        ("Der Anbieter haftet nicht für die leicht fahrlässige Verletzung unwesentlicher Pflichten.", SLIGHT, DUTIES, N),
        ("Der Anbieter haftet nicht für die leicht fahrlässige Verletzung unwesentlicher Pflichten.", SLIGHT, OTHER, E),
        ("Ist der Schaden nur leicht fahrlässig verursacht, ist die Haftung des Anbieters auf 9 EUR begrenzt.", GROSS, OTHER, N),
        ("Soweit ein Schaden auf leichter Fahrlässigkeit beruht und eine Kardinalpflicht verletzt ist, haftet der Anbieter bis 9 EUR.", SLIGHT, OTHER, N),
        ("Soweit ein Schaden auf leichter Fahrlässigkeit beruht und eine Kardinalpflicht verletzt ist, haftet der Anbieter bis 9 EUR.", SLIGHT, DUTIES, L),
        ("Der Anbieter haftet nur für den Aufwand, der zur Wiederherstellung der Daten nötig ist.", SLIGHT, DATA, L),
        ("Der Anbieter haftet nur für den Aufwand, der zur Wiederherstellung der Daten nötig ist.", SLIGHT, OTHER, N),
        ("Der Anbieter haftet nur bei Verletzung einer Kardinalpflicht. Seine Haftung ist auf 9 EUR begrenzt.", GROSS, OTHER, E),
    ],
)  # fmt: skip
def test_a_sentence_decides_a_case(text: str, fault: Fault, damage: Damage, extent: Extent) -> None:
    assert matrix(text).cell(fault, damage).extent is extent


@pytest.mark.parametrize(
    "text",
    [
        "Der Anbieter haftet nicht für höhere Gewalt.",
        "Für Garderobe übernimmt der Anbieter keine Haftung.",
        "Die verschuldensunabhängige Haftung des Anbieters ist ausgeschlossen.",
        "Ansprüche des Kunden auf Schadensersatz verjähren in einem Jahr, außer bei Vorsatz.",
        "Der Kunde haftet für den Inhalt seiner Seiten.",
        "Der Anbieter haftet nicht, wenn der Kunde falsche Angaben macht.",
        "Die Haftungsbeschränkungen gelten auch für die persönliche Haftung der Mitarbeiter.",
        "Eine Garantie übernimmt der Anbieter nicht.",
        "Die Laufzeit des Vertrages ist auf ein Jahr begrenzt.",
    ],
)
def test_what_is_no_rule_on_own_liability_gives_no_matrix(text: str) -> None:
    assert liability_matrices((clause(1, text, "Haftung"),), ()) == ()


def test_a_mentioned_carve_out_is_not_granted() -> None:
    limited = matrix("Bei Verletzung von Leben, Körper oder Gesundheit haftet der Anbieter bis zu 10.000 EUR.")
    granted = matrix(
        "Die Haftung des Anbieters ist auf 10.000 EUR begrenzt. Dies gilt nicht bei Verletzung von Leben, Körper oder Gesundheit."
    )
    assert not limited.granted(LIFE)
    assert len(limited.restricted(LIFE)) == 3
    assert granted.granted(LIFE)
    assert not granted.granted(OTHER)
    assert not granted.restricted(LIFE)


def test_colliding_rules_are_both_quoted() -> None:
    found = matrix("Bei Vorsatz haftet der Anbieter unbeschränkt. Für entgangenen Gewinn haftet der Anbieter nicht.")
    cell = found.cell(INTENT, INDIRECT)
    assert cell.extent is E
    assert len(cell.evidence) == 2


def test_a_carve_out_quotes_itself_and_what_it_excepts_from() -> None:
    text = "Die Haftung des Anbieters ist auf 10.000 EUR begrenzt. Dies gilt nicht bei Vorsatz."
    cell = matrix(text).cell(INTENT, OTHER)
    assert [(e.part, text[e.start : e.end]) for e in cell.evidence] == [
        ("carve_out", "Dies gilt nicht bei Vorsatz."),
        ("rule", "Die Haftung des Anbieters ist auf 10.000 EUR begrenzt."),
    ]


def test_quotes_of_umlauts_written_out_are_verbatim() -> None:
    text = "Der Anbieter haftet nur fuer grobe Fahrlaessigkeit."
    found = matrix(text)
    assert {text[e.start : e.end] for c in found.cells for e in c.evidence} == {text}


def test_limited_cells_name_the_caps_that_limit_them() -> None:
    clauses = (clause(1, "Die Haftung des Anbieters gegenüber dem Kunden ist auf 10.000 EUR begrenzt.", "Haftung"),)
    provisions = find_provisions(clauses)
    (found,) = liability_matrices(clauses, provisions)
    assert found.cell(SLIGHT, OTHER).provisions == (provisions[0].id,)


def test_rules_for_both_count_for_each_party() -> None:
    text = "Beide Parteien haften für Vorsatz unbeschränkt. Der Anbieter haftet dem Kunden für leichte Fahrlässigkeit nicht."
    found = {m.liable: m for m in liability_matrices((clause(1, text, "Haftung"),), ())}
    assert set(found) == {Party.SUPPLIER, Party.CUSTOMER}
    assert found[Party.CUSTOMER].cell(INTENT, OTHER).extent is U
    assert found[Party.CUSTOMER].cell(SLIGHT, OTHER).extent is N
    assert found[Party.SUPPLIER].cell(SLIGHT, OTHER).extent is E


def test_items_in_clauses_of_their_own_belong_to_their_lead() -> None:
    clauses = (
        clause(1, "Der Anbieter haftet dem Kunden nur", "Haftung"),
        clause(2, "bei Vorsatz,", parent="c0001"),
        clause(3, "bei grober Fahrlässigkeit.", parent="c0001"),
    )
    (found,) = liability_matrices(clauses, ())
    assert [found.cell(f, OTHER).extent for f in Fault] == [U, U, E]


def test_all_cells_stand_in_one_order() -> None:
    cells = matrix("Der Anbieter haftet nur bei Vorsatz.").cells
    assert [(c.fault, c.damage) for c in cells] == [(f, d) for f in Fault for d in Damage]


def test_what_is_not_german_is_not_read() -> None:
    text = "Der Anbieter haftet nicht für leichte Fahrlässigkeit."
    foreign = Clause("c0001", "c0001", "1.", "Haftung", text, ("1.",), None, 0, language="en")
    assert liability_matrices((foreign,), ()) == ()


@pytest.mark.slow
def test_time_grows_with_the_clauses_and_not_with_their_square() -> None:
    text = str(liability.cases("first")[0]["text"])

    def seconds(number: int) -> float:
        clauses = tuple(clause(i, text, "Haftung" if i % 5 == 0 else "") for i in range(number))
        began = time.perf_counter()
        liability_matrices(clauses, ())
        return time.perf_counter() - began

    seconds(10)
    assert seconds(800) < 20 * seconds(80) + 0.5


@pytest.mark.parametrize(
    "unit", ["haftet nur bei ", "Vorsatz oder ", "soweit nicht Vorsatz ", "haftet bei Vorsatz; ", "(leben fahrlässig "]
)
def test_hostile_text_is_read_in_bounded_time(unit: str) -> None:
    began = time.perf_counter()
    liability_matrices((clause(1, "Der Kunde haftet " + unit * (20_000 // len(unit)), "Haftung"),), ())
    assert time.perf_counter() - began < 20
