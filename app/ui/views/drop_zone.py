"""Where files can be dropped, and the buttons for those who do not drop: large on an empty page, a strip above a list."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.icons import app_icon, line_icon

_ICON, _SMALL_ICON = 96, 48
_ROUND = 10.0


class DropZone(QWidget):
    """Only shows and asks; the window takes what is dropped, wherever it is dropped."""

    open_wanted = Signal()
    paste_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._hot = False
        self._icon, self._title, self._hint = QLabel(), QLabel(), QLabel()
        self.open, self.paste, self.sample = QPushButton(), QPushButton(), QPushButton()
        self.open.clicked.connect(self.open_wanted)
        self.paste.clicked.connect(self.paste_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        self.open.setDefault(True)
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._arrange()
        self.show_large(large=True)
        context.theme.changed.connect(self._retranslate)
        context.language.changed.connect(self._retranslate)
        self._retranslate()

    def _arrange(self) -> None:
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        self._title.setFont(font)
        em = self.fontMetrics().averageCharWidth()
        words, buttons = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(em * 2)
        for label in (self._title, self._hint):
            label.setWordWrap(True)
            words.addWidget(label)
        buttons.addStretch(0)
        for button in (self.open, self.paste, self.sample):
            button.setMinimumHeight(round(self.fontMetrics().lineSpacing() * 1.8))
            buttons.addWidget(button)
        buttons.addStretch(1)
        words.addLayout(buttons)
        self._buttons = buttons
        self._whole.setSpacing(em * 3)
        self._whole.addWidget(self._icon)
        self._whole.addLayout(words, 1)

    def show_large(self, *, large: bool) -> None:
        """With the icon above the words, or beside them."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._whole.setDirection(down if large else across)
        em = self.fontMetrics().averageCharWidth()
        above = em * 8 if large else em * 3
        self._whole.setContentsMargins(em * 4, above, em * 4, above)
        size = _ICON if large else _SMALL_ICON
        self._icon.setPixmap(app_icon().pixmap(QSize(size, size), self.devicePixelRatioF()))
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter if large else Qt.AlignmentFlag.AlignTop)
        alignment = Qt.AlignmentFlag.AlignHCenter if large else Qt.AlignmentFlag.AlignLeft
        for label in (self._title, self._hint):
            label.setAlignment(alignment)
        self._buttons.setStretch(0, int(large))

    def set_hot(self, *, hot: bool) -> None:
        """Something that can be dropped is above the window."""
        self._hot = hot
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dashed frame; a stronger one while something is about to be dropped."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.5 if self._hot else 1.2
        colour = self._theme.colour("palette", "accent" if self._hot else "soft")
        pen = QPen(colour, width, Qt.PenStyle.SolidLine if self._hot else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self._theme.colour("palette", "base"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(width, width, -width, -width), _ROUND, _ROUND)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("AGB und Verträge prüfen"))
        self._hint.setText(
            self.tr("Ziehen Sie Dateien oder Ordner hierher: PDF, Word, OpenDocument, RTF, HTML, Markdown oder Text.")
        )
        self.open.setText(self.tr("Dateien ö&ffnen …"))
        self.open.setIcon(line_icon("open"))
        self.paste.setText(self.tr("&Text einfügen"))
        self.paste.setIcon(line_icon("paste"))
        self.paste.setToolTip(self.tr("Den Text oder die Dateien aus der Zwischenablage prüfen"))
        self.sample.setText(self.tr("Be&ispiel ansehen"))
        self.sample.setIcon(line_icon("document"))
        self.sample.setToolTip(self.tr("Erfundene Lieferbedingungen, an denen Sie alles ausprobieren können"))
