"""Terms under Austrian or Swiss law get no statutory hint of German law; the list of what was not checked says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import ExpectedError
from app.importing.options import ReadOptions
from app.library.loader import load
from app.models.analysis import Analysis, FindingKind
from app.models.facts import GoverningLaw
from app.paths import clause_library
from app.pipeline.analyse import analyse
from app.pipeline.facts import assumed
from tests.evaluation.documents import AS_OF, SHARED, analysed
from tests.evaluation.imported import FORMATS

TERMS = """Allgemeine Geschäftsbedingungen der Zirbenholz Werkstatt

§ 1 Geltung
(1) Diese Bedingungen gelten für alle Verträge mit Konsumenten und Unternehmern.
(2) Mündliche Nebenabreden sind unwirksam; Änderungen bedürfen der Schriftform, auch die Änderung dieser Klausel.

§ 2 Haftung
(1) Schadenersatzansprüche des Kunden sind ausgeschlossen, gleich aus welchem Rechtsgrund.
(2) Bei Verletzung von Leben, Körper oder Gesundheit haftet der Anbieter bis zu 5.000 Euro.

§ 3 Aufrechnung
(1) Der Kunde darf nicht aufrechnen, auch nicht mit unbestrittenen Forderungen.

§ 4 Schluss
(1) {law}
(2) Anstelle einer unwirksamen Bestimmung gilt, was ihrem wirtschaftlichen Zweck am nächsten kommt.
"""
DOCUMENTS = [
    path for name in ("gold/dev", "corpus") for path in sorted((SHARED / name).glob("*")) if path.suffix in FORMATS
]


def of(law: str) -> Analysis:
    data = TERMS.format(law=law).encode()
    return analyse(data, "agb.txt", load(clause_library()), assumed(AS_OF), ReadOptions())


def readable(path: Path) -> Analysis | None:
    """None for the damaged ones, which are refused."""
    try:
        return analysed(path)
    except ExpectedError:
        return None


def statutory(analysis: Analysis) -> list[str | None]:
    return [f.rule for f in analysis.findings if f.kind is FindingKind.STATUTORY]


def unapplied(analysis: Analysis) -> list[str]:
    return [entry.reason for entry in analysis.not_checked if entry.reason.startswith("statutory_law")]


@pytest.mark.parametrize(
    ("choice", "law"),
    [
        ("Es gilt österreichisches Recht unter Ausschluss des UN-Kaufrechts.", "at"),
        ("Anwendbar ist ausschliesslich Schweizer Recht.", "ch"),
        ("Es gilt das Recht des Fürstentums Liechtenstein.", "other"),
    ],
)
def test_terms_under_another_law_get_no_hint_and_say_so(choice: str, law: str) -> None:
    analysis = of(choice)
    assert statutory(analysis) == []
    assert unapplied(analysis) == [f"statutory_law_{law}"]
    (entry,) = [e for e in analysis.not_checked if e.reason.startswith("statutory_law")]
    assert entry.excerpt == choice


def test_the_same_terms_under_german_law_get_hints() -> None:
    analysis = of("Es gilt deutsches Recht.")
    assert len(statutory(analysis)) >= 3
    assert unapplied(analysis) == []


@pytest.mark.slow
@pytest.mark.skipif(not DOCUMENTS, reason="../shared is not here")
def test_no_real_terms_under_another_law_get_a_hint() -> None:
    analyses = [analysis for path in DOCUMENTS if (analysis := readable(path))]
    foreign = [a for a in analyses if a.facts.governing_law.value not in (None, GoverningLaw.DE)]
    assert len(foreign) >= 10
    assert [statutory(a) for a in foreign if statutory(a)] == []
    assert all(len(unapplied(a)) == 1 for a in foreign)
