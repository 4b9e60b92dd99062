"""How a document without pages is set: its lines' look as formats, rows as tables, small numbers where they are printed.

The canonical text is put in block by block; what the document holds besides (numbers of sentences and notes, frames of table
cells) is known to the map of offsets, so that places of the text stay what they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from app.models.source import Block, BlockKind, Line, SourceDocument, Span
from app.ui.utf16 import Utf16Map

_MOST_INDENT = 240.0  # pixels; deeper indentation is no help to a reader
_DEFAULT_SIZE = 11.0
_NOTE_INDENT = 28.0  # pixels of a footnote under its paragraph
_MOST_COLUMNS = 12  # more are no table that helps a reader
_CELL_ROOM = 5.0  # pixels
TAB = 44.0  # pixels between a number and its text


def fill(document: QTextDocument, source: SourceDocument) -> Utf16Map:
    """Put the text in and set it; the map of its offsets."""
    document.clear()
    writer = _Writer(document, source)
    offsets = writer.write()
    _set_lines(document, source, offsets)
    writer.raise_marks()
    return offsets


class _Writer:
    """Puts the text into an empty document and keeps account of what stands where."""

    def __init__(self, document: QTextDocument, source: SourceDocument) -> None:
        self._source = source
        self._cursor = QTextCursor(document)
        self._anchors = [(0, 0)]
        self._marks = sorted(source.marks, key=lambda mark: mark.at)
        self._next_mark = 0
        self._raised: list[Span] = []  # positions of small numbers

    def write(self) -> Utf16Map:
        """All blocks in order."""
        self._cursor.beginEditBlock()
        end = 0
        for table, blocks in _stretches(self._source):
            start = blocks[0].start if table else end
            if table:
                self._text(end, max(end, start - 1))  # the line break before it is the table's own frame
                self._table([_cells(block, self._source.text) for block in blocks])
                end = min(len(self._source.text), blocks[-1].end + 1)
                self._anchor(end)
            else:
                self._text(end, blocks[-1].end)
                end = blocks[-1].end
        self._text(end, len(self._source.text))
        self._cursor.endEditBlock()
        return Utf16Map(self._source.text, self._anchors)

    def raise_marks(self) -> None:
        """Set the small numbers small."""
        look = QTextCharFormat()
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        look.setFontWeight(QFont.Weight.Normal)
        for start, end in self._raised:
            self._cursor.setPosition(start)
            self._cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self._cursor.mergeCharFormat(look)

    def _table(self, rows: Sequence[Sequence[Span]]) -> None:
        columns = max(len(row) for row in rows)
        table = self._cursor.insertTable(len(rows), columns, _table_format(columns))
        for y, row in enumerate(rows):
            for x, (start, end) in enumerate(row):
                self._cursor = table.cellAt(y, x).firstCursorPosition()
                self._anchor(start)
                self._text(start, end)
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)

    def _text(self, start: int, end: int) -> None:
        """`[start, end)` with the small numbers printed in it; one at the very end stands with what is before it."""
        text = self._source.text
        while self._next_mark < len(self._marks) and self._marks[self._next_mark].at <= end:
            mark = self._marks[self._next_mark]
            if mark.at == end and end < len(text) and text[end] not in "\n\t":
                break
            self._next_mark += 1
            at = max(start, mark.at)
            self._cursor.insertText(text[start:at])
            before = self._cursor.position()
            self._cursor.insertText(mark.text)
            self._raised.append((before, self._cursor.position()))
            self._anchor(at)
            start = at
        self._cursor.insertText(text[start:end])

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
        columns = max(len(_cells(block, source.text)) for block in found)
        yield number is not None and 1 < columns <= _MOST_COLUMNS, found


def _cells(block: Block, text: str) -> list[Span]:
    cells, start = [], block.start
    for cell in text[block.start : block.end].split("\t"):
        cells.append((start, start + len(cell)))
        start += len(cell) + 1
    return cells


def _table_format(columns: int) -> QTextTableFormat:
    shape = QTextTableFormat()
    shape.setCellPadding(_CELL_ROOM)
    shape.setCellSpacing(0)
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setTopMargin(6)
    shape.setBottomMargin(10)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return shape


def _set_lines(document: QTextDocument, source: SourceDocument, offsets: Utf16Map) -> None:
    body = _body_size(source)
    in_points = bool(source.media_type) and source.media_type != "text/plain"
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for line in source.lines:
        kind = source.blocks[line.block].kind
        cursor.setPosition(offsets.to_qt(line.start))
        cursor.mergeBlockFormat(_block_format(line, kind, in_points))
        cursor.setPosition(offsets.to_qt(line.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(_char_format(line, kind, body))
        if line.bold_lead and not line.bold:
            cursor.setPosition(offsets.to_qt(line.start))
            cursor.setPosition(offsets.to_qt(line.start + line.bold_lead), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(_bold())
    cursor.endEditBlock()


def _body_size(source: SourceDocument) -> float:
    """The size most of the characters have, in points."""
    characters: dict[float, int] = {}
    for line in source.lines:
        if line.size is not None:
            characters[line.size] = characters.get(line.size, 0) + line.end - line.start
    return max(characters, key=lambda size: (characters[size], size), default=_DEFAULT_SIZE)


def _block_format(line: Line, kind: BlockKind, in_points: bool) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(130.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if kind is BlockKind.TABLE_ROW:
        return block
    heading = line.outline is not None or line.bold
    block.setTopMargin(12.0 if heading else 0.0)
    block.setBottomMargin(6.0)
    indent = min(_MOST_INDENT, max(0.0, line.x0)) if in_points else 0.0
    indent += _NOTE_INDENT if kind is BlockKind.NOTE else 0.0
    hanging = TAB if line.label is not None else 0.0
    block.setLeftMargin(indent + hanging)
    block.setTextIndent(-hanging)
    return block


def _char_format(line: Line, kind: BlockKind, body: float) -> QTextCharFormat:
    look = _bold() if line.bold or line.outline is not None else QTextCharFormat()
    if line.italic:
        look.setFontItalic(True)
    if kind is BlockKind.NOTE:
        look.setProperty(QTextFormat.Property.FontSizeAdjustment, -1)
    elif line.size is not None and line.size >= body * 1.15:
        look.setProperty(QTextFormat.Property.FontSizeAdjustment, 2 if line.size >= body * 1.5 else 1)
    return look


def _bold() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    return look
