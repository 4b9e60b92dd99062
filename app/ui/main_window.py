"""The window: start page or tabs of documents, menus, status bar, dropping of files. The rest is in the parts it joins."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow, QMenu, QVBoxLayout, QWidget

from app.errors import BugError, ExpectedError, KlausellupeError
from app.ui.actions import Actions
from app.ui.case_door import CaseDoor
from app.ui.cases import Cases, Reopened
from app.ui.commands import Commands
from app.ui.comparing.door import CompareDoor
from app.ui.context import Context
from app.ui.dialogs.about_dialog import AboutDialog
from app.ui.dialogs.bug_dialog import BugDialog
from app.ui.dialogs.password_dialog import ask_password
from app.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from app.ui.endings import file_filters
from app.ui.exporter import Exporter
from app.ui.first_steps import FirstSteps
from app.ui.fitting import resize_within_screen
from app.ui.handedover import files_in, text_in
from app.ui.icons import app_icon
from app.ui.import_door import ImportDoor
from app.ui.library import wiring
from app.ui.library.usage import UsageBook
from app.ui.library_door import LibraryDoor
from app.ui.models.pasted import is_pasted
from app.ui.portfolio.door import PortfolioDoor
from app.ui.tabs import DocumentTabs
from app.ui.views.empty_page import EmptyPage
from app.ui.views.status_line import StatusLine
from app.wording.errors import error_sentence
from app.wording.lang import Lang

if TYPE_CHECKING:
    from app.ui.panels.panel import Command
    from app.ui.presenter import Presenter

_MESSAGE_MS = 8000
_ERROR_MS = 15000


class MainWindow(QMainWindow):
    """One window with any number of documents."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setWindowTitle("Klausellupe")
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.setUnifiedTitleAndToolBarOnMac(True)
        self.empty = EmptyPage(context)
        self.tabs = DocumentTabs(context, self.empty)
        self.actions_ = Actions(self, context)
        self.status = StatusLine(context)
        self.statusBar().addPermanentWidget(self.status)
        stored_cases = Cases()
        self.library = LibraryDoor(context, self.actions_, lambda: self.current, self, UsageBook(stored_cases, self))
        self.cases = CaseDoor(stored_cases, self.empty, self._open_case, self.tabs.bring, self._say, self)
        self.imports = ImportDoor(self.tabs, self.cases, context, self.say, self)
        self._arrange()
        self.exporter = Exporter(context, lambda: self.current, self.say, stored_cases.document, self)
        self.comparing = CompareDoor(context, lambda: self.current, lambda: self.tabs, self)
        self.portfolio = PortfolioDoor(context, self.take_over, self)
        self.first_steps = FirstSteps(self)
        self.commands = Commands(self.actions_, self._own_commands(), lambda: self.current, self)
        self._connect()
        self._restore()
        self._refresh()

    def _arrange(self) -> None:
        """Start page or documents, below them the files that are being read."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.imports.list)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        actions, context = self.actions_, self.context
        self.library.evaluation_wanted.connect(self._evaluate_again)
        context.library.failed.connect(self._say)
        for code, action in actions.languages.items():
            action.triggered.connect(lambda _=False, code=code: self.speak(code))
        for wish, action in actions.themes.items():
            action.triggered.connect(lambda _=False, wish=wish: self._choose_theme(wish))
        self.empty.open_wanted.connect(self.choose_files)
        self.empty.paste_wanted.connect(self.imports.paste)
        self.empty.sample_wanted.connect(self.imports.sample)
        self.empty.file_wanted.connect(lambda path: self.open_files([path]))
        self.tabs.opened.connect(self._listen)
        self.tabs.closing.connect(self._release)
        self.tabs.turned.connect(self._refresh)
        self.status.next_wanted.connect(lambda: self.commands.run("next_undecided"))

    def _own_commands(self) -> dict[str, Command]:
        return {
            "open": self.choose_files,
            "paste_text": self.imports.paste,
            "sample": self.imports.sample,
            "export": self.exporter.choose,
            "export_card": lambda: self.exporter.choose("card"),
            "export_copy": lambda: self.exporter.choose("copy"),
            "compare": self.comparing.choose,
            "compare_forms": lambda: self.comparing.choose(forms=True),
            "portfolio": self.portfolio.open,
            "close": self.tabs.close_current,
            "start": self.tabs.show_start,
            "quit": self.close,
            "cancel": self._cancel,
            "settings": lambda: wiring.settings(self.context, self),
            "shortcuts": lambda: self._show(ShortcutsDialog(self.actions_, self)),
            "tour": self.first_steps.show,
            "about": lambda: self._show(AboutDialog(self._lang, self)),
        }

    def _restore(self) -> None:
        em = self.fontMetrics().averageCharWidth()
        resize_within_screen(self, em * 190, em * 115)
        self.restoreGeometry(self.context.settings.shape("window"))
        self.restoreState(self.context.settings.shape("tools"))

    # --- documents

    @property
    def current(self) -> Presenter | None:
        """The document in front."""
        return self.tabs.current

    def open_files(self, paths: Iterable[Path]) -> None:
        """Files and folders; a file that is open already comes to the front."""
        self.imports.open(paths)

    def take_over(self, paths: tuple[Path, ...]) -> None:
        """The program was started once more."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.open_files(paths)

    def _open_case(self, reopened: Reopened) -> None:
        """A case as it was left; where its reading is of no use any more, its document is read again."""
        from app.ui.casefile import said_by_user, stored

        known, problem = stored(reopened), reopened.case.problem
        if known is None:
            if problem is not None:
                self._say(problem)
            return
        case = reopened.case
        presenter = self.tabs.open_tab(case.entry.path, known, said_by_user(case.facts), case.corrections)
        self.cases.attach(presenter, reopened)
        self._say_what_is_shown(reopened)

    def _say_what_is_shown(self, reopened: Reopened) -> None:
        if is_pasted(reopened.case.entry.path):
            return  # nobody misses a file that never was
        if reopened.content is None:
            text = self.tr(
                "Die Datei liegt nicht mehr an ihrem Ort. Gezeigt wird der gelesene Text ohne das Seitenbild."
            )
            if reopened.changed:
                text = self.tr("Die Datei hat sich seither geändert. Gezeigt wird der damals gelesene Text.")
            self.statusBar().showMessage(text)
        elif reopened.changed:
            self.statusBar().showMessage(
                self.tr("Die Datei hat sich seither geändert. Gezeigt wird das damals gespeicherte Dokument.")
            )

    def _listen(self, presenter: Presenter) -> None:
        presenter.password_wanted.connect(lambda: ask_password(presenter, self))
        presenter.bug_shown.connect(self.show_bug)
        presenter.menu_wanted.connect(self._show_clause_menu)
        presenter.document.said.connect(self.say)
        presenter.document.reference_wanted.connect(self.library.show_clause)
        self.status.listen(presenter)

    def _release(self, presenter: Presenter) -> None:
        self.cases.release(presenter)
        self.empty.refresh()

    def _refresh(self) -> None:
        presenter = self.current
        self.setWindowTitle("Klausellupe" if presenter is None else f"{presenter.session.path.name} – Klausellupe")
        self.status.show_document(presenter)
        self.commands.refresh()

    def _evaluate_again(self) -> None:
        for presenter in self.tabs:
            presenter.evaluate_again()

    # --- messages

    def say(self, text: str) -> None:
        """Quietly."""
        self.statusBar().showMessage(text, _MESSAGE_MS)

    def tell(self, error: KlausellupeError) -> None:
        """In every window that is open."""
        self.context.library.failed.emit(error)

    def _say(self, error: KlausellupeError) -> None:
        """What the library, the settings or the cases refused; the library's own window says its part too."""
        match error:
            case ExpectedError():
                self.statusBar().showMessage(error_sentence(error, self._lang), _ERROR_MS)
            case BugError(report=report):
                self.show_bug(report)

    def show_bug(self, report: str) -> None:
        """A fault of ours."""
        self._show(BugDialog(report, self._lang, self))

    # --- actions

    def choose_files(self) -> None:
        """File › Open."""
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Dateien öffnen"), "", file_filters())
        self.open_files(Path(name) for name in names)

    def speak(self, lang: Lang) -> None:
        """Another language, from now on and the next time."""
        self.context.language.switch(lang)
        self.context.settings.keep_language(lang)

    def _choose_theme(self, wish: str) -> None:
        self.context.theme.choose(wish)
        self.context.settings.keep_theme(wish)

    def _cancel(self) -> None:
        if self.current is not None:
            self.current.session.cancel()

    def _show_clause_menu(self, place: QPoint) -> None:
        """What can be done with the clause that was clicked."""
        menu = QMenu(self)
        self.commands.fill_clause_menu(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @property
    def _lang(self) -> Lang:
        return self.context.language.code

    # --- events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files, folders and text are welcome."""
        if files_in(event.mimeData()) or text_in(event.mimeData()):
            event.acceptProposedAction()
            self.empty.zone.set_hot(hot=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """They went by."""
        self.empty.zone.set_hot(hot=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        event.acceptProposedAction()
        self.empty.zone.set_hot(hot=False)
        self.imports.take(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's shape, end all work."""
        if not self.library.close():
            event.ignore()
            return
        settings = self.context.settings
        settings.keep_shape("window", self.saveGeometry())
        settings.keep_shape("tools", self.saveState())
        self.imports.close()
        self.comparing.close()
        self.portfolio.close()
        self.tabs.close_all()
        self.exporter.close()
        self.cases.close()
        settings.save()
        event.accept()
