"""The first start in three steps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from app.settings import load_settings

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def test_the_tour_leads_over_the_sample_to_its_end_and_is_not_offered_again(window, qtbot):
    window.first_steps.offer()
    tour = window.first_steps.tour
    assert tour.step == 0
    assert not tour.mask().contains(
        window.empty.zone.mapTo(window, window.empty.zone.rect().center())
    )  # free for the mouse
    assert tour._card.next.hasFocus() or not window.isActiveWindow()
    qtbot.mouseClick(tour._card.next, Qt.MouseButton.LeftButton)
    assert window.current.session.path.name == "lieferbedingungen.pdf"
    qtbot.waitUntil(lambda: window.current.settled, timeout=30_000)
    qtbot.waitUntil(lambda: not tour._target().isEmpty())
    middle = window.current.page.right.mapTo(window, window.current.page.right.rect().center())
    assert tour._target().contains(middle)
    assert not tour._card.geometry().contains(middle)
    qtbot.mouseClick(tour._card.next, Qt.MouseButton.LeftButton)
    assert not tour._card.skip.isVisible()
    qtbot.mouseClick(tour._card.next, Qt.MouseButton.LeftButton)
    assert window.first_steps.tour is None
    assert load_settings()[0].tour_seen
    window.first_steps.offer()
    assert window.first_steps.tour is None


def test_the_tour_is_skipped_by_escape_and_comes_back_from_the_menu(window, qtbot):
    window.first_steps.offer()
    qtbot.keyClick(window.first_steps.tour, Qt.Key.Key_Escape)
    assert window.first_steps.tour is None
    assert load_settings()[0].tour_seen
    window.actions_["tour"].trigger()
    assert window.first_steps.tour.step == 0
    window.first_steps.tour.end()


def test_the_card_stays_in_a_small_window(window, qtbot):
    window.resize(640, 480)
    window.first_steps.offer()
    tour = window.first_steps.tour
    assert window.rect().contains(tour._card.geometry())
    assert tour._card.mapTo(window, QPoint(0, 0)).y() >= 0
    tour.end()
