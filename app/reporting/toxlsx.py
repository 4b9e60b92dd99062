"""A book as an Excel workbook: typed cells, a frozen header with a filter, the language's formats, the same bytes every time.

Strategy: openpyxl builds the workbook, `workbookbytes` makes its container say nothing of clock and machine. A text is stored as a text
whatever it begins with, marked so that Excel does not read it as a formula when the cell is edited; nothing is hidden, nothing computed.
Imported late: openpyxl is slow to load.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app.reporting.celltext import cell_text, starts_like_a_formula
from app.reporting.sheets import Book, Column, Sheet, Shown, Value
from app.reporting.workbookbytes import steady
from app.wording.lang import Lang
from app.wording.sheets import sheet_phrase

LONGEST: Final = 32_767  # characters of a cell, in Excel's own count (UTF-16)
MOST_ROWS: Final = 1_048_575  # below the header
_NAME: Final = 31  # characters of a sheet's name
_NAME_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\\n\t]")
_ESCAPED: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # how the format itself writes a character by its number
_WIDEST: Final = 100
_FORMATS: Final[dict[Shown, tuple[str, str]]] = {
    Shown.TEXT: ("@", "@"),
    Shown.LONG_TEXT: ("@", "@"),
    Shown.WHOLE: ("#,##0", "#,##0"),
    Shown.DAY: ("[$-407]dd.mm.yyyy", "[$-809]d mmmm yyyy"),
    Shown.MOMENT: ("[$-407]dd.mm.yyyy hh:mm", "[$-809]d mmmm yyyy hh:mm"),
}
_TONES: Final = {"high": "F6C9C4", "medium": "FBE3C0", "low": "DCE9F7", "info": "EAEAEA"}
_HEAD: Final = (Font(name="Calibri", size=11, bold=True, color="FFFFFF"), PatternFill("solid", fgColor="1F4E79"))
_LINE: Final = Border(bottom=Side(style="hair", color="BFBFBF"))
_TEXT: Final = Alignment(horizontal="left", vertical="top")
_WRAPPED: Final = Alignment(horizontal="left", vertical="top", wrap_text=True)
_FIGURE: Final = Alignment(horizontal="right", vertical="top")
_ALIGNED: Final = {Shown.TEXT: _TEXT, Shown.LONG_TEXT: _WRAPPED}
_TRUTH: Final = ('"ja";"ja";"nein"', '"yes";"yes";"no"')  # where the program shows a truth as a number
_LINE_POINTS, _HIGHEST = 15, 409  # of a row; Excel takes no more
_PAGE: Final = 210  # characters that are still readable on a page across
_FIRST_DAY: Final = date(1900, 3, 1)  # before it Excel counts a day that never was


def to_xlsx(book: Book) -> bytes:
    """The bytes of the file."""
    lang: Lang = "en" if book.lang == "en" else "de"
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, sheet in zip(sheet_names(s.title for s in book.sheets), book.sheets, strict=True):
        _write(workbook.create_sheet(name), sheet, lang)
    if not book.sheets:
        workbook.create_sheet(sheet_phrase("empty", lang))
    properties = workbook.properties
    properties.creator, properties.title, properties.language = (
        cell_text(book.company) or None,
        cell_text(book.title),
        lang,
    )
    made = BytesIO()
    workbook.save(made)
    return steady(made.getvalue(), book.made_at)


def sheet_names(titles: Iterable[str]) -> list[str]:
    """Names that Excel takes: short, without its signs, each once whatever the case."""
    names: list[str] = []
    taken = {"history", "verlauf"}  # Excel keeps them for itself
    for title in titles:
        wanted = _NAME_FORBIDDEN.sub(" ", cell_text(title)).strip().strip("'") or "–"
        name, number = wanted[:_NAME].rstrip(" '"), 1
        while name.casefold() in taken:
            number += 1
            tail = f" ({number})"
            name = wanted[: _NAME - len(tail)].rstrip(" '") + tail
        taken.add(name.casefold())
        names.append(name)
    return names


def _write(target: Worksheet, sheet: Sheet, lang: Lang) -> None:
    for index, column in enumerate(sheet.columns, start=1):
        _write_head(target.cell(1, index), column)
        target.column_dimensions[get_column_letter(index)].width = min(max(column.width, 4), _WIDEST)
    heads = (_wrapped(column.label, column.width) for column in sheet.columns)
    target.row_dimensions[1].height = _LINE_POINTS * max(heads, default=1)
    rows = _bounded(sheet, lang)
    for number, row in enumerate(rows, start=2):
        for index, (column, value) in enumerate(zip(sheet.columns, row, strict=True), start=1):
            _write_cell(target.cell(number, index), value, column.shown, lang)
        target.row_dimensions[number].height = _height(sheet, row)
    for number, tone in enumerate(sheet.tones[: len(rows)], start=2):
        if color := _TONES.get(tone):
            target.cell(number, 1).fill = PatternFill("solid", fgColor=color)
    _arrange(target, sheet, len(rows))


def _height(sheet: Sheet, row: tuple[Value, ...]) -> float:
    """Room for the longest of its wrapped texts: not every program makes it by itself."""
    texts = ((c.width, v) for c, v in zip(sheet.columns, row, strict=True) if c.shown is Shown.LONG_TEXT)
    lines = (sum(_wrapped(line, width) for line in text.split("\n")) for width, text in texts if isinstance(text, str))
    return min(_LINE_POINTS * max(lines, default=1), _HIGHEST)


def _wrapped(line: str, width: int) -> int:
    """Lines that a line takes; words are not torn, so a little is lost on each."""
    return max(1, math.ceil(len(line) * 1.1 / min(width, _WIDEST)))


def _bounded(sheet: Sheet, lang: Lang) -> tuple[tuple[Value, ...], ...]:
    """The rows; where there are more than a sheet holds, the last one says how many are missing."""
    left = len(sheet.rows) - MOST_ROWS
    if left <= 0:
        return sheet.rows
    said = (sheet_phrase("rows_cut", lang, count=left + 1), *(None,) * (len(sheet.columns) - 1))
    return (*sheet.rows[: MOST_ROWS - 1], said)


def _arrange(target: Worksheet, sheet: Sheet, rows: int) -> None:
    """The header stays in view and on every printed page; everything is filtered by it."""
    columns = len(sheet.columns)
    target.freeze_panes = "A2"
    if columns:
        target.auto_filter.ref = f"A1:{get_column_letter(columns)}{rows + 1}"
    target.print_title_rows = "1:1"
    target.page_setup.orientation, target.page_setup.paperSize = "landscape", target.PAPERSIZE_A4
    width = sum(column.width for column in sheet.columns)
    target.page_setup.fitToWidth, target.page_setup.fitToHeight = max(1, math.ceil(width / _PAGE)), 0
    target.sheet_properties.pageSetUpPr.fitToPage = True
    target.oddFooter.center.text = "&P / &N"


def _write_head(cell: Cell, column: Column) -> None:
    _set_text(cell, cell_text(column.label))
    cell.font, cell.fill = _HEAD
    cell.alignment = Alignment(vertical="center", wrap_text=True)


def _write_cell(cell: Cell, value: Value, shown: Shown, lang: Lang) -> None:
    cell.alignment, cell.border = _ALIGNED.get(shown, _FIGURE), _LINE
    match value:
        case None:
            return
        case str():
            _set_text(cell, shortened(cell_text(value), lang))
        case bool():
            cell.value, cell.number_format = value, _TRUTH[lang == "en"]
        case int() | float() if not math.isfinite(value):
            _set_text(cell, str(value))
        case int() | float():
            cell.value = value
            cell.number_format = _number_format(value, shown, lang)
        case date() if (value.year, value.month, value.day) < _FIRST_DAY.timetuple()[:3]:
            _set_text(cell, value.isoformat())
        case datetime():
            cell.value = value.replace(tzinfo=None)  # Excel knows no zones: the time as the reader's clock showed it
            cell.number_format = _format(Shown.MOMENT, lang)
        case date():
            cell.value = value
            cell.number_format = _format(Shown.DAY, lang)


def _set_text(cell: Cell, text: str) -> None:
    """A text, never a formula: openpyxl takes what begins with = for one, Excel what is typed again."""
    cell.value = _ESCAPED.sub("_x005F_", text)
    cell.data_type = "s"
    if starts_like_a_formula(text):
        cell.quotePrefix = True


def shortened(text: str, lang: Lang) -> str:
    """As much as a cell holds, and in words that it was cut."""
    if _length(text) <= LONGEST:
        return text
    said = sheet_phrase("cut", lang)
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - _length(said) - 1)].decode("utf-16-le", "ignore")
    return f"{kept} {said}"


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _number_format(value: float, shown: Shown, lang: Lang) -> str:
    """With the decimals that it has, so that 0.25 % is not shown as 0.3 %; whole numbers without a lonely point."""
    match shown:
        case Shown.TEXT | Shown.LONG_TEXT:
            return "General"
        case Shown.PERCENT:
            digits = "0" if float(round(value * 100, 6)).is_integer() else "0.0###"
            return f"{digits}\\ %" if lang == "de" else f"{digits}%"
        case Shown.DECIMAL:
            return "#,##0" if float(value).is_integer() else "#,##0.00##"
        case _:
            return _format(shown, lang)


def _format(shown: Shown, lang: Lang) -> str:
    return _FORMATS[shown][0 if lang == "de" else 1]
