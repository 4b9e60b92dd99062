"""Titles in the list with the hits of a search marked; a drafted change and a retired clause are seen as well."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.library.model import Status
from app.models.source import Span
from app.ui.library.rows import Row
from app.ui.theme import Theme
from app.ui.utf16 import Utf16Map

_MARGIN = 6
_DRAFT = "✎ "


@lru_cache(maxsize=1024)  # the titles in sight are painted often
def hits(text: str, query: str) -> tuple[Span, ...]:
    """Where the words of a query stand in a text; none without a query."""
    if not query.strip():
        return ()
    from app.storage.search import marked

    return marked(text, query)


class HitDelegate(QStyledItemDelegate):
    """Paints the title of a `Row`."""

    def __init__(self, view: QTableView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self.query = ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Background, selection and focus are the style's."""
        row: Row = index.data(int(Qt.ItemDataRole.UserRole) + 1)
        self.initStyleOption(option, index)
        option.text = ""
        style = QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._draw(painter, row, area.adjusted(_MARGIN, 0, -_MARGIN, 0), option, chosen=chosen)

    def _draw(self, painter: QPainter, row: Row, area: QRect, option: QStyleOptionViewItem, *, chosen: bool) -> None:
        font: QFont = option.font
        palette: QPalette = option.palette
        text = (_DRAFT if row.has_draft else "") + row.title
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        layout = QTextLayout(shown, font)
        layout.setFormats(self._formats(shown, row, chosen=chosen))
        layout.beginLayout()
        layout.createLine().setLineWidth(area.width() + 1)
        layout.endLayout()
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        faded = row.status is Status.RETIRED and not chosen
        painter.save()
        painter.setPen(self._theme.colour("palette", "soft") if faded else palette.color(role))
        height = layout.boundingRect().height()
        layout.draw(painter, QPointF(area.left(), area.top() + (area.height() - height) / 2))
        painter.restore()

    def _formats(self, text: str, row: Row, *, chosen: bool) -> list[QTextLayout.FormatRange]:
        formats: list[QTextLayout.FormatRange] = []
        if row.status is Status.RETIRED:
            formats.append(_range(0, len(text) * 2, _struck()))
        offsets = Utf16Map(text)
        for start, end in hits(text, self.query):
            first = offsets.to_qt(start)
            formats.append(_range(first, offsets.to_qt(end) - first, self._hit(chosen=chosen)))
        return formats

    def _hit(self, *, chosen: bool) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setBackground(self._theme.colour("search", "hit_back"))
        look.setForeground(self._theme.colour("search", "hit"))
        if chosen:
            look.setFontUnderline(True)
        return look


def _struck() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontStrikeOut(True)
    return look


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, look
    return found


def hit_style(theme: Theme) -> str:
    """The same look for rich text."""
    return f"background-color:{theme.hex('search', 'hit_back')}; color:{theme.hex('search', 'hit')}"
