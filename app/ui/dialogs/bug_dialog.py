"""A fault of the program: one sentence and a report to copy."""

from __future__ import annotations

import platform

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

import app
from app.ui.dialogs.buttons import Buttons
from app.wording.errors import bug_sentence
from app.wording.lang import Lang


def with_versions(report: str) -> str:
    """The report with what is needed to make sense of it."""
    head = f"Klausellupe {app.__version__}, Python {platform.python_version()}, {platform.platform()}"
    return f"{head}\n\n{report}"


class BugDialog(QDialog):
    """Shows the report; nothing is sent."""

    def __init__(self, report: str, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Fehler im Programm"))
        sentence = QLabel(bug_sentence(lang))
        sentence.setWordWrap(True)
        hint = QLabel(self.tr("Der Bericht enthält keinen Text aus Ihrem Dokument."))
        hint.setWordWrap(True)
        self._text = QPlainTextEdit(with_versions(report))
        self._text.setReadOnly(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setAccessibleName(self.tr("Fehlerbericht"))
        buttons = Buttons(self, Buttons.StandardButton.Close)
        copy = buttons.addButton(self.tr("Bericht kopieren"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text.toPlainText()))
        column = QVBoxLayout(self)
        for widget in (sentence, hint, self._text, buttons):
            column.addWidget(widget)
        self.resize(self.fontMetrics().averageCharWidth() * 90, self.fontMetrics().lineSpacing() * 24)
