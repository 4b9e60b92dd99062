"""The head of the editor: which clause in which state, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.library.editing import Editing
from app.ui.library.editor_form import soft_label
from app.ui.theme import Theme
from app.wording.lang import Lang
from app.wording.terms import term

_MOST_SHARE = 0.65  # of the width that the buttons may take beside the title


class EditorHead(QFrame):
    """Title, state, buttons."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        font = self.title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self.title.setFont(font)
        self.title.setWordWrap(True)
        self.state = soft_label("", theme)
        self.save, self.undo, self.redo, self.preview = (QPushButton() for _ in range(4))
        self.preview.setCheckable(True)
        self.save.setDefault(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.state)
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.undo, self.redo, self.preview, self.save):
            buttons.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(14, 10, 14, 10)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._buttons, alignment=Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the buttons would take most of the width, they stand below."""
        super().resizeEvent(event)
        wide = self.width() * _MOST_SHARE >= self._buttons.sizeHint().width()
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)
            self._row.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag.AlignLeft)

    def retranslate(self) -> None:
        """Words of the language in force."""
        for button, text, keys in (
            (self.save, self.tr("Speichern …"), "Ctrl+S"),
            (self.undo, self.tr("Rückgängig"), "Ctrl+Z"),
            (self.redo, self.tr("Wiederholen"), "Ctrl+Y"),
            (self.preview, self.tr("Am Dokument prüfen"), ""),
        ):
            button.setText(text)
            button.setToolTip(f"{text.removesuffix(' …')} ({keys})" if keys else text)

    def show_state(self, editing: Editing, lang: Lang, *, kept: bool) -> None:
        """Title, version and status, and whether what was typed is kept."""
        self.title.setText(str(editing.at("title") or self.tr("Neue Bezugsklausel")))
        status = term("clause_status", str(editing.at("status") or ""), lang)
        version = self.tr("Version {0}").format(editing.base) if editing.base else self.tr("noch nicht gespeichert")
        parts = [version, status] if editing.base else [version]
        if editing.changed:
            parts.append(self.tr("geändert, als Entwurf gesichert") if kept else self.tr("geändert"))
        self.state.setText(" · ".join(parts))
        self.undo.setEnabled(editing.can_undo)
        self.redo.setEnabled(editing.can_redo)
