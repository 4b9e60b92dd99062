"""Equal clauses are pairs, repeated sections are one finding with all their places."""

from __future__ import annotations

import random

from app.comparing.duplicates import duplicate_pairs
from app.comparing.evaluation import evaluate_reading
from app.models.analysis import Finding, FindingKind, Severity
from app.models.reading import Reading
from tests.unit.comparing.made import FACTS, library, reading

PAYMENT = (
    "Rechnungen sind innerhalb von 14 Tagen nach Zugang ohne Abzug auf das genannte Konto des Lieferanten zu zahlen."
)
SHORT = "Nebenabreden bestehen nicht."
_NOUNS = [
    "Ware",
    "Lieferung",
    "Rechnung",
    "Vertrag",
    "Leistung",
    "Kunde",
    "Frist",
    "Mangel",
    "Preis",
    "Zahlung",
    "Versand",
    "Gefahr",
    "Ort",
    "Recht",
    "Form",
]


def sentences(count: int, seed: int) -> list[str]:
    """Sentences of 20 words that have no three words in a row in common."""
    pick = random.Random(seed)
    return [" ".join(f"{pick.choice(_NOUNS)}{seed}x{n}x{k}" for k in range(20)) for n in range(count)]


def repeated(read: Reading) -> list[Finding]:
    return [f for f in evaluate_reading(read, library(), FACTS).findings if f.kind is FindingKind.DUPLICATE]


def test_the_same_words_in_other_case_and_quotes_are_exact() -> None:
    (pair,) = duplicate_pairs(reading(PAYMENT, SHORT, PAYMENT.upper()).clauses)
    assert (pair.first, pair.second, pair.relation, pair.similarity) == ("c0001", "c0003", "exact", 1.0)


def test_a_copy_with_another_number_is_told_once_as_a_contradiction() -> None:
    findings = evaluate_reading(reading(PAYMENT, PAYMENT.replace("14", "30")), library(), FACTS).findings
    assert [(f.kind, f.code, f.severity) for f in findings] == [
        (FindingKind.CONTRADICTION, "edited_copy", Severity.MEDIUM)
    ]
    (finding,) = repeated(reading(PAYMENT, PAYMENT))
    assert finding.severity is Severity.LOW


def test_a_near_duplicate_with_other_words_and_numbers_matters_more_than_a_copy() -> None:
    (finding,) = repeated(reading(PAYMENT, PAYMENT.replace("14", "30").replace("Abzug", "Skonto")))
    assert (finding.code, finding.severity, finding.params["relation"]) == ("duplicate_clause", Severity.MEDIUM, "near")


def test_short_clauses_and_different_clauses_are_no_duplicates() -> None:
    assert duplicate_pairs(reading(SHORT, SHORT, *sentences(4, seed=1)).clauses) == ()


def test_three_equal_clauses_are_one_finding() -> None:
    (finding,) = repeated(reading(PAYMENT, *sentences(14, 1), PAYMENT, *sentences(14, 2), PAYMENT))
    assert (finding.clauses, finding.params["copies"]) == (("c0001", "c0016", "c0031"), 3)


def test_terms_printed_three_times_are_one_finding_with_three_places() -> None:
    terms = sentences(10, seed=1)
    web = [sentences(5, seed=n) for n in (2, 3, 4)]
    read = reading(*web[0], *terms, *web[1], *terms, *web[2], *terms)
    (finding,) = repeated(read)
    assert finding.code == "repeated_sections"
    assert [(s[0], s[-1], len(s)) for s in finding.sections] == [
        ("c0006", "c0015", 10),
        ("c0021", "c0030", 10),
        ("c0036", "c0045", 10),
    ]
    assert finding.severity is Severity.LOW


def test_a_copy_with_an_edited_and_a_left_out_clause_is_still_one_section() -> None:
    terms = [PAYMENT, *sentences(8, seed=1)]
    copy = [PAYMENT.replace("14", "30"), *terms[1:4], *terms[5:]]
    (finding,) = repeated(reading(*terms, SHORT, *copy))
    assert [(s[0], s[-1]) for s in finding.sections] == [("c0001", "c0009"), ("c0011", "c0018")]
    assert (finding.severity, finding.params["changed_numbers"]) == (Severity.LOW, 1)  # the contradiction is told apart


def test_a_copy_that_follows_directly_is_told_apart() -> None:
    terms = sentences(6, seed=1)
    (finding,) = repeated(reading(*terms, *terms))
    assert [len(s) for s in finding.sections] == [6, 6]


def test_a_duplicate_outside_of_a_repeated_section_is_its_own_finding() -> None:
    terms = sentences(6, seed=1)
    found = repeated(reading(*terms, SHORT, *terms, *sentences(14, 2), PAYMENT, *sentences(14, 3), PAYMENT))
    assert sorted(f.code for f in found) == ["duplicate_clause", "repeated_sections"]


def test_headings_and_short_clauses_around_a_repeated_section_belong_to_it() -> None:
    terms = [SHORT, *sentences(6, seed=1), "Es gilt deutsches Recht."]
    (finding,) = repeated(reading("Davor.", *terms, "Dazwischen.", *terms))
    assert [(s[0], s[-1]) for s in finding.sections] == [("c0002", "c0009"), ("c0011", "c0018")]


def test_likeness_inside_of_the_repeated_terms_is_a_finding_of_its_own() -> None:
    terms = [PAYMENT, *sentences(14, seed=1), PAYMENT.replace("Abzug", "Skonto")]
    found = repeated(reading(*terms, *sentences(3, seed=2), *terms))
    assert [(f.code, f.clauses) for f in found] == [
        ("duplicate_clause", ("c0001", "c0016")),
        ("repeated_sections", ("c0001", "c0020")),
    ]
    assert found[1].params["changed_numbers"] == 0


def test_another_number_in_a_short_clause_or_in_words_is_seen_in_a_copy() -> None:
    terms = [*sentences(3, seed=1), "Die Frist beträgt drei Monate.", *sentences(3, seed=2)]
    copy = [t.replace("drei", "sechs") for t in terms]
    (finding,) = repeated(reading(*terms, "Dazwischen.", *copy))
    assert (finding.params["changed_numbers"], finding.params["near"]) == (1, 1)


def test_very_many_equal_clauses_are_one_finding() -> None:
    read = reading(*[text for n in range(30) for text in (PAYMENT, *sentences(14, seed=n))])
    (finding,) = repeated(read)
    assert finding.params["copies"] == 30
