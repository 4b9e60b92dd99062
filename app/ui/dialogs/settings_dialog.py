"""The user's settings, on five pages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.settings import Settings
from app.ui.dialogs.buttons import Buttons
from app.ui.dialogs.settings_pages import CasesPage, GeneralPage, LibraryPage, ReviewPage
from app.ui.dialogs.settings_reports import ReportsPage
from app.ui.views.roomy_tabs import RoomyTabs
from app.wording.lang import Lang

_WIDTH_EM = 92


class SettingsDialog(QDialog):
    """File › Settings; `settings()` and `theme()` are what was chosen. Saving is the asker's business."""

    def __init__(
        self, settings: Settings, *, theme: str, library: Path, lang: Lang, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Einstellungen"))
        self._settings = settings
        self.general = GeneralPage(settings, theme)
        self.review = ReviewPage(settings, lang)
        self.reports = ReportsPage(settings, lang)
        self.cases = CasesPage(settings)
        pages = RoomyTabs()
        pages.setAccessibleName(self.windowTitle())
        pages.addTab(self.general, self.tr("Allgemein"))
        pages.addTab(self.review, self.tr("Prüfung"))
        pages.addTab(self.reports, self.tr("Berichte"))
        pages.addTab(self.cases, self.tr("Vorgänge"))
        pages.addTab(LibraryPage(library), self.tr("Bibliothek"))
        buttons = Buttons(self, Buttons.StandardButton.Ok | Buttons.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(pages)
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_EM)
        self.general.user.setFocus()

    def settings(self) -> Settings:
        """What the pages say."""
        found = self._settings
        for page in (self.general, self.review, self.reports, self.cases):
            found = page.chosen(found)
        return found

    def theme(self) -> str:
        """`light`, `dark` or "" for the system's."""
        return str(self.general.theme.currentData())

    def done(self, result: int) -> None:
        """A logo that was looked at and not taken is not kept."""
        super().done(result)  # the settings are saved now, so that they never name a picture that is gone
        self.reports.finish(accepted=result == QDialog.DialogCode.Accepted)
