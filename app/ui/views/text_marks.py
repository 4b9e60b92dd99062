"""Marks over and under the text of a document: painted for what is in sight, as on pages.

Under the letters: tints, hits, quotes. Over them: what was left out pales, bars and signs stand in the left margin, the selected clause
has an outline, the numbers of pages stand in the right margin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextDocument

from app.models.analysis import FindingKind
from app.models.source import Span
from app.ui.models.clause_spans import within
from app.ui.models.shown_text import ShownText
from app.ui.models.sight import hits_between
from app.ui.theme import Theme
from app.ui.utf16 import Utf16Map
from app.ui.views.kind_signs import draw_kind
from app.ui.views.marked_scroll_bar import MarkKind
from app.ui.views.marking import draw_bar, draw_focus, draw_tint, draw_veil, draw_wedge, spot_pen, tint
from app.ui.views.text_geometry import boxes_of

_QUOTE_ALPHA, _HIT_ALPHA = 120, 150
_BESIDE = 6.0  # pixels of a wedge from its paragraph
_BAR_AWAY = 12.0  # of a bar from the text
_ROUND = 3.0
_SIGN_AWAY, _MOST_SIGN = 6.0, 18.0  # of signs from the bar; how large


@dataclass
class TextMarks:
    """What is marked; the view puts it in, painting reads it."""

    text: ShownText = field(default_factory=ShownText)
    clause: str | None = None
    quotes: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    focus: tuple[Span, ...] = ()
    hits: tuple[Span, ...] = ()
    current: int | None = None

    def for_bar(self) -> Iterator[tuple[int, MarkKind, str, str]]:
        """What the scroll bar tells of: offset, kind, tip, clause."""
        for clause, mark in self.text.marks.items():
            yield self.text.spans[clause][0][0], MarkKind.of(mark.severity), mark.tip, clause
        for index, (start, _) in enumerate(self.hits):
            yield start, MarkKind.CURRENT_HIT if index == self.current else MarkKind.HIT, "", ""
        for start, _ in self.text.spans.get(self.clause or "", ())[:1]:
            yield start, MarkKind.SELECTED, "", ""


class MarkPainter:
    """For one event: `origin` is the upper left corner of what is in sight, `seen` its text, `left` and `right` the edges of the text."""

    def __init__(
        self,
        marks: TextMarks,
        offsets: Utf16Map,
        document: QTextDocument,
        theme: Theme,
        origin: QPointF,
        seen: Span,
        edges: tuple[float, float],
    ) -> None:
        self._marks, self._offsets, self._document, self._theme = marks, offsets, document, theme
        self._origin, self._seen = origin, seen
        self._left, self._right = edges

    # --- places

    def _boxes(self, spans: Iterable[Span]) -> list[QRectF]:
        """Of what is in sight."""
        offsets = self._offsets
        return [
            box.translated(-self._origin)
            for a, b in within(spans, *self._seen)
            if a < b
            for box in boxes_of(self._document, offsets.to_qt(a), offsets.to_qt(b))
        ]

    def _ends(self, spans: Iterable[Span]) -> Iterator[tuple[float, float]]:
        """Top and bottom of each span that is in sight, whether its ends are or not."""
        start, end = self._seen
        for a, b in spans:
            if a <= end and b >= start:
                yield self._line_at(a).top(), self._line_before(b).bottom()

    def _line_at(self, offset: int) -> QRectF:
        """The line that goes on at a place."""
        return self._empty_boxes(offset)[-1]

    def _line_before(self, offset: int) -> QRectF:
        """The line that ends at a place; it may be broken there."""
        return self._empty_boxes(offset)[0]

    def _empty_boxes(self, offset: int) -> list[QRectF]:
        at = self._offsets.to_qt(offset)
        return [box.translated(-self._origin) for box in boxes_of(self._document, at, at)] or [QRectF()]

    def _clauses(self) -> Iterator[str]:
        text = self._marks.text
        return (clause for clause in text.clauses.between(*self._seen) if clause in text.marks)

    # --- under the letters

    def paint_below(self, painter: QPainter) -> None:
        """Tints, hits and quotes."""
        text = self._marks.text
        for clause in self._clauses():
            tinted = text.marks[clause].tinted
            if tinted is not None:
                draw_tint(painter, self._boxes(text.spans[clause]), self._theme.severity(tinted))
        self._paint_hits(painter)
        quote = tint(self._theme.colour("document", "quote"), _QUOTE_ALPHA)
        for box in self._boxes(self._marks.quotes):
            painter.fillRect(box, quote)

    def _paint_hits(self, painter: QPainter) -> None:
        colour, line = self._theme.colour("document", "hit"), self._theme.colour("document", "hit_line")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in hits_between(self._marks.hits, *self._seen):
            now = index == self._marks.current
            painter.setPen(QPen(line, 2.0) if now else Qt.PenStyle.NoPen)
            painter.setBrush(tint(colour, 255 if now else _HIT_ALPHA))
            for box in self._boxes([self._marks.hits[index]]):
                painter.drawRoundedRect(box.adjusted(-1.5, 0, 1.5, 0), _ROUND, _ROUND)

    # --- over the letters

    def paint_above(self, painter: QPainter) -> None:
        """All else."""
        self._paint_left_out(painter)
        self._paint_bars(painter)
        selected = self._theme.colour("document", "selected")
        if self._marks.clause is not None:
            self._paint_outline(painter, self._marks.text.spans.get(self._marks.clause, ()), QPen(selected, 2.0))
        if self._marks.focus != self._marks.quotes:  # it is one of several
            draw_focus(painter, self._boxes(self._marks.focus), selected)
        self._paint_places(painter)

    def _paint_left_out(self, painter: QPainter) -> None:
        """A veil over what is no part of the terms."""
        left_out = [box for note in self._marks.text.notes if note.severity is None for box in self._boxes(note.spans)]
        draw_veil(painter, left_out, self._theme.colour("palette", "soft"))

    def _paint_bars(self, painter: QPainter) -> None:
        text = self._marks.text
        for clause in self._clauses():
            mark = text.marks[clause]
            colour = self._theme.severity(mark.severity)
            for n, (top, bottom) in enumerate(self._ends(text.spans[clause])):
                draw_bar(painter, self._left - _BAR_AWAY, top, bottom, mark.severity, colour)
                if n == 0:
                    self._paint_signs(painter, mark.kinds, (top, bottom), colour)

    def _paint_signs(
        self, painter: QPainter, kinds: tuple[FindingKind, ...], ends: tuple[float, float], colour: QColor
    ) -> None:
        """One below the other beside the bar, as many as have room."""
        top, bottom = ends
        size = min(_MOST_SIGN, self._left - _BAR_AWAY - 2 * _SIGN_AWAY)
        for n, kind in enumerate(kinds):
            if n == 0 or top + (n + 1) * size <= bottom:
                place = QRectF(self._left - _BAR_AWAY - _SIGN_AWAY - size, top + n * (size + 1), size, size)
                draw_kind(painter, place, kind, colour)

    def _paint_outline(self, painter: QPainter, spans: Iterable[Span], pen: QPen) -> None:
        """Round all of it, as wide as the text."""
        given = tuple(spans)
        if not any(a <= self._seen[1] and b >= self._seen[0] for a, b in given):
            return
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, bottom = self._line_at(given[0][0]).top(), self._line_before(given[-1][1]).bottom()
        away = _BAR_AWAY + 6
        painter.drawRoundedRect(
            QRectF(QPointF(self._left - away, top - 3), QPointF(self._right + away, bottom + 3)), 4, 4
        )

    def _paint_places(self, painter: QPainter) -> None:
        """Wedges where hidden text would stand; a dashed outline round what was picked and is no clause."""
        for note in self._marks.text.notes:
            if note.severity is not None:
                self._paint_wedges(painter, note.spans, self._theme.severity(note.severity))
        selected = self._theme.colour("document", "selected")
        self._paint_wedges(painter, self._marks.places, selected)
        self._paint_outline(painter, (span for span in self._marks.places if span[0] < span[1]), spot_pen(selected))

    def _paint_wedges(self, painter: QPainter, spans: Iterable[Span], colour: QColor) -> None:
        start, end = self._seen
        for a, b in spans:
            if start <= a <= end:
                place = self._line_at(a)
                draw_wedge(
                    painter, place.translated(-_BESIDE, 0) if a < b else place, colour
                )  # only the paragraph is known

    def paint_pages(self, painter: QPainter, words: str, font: QFont) -> None:
        """Where the pages of the original begin; `words`: with a place for the number."""
        start, end = self._seen
        painter.setFont(font)
        for offset, number in self._marks.text.pages:
            if start <= offset <= end:
                self._paint_page(painter, offset, words.format(number))

    def _paint_page(self, painter: QPainter, offset: int, words: str) -> None:
        metrics = QFontMetricsF(painter.font())
        width, height = metrics.horizontalAdvance(words), metrics.height()
        line = self._line_at(offset)
        between = self._begins_paragraph(offset)
        y = line.top() - height * 0.9 if between else line.center().y()
        right = self._right + _BAR_AWAY
        if between:
            painter.setPen(self._theme.colour("palette", "line"))
            painter.drawLine(QLineF(self._left, y, right - width - 6, y))
            painter.setPen(self._theme.colour("palette", "soft"))
            painter.drawText(QRectF(right - width, y - height / 2, width, height), Qt.AlignmentFlag.AlignRight, words)
        else:  # in the middle of a paragraph, in tables: beside the line
            painter.setPen(self._theme.colour("palette", "soft"))
            painter.drawLine(QLineF(right - 6, line.top(), right + width, line.top()))
            painter.drawText(QRectF(right, line.top(), width, height), Qt.AlignmentFlag.AlignLeft, words)

    def _begins_paragraph(self, offset: int) -> bool:
        at = self._offsets.to_qt(offset)
        block = self._document.findBlock(at)
        return block.position() >= at - 1 and block.blockFormat().topMargin() > 0
