"""The list of what differs, in groups with their counts; filtered by group and by words.

A row says with a sign what became of it, beside the words: + came, − went, ⇄ moved, ▲ a value. Rows are few hundred at most of one
comparison, each two lines.
"""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.reporting.paper import Tone
from app.reporting.tones import sign
from app.ui.comparing.pair import PairRow
from app.ui.theme import Theme

_SIGNS = {Tone.INSERTED: "+", Tone.DELETED: "−", Tone.MOVED: "⇄", Tone.PLAIN: "≠", Tone.SOFT: "~"}
_COLOURS = {
    Tone.INSERTED: ("diff", "new"),
    Tone.DELETED: ("diff", "gone"),
    Tone.HIGH: ("severity", "high"),
    Tone.MEDIUM: ("severity", "medium"),
    Tone.LOW: ("severity", "low"),
    Tone.INFO: ("severity", "info"),
    Tone.GOOD: ("diff", "new"),
}
_ROW = Qt.ItemDataRole.UserRole


class _Wrapped(QStyledItemDelegate):
    """Rows as high as their words are in a list of this width."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Wrapped where the list is narrow."""
        metrics = self._tree.fontMetrics()
        depth = 2 if index.parent().isValid() else 1
        room = self._tree.viewport().width() - depth * self._tree.indentation() - metrics.averageCharWidth() * 2
        words = QRect(0, 0, max(room, 1), 0)
        height = metrics.boundingRect(words, Qt.TextFlag.TextWordWrap, str(index.data())).height()
        return QSize(room, height + metrics.leading() + metrics.height() // 2)


class RowList(QWidget):
    """`chosen` names a row by its number in the order of the comparison."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[PairRow, ...] = ()
        self.words = QLineEdit(clearButtonEnabled=True)
        self.groups = QComboBox()
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setWordWrap(True)
        self.tree.setColumnCount(1)
        self.tree.setIndentation(self.fontMetrics().averageCharWidth() * 2)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setUniformRowHeights(False)
        self.tree.setItemDelegate(_Wrapped(self.tree))
        self.tree.viewport().installEventFilter(self)
        fields = QHBoxLayout()
        fields.addWidget(self.words, 1)
        fields.addWidget(self.groups)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(fields)
        column.addWidget(self.tree, 1)
        self.words.textChanged.connect(self._fill)
        self.words.installEventFilter(self)
        self.groups.currentIndexChanged.connect(self._fill)
        self.tree.currentItemChanged.connect(self._tell)
        theme.changed.connect(self._fill)
        self.speak()

    def speak(self) -> None:
        """In the language of the window."""
        self.words.setPlaceholderText(self.tr("Änderungen filtern"))
        self.words.setAccessibleName(self.words.placeholderText())
        self.groups.setAccessibleName(self.tr("Art der Änderungen"))
        self.tree.setAccessibleName(self.tr("Liste der Änderungen"))
        self.groups.setItemText(0, self.tr("Alles"))

    def show_rows(self, rows: tuple[PairRow, ...]) -> None:
        """Other rows; the first of them is chosen."""
        self._rows = rows
        self.groups.blockSignals(True)
        self.groups.clear()
        self.groups.addItem(self.tr("Alles"), "")
        for group in dict.fromkeys(row.group for row in rows):
            self.groups.addItem(group, group)
        self.groups.blockSignals(False)
        self._fill()

    @property
    def current(self) -> int | None:
        """The row that is chosen."""
        item = self.tree.currentItem()
        number = item.data(0, _ROW) if item else None
        return number if isinstance(number, int) else None

    def step(self, by: int) -> None:
        """To the next or the previous row that is shown; stays at the ends."""
        items = [item for item in self._items() if isinstance(item.data(0, _ROW), int)]
        if not items:
            return
        now = next(
            (at for at, item in enumerate(items) if item is self.tree.currentItem()), -1 if by > 0 else len(items)
        )
        self.tree.setCurrentItem(items[min(max(now + by, 0), len(items) - 1)])

    def _items(self) -> list[QTreeWidgetItem]:
        tops = [top for at in range(self.tree.topLevelItemCount()) if (top := self.tree.topLevelItem(at)) is not None]
        return [row for top in tops for at in range(top.childCount()) if (row := top.child(at)) is not None]

    def _fill(self) -> None:
        words, group = self.words.text().casefold().split(), self.groups.currentData() or ""
        shown = [
            (number, row)
            for number, row in enumerate(self._rows)
            if row.group.startswith(group) and all(word in f"{row.title} {row.note}".casefold() for word in words)
        ]
        before = self.current
        self.tree.clear()
        for name, same in groupby(shown, key=lambda pair: pair[1].group):
            self._add_group(name, list(same))
        self.tree.expandAll()
        again = [item for item in self._items() if item.data(0, _ROW) == before]
        if again:
            self.tree.setCurrentItem(again[0])
        else:
            self.step(1)

    def _add_group(self, name: str, rows: list[tuple[int, PairRow]]) -> None:
        top = QTreeWidgetItem([f"{name} ({len(rows)})"])
        top.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        self.tree.addTopLevelItem(top)
        for number, row in rows:
            mark = _SIGNS.get(row.tone) or sign(row.tone)
            item = QTreeWidgetItem([f"{mark} {row.title}" + (f"\n{row.note}" if row.note else "")])
            item.setData(0, _ROW, number)
            if row.tone in _COLOURS:
                item.setForeground(0, QBrush(self._theme.colour(*_COLOURS[row.tone])))
            top.addChild(item)

    def _tell(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the words down into the list; rows are wrapped anew where the list has another width."""
        if watched is self.tree.viewport() and event.type() is QEvent.Type.Resize:
            self.tree.scheduleDelayedItemsLayout()
        if watched is self.words and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.tree.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape and self.words.text():
                self.words.clear()
                return True
        return super().eventFilter(watched, event)
