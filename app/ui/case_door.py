"""The way between the main window and the stored cases: the list on the start page, opening, keeping, deleting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from app.errors import KlausellupeError
from app.models.analysis import LibraryStamp
from app.pipeline.stamps import library_stamp
from app.ui.background import Background
from app.ui.cases import Cases, Reopened
from app.ui.inthread import InThread
from app.ui.models.cases import Known, case_rows
from app.ui.models.filesigns import file_signs
from app.ui.views.empty_page import EmptyPage

if TYPE_CHECKING:
    from app.storage.casestore import CaseEntry
    from app.ui.casefile import CaseFile
    from app.ui.presenter import Presenter

_LATER_MS = 2500  # the window and the first document come first


class CaseDoor(QObject):
    """One for the main window; `show` opens a tab for a case, `front` brings one to the front, `say` shows what could not be stored."""

    def __init__(
        self,
        cases: Cases,
        empty: EmptyPage,
        show: Callable[[Reopened], None],
        front: Callable[[Presenter], None],
        say: Callable[[KlausellupeError], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = empty.context
        self._cases, self._empty, self._window = cases, empty, parent
        self._show, self._front = show, front
        self._files: dict[Presenter, CaseFile] = {}
        self._entries: tuple[CaseEntry, ...] = ()
        self.question: QMessageBox | None = None
        self._signs: dict[str, str] = {}
        self._library = ""  # fingerprint of the library in force, "" while it is not known
        self._files_look, self._library_look = InThread(self), Background(self)
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        cases.listed.connect(self._list)
        cases.failed.connect(say)
        empty.shown_again.connect(self._refresh)
        empty.case_wanted.connect(self.open)
        empty.case_unwanted.connect(self._ask)
        empty.cases.rename_wanted.connect(cases.rename)
        empty.cases.folder_wanted.connect(_show_folder)
        self._listen()
        cases.start()

    def _listen(self) -> None:
        """What the list says of files and of the library is looked up when the window has come to rest."""
        self._files_look.done.connect(self._show_signs)
        self._library_look.done.connect(self._show_stamp)
        self._later.timeout.connect(self._look)
        for moved in (self._context.library.ready, self._context.library.changed):
            moved.connect(self._later.start)
        self._context.language.changed.connect(self._show_list)

    def open(self, case: str) -> None:
        """Show a case: the tab it has, or a new one."""
        wanted = next((entry.sha256 for entry in self._entries if entry.id == case), "")
        if not self.brought_to_front(wanted):
            self._cases.open(case, self._opened)

    def _opened(self, reopened: Reopened) -> None:
        """It may have been asked for twice."""
        if not self.brought_to_front(reopened.case.entry.sha256):
            self._show(reopened)

    def brought_to_front(self, sha256: str) -> bool:
        """Whether a document of this content has a tab; then it is in front now."""
        shown = next((presenter for presenter, file in self._files.items() if sha256 and file.sha256 == sha256), None)
        if shown is not None:
            self._front(shown)
        return shown is not None

    def attach(self, presenter: Presenter, reopened: Reopened | None = None) -> None:
        """From now on the document has a case."""
        from app.ui.casefile import CaseFile

        self._files[presenter] = CaseFile(presenter, self._cases, reopened)

    def release(self, presenter: Presenter) -> None:
        """The document is closed: where the user was is remembered."""
        file = self._files.pop(presenter)
        file.close()
        if file.sha256:
            self._cases.refresh()

    def close(self) -> None:
        """Wait until all is stored."""
        self._later.stop()
        self._library_look.stop()
        self._files_look.close()
        self._cases.close()

    # --- the list

    def _refresh(self) -> None:
        """Somebody looks at it again: documents were opened and decisions made meanwhile."""
        if self._cases.path.is_file():
            self._cases.refresh()

    def _list(self, entries: tuple[CaseEntry, ...]) -> None:
        self._entries = entries
        self._show_list()
        if entries:
            self._later.start()

    def _show_list(self) -> None:
        known = Known(datetime.now(UTC), self._signs, self._library)
        self._empty.show_cases(case_rows(self._entries, known, self._context.language.code))

    def _look(self) -> None:
        """Whether files are where they were, and which library is in force: in a thread, and in a process of its own."""
        entries = self._entries
        self._files_look.start(lambda stale: file_signs(entries, stale))
        self._library_look.start(library_stamp, self._context.library.effective())

    def _show_signs(self, signs: dict[str, str]) -> None:
        if signs != self._signs:
            self._signs = signs
            self._show_list()

    def _show_stamp(self, stamp: LibraryStamp) -> None:
        if stamp.sha256 != self._library:
            self._library = stamp.sha256
            self._show_list()

    def _ask(self, case: str, title: str) -> None:
        """Deleting cannot be undone, so it is asked."""
        question = QMessageBox(self._window)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setWindowTitle(self.tr("Vorgang löschen"))
        question.setText(self.tr("Soll der Vorgang „{0}“ gelöscht werden?").format(title))
        question.setInformativeText(
            self.tr(
                "Gelöscht werden die Auswertung, der gelesene Text, alle Entscheidungen, ein mitgespeichertes Dokument und die "
                "Kopien davon in Sicherungen. Die Datei selbst bleibt, wo sie ist. Das lässt sich nicht rückgängig machen."
            )
        )
        delete = question.addButton(self.tr("&Löschen"), QMessageBox.ButtonRole.DestructiveRole)
        keep = question.addButton(self.tr("&Behalten"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(keep)
        delete.clicked.connect(lambda: self._delete(case))
        self.question = question
        question.open()

    def _delete(self, case: str) -> None:
        """The case, and its document's name among the files opened last."""
        for entry in self._entries:
            if entry.id == case:
                self._empty.forget(entry.path)
        self._cases.delete(case)


def _show_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
