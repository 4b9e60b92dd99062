"""Clauses from Word and from tables on their way into the library: file, questions, drafts to look through, taken in one step.

The file is read in a process of its own, because it may be large, damaged or hostile.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QProgressDialog,
    QVBoxLayout,
    QWidget,
)

from app.errors import BugError, Cancelled, ErrorCode, ExpectedError, KlausellupeError
from app.importing.clauselists.model import ClauseList, Columns, Defaults, Sheet
from app.library.model import ReferenceClause, Revision
from app.pipeline.listfiles import drafts_of_sheet, drafts_of_word, sheets_of
from app.settings import load_settings
from app.ui.background import Background
from app.ui.dialogs.buttons import Buttons
from app.ui.library.desk import Desk
from app.ui.library.listimport_columns import ColumnsDialog
from app.ui.library.listimport_drafts import DraftsDialog
from app.ui.library.listimport_sides import SidesForm
from app.wording.errors import bug_sentence, error_sentence
from app.wording.lang import Lang
from app.wording.progress import progress_sentence

_PATIENCE_MS = 600
_STEPS = 1000


class ListImport(QObject):
    """One file; it deletes itself at the end. `shown` is the dialog that waits for the user."""

    finished = Signal(int)  # drafts taken

    def __init__(self, desk: Desk, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._path, self._window = desk, path, parent
        self._lang = desk.context.language.code
        self.shown: QDialog | None = None
        self._background = Background(self)
        self._background.done.connect(self._go_on)
        self._background.failed.connect(self._fail)
        self._background.progressed.connect(self._show_progress)
        self._waiting = QProgressDialog("", self.tr("Abbrechen"), 0, _STEPS, parent)
        self._waiting.setWindowModality(Qt.WindowModality.WindowModal)
        self._waiting.setMinimumDuration(_PATIENCE_MS)
        self._waiting.canceled.connect(self._background.cancel)
        self._waiting.reset()

    # --- steps

    def start_word(self) -> None:
        """Ask for the sides, then read."""
        self._ask(SidesDialog(self._lang, self._read_word, self._window))

    def start_table(self) -> None:
        """Read the sheets, then ask for the columns."""
        self._background.start(sheets_of, self._path)

    def _read_word(self, sides: SidesForm) -> None:
        types = self._desk.session.store.types()
        self._background.start(drafts_of_word, self._path, self._defaults(sides), types)

    def _go_on(self, result: tuple[Sheet, ...] | ClauseList) -> None:
        self._waiting.reset()
        if isinstance(result, ClauseList):
            self._show_drafts(result)
        elif not any(sheet.rows for sheet in result):
            self._say(error_sentence(ExpectedError(ErrorCode.NO_TEXT), self._lang))
        else:
            dialog = ColumnsDialog([s for s in result if s.rows], self._lang, self._read_table, self._window)
            self._ask(dialog)

    def _read_table(self, sheet: Sheet, columns: Columns) -> None:
        dialog = self.shown
        if isinstance(dialog, ColumnsDialog):
            types = self._desk.session.store.types()
            self._background.start(drafts_of_sheet, sheet, columns, self._defaults(dialog.sides), types)

    def _show_drafts(self, found: ClauseList) -> None:
        title = self.tr("Entwürfe aus {0}").format(self._path.name)
        self._ask(DraftsDialog(self._desk, found, title, self._take, self._window))

    def _take(self, clauses: tuple[ReferenceClause, ...]) -> bool:
        """All in one step; whether the library took them."""
        reason = self.tr("Aus einer Datei übernommen")
        done = self._desk.session.write(
            lambda store, author, at: store.bring_in(
                [Revision(clause, author, at, reason) for clause in clauses], origin="file", at=at
            ),
            parent=self._window,
        )
        if done is not None:
            self._end(len(done))
        return done is not None

    def _defaults(self, sides: SidesForm) -> Defaults:
        taken = frozenset(entry.id for entry in self._desk.session.store.entries())
        today = self._desk.session.now().astimezone().date()
        return sides.defaults(taken, load_settings()[0].user, today)

    # --- what is shown

    def _ask(self, dialog: QDialog) -> None:
        self.shown = dialog
        dialog.rejected.connect(lambda: self._end(0))
        dialog.open()

    def _show_progress(self, fraction: float, code: str, params: dict[str, str | int]) -> None:
        self._waiting.setLabelText(progress_sentence(code, params, self._lang))
        self._waiting.setValue(min(_STEPS - 1, round(fraction * _STEPS)))

    def _fail(self, error: KlausellupeError) -> None:
        self._waiting.reset()
        match error:
            case Cancelled():
                self._end(0)
            case ExpectedError():
                self._say(f"{self._path.name}: {error_sentence(error, self._lang)}")
            case BugError():
                self._say(bug_sentence(self._lang))

    def _say(self, sentence: str) -> None:
        title = self.tr("Klauseln importieren")
        message = QMessageBox(QMessageBox.Icon.NoIcon, title, sentence, parent=self._window)
        message.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        message.finished.connect(lambda: self._end(0))
        self.shown = message
        message.open()

    def _end(self, count: int) -> None:
        self._background.stop()
        self._waiting.deleteLater()
        self.finished.emit(count)
        self.deleteLater()


class SidesDialog(QDialog):
    """The questions that a Word file does not answer."""

    def __init__(self, lang: Lang, done: Callable[[SidesForm], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Klauseln aus Word"))
        self._done = done
        self.sides = SidesForm(lang)
        note = QLabel(
            self.tr(
                "Jede Überschrift mit ihrem Text wird ein Entwurf; Tabellen mit Spalten wie „Bevorzugt“ und „Rückfall“ werden "
                "erkannt. Sie sehen alles durch, bevor es in die Bibliothek kommt."
            )
        )
        note.setWordWrap(True)
        buttons = Buttons(self)
        buttons.addButton(self.tr("&Weiter"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for widget in (note, self.sides, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 85)

    def accept(self) -> None:
        """On with these."""
        super().accept()
        self._done(self.sides)


def import_word(desk: Desk, parent: QWidget) -> None:
    """Ask for a Word file."""
    filters = QCoreApplication.translate("ListImport", "Word und Verwandte (*.docx *.doc *.odt *.rtf)")
    name, _ = QFileDialog.getOpenFileName(
        parent, QCoreApplication.translate("ListImport", "Klauseln aus Word"), "", filters
    )
    if name:
        ListImport(desk, Path(name), parent).start_word()


def import_table(desk: Desk, parent: QWidget) -> None:
    """Ask for a table."""
    filters = QCoreApplication.translate("ListImport", "Excel und CSV (*.xlsx *.csv *.tsv *.txt)")
    name, _ = QFileDialog.getOpenFileName(
        parent, QCoreApplication.translate("ListImport", "Klauseln aus einer Tabelle"), "", filters
    )
    if name:
        ListImport(desk, Path(name), parent).start_table()
