"""CSV: encoding as in every text file, delimiter by what makes the rows alike.

Strategy: Excel's own first line `sep=;` decides. Else each delimiter cuts the first rows, and the one wins that gives most rows
of the commonest number of cells, more than one; commas within German sentences make rows of all lengths.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice

from app.importing.clauselists.model import Sheet
from app.importing.clauselists.table import MAX_ROWS, Budget, cleaned, filled_rows, refuse_more, unreadable
from app.importing.encoding import decoded

DELIMITERS = (";", "\t", ",", "|")
_SAMPLE = 60  # rows
_SEP = re.compile(r"sep=([;,\t|])\r?\n?", re.IGNORECASE)


def read_csv(data: bytes, name: str) -> Sheet:
    """The table in `data`; TEXT_UNDECODABLE, FILE_TOO_LARGE or TABLE_UNREADABLE otherwise."""
    text, notes = decoded(data)
    text = text.replace("\0", "")
    stated = _SEP.match(text)
    delimiter = stated[1] if stated else delimiter_of(text)
    budget = Budget()
    rows: list[tuple[str, ...]] = [()] if stated else []  # that line is the file's first row
    try:
        for record in csv.reader(
            io.StringIO(text[stated.end() :] if stated else text, newline=""), delimiter=delimiter
        ):
            rows.append(budget.row(map(cleaned, record)))
            refuse_more(len(rows), MAX_ROWS, "rows")
    except csv.Error as error:  # a cell of more than 131,072 characters: a quote was never closed
        raise unreadable("csv") from error
    return Sheet(name, filled_rows(rows), notes)


def delimiter_of(text: str) -> str:
    """The sign between the cells; `;` where nothing tells."""
    return max(DELIMITERS, key=lambda sign: (_alike(text, sign), -DELIMITERS.index(sign)))


def _alike(text: str, delimiter: str) -> tuple[float, int]:
    """Share of the first rows that have the commonest number of cells, more than one; and that number."""
    try:
        records = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _SAMPLE))
    except csv.Error:
        return 0.0, 0
    widths = Counter(len(record) for record in records if any(record))
    several = [(count, width) for width, count in widths.items() if width > 1]
    count, width = max(several, default=(0, 0))
    return round(count / max(1, widths.total()), 3), width
