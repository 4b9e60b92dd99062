"""A sheet as CSV for German Excel: UTF-8 with its mark, semicolons, CRLF; numbers and days as the reader's Excel reads them.

A CSV cell has no type, so a text that a program would run as a formula gets an apostrophe before it. Texts are in quotes where they
must be; numbers never are.
"""

from __future__ import annotations

import csv
import io
import math
from datetime import date, datetime
from typing import Final

from app.reporting.celltext import cell_text, starts_like_a_formula
from app.reporting.sheets import Sheet, Shown, Value
from app.wording.lang import Lang

_TRUTH: Final = {"de": ("FALSCH", "WAHR"), "en": ("FALSE", "TRUE")}


def to_csv(sheet: Sheet, lang: Lang = "de") -> bytes:
    """The bytes of the file: the labels, then the rows."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow([_text(column.label) for column in sheet.columns])
    for row in sheet.rows:
        writer.writerow([_cell(value, column.shown, lang) for column, value in zip(sheet.columns, row, strict=True)])
    return b"\xef\xbb\xbf" + target.getvalue().encode("utf-8")


def _cell(value: Value, shown: Shown, lang: Lang) -> str:
    match value:
        case None:
            return ""
        case str():
            return _text(value)
        case bool():
            return _TRUTH[lang][value]
        case datetime():
            return value.strftime("%d.%m.%Y %H:%M" if lang == "de" else "%Y-%m-%d %H:%M")
        case date():
            return value.strftime("%d.%m.%Y" if lang == "de" else "%Y-%m-%d")
        case _ if not math.isfinite(value):
            return str(value)
        case _ if shown is Shown.PERCENT:
            return f"{_number(value * 100, lang)} %" if lang == "de" else f"{_number(value * 100, lang)}%"
        case _:
            return _number(value, lang)


def _text(text: str) -> str:
    clean = cell_text(text)
    return f"'{clean}" if starts_like_a_formula(clean) else clean


def _number(value: float, lang: Lang) -> str:
    """Without thousands, whole where it is, else at most six decimals."""
    text = str(value) if isinstance(value, int) else f"{value:.6f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if lang == "de" else text
