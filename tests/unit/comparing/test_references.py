"""References inside the document: those that lead nowhere are told, statutes and other documents are let be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.comparing.references import reference_findings
from app.models.analysis import Severity
from app.models.reading import Reading
from app.wording.findings import explanation, title
from tests.unit.comparing.outlined import outlined

SECTIONS = (
    "§ 1 | Geltung | Diese Bedingungen gelten für alle Verträge.",
    "§ 2 | Preise |",
    "  (1) | | Alle Preise sind Nettopreise.",
    "  (2) | | Rechnungen sind binnen 14 Tagen zu zahlen. Danach tritt Verzug ein.",
    "  (3) | | {}",
    "§ 3 | Lieferung | Wir liefern frei Haus.",
    "§ 4 | Mängel |",
    "  1. | | Mängel sind zu rügen:// a) offene sofort,// b) verdeckte nach Entdeckung.",
    "  2. | | Wir bessern nach.",
    "§ 5 | Schluss | Es gilt deutsches Recht.",
)
DECIMAL = (
    "1. | Geltung |",
    "  1.1 | | Diese Bedingungen gelten für alle Verträge.",
    "  1.2 | | Andere Bedingungen gelten nicht.",
    "2. | Preise |",
    "  2.1 | | Alle Preise sind Nettopreise.",
    "  2.2 | | {}",
    "3. | Schluss | Es gilt deutsches Recht.",
)


def told(read: Reading) -> list[str]:
    return [str(f.params["target"]) for f in reference_findings(read)]


def with_sentence(sentence: str, lines: tuple[str, ...] = SECTIONS) -> Reading:
    return outlined(*(line.format(sentence) for line in lines))


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("Im Übrigen gilt § 9.", "§ 9"),
        ("Die Haftung richtet sich nach § 24.", "§ 24"),
        ("Es gilt § 2 Abs. 5 entsprechend. § 286 BGB bleibt unberührt.", "§ 2 Abs. 5"),
        ("§ 286 BGB bleibt unberührt. Daneben gilt § 2 Abs. 5 entsprechend.", "§ 2 Abs. 5"),
        ("Die Frist nach § 2 Abs. 4 bleibt unberührt.", "§ 2 Abs. 4"),
        ("Die Frist nach § 2.7 bleibt unberührt.", "§ 2.7"),
        ("Die Rechte aus § 4 Ziffer 3 bleiben bestehen.", "§ 4 Ziffer 3"),
        ("Es gilt § 4 Nr. 1 lit. c.", "§ 4 Nr. 1 lit. c"),
        ("Abs. 5 gilt entsprechend.", "Abs. 5"),
        ("Die Absätze 2 bis 6 gelten nicht.", "Abs. 4, Abs. 5, Abs. 6"),
        ("Dies gilt vorbehaltlich der §§ 2 und 12 dieser Bedingungen.", "§ 12"),
        ("Näheres regelt § 377 dieser AGB.", "§ 377"),
        ("Siehe § 8 (Haftung) dieser Bedingungen.", "§ 8"),
        ("Es gilt § 8 unserer Allgemeinen Geschäftsbedingungen.", "§ 8"),
        ("Es gilt Abschnitt 7.", "Abschnitt 7"),
        ("Siehe hierzu Punkt 12.", "Punkt 12"),
        ("Das regelt § 3 Abs. 2.", "§ 3 Abs. 2"),
        ("Es gilt § 2 Abs. 1 Satz 4.", "§ 2 Abs. 1 Satz 4"),
        ("Die Preise stehen in Anlage 2.", "Anlage 2"),
        ("Die Muster stehen in Anhang B.", "Anhang B"),
        ("Es gilt die Preisliste (Anlage 3).", "Anlage 3"),
        ("Maßgeblich ist § 2 Absätze 1 und 5.", "§ 2 Abs. 5"),
        ("Hiervon unberührt bleibt § 11.", "§ 11"),
        ("Anlagen 1 bis 3 sind Bestandteil.", "Anlagen 1 bis 3"),
    ],
)
def test_a_reference_that_leads_nowhere_is_told(sentence: str, target: str) -> None:
    assert told(with_sentence(sentence)) == [target]


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("Es gilt Ziffer 1.3.", "Ziffer 1.3"),
        ("Es gilt Ziff. 7.", "Ziff. 7"),
        ("Es gelten die Ziffern 2.1 und 2.9.", "Ziffer 2.9"),
        ("Das Nähere regelt Nr. 8.", "Nr. 8"),
        ("Siehe Klausel 6.1.", "Klausel 6.1"),
        ("Siehe Punkt 1.1.4 dieser Bedingungen.", "Punkt 1.1.4"),
        ("§ 8 dieser AGB gilt entsprechend.", "§ 8"),
    ],
)
def test_a_reference_that_leads_nowhere_is_told_among_decimal_numbers(sentence: str, target: str) -> None:
    assert told(with_sentence(sentence, DECIMAL)) == [target]


@pytest.mark.parametrize(
    "sentence",
    [
        "Es gilt § 2 Abs. 2.",
        "Es gilt § 2 (2) bis (3).",
        "Es gilt § 2.2.",
        "Es gilt § 4 Abs. 2.",
        "Es gilt § 4 Ziff. 1 lit. b).",
        "Abs. 1 gilt entsprechend.",
        "Der vorstehende Absatz gilt entsprechend.",
        "Es gilt § 2 Abs. 2 Satz 2.",
        "§ 377 HGB bleibt unberührt.",
        "Die §§ 305 ff., 433 BGB bleiben unberührt.",
        "Nach § 823 haften wir unbeschränkt.",
        "Es gilt § 12 BGB.",
        "§ 8 Abs. 2 UWG und § 9 gelten.",
        "Es gilt § 9 der Leistungsbeschreibung.",
        "Es gilt § 7 des Angebots.",
        "Es gilt § 7 Abs. 1 unseres Rahmenvertrags.",
        "Art. 28 regelt die Auftragsverarbeitung.",
        "Kaufleute im Sinne des § 14 sind Unternehmer.",
        "Die Leistungsbeschreibung, § 12, nennt Einzelheiten.",
        "Nach § 126 b BGB genügt Textform.",
        "Verordnung (EU) Nr. 910 bleibt unberührt.",
        "Steuer-Nr. 12 ist anzugeben.",
        "Das Muster nach Anlage 2 zu Artikel 246a EGBGB liegt bei.",
        "Nach § 439 Abs. 3 BGB haften wir; Abs. 9 bleibt unberührt.",
        "Die Anlage 7 des Mietvertrags gilt.",
        "Nach dem BGB gilt § 2 Abs. 5 entsprechend.",
        "Es gilt § 14 Abs. 2. Das BGB bleibt unberührt.",
    ],
)
def test_what_is_there_and_what_is_not_ours_is_let_be(sentence: str) -> None:
    assert told(with_sentence(sentence)) == []


def test_paragraphs_that_cannot_be_counted_are_given_the_benefit_of_the_doubt() -> None:
    lines = ("§ 1 | Geltung | Erstens.//Zweitens.//Drittens.", "§ 2 | Preise | Es gilt § 1 Abs. {}.")
    assert told(outlined(lines[0], lines[1].format(3))) == []
    assert told(outlined(lines[0], lines[1].format(4))) == ["§ 1 Abs. 4"]


@pytest.mark.parametrize("more", [{"unread": (2,)}, {"note": "numbering_approximated"}])
def test_nothing_is_told_where_numbers_are_incomplete(more: dict[str, object]) -> None:
    assert told(outlined("1. | Eins | Es gilt Ziffer 9.", "2. | Zwei |", **more)) == []  # type: ignore[arg-type]


def test_nothing_is_told_where_most_sections_have_no_number() -> None:
    assert told(outlined("| Eins | Es gilt Ziffer 9.", "| Zwei |", "1. | Drei |", "2. | Vier |", "| Fünf |")) == []


def test_a_number_that_was_printed_but_not_read_as_a_clause_is_there() -> None:
    read = outlined("§ 1 | Eins | Es gilt § 3.", "§ 2 | Zwei |", between="§ 3 Anhang in anderer Schrift")
    assert told(read) == []


def test_a_part_that_counts_anew_may_mean_the_number_of_any_part() -> None:
    parts = (
        "Teil A | Verkauf |",
        "  1. | Eins | Es gilt Ziffer 2.2.",
        "Teil B | Miete |",
        "  1. | Eins |",
        "  2. | Zwei |",
    )
    assert told(outlined(*parts, "    1. | | Erstens.", "    2. | | Zweitens.")) == []
    assert told(outlined(*parts, "    1. | | Erstens.")) == ["Ziffer 2.2"]


def test_roman_sections_answer_to_arabic_numbers() -> None:
    lines = ("I. | Eins | Es gilt Ziffer 2.", "II. | Zwei | Es gilt Abschnitt III.")
    assert told(outlined(*lines)) == ["Abschnitt III"]


def test_the_same_missing_place_is_told_once_with_every_reference_to_it() -> None:
    read = outlined("§ 1 | Eins | Es gilt § 8.", "§ 2 | Zwei | Auch hier gilt § 8.", "§ 3 | Drei |")
    (finding,) = reference_findings(read)
    assert finding.params["places"] == 2
    assert [read.by_id[e.clause].text[e.start : e.end] for e in finding.evidence] == ["§ 8", "§ 8"]


def test_the_only_attachment_without_a_number_is_the_first() -> None:
    lines = ("§ 1 | Eins | Es gilt Anlage 1.", "§ 2 | Zwei |", "| ANHANG |")
    assert reference_findings(outlined(*lines)) == []
    assert len(reference_findings(outlined(*lines[:2]))) == 1


def test_an_attachment_that_is_in_the_file_is_not_missed() -> None:
    lines = ("§ 1 | Eins | Es gelten Anlage 1 und Anhang 2.", "§ 2 | Zwei |", "Anlage 1 | Preise |")
    assert told(outlined(*lines)) == ["Anhang 2"]
    assert told(outlined(*lines, between="Anhang 2: Geräte")) == []


def test_the_first_paragraph_has_none_before_it() -> None:
    lines = (
        "§ 1 | Eins |",
        "  (1) | | Der vorstehende Absatz gilt.",
        "  (2) | | Der vorstehende Absatz gilt.",
        "§ 2 | Z |",
    )
    assert told(outlined(*lines)) == ["vorstehende Absatz"]


def test_a_reference_to_nowhere_weighs_more_where_liability_depends_on_it() -> None:
    read = outlined("§ 1 | Eins | Es gilt § 8. Es gilt Anlage 4.", "§ 2 | Zwei |")
    grave = replace(read, clauses=(replace(read.clauses[0], type="limitation_of_liability"), *read.clauses[1:]))
    assert [f.severity for f in reference_findings(read)] == [Severity.LOW, Severity.INFO]
    assert [f.severity for f in reference_findings(grave)] == [Severity.MEDIUM, Severity.INFO]


def test_the_sentences_name_place_target_and_what_was_looked_at() -> None:
    (missing,) = reference_findings(with_sentence("Es gilt § 9."))
    assert title(missing, "de") == "Verweis auf § 9: eine Stelle mit dieser Nummer wurde nicht gefunden"
    assert explanation(missing, "de").startswith("§ 2 › (3) verweist auf § 9. Gezählt wird im Dokument § 1 – § 5;")
    (inside,) = reference_findings(with_sentence("Es gilt § 4 Abs. 7."))
    assert "Unter § 4 wurden nur die Nummern 1. – 2. gefunden." in explanation(inside, "de")


def test_a_clause_without_a_number_is_named_by_its_first_words() -> None:
    (finding,) = reference_findings(outlined(" | | Der Umfang der Leistung ergibt sich im Einzelnen aus Anlage 7."))
    assert finding.params["label"] == "„Der Umfang der Leistung ergibt sich im Einzelnen …“"
