"""Where text stands in a laid-out QTextDocument: the boxes of its lines, and which part of the text is between two heights.

Only what is asked for is looked at, so that painting costs what is in sight, however long the text is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from app.models.source import Span

_BESIDE = 1 << 20  # farther right than any text


def positions_between(document: QTextDocument, top: float, bottom: float) -> Span:
    """Positions of the text between two heights; of a table, whole rows."""
    layout = document.documentLayout()
    first = layout.hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit)
    last = layout.hitTest(QPointF(_BESIDE, bottom), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(0, last))
    return document.findBlock(max(0, first)).position(), block.position() + block.length() - 1


def boxes_of(document: QTextDocument, start: int, end: int) -> list[QRectF]:
    """The boxes of `[start, end)` line by line, in the document; an empty span has a box without width."""
    return list(_boxes(document, start, end))


def _boxes(document: QTextDocument, start: int, end: int) -> Iterator[QRectF]:
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        origin = document.documentLayout().blockBoundingRect(block).topLeft()
        for line in _lines(block):
            a = max(start - block.position(), line.textStart())
            b = min(end - block.position(), line.textStart() + line.textLength())
            if a < b or (a == b and start == end):
                yield _box(line, a, b).translated(origin)
        block = block.next()


def _lines(block: QTextBlock) -> Iterator[QTextLine]:
    layout = block.layout()
    return (layout.lineAt(n) for n in range(layout.lineCount()))


def _box(line: QTextLine, start: int, end: int) -> QRectF:
    left, right = _x(line, start), _x(line, end)
    return QRectF(min(left, right), line.y(), abs(right - left), line.height())


def _x(line: QTextLine, at: int) -> float:
    place = line.cursorToX(at)
    return float(cast("tuple[float, int]", place)[0])  # the binding says `object`
