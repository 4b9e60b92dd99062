"""Letters in menus: each once a menu, in both languages, so that one key is enough."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from app.ui.actions import Actions


def _letter(action: QAction) -> str:
    _, _, rest = action.text().replace("&&", "").partition("&")
    return rest[:1].casefold()


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_entry_of_a_menu_has_a_letter_of_its_own(context, qtbot, lang):
    context.language.switch(lang)
    window = QMainWindow()
    qtbot.addWidget(window)
    actions, bar = Actions(window, context), window.menuBar().actions()
    menus = {name: menu.actions() for name, menu in actions.menus.items()} | {"bar": bar}
    twice = {}
    for name, entries in menus.items():
        letters = Counter(_letter(action) for action in entries if not action.isSeparator())
        twice[name] = sorted(letter for letter, count in letters.items() if count > 1 or not letter)
    assert {name: letters for name, letters in twice.items() if letters} == {}
