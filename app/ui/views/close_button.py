"""The small cross on a tab."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton

from app.ui.context import Context
from app.ui.icons import line_icon

_SIZE = 14


class CloseButton(QToolButton):
    """Closes a document; the keyboard has Ctrl+W for it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setAutoRaise(True)
        self.setIconSize(QSize(_SIZE, _SIZE))
        context.theme.changed.connect(self._refresh)
        context.language.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.setIcon(line_icon("cancel"))
        self.setToolTip(self.tr("Dokument schließen"))
        self.setAccessibleName(self.tr("Dokument schließen"))
