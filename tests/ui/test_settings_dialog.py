"""The user's settings as a form."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton

from app.settings import Keep, Settings, load_settings
from app.ui.dialogs.settings_dialog import SettingsDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def _dialog(qtbot, settings: Settings, theme: str = "") -> SettingsDialog:
    dialog = SettingsDialog(settings, theme=theme, library=Path("bibliothek.sqlite"), lang="de")
    qtbot.addWidget(dialog)
    return dialog


@pytest.mark.parametrize(
    ("settings", "theme"),
    [
        (Settings(), ""),
        (Settings("Mia Muster", Keep.DOCUMENT, 90, tour_seen=True), "dark"),
        (Settings("Kai", Keep.NOTHING, 1, language="en", state="BW", text_percent=150), "light"),
        (Settings(perspective="supplier", audience="merchants", ocr=False, text_percent=137), ""),
    ],
)
def test_the_form_says_what_was_put_in(qtbot, settings, theme):
    dialog = _dialog(qtbot, settings, theme)
    assert (dialog.settings(), dialog.theme()) == (settings, theme)


def test_what_is_chosen_is_what_is_said(qtbot):
    dialog = _dialog(qtbot, Settings())
    dialog.general.user.setText("  Mia   Muster ")
    dialog.general.text_size.setCurrentIndex(dialog.general.text_size.findData(125))
    dialog.review.state.setCurrentText("Bayern")
    dialog.review.audience.setCurrentIndex(1)
    dialog.cases.findChildren(QRadioButton)[0].click()
    assert not dialog.cases.days.isEnabled()
    dialog.cases.expires.click()
    dialog.cases.days.setValue(30)
    wanted = Settings("Mia Muster", Keep.NOTHING, 30, state="BY", audience="b2c", text_percent=125)
    assert dialog.settings() == wanted


def test_every_button_shows_its_whole_text(qtbot):
    dialog = _dialog(qtbot, Settings())
    dialog.show()
    for kind in (QRadioButton, QCheckBox):
        for button in dialog.findChildren(kind):
            assert isinstance(button, QAbstractButton)
            assert button.width() >= button.sizeHint().width()


def test_what_is_chosen_holds_at_once_and_is_kept(context):
    before = QApplication.font().pointSizeF()
    try:
        context.choose(Settings("Mia Muster", language="en", text_percent=150), "dark")
        assert context.language.code == "en"
        assert context.theme.name == "dark"
        assert QApplication.font().pointSizeF() == pytest.approx(before * 1.5)
        assert load_settings()[0].user == "Mia Muster"
        assert context.settings.theme() == "dark"
    finally:
        context.choose(Settings(), "")
