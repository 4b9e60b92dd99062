"""The buttons of a dialog, without Qt's own icons, which are drawn for light themes only; Return means yes."""

from __future__ import annotations

from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton


class Buttons(QDialogButtonBox):
    """Close or Cancel (and Ok, where asked for); what is no consent ends the dialog."""

    def __init__(
        self,
        dialog: QDialog,
        kinds: QDialogButtonBox.StandardButton = QDialogButtonBox.StandardButton.Cancel,
    ) -> None:
        super().__init__(kinds)
        for button in self.buttons():
            button.setIcon(QIcon())
        self.rejected.connect(dialog.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Left to itself Qt takes the button that came first, which is Cancel wherever the other has words of its own."""
        super().showEvent(event)
        agreeing = [b for b in self.buttons() if self.buttonRole(b) is QDialogButtonBox.ButtonRole.AcceptRole]
        if agreeing and isinstance(agreeing[0], QPushButton):
            agreeing[0].setDefault(True)
