"""How a document without pages is set: its lines' look as formats of a QTextDocument that holds the canonical text.

The document's characters are exactly the canonical text, so that offsets translate one to one (but for UTF-16): nothing is
inserted, numbers of Word are in the text already. Only weight, slant, size and indentation are set.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from app.models.source import Line, SourceDocument
from app.ui.utf16 import Utf16Map

_MOST_INDENT = 240.0  # pixels; deeper indentation is no help to a reader
_DEFAULT_SIZE = 11.0
TAB = 44.0  # pixels between a number and its text


def fill(document: QTextDocument, source: SourceDocument, offsets: Utf16Map) -> None:
    """Put the text in and set it."""
    document.setPlainText(source.text)
    body = _body_size(source)
    in_points = bool(source.media_type) and not source.media_type.startswith("text/")
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for line in source.lines:
        cursor.setPosition(offsets.to_qt(line.start))
        cursor.mergeBlockFormat(_block_format(line, in_points))
        cursor.setPosition(offsets.to_qt(line.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(_char_format(line, body))
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


def _block_format(line: Line, in_points: bool) -> QTextBlockFormat:
    block = QTextBlockFormat()
    heading = line.outline is not None or line.bold
    block.setTopMargin(12.0 if heading else 0.0)
    block.setBottomMargin(6.0)
    block.setLineHeight(130.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    indent = min(_MOST_INDENT, max(0.0, line.x0)) if in_points else 0.0
    hanging = TAB if line.label is not None else 0.0
    block.setLeftMargin(indent + hanging)
    block.setTextIndent(-hanging)
    return block


def _char_format(line: Line, body: float) -> QTextCharFormat:
    look = _bold() if line.bold or line.outline is not None else QTextCharFormat()
    if line.italic:
        look.setFontItalic(True)
    if line.size is not None and line.size >= body * 1.15:
        look.setProperty(QTextFormat.Property.FontSizeAdjustment, 2 if line.size >= body * 1.5 else 1)
    return look


def _bold() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    return look
