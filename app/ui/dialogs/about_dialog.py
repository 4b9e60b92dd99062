"""What the program is, its version and licence."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

import app
from app.ui.dialogs.buttons import Buttons
from app.ui.icons import app_icon
from app.wording.lang import Lang
from app.wording.report import phrase

_ICON = 64


class AboutDialog(QDialog):
    """Help › About."""

    def __init__(self, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Über Klausellupe"))
        icon = QLabel()
        icon.setPixmap(app_icon().pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        texts = (
            f"<h3>Klausellupe {app.__version__}</h3>",
            self.tr("Prüft AGB und Verträge auf diesem Rechner, ohne Netz. Apache-Lizenz 2.0."),
            phrase("no_advice", lang),
            self.tr("Alle Tasten zeigt F1."),
        )
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignLeft)
        for text in texts:
            label = QLabel(text)
            label.setWordWrap(True)
            column.addWidget(label)
        buttons = Buttons(self, Buttons.StandardButton.Close)
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
