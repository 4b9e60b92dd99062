"""Rich text of a finding, choices of facts, colours and translations."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.models.analysis import Severity
from app.models.facts import DealFacts, Fact, FactSource, GoverningLaw, Perspective
from app.pipeline.facts import assumed
from app.ui.factchoices import CHOICES, choices, chosen, without_user
from app.ui.factsources import fact_sources
from app.ui.passages import Passage, passage_key
from app.ui.theme import NAMES, Theme, _colours
from tests.unit.reporting.report_example import ANALYSIS

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2026, 1, 2)


def test_a_fact_read_from_the_document_names_its_words_and_leads_there(theme):
    html = fact_sources(ANALYSIS, theme, "de")
    assert html.count("gelesen aus") == 1
    assert "Anwendbares Recht: gelesen aus" in html
    assert "„Es gilt deutsches Recht.“" in html
    assert passage_key([Passage("c0011", 68, 92)]) in html
    said = replace(ANALYSIS.facts, governing_law=Fact(GoverningLaw.AT, FactSource.USER))
    assert fact_sources(replace(ANALYSIS, facts=said), theme, "de") == ""


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("name", CHOICES)
def test_the_first_choice_is_to_say_nothing(name, lang):
    offered = list(choices(name, assumed(AS_OF), lang))
    assert offered[0].value is None
    assert [choice.value for choice in offered[1:]] == list(CHOICES[name])
    assert all(choice.label for choice in offered)


def test_the_users_word_can_be_given_and_taken_back():
    facts = assumed(AS_OF)
    mine = chosen(facts, "perspective", Perspective.SUPPLIER)
    assert mine.perspective == Fact(Perspective.SUPPLIER, FactSource.USER)
    assert chosen(mine, "perspective", None) == facts


def test_what_the_document_says_is_offered_as_automatic():
    document = DealFacts(governing_law=Fact(GoverningLaw.AT, FactSource.DOCUMENT))
    facts = chosen(assumed(AS_OF), "governing_law", GoverningLaw.CH)
    assert without_user(facts, document).governing_law.value is GoverningLaw.AT


def test_both_themes_name_the_same_colours():
    shapes = [{(group, name) for group, names in _colours(theme).items() for name in names} for theme in NAMES]
    assert shapes[0] == shapes[1]
    assert all(("severity", severity.value) in shapes[0] for severity in Severity)


@pytest.mark.parametrize("name", NAMES)
def test_severities_can_be_read_on_their_ground(name, qapp):
    theme = Theme(name)
    for severity in Severity:
        assert _contrast(theme.severity(severity), theme.colour("palette", "base")) >= 4.5
    assert _contrast(theme.colour("palette", "soft"), theme.colour("palette", "window")) >= 4.5
    assert _contrast(theme.colour("diff", "new"), theme.colour("diff", "new_back")) >= 4.5
    assert _contrast(theme.colour("diff", "gone"), theme.colour("diff", "gone_back")) >= 4.5
    Theme("light")


def _contrast(one, other) -> float:
    """WCAG 2 contrast ratio."""

    def luminance(colour):
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_word_of_the_window_is_translated():
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        import translations
    finally:
        sys.path.pop(0)
    assert translations.complaints() == []
    assert translations.QM.stat().st_size > 1000
