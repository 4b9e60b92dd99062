"""The width of a tree's columns."""

from __future__ import annotations

import pytest

from app.ui.models.rows import Row
from app.ui.views.tree_panel import TreePanel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def test_the_only_column_in_sight_has_the_width_there_is(qtbot, theme):
    tree = TreePanel(theme, shares=(0.6,))
    qtbot.addWidget(tree)
    tree.resize(200, 300)
    tree.show()
    tree.show_rows(("", ""), tuple(Row(("Eine Klausel " * 9, "Haftung"), str(n)) for n in range(60)), "de")
    tree.resize(900, 300)
    tree.resize(200, 300)
    tree.setColumnHidden(1, True)
    tree.share_width()
    qtbot.waitUntil(lambda: tree.verticalScrollBar().isVisible() and tree.columnWidth(0) == tree.viewport().width())
    tree.close()
