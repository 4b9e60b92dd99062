"""Names of files and words of documents are shown as they are: nothing in them is taken for markup."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.ui.models.folding import TIP_ROLE, FoldingModel
from app.ui.models.rows import Row
from app.ui.plaintips import plain_tip
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


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Der Kunde zahlt.", "Der Kunde zahlt."),
        ("weniger als < 3 Tage", "weniger als < 3 Tage"),
        ("<b>fett</b> & teuer", "<p>&lt;b&gt;fett&lt;/b&gt; &amp; teuer</p>"),
        ("", ""),
    ],
)
def test_a_tool_tip_takes_no_words_for_markup(words, shown):
    assert plain_tip(words) == shown


def test_a_row_tells_the_words_of_its_tip_as_they_are_to_who_wants_them():
    model = FoldingModel(lambda *_: None)
    model.show(("Titel",), (Row(("x",), tip="<u>Haftung</u>"),), "de")
    index = model.index(0, 0)
    assert index.data(TIP_ROLE) == "<u>Haftung</u>"
    assert "&lt;u&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_the_tool_tip_of_a_tab_shows_the_name_of_the_file(window, tmp_path):
    window.open_files([tmp_path / "<b>vertrag.pdf"])
    at = window.tabs.currentIndex()
    assert "&lt;b&gt;" in window.tabs.tabToolTip(at)
