"""Citations of law and references inside the document."""

from __future__ import annotations

import pytest

from app.nlp.citations import find_citations


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
    ],
)
def test_citations_name_their_statute_and_references_none(text: str, cited: list[tuple[str, str]]) -> None:
    assert [(text[c.start : c.end], c.law) for c in find_citations(text)] == cited


def test_a_reference_is_internal() -> None:
    law, reference = find_citations("Nach § 377 HGB und Ziffer 3 gilt dies.")
    assert (law.internal, reference.internal) == (False, True)
