"""The detail of a finding: what it says, where it leads, what is marked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from html import escape

import pytest

from app.comparing.diff import word_diff
from app.comparing.hidden import hidden_findings
from app.library.model import Position, PositionRank
from app.models.analysis import (
    Beside,
    Comparison,
    FindingKind,
    MatchRank,
    NeededApproval,
    PositionMatch,
    Severity,
)
from app.models.decisions import Decision
from app.models.source import Ignored, IgnoredReason
from app.ui.detail_markup import Look
from app.ui.detail_page import Looked, clause_html, finding_html, matches_of
from app.ui.models.columns import Mark, aligned, differences
from app.ui.models.listing import entry_of
from app.ui.models.pairs import both_places
from app.ui.models.positions import KnownReference, compared, position_names
from app.ui.passages import finding_passages, passage_key, passages_in
from tests.plain import plain
from tests.unit.reporting.report_example import ANALYSIS, FINDINGS

OURS = (
    "Die Haftung ist bei leichter Fahrlässigkeit auf den Auftragswert begrenzt, soweit das Gesetz nichts anderes sagt."
)
THEIRS = "Die Haftung ist bei leichter Fahrlässigkeit auf 100 Euro begrenzt, soweit das Gesetz nichts anderes sagt."
POSITIONS = (
    Position(PositionRank.PREFERRED, OURS),
    Position(
        PositionRank.FALLBACK,
        "Die Haftung ist bei leichter Fahrlässigkeit auf das Doppelte begrenzt, soweit das Gesetz nichts anderes sagt.",
    ),
    Position(PositionRank.FALLBACK, "Die Haftung ist auf das Dreifache begrenzt."),
    Position(PositionRank.UNACCEPTABLE, "Die Haftung ist ausgeschlossen."),
)
KNOWN = KnownReference("r", "Unsere <Haftung>", "review", POSITIONS)


@pytest.fixture
def look(theme):
    return Look(theme, "de")


@pytest.fixture
def compared_finding(analysis):
    """A finding with a word diff."""
    comparison = Comparison("r", "Unsere <Haftung>", "preferred", 0, 0.9, OURS, THEIRS, word_diff(OURS, THEIRS))
    return replace(next(f for f in analysis.findings if f.provisions), reference="r", comparison=comparison)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_detail_of_every_finding_has_its_words_and_leads_to_its_clause(analysis, theme, lang):
    for finding in analysis.findings:
        html = finding_html(finding, analysis, Look(theme, lang))
        assert f"<h3>{entry_of(finding, analysis, lang).title[:10]}" in html.replace("&quot;", '"')
        keys = re.findall(r"href='(quote:[^']+)'", html)
        assert {p.clause for key in keys for p in passages_in(key)} >= set(finding.clauses[:1])


def test_the_detail_of_each_kind_of_finding_leads_to_all_its_quotes_and_marks_the_one_looked_at(look):
    for finding in FINDINGS:
        passages = finding_passages(finding, ANALYSIS)
        entry = entry_of(finding, ANALYSIS, "de")
        html = finding_html(finding, ANALYSIS, look, Looked(passages[-1] if passages else None))
        if not finding.sections:
            assert all(passage_key([passage]) in html for passage in passages), finding.id
            assert ("2 Stellen" in html) == (len(passages) == 2)
        if not finding.sections and both_places(finding, entry, ANALYSIS, "de") is None:
            marks = html.count(f"width='4' bgcolor='{look.hex('palette', 'accent')}'")
            assert marks == (1 if len(passages) > 1 else 0)
        assert all(escape(text) in html for text in (*entry.paragraphs, *entry.remarks))


def test_text_of_the_document_and_of_the_library_is_escaped(compared_finding, analysis, look):
    hostile = replace(
        compared_finding,
        guidance="<img src=x>",
        comment="<i>",
        legal_basis=("<b>",),
        approvals=(NeededApproval("<script>"),),
    )
    html = finding_html(hostile, analysis, look, Looked(known=KNOWN))
    for bare in ("<img", "<script", "<Haftung>"):
        assert bare not in html
    for kept in ("&lt;img src=x&gt;", "&lt;b&gt;", "&lt;script&gt;", "Unsere &lt;Haftung&gt;"):
        assert kept in html


def test_the_words_for_the_library_and_what_is_internal(compared_finding, analysis, look):
    html = finding_html(replace(compared_finding, guidance="Nur für uns."), analysis, look)
    assert "Bezugsklausel: Unsere" in html
    assert "Leitfaden (intern)" in html
    assert "Referenz" not in html
    assert "Interne Anmerkung" not in html
    assert "href='library:r'" in html


def test_a_value_stands_beside_its_limit_and_where_the_limit_comes_from(look):
    finding = next(f for f in FINDINGS if f.limit is not None)
    html = plain(finding_html(finding, ANALYSIS, look))
    table, _, below = html[html.index("Gefunden") :].partition("</table>")
    assert "Vorgabe" in table
    assert below.index("Quelle") < below.index("</p>"), "directly below the table"
    assert "6 Monate" in table
    assert "höchstens 3 Monate" in table


def test_hidden_text_is_shown_word_for_word_with_its_page_though_it_stands_in_no_clause(analysis, look):
    hidden = Ignored(
        IgnoredReason.HIDDEN, "Der Kunde haftet <für> alles, was hier nicht zu sehen war.", 3, cause="white"
    )
    read = replace(analysis.reading, source=replace(analysis.reading.source, ignored=(hidden,)))
    (finding,) = hidden_findings(read)
    html = finding_html(finding, replace(analysis, reading=read), look)
    assert "Der Kunde haftet &lt;für&gt; alles" in html
    assert "S. 3" in plain(html)
    assert "href" not in html


# --- wordings


def test_the_word_diff_is_struck_and_underlined_in_one_text_and_in_two_columns(compared_finding, analysis, look):
    inline = finding_html(compared_finding, analysis, look)
    beside = finding_html(compared_finding, analysis, replace(look, beside=True))
    for html in (inline, beside):
        assert re.search(r"<s style='[^']*'>den Auftragswert</s>", html)
        assert re.search(r"<u style='[^']*'>100 Euro</u>", html)
    assert inline.count("Die Haftung ist bei leichter") == 1
    assert beside.count("Die Haftung ist bei leichter") == 2


def test_the_positions_of_the_reference_can_be_compared_one_after_the_other(compared_finding, analysis, look):
    nearest = finding_html(compared_finding, analysis, look, Looked(known=KNOWN))
    assert "<b>Bevorzugte Fassung</b>" in nearest
    assert "href='position:1'>Rückfallfassung 1" in nearest
    second = finding_html(compared_finding, analysis, look, Looked(known=KNOWN, position=1))
    assert "das Doppelte</s>" in second
    assert "<b>Rückfallfassung 1</b>" in second
    gone = finding_html(
        compared_finding, analysis, look, Looked(known=replace(KNOWN, positions=POSITIONS[:1]), position=3)
    )
    assert "den Auftragswert</s>" in gone


def test_the_nearest_position_is_named_and_is_not_always_the_one_compared(compared_finding, analysis, look):
    near = PositionMatch(
        compared_finding.clauses[0], "r", "Unsere <Haftung>", MatchRank.UNACCEPTABLE, None, 3, None, 0.9
    )
    known = replace(analysis, matches=(near,))
    html = finding_html(compared_finding, known, look, Looked(known=KNOWN))
    assert "<b>Bevorzugte Fassung</b>" in html
    assert "Nicht annehmbare Fassung (am ähnlichsten)</a>" in html


def test_a_missing_clause_shows_what_could_be_put_in(analysis, look):
    missing = replace(
        next(f for f in FINDINGS if f.kind is FindingKind.MISSING), reference="r", comparison=None, clauses=()
    )
    assert OURS in finding_html(missing, ANALYSIS, look, Looked(known=KNOWN))
    html = finding_html(missing, ANALYSIS, look, Looked(known=KNOWN, position=3))
    assert "Die Haftung ist ausgeschlossen." in html
    assert OURS not in html


def test_positions_are_named_and_fallbacks_numbered_where_there_are_several():
    assert position_names(POSITIONS, "de") == (
        "Bevorzugte Fassung", "Rückfallfassung 1", "Rückfallfassung 2", "Nicht annehmbare Fassung",
    )  # fmt: skip
    assert position_names(POSITIONS[:2], "de") == ("Bevorzugte Fassung", "Rückfallfassung")


def test_a_comparison_with_any_position_covers_both_texts():
    comparison = compared(KNOWN, 2, THEIRS)
    assert comparison.reference_text == POSITIONS[2].text
    assert comparison.hunks[-1].a1 == len(POSITIONS[2].text)
    assert comparison.hunks[-1].b1 == len(THEIRS)


ONE = "Erster Satz bleibt gleich und ist lang genug für eine Zeile für sich. Die Frist beträgt drei Monate. Der Rest auch."
OTHER = "Erster Satz bleibt gleich und ist lang genug für eine Zeile für sich. Die Frist beträgt sechs Wochen. Der Rest auch."


def test_columns_are_aligned_by_sentences_and_lose_no_word():
    rows = aligned(differences(ONE, OTHER))
    assert len(rows) == 2
    for texts, whole in (([r.left for r in rows], ONE), ([r.right for r in rows], OTHER)):
        assert " ".join("".join(piece.text for piece in pieces) for pieces in texts) == whole
    assert [piece.text for row in rows for piece in row.left if piece.mark is Mark.GONE] == ["drei Monate"]
    assert [piece.text for row in rows for piece in row.right if piece.mark is Mark.NEW] == ["sechs Wochen"]


@pytest.mark.parametrize(
    ("one", "other"), [("", ""), ("a", ""), ("Kurz.", "Ganz etwas anderes steht hier."), ("a\n\nb", "a\n\nc")]
)
def test_columns_of_odd_texts(one, other):
    rows = aligned(differences(one, other))
    assert all(row.left or row.right for row in rows)


def test_both_places_of_a_contradiction_stand_side_by_side_with_what_differs_marked(look):
    finding = next(f for f in FINDINGS if f.kind is FindingKind.CONTRADICTION)
    entry = entry_of(finding, ANALYSIS, "de")
    pair = both_places(finding, entry, ANALYSIS, "de")
    assert pair.left.place != pair.right.place
    assert {pair.left.key, pair.right.key} <= {passage_key([p]) for p in finding_passages(finding, ANALYSIS)}
    html = finding_html(finding, ANALYSIS, look)
    assert "Beide Stellen nebeneinander" in html
    assert pair.left.key in html
    assert pair.right.key in html


@pytest.mark.parametrize(
    ("first", "second", "equal", "comparable"),
    [
        (ONE, OTHER, False, True),
        (ONE, ONE, True, True),
        (ONE, "Gerichtsstand ist für beide Seiten Köln am Rhein.", False, False),
    ],
)
def test_two_clauses_that_repeat_each_other(first, second, equal, comparable, analysis):
    one, other = (replace(c, text=t) for c, t in zip(analysis.reading.clauses[1:3], (first, second), strict=True))
    others = tuple(c for c in analysis.reading.clauses if c.id not in (one.id, other.id))
    made = replace(analysis, reading=replace(analysis.reading, clauses=(one, other, *others)))
    finding = replace(
        FINDINGS[0], kind=FindingKind.DUPLICATE, code="duplicate_clause", params={"relation": "near", "copies": 2},
        clauses=(one.id, other.id), provisions=(), evidence=(), sections=(), comparison=None, limit=None, reference=None,
    )  # fmt: skip
    pair = both_places(finding, entry_of(finding, made, "de"), made, "de")
    assert (pair.equal, pair.comparable) == (equal, comparable)
    marked = {piece.text for row in pair.rows for piece in (*row.left, *row.right) if piece.mark is not Mark.SAME}
    assert marked == ({"drei Monate", "sechs Wochen"} if comparable and not equal else set())
    assert {p.mark for row in pair.rows for p in row.left} <= {Mark.SAME, Mark.NEW}  # neither place is the original


def test_whole_sections_are_listed_and_shown_elsewhere(look):
    finding = next(f for f in FINDINGS if f.sections)
    assert both_places(finding, entry_of(finding, ANALYSIS, "de"), ANALYSIS, "de") is None
    html = finding_html(finding, ANALYSIS, look)
    assert "href='panel:duplicates'" in html
    assert html.count("href='clause:") == len(finding.sections)


# --- how sure, what the user said


def test_it_says_what_it_rests_on_and_how_sure_it_is(analysis, look):
    finding = next(f for f in analysis.findings if f.limit is not None)
    html = plain(finding_html(finding, analysis, look))
    rest = html[html.index("Worauf das beruht") :]
    assert "Vorgabe der Bezugsklausel" in rest
    assert f"href='library:{finding.reference}'" in rest
    assert re.search(r"(sicher|wahrscheinlich) erkannt \([01](,\d+)?\)", rest)
    assert "Thema der Klausel: " in rest


def test_every_kind_of_finding_rests_on_something(look):
    for finding in FINDINGS:
        for lang in ("de", "en"):
            rest = finding_html(finding, ANALYSIS, replace(look, lang=lang)).rpartition("<h4>")[2]
            assert "<li>" in rest, finding.id
            assert "{" not in rest


def test_an_own_severity_is_shown_with_its_reason_beside_the_programs(analysis, look):
    finding = next(f for f in analysis.findings if f.severity is Severity.HIGH)
    at = datetime(2026, 11, 22, tzinfo=UTC)
    own = Decision(finding.anchor, None, "Mia", at, severity=Severity.LOW, reason="Bei uns <üblich>.")
    html = finding_html(finding, analysis, look, Looked(decision=own))
    assert "● Gering" in html
    assert "eigene Gewichtung, vom Programm: Hoch" in html
    assert "Bei uns &lt;üblich&gt;." in html


def test_norms_are_hints_and_no_advice(analysis, look):
    finding = replace(analysis.findings[0], legal_basis=("§ 307 BGB",))
    assert "keine Rechtsberatung" in finding_html(finding, analysis, look)


# --- a clause without a finding


def test_a_clause_without_finding_shows_the_librarys_nearest_wording(analysis, look):
    clause = analysis.reading.clauses[-1]
    comparison = Comparison("r", "Titel der Klausel", "preferred", 0, 0.1, "Wir & Sie.", clause.text, ())
    known = replace(analysis, beside=(Beside(clause.id, comparison, "review"),))
    html = clause_html(clause, known, look)
    assert "Titel der Klausel" in html
    assert "Wir &amp; Sie." in html
    assert "fachlich zu bestätigen" in html
    assert "keinen Hinweis" in html


def test_a_clause_without_finding_shows_what_was_found_in_it_and_how_surely(analysis, look):
    provision = analysis.reading.provisions[0]
    html = plain(clause_html(analysis.reading.by_id[provision.clause], analysis, look))
    assert "30 Tage" in html
    assert "Thema: " in html
    unsure = clause_html(ANALYSIS.reading.by_id["c0008"], ANALYSIS, look)
    assert unsure.count("unsicher erkannt") == 1


def test_a_finding_says_which_position_of_its_reference_the_clause_is_closest_to(analysis, look):
    finding = next(f for f in analysis.findings if f.reference and f.clauses)
    near = PositionMatch(
        finding.clauses[0], finding.reference, "Unsere Grundregel", MatchRank.UNACCEPTABLE, None, 2, None, 0.9
    )
    known = replace(analysis, matches=(near, replace(near, reference="another")))
    assert matches_of(finding, known) == (near,)
    assert "Unsere Grundregel" in finding_html(finding, known, look)
