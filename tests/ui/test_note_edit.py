"""The field for a note: its keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.views.note_edit import NoteEdit

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def asked(qtbot):
    """A window with a note and a shortcut of its own for undoing: the note, and how often the window was asked."""
    window = QWidget()
    count: list[int] = []
    qtbot.addWidget(window)
    note = NoteEdit()
    QVBoxLayout(window).addWidget(note)
    QShortcut(QKeySequence("Ctrl+Z"), window, activated=lambda: count.append(1))
    window.show()
    window.activateWindow()
    note.setFocus()
    qtbot.waitUntil(note.hasFocus, timeout=5_000)
    yield note, count
    window.close()


def _undo(qtbot, note):
    qtbot.keyClick(note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_undoing_in_an_empty_note_is_the_windows(asked, qtbot):
    note, count = asked
    _undo(qtbot, note)
    assert len(count) == 1


def test_what_was_typed_is_taken_back_first(asked, qtbot):
    note, count = asked
    qtbot.keyClicks(note, "kurz")
    _undo(qtbot, note)
    assert (note.toPlainText(), count) == ("", [])


def test_a_note_that_is_only_shown_was_not_typed(asked, qtbot):
    note, count = asked
    note.show_text("von gestern")
    _undo(qtbot, note)
    assert (note.toPlainText(), len(count)) == ("von gestern", 1)
