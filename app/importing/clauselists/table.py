"""CSV and XLSX as sheets of text cells: by content, within limits, never calculated.

The file is hostile input: it is read in a worker process, its size and its number of cells are bounded, control characters are
taken out, formulas are never evaluated and nothing outside of the file is looked at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from app.errors import ErrorCode, ExpectedError
from app.importing.clauselists.model import Sheet
from app.importing.options import MEGABYTE
from app.progress import Progress, silent

MAX_BYTES = 50 * MEGABYTE
MAX_ROWS = 20_000  # of a sheet: four times the largest library planned for
MAX_CELLS = 500_000  # of a file, empty ones among filled ones too
MAX_SEEN = 5_000_000  # the empty cells at the ends of rows as well, which cost time too
MAX_SHEETS = 50
MAX_CHARACTERS = 20_000_000  # of a file

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE2 = b"\xd0\xcf\x11\xe0"
# Controls, and the signs that turn the direction of writing: a reader would not see what is there.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x0b|\x0c|\x85")


def read_table(data: bytes, name: str, progress: Progress = silent) -> tuple[Sheet, ...]:
    """The sheets that hold something; `name` becomes the name of a CSV's only sheet.

    FILE_EMPTY, FILE_TOO_LARGE, ARCHIVE_BOMB, TEXT_UNDECODABLE or TABLE_UNREADABLE otherwise.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise ExpectedError(ErrorCode.FILE_EMPTY)
    refuse_more(len(data), MAX_BYTES, "bytes")
    progress(0.0, "reading", {})
    if data.startswith(_ZIP):
        from app.importing.clauselists.workbook import read_workbook

        sheets = read_workbook(data, progress)
    elif data.startswith(_OLE2):
        raise unreadable("old_or_encrypted")
    else:
        from app.importing.clauselists.csvtable import read_csv

        sheets = (read_csv(data, name),)
    progress(1.0, "reading", {})
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise ExpectedError(ErrorCode.FILE_EMPTY)
    return filled


def unreadable(reason: str) -> ExpectedError:
    """The table cannot be read; `reason` is a word for whoever looks into it."""
    return ExpectedError(ErrorCode.TABLE_UNREADABLE, {"reason": reason})


def refuse_more(count: int, limit: int, unit: str) -> None:
    """FILE_TOO_LARGE where `count` is above `limit`."""
    if count > limit:
        raise ExpectedError(ErrorCode.FILE_TOO_LARGE, {"size": count, "limit": limit, "unit": unit})


def cleaned(text: str) -> str:
    """NFC, `\\n` between lines, nothing unseen, no white space round it."""
    if text.isascii() and text.isprintable():
        return text.strip()
    plain = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text)).replace("\u00a0", " ")
    return unicodedata.normalize("NFC", plain).strip()


class Budget:
    """What the sheets of one file may hold together."""

    def __init__(self) -> None:
        self._seen = self._cells = self._characters = 0

    def row(self, cells: Iterable[str]) -> tuple[str, ...]:
        """The row without the empty cells at its end; FILE_TOO_LARGE where the file has too many."""
        row = list(cells)
        self._seen += len(row)
        refuse_more(self._seen, MAX_SEEN, "cells")
        while row and not row[-1]:
            row.pop()
        self._cells += len(row)
        self._characters += sum(map(len, row))
        refuse_more(self._cells, MAX_CELLS, "cells")
        refuse_more(self._characters, MAX_CHARACTERS, "characters")
        return tuple(row)


def filled_rows(rows: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Without the empty rows at the end."""
    while rows and not any(rows[-1]):
        rows.pop()
    return tuple(rows)
