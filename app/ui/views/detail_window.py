"""The detail of a finding in a window of its own, as large as the user likes; it follows the finding that is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.settings import WindowSettings
from app.ui.views.detail_pane import DetailPane

_SHAPE = "finding"
_EMS = (140, 46)  # width in characters, height in lines


class DetailWindow(QWidget):
    """Not modal. The keys that step through findings work here too."""

    stepped = Signal(str)  # name of an action

    def __init__(self, settings: WindowSettings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._settings = settings
        self.pane = DetailPane(large=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * _EMS[0], metrics.lineSpacing() * _EMS[1])
        self.restoreGeometry(settings.shape(_SHAPE))
        for keys, name in (("F8", "next"), ("Shift+F8", "previous"), ("F9", "next_undecided")):
            QShortcut(QKeySequence(keys), self, lambda name=name: self.stepped.emit(name))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the shape."""
        self._settings.keep_shape(_SHAPE, self.saveGeometry())
        super().closeEvent(event)
