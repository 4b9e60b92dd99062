"""The tool bar of the window: its actions with their words, keys and icons; what they do is the window's business."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolBar, QWidget

from app.ui.icons import line_icon

_KEYS = {"files": "Ctrl+O", "folder": "Ctrl+Shift+O", "open": "", "save": "Ctrl+S", "again": "F5", "clear": ""}
_ICONS = {"files": "document", "folder": "open", "open": "page", "save": "export", "again": "redo", "clear": "cancel"}
_BAR = ("files", "folder", "", "open", "save", "", "again", "clear")


class PortfolioBar(QToolBar):
    """Actions by name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.steps = {name: QAction(parent) for name in _KEYS}
        for name, keys in _KEYS.items():
            self.steps[name].setShortcut(QKeySequence(keys))
        for name in _BAR:
            if name:
                self.addAction(self.steps[name])
            else:
                self.addSeparator()

    def look(self) -> None:
        """In the colours of the window."""
        for name, icon in _ICONS.items():
            self.steps[name].setIcon(line_icon(icon))

    def speak(self) -> None:
        """In the language of the window."""
        words = {
            "files": self.tr("Dateien …"),
            "folder": self.tr("Ordner …"),
            "open": self.tr("Dokument öffnen"),
            "save": self.tr("Speichern …"),
            "clear": self.tr("Liste leeren"),
        }
        tips = {
            "files": self.tr("Dateien wählen und auswerten"),
            "folder": self.tr("Alle Dokumente eines Ordners auswerten"),
            "open": self.tr("Das gewählte Dokument im Hauptfenster öffnen (Eingabetaste)"),
            "save": self.tr("Die Auswertung als Tabelle oder Bericht speichern"),
        }
        for name, text in words.items():
            self._name(name, text, tips.get(name, text))
        self.setWindowTitle(self.tr("Werkzeuge"))

    def name_again(self, *, missing: bool) -> None:
        """What F5 does now."""
        text = self.tr("Fehlende auswerten") if missing else self.tr("Alle erneut auswerten")
        self._name("again", text, text)

    def _name(self, name: str, text: str, tip: str) -> None:
        step = self.steps[name]
        keys = step.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        step.setText(text)
        step.setToolTip(f"{tip} ({keys})" if keys else tip)
