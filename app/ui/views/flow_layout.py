"""Widgets side by side that wrap into the next line where there is no room, as words do."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

FORM_GAP, FORM_LINE_GAP = 16, 6  # pixels between choices of a form, and between their lines


class FlowLayout(QLayout):
    """Every line is as high as its highest widget; what is hidden takes no room."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 4, line_spacing: int = 4) -> None:
        super().__init__(parent)
        self._between = line_spacing
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """As a layout must."""
        self._items.append(item)

    def count(self) -> int:
        """As a layout must."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """As a layout must."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """As a layout must."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It fills nothing."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of all lines."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(area)
        self._arrange(area, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return self._with_margins(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest alone."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return self._with_margins(
            max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0)
        )

    def _with_margins(self, width: int, height: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def _arrange(self, area: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inside = area.marginsRemoved(margins)
        y = inside.y()
        for line in self._lines(inside.width()):
            height = max(size.height() for _, size in line)
            if move:
                self._place(line, inside.x(), y, height)
            y += height + self._between
        return y - (self._between if y > inside.y() else 0) - area.y() + margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        right = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = QSize(min(item.sizeHint().width(), width), item.sizeHint().height())
            if not lines or right + self.spacing() + size.width() > width:
                lines.append([(item, size)])
                right = size.width()
            else:
                lines[-1].append((item, size))
                right += self.spacing() + size.width()
        return lines

    def _place(self, line: list[tuple[QLayoutItem, QSize]], x: int, y: int, height: int) -> None:
        """On a common middle."""
        for item, size in line:
            item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
            x += size.width() + self.spacing()
