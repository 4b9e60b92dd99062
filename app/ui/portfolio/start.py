"""Before anything was chosen: what this window is for, and the two ways to choose; dropping is the window's business."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.icons import line_icon
from app.ui.theme import Theme

_ROUND = 10.0


class PortfolioStart(QWidget):
    """A dashed frame, as where a single document is dropped."""

    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._hot = theme, False
        self._title, self._hint = QLabel(), QLabel()
        self.files, self.folder = QPushButton(), QPushButton()
        self.files.clicked.connect(self.files_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.files.setDefault(True)
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        self._title.setFont(font)
        em = self.fontMetrics().averageCharWidth()
        column, buttons = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(em * 4, em * 8, em * 4, em * 8)
        column.setSpacing(em * 2)
        column.addStretch()
        for label in (self._title, self._hint):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        buttons.addStretch()
        for button in (self.files, self.folder):
            button.setMinimumHeight(round(self.fontMetrics().lineSpacing() * 1.8))
            buttons.addWidget(button)
        buttons.addStretch()
        column.addLayout(buttons)
        column.addStretch()

    def speak(self) -> None:
        """In the language of the window."""
        self._title.setText(self.tr("Mehrere Dokumente auswerten"))
        self._hint.setText(
            self.tr(
                "Ziehen Sie Dateien oder einen Ordner hierher. Sie bekommen eine Tabelle mit einer Zeile je Dokument: "
                "Haftungsgrenzen, Fristen, schwerste Hinweise, und die Klauseln, die in mehreren Dokumenten stehen."
            )
        )
        self.files.setText(self.tr("&Dateien wählen …"))
        self.folder.setText(self.tr("&Ordner wählen …"))
        self.look()

    def look(self) -> None:
        """In the colours of the window."""
        self.files.setIcon(line_icon("document"))
        self.folder.setIcon(line_icon("open"))
        self.update()

    def set_hot(self, *, hot: bool) -> None:
        """Something that can be dropped is above the window."""
        self._hot = hot
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dashed frame; a stronger one while something is about to be dropped."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.5 if self._hot else 1.2
        style = Qt.PenStyle.SolidLine if self._hot else Qt.PenStyle.DashLine
        painter.setPen(QPen(self._theme.colour("palette", "accent" if self._hot else "soft"), width, style))
        painter.setBrush(self._theme.colour("palette", "base"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(width, width, -width, -width), _ROUND, _ROUND)
