"""The user's settings: kept, and read with care."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import paths
from app.errors import ErrorCode, ExpectedError
from app.settings import Keep, Settings, drop_logo, keep_logo, load_settings, logo_bytes, save_settings, settings_file


def test_settings_read_back() -> None:
    wanted = Settings(
        user="Mia Muster", keep=Keep.DOCUMENT, retention_days=90, state="BW", perspective="customer", text_percent=150
    )
    save_settings(wanted)
    assert load_settings() == (wanted, ())


def test_without_a_file_the_usual_holds() -> None:
    assert load_settings() == (Settings(), ())


@pytest.mark.parametrize(
    ("content", "bad"),
    [
        ("{", ("file",)),
        ("[]", ("file",)),
        ("\xff", ("file",)),
        ('{"user": 7}', ("user",)),
        ('{"keep": "everything", "retention_days": -1}', ("keep", "retention_days")),
        ('{"retention_days": true}', ("retention_days",)),
        ('{"retention_days": 1000000}', ("retention_days",)),  # before the first day of the calendar
        ("[" * 100_000, ("file",)),
        ('{"state": "XX", "language": "fr", "text_percent": 20}', ("language", "state", "text_percent")),
        (
            '{"perspective": [], "audience": 1, "ocr": 1, "tour_seen": "yes"}',
            ("perspective", "audience", "ocr", "tour_seen"),
        ),
        ('{"company": 1, "footer": null, "file_pattern": "  "}', ("company", "footer", "file_pattern")),
        (f'{{"company": "{"x" * 201}"}}', ("company",)),
        ('{"logo": "../settings.json"}', ("logo",)),
        ('{"logo": "/etc/passwd"}', ("logo",)),
    ],
)
def test_a_damaged_entry_is_named_and_the_usual_holds(content: str, bad: tuple[str, ...]) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_bytes(content.encode("latin-1"))
    assert load_settings() == (Settings(), bad)


def test_a_folder_that_cannot_be_made_is_told() -> None:
    settings_file().parent.parent.mkdir(parents=True, exist_ok=True)
    settings_file().parent.write_text("a file stands there")
    with pytest.raises(ExpectedError) as refused:
        save_settings(Settings())
    assert refused.value.code is ErrorCode.OUTPUT_NOT_WRITABLE


def test_what_stands_in_reports_reads_back() -> None:
    wanted = Settings(company="Muster & Söhne GmbH", footer="HRB 1234 · Köln", file_pattern="{date} {name}")
    save_settings(wanted)
    assert load_settings() == (wanted, ())


def test_a_logo_is_kept_beside_the_settings_and_dropped_again() -> None:
    settings = replace(Settings(), logo=keep_logo(b"a picture"))
    assert logo_bytes(settings) == b"a picture"
    save_settings(settings)
    assert load_settings() == (settings, ())
    drop_logo(settings.logo)
    assert logo_bytes(settings) is None
    assert [f.name for f in paths.user_config_dir().iterdir()] == ["settings.json"]


@pytest.mark.parametrize("name", ["", "settings.json", "../logo-0123456789abcdef.png", "logo-0123456789abcdef.png/x"])
def test_nothing_but_a_logo_is_ever_read_or_deleted(name: str) -> None:
    save_settings(Settings())
    drop_logo(name)
    assert logo_bytes(replace(Settings(), logo=name)) is None
    assert settings_file().is_file()


def test_a_logo_that_grew_is_none() -> None:
    settings = replace(Settings(), logo=keep_logo(b"x" * 5_000_001))
    assert logo_bytes(settings) is None
