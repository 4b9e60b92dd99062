"""A table that is walked through by keys, row by row; Enter and a double click open the row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex


class _WholeRow(QStyledItemDelegate):
    """A row is chosen as a whole: the style's frame of a single cell would only veil its words. Quiet where the keyboard is elsewhere."""

    def __init__(self, view: QTableView, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Without the frame."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if option.state & QStyle.StateFlag.State_Selected and not self._view.hasFocus():
            option.state &= ~QStyle.StateFlag.State_Selected
            option.backgroundBrush = QBrush(self._theme.colour("palette", "chosen"))


class RowTable(QTableView):
    """`chosen` and `opened` name a row of the source model; -1 where there is none."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(
        self, rows: QSortFilterProxyModel, widths: Sequence[int], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sifted = rows
        self.setModel(rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.setItemDelegate(_WholeRow(self, theme))
        line = self.fontMetrics().lineSpacing()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(round(line * 1.6))
        head = self.horizontalHeader()
        head.setSectionsMovable(True)
        head.setHighlightSections(False)
        head.setSortIndicatorClearable(True)  # a third click: as the files came
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._widths = tuple(widths)
        self.doubleClicked.connect(self._open)

    def fit_columns(self) -> None:
        """As wide as their words usually are; once there are columns."""
        em = self.fontMetrics().averageCharWidth()
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, width * em)

    @property
    def row(self) -> int:
        """Of the source model."""
        return self._row(self.currentIndex())

    def choose(self, row: int) -> None:
        """Bring a row of the source model into sight, if it is shown."""
        index = self._sifted.mapFromSource(self._sifted.sourceModel().index(row, 0))
        if index.isValid():
            self.setCurrentIndex(index)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell which it is."""
        super().currentChanged(current, previous)
        self.chosen.emit(self._row(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, on every system."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: _Index) -> None:
        if index.isValid():
            self.opened.emit(self._row(index))

    def _row(self, index: _Index) -> int:
        return self._sifted.mapToSource(index).row() if index.isValid() else -1
