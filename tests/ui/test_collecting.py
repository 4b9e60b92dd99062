"""Garbage is collected when no document is under way."""

from __future__ import annotations

import gc
import weakref

import pytest

from app.ui.collecting import Collector

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


class Knot:
    """Holds itself, so that only the collector can free it."""

    def __init__(self) -> None:
        self.itself = self


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
    busy = True
    collector = Collector(lambda: busy)
    collector.look()
    knot = weakref.ref(Knot())
    busy = False
    collector.look()
    gc.collect()
    assert knot() is not None  # it was left out
    collector.closed()
    busy = True
    collector.look()
    assert knot() is not None  # its threads may still run
    busy = False
    collector.look()
    assert knot() is None
    assert gc.get_freeze_count()


def test_a_document_that_was_closed_is_freed_with_all_its_panels(opened, pdf, window, qtbot, switched_back):
    from app.ui import session

    presenter = opened(pdf)
    gc.freeze()
    page, document, session_ = presenter.page, presenter.document, presenter.session
    made = (presenter, page, *page.parts, page.stack.pdf, page.stack.text, document, document.review, session_)
    parts = [weakref.ref(part) for part in (*made, session_.analysis)]
    collector = Collector(session.ending)
    window.tabs.closing.connect(collector.closed)
    del presenter, page, document, session_, made
    window.tabs.close_current()
    qtbot.waitUntil(lambda: not session.ending(), timeout=10_000)

    def freed() -> bool:
        collector.closed()
        collector.look()
        return all(part() is None for part in parts)

    qtbot.waitUntil(freed, timeout=10_000)
