"""Workbooks read back with openpyxl: types, formats, no formula, nothing hidden, the same bytes."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import Workbook, load_workbook

from app.reporting import toxlsx
from app.reporting.celltext import cell_text
from app.reporting.sheets import Book, Column, Sheet, Shown, Value
from app.reporting.toxlsx import LONGEST, sheet_names, to_xlsx
from app.wording.lang import LANGS, Lang
from tests.unit.reporting.books import FORMULAS, LONG, sample_book


def opened(book: Book) -> Workbook:
    return load_workbook(BytesIO(to_xlsx(book)))


def one_cell(value: Value, shown: Shown = Shown.TEXT, lang: Lang = "de"):
    book = Book(lang, "T", (Sheet("S", (Column("Kopf", 16, shown),), ((value,),)),))
    return opened(book)["S"]["A2"]


@pytest.mark.parametrize(
    ("value", "shown", "read", "kind", "german", "english"),
    [
        ("Haftung", Shown.TEXT, "Haftung", "s", "General", "General"),
        (3, Shown.WHOLE, 3, "n", "#,##0", "#,##0"),
        (10000.5, Shown.DECIMAL, 10000.5, "n", "#,##0.00##", "#,##0.00##"),
        (10000.0, Shown.DECIMAL, 10000, "n", "#,##0", "#,##0"),
        (0.0025, Shown.PERCENT, 0.0025, "n", "0.0###\\ %", "0.0###%"),
        (0.05, Shown.PERCENT, 0.05, "n", "0\\ %", "0%"),
        (date(2026, 12, 31), Shown.DAY, datetime(2026, 12, 31), "d", "[$-407]dd.mm.yyyy", "[$-809]d mmmm yyyy"),  # noqa: DTZ001
        (True, Shown.TEXT, True, "b", '"ja";"ja";"nein"', '"yes";"yes";"no"'),
        (7, Shown.TEXT, 7, "n", "General", "General"),
        (float("inf"), Shown.DECIMAL, "inf", "s", "General", "General"),
        (date(1850, 1, 1), Shown.DAY, "1850-01-01", "s", "General", "General"),
    ],
)
def test_values_keep_their_type_and_are_shown_as_the_language_does(
    value: Value, shown: Shown, read: object, kind: str, german: str, english: str
) -> None:
    for lang, wanted in (("de", german), ("en", english)):
        cell = one_cell(value, shown, lang)  # type: ignore[arg-type]
        assert (cell.value, cell.data_type, cell.number_format) == (read, kind, wanted)


def test_a_moment_shows_the_time_of_the_readers_clock() -> None:
    cell = opened(sample_book("de"))["Hinweise"]["G2"]
    assert cell.value == datetime(2026, 11, 22, 10, 30)  # noqa: DTZ001
    assert cell.number_format == "[$-407]dd.mm.yyyy hh:mm"


def test_nothing_is_an_empty_cell() -> None:
    assert one_cell(None).value is None


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_is_never_a_formula_and_is_marked_as_a_text(text: str) -> None:
    cell = one_cell(text)
    assert (cell.data_type, bool(cell.quotePrefix)) == ("s", True)


def test_no_formula_is_in_any_file() -> None:
    with zipfile.ZipFile(BytesIO(to_xlsx(sample_book("de")))) as file:
        for name in file.namelist():
            if name.endswith(".xml"):
                assert not etree.fromstring(file.read(name)).findall(".//{*}f"), name


def test_a_usual_text_has_no_mark() -> None:
    assert not one_cell("Haftung = begrenzt").quotePrefix


def test_control_characters_are_replaced() -> None:
    assert one_cell("a\x00b\x1b[31m\u202ec\ud800\ufffe").value == "a�b�[31m�c��"


def test_what_looks_like_an_escaped_character_stays_what_it_is() -> None:
    assert one_cell("_x0041_ _xyz_").value == "_x005F_x0041_ _xyz_"  # openpyxl does not read the escape, Excel does


def test_a_long_text_is_cut_and_says_so() -> None:
    cell = opened(sample_book("de"))["Hinweise"]["B4"]
    assert len(cell.value) == LONGEST
    assert cell.value.startswith(LONG[:1000])
    assert cell.value.endswith("[gekürzt: Eine Zelle fasst höchstens 32.767 Zeichen]")


def test_astral_characters_count_twice_and_are_not_torn() -> None:
    cell = one_cell("😀" * 20_000)
    assert len(cell.value.encode("utf-16-le")) // 2 <= LONGEST
    assert "�" not in cell.value
    assert cell.value.endswith("Zeichen]")


def test_header_filter_and_widths_stand() -> None:
    sheet = opened(sample_book("de"))["Hinweise"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A2", "A1:H4", "$1:$1")
    assert sheet.column_dimensions["B"].width == 40
    assert sheet["B2"].alignment.wrap_text
    assert not sheet["A2"].alignment.wrap_text
    assert sheet["A2"].fill.fgColor.rgb == "00F6C9C4"


def test_a_row_is_as_high_as_its_longest_wrapped_text_needs() -> None:
    texts = ("kurz", "Wort " * 20, "zwei\nZeilen", LONG)
    book = Book("de", "T", (Sheet("S", (Column("a", 25, Shown.LONG_TEXT),), tuple((t,) for t in texts)),))
    sheet = opened(book)["S"]
    assert [sheet.row_dimensions[n].height for n in (2, 3, 4, 5)] == [15, 75, 30, 409]


def test_an_empty_table_keeps_its_header() -> None:
    sheet = opened(sample_book("de"))["hinweise (2)"]
    assert [cell.value for cell in sheet[1]][:2] == ["Text", "Langer Text"]
    assert sheet.max_row == 1


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["Hinweise", "hinweise", "HINWEISE"], ["Hinweise", "hinweise (2)", "HINWEISE (3)"]),
        (["[a]:*?/\\ 'b'"], ["a       'b"]),
        (["'x'"], ["x"]),
        (["", " "], ["–", "– (2)"]),
        (["x" * 40, "x" * 40], ["x" * 31, "x" * 27 + " (2)"]),
        (["History", "Verlauf"], ["History (2)", "Verlauf (2)"]),
        (["a\x00b"], ["a�b"]),
    ],
)
def test_names_of_sheets_are_valid_and_unique(titles: list[str], names: list[str]) -> None:
    assert sheet_names(titles) == names


def test_more_rows_than_a_sheet_holds_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toxlsx, "MOST_ROWS", 3)
    book = Book("de", "T", (Sheet("S", (Column("a"), Column("b")), tuple((n, n) for n in range(5))),))
    rows = list(opened(book)["S"].iter_rows(min_row=2, values_only=True))
    assert rows == [(0, 0), (1, 1), ("Weitere 3 Zeilen fehlen: Ein Tabellenblatt fasst nicht mehr.", None)]


def test_a_book_without_sheets_opens() -> None:
    assert opened(Book("de", "T", ())).sheetnames == ["Leer"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_book_is_the_same_bytes(lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
    first = to_xlsx(sample_book(lang))
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 1, 1, 1, 1, 1, 0, 1, 0))
    assert to_xlsx(sample_book(lang)) == first


def test_properties_say_who_and_when_as_told_and_no_more() -> None:
    with zipfile.ZipFile(BytesIO(to_xlsx(sample_book("de")))) as file:
        core = file.read("docProps/core.xml").decode()
        everything = b"".join(file.read(name) for name in file.namelist())
    assert "2026-11-22T09:30:00Z" in core
    assert "Muster &amp; Söhne GmbH" in core
    assert ">de</dc:language>" in core
    assert b"openpyxl" not in everything
    assert not re.search(r"lastModifiedBy|Microsoft", core)


def test_without_a_time_none_is_given() -> None:
    with zipfile.ZipFile(BytesIO(to_xlsx(Book("de", "T", ())))) as file:
        assert not re.search(rb"\d{4}-\d\d-\d\dT", file.read("docProps/core.xml"))


def test_nothing_is_hidden() -> None:
    book = opened(sample_book("de"))
    for sheet in book.worksheets:
        assert sheet.sheet_state == "visible"
        assert not any(d.hidden for d in (*sheet.column_dimensions.values(), *sheet.row_dimensions.values()))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_back_as_a_text_without_what_must_not_be_in_it(text: str) -> None:
    cell = one_cell(text)
    assert cell.data_type in ("s", "inlineStr", "n")
    wanted = re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", cell_text(text))
    assert (cell.value or "") == wanted


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_titles_become_names_that_excel_takes(titles: list[str]) -> None:
    names = sheet_names(titles)
    assert len({name.casefold() for name in names}) == len(titles)
    for name in names:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")
