"""Days as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from app.ui.models.typed_days import typed_day


@pytest.mark.parametrize(
    "text",
    [
        "31.12.2027",
        " 31. 12. 2027 ",
        "31.12.27",
        "31/12/2027",
        "31-12-2027",
        "31 12 2027",
        "31122027",
        "311227",
        "2027-12-31",
        "31. Dezember 2027",
        "31 Dez 2027",
        "31 December 2027",
        "31 Dec. 27",
    ],
)
def test_every_usual_way_of_writing_a_day_is_understood(text):
    assert typed_day(text) == date(2027, 12, 31)


@pytest.mark.parametrize(
    ("text", "day"),
    [("1.3.2026", date(2026, 3, 1)), ("4. März 2026", date(2026, 3, 4)), ("1.1.98", date(1998, 1, 1))],
)
def test_short_days_and_years(text, day):
    assert typed_day(text) == day


@pytest.mark.parametrize(
    "text", ["", "morgen", "31.11.2027", "1.13.2027", "12.2027", "31.12.", "1.1.0000", "3 Foo 2027"]
)
def test_what_is_no_day_is_none(text):
    assert typed_day(text) is None
