"""The kinds as a list of cards: icon, name, one sentence. What cannot be made now is dimmed and says why; it can be chosen, so that it is read out too."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.exporting.kind_words import kind_sentences, kind_titles, no_source_sentences
from app.ui.exporting.kinds import COPY, Kind, kinds_there
from app.ui.exporting.source import NoSource
from app.ui.icons import line_icon
from app.ui.theme import Theme

_SENTENCE = Qt.ItemDataRole.UserRole
_ABLE = Qt.ItemDataRole.UserRole + 1
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)

Index = QModelIndex | QPersistentModelIndex


class KindList(QListWidget):
    """`picked`: another kind was chosen."""

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = kinds_there()
        self._suffix = ""
        self._blocked: NoSource | None = NoSource.LOOKING
        self.setItemDelegate(_Cards(self, theme))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMinimumWidth(self._least_width())
        self.setAccessibleName(self.tr("Was"))
        for _ in self._kinds:
            QListWidgetItem(self)
        self._word()
        self.setCurrentRow(0)
        self.currentItemChanged.connect(lambda *_: self.picked.emit(self.kind.name))
        theme.changed.connect(self._word)

    def _least_width(self) -> int:
        """Names are not cut; sentences wrap."""
        metrics = QFontMetrics(_strong(self.font()))
        gap, line = _measures(metrics)
        longest = max(map(metrics.horizontalAdvance, kind_titles().values()))
        return longest + line + 4 * gap + self.verticalScrollBar().sizeHint().width()

    @property
    def kind(self) -> Kind:
        """The one that is chosen."""
        return self._kinds[max(0, self.currentRow())]

    def choose(self, name: str) -> None:
        """Another one."""
        for row, kind in enumerate(self._kinds):
            if kind.name == name:
                self.setCurrentRow(row)

    def tell_source(self, suffix: str, reason: NoSource | None) -> None:
        """Whether a copy of the document can be made, and what it would be."""
        self._suffix, self._blocked = suffix, reason
        self._word()

    def why_not(self, kind: Kind) -> str:
        """Why it cannot be made, "" where it can."""
        blocked = kind.name == COPY and self._blocked is not None
        return no_source_sentences()[self._blocked] if blocked and self._blocked is not None else ""

    def _word(self) -> None:
        titles, sentences = kind_titles(), kind_sentences()
        for row, kind in enumerate(self._kinds):
            item, reason = self.item(row), self.why_not(kind)
            known = sentences.get(kind.name + self._suffix) if kind.name == COPY else None
            sentence = reason or known or sentences[kind.name]
            item.setText(titles[kind.name])
            item.setIcon(line_icon(kind.icon))
            item.setData(_SENTENCE, sentence)
            item.setData(_ABLE, not reason)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{titles[kind.name]}. {sentence}")
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Cards(QStyledItemDelegate):
    """Paints them."""

    def __init__(self, view: KindList, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the sentence needs at this width."""
        gap, line = _measures(QFontMetrics(_strong(option.font)))
        width = self._view.viewport().width()
        return QSize(width, line + self._below(option, index, width - line - 3 * gap).height() + 2 * gap)

    def _below(self, option: QStyleOptionViewItem, index: Index, room: int) -> QRect:
        return QFontMetrics(option.font).boundingRect(QRect(0, 0, room, 10_000), _WRAP, index.data(_SENTENCE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Quiet where nobody is in the list."""
        area, (gap, line) = QRect(option.rect), _measures(QFontMetrics(_strong(option.font)))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        active = chosen and self._view.hasFocus()
        painter.save()
        if chosen:
            ground = self._view.palette().highlight().color() if active else self._theme.colour("palette", "chosen")
            painter.fillRect(area, ground)
        room = area.width() - line - 3 * gap
        left, top = area.left() + line + 2 * gap, area.top() + gap
        mode = QIcon.Mode.Selected if active else QIcon.Mode.Normal if index.data(_ABLE) else QIcon.Mode.Disabled
        icon: QIcon = index.data(Qt.ItemDataRole.DecorationRole)
        icon.paint(painter, area.left() + gap, top, line, line, mode=mode)
        role = QPalette.ColorRole.HighlightedText if active else QPalette.ColorRole.Text
        ink = self._view.palette().color(role)
        soft = self._theme.colour("palette", "soft")
        quiet = ink if chosen else soft
        painter.setPen(ink if index.data(_ABLE) or active else soft)
        painter.setFont(_strong(option.font))
        painter.drawText(QRect(left, top, room, line), int(Qt.AlignmentFlag.AlignVCenter), index.data())
        painter.setPen(quiet)
        painter.setFont(option.font)
        painter.drawText(QRect(left, top + line, room, area.height()), _WRAP, index.data(_SENTENCE))
        if index.row() < self._view.count() - 1 and not chosen:
            painter.setPen(QPen(self._theme.colour("palette", "line")))
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()


def _measures(metrics: QFontMetrics) -> tuple[int, int]:
    """The gap around a card and the side of its icon."""
    line = metrics.lineSpacing()
    return round(line * 0.4), line


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setBold(True)
    return strong
