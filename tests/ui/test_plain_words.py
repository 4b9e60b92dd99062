"""Names of files and words of documents are shown as they are: nothing in them is taken for markup."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.ui.views.banner import Banner
from app.ui.views.deadline_form import DeadlineForm
from app.ui.views.near_duplicates import NearDuplicates


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (lambda context: Banner(context.theme), "_label"),
        (lambda context: DeadlineForm(context.theme), "heading"),
        (NearDuplicates, "head"),
    ],
    ids=["banner", "period", "pair"],
)
def test_a_label_takes_no_words_for_markup(context, qtbot, make, name):
    widget = make(context)
    qtbot.addWidget(widget)
    assert getattr(widget, name).textFormat() is Qt.TextFormat.PlainText
