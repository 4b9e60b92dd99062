"""The dialog that takes the result out of the program, in each of its states, and the page of the settings about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from app.reporting.options import Wording
from app.ui.exporting.choices import Scope
from app.ui.exporting.dialog import ExportDialog
from app.ui.main_window import MainWindow

Shoot = Callable[[QWidget, str], None]
Wait = Callable[[Callable[[], bool]], None]
_KINDS = {
    "docx": "export-bericht",
    "xlsx": "export-tabelle",
    "card": "export-karte",
    "copy": "export-kopie",
    "mail": "export-mail",
}
EXPORTS = (*_KINDS.values(), "export-auswahl", "export-gespeichert")
_LESS = QSize(60, 60)  # than the window, so that it is seen to be a dialog


class ExportCamera:
    """A document is in front, of which something was decided."""

    def __init__(self, window: MainWindow, shoot: Shoot, wait: Wait) -> None:
        self._window, self._shoot, self._wait = window, shoot, wait

    def take(self) -> None:
        """Kind after kind, then findings ticked, then a file that was written."""
        dialog = self.open()
        for kind, picture in _KINDS.items():
            self._choose(dialog, kind)
            self._shoot(dialog, picture)
        self._tick(dialog)
        self._shoot(dialog, "export-auswahl")
        self._choose(dialog, "pdf")
        dialog.form.internal.click()
        self.save(dialog)
        self._previewed(dialog)
        self._shoot(dialog, "export-gespeichert")
        self.close(dialog)

    def write(self, kind: str, path: Path) -> None:
        """A file, for its own picture."""
        dialog = self.open()
        self._choose(dialog, kind)
        dialog.target.folder.setText(str(path.parent))
        dialog.target.name.setText(path.name)
        self.save(dialog)
        self.close(dialog)

    def open(self) -> ExportDialog:
        """Over the window."""
        self._wait(self._window.actions_["export"].isEnabled)
        self._window.actions_["export"].trigger()
        dialog = self._window.exporter.dialog
        if dialog is None:
            raise RuntimeError("no dialog was opened")
        dialog.resize(self._window.size() - _LESS)
        self._wait(lambda: dialog.source_known)
        return dialog

    def save(self, dialog: ExportDialog) -> None:
        """What is chosen."""
        dialog.save.click()
        self._wait(lambda: not dialog.saving)

    def close(self, dialog: QDialog) -> None:
        """It is gone afterwards."""
        dialog.reject()
        self._wait(lambda: self._window.exporter.dialog is None)

    def _choose(self, dialog: ExportDialog, kind: str) -> None:
        dialog.kinds.choose(kind)
        self._previewed(dialog)

    def _previewed(self, dialog: ExportDialog) -> None:
        self._wait(lambda: not dialog.previewer.busy)
        if dialog.preview.view is dialog.preview.pages:
            self._wait(lambda: dialog.preview.pages.drawn)

    def _tick(self, dialog: ExportDialog) -> None:
        """Findings for the other side, with a fallback that is warned of."""
        self._choose(dialog, "pdf")
        form = dialog.form
        form.outward.click()
        form.proposals.setCurrentIndex(form.proposals.findData(Wording.NEAREST))
        form.scope.setCurrentIndex(form.scope.findData(Scope.PICKED))
        self._wait(lambda: form.picker.model.rowCount() > 0)
        form.picker.words.setText("haftung")
        form.picker.all.click()
        self._previewed(dialog)
