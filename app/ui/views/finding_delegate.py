"""A finding in the list: mark, title in at most two lines, kind and place below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextLine
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.icons import draw_mark
from app.ui.models.findings import ENTRY_ROLE, ListedFinding
from app.ui.theme import Theme

_PADDING = 7
_LINES = 2


class FindingDelegate(QStyledItemDelegate):
    """Paints `ListedFinding`s."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as title and place need at this width."""
        finding: ListedFinding = index.data(ENTRY_ROLE)
        font: QFont = option.font
        line = QFontMetrics(font).lineSpacing()
        width = self._view.viewport().width()
        lines = len(_lines(finding.title, font, self._room(width, line)))
        return QSize(max(80, width), line * (lines + 1) + 2 * _PADDING + 2)

    def _room(self, width: int, mark: int) -> int:
        return max(40, width - mark - 3 * _PADDING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Background and focus are the style's."""
        finding: ListedFinding = index.data(ENTRY_ROLE)
        style = QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view)
        area: QRect = option.rect
        font: QFont = option.font
        state: QStyle.StateFlag = option.state
        palette: QPalette = option.palette
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        ink = palette.color(role)
        line = QFontMetrics(font).lineSpacing()
        mark = QRectF(area.left() + _PADDING, area.top() + _PADDING, line, line)
        colour = ink if chosen else self._theme.severity(finding.severity)
        painter.save()
        draw_mark(painter, finding.severity, colour, mark.adjusted(2, 2, -2, -2))
        left = area.left() + line + 2 * _PADDING
        room = self._room(area.width(), line)
        y = area.top() + _PADDING
        painter.setPen(ink)
        painter.setFont(font)
        for text in _lines(finding.title, font, room):
            painter.drawText(QRect(left, y, room, line), Qt.AlignmentFlag.AlignVCenter, text)
            y += line
        if not chosen:
            painter.setPen(self._theme.colour("palette", "soft"))
        place = QFontMetrics(font).elidedText(finding.below, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRect(left, y + 2, room, line), Qt.AlignmentFlag.AlignVCenter, place)
        painter.setPen(self._theme.colour("palette", "line"))
        painter.drawLine(QPointF(left, area.bottom()), QPointF(area.right(), area.bottom()))
        painter.restore()


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
