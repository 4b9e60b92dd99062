"""What a paragraph of the text view looks like: from the printed lines to indentation, white space and letters.

Lengths are in points of the original and in line heights, so that they grow with the letters; `Scale` makes pixels of them. Sizes are
kept in relation to the size most of the text has, never as they were printed: the reader chooses how large the text is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextFormat, QTextOption

from app.models.source import BlockKind, Line, SourceDocument
from app.ui.models.sight import page_starts

_DEFAULT_SIZE = 11.0  # points
_MOST_INDENT = 200.0  # points; deeper indentation is no help to a reader
_NOTE_INDENT = 24.0  # of a footnote under its paragraph
_LEAST_TAB = 2.6  # sizes between the beginnings of a number and of its text
_DIGIT, _AFTER = 0.56, 0.9  # sizes: of a character of a number, and behind it
_LINE_HEIGHT = 130.0  # percent
_BELOW, _ABOVE_HEADING, _MOST_ABOVE, _ABOVE_PAGE = 0.4, 0.75, 1.4, 1.6  # line heights
_LEAST_HANGING = 6.0  # points
LABEL = re.compile(
    r"(\(?\w{1,4}[.)]+|\d[\d.]{0,11}|[-–•▪‣●○*·])(?P<gap> )"
)  # a printed number or sign and what is behind it
_STEPS = (0.7, 0.8, 1.0, 1.2, 1.5, 2.0, 2.4)  # Qt's sizes in relation to the normal one,
_NORMAL = _STEPS.index(1.0)  # counted from here
_LEAST_STEP = -1  # what is still smaller nobody can read


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """`left`: of all lines, `first`: of the first beyond that, both in points; `tab`: from the number to its text; `above` and
    `below`: white space in line heights.
    """

    left: float = 0.0
    first: float = 0.0
    tab: float = 0.0
    above: float = 0.0
    below: float = 0.0
    centered: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Pixels of a point of the original, and of a line."""

    point: float = 1.0
    line: float = 16.0

    def block(self, look: ParagraphLook) -> QTextBlockFormat:
        """As Qt sets it."""
        block = QTextBlockFormat()
        block.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block.setLeftMargin(look.left * self.point)
        block.setTextIndent(look.first * self.point)
        block.setTopMargin(look.above * self.line)
        block.setBottomMargin(look.below * self.line)
        if look.centered:
            block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if look.tab:
            stops = (look.tab * self.point, look.tab * self.point + 2)  # some put two tabs where others put one
            block.setTabPositions([QTextOption.Tab(stop, QTextOption.TabType.LeftTab) for stop in stops])
        return block


class Looks:
    """The looks of one document."""

    def __init__(self, source: SourceDocument) -> None:
        self._source = source
        self.body = _body_size(source.lines)
        self._in_points = bool(source.media_type) and source.media_type != "text/plain"
        self._flowing = bool(source.pages)  # a line is a printed line; else it is a paragraph
        self._pages = frozenset(offset for offset, _ in page_starts(source))
        self._hanging = _hanging(source) if self._flowing else {}

    def paragraph(self, lines: Sequence[Line]) -> ParagraphLook:
        """Of the lines of one paragraph."""
        if not lines:
            return ParagraphLook(below=_BELOW)
        first = lines[0]
        kind = self._source.blocks[first.block].kind
        if kind is BlockKind.TABLE_ROW:
            return ParagraphLook()
        above = max(0.0, min(_MOST_ABOVE, (first.gap or 0.0) - _BELOW))
        if is_heading(first) and first.start > 0:
            above = max(above, _ABOVE_HEADING)
        if first.start in self._pages:
            above = max(above, _ABOVE_PAGE)  # a line with the number of the page is drawn there
        if first.centered:
            return ParagraphLook(above=above, below=_BELOW, centered=True)
        left, beyond, tab = self._indents(lines)
        left += _NOTE_INDENT if kind is BlockKind.NOTE else 0.0
        return ParagraphLook(left, beyond, tab, above, _BELOW)

    def _indents(self, lines: Sequence[Line]) -> tuple[float, float, float]:
        first = lines[0]
        start = _inside(first.x0) if self._in_points else 0.0
        if first.label is not None:
            tab = self._tab(first.label[1] - first.label[0])
            return start + tab, -tab, tab
        if not self._flowing:
            return start, 0.0, 0.0
        labelled = LABEL.match(self._source.text, first.start, first.end) is not None
        left = _left(lines) if len(lines) > 1 else start
        if len(lines) == 1 and labelled and not is_heading(first):
            left = self._hanging.get(round(first.x0), start)
        hangs = labelled and left - start > _LEAST_HANGING
        return left, start - left, left - start if hangs else 0.0

    def _tab(self, characters: int) -> float:
        return self.body * max(_LEAST_TAB, _DIGIT * characters + _AFTER)

    def letters(self, line: Line) -> QTextCharFormat:
        """Of a line, its bold beginning apart."""
        look = QTextCharFormat()
        if is_heading(line):
            look.setFontWeight(QFont.Weight.Bold)
        if line.italic:
            look.setFontItalic(True)
        if line.underlined:
            look.setFontUnderline(True)
        step = -1 if self._source.blocks[line.block].kind is BlockKind.NOTE else self._step(line.size)
        if step:
            look.setProperty(QTextFormat.Property.FontSizeAdjustment, step)
        return look

    def _step(self, size: float | None) -> int:
        """Qt's step that comes nearest."""
        share = (size or self.body) / self.body
        return max(_LEAST_STEP, min(range(len(_STEPS)), key=lambda n: abs(_STEPS[n] - share)) - _NORMAL)


def _hanging(source: SourceDocument) -> dict[int, float]:
    """Where the second line usually begins, by where the first does: a paragraph of one line may get a second here."""
    found: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for _, lines in groupby(source.lines, lambda line: line.block):
        first, *more = lines
        if more and not is_heading(first) and LABEL.match(source.text, first.start, first.end):
            found[round(first.x0)][_left([first, *more])] += 1
    return {start: lefts.most_common(1)[0][0] for start, lefts in found.items()}


def _left(lines: Sequence[Line]) -> float:
    """Of the lines after the first."""
    return _inside(min(line.x0 for line in lines[1:]))


def is_heading(line: Line) -> bool:
    """Whether it is set as one: all bold, or by a heading style."""
    return line.bold or line.outline is not None


def bold(look: QTextCharFormat) -> QTextCharFormat:
    """The same letters, bold."""
    made = QTextCharFormat(look)
    made.setFontWeight(QFont.Weight.Bold)
    return made


def raised(look: QTextCharFormat) -> QTextCharFormat:
    """The same for a small number beside the text."""
    made = QTextCharFormat(look)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    made.setFontWeight(QFont.Weight.Normal)
    return made


def _inside(x: float) -> float:
    return min(_MOST_INDENT, max(0.0, x))


def _body_size(lines: Iterable[Line]) -> float:
    """The size most of the characters have, in points."""
    characters: dict[float, int] = {}
    for line in lines:
        if line.size is not None:
            characters[line.size] = characters.get(line.size, 0) + line.end - line.start
    return max(characters, key=lambda size: (characters[size], size), default=_DEFAULT_SIZE)
