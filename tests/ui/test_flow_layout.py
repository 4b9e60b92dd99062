"""Widgets wrap as words do; what is hidden takes no room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.views.flow_layout import FlowLayout

SIZE, GAP = 50, 10


@pytest.fixture
def row(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = FlowLayout(widget, spacing=GAP, line_spacing=GAP)
    for _ in range(4):
        label = QLabel()
        label.setFixedSize(SIZE, 20)
        layout.addWidget(label)
    yield layout
    widget.close()


@pytest.mark.parametrize(("width", "lines"), [(230, 1), (229, 2), (110, 2), (109, 4), (10, 4)])
def test_lines_break_where_there_is_no_room(row, width, lines):
    assert row.heightForWidth(width) == lines * 20 + (lines - 1) * GAP


def test_the_hint_is_one_line_and_the_least_the_widest_alone(row):
    assert row.sizeHint().width() == 4 * SIZE + 3 * GAP
    assert row.minimumSize().width() == SIZE


def test_what_is_hidden_takes_no_room(row):
    row.itemAt(1).widget().hide()
    assert row.heightForWidth(170) == 20


def test_a_line_has_one_middle_and_nothing_overlaps(row):
    row.itemAt(0).widget().setFixedSize(SIZE, 40)
    row.parentWidget().resize(110, 200)
    row.activate()
    places = [row.itemAt(number).geometry() for number in range(4)]
    assert places[0].center().y() == places[1].center().y()
    assert not any(a.intersects(b) for a in places for b in places if a is not b)


def test_it_can_be_emptied(row):
    while row.count():
        row.takeAt(0)
    assert row.itemAt(0) is None
    assert row.takeAt(0) is None
    assert row.heightForWidth(100) == 0
