"""The clause looked at, with what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser, QToolBar, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.library.library_actions import ON_CLAUSE, LibraryActions

_ICON = 16
_MARGIN = 12
_ABOVE = 60  # pixels left above a hit that is scrolled to


class DetailPane(QWidget):
    """Shows what it is told."""

    def __init__(self, context: Context, actions: LibraryActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.bar = QToolBar()
        self.bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.bar.setIconSize(QSize(_ICON, _ICON))
        for name in ON_CLAUSE:
            self.bar.addAction(actions[name])
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(_MARGIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.text, 1)
        self._clause = ""
        context.language.changed.connect(self._retranslate)
        self._retranslate()

    def show_html(self, clause: str, html: str) -> None:
        """Another clause begins at its top, or at the first hit where that is out of sight; the same one stays where it is."""
        bar = self.text.verticalScrollBar()
        place = bar.value() if clause and clause == self._clause else 0
        self._clause = clause
        self.text.setHtml(html)
        bar.setValue(place or self._first_hit())

    def _first_hit(self) -> int:
        ground = self._context.theme.colour("search", "hit_back")
        block = self.text.document().begin()
        while block.isValid():
            for found in block.textFormats():
                ink = found.format.background()
                if ink.style() is Qt.BrushStyle.SolidPattern and ink.color() == ground:
                    cursor = QTextCursor(block)
                    cursor.setPosition(block.position() + found.start)
                    y = self.text.cursorRect(cursor).top() + self.text.verticalScrollBar().value()
                    return 0 if y < self.text.viewport().height() - _ABOVE else y - _ABOVE
            block = block.next()
        return 0

    def _retranslate(self) -> None:
        self.text.setAccessibleName(self.tr("Klausel im Einzelnen"))
        self.text.setPlaceholderText(self.tr("Wählen Sie eine Klausel."))
