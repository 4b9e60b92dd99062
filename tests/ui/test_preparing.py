"""Parts are prepared in a thread; a late one is dropped, a faulty one told."""

from __future__ import annotations

import threading
from types import SimpleNamespace

import pytest

from app.errors import BugError
from app.ui.preparing import Preparer, wait_for_all


class Part:
    def __init__(self, make):
        self.make, self.shown, self.places, self.threads = make, [], 0, []

    def prepare(self, material):
        self.threads.append(threading.current_thread())
        return self.make(material)

    def show_prepared(self, prepared, material):
        self.shown.append(prepared)
        assert threading.current_thread() is threading.main_thread()

    def show_place(self):
        self.places += 1


@pytest.fixture
def preparer(qapp):
    made = Preparer()
    yield made
    made.close()
    wait_for_all()


def material(name):
    return SimpleNamespace(name=name, analysis=object())


def test_parts_are_made_in_another_thread_and_shown_in_this_one(preparer, qtbot):
    parts, wanted = [Part(lambda m: m.name + "1"), Part(lambda m: m.name + "2")], material("a")
    with qtbot.waitSignal(preparer.settled):
        preparer.prepare(parts, wanted)
        assert preparer.busy
    assert [part.shown for part in parts] == [["a1"], ["a2"]]
    assert all(part.threads != [threading.main_thread()] and part.places == 1 for part in parts)
    assert preparer.shows(parts[0], wanted)
    assert not preparer.shows(parts[0], material("a"))


def test_only_the_last_material_is_shown(preparer, qtbot):
    gate = threading.Event()
    part = Part(lambda m: gate.wait(60) and m.name)
    preparer.prepare([part], material("old"))
    with qtbot.waitSignal(preparer.settled):
        preparer.prepare([part], material("new"))
        gate.set()
    assert part.shown == ["new"]


def test_a_part_that_cannot_be_made_is_told_and_the_others_are_shown(preparer, qtbot):
    good, bad = Part(lambda m: m.name), Part(lambda m: 1 // 0)
    told = []
    preparer.failed.connect(told.append)
    with qtbot.waitSignal(preparer.settled):
        preparer.prepare([bad, good], material("a"))
    assert good.shown == ["a"]
    assert bad.shown == []
    assert isinstance(told[0], BugError)
    assert "ZeroDivisionError" in told[0].report


def test_nothing_is_shown_after_the_end(preparer, qtbot):
    gate = threading.Event()
    part = Part(lambda m: gate.wait(60) and m.name)
    preparer.prepare([part], material("a"))
    preparer.close()
    gate.set()
    preparer.wait()
    qtbot.wait(20)
    assert part.shown == []
