"""The user's settings as a form."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QSpinBox

from app.settings import Keep, Settings
from app.ui.dialogs.settings_dialog import SettingsDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings("Mia Muster", Keep.DOCUMENT, 90),
        Settings("Kai", Keep.NOTHING, 1),
    ],
)
def test_the_form_says_what_was_put_in(qtbot, settings):
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    assert dialog.settings() == settings


def test_what_is_chosen_is_what_is_said(qtbot):
    dialog = SettingsDialog(Settings())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.findChild(QLineEdit).setText("  Mia   Muster ")
    dialog.findChildren(QRadioButton)[0].click()
    assert not dialog.findChild(QSpinBox).isEnabled()
    dialog.findChild(QCheckBox).click()
    dialog.findChild(QSpinBox).setValue(30)
    assert dialog.settings() == Settings("Mia Muster", Keep.NOTHING, 30)


def test_every_button_shows_its_whole_text(qtbot):
    dialog = SettingsDialog(Settings())
    qtbot.addWidget(dialog)
    dialog.show()
    for button in (*dialog.findChildren(QRadioButton), dialog.findChild(QCheckBox)):
        assert button.width() >= button.sizeHint().width()
