"""Equal clauses are pairs, repeated sections are one finding with all their places."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.comparing.duplicates import duplicate_pairs
from app.comparing.evaluation import evaluate_reading
from app.models.analysis import Finding, FindingKind, Severity
from app.models.reading import Reading
from app.wording.findings import title
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


@pytest.mark.parametrize(
    ("copy", "shown"),
    [
        (PAYMENT, "Klausel steht 2-mal im Dokument"),
        (PAYMENT.replace("Abzug", "Skonto"), "2 Klauseln stimmen nahezu überein"),
    ],
)
def test_only_equal_clauses_are_said_to_stand_twice(copy: str, shown: str) -> None:
    (finding,) = repeated(reading(PAYMENT, copy))
    assert title(finding, "de") == shown


def test_one_long_sentence_in_common_makes_no_duplicate() -> None:
    more = " ".join(sentences(2, seed=3))
    long = f"{SENTENCES[3]} {SENTENCES[0]}"
    assert len(more.split()) > len(long.split())
    assert duplicate_pairs(reading(long, f"{long} {more}").clauses) == ()


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


SENTENCES = (
    "Der Verleiher übergibt die Maschine in gereinigtem und betriebsbereitem Zustand am vereinbarten Ort.",
    "Der Entleiher prüft sie bei der Übergabe und hält sichtbare Schäden in einem gemeinsamen Protokoll fest.",
    "Während der Leihe trägt er die Kosten für Treibstoff, Schmiermittel und die tägliche Pflege.",
    "Bei der Rückgabe muss die Maschine vollgetankt sein; sonst stellt der Verleiher den fehlenden Treibstoff in Rechnung.",
)
CLAUSE = " ".join(SENTENCES)
_INSERTED = "Fahrten ins Ausland zeigt er dem Verleiher vorher in Textform an."


@pytest.mark.parametrize(
    "copy",
    [
        " ".join((SENTENCES[2], SENTENCES[0], SENTENCES[3], SENTENCES[1])),
        " ".join(reversed(SENTENCES)),
        " ".join((*SENTENCES[2:], *SENTENCES[:2])),
        " ".join((*SENTENCES[:2], _INSERTED, *SENTENCES[2:])),
        " ".join((_INSERTED, *SENTENCES)),
        " ".join((SENTENCES[1], _INSERTED, SENTENCES[0], *SENTENCES[2:])),
        " ".join((*SENTENCES[:3], _INSERTED, _INSERTED.replace("Ausland", "Gebirge"), SENTENCES[3])),
        " ".join(SENTENCES[:3]),
        " ".join(SENTENCES[1:]),
        CLAUSE.replace("Maschine", "Anlage"),
        CLAUSE.replace("Verleiher", "Vermieter").replace("Entleiher", "Mieter"),
        CLAUSE.replace("ü", "ue").replace("ä", "ae").replace("ö", "oe"),
        CLAUSE.replace("tägliche", "laufende").replace("sichtbare", "erkennbare").replace("Zustand", "Stand"),
        CLAUSE.upper(),
    ],
)
def test_moved_inserted_and_lightly_edited_copies_are_found(copy: str) -> None:
    (finding,) = repeated(reading(CLAUSE, *sentences(14, 1), copy))
    assert (finding.code, finding.clauses) == ("duplicate_clause", ("c0001", "c0016"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Im Übrigen gelten für die Rechte des Kunden bei Mängeln die Bestimmungen der Ziffer 4 dieser Bedingungen entsprechend.",
            "Im Übrigen gelten für die Rechte des Kunden bei Mängeln die Bestimmungen der Ziffer 4 dieser Bedingungen entsprechend.",
        ),
        (
            "Für die Haftung des Anbieters bei Schulungen gilt § 9 dieser Bedingungen mit allen seinen Absätzen entsprechend.",
            "Für die Haftung des Anbieters bei Wartungen gilt § 9 dieser Bedingungen mit allen seinen Absätzen entsprechend.",
        ),
        (
            "Der Mietpreis beträgt 250,00 Euro und ist bei der Übergabe der Räume in bar zu zahlen.",
            "Die Kaution beträgt 250,00 Euro und ist bei der Übergabe der Räume in bar zu zahlen.",
        ),
        (
            "„Verbraucher“ ist jede natürliche Person, die ein Rechtsgeschäft zu einem Zweck abschließt, der ihrem Beruf nicht dient.",
            "„Unternehmer“ ist jede natürliche Person, die ein Rechtsgeschäft zu einem Zweck abschließt, der ihrem Beruf dient.",
        ),
        (
            "Reicht der Wert des Aktionsgutscheins für die Bestellung nicht aus, zahlt der Kunde den Rest auf einem anderen Weg.",
            "Reicht der Wert des Geschenkgutscheins für die Bestellung nicht aus, zahlt der Kunde den Rest auf einem anderen Weg.",
        ),
        (
            "Anzahlung erhalten am _ _ _ _ _ _ _ _ _ _",
            "Anzahlung erhalten am _ _ _ _ _ _ _ _ _ _",
        ),
        (" ".join(CLAUSE.split()[:11]), " ".join(CLAUSE.split()[:11])),
        (
            SENTENCES[0],
            CLAUSE,
        ),
    ],
)
def test_references_parallel_rules_forms_and_short_clauses_are_no_duplicates(first: str, second: str) -> None:
    assert duplicate_pairs(reading(first, second).clauses) == ()


def test_instructions_on_withdrawal_may_be_repeated() -> None:
    text = (
        "Sie haben das Recht, binnen vierzehn Tagen ohne Angabe von Gründen diesen Vertrag zu widerrufen. Um Ihr Widerrufsrecht "
        "auszuüben, genügt eine eindeutige Erklärung in Textform."
    )
    (finding,) = repeated(reading(text, *sentences(14, 1), text))
    assert finding.severity is Severity.INFO


def test_two_copies_of_the_whole_document_are_one_finding() -> None:
    terms = [CLAUSE, PAYMENT, SHORT, *sentences(6, 1)]
    findings = evaluate_reading(reading(*terms, *terms), library(), FACTS).findings
    assert [f.code for f in findings] == ["repeated_sections"]


def test_many_clauses_that_differ_in_a_number_only_are_still_told() -> None:
    read = reading(*(PAYMENT.replace("14", str(n)) for n in range(2, 60)))
    assert [f.code for f in evaluate_reading(read, library(), FACTS).findings] == ["edited_copy"]


def test_another_number_in_a_reference_is_no_changed_number() -> None:
    text = f"{PAYMENT} Näheres regelt Ziffer 4.2 dieser Bedingungen."
    (finding,) = repeated(reading(text, *sentences(14, 1), text.replace("4.2", "9.3")))
    assert (finding.severity, finding.params["changed_numbers"]) == (Severity.LOW, 0)


@pytest.mark.parametrize(
    ("heading", "count"),
    [("Rücknahme von Altgeräten", 0), ("Weiteres", 0), ("Rücknahme von Batterien", 1), ("", 1)],
)
def test_rules_for_what_their_headings_name_are_parallel(heading: str, count: int) -> None:
    text = "Die Rückgabe ist auf Batterien beschränkt, die der Verkäufer in seinem Sortiment führt oder im letzten Jahr geführt hat."
    read = reading(text, text.replace("Batterien", "Altgeräte"))
    first, second = read.clauses
    clauses = (replace(first, heading="Rücknahme von Batterien"), replace(second, heading=heading))
    assert len(duplicate_pairs(clauses)) == count


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        ("zu Werbezwecken", "zu Lehrzwecken", 1),  # an edited copy
        ("Der Verleiher", "Der Bildarchivar", 0),  # another subject
    ],
)
def test_one_changed_compound_within_a_long_clause_makes_no_other_subject(old: str, new: str, count: int) -> None:
    text = (
        "Der Verleiher darf Bilder der verliehenen Maschinen samt der Namen ihrer Entleiher anfertigen und sie ohne "
        "weitere Vergütung zu Werbezwecken bis zum Ende des folgenden Jahres aufbewahren und vorzeigen."
    )
    assert len(duplicate_pairs(reading(text, text.replace(old, new)).clauses)) == count


def test_two_contrasted_compounds_that_run_through_a_clause_are_two_subjects() -> None:
    text = (
        "Der Verleiher berechnet für jede Woche, in der er eine Maschine vorhält, ein Entgelt nach der Sommerpreisliste; "
        "wo die Sommerpreisliste nichts sagt, gilt die Sommerpauschale."
    )
    assert duplicate_pairs(reading(text, text.replace("Sommerp", "Winterp")).clauses) == ()


TERMS = (
    "Der Verkäufer liefert die Bücher innerhalb von zwei Wochen an die Anschrift, die der Käufer im Warenkorb angibt.",
    "Fehlt die Anschrift, fragt er nach und lagert die Sendung so lange, wie es für eine Antwort nötig ist, ohne Entgelt ein.",
    "Teilt der Käufer auch dann nichts mit, geht die Sendung an das Lager zurück; die Kosten hierfür trägt jeder zur Hälfte.",
)


def in_sections(*sections: tuple[str, Sequence[str]], labels: Sequence[str] = ()) -> Reading:
    """Clauses in sections with these headings."""
    read = reading(*(text for heading, texts in sections for text in (heading, *texts)))
    clauses, at = [], 0
    for number, (heading, texts) in enumerate(sections):
        home = replace(
            read.clauses[at], text="", heading=heading, label=labels[number] if labels else f"§ {number + 1}"
        )
        clauses += [home, *(replace(c, parent=home.id) for c in read.clauses[at + 1 : at + 1 + len(texts)])]
        at += 1 + len(texts)
    return replace(read, clauses=tuple(clauses))


def test_sections_whose_headings_tell_their_subjects_apart_are_parallel_as_a_whole() -> None:
    courses = (TERMS[0].replace("Bücher", "Kurse"), *TERMS[1:])
    assert repeated(in_sections(("Versand", TERMS), ("Versand bei Kursen", courses))) == []
    (finding,) = repeated(in_sections(("Versand", TERMS), ("Versand", TERMS)))
    assert finding.code == "repeated_sections"


@pytest.mark.parametrize(("places", "found"), [(1, ["repeated_sections"]), (3, [])])
def test_terms_in_which_a_party_has_another_name_throughout_are_for_another_contract(
    places: int, found: list[str]
) -> None:
    terms = [
        *TERMS,
        "Weicht die Sendung von der Bestellung ab, meldet der Käufer das ohne Aufschub mit einem Bild an unsere Stelle für Fragen.",
    ]
    renamed = [t.replace("Käufer", "Besteller") for t in terms]
    other = [*renamed[: 1 + places], *terms[1 + places :]] if places > 1 else [*renamed[:1], *terms[1:]]
    read = in_sections(("Versand", terms), ("Weiteres", sentences(14, seed=1)), ("Lieferung", other))
    assert [f.code for f in repeated(read)] == found


@pytest.mark.parametrize(("own", "found"), [(0, ["repeated_sections"]), (4, [])])
def test_two_sets_of_terms_in_one_file_have_some_clauses_in_common(own: int, found: list[str]) -> None:
    first, second = ([TERMS[0], *sentences(own, seed=seed), *TERMS[1:]] for seed in (1, 2))
    read = in_sections(("Verkauf", first), ("Reparatur", second), labels=("1.", "1."))
    assert [f.code for f in repeated(read)] == found
