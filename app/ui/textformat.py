"""The text of a document put into a QTextDocument: paragraphs with their looks, rows as tables, small numbers where they are printed.

What the document holds besides the canonical text (numbers of sentences and notes, frames of table cells) is known to the map of
offsets, so that places of the text stay what they are. It is put in paragraph by paragraph, with a pause after each: a long text
is filled in slices.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from app.models.source import Block, BlockKind, Line, SourceDocument, Span
from app.ui.textlooks import LABEL, Looks, ParagraphLook, Scale, bold, raised
from app.ui.utf16 import Utf16Map

_MOST_COLUMNS = 12  # more are no table that helps a reader
_CELL_ROOM = 5.0  # pixels
_PIECE = 30  # rows of a table that are put in at a time
_LEAST_CELL, _MOST_CELL = 6, 60  # characters that a column is given room for
_SCALED = 200  # paragraphs that are set again at a time

Pauses = Generator[None, None, "Filled"]


@dataclass(frozen=True, slots=True)
class Filled:
    """`looks`: of the paragraphs, by number of their Qt block."""

    offsets: Utf16Map
    looks: tuple[tuple[int, ParagraphLook], ...]


def filling(document: QTextDocument, source: SourceDocument, scale: Scale) -> Pauses:
    """Put the text into an empty document; returns what is known of it then."""
    document.setUndoRedoEnabled(False)  # nobody edits it, and the steps would be kept
    return _Writer(document, source, scale).write()


def scaling(document: QTextDocument, looks: Sequence[tuple[int, ParagraphLook]], scale: Scale) -> Iterator[None]:
    """Set the paragraphs for letters of another size."""
    cursor = QTextCursor(document)
    for start in range(0, len(looks), _SCALED):
        cursor.beginEditBlock()  # after each edit Qt moves all that stands below
        for number, look in looks[start : start + _SCALED]:
            cursor.setPosition(document.findBlockByNumber(number).position())
            cursor.setBlockFormat(scale.block(look))
        cursor.endEditBlock()
        yield None


class _Writer:
    """Keeps account of what stands where."""

    def __init__(self, document: QTextDocument, source: SourceDocument, scale: Scale) -> None:
        self._source, self._scale = source, scale
        self._looks = Looks(source)
        self._cursor = QTextCursor(document)
        self._begun = True  # the paragraph at the cursor: one stands in an empty document, and behind a table
        self._anchors = [(0, 0)]
        self._marks = sorted(source.marks, key=lambda mark: mark.at)
        self._next_mark = self._next_line = 0
        self._tab_at = -1
        self._placed: list[tuple[int, ParagraphLook]] = []

    def write(self) -> Pauses:
        """All in order."""
        text, at = self._source.text, 0
        for table, blocks in _stretches(self._source):
            if table:
                yield from self._paragraphs(at, blocks[0].start - 1)  # the line break is the table's own frame
                yield from self._table([_cells(block, text) for block in blocks])
                self._anchor(min(len(text), blocks[-1].end + 1))
            else:
                yield from self._paragraphs(at, blocks[-1].end)
            at = blocks[-1].end + 1
        yield from self._paragraphs(at, len(text))
        return Filled(Utf16Map(text, self._anchors), tuple(self._placed))

    def _paragraphs(self, start: int, end: int) -> Iterator[None]:
        """From the first, which begins at `start`, to the one that ends at `end`; an empty one is one too."""
        while start <= end:
            stop = self._source.text.find("\n", start, end)
            stop = end if stop < 0 else stop
            self._paragraph(start, stop)
            start = stop + 1
            yield None

    def _paragraph(self, start: int, end: int) -> None:
        lines = self._lines(start, end)
        look = self._looks.paragraph(lines)
        self._cursor.beginEditBlock()
        if self._begun:
            self._cursor.setBlockFormat(self._scale.block(look))
        else:
            self._cursor.insertBlock(self._scale.block(look), QTextCharFormat())
        self._begun = False
        self._placed.append((self._cursor.blockNumber(), look))
        self._tab_at = self._gap(start, end) if look.tab else -1
        self._text(start, end, lines)
        self._cursor.endEditBlock()

    def _gap(self, start: int, end: int) -> int:
        """The blank between a printed number and its text, where a tab makes them stand as printed; -1 without one."""
        label = LABEL.match(self._source.text, start, end)
        return label.start("gap") if label else -1

    def _table(self, rows: Sequence[Sequence[Span]]) -> Iterator[None]:
        """A long one in pieces: Qt lays a table out as a whole after each edit."""
        columns = max(len(row) for row in rows)
        shape = _table_format(() if len(rows) <= _PIECE else _shares(rows, columns))
        for start in range(0, len(rows), _PIECE):
            if start:
                self._close_gap()
            self._piece(rows[start : start + _PIECE], columns, shape)
            yield None
        self._begun = True

    def _piece(self, rows: Sequence[Sequence[Span]], columns: int, shape: QTextTableFormat) -> None:
        edit = QTextCursor(self._cursor)
        edit.beginEditBlock()
        table = self._cursor.insertTable(len(rows), columns, shape)
        for y, row in enumerate(rows):
            if len(row) < columns:  # which cells are joined is not known; the last has room
                table.mergeCells(y, len(row) - 1, 1, columns - len(row) + 1)
            for x, (start, end) in enumerate(row):
                self._cursor = table.cellAt(y, x).firstCursorPosition()
                self._anchor(start)
                self._cell(start, end)
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        edit.endEditBlock()

    def _close_gap(self) -> None:
        """The paragraph that Qt keeps between two tables is as low as can be."""
        low, letters = QTextBlockFormat(), QTextCharFormat()
        low.setLineHeight(1.0, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        letters.setFontPointSize(1.0)
        self._cursor.setBlockFormat(low)
        self._cursor.setBlockCharFormat(letters)

    def _cell(self, start: int, end: int) -> None:
        self._cursor.setBlockFormat(self._scale.block(ParagraphLook()))
        self._text(start, end, self._lines(start, end))

    def _lines(self, start: int, end: int) -> list[Line]:
        """The lines that share a character with the text, from where the last search ended."""
        lines = self._source.lines
        while self._next_line < len(lines) and lines[self._next_line].end <= start < end:
            self._next_line += 1
        found, n = [], self._next_line
        while n < len(lines) and lines[n].start < end:
            found.append(lines[n])
            n += 1
        return found

    def _text(self, start: int, end: int, lines: Sequence[Line]) -> None:
        """`[start, end)` with the looks of its lines and the small numbers printed in it."""
        look = QTextCharFormat()
        for a, b, look in self._pieces(start, end, lines):
            self._put(a, b, look)
        self._put_marks(end, look)

    def _pieces(self, start: int, end: int, lines: Sequence[Line]) -> Iterator[tuple[int, int, QTextCharFormat]]:
        at = start
        for line in lines:
            look = self._looks.letters(line)
            lead = min(end, line.start + line.bold_lead) if not line.bold else at
            if at < lead:
                yield at, lead, bold(look)
                at = lead
            stop = min(end, line.end)
            if at < stop:
                yield at, stop, look
                at = stop
        if at < end:
            yield at, end, QTextCharFormat()

    def _put(self, start: int, end: int, look: QTextCharFormat) -> None:
        while self._next_mark < len(self._marks) and self._marks[self._next_mark].at < end:
            at = max(start, self._marks[self._next_mark].at)
            self._insert(start, at, look)
            self._put_marks(at, look)
            start = at
        self._insert(start, end, look)

    def _insert(self, start: int, end: int, look: QTextCharFormat) -> None:
        text = self._source.text[start:end]
        if start <= self._tab_at < end:
            text = text.replace(" ", "\t", 1)
        self._cursor.insertText(text, look)

    def _put_marks(self, at: int, look: QTextCharFormat) -> None:
        """The small numbers up to a place."""
        while self._next_mark < len(self._marks) and self._marks[self._next_mark].at <= at:
            self._cursor.insertText(self._marks[self._next_mark].text, raised(look))
            self._next_mark += 1
            self._anchor(at)

    def _anchor(self, offset: int) -> None:
        if self._anchors[-1][0] == offset:
            self._anchors.pop()
        self._anchors.append((offset, self._cursor.position()))


def _stretches(source: SourceDocument) -> Iterator[tuple[bool, list[Block]]]:
    """Tables, and the blocks between them."""

    def table(block: Block) -> int | None:
        return block.table if block.kind is BlockKind.TABLE_ROW else None

    for number, blocks in groupby(source.blocks, table):
        found = list(blocks)
        columns = 0 if number is None else max(len(_cells(block, source.text)) for block in found)
        yield 1 < columns <= _MOST_COLUMNS, found


def _cells(block: Block, text: str) -> list[Span]:
    cells, start = [], block.start
    for cell in text[block.start : block.end].split("\t"):
        cells.append((start, start + len(cell)))
        start += len(cell) + 1
    return cells


def _shares(rows: Sequence[Sequence[Span]], columns: int) -> tuple[float, ...]:
    """Percents of the width by the longest text of each column, so that all pieces have the same columns."""
    longest = [_LEAST_CELL] * columns
    for row in rows:
        for x, (start, end) in enumerate(row):
            longest[x] = max(longest[x], min(_MOST_CELL, end - start))
    return tuple(100 * length / sum(longest) for length in longest)


def _table_format(shares: Sequence[float]) -> QTextTableFormat:
    """`shares`: percents of the columns; () where they follow from the text. Pieces of one table stand close together."""
    shape = QTextTableFormat()
    shape.setCellPadding(_CELL_ROOM)
    shape.setCellSpacing(0)
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setTopMargin(0 if shares else 6)
    shape.setBottomMargin(0 if shares else 10)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    if shares:
        shape.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, share) for share in shares])
    return shape
