"""Puts the summary of the review on the clipboard, as text and as simple HTML. It is made in a thread: thousands of findings take a while."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from app.reporting.summary import summary, to_html, to_plain
from app.settings import load_settings
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Material
from app.ui.preparing import Preparer


class Copied(NamedTuple):
    """Both forms."""

    plain: str
    html: str


class SummaryCopy(QObject):
    """Of one document."""

    def __init__(self, document: OpenDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.preparer = Preparer()
        self.preparer.failed.connect(document.failed)
        self.destroyed.connect(self.preparer.close)

    def copy(self) -> None:
        """As the review is now."""
        self._document.review.end_note()
        document = self._document
        if document.analysis is not None:
            decided, orphans = document.review.decided, document.review.orphans
            theme = document.context.theme.name
            made = Material(document.analysis, document.facts, document.lang, theme, decided, orphans)
            self.preparer.prepare((self,), made)

    def prepare(self, material: Material) -> Copied:
        """In the thread."""
        today = datetime.now(tz=UTC).astimezone().date()
        made = summary(material.analysis, material.decided, material.lang, by=load_settings()[0].user, on=today)
        return Copied(to_plain(made), to_html(made))

    def show_prepared(self, prepared: Copied, _: Material) -> None:
        """On the clipboard."""
        data = QMimeData()
        data.setText(prepared.plain)
        data.setHtml(prepared.html)
        QGuiApplication.clipboard().setMimeData(data)
        self._document.said.emit(self.tr("Die Zusammenfassung liegt in der Zwischenablage."))

    def show_place(self) -> None:
        """It shows nothing."""
