"""What a preview shows, taken from the very file that would be written. No Qt; called in a process of its own.

Strategy: what is printed is shown as pages of its PDF (Word and HTML hold the same paper, which the pane says); tables, mails and texts are read
back from the file. Everything is cut to what somebody looks at.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Final

from app.jobs.rendering import PdfPages, looks_like_pdf
from app.models.analysis import Analysis
from app.reporting.copyresult import CopyReason, LeftOut
from app.reporting.formats import written
from app.reporting.options import ReportOptions
from app.wording.lang import Lang
from app.wording.numbers import date_text, number_text, percent_text

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

AS_PAGES: Final = {"docx": "pdf", "html": "pdf", "pdf": "pdf", "card": "card", "card-docx": "card"}
"""Format → the format whose pages are shown."""
MOST_ROWS, _MOST_COLUMNS, _MOST_LETTERS = 60, 40, 60_000
_LONGEST_CELL = 400
_MOST_PAGES = 3000
_DELIMITERS = ";,\t"
_TRUTH: Final = {"de": ("FALSCH", "WAHR"), "en": ("FALSE", "TRUE")}  # as spreadsheets write it
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Pages:
    """A PDF and the sizes of its pages in points."""

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class SheetRows:
    """The first rows of a table as a reader sees them; `total`: how many there are; `bold`: numbers of rows that are headings."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    total: int
    bold: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Sheets:
    """A workbook, or a single table."""

    sheets: tuple[SheetRows, ...]


@dataclass(frozen=True, slots=True)
class PlainText:
    """`cut`: there is more."""

    text: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Mail:
    """A draft: the files go with it."""

    subject: str
    text: str
    files: tuple[tuple[str, int], ...]  # name and bytes


@dataclass(frozen=True, slots=True)
class Placements:
    """A copy, by anchors of findings: notes at their very words, wordings written into the text, and what stands elsewhere or is missing.

    `about`: what is to be known of the copy as a whole; `pages`: those of a PDF.
    """

    placed: tuple[str, ...]
    proposed: tuple[str, ...]
    told: tuple[LeftOut, ...]
    about: tuple[CopyReason, ...] = ()
    pages: Pages | None = None


Preview = Pages | Sheets | PlainText | Mail | Placements


def preview(format_name: str, analysis: Analysis, options: ReportOptions, source: bytes | None) -> Preview:
    """Of the file that would be written. Raises what its writer raises."""
    made = written(AS_PAGES.get(format_name, format_name), analysis, options, source)
    if format_name in AS_PAGES:
        return _pages(made.content)
    match format_name:
        case "xlsx":
            return Sheets(tuple(_sheets(made.content, options.lang)))
        case "csv":
            return Sheets((_csv(made.content),))
        case "mail":
            return _mail(made.content)
        case "copy":
            pages = _pages(made.content) if looks_like_pdf(made.content) else None
            return Placements(made.placed, made.proposed, made.left_out, made.about, pages)
    text = made.content.decode("utf-8", "replace").removeprefix(_BOM)
    return PlainText(text[:_MOST_LETTERS], len(text) > _MOST_LETTERS)


def _pages(pdf: bytes) -> Pages:
    pages = PdfPages(pdf, None)
    try:
        return Pages(pdf, pages.sizes(_MOST_PAGES))
    finally:
        pages.close()


# --- tables


def _sheets(content: bytes, lang: Lang) -> Iterator[SheetRows]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True)
    try:
        for sheet in book.worksheets:
            rows = list(islice(sheet.iter_rows(max_col=_MOST_COLUMNS), MOST_ROWS))
            texts = tuple(tuple(_cell(cell, lang) for cell in row) for row in rows)
            bold = frozenset(n for n, row in enumerate(rows) if _is_heading(row))
            yield SheetRows(sheet.title, texts, sheet.max_row or len(rows), bold)
    finally:
        book.close()


def _is_heading(row: Iterable[Cell]) -> bool:
    filled = [cell for cell in row if cell.value is not None]
    return bool(filled) and all(cell.font is not None and cell.font.b for cell in filled)


def _cell(cell: Cell, lang: Lang) -> str:
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return _TRUTH[lang][value]
        case datetime():
            day = date_text(value.date(), lang)
            return f"{day} {value:%H:%M}" if "h" in (cell.number_format or "").casefold() else day
        case date():
            return date_text(value, lang)
        case int() | float():
            percent = "%" in (cell.number_format or "")
            return percent_text(value * 100, lang) if percent else number_text(value, lang)
    return _short(str(value))


def _csv(content: bytes) -> SheetRows:
    text = content.decode("utf-8", "replace").removeprefix(_BOM)
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    shown = tuple(tuple(map(_short, row[:_MOST_COLUMNS])) for row in rows[:MOST_ROWS])
    return SheetRows("", shown, len(rows), frozenset((0,)))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_CELL else text[:_LONGEST_CELL] + "…"


# --- a mail


def _mail(content: bytes) -> Mail:
    from email import message_from_bytes
    from email.policy import default

    message = message_from_bytes(content, policy=default)
    body = message.get_body(("plain",))
    files = tuple((a.get_filename() or "", len(a.get_payload(decode=True) or b"")) for a in message.iter_attachments())
    text = str(body.get_content()) if body is not None else ""
    return Mail(str(message["Subject"] or ""), text[:_MOST_LETTERS], files)
