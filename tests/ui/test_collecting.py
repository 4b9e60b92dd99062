"""Garbage is collected when no document is under way."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.collecting import Collector

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


class Knot:
    """Holds itself, so that only the collector can free it."""

    def __init__(self) -> None:
        self.itself = self


class Clock:
    """In seconds; nobody touches anything unless a test does."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def switched_back():
    yield
    gc.unfreeze()
    gc.enable()


def test_cycles_are_freed_by_and_by(qapp, switched_back):
    collector = Collector(lambda: False)
    collector.start()
    assert not gc.isenabled()
    knot = weakref.ref(Knot())
    assert knot() is not None
    for _ in range(20):
        collector.look()
    collector.stop()
    assert knot() is None


def test_nothing_is_collected_while_a_document_is_under_way_and_its_objects_are_left_out_afterwards(
    qapp, switched_back
):
    busy = True
    collector = Collector(lambda: busy)
    knot = weakref.ref(Knot())
    for _ in range(40):
        collector.look()
    assert knot() is not None
    before = gc.get_freeze_count()
    busy = False
    collector.look()
    assert gc.get_freeze_count() > before


def test_what_a_closed_document_leaves_is_freed_although_it_was_left_out(qapp, switched_back):
    busy, clock = True, Clock()
    collector = Collector(lambda: busy, clock=clock)
    collector.look()
    knot = weakref.ref(Knot())
    busy = False
    collector.look()
    gc.collect()
    assert knot() is not None  # it was left out
    collector.closed()
    clock.now = 2.0
    busy = True
    collector.look()
    assert knot() is not None  # its threads may still run
    busy = False
    collector.look()
    assert knot() is None
    assert gc.get_freeze_count()


@pytest.fixture
def left_behind(qapp, switched_back):
    """A collector with a closed document's knot before it, and its clock."""
    clock = Clock()
    collector = Collector(lambda: False, clock=clock)
    knot = weakref.ref(Knot())
    gc.freeze()
    collector.closed()
    yield collector, clock, knot
    collector.stop()


def test_a_closed_document_is_freed_when_nobody_has_touched_the_window_for_a_while(left_behind, qtbot):
    collector, clock, knot = left_behind
    widget = QWidget()
    qtbot.addWidget(widget)
    for clock.now in (1.0, 2.0, 3.0):
        qtbot.keyClick(widget, Qt.Key.Key_A)
        collector.look()
    assert knot() is not None
    clock.now = 4.9
    collector.look()
    assert knot() is not None
    clock.now = 5.0
    collector.look()
    assert knot() is None


def test_who_never_rests_gets_it_freed_in_the_end(left_behind, qtbot):
    collector, clock, knot = left_behind
    widget = QWidget()
    qtbot.addWidget(widget)
    for clock.now in (299.0, 300.0):
        assert knot() is not None
        qtbot.mouseMove(widget, widget.rect().center())
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        collector.look()
    assert knot() is None


def test_what_the_user_does_is_watched_only_until_then(left_behind, qtbot):
    collector, clock, _ = left_behind
    clock.now = 2.0
    collector.look()
    clock.now = 7.0
    widget = QWidget()
    qtbot.addWidget(widget)
    qtbot.keyClick(widget, Qt.Key.Key_A)
    assert collector._touched_at == 0.0


def test_a_document_that_was_closed_is_freed_with_all_its_panels(opened, pdf, window, qtbot, switched_back):
    from app.ui import session

    presenter = opened(pdf)
    gc.freeze()
    page, document, session_ = presenter.page, presenter.document, presenter.session
    made = (presenter, page, *page.parts, page.stack.pdf, page.stack.text, document, document.review, session_)
    parts = [weakref.ref(part) for part in (*made, session_.analysis)]
    clock = Clock()
    collector = Collector(session.ending, clock=clock)
    window.tabs.closing.connect(collector.closed)
    del presenter, page, document, session_, made
    window.tabs.close_current()
    qtbot.waitUntil(lambda: not session.ending(), timeout=10_000)

    def freed() -> bool:
        collector.closed()
        clock.now += 2
        collector.look()
        return all(part() is None for part in parts)

    qtbot.waitUntil(freed, timeout=10_000)
