"""The library's search field: a line that leaves the window its shortcuts.

A line edit keeps what means something while text is edited; on Linux that is Ctrl+E and Ctrl+U too, which stand in the window's
menu. Down leads into what was found.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget


class SearchField(QLineEdit):
    """`menu_keys`: shortcuts of the window that win."""

    into_list = Signal()

    def __init__(self, menu_keys: frozenset[str] = frozenset(), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu_keys = menu_keys

    def event(self, event: QEvent) -> bool:
        """Qt asks before every shortcut whether the line wants the keys for itself."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            keys = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
            if keys in self._menu_keys:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """There is no line below; what was found is."""
        if event.key() == Qt.Key.Key_Down and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.into_list.emit()
            return
        super().keyPressEvent(event)
