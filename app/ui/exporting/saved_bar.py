"""Quietly, after a file was written: that it was, with buttons to open it and to show its folder; of a copy, what is not as wished."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.theme import Theme

_LINES = 4  # of the list in sight


class SavedBar(QFrame):
    """Hidden until there is something to say. An error is said here too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._path = theme, Path()
        self._kind = "note"
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)  # a file may be named <b>
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = QPushButton(self.tr("Ö&ffnen"))
        self.show_folder = QPushButton(self.tr("Ordner &zeigen"))
        self.told = QPlainTextEdit()
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setAccessibleName(self.tr("Anders als gewünscht"))
        self.told.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 2 * self.told.frameWidth() + 8)
        row = QHBoxLayout()
        row.addWidget(self.sentence, 1)
        row.addWidget(self.open)
        row.addWidget(self.show_folder)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.told)
        self.open.clicked.connect(lambda: open_outside(self._path))
        self.show_folder.clicked.connect(lambda: open_outside(self._path.parent))
        self.setAutoFillBackground(True)
        theme.changed.connect(self._recolour)
        self.hide()

    def say_saved(self, path: Path, told: tuple[str, ...]) -> None:
        """It was written; `told`: what is elsewhere or missing in it."""
        self._path = path
        sentence = self.tr("Gespeichert: {0}").format(path.name)
        if told:
            sentence += "\n" + self.tr("Das ist nicht wie gewünscht:")
        self.told.setPlainText("\n".join(f"•  {line}" for line in told))
        self._say(sentence, saved=True, told=bool(told), kind="note")

    def say(self, sentence: str) -> None:
        """What went wrong."""
        self._say(sentence, saved=False, told=False, kind="error")

    def say_busy(self, sentence: str) -> None:
        """It is being written."""
        self._say(sentence, saved=False, told=False, kind="note")

    @property
    def complains(self) -> bool:
        """Whether it says what is wrong."""
        return self._kind == "error" and not self.isHidden()

    def _say(self, sentence: str, *, saved: bool, told: bool, kind: str) -> None:
        self._kind = kind
        self.sentence.setText(sentence)
        self.sentence.setAccessibleName(sentence)
        self.open.setVisible(saved)
        self.show_folder.setVisible(saved)
        self.told.setVisible(told)
        self._recolour()
        self.show()

    def _recolour(self) -> None:
        palette = QPalette(self.palette())
        ground = (
            self._theme.colour("banner", "error_back")
            if self._kind == "error"
            else self._theme.colour("diff", "new_back")
        )
        palette.setColor(QPalette.ColorRole.Window, ground)
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour("palette", "text"))
        self.setPalette(palette)


def open_outside(path: Path) -> None:
    """In the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
