"""Where offsets of the canonical text stand: in which clause, on which page; work in slices."""

from __future__ import annotations

import pytest

from app.models.reading import Clause
from app.models.source import Box, Line, SourceDocument
from app.ui.models.clause_spans import ClauseSpans, within
from app.ui.models.sight import Sight, hits_between
from app.ui.slices import Slices


def _clause(name, *spans):
    return Clause(name, name, "", "", "", (), None, 0, body_spans=spans)


@pytest.fixture
def clauses():
    return ClauseSpans([_clause("a", (0, 10), (30, 40)), _clause("b", (11, 20)), _clause("c", (50, 60))])


@pytest.mark.parametrize(
    ("offset", "clause"),
    [(0, "a"), (10, "a"), (11, "b"), (25, None), (35, "a"), (45, None), (60, "c"), (61, None)],
)
def test_the_clause_at_a_place(clauses, offset, clause):
    assert clauses.at(offset) == clause


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [(0, 100, ("a", "b", "c")), (12, 14, ("b",)), (10, 11, ("a", "b")), (21, 29, ()), (41, 49, ()), (20, 30, ("b", "a"))],
)  # fmt: skip
def test_the_clauses_of_a_stretch(clauses, start, end, found):
    assert clauses.between(start, end) == found


@pytest.mark.parametrize(("offset", "clause"), [(0, "a"), (15, "b"), (25, "a"), (45, "c"), (60, "c"), (61, None)])
def test_the_clause_at_a_place_or_behind_it(clauses, offset, clause):
    assert clauses.next_from(offset) == clause


def test_parts_of_spans():
    assert list(within([(0, 5), (6, 9), (20, 30)], 3, 22)) == [(3, 5), (6, 9), (20, 22)]


def _line(start, page, top):
    return Line(start, start + 5, 0, box=Box(page, 50, top, 500, top + 10))


@pytest.fixture
def sight():
    lines = (_line(0, 1, 100), _line(6, 1, 200), _line(12, 3, 50), _line(18, 3, 60))
    return Sight(SourceDocument("x", "", 0, "", "x" * 23, (), lines, ()))


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (5, 1), (6, 1), (11, 1), (12, 3), (99, 3)])
def test_the_page_of_an_offset(sight, offset, page):
    assert sight.page_of(offset) == page


def test_a_document_without_pages_has_no_places():
    sight = Sight(SourceDocument("x", "", 0, "", "x", (), (Line(0, 1, 0),), ()))
    assert sight.page_of(0) is None


@pytest.mark.parametrize(("start", "end", "found"), [(0, 50, [0, 1, 2]), (3, 6, [0]), (5, 10, []), (4, 11, [0, 1])])
def test_the_hits_of_a_stretch(start, end, found):
    assert list(hits_between(((2, 5), (10, 12), (30, 33)), start, end)) == found


@pytest.fixture
def slices(qtbot):
    from PySide6.QtCore import QObject

    parent = QObject()
    yield Slices(parent)
    parent.deleteLater()


def _long_work(steps):
    from time import sleep

    for _ in range(steps):
        sleep(0.001)
        yield None
    return "done"


def test_long_work_is_done_in_several_events(slices, qtbot):
    found = []
    slices.start(_long_work(30), found.append)
    assert slices.busy
    assert found == []
    qtbot.waitUntil(lambda: bool(found), timeout=5000)
    assert found == ["done"]
    assert not slices.busy


def test_short_work_is_done_at_once(slices):
    found = []
    slices.start(_long_work(0), found.append)
    assert found == ["done"]


def test_other_work_gives_the_first_up(slices, qtbot):
    found = []
    slices.start(_long_work(50), lambda _: found.append("first"))
    slices.start(_long_work(20), lambda _: found.append("second"))
    qtbot.waitUntil(lambda: bool(found), timeout=5000)
    qtbot.wait(60)
    assert found == ["second"]


def test_work_that_fails_ends(slices):
    def failing():
        yield None
        raise ValueError("so")

    found = []
    with pytest.raises(ValueError, match="so"):
        slices.start(failing(), found.append)
    assert not slices.busy
    assert found == []
