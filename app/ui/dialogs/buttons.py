"""The buttons of a dialog, without Qt's own icons, which are drawn for light themes only."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox


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
