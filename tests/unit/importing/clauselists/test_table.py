"""CSV and XLSX as rows of text: encodings, delimiters, values as shown, and files that mean harm."""

from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import Cancelled, ErrorCode, ExpectedError
from app.importing.clauselists import table, workbook
from app.importing.clauselists.csvtable import delimiter_of
from app.importing.clauselists.table import read_table
from tests.unit.importing.clauselists.books import SHEET, member, sheet_xml, with_member, with_texts, xlsx

GERMAN = "Titel;Wortlaut\r\nKündigung;Die Frist beträgt § 5, drei Monate.\r\n"
ROWS = (("Titel", "Wortlaut"), ("Kündigung", "Die Frist beträgt § 5, drei Monate."))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "cp850", "utf-16", "utf-16-le", "utf-16-be"])
def test_csv_is_read_in_every_encoding_that_german_lists_come_in(encoding):
    assert read_table(GERMAN.encode(encoding), "liste.csv")[0].rows == ROWS


def test_a_guessed_encoding_is_said():
    assert [note.code for note in read_table(GERMAN.encode("cp1252"), "a.csv")[0].notes] == ["encoding_guessed"]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a;b\n1;2,5\n3;4,5", ";"),
        ("a,b\n1,2\n3,4", ","),
        ("a\tb\nx, y\tz; w\n", "\t"),
        ("a|b|c\n1|2|3", "|"),
        ('a;b\n"x;y, z, w";"u, v"\n', ";"),
        ("a,b,c\n" + '"Frist; Form; Ort",x,y\n' * 5, ","),
        ("nur eine Spalte\nnoch eine", ";"),
        ("", ";"),
    ],
)
def test_the_delimiter_makes_the_rows_alike(text, delimiter):
    assert delimiter_of(text) == delimiter


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a;b\n"Zeile 1\nZeile 2";y', (("a", "b"), ("Zeile 1\nZeile 2", "y"))),
        ('a;b\n"Er sagt ""ja""";y', (("a", "b"), ('Er sagt "ja"', "y"))),
        ("sep=,\na;x,b\n1,2", ((), ("a;x", "b"), ("1", "2"))),
        ("a;b;;\n1;2;;\n;;;\n", (("a", "b"), ("1", "2"))),
        ("a;b\r1;2\r", (("a", "b"), ("1", "2"))),
        ("a;b\n\n1;2", (("a", "b"), (), ("1", "2"))),
        ("a;b\nx\x00\x07y\u202ez;\u200bw", (("a", "b"), ("xyz", "w"))),
        ("a;b\nu\u0308;\u00a0x ", (("a", "b"), ("ü", "x"))),
    ],
)
def test_cells_are_read_as_excel_reads_them(text, rows):
    assert read_table(text.encode(), "a.csv")[0].rows == rows


def test_an_unclosed_quote_does_not_swallow_a_whole_file():
    with pytest.raises(ExpectedError) as caught:
        read_table(b'a;b\n"' + b"x;y\n" * 100_000, "a.csv")
    assert caught.value.code is ErrorCode.TABLE_UNREADABLE


@pytest.mark.parametrize("data", [b"", b"   \n", b"\0\0\0\0", b";;;\n;;\n"])
def test_an_empty_file_is_empty(data):
    assert code_of(data) is ErrorCode.FILE_EMPTY


@pytest.mark.parametrize(("limit", "value"), [("MAX_BYTES", 100), ("MAX_CELLS", 30), ("MAX_CHARACTERS", 60)])
def test_limits_hold_for_csv(monkeypatch, limit, value):
    monkeypatch.setattr(table, limit, value)
    assert code_of(b"abc;def\n" * 20) is ErrorCode.FILE_TOO_LARGE


def test_too_many_rows_are_refused():
    assert code_of(b"a;b\n" * (table.MAX_ROWS + 1)) is ErrorCode.FILE_TOO_LARGE


def test_values_of_a_workbook_are_what_a_german_reader_sees():
    row: list[object] = [
        *("Text\nzwei", 30, 2.5, 0.05, 1234567, 2026, 10000),
        *(dt.date(2026, 2, 1), dt.datetime.fromisoformat("2026-02-01T14:30"), dt.time(9, 5), True, None, 'Ä "x"'),
    ]
    formats = {"D1": "0.0%", "E1": "#,##0", "G1": '#,##0.00 "€"'}
    shown = read_table(xlsx(row, formats=formats), "a.xlsx")[0].rows[0]
    assert shown == (
        *("Text\nzwei", "30", "2,5", "5 %", "1.234.567", "2026", "10.000 €"),
        *("01.02.2026", "01.02.2026 14:30", "09:05", "ja", "", 'Ä "x"'),
    )


def test_rows_keep_their_numbers_and_sheets_their_names():
    sheets = read_table(xlsx([], ["a"], [], ["b", None, "c"], sheet="Einkauf"), "x.xlsx")
    assert [(sheet.name, sheet.rows) for sheet in sheets] == [("Einkauf", ((), ("a",), (), ("b", "", "c")))]


def test_a_formula_is_not_calculated_and_said_to_be_empty():
    sheet = read_table(xlsx(["Titel", "=1+1"], ["x", '=HYPERLINK("http://example.org")']), "x.xlsx")[0]
    assert sheet.rows == (("Titel",), ("x",))
    assert [(note.code, note.params) for note in sheet.notes] == [("formulas_without_value", {"count": 2})]


def test_the_stored_value_of_a_formula_is_taken():
    data = with_member(
        xlsx(["x"]), SHEET, sheet_xml('<row r="1"><c r="A1" t="str"><f>CONCAT("a","b")</f><v>ab</v></c></row>')
    )
    sheet = read_table(data, "x.xlsx")[0]
    assert (sheet.rows, sheet.notes) == ((("ab",),), ())


def test_texts_are_found_where_excel_keeps_them():
    texts = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Titel</t></si>'
        "<si><r><t>fett </t></r><r><t>und nicht_x000D_\n_x0007_</t></r></si></sst>"
    )
    inner = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    assert read_table(with_texts(xlsx(["x"]), texts.encode(), inner), "x.xlsx")[0].rows == (
        ("Titel", "fett und nicht"),
    )


@pytest.mark.parametrize(
    ("inner", "code"),
    [
        ('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>', ErrorCode.TABLE_UNREADABLE),
        ('<row r="1"><c t="n" r=\'zzzz1\'><v>1</v></c></row>', ErrorCode.TABLE_UNREADABLE),
        ('<row r="1"><c r="&#90;ZZZZ1"><v>1</v></c></row>', ErrorCode.TABLE_UNREADABLE),
        ('<row r="1048576"><c r="A1048576"><v>1</v></c></row>', ErrorCode.FILE_TOO_LARGE),
        ('<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>', ErrorCode.FILE_TOO_LARGE),
        ('<row r="1"><c r="A1" t="s"><v>99</v></c></row>', ErrorCode.TABLE_UNREADABLE),
        ("".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 40)), ErrorCode.FILE_TOO_LARGE),
        ("".join(f'<row r="{n}"><c r="XFD{n}" s="0"/></row>' for n in range(1, 400)), ErrorCode.FILE_TOO_LARGE),
        ('<row r="1"><c r="A1"><v>eins</v></c></row>', ErrorCode.TABLE_UNREADABLE),
    ],
)
def test_sheets_that_mean_harm_are_refused(inner, code):
    assert code_of(with_member(xlsx(["x"]), SHEET, sheet_xml(inner))) is code


def test_entities_and_strange_encodings_are_refused():
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    assert code_of(with_member(xlsx(["x"]), SHEET, bomb)) is ErrorCode.TABLE_UNREADABLE
    seven = '<?xml version="1.0" encoding="UTF-7"?><worksheet/>'.encode("ascii")
    assert code_of(with_member(xlsx(["x"]), SHEET, seven)) is ErrorCode.TABLE_UNREADABLE
    wide = bomb.decode().encode("utf-16")
    assert code_of(with_member(xlsx(["x"]), SHEET, wide)) is ErrorCode.TABLE_UNREADABLE


def test_zip_bombs_are_refused_before_they_are_unpacked():
    assert code_of(with_member(xlsx(["x"]), "xl/media/a.bin", b"\0" * 60_000_000)) is ErrorCode.ARCHIVE_BOMB


def test_more_markup_than_any_list_has_is_refused(monkeypatch):
    monkeypatch.setattr(workbook, "MAX_ELEMENTS", 50)
    assert code_of(xlsx(*[["x"]] * 60)) is ErrorCode.FILE_TOO_LARGE


def test_what_openpyxl_leaves_aside_is_no_matter():
    extra = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row></sheetData><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst><sheetData>'
    assert read_table(with_member(xlsx(["x"]), SHEET, sheet_xml(extra)), "x.xlsx")[0].rows == (("x",),)


def test_links_to_other_files_are_not_followed():
    data = xlsx(["x"])
    data = with_member(data, "xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    assert read_table(data, "x.xlsx")[0].rows == (("x",),)


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 and nothing else",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        xlsx(["x"])[:-200],
    ],
)
def test_what_is_no_table_is_told_as_such(data):
    assert code_of(data) is ErrorCode.TABLE_UNREADABLE


def test_a_word_file_is_no_table():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert code_of(stream.getvalue()) is ErrorCode.TABLE_UNREADABLE


@pytest.mark.parametrize("name", [SHEET, "xl/workbook.xml", "[Content_Types].xml", "xl/styles.xml"])
@pytest.mark.parametrize("cut", [0, 40, 200])
def test_a_damaged_part_is_an_expected_error_or_read_without_it(name, cut):
    data = xlsx(["Titel", 0.5], ["x", dt.date(2026, 1, 1)])
    expected = {None, ErrorCode.TABLE_UNREADABLE, ErrorCode.FILE_EMPTY}
    assert refused(with_member(data, name, member(data, name)[:cut])) in expected


def test_reading_can_be_cancelled():
    def cancel(*_):
        raise Cancelled

    with pytest.raises(Cancelled):
        read_table(xlsx(["x"]), "x.xlsx", cancel)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs"))), min_size=2, max_size=4),
        min_size=1,
        max_size=6,
    )
)
def test_what_a_spreadsheet_writes_is_read_back(rows):
    import csv
    import io

    stream = io.StringIO()
    csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    wanted = [[table.cleaned(cell) for cell in row] for row in rows]
    rows = read_table(("Titel\n" + stream.getvalue()).encode("utf-8-sig"), "a.csv")[0].rows
    assert [list(row) for row in rows] == without_empty_ends([["Titel"], *wanted])


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"sep=,\n", b"\xef\xbb\xbf"]))
def test_any_bytes_are_read_or_refused(data, head):
    expected = {None, ErrorCode.FILE_EMPTY, ErrorCode.TABLE_UNREADABLE, ErrorCode.TEXT_UNDECODABLE}
    assert refused(head + data) in expected


def refused(data: bytes) -> ErrorCode | None:
    try:
        read_table(data, "x")
    except ExpectedError as error:
        return error.code
    return None


def code_of(data: bytes) -> ErrorCode:
    with pytest.raises(ExpectedError) as caught:
        read_table(data, "x")
    return caught.value.code


def without_empty_ends(rows):
    for row in rows:
        while row and not row[-1]:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows
