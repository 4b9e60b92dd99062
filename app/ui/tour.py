"""The first start in three steps: where documents go, what is shown of them, what comes of it. Can be skipped at any time.

Strategy: a veil over the window leaves out what is spoken of; a card beside it holds the words and the buttons. The second step opens
the sample document, so that there is something to see.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.theme import Theme

_CARD_EM = 64
_ROUND = 8.0
_VEIL_ALPHA = 120
_LOOK_EVERY_MS = 200  # what is spoken of may just be loading, or be moved


@dataclass(frozen=True)
class Step:
    """`title`, `text` and `go_on` (words of the button) are asked for in the language of the moment; `target` may be missing for a while."""

    title: Callable[[], str]
    text: Callable[[], str]
    target: Callable[[], QWidget | None]
    begin: Callable[[], object] | None = None
    go_on: Callable[[], str] | None = None


class Tour(QWidget):
    """Covers a window until it is ended."""

    ended = Signal()

    def __init__(self, window: QWidget, steps: Sequence[Step], theme: Theme) -> None:
        super().__init__(window)
        self._steps, self._theme, self._at = tuple(steps), theme, -1
        self._card = _Card(self)
        self._card.next.clicked.connect(self.go_on)
        self._card.skip.clicked.connect(self.end)
        self._watch = QTimer(self, interval=_LOOK_EVERY_MS)
        self._watch.timeout.connect(self._place)
        window.installEventFilter(self)
        self.setAccessibleName(self.tr("Kurze Einführung"))

    @property
    def step(self) -> int:
        """0 for the first."""
        return self._at

    def begin(self) -> None:
        """With the first step."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._watch.start()
        self.go_on()

    def go_on(self) -> None:
        """The next step, or the end."""
        self._at += 1
        if self._at == len(self._steps):
            self.end()
            return
        step = self._steps[self._at]
        if step.begin is not None:
            step.begin()
        last = self._at + 1 == len(self._steps)
        number = self.tr("{0} von {1}").format(self._at + 1, len(self._steps))
        usual = self.tr("&Fertig") if last else self.tr("&Weiter")
        self._card.show_step(step.title(), step.text(), number, step.go_on() if step.go_on else usual, last=last)
        self._place()
        self._card.next.setFocus()

    def end(self) -> None:
        """Now."""
        self._watch.stop()
        self._window.removeEventFilter(self)
        self.hide()
        self.ended.emit()
        self.deleteLater()

    @property
    def _window(self) -> QWidget:
        window = self.parentWidget()
        if window is None:
            raise RuntimeError("a tour belongs to a window")
        return window

    def _target(self) -> QRect:
        """What is spoken of, in this widget; empty where it is not there."""
        widget = self._steps[self._at].target() if 0 <= self._at < len(self._steps) else None
        if widget is None or not widget.isVisible():
            return QRect()
        return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size()).intersected(self.rect())

    def _place(self) -> None:
        """The card stands beside what is spoken of, where there is room; the mouse reaches what is spoken of."""
        self.raise_()
        target, gap = self._target(), self.fontMetrics().lineSpacing()
        self._card.fit(min(self.width() - 2 * gap, self.fontMetrics().averageCharWidth() * _CARD_EM))
        self._card.move(_beside(target, self._card.size().width(), self._card.height(), self.rect(), gap))
        self.setMask(QRegion(self.rect()) - QRegion(target) + QRegion(self._card.geometry()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The veil, and a frame round what is spoken of."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = self._theme.colour("document", "ink" if self._theme.name == "light" else "desk")
        veil.setAlpha(_VEIL_ALPHA)
        painter.fillRect(self.rect(), veil)
        target = self._target()
        if not target.isEmpty():
            path = QPainterPath()
            path.addRoundedRect(target.adjusted(-3, -3, 3, 3), _ROUND, _ROUND)
            painter.setPen(QPen(self._theme.colour("palette", "accent"), 3))
            painter.drawPath(path)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window has another size."""
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends it."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)


class _Card(QFrame):
    """The words of a step and its buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setAutoFillBackground(True)
        self._title, self._text, self._number = QLabel(), QLabel(), QLabel()
        for label in (self._title, self._text):
            label.setWordWrap(True)
        font = self._title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._title.setFont(font)
        self.next, self.skip = QPushButton(), QPushButton(self.tr("Ü&berspringen"))
        self.next.setDefault(True)
        self.next.setAutoDefault(True)
        row = QHBoxLayout()
        row.addWidget(self._number, 1)
        row.addWidget(self.skip)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        margin = self.fontMetrics().lineSpacing() // 2
        column.setContentsMargins(margin * 2, margin, margin * 2, margin)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(margin)
        column.addLayout(row)

    def show_step(self, title: str, text: str, number: str, go_on: str, *, last: bool) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._number.setText(number)
        self.next.setText(go_on)
        self.skip.setVisible(not last)
        for button in (self.next, self.skip):
            button.setMinimumWidth(button.sizeHint().width())
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def fit(self, width: int) -> None:
        """This wide, and as high as the words need then."""
        layout = self.layout()
        if layout is not None:
            width = max(width, layout.minimumSize().width())
            self.setFixedSize(width, layout.totalHeightForWidth(width))


def _beside(target: QRect, width: int, height: int, room: QRect, gap: int) -> QPoint:
    """Left upper corner of a card: below, left, right or above the target, else in the middle of the window."""
    middle = target.center().x() - width // 2
    for x, y in (
        (middle, target.bottom() + gap),
        (target.left() - width - gap, target.top() + gap),
        (target.right() + gap, target.top() + gap),
        (middle, target.top() - height - gap),
    ):
        place = QRect(min(max(x, gap), max(gap, room.width() - width - gap)), y, width, height)
        if not target.isEmpty() and room.contains(place) and not place.intersects(target):
            return place.topLeft()
    return QPoint((room.width() - width) // 2, (room.height() - height) // 2)
