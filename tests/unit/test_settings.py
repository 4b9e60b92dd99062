"""The user's settings: kept, and read with care."""

from __future__ import annotations

import pytest

from app.errors import ErrorCode, ExpectedError
from app.settings import Keep, Settings, load_settings, save_settings, settings_file


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
