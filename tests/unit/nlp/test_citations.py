"""Citations of law and references inside the document."""

from __future__ import annotations

import pytest

from app.nlp.citations import find_citations, places_of


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("nach § 309 Nr. 7 BGB unwirksam", [("§ 309 Nr. 7 BGB", "BGB")]),
        ("die §§ 305 ff. BGB gelten", [("§§ 305 ff. BGB", "BGB")]),
        ("gemäß Art. 28 Abs. 3 DSGVO", [("Art. 28 Abs. 3 DSGVO", "DSGVO")]),
        ("§ 7 des Bundesdatenschutzgesetzes", [("§ 7 des Bundesdatenschutzgesetzes", "Bundesdatenschutzgesetzes")]),
        ("§ 438 Abs. 1 Nr. 2, § 634a BGB", [("§ 438 Abs. 1 Nr. 2", "BGB"), ("§ 634a BGB", "BGB")]),
        ("gemäß § 4 Abs. 2 dieser Bedingungen", [("§ 4 Abs. 2", "")]),
        ("Ziffer 4.2 bleibt unberührt", [("Ziffer 4.2", "")]),
        ("Ziff. 1.14.4 lit. b) gilt", [("Ziff. 1.14.4 lit. b)", "")]),
        ("der vorstehende Absatz gilt", [("vorstehende Absatz", "")]),
        ("nach Abs. 2 bis 1 Mio. EUR", [("Abs. 2", "")]),
        ("in 3 Monaten und 5 %", []),
        ("§ 126 b BGB gilt", [("§ 126 b BGB", "BGB")]),
        ("die §§ 305 ff., 433 BGB gelten", [("§§ 305 ff., 433 BGB", "BGB")]),
        ("im Sinne von § 310 I BGB", [("§ 310 I BGB", "BGB")]),
        ("§ 18 Abs. 1 Z 10 FAGG", [("§ 18 Abs. 1 Z 10 FAGG", "FAGG")]),
        ("§ 14 UKlaG und § 7 VSBG", [("§ 14 UKlaG", "UKlaG"), ("§ 7 VSBG", "VSBG")]),
        ("§ 13 des Bürgerlichen Gesetzbuchs", [("§ 13 des Bürgerlichen Gesetzbuchs", "Bürgerlichen Gesetzbuchs")]),
        ("Art. 28 der Verordnung (EU) 2016/679", [("Art. 28 der Verordnung", "Verordnung")]),
        ("§§ 438 Abs. 1 Nr. 2 (Bau), 634a BGB", [("§§ 438 Abs. 1 Nr. 2", "")]),
        ("§ 4 der AGB gilt", [("§ 4", "")]),
        ("Anhang A liegt bei", [("Anhang A", "")]),
        ("§ 3 (2) bis (4) gelten", [("§ 3 (2) bis (4)", "")]),
    ],
)
def test_citations_name_their_statute_and_references_none(text: str, cited: list[tuple[str, str]]) -> None:
    assert [(text[c.start : c.end], c.law) for c in find_citations(text)] == cited


def test_a_reference_is_internal() -> None:
    law, reference = find_citations("Nach § 377 HGB und Ziffer 3 gilt dies.")
    assert (law.internal, reference.internal) == (False, True)


@pytest.mark.parametrize(
    ("reference", "paths"),
    [
        ("§ 4.2", ["4 2"]),
        ("§ 4a", ["4a"]),
        ("§ 4 Abs. 2 Satz 1 lit. b)", ["4 2 s1", "4 2 b"]),
        ("§ 3 (2) bis (4)", ["3 2", "3 3", "3 4"]),
        ("§ 6 Absatz (2) und (3)", ["6 2", "6 3"]),
        ("§§ 5, 6 und 8 Abs. 2", ["5", "6", "8 2"]),
        ("§ 4 Abs. 1 und Abs. 3", ["4 1", "4 3"]),
        ("Abs. 2 bis 5", ["2", "3", "4", "5"]),
        ("Artikel VIII Nr. 3", ["VIII 3"]),
        ("Punkt 2.1 e)", ["2 1 e"]),
        ("Ziffern 3.1 und 3.2", ["3 1", "3 2"]),
        ("Anlagen 1 und 2", ["1", "2"]),
        ("Anhang A", ["A"]),
        ("Ziffer 7 Satz 2", ["7 s2"]),
        ("vorstehender Absatz", []),
    ],
)
def test_the_places_of_a_reference_are_told_one_by_one(reference: str, paths: list[str]) -> None:
    places = [" ".join([*p.path, *([f"s{p.sentence}"] if p.sentence else [])]) for p in places_of(reference)]
    assert places == paths


@pytest.mark.parametrize(
    ("reference", "unit"),
    [
        ("§ 4", "section"),
        ("Art. 4", "section"),
        ("Ziff. 4", "number"),
        ("Absätze 1", "paragraph"),
        ("Anlage 4", "attachment"),
    ],
)
def test_a_place_names_its_unit(reference: str, unit: str) -> None:
    assert [p.unit for p in places_of(reference)] == [unit]
