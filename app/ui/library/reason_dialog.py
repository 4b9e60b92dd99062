"""Asks why something is changed: one line that stays with the version; where the change takes effect, it is shown first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.ui.dialogs.buttons import Buttons

if TYPE_CHECKING:
    from app.ui.library.effect_view import EffectView  # loads the stages

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
        effect: EffectView | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._done = done
        self.effect = effect
        self.reason = QLineEdit(proposal)
        self.reason.setMaxLength(_LONGEST)
        self.reason.setPlaceholderText(self.tr("zum Beispiel: Vorgabe der Geschäftsführung"))
        text = QLabel(sentence)
        text.setWordWrap(True)
        label = QLabel(self.tr("&Grund der Änderung:"))
        label.setBuddy(self.reason)
        self.button = Buttons(self)
        self.button.addButton(action, QDialogButtonBox.ButtonRole.AcceptRole)
        self.button.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(text)
        if effect is not None:
            column.addWidget(effect, 1)
        for widget in (label, self.reason, self.button):
            column.addWidget(widget)
        em = self.fontMetrics().averageCharWidth()
        self.setMinimumWidth(em * 75)
        if effect is not None:
            self.resize(em * 100, em * 70)
        self.reason.setFocus()

    def accept(self) -> None:
        """Close, then do it: what is said of a refusal stands in the window below."""
        reason = " ".join(self.reason.text().split())
        super().accept()
        self._done(reason)

    def done(self, result: int) -> None:
        """Nothing goes on behind a closed dialog."""
        if self.effect is not None:
            self.effect.stop()
        super().done(result)
