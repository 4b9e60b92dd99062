"""The library's search field leaves the window its shortcuts, and Down leads into the list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.ui.library.search_field import SearchField


@pytest.fixture
def field(qtbot):
    made = SearchField(frozenset({"Ctrl+E"}))
    qtbot.addWidget(made)
    return made


def _kept(field, key):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


@pytest.mark.parametrize(("key", "kept"), [(Qt.Key.Key_E, False), (Qt.Key.Key_A, True), (Qt.Key.Key_V, True)])
def test_only_what_the_menu_has_is_left_to_it(field, key, kept):
    assert _kept(field, key) is kept


def test_down_leads_into_the_list_but_not_with_shift(field, qtbot):
    with qtbot.assertNotEmitted(field.into_list):
        qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(field.into_list, timeout=1000):
        qtbot.keyClick(field, Qt.Key.Key_Down)
