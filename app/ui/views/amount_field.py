"""An amount of money that may be unknown: a click into the word for "unknown" selects it, so that the amount can be typed over it.

Undoing and redoing where nothing was typed are the document's.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

_MOST = 1e12


class AmountField(QDoubleSpinBox):
    """Its least value stands for "unknown"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0.0, _MOST)
        self.setDecimals(2)
        self.setGroupSeparatorShown(True)
        self.setSuffix(" €")
        self.setKeyboardTracking(False)
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self._selecting = QTimer(self, singleShot=True, interval=0)
        self._selecting.timeout.connect(self.selectAll)
        self.lineEdit().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What happens to the line inside."""
        if watched is self.lineEdit():
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.MouseButtonRelease) and self._unknown():
                self._selecting.start()  # after Qt has placed the cursor
            elif (
                event.type() is QEvent.Type.ShortcutOverride
                and isinstance(event, QKeyEvent)
                and self._nothing_for(event)
            ):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _unknown(self) -> bool:
        return self.text() == self.specialValueText()

    def _nothing_for(self, event: QKeyEvent) -> bool:
        line = self.lineEdit()
        undoing = event.matches(QKeySequence.StandardKey.Undo) and not line.isUndoAvailable()
        return undoing or (event.matches(QKeySequence.StandardKey.Redo) and not line.isRedoAvailable())
