"""Navigation, overlays, page layout and the page cache: the logic behind the views, without them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from app.jobs.rendering import MAX_PIXELS
from app.ui.navigation import Navigation, clause_of
from app.ui.overlays import clause_at, overlays_by_page, quote_spans
from app.ui.page_images import PageImages
from app.ui.page_layout import GAP, PageLayout, fit_width

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
    assert navigation.clause == clause_of(analysis, finding) == analysis.provisions_by_id[finding.provisions[0]].clause


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
    spans = quote_spans(analysis, finding)
    text = analysis.reading.source.text
    quote = analysis.provisions_by_id[finding.provisions[0]].quote
    assert text[spans[0][0] : spans[0][1]] in quote
    pages = {box.page for box in analysis.reading.source.boxes(spans)}
    assert analysis.reading.by_id[finding.clauses[0]].page in pages
    assert quote_spans(analysis, None) == ()


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


# --- images


class Asked(list):
    def __call__(self, page, width, height):
        self.append((page, width, height))


def _image(width, height):
    return QImage(width, height, QImage.Format.Format_RGB32)


def test_two_pages_are_asked_for_at_once_and_the_next_when_one_comes():
    asked = Asked()
    images = PageImages(asked)
    images.want([(page, QSize(10, 20)) for page in (4, 5, 6)])
    assert asked == [(4, 10, 20), (5, 10, 20)]
    images.keep(4, _image(10, 20))
    assert asked[-1] == (6, 10, 20)
    images.want([(4, QSize(10, 20))])
    assert len(asked) == 3


def test_another_zoom_asks_again_and_shows_the_old_meanwhile():
    asked = Asked()
    images = PageImages(asked)
    images.keep(1, _image(10, 20))
    images.want([(1, QSize(20, 40))])
    assert asked == [(1, 20, 40)]
    assert images.image(1).width() == 10


def test_a_page_that_cannot_be_drawn_is_not_asked_for_again():
    asked = Asked()
    images = PageImages(asked)
    images.want([(1, QSize(5, 5))])
    images.give_up(1)
    images.want([(1, QSize(5, 5))])
    assert len(asked) == 1
    assert images.failed(1)


def test_what_is_asked_for_is_bounded():
    asked = Asked()
    PageImages(asked).want([(1, QSize(100_000, 50_000))])
    _, width, height = asked[0]
    assert width * height <= MAX_PIXELS
    assert width == pytest.approx(2 * height, abs=2)


def test_pages_not_seen_for_long_are_dropped(monkeypatch):
    monkeypatch.setattr("app.ui.page_images._KEPT_BYTES", 10 * 10 * 4 * 2)
    images = PageImages(Asked())
    for page in (1, 2):
        images.keep(page, _image(10, 10))
    images.image(1)
    images.keep(3, _image(10, 10))
    assert [images.image(page) is not None for page in (1, 2, 3)] == [True, False, True]
