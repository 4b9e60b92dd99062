"""Tables: which hold data (a row is a row) and which only place text (a cell is a column of paragraphs).

Strategy: decided row by row from what the cells hold. A cell with much text, several paragraphs or a table of its own
is text; a row with such a cell is read cell by cell. A short label alone in the cell before a text cell (`§ 3`, `2.1`)
is the label of that text. A table of one column only ever places text. Two columns with the same labels row by row are
two versions of one text, each of which is read through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from app.importing.docx.names import ALTERNATE, DELETED, VAL, Element, alternative, child, holds_text, steps, w

TEXT_CELL_CHARACTERS = 200
MAX_DEPTH = 16  # tables in tables; deeper ones are read as plain paragraphs

_LABEL = re.compile(
    r"(§+\s*)?\(?([0-9]{1,3}([.,][0-9]{1,3})*|[IVXLC]{1,6}|[ivxlc]{1,6}|[A-Za-z])[a-z]?[.)]{0,2}|§\s*\d+\w?"
)
_OPENING = re.compile(r"(§+\s*\d+\w?|\(\d+\)|\d+(?:\.\d+)*[.)]?|[a-zA-Z]\)|[IVX]+\.)\s+[^\W\d]")
_VERSIONS = 2
_FEWEST_SAME, _SAME_SHARE = 3, 0.25  # rows: paragraphs without numbers may stand between
_VERSION_LENGTH = 300  # characters of a version; tables of data have less to say
_TRANSPARENT = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_ROW, _CELL, _TABLE, _PARAGRAPH = w("tr"), w("tc"), w("tbl"), w("p")
_OWN = frozenset({_ROW, _CELL, _TABLE, _PARAGRAPH}) | DELETED  # read, or set aside, for what they are


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its path; `text` is all its text, for judging only."""

    element: Element
    path: str
    text: str
    paragraphs: int
    has_table: bool

    @property
    def is_text(self) -> bool:
        """Whether the cell holds running text."""
        return self.has_table or self.paragraphs > 1 or len(self.text) > TEXT_CELL_CHARACTERS

    @property
    def opening(self) -> str:
        """The typed label that the cell's text begins with; empty without one."""
        found = _OPENING.match(self.text)
        return found.group(1) if found else ""

    @property
    def is_label(self) -> bool:
        """Whether the cell holds nothing but a label."""
        return _LABEL.fullmatch(self.text.strip()) is not None


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its cells; empty cells that continue a merged one above are left out.

    `deleted`: the row or those cells that are tracked as deleted.
    """

    element: Element
    cells: tuple[Cell, ...]
    deleted: tuple[Element, ...] = ()


def rows(table: Element, path: str) -> list[Row]:
    """The rows of a table."""
    return [_row(row, row_path) for row, row_path in _inside(table, path, _ROW)]


def _row(row: Element, path: str) -> Row:
    if child(row, "trPr", "del") is not None:
        return Row(row, (), (row,))
    cells = list(_inside(row, path, _CELL))
    deleted = tuple(cell for cell, _ in cells if _is_deleted(cell))
    own = (_cell(cell, where) for cell, where in cells if _is_own(cell) and not _is_deleted(cell))
    return Row(row, tuple(own), deleted)


def _is_deleted(cell: Element) -> bool:
    return child(cell, "tcPr", "cellDel") is not None


def places_text(table_rows: list[Row]) -> bool:
    """Whether the table only places text: it has one column, or two of which the first holds labels of the second."""
    columns = max((len(row.cells) for row in table_rows), default=0)
    return columns <= 1 or (columns == 2 and any(_is_labelled(row) for row in table_rows))


def stretches(table_rows: list[Row]) -> Iterator[list[Row]]:
    """Rows of one number of cells that follow each other."""
    for _, group in groupby(table_rows, key=lambda row: len(row.cells)):
        yield list(group)


def is_parallel(table_rows: list[Row], opening: Callable[[Cell], str]) -> bool:
    """Whether two columns are two versions of one text (languages, old and new): rows begin with the same labels.

    `opening` is the label of a cell's text, empty without one.
    """
    pairs = [row.cells for row in table_rows if len(row.cells) == _VERSIONS]
    labels = [[opening(cell) for cell in cells] for cells in pairs]
    same = sum(bool(one) and one == two for one, two in labels)
    lengths = [sum(len(cells[column].text) for cells in pairs) for column in range(_VERSIONS)]
    return same >= max(_FEWEST_SAME, _SAME_SHARE * len(pairs)) and min(lengths) >= _VERSION_LENGTH


def _is_labelled(row: Row) -> bool:
    return len(row.cells) == 2 and row.cells[1].is_text and (row.cells[0].is_label or not row.cells[0].text)


def paragraphs(cell: Cell) -> Iterator[tuple[Element, str]]:
    """The cell's own paragraphs, not those of tables and text boxes in it."""
    return _inside(cell.element, cell.path, _PARAGRAPH)


def _inside(parent: Element, path: str, wanted: str) -> Iterator[tuple[Element, str]]:
    for element, where in steps(parent, path):
        if element.tag == wanted:
            yield element, where
        elif element.tag in _TRANSPARENT:
            yield from _inside(element, where, wanted)
        elif element.tag == ALTERNATE:
            chosen, chosen_path = alternative(element, where)
            if chosen is not None:
                yield from _inside(chosen, chosen_path, wanted)
        elif element.tag not in _OWN and holds_text(element):  # a wrapper of whatever name
            yield from _inside(element, where, wanted)


def _is_own(cell: Element) -> bool:
    """Not the continuation of a merged cell above, which is empty as Word writes it; text in it is not passed over."""
    merge = child(cell, "tcPr", "vMerge")
    return merge is None or merge.get(VAL) == "restart" or holds_text(cell)


def _cell(element: Element, path: str) -> Cell:
    texts = [_text(paragraph) for paragraph in element.iter(_PARAGRAPH)]
    texts = [text for text in texts if text]
    has_table = element.find(_TABLE) is not None
    return Cell(element, path, " ".join(texts), len(texts), has_table)


def _text(paragraph: Element) -> str:
    return "".join(part.text or "" for part in paragraph.iter(w("t"))).strip()
