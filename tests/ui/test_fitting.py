"""A window opens no larger than its screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from app.ui.fitting import resize_within_screen


@pytest.mark.parametrize(("width", "height"), [(300, 200), (100_000, 200), (300, 100_000)])
def test_a_window_gets_the_size_it_wants_or_what_the_screen_has_room_for(qtbot, width, height):
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    resize_within_screen(window, width, height)
    assert (window.width() == width) is (width < room.width())
    assert (window.height() == height) is (height < room.height())
    assert window.width() < room.width()
    assert window.height() < room.height()
