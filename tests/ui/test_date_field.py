"""The field for a date: typed, picked, taken back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt

from app.ui.views.date_field import DateField

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing", extend=True)


@pytest.fixture
def field(qtbot):
    field = DateField()
    qtbot.addWidget(field)
    field.show_date(None, "Datum eingeben", "de")
    field.told = []
    field.picked.connect(field.told.append)
    return field


def _type(qtbot, field, text):
    field.selectAll()
    qtbot.keyClicks(field, text) if text else qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_date_is_typed_over_the_word_for_none(field, qtbot):
    assert field.placeholderText() == "Datum eingeben"
    _type(qtbot, field, "31.12.27")
    assert (field.text(), field.shown(), field.told) == ("31.12.2027", date(2027, 12, 31), [date(2027, 12, 31)])


def test_what_is_no_date_gives_way_to_the_one_that_held(field, qtbot):
    field.show_date(date(2026, 3, 1), "", "de")
    _type(qtbot, field, "31.11.2027")
    assert (field.text(), field.told) == ("01.03.2026", [])


def test_a_date_is_taken_back_by_an_empty_field(field, qtbot):
    field.show_date(date(2026, 3, 1), "", "de")
    _type(qtbot, field, "")
    assert (field.shown(), field.told) == (None, [None])


def test_the_same_date_again_tells_nothing(field, qtbot):
    field.show_date(date(2026, 3, 1), "", "de")
    _type(qtbot, field, "1.3.2026")
    assert (field.text(), field.told) == ("01.03.2026", [])


def test_a_date_is_shown_as_the_language_writes_it(field):
    field.show_date(date(2026, 3, 1), "", "en")
    assert field.text() == "1 March 2026"
    field.show_date(date(2026, 3, 1), "", "de")
    assert field.text() == "01.03.2026"


def test_the_calendar_opens_by_key_and_gives_its_day(field, qtbot):
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field._calendar
    assert calendar.isVisible()
    calendar.activated.emit(QDate(2027, 1, 2))
    assert not calendar.isVisible()
    assert field.told == [date(2027, 1, 2)]
