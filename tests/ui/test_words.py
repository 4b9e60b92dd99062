"""Rich text of a finding, choices of facts, colours and translations."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path

import pytest

from app.comparing.diff import word_diff
from app.comparing.hidden import hidden_findings
from app.models.analysis import Beside, Comparison, MatchRank, PositionMatch, Severity
from app.models.facts import DealFacts, Fact, FactSource, GoverningLaw, Perspective
from app.models.source import Ignored, IgnoredReason
from app.pipeline.facts import assumed
from app.ui.detail import DetailWords, clause_html, detail_html, matches_of
from app.ui.factchoices import CHOICES, choices, chosen, without_user
from app.ui.factsources import fact_sources
from app.ui.models.findings import entry_of
from app.ui.passages import Passage, finding_passages, passage_key, passages_in
from app.ui.theme import NAMES, Theme, _colours
from tests.plain import plain
from tests.unit.reporting.report_example import ANALYSIS, FINDINGS

ROOT = Path(__file__).resolve().parents[2]
WORDS = DetailWords("Interne Anmerkung", "Gefunden", "Vorgabe", "Nichts.", "{0} Stellen")
AS_OF = date(2026, 1, 2)


def _html(finding, analysis, theme, lang="de"):
    return detail_html(finding, entry_of(finding, analysis, lang), WORDS, theme, lang)


def test_the_detail_of_every_finding_has_its_words_and_leads_to_its_clause(analysis, theme):
    for lang in ("de", "en"):
        for finding in analysis.findings:
            html = _html(finding, analysis, theme, lang)
            assert f"<h3>{entry_of(finding, analysis, lang).title[:10]}" in html.replace("&quot;", '"')
            keys = re.findall(r"href='(quote:[^']+)'", html)
            assert {p.clause for key in keys for p in passages_in(key)} >= set(finding.clauses[:1])


def test_the_detail_of_each_kind_of_finding_leads_to_all_its_quotes_and_marks_one(theme):
    for finding in FINDINGS:
        passages = finding_passages(finding, ANALYSIS)
        entry = entry_of(finding, ANALYSIS, "de")
        html = detail_html(finding, entry, WORDS, theme, "de", passages[-1] if passages else None)
        if not finding.sections:
            assert all(passage_key([passage]) in html for passage in passages)
            assert html.count(f"width='4' bgcolor='{theme.hex('palette', 'accent')}'") == (
                1 if len(passages) > 1 else 0
            )
            assert ("2 Stellen" in html) == (len(passages) == 2)
        assert all(escape(text) in html for text in (*entry.paragraphs, *entry.remarks))


def test_a_fact_read_from_the_document_names_its_words_and_leads_there(theme):
    html = fact_sources(ANALYSIS, theme, "de")
    assert html.count("gelesen aus") == 1
    assert "Anwendbares Recht: gelesen aus" in html
    assert "„Es gilt deutsches Recht.“" in html
    assert passage_key([Passage("c0011", 68, 92)]) in html
    said = replace(ANALYSIS.facts, governing_law=Fact(GoverningLaw.AT, FactSource.USER))
    assert fact_sources(replace(ANALYSIS, facts=said), theme, "de") == ""


def test_text_of_the_document_is_escaped(analysis, theme):
    finding = next(f for f in analysis.findings if f.comparison)
    hostile = replace(finding, guidance="<img src=x>", legal_basis=("<b>",))
    html = _html(hostile, analysis, theme)
    assert "<img" not in html
    assert "&lt;img src=x&gt;" in html
    assert "&lt;b&gt;" in html


def test_hidden_text_is_shown_word_for_word_with_its_page_though_it_stands_in_no_clause(analysis, theme):
    hidden = Ignored(
        IgnoredReason.HIDDEN, "Der Kunde haftet <für> alles, was hier nicht zu sehen war.", 3, cause="white"
    )
    read = replace(analysis.reading, source=replace(analysis.reading.source, ignored=(hidden,)))
    (finding,) = hidden_findings(read)
    html = _html(finding, analysis, theme)
    assert "Der Kunde haftet &lt;für&gt; alles" in html
    assert "S. 3" in plain(html)
    assert "href" not in html


def test_the_word_diff_is_struck_and_underlined(analysis, theme):
    a = "Die Haftung ist bei leichter Fahrlässigkeit auf den Auftragswert begrenzt."
    b = "Die Haftung ist bei leichter Fahrlässigkeit auf 100 Euro begrenzt."
    comparison = Comparison("r", "Titel", "preferred", 0, 0.9, a, b, word_diff(a, b))
    finding = replace(next(f for f in analysis.findings if f.provisions), comparison=comparison)
    html = _html(finding, analysis, theme)
    assert "<s style" in html
    assert "<u style" in html
    assert "Die Haftung ist bei leichter" in html


def test_a_clause_without_finding_shows_the_librarys_nearest_wording(analysis, theme):
    clause = analysis.reading.clauses[-1]
    comparison = Comparison("r", "Titel der Referenz", "preferred", 0, 0.1, "Wir & Sie.", clause.text, ())
    known = replace(analysis, beside=(Beside(clause.id, comparison, "review"),))
    html = clause_html(clause, known, WORDS, theme, "de")
    assert "Titel der Referenz" in html
    assert "Wir &amp; Sie." in html
    assert "fachlich zu bestätigen" in html


def test_a_clause_without_finding_shows_what_was_found_in_it(analysis, theme):
    provision = analysis.reading.provisions[0]
    html = clause_html(analysis.reading.by_id[provision.clause], analysis, WORDS, theme, "de")
    assert "Nichts." in html
    assert "30 Tage" in plain(html)
    assert "Thema: " in html


def test_a_clause_whose_value_was_hardly_read_says_so(theme):
    html = clause_html(ANALYSIS.reading.by_id["c0008"], ANALYSIS, WORDS, theme, "de")
    assert html.count("unsicher erkannt") == 1


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


def test_a_finding_says_which_position_of_its_reference_the_clause_is_closest_to(analysis, theme):
    finding = next(f for f in analysis.findings if f.reference and f.clauses)
    near = PositionMatch(
        clause=finding.clauses[0],
        reference=finding.reference,
        reference_title="Unsere Grundregel",
        rank=MatchRank.UNACCEPTABLE,
        fallback=None,
        position=2,
        example=None,
        similarity=0.9,
    )
    known = replace(analysis, matches=(near, replace(near, reference="another")))
    assert matches_of(finding, known) == (near,)
    html = detail_html(finding, entry_of(finding, known, "de"), WORDS, theme, "de", matches=matches_of(finding, known))
    assert "Unsere Grundregel" in html
