"""XLSX through openpyxl, read only and with stored values: formulas are never evaluated, links to other files not followed.

Strategy: the archive is judged before it is unpacked, as a Word file is; then every part is looked through for what XML of
Excel never holds (a DTD, an encoding of its own, columns that no sheet has) and for formulas without a stored value, whose
cells would be empty. Numbers and days become what a German reader sees in Excel.
"""

from __future__ import annotations

import datetime as dt
import re
import warnings
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from app.errors import Cancelled, ErrorCode, ExpectedError
from app.importing.clauselists.model import Sheet
from app.importing.clauselists.table import (
    MAX_ROWS,
    MAX_SHEETS,
    Budget,
    cleaned,
    filled_rows,
    refuse_more,
    unreadable,
)
from app.importing.detection import UNPACKING
from app.importing.docx.package import Package
from app.importing.options import MEGABYTE
from app.models.source import ImportNote
from app.progress import Progress, part_of
from app.wording.numbers import date_text, number_text

if TYPE_CHECKING:
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MAX_PART = 50 * MEGABYTE
MAX_ALL = 200 * MEGABYTE
MAX_ELEMENTS = 5_000_000  # of XML: openpyxl keeps styles and texts as objects
_FORBIDDEN = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<(?:\w+:)?c\b[^<>]*\br\s*=\s*[\"'](?:[A-Za-z]{4,}|[^\"'<>]{0,40}&)|^[^>]{0,60}encoding\s*=\s*[\"'](?!utf-?(?:8|16)[\"'])",
    re.IGNORECASE,
)
_WITHOUT_VALUE = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^<>]*/>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_EMPTY_ROWS = 200_000  # in a row: more are the mark of a file that wants to cost time
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # ECMA-376-1, 22.9.2.19: characters that XML cannot hold


def read_workbook(data: bytes, progress: Progress) -> tuple[Sheet, ...]:
    """The sheets in `data`; ARCHIVE_BOMB, FILE_TOO_LARGE or TABLE_UNREADABLE otherwise."""
    without_value = _checked(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles, checks and colours that openpyxl leaves aside, as we do
            return tuple(_sheets(data, without_value, progress))
    except (ExpectedError, Cancelled):
        raise
    except Exception as error:  # openpyxl raises anything on damaged files; the caller reports one code
        raise unreadable("damaged") from error


def _checked(data: bytes) -> int:
    """Refuses what is no honest workbook; the number of formulas that have no stored value."""
    try:
        Package(data)
    except ExpectedError as error:
        raise error if error.code is ErrorCode.ARCHIVE_BOMB else unreadable("archive") from error
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = archive.infolist()
        if sum(info.file_size for info in members) > MAX_ALL or any(info.file_size > MAX_PART for info in members):
            raise ExpectedError(ErrorCode.ARCHIVE_BOMB)
        if not any(info.filename.lower().startswith("xl/") for info in members):
            raise unreadable("no_workbook")
        return _looked_through(archive)


def _looked_through(archive: zipfile.ZipFile) -> int:
    elements = without_value = 0
    for info in archive.infolist():
        try:
            part = archive.read(info).replace(b"\0", b"")  # UTF-16 is seen too
        except UNPACKING as error:
            raise unreadable("archive") from error
        if b"<" not in part[:100]:
            continue  # a picture: nobody parses it
        if _FORBIDDEN.search(part):
            raise unreadable("hostile_xml")
        elements += part.count(b"<") - part.count(b"</")
        refuse_more(elements, MAX_ELEMENTS, "elements")
        without_value += sum(1 for _ in _WITHOUT_VALUE.finditer(part))
    return without_value


def _sheets(data: bytes, without_value: int, progress: Progress) -> Iterator[Sheet]:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        budget = Budget()
        sheets = book.worksheets
        refuse_more(len(sheets), MAX_SHEETS, "sheets")
        notes = (ImportNote("formulas_without_value", {"count": without_value}),) if without_value else ()
        for number, sheet in enumerate(sheets):
            told = part_of(progress, number / len(sheets), (number + 1) / len(sheets))
            yield Sheet(cleaned(sheet.title), _rows(sheet, budget, told), notes)
            notes = ()
    finally:
        book.close()


def _rows(sheet: ReadOnlyWorksheet, budget: Budget, progress: Progress) -> tuple[tuple[str, ...], ...]:
    sheet.reset_dimensions()  # what the file says of its size is not believed
    rows: list[tuple[str, ...]] = []
    for number, cells in enumerate(sheet.iter_rows()):
        refuse_more(number, _EMPTY_ROWS, "rows")
        if number % 500 == 0:
            progress(min(1.0, number / MAX_ROWS), "reading", {})
        row = budget.row(_text(cell) for cell in cells)
        if row:
            refuse_more(number + 1, MAX_ROWS, "rows")
            rows += [()] * (number - len(rows)) + [row]
    return filled_rows(rows)


def _text(cell: ReadOnlyCell | EmptyCell) -> str:
    value = cell.value
    match value:
        case None:
            return ""
        case str():
            return cleaned(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), value))
        case bool():
            return "ja" if value else "nein"
        case int() | float():
            return number_as_shown(value, str(cell.number_format or ""))
        case _:
            return day_as_shown(value)


def number_as_shown(value: float, number_format: str) -> str:
    """A number as a German reader sees it; grouped only where the format says so, for 2026 may be a year."""
    if "%" in number_format:
        return f"{number_text(value * 100, 'de')} %"
    grouped = "#,##0" in number_format
    text = number_text(value, "de")
    text = text if grouped else text.replace(".", "")
    return f"{text} €" if "€" in number_format or "EUR" in number_format else text


def day_as_shown(value: object) -> str:
    """A day, a time or both; other values as they write themselves."""
    match value:
        case dt.datetime():
            clock = "" if value.time() == dt.time() else f" {value:%H:%M}"
            return date_text(value.date(), "de") + clock
        case dt.date():
            return date_text(value, "de")
        case dt.time():
            return f"{value:%H:%M}"
        case _:
            return cleaned(str(value))
