"""What the window shows without a document: what to do, and the files opened last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.icons import app_icon, line_icon
from app.ui.views.case_list import CaseList

if TYPE_CHECKING:
    from app.storage.casestore import CaseEntry

_ICON = 96
_LIST_WIDTH = 80  # characters


class EmptyPage(QWidget):
    """Large button, hint, recent files."""

    open_wanted = Signal()
    file_wanted = Signal(object)  # Path
    case_wanted = Signal(str)
    case_unwanted = Signal(str, str)  # id and title

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = context.settings
        self._icon, self._title, self._hint, self._privacy = (QLabel() for _ in range(4))
        self._icon.setPixmap(app_icon().pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        self._open = QPushButton()
        self._open.setDefault(True)
        self._open.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        self._open.clicked.connect(self.open_wanted)
        self._recent_title = QLabel()
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self.cases = CaseList(context)
        self.cases.setFixedWidth(self.fontMetrics().averageCharWidth() * _LIST_WIDTH)
        self.cases.picked.connect(self.case_wanted)
        self.cases.delete_wanted.connect(self.case_unwanted)
        self._arrange()
        context.language.changed.connect(self._retranslate)
        context.theme.changed.connect(self._retranslate)
        self._retranslate()
        self.refresh()

    def _arrange(self) -> None:
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        self._title.setFont(font)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (self._icon, self._title, self._hint, self._open, self._privacy):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
                widget.setWordWrap(widget is not self._icon)
                column.addWidget(widget)
            else:
                column.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
        column.addSpacing(16)
        column.addWidget(self._recent_title, 0, Qt.AlignmentFlag.AlignCenter)
        column.addLayout(self._recent)
        column.addWidget(self.cases, 3, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def show_cases(self, entries: Sequence[CaseEntry]) -> None:
        """The stored cases take the place of the files opened last."""
        self.cases.show_cases(entries)
        self.refresh()

    def forget(self, path: Path) -> None:
        """The file is named here no more."""
        self._settings.forget_recent(path)
        self.refresh()

    def refresh(self) -> None:
        """Show the stored cases or, where there are none, the files opened last."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        stored = self.cases.count() > 0
        paths = () if stored else self._settings.recent()
        for path in paths:
            self._recent.addWidget(self._recent_button(path), 0, Qt.AlignmentFlag.AlignCenter)
        self.cases.setVisible(stored)
        self._recent_title.setVisible(stored or bool(paths))

    def _recent_button(self, path: Path) -> QPushButton:
        button = QPushButton(path.name.replace("&", "&&"))
        button.setFlat(True)
        button.setToolTip(str(path))
        button.setIcon(line_icon("document"))
        button.clicked.connect(lambda: self.file_wanted.emit(path))
        return button

    def _retranslate(self) -> None:
        self._title.setText(self.tr("AGB und Verträge prüfen"))
        self._hint.setText(
            self.tr(
                "Ziehen Sie eine oder mehrere Dateien hierher: PDF, Word, OpenDocument, RTF, HTML, Markdown oder Text."
            )
        )
        self._open.setText(self.tr("Dateien öffnen …"))
        self._open.setIcon(line_icon("open"))
        self._privacy.setText(
            self.tr(
                "Alles geschieht auf diesem Rechner, es wird nichts übertragen. Was von Vorgängen gespeichert bleibt, bestimmen "
                "Sie in den Einstellungen."
            )
        )
        self._recent_title.setText(self.tr("Zuletzt geöffnet"))
