"""Garbage is collected when no document is under way."""

from __future__ import annotations

import gc
import weakref

import pytest

from app.ui.collecting import Collector


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
