"""Navigation, overlays and page layout: the logic behind the views, without them."""

from __future__ import annotations

import pytest

from app.models.liability import Damage, Fault
from app.ui.models.listing import entry_of
from app.ui.navigation import Navigation
from app.ui.overlays import clause_at, overlays_by_page
from app.ui.page_layout import GAP, PageLayout, fit_page, fit_width
from app.ui.passages import Passage, finding_passages, passage_key, passage_of, passage_spans, passages_in
from tests.unit.reporting.report_example import ANALYSIS, CONTRADICTION_FINDING, FINDINGS

SIZES = ((200.0, 100.0), (100.0, 200.0), (200.0, 100.0))


# --- navigation


@pytest.fixture
def navigation(analysis, qapp):
    made = Navigation()
    made.show(analysis)
    return made


def test_a_finding_leads_to_the_clause_of_its_provision(navigation, analysis):
    finding = next(f for f in analysis.findings if f.provisions)
    navigation.go_to_finding(finding.id)
    assert navigation.clause == analysis.provisions_by_id[finding.provisions[0]].clause


def test_a_clause_leads_to_its_worst_finding(navigation, analysis):
    finding = analysis.findings[0]
    navigation.go_to_clause(finding.clauses[0])
    assert navigation.finding is finding


def test_a_clause_without_finding_has_none(navigation, analysis):
    free = next(c.id for c in analysis.reading.clauses if not any(c.id in f.clauses for f in analysis.findings))
    navigation.go_to_finding(analysis.findings[0].id)
    navigation.go_to_clause(free)
    assert (navigation.clause, navigation.finding) == (free, None)


def test_a_finding_on_the_clause_is_kept(navigation, analysis):
    by_clause = {}
    for finding in analysis.findings:
        by_clause.setdefault(finding.clauses[:1], []).append(finding)
    same = next(found for clause, found in by_clause.items() if clause and len(found) > 1)
    navigation.go_to_finding(same[1].id)
    navigation.go_to_clause(same[1].clauses[0])
    assert navigation.finding is same[1]


def test_moving_to_the_same_place_is_no_move(navigation, analysis, qtbot):
    navigation.go_to_finding(analysis.findings[0].id)
    with qtbot.assertNotEmitted(navigation.moved):
        navigation.go_to_finding(analysis.findings[0].id)
        navigation.go_to_finding("none")
        navigation.go_to_clause("none")


def test_another_evaluation_keeps_the_place(navigation, analysis):
    navigation.go_to_finding(analysis.findings[1].id)
    navigation.show(analysis)
    assert navigation.finding is analysis.findings[1]


# --- overlays


def test_every_box_of_a_clause_is_found_again_by_its_middle(analysis):
    overlays = overlays_by_page(analysis)
    for clause in analysis.reading.clauses:
        for box in clause.boxes:
            middle = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
            assert clause_at(overlays[box.page], *middle) == clause.id
    assert clause_at(overlays[1], 1.0, 1.0) is None


def test_a_quote_is_marked_where_it_is_printed(analysis):
    finding = next(f for f in analysis.findings if f.provisions)
    spans = passage_spans(finding_passages(finding, analysis), analysis.reading)
    text = analysis.reading.source.text
    quote = analysis.provisions_by_id[finding.provisions[0]].quote
    assert text[spans[0][0] : spans[0][1]] in quote
    pages = {box.page for box in analysis.reading.source.boxes(spans)}
    assert analysis.reading.by_id[finding.clauses[0]].page in pages
    assert finding_passages(None, analysis) == ()


# --- passages


def test_a_key_carries_its_passages():
    passages = (Passage("c0001", 0, 5), Passage("c0002", 7, 9))
    assert passages_in(passage_key(passages)) == passages
    assert passage_key([*passages, *passages]) == passage_key(passages)
    assert passage_key([]) == ""


def test_all_quotes_of_a_finding_are_passages_in_the_order_shown():
    for finding in FINDINGS:
        entry = entry_of(finding, ANALYSIS, "de")
        places = [place for quote in (*entry.quotes, *entry.further) for place in quote.places if place.clause]
        found = finding_passages(finding, ANALYSIS)
        assert [p.clause for p in found] == [p.clause for p in places] or finding.sections
        assert len(found) == len(finding.sections) or not finding.sections


def test_a_passage_without_words_is_the_label_and_heading(analysis):
    clause = next(c for c in analysis.reading.clauses if c.heading)
    spans = passage_spans([Passage(clause.id, 0, 0)], analysis.reading)
    assert spans == clause.label_spans + clause.heading_spans != ()


@pytest.fixture
def example(qapp):
    made = Navigation()
    made.show(ANALYSIS)
    return made


def test_a_link_to_one_quote_of_a_finding_keeps_the_finding_and_all_its_marks(example):
    example.go_to_finding(CONTRADICTION_FINDING.id)
    first, second = example.passages
    example.go_to_passages(passage_key([second]))
    assert (example.finding, example.clause, example.focus) == (CONTRADICTION_FINDING, second.clause, second)
    assert example.passages == (first, second)


def test_stepping_goes_round_the_quotes_of_a_finding(example):
    example.go_to_finding(CONTRADICTION_FINDING.id)
    first, second = example.passages
    seen = []
    for by in (1, 1, -1):
        example.step_passage(by)
        seen.append((example.focus, example.clause))
    assert seen == [(second, second.clause), (first, first.clause), (second, second.clause)]


def test_the_same_link_moves_again_because_one_may_have_scrolled_away(example, qtbot):
    example.go_to_finding(CONTRADICTION_FINDING.id)
    key = passage_key(example.passages[1:])
    example.go_to_passages(key)
    with qtbot.waitSignal(example.moved, timeout=1000):
        example.go_to_passages(key)


def test_a_list_leads_to_words_of_its_own_and_a_finding_leads_back(example):
    cell = ANALYSIS.reading.liability[0].cell(Fault.SLIGHT_NEGLIGENCE, Damage.INDIRECT)
    example.go_to_passages(passage_key(map(passage_of, cell.evidence)))
    assert example.passages == tuple(map(passage_of, cell.evidence))
    assert example.clause == "c0006"
    assert "c0006" in example.finding.clauses
    own = finding_passages(example.finding, ANALYSIS)
    example.go_to_finding(example.finding.id)
    assert example.passages == own


def test_a_value_leads_to_the_finding_that_rests_on_it(example):
    notice = ANALYSIS.provisions_by_id["p0011"]
    example.go_to_passages(passage_key([passage_of(notice)]))
    assert example.finding is CONTRADICTION_FINDING


def test_without_passages_there_is_no_step(example, qtbot):
    with qtbot.assertNotEmitted(example.moved):
        example.step_passage(1)


# --- layout


def test_pages_lie_below_each_other_and_centred():
    layout = PageLayout.of(SIZES, 2.0, 1000)
    first, second, _ = layout.pages
    assert (first.x, first.y, first.width, first.height) == (300, GAP, 400, 200)
    assert (second.x, second.y) == (400, GAP + 200 + GAP)
    assert layout.width == 1000


def test_visible_pages_are_found_by_height():
    layout = PageLayout.of(SIZES, 1.0, 100)
    tops = [page.y for page in layout.pages]
    assert [p.number for p in layout.between(tops[1], tops[1] + 1)] == [2]
    assert [p.number for p in layout.between(0, layout.height)] == [1, 2, 3]
    assert layout.between(layout.height, layout.height + 50) == ()
    assert layout.at(layout.pages[0].x, 1) is None
    assert layout.at(layout.pages[0].x, tops[0]) == layout.pages[0]


def test_the_widest_page_fills_the_view():
    scale = fit_width(SIZES, 500)
    layout = PageLayout.of(SIZES, scale, 500)
    assert max(page.width for page in layout.pages) == 500 - 2 * GAP
    assert fit_width((), 500) == 1.0
    assert PageLayout.of((), 1.0, 500).pages == ()


def test_a_whole_page_fits_the_view():
    scale = fit_page(SIZES, (500, 300))
    assert max(page.height for page in PageLayout.of(SIZES, scale, 500).pages) == 300 - 2 * GAP
    assert fit_page(SIZES, (140, 3000)) == fit_width(SIZES, 140)
    assert fit_page((), (500, 300)) == 1.0


def test_the_page_that_fills_most_of_the_view_is_the_one_that_is_read():
    layout = PageLayout.of(SIZES, 1.0, 100)
    first, second, third = layout.pages
    assert layout.main_page(0, 150) == 1
    assert layout.main_page(first.bottom - 20, first.bottom + 100) == 2
    assert layout.main_page(first.bottom - 50, second.y + 50) == 1  # the upper of equals
    assert layout.main_page(third.y, third.bottom) == 3
    assert PageLayout.of((), 1.0, 100).main_page(0, 100) == 0


@pytest.mark.parametrize(("above", "nearest"), [(-GAP + 2, 1), (-2, 2), (5, 2)])
def test_a_place_between_pages_belongs_to_the_nearest(above, nearest):
    layout = PageLayout.of(SIZES, 1.0, 100)
    assert layout.nearest(50, layout.pages[1].y + above).number == nearest
    assert layout.nearest(50, 10_000).number == 3
