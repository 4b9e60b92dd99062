"""Rows of the list of findings: a finding with mark, title, place and what was decided; a heading that opens and closes.

The height of a row is asked for thousands of times whenever the list is arranged anew, so the width of a title is measured once.
What is decided is calmer: a hollow mark and soft words.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPalette, QPolygonF, QTextLayout, QTextLine
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.models.decisions import Verdict
from app.ui.icons import coloured_icon, draw_mark
from app.ui.models.findingrows import FindingRow, GroupRow
from app.ui.models.findings import FindingsModel
from app.ui.theme import Theme

_LINES = 2
_PADDING = 0.4  # of a line
_VERDICT_SHARE = 0.6  # of the line, at most: the place is read too
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FindingDelegate(QStyledItemDelegate):
    """Paints rows of a `FindingsModel`."""

    def __init__(self, view: QListView, model: FindingsModel, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._model, self._theme = view, model, theme
        self._widths: dict[str, int] = {}
        self._signs: dict[tuple[Verdict, str], QIcon] = {}
        self._font = QFont()
        self.measure()

    # --- sizes

    def measure(self) -> None:
        """The font or the width of the list has changed."""
        if self._view.font() != self._font:
            self._font, self._widths = QFont(self._view.font()), {}
        self._metrics = QFontMetrics(self._font)
        self._line = self._metrics.lineSpacing()
        self._gap = round(self._line * _PADDING)
        width = max(80, self._view.viewport().width())
        self._room = self._room_in(width)
        findings = (QSize(width, self._line * (lines + 1) + 2 * self._gap + 2) for lines in range(1, _LINES + 1))
        self._sizes = (QSize(width, self._line + 2 * self._gap), *findings)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as title and place need at this width."""
        row = self._model.rows[index.row()]
        if isinstance(row, GroupRow):
            return self._sizes[0]
        return self._sizes[1 if self._width(row.finding.title) <= self._room else 2]

    def _width(self, title: str) -> int:
        width = self._widths.get(title)
        if width is None:
            width = self._widths[title] = self._metrics.horizontalAdvance(title)
        return width

    def _room_in(self, width: int) -> int:
        return max(40, width - self._line - 3 * self._gap)

    # --- painting

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Background and focus are the style's."""
        row = self._model.rows[index.row()]
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setFont(self._font)
        if isinstance(row, GroupRow) and not chosen:
            painter.fillRect(area, self._theme.colour("palette", "window"))
        QApplication.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view)
        ink = option.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        soft = ink if chosen else self._theme.colour("palette", "soft")
        if isinstance(row, GroupRow):
            self._paint_group(painter, row, area, ink, soft)
        else:
            self._paint_finding(painter, row, area, ink, soft, chosen=chosen)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(soft))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_group(self, painter: QPainter, row: GroupRow, area: QRect, ink: QColor, soft: QColor) -> None:
        """An arrow, the name in bold, how many."""
        arrow = QRectF(area.left() + self._gap, area.top() + self._gap, self._line, self._line)
        _paint_arrow(painter, arrow, soft, is_open=row.open)
        left, count = area.left() + self._line + 2 * self._gap, self._model.words.count(row)
        bold = QFont(self._font)
        bold.setBold(True)
        room = area.right() - self._gap - left
        number = self._metrics.horizontalAdvance(count) + self._gap
        name = QFontMetrics(bold).elidedText(self._model.words.heading(row), Qt.TextElideMode.ElideRight, room - number)
        line = QRect(left, area.top(), room, area.height())
        painter.setPen(ink)
        painter.setFont(bold)
        painter.drawText(line, _LEFT, name)
        painter.setPen(soft)
        painter.setFont(self._font)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)

    def _paint_finding(
        self, painter: QPainter, row: FindingRow, area: QRect, ink: QColor, soft: QColor, *, chosen: bool
    ) -> None:
        done = row.standing.verdict is not None
        mark = QRectF(area.left() + self._gap, area.top() + self._gap, self._line, self._line)
        colour = ink if chosen else self._theme.severity(row.severity)
        draw_mark(painter, row.severity, colour, mark.adjusted(2, 2, -2, -2), hollow=done)
        left = area.left() + self._line + 2 * self._gap
        line = QRect(left, area.top() + self._gap, self._room_in(area.width()), self._line)
        painter.setPen(soft if done else ink)
        for words in _lines(row.finding.title, self._font, line.width()):
            painter.drawText(line, _LEFT, words)
            line.translate(0, self._line)
        line.translate(0, 2)
        line.setRight(line.right() - self._paint_standing(painter, row, line, ink, chosen=chosen))
        painter.setPen(soft)
        own = f"{self._model.words.own()} · " if row.own else ""
        place = self._metrics.elidedText(own + row.finding.below, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, _LEFT, place)
        painter.setPen(self._theme.colour("palette", "line"))
        painter.drawLine(QPointF(left, area.bottom()), QPointF(area.right(), area.bottom()))

    def _paint_standing(self, painter: QPainter, row: FindingRow, line: QRect, ink: QColor, *, chosen: bool) -> int:
        """The decision at the right end of the line; how much of it is taken."""
        words = self._model.words.standing(row)
        if not words:
            return 0
        verdict = row.standing.verdict
        colour = ink if chosen else self._theme.colour("verdict", verdict.value) if verdict else ink
        sign = self._line + self._gap // 2 if verdict else 0
        words = self._metrics.elidedText(
            words, Qt.TextElideMode.ElideRight, round(line.width() * _VERDICT_SHARE) - sign
        )
        wide = self._metrics.horizontalAdvance(words)
        if verdict:
            place = QRect(line.right() - wide - sign, line.top(), self._line, self._line)
            self._sign(verdict, colour).paint(painter, place)
        painter.setPen(colour)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        return wide + sign + 2 * self._gap

    def _sign(self, verdict: Verdict, colour: QColor) -> QIcon:
        """Drawn once."""
        key = verdict, colour.name()
        if key not in self._signs:
            self._signs[key] = coloured_icon(f"verdict-{verdict.value}", colour)
        return self._signs[key]


def _paint_arrow(painter: QPainter, area: QRectF, colour: QColor, *, is_open: bool) -> None:
    """A triangle that points down where the group is open, else to the right."""
    inner = area.adjusted(*(area.width() * share for share in (0.25, 0.25, -0.25, -0.25)))
    corners = (
        [inner.topLeft(), inner.topRight(), QPointF(inner.center().x(), inner.bottom())]
        if is_open
        else [inner.topLeft(), QPointF(inner.right(), inner.center().y()), inner.bottomLeft()]
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(corners))


def _lines(text: str, font: QFont, width: int) -> list[str]:
    """The text in at most two lines; the last one ends with an ellipsis where it does not fit."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    found: list[str] = []
    while len(found) < _LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(_text_of(line, text, last=len(found) == _LINES - 1))
    layout.endLayout()
    metrics = QFontMetrics(font)
    return [metrics.elidedText(part, Qt.TextElideMode.ElideRight, width) for part in found] or [text]


def _text_of(line: QTextLine, text: str, *, last: bool) -> str:
    start = line.textStart()
    return (text[start:] if last else text[start : start + line.textLength()]).strip()
