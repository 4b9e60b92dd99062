"""A small box in which a page's number is typed; Enter goes there, Escape leaves everything as it was."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSpinBox, QWidget


class PageBox(QFrame):
    """Shown over the document's upper edge."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._label, self._of, self._number = QLabel(), QLabel(), QSpinBox()
        self._number.setMinimum(1)
        self._number.setKeyboardTracking(False)
        self._number.lineEdit().returnPressed.connect(self._go)
        self._label.setBuddy(self._number)
        row = QHBoxLayout(self)
        for widget in (self._label, self._number, self._of):
            row.addWidget(widget)

    def open_at(self, over: QWidget, page: int, count: int) -> None:
        """Ask for one of `count` pages, in the middle of the upper edge of a widget."""
        self._label.setText(self.tr("Zu Seite"))
        self._of.setText(self.tr("von {0}").format(count))
        self._number.setAccessibleName(self.tr("Nummer der Seite"))
        self._number.setMaximum(max(1, count))
        self._number.setValue(page)
        self.adjustSize()
        self.move(over.mapToGlobal(QPoint((over.width() - self.width()) // 2, 0)))
        self.show()
        self._number.setFocus()
        self._number.selectAll()

    def _go(self) -> None:
        self._number.interpretText()
        self.hide()
        self.wanted.emit(self._number.value())
