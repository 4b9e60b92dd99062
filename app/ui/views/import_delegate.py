"""A file under way in the list: a sign of its state, its name, below how it is getting on, and a bar while it is read."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.icons import line_icon
from app.ui.models.importlist import ROW_ROLE
from app.ui.models.importrows import ImportRow
from app.ui.models.queueing import Stage
from app.ui.theme import Theme

_SIGNS = {
    Stage.WAITING: "history",
    Stage.RUNNING: "document",
    Stage.DONE: "approve",
    Stage.FAILED: "warning",
    Stage.LOCKED: "lock",
    Stage.CANCELLED: "cancel",
}
_BAR_SHARE = 0.25  # of the width
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class ImportDelegate(QStyledItemDelegate):
    """Paints `ImportRow`s; what went wrong is shown in full, on as many lines as it takes."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme
        self._icons: dict[Stage, QIcon] = {}
        theme.changed.connect(self._icons.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its words need at this width."""
        row: ImportRow = index.data(ROW_ROLE)
        metrics = QFontMetrics(option.font)
        width = self._view.viewport().width()
        below = metrics.boundingRect(QRect(0, 0, self._room(width, metrics), 10_000), int(_WRAP), row.below)
        return QSize(width, metrics.lineSpacing() + below.height() + metrics.lineSpacing() * 3 // 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Quiet where nobody is in the list."""
        row: ImportRow = index.data(ROW_ROLE)
        metrics, area = QFontMetrics(option.font), QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        active = chosen and self._view.hasFocus()
        painter.save()
        if chosen:
            painter.fillRect(area, self._ground(active=active))
        ink = self._ink(active=active)
        gap, line = metrics.lineSpacing() // 3, metrics.lineSpacing()
        mode = QIcon.Mode.Selected if active else QIcon.Mode.Normal
        self._icon(row.stage).paint(painter, area.left() + gap, area.top() + gap, line, line, mode=mode)
        left, room = area.left() + line + 2 * gap, self._room(area.width(), metrics)
        painter.setPen(ink)
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRect(left, area.top() + gap, room, line), int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.setPen(ink if active or row.stage is Stage.FAILED else self._theme.colour("palette", "soft"))
        painter.drawText(QRect(left, area.top() + gap + line, room, area.height()), int(_WRAP), row.below)
        if row.progress is not None:
            self._bar(
                painter,
                QRectF(left + room + gap, area.center().y() - gap / 2, area.right() - left - room - 2 * gap, gap),
                row.progress,
                ink,
            )
        painter.restore()

    def _room(self, width: int, metrics: QFontMetrics) -> int:
        """For the words: what sign and bar leave."""
        gap = metrics.lineSpacing() // 3
        return max(80, round(width * (1 - _BAR_SHARE)) - metrics.lineSpacing() - 2 * gap)

    def _bar(self, painter: QPainter, area: QRectF, progress: float, ink: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("palette", "line"))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        area.setWidth(max(area.height(), area.width() * progress))
        painter.setBrush(ink if ink == self._ink(active=True) else self._theme.colour("palette", "accent"))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)

    def _ground(self, *, active: bool) -> QColor:
        return (
            self._view.palette().color(QPalette.ColorRole.Highlight)
            if active
            else self._theme.colour("palette", "line")
        )

    def _ink(self, *, active: bool) -> QColor:
        role = QPalette.ColorRole.HighlightedText if active else QPalette.ColorRole.Text
        return self._view.palette().color(role)

    def _icon(self, stage: Stage) -> QIcon:
        if stage not in self._icons:
            self._icons[stage] = line_icon(_SIGNS[stage])
        return self._icons[stage]
