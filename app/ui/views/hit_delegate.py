"""A row of the search's list: a clause with its page, or a hit in bold among the words around it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.reporting.places import STEP
from app.ui.models.hit_list import ROW_ROLE
from app.ui.models.search_rows import GroupRow, HitRow
from app.ui.theme import Theme
from app.ui.utf16 import Utf16Map

_PADDING = 5
_LINES = 2  # of a hit
_INDENT = 10
_LEAST_BEFORE, _SHARE_BEFORE = 4, 0.75  # characters before a hit: at least, and of a line


class HitDelegate(QStyledItemDelegate):
    """Paints `GroupRow`s and `HitRow`s."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A group has one line, a hit two, however wide the list is."""
        font: QFont = option.font
        lines = 1 if isinstance(index.data(ROW_ROLE), GroupRow) else _LINES
        above = _PADDING if lines == 1 else 0
        return QSize(40, QFontMetrics(font).lineSpacing() * lines + 2 * _PADDING + above)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Background and focus are the style's."""
        row = index.data(ROW_ROLE)
        area: QRect = option.rect
        painter.save()
        if isinstance(row, GroupRow):
            self._paint_group(painter, index.data(), row, area, option)
        else:
            style = QApplication.style()
            style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view)
            self._paint_hit(painter, row, area, option)
        painter.restore()

    def _paint_group(
        self, painter: QPainter, name: str, row: GroupRow, area: QRect, option: QStyleOptionViewItem
    ) -> None:
        inside = area.adjusted(_PADDING, 2 * _PADDING, -_PADDING, -_PADDING)
        font = QFont(option.font)
        metrics = QFontMetrics(font)
        page = metrics.horizontalAdvance(row.page) + _PADDING if row.page else 0
        painter.setPen(self._theme.colour("palette", "soft"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.page)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._theme.colour("palette", "text"))
        words = _shortened_path(row.clause or name, QFontMetrics(font), inside.width() - page)
        painter.drawText(inside.adjusted(0, 0, -page, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(self._theme.colour("palette", "line"))
        painter.drawLine(area.left(), area.top(), area.right(), area.top())

    def _paint_hit(self, painter: QPainter, row: HitRow, area: QRect, option: QStyleOptionViewItem) -> None:
        state: QStyle.StateFlag = option.state
        palette: QPalette = option.palette
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text))
        layout = _laid_out(row, option.font, area.width() - _INDENT - 2 * _PADDING)
        painter.setClipRect(area)
        layout.draw(painter, QPointF(area.left() + _INDENT + _PADDING, area.top() + _PADDING))


def _shortened_path(path: str, metrics: QFontMetrics, width: int) -> str:
    """The last step whole: it tells the paragraphs of one clause apart."""
    above, step, last = path.rpartition(STEP)
    room = width - metrics.horizontalAdvance(step + last)
    if step and room > width // 3:
        return metrics.elidedText(above, Qt.TextElideMode.ElideRight, room) + step + last
    return metrics.elidedText(path, Qt.TextElideMode.ElideRight, width)


def shortened_before(before: str, characters: int) -> str:
    """So many of the words before a hit that it stands in sight, whole words where there are some."""
    if len(before) <= characters:
        return before
    kept = before[len(before) - characters :]
    whole = kept[kept.find(" ") + 1 :]
    return f"… {whole}" if " " in kept.rstrip() else f"…{kept}"


def _laid_out(row: HitRow, font: QFont, width: int) -> QTextLayout:
    line_length = width // max(1, QFontMetrics(font).averageCharWidth())
    before = shortened_before(row.before, max(_LEAST_BEFORE, round(line_length * _SHARE_BEFORE) - len(row.words) // 2))
    text = f"{before}{row.words}{row.after}"
    offsets = Utf16Map(text)
    start, end = (offsets.to_qt(at) for at in (len(before), len(before) + len(row.words)))
    layout = QTextLayout(text, font)
    wrapping = QTextOption(Qt.AlignmentFlag.AlignLeft)
    wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(wrapping)
    strong = QTextLayout.FormatRange()
    strong.start, strong.length = start, end - start
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setFontUnderline(True)
    strong.format = look
    layout.setFormats([strong])
    layout.beginLayout()
    height = 0.0
    for _ in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(40, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout
