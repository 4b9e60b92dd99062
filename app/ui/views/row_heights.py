"""Heights of rows whose cells wrap, measured in slices: rows in sight at once, all others when there is nothing else to do.

Strategy: a row that was not measured has the height of one line. Equal texts in columns of one width are measured once. While
rows above the first one in sight get their height, what the user looks at stays where it is.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QTableView

SLICE = 0.006  # seconds; a frame has 16 ms
FIRST = 0.003  # at once, for what is in sight; whoever shows a table has other work in the same event


class RowHeights(QObject):
    """Measures the rows of one table with `height(row)`."""

    grown = Signal()  # some heights have changed

    def __init__(self, table: QTableView, height: Callable[[int], int]) -> None:
        super().__init__(table)
        self._table, self._height = table, height
        self._left: list[int] = []  # rows to measure, the next one last
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def done(self) -> bool:
        """Whether every row has its height."""
        return not self._left

    def again(self) -> None:
        """All rows, those in sight first."""
        table = self._table
        rows = table.model().rowCount()
        first = max(0, table.rowAt(0))
        self._left = [*reversed(range(first)), *reversed(range(first, rows))]
        if table.isVisible():
            self._slice(FIRST)
        if self._left:
            self._timer.start()

    def _go_on(self) -> None:
        self._slice(SLICE)
        if not self._left:
            self._timer.stop()

    def _slice(self, seconds: float) -> None:
        table, until = self._table, perf_counter() + seconds
        top = table.rowAt(0)
        before = table.rowViewportPosition(top) if top >= 0 else 0
        changed = False
        rows = table.model().rowCount()
        while self._left and perf_counter() < until:
            row = self._left.pop()
            if row < rows:
                height = self._height(row)
                if table.rowHeight(row) != height:
                    table.setRowHeight(row, height)
                    changed = True
        if changed:
            moved = (table.rowViewportPosition(top) - before) if top >= 0 else 0
            if moved:
                table.verticalScrollBar().setValue(table.verticalScrollBar().value() + moved)
            self.grown.emit()
