"""The user's settings as a form."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton

from app import paths
from app.settings import FILE_PATTERN, Keep, Settings, load_settings, logo_bytes
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
        (Settings(company="Muster & Söhne", footer="Köln <b>", file_pattern="{date} {name}"), ""),
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


# --- reports


def _picture(path: Path, size: tuple[int, int] = (900, 300)) -> Path:
    exif = Image.Exif()
    exif[271] = "Kamera von Mia"
    Image.new("RGB", size, (31, 78, 121)).save(path, exif=exif)
    return path


def _taken(dialog, path: Path, qtbot) -> None:
    dialog.reports.take_logo(path)
    qtbot.waitUntil(dialog.reports.choose.isEnabled, timeout=20_000)


def _logos() -> list[str]:
    return sorted(f.name for f in paths.user_config_dir().glob("logo-*")) if paths.user_config_dir().is_dir() else []


@pytest.mark.parametrize("ending", [".png", ".jpg"])
def test_a_logo_is_taken_in_without_what_its_file_says_of_itself(qtbot, tmp_path, ending):
    dialog = _dialog(qtbot, Settings())
    assert not dialog.reports.remove.isEnabled()
    _taken(dialog, _picture(tmp_path / f"logo{ending}"), qtbot)
    dialog.accept()
    kept = logo_bytes(dialog.settings())
    assert kept.startswith(b"\x89PNG")
    assert b"Kamera" not in kept
    assert _logos() == [dialog.settings().logo]


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_text("kein Bild"),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50)),
        lambda path: path.write_bytes(bytes(6_000_000)),
        lambda path: None,
        lambda path: path.mkdir(),
    ],
    ids=["text", "empty", "damaged", "large", "gone", "folder"],
)
def test_what_is_no_logo_is_told(qtbot, tmp_path, make):
    dialog = _dialog(qtbot, Settings())
    make(tmp_path / "logo.png")
    _taken(dialog, tmp_path / "logo.png", qtbot)
    assert not dialog.reports.said.isHidden()
    assert dialog.reports.said.text()
    assert dialog.settings() == Settings()


def test_a_logo_that_was_looked_at_only_is_not_kept(qtbot, tmp_path):
    dialog = _dialog(qtbot, Settings())
    _taken(dialog, _picture(tmp_path / "a.png"), qtbot)
    _taken(dialog, _picture(tmp_path / "b.png", (300, 300)), qtbot)
    assert len(_logos()) == 1
    dialog.reject()
    assert _logos() == []


def test_a_new_logo_takes_the_place_of_the_former_when_it_is_accepted(qtbot, tmp_path):
    first = _dialog(qtbot, Settings())
    _taken(first, _picture(tmp_path / "a.png"), qtbot)
    first.accept()
    settings = first.settings()
    second = _dialog(qtbot, settings)
    _taken(second, _picture(tmp_path / "b.png", (300, 300)), qtbot)
    assert logo_bytes(settings), "until the settings are saved"
    second.accept()
    assert _logos() == [second.settings().logo]
    third = _dialog(qtbot, second.settings())
    third.reports.remove.click()
    assert third.settings().logo == ""
    third.accept()
    assert _logos() == []


def test_the_pattern_is_shown_at_work(qtbot):
    dialog = _dialog(qtbot, Settings())
    page = dialog.reports
    page.pattern.setText("{date}/{name}")
    assert page.example.text() == "Beispiel: 2026-11-22_Einkaufsbedingungen.pdf"
    page.pattern.clear()
    assert page.chosen(Settings()).file_pattern == FILE_PATTERN


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
