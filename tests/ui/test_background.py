"""A function in a process of its own: its end is heard in the window, and nothing of it outlives the window."""

from __future__ import annotations

import time

import pytest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.ui.background import Background


def double(number, *, progress):
    progress(0.5, "reading", {})
    return number * 2


def endless(*, progress):
    while True:
        time.sleep(0.02)
        progress(0.5, "reading", {})


@pytest.fixture
def window(qtbot):
    made = QWidget()
    yield made
    if isValid(made):
        made.deleteLater()
        qtbot.wait(10)


def test_the_result_comes_once(window, qtbot):
    background = Background(window)
    with qtbot.waitSignal(background.done, timeout=20_000) as done:
        background.start(double, 21)
    assert done.args == [42]
    assert not background.busy


def test_a_second_start_gives_the_first_up(window, qtbot):
    background = Background(window)
    heard = []
    background.done.connect(heard.append)
    background.start(double, 1)
    with qtbot.waitSignal(background.done, timeout=20_000):
        background.start(double, 2)
    qtbot.wait(50)
    assert heard == [4]


def test_nothing_runs_on_when_the_window_is_gone(window, qtbot, capfd):
    background = Background(window)
    with qtbot.waitSignal(background.progressed, timeout=20_000):
        background.start(endless)
    task = background._running[0]
    window.deleteLater()
    qtbot.waitUntil(lambda: task.ended, timeout=5_000)
    assert "deleted" not in capfd.readouterr().err
