"""CSV as German Excel opens it: mark, semicolons, German numbers, no formula."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.reporting.celltext import cell_text
from app.reporting.sheets import Column, Sheet, Shown, Value
from app.reporting.tocsv import to_csv
from tests.unit.reporting.books import FORMULAS, HOSTILE, MADE_AT, sample_book


def cells(value: Value, shown: Shown = Shown.TEXT, lang: str = "de") -> str:
    data = to_csv(Sheet("S", (Column("Kopf", 16, shown), Column("x")), ((value, "x"),)), lang)  # type: ignore[arg-type]
    return next(iter(list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))[1]))


def test_it_begins_with_the_mark_and_lines_end_as_on_windows() -> None:
    data = to_csv(Sheet("S", (Column("Größe"), Column("b")), (("ä", "ö"),)))
    assert data == b"\xef\xbb\xbf" + "Größe;b\r\nä;ö\r\n".encode()


@pytest.mark.parametrize(
    ("value", "shown", "german", "english"),
    [
        (10000, Shown.WHOLE, "10000", "10000"),
        (1234.5, Shown.DECIMAL, "1234,5", "1234.5"),
        (-0.5, Shown.DECIMAL, "-0,5", "-0.5"),
        (14.0, Shown.DECIMAL, "14", "14"),
        (0.125, Shown.PERCENT, "12,5 %", "12.5%"),
        (date(2026, 3, 1), Shown.DAY, "01.03.2026", "2026-03-01"),
        (MADE_AT, Shown.MOMENT, "22.11.2026 10:30", "2026-11-22 10:30"),
        (True, Shown.TEXT, "WAHR", "TRUE"),
        (None, Shown.TEXT, "", ""),
        (float("nan"), Shown.DECIMAL, "nan", "nan"),
    ],
)
def test_numbers_and_days_are_as_the_readers_excel_reads_them(
    value: Value, shown: Shown, german: str, english: str
) -> None:
    assert cells(value, shown, "de") == german
    assert cells(value, shown, "en") == english


@pytest.mark.parametrize("text", FORMULAS)
def test_what_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert cells(text).startswith("'")


def test_a_label_that_begins_like_a_formula_too() -> None:
    assert to_csv(Sheet("S", (Column("=Kopf"),), ())).decode("utf-8-sig") == "'=Kopf\r\n"


def test_quotes_semicolons_and_line_ends_stay_in_their_cell() -> None:
    assert cells('sagt "ja";\r\nund "nein"') == 'sagt "ja";\nund "nein"'


def test_hostile_texts_are_plain_text() -> None:
    text = cells(HOSTILE)
    assert not set(text) & set("\x00\x08\x1b\x7f\u202e\ufffe")
    assert "😀 𝔄𝔊𝔅 _x0041_ Ärger�" in text


def test_every_row_has_every_column() -> None:
    data = to_csv(sample_book("de").sheets[0]).decode("utf-8-sig")
    assert {len(row) for row in csv.reader(io.StringIO(data, newline=""), delimiter=";")} == {8}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_one_cell_and_never_begins_like_a_formula(text: str) -> None:
    read = cells(text)
    assert read in (cell_text(text), f"'{cell_text(text)}")
    assert not read.lstrip().startswith(("=", "+", "-", "@"))
