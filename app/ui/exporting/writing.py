"""From "Save" to what came of it: one file at a time, asked before anything is replaced, told in the bar below the dialog."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from app.errors import Cancelled, ExpectedError
from app.ui.exporting.placement_text import told_lines
from app.ui.exporting.saved_bar import SavedBar
from app.ui.exporting.saver import Saver
from app.ui.exporting.saving import Order, Outcome, Refused, Saved
from app.wording.errors import error_sentence
from app.wording.lang import Lang


class Writing(QObject):
    """Of one dialog; the saver outlives it. `busy_changed`: whether a file is being written; `written`: one was."""

    busy_changed = Signal(bool)
    written = Signal()

    def __init__(self, saver: Saver, bar: SavedBar, lang: Lang, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._saver, self._bar, self._lang, self._dialog = saver, bar, lang, dialog
        self.busy = False
        self.titles: Mapping[str, str] = {}  # of findings by anchor
        saver.finished.connect(self.tell)

    def write(self, order: Order) -> None:
        """Make and write it."""
        self._set_busy(busy=True)
        self._bar.say_busy(self.tr("Wird gespeichert …"))
        self._saver.save(order)

    def cancel(self) -> None:
        """Give it up; that it was comes through the bar."""
        self._saver.cancel()

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit(busy)

    def tell(self, order: Order, outcome: Outcome) -> None:
        """What came of it; what another dialog asked for is not told here."""
        if not self.busy:
            return
        self._set_busy(busy=False)
        match outcome:
            case Saved(path, told, about):
                self._bar.say_saved(path, told_lines(told, about, self.titles, self._lang))
                self.written.emit()
            case Refused.TAKEN:
                self._bar.hide()
                self._ask_to_replace(order)
            case Refused():
                self._bar.say(self._refusal(outcome))
            case Cancelled():
                self._bar.say(self.tr("Abgebrochen. Es wurde nichts geschrieben."))
            case ExpectedError():
                self._bar.say(error_sentence(outcome, self._lang))
            case _:
                self._bar.say(self.tr("Die Datei wurde nicht geschrieben. Das ist ein Fehler im Programm."))

    def _refusal(self, refused: Refused) -> str:
        if refused is Refused.FOLDER:
            return self.tr("Diesen Ordner gibt es nicht. Bitte wählen Sie einen anderen.")
        return self.tr(
            "Das ist das Dokument selbst; es wird nicht überschrieben. Bitte wählen Sie einen anderen Namen."
        )

    def _ask_to_replace(self, order: Order) -> None:
        box = QMessageBox(self._dialog)
        box.setWindowTitle(self._dialog.windowTitle())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Die Datei „{0}“ gibt es schon. Soll sie ersetzt werden?").format(order.path.name))
        yes = box.addButton(self.tr("&Ersetzen"), QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(self.tr("&Nicht ersetzen"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes.clicked.connect(lambda: self.write(replace(order, overwrite=True)))
        box.open()
