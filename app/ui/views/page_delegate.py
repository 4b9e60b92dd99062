"""A page in the list of pages: its thumbnail, its number, the mark of the worst finding on it. Sizes follow text and list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.icons import draw_mark
from app.ui.models.pages import ROW_ROLE, PageRow
from app.ui.page_images import PageImages
from app.ui.theme import Theme

_WIDEST_EM = 22
_HIGHEST = 1.5  # of the width: a longer page is drawn narrower
_EDGE = 6  # pixels round a thumbnail


class PageDelegate(QStyledItemDelegate):
    """Of one list."""

    def __init__(self, view: QListView, images: PageImages, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._images, self._theme = view, images, theme

    def thumbnail_size(self, row: PageRow) -> tuple[int, int]:
        """In logical pixels."""
        metrics = self._view.fontMetrics()
        width = max(24, min(self._view.viewport().width() - 4 * _EDGE, metrics.averageCharWidth() * _WIDEST_EM))
        scale = min(width / max(row.width, 1), width * _HIGHEST / max(row.height, 1))
        return max(1, round(row.width * scale)), max(1, round(row.height * scale))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The thumbnail and a line below."""
        row = index.data(ROW_ROLE)
        height = self.thumbnail_size(row)[1] + self._view.fontMetrics().height() + 3 * _EDGE
        return QSize(self._view.viewport().width(), height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, thumbnail, number, mark."""
        row, area = index.data(ROW_ROLE), QRectF(option.rect)
        state = option.state
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, option.palette.color(QPalette.ColorRole.Highlight))
        width, height = self.thumbnail_size(row)
        place = QRectF(area.center().x() - width / 2, area.top() + _EDGE, width, height)
        self._paint_thumbnail(painter, row, place)
        line = QRectF(area.left(), place.bottom() + _EDGE / 2, area.width(), painter.fontMetrics().height())
        self._paint_number(painter, row, line, option.palette, chosen=chosen)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            ink = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Accent
            painter.setPen(QPen(option.palette.color(ink), 1.5))
            painter.drawRect(area.adjusted(2, 2, -2, -2))
        painter.restore()

    def _paint_thumbnail(self, painter: QPainter, row: PageRow, place: QRectF) -> None:
        painter.fillRect(place, QColor(Qt.GlobalColor.white))
        image = self._images.thumbnail(row.number)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        painter.setPen(self._theme.colour("document", "frame"))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_number(self, painter: QPainter, row: PageRow, line: QRectF, palette: QPalette, *, chosen: bool) -> None:
        ink = palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        painter.setPen(ink)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, str(row.number))
        if row.severity is not None:
            side = line.height() * 0.8
            half = painter.fontMetrics().horizontalAdvance(str(row.number)) / 2
            place = QRectF(line.center().x() - half - side * 1.4, line.center().y() - side / 2, side, side)
            draw_mark(painter, row.severity, ink if chosen else self._theme.severity(row.severity), place)
