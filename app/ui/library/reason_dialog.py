"""Asks why something is changed: one line that stays with the version."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

_LONGEST = 300


class ReasonDialog(QDialog):
    """A sentence, a line for the reason, a button that says what will happen."""

    def __init__(
        self,
        title: str,
        sentence: str,
        action: str,
        done: Callable[[str], object],
        parent: QWidget | None = None,
        *,
        proposal: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._done = done
        self.reason = QLineEdit(proposal)
        self.reason.setMaxLength(_LONGEST)
        self.reason.setPlaceholderText(self.tr("zum Beispiel: Vorgabe der Geschäftsführung"))
        text = QLabel(sentence)
        text.setWordWrap(True)
        label = QLabel(self.tr("&Grund der Änderung:"))
        label.setBuddy(self.reason)
        self.button = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.button.button(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())  # drawn for light themes only
        self.button.addButton(action, QDialogButtonBox.ButtonRole.AcceptRole)
        self.button.accepted.connect(self.accept)
        self.button.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (text, label, self.reason, self.button):
            column.addWidget(widget)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 75)
        self.reason.setFocus()

    def accept(self) -> None:
        """Close, then do it: what is said of a refusal stands in the window below."""
        reason = " ".join(self.reason.text().split())
        super().accept()
        self._done(reason)
