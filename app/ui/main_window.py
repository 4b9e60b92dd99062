"""The window: tabs of documents, actions, dropping of files. What a document shows is its presenter's business."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
    QTabBar,
    QTabWidget,
    QWidget,
)

from app.errors import BugError, ExpectedError, KlausellupeError
from app.ui.actions import Actions
from app.ui.case_door import CaseDoor
from app.ui.casefile import said_by_user, stored
from app.ui.cases import Cases, Reopened
from app.ui.commands import Commands
from app.ui.context import Context
from app.ui.dialogs.about_dialog import AboutDialog
from app.ui.dialogs.bug_dialog import BugDialog
from app.ui.endings import file_filters
from app.ui.export import DEFAULT, export, with_ending
from app.ui.fitting import resize_within_screen
from app.ui.icons import app_icon
from app.ui.library import wiring
from app.ui.library.usage import UsageBook
from app.ui.library_door import LibraryDoor
from app.ui.panels.panel import Command
from app.ui.presenter import Presenter
from app.ui.views.close_button import CloseButton
from app.ui.views.empty_page import EmptyPage
from app.wording.commandline import text
from app.wording.errors import error_sentence
from app.wording.lang import Lang

_MESSAGE_MS = 8000


class MainWindow(QMainWindow):
    """One window with any number of documents."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._presenters: dict[QWidget, Presenter] = {}
        self.setWindowTitle("Klausellupe")
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.setUnifiedTitleAndToolBarOnMac(True)
        self.empty = EmptyPage(context)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setMovable(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideMiddle)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.tabs)
        self.setCentralWidget(self._stack)
        self.actions_ = Actions(self, context)
        self.commands = Commands(self.actions_, self._own_commands(), lambda: self.current, self)
        stored_cases = Cases()
        self.library = LibraryDoor(context, self.actions_, lambda: self.current, self, UsageBook(stored_cases, self))
        self.cases = CaseDoor(stored_cases, self.empty, self._open_case, self._show, self._say, self)
        self._connect()
        self._restore()
        self._refresh()

    def _connect(self) -> None:
        actions = self.actions_
        self.library.evaluation_wanted.connect(self._evaluate_again)
        self._context.library.failed.connect(self._say)
        for code, action in actions.languages.items():
            action.triggered.connect(lambda _=False, code=code: self._context.language.switch(code))
        for wish, action in actions.themes.items():
            action.triggered.connect(lambda _=False, wish=wish: self._choose_theme(wish))
        self.empty.open_wanted.connect(self.choose_files)
        self.empty.file_wanted.connect(lambda path: self.open_files([path]))
        self.tabs.currentChanged.connect(self._refresh)

    def _own_commands(self) -> dict[str, Command]:
        return {
            "open": self.choose_files,
            "export": self.choose_export,
            "close": lambda: self.close_document(self.tabs.currentIndex()),
            "quit": self.close,
            "cancel": self._cancel,
            "about": self.show_about,
            "settings": lambda: wiring.settings(self._context, self),
        }

    def _restore(self) -> None:
        em = self.fontMetrics().averageCharWidth()
        resize_within_screen(self, em * 190, em * 115)
        self.restoreGeometry(self._context.settings.shape("window"))
        self.restoreState(self._context.settings.shape("tools"))

    # --- documents

    @property
    def current(self) -> Presenter | None:
        """The document in front."""
        return self._presenters.get(self.tabs.currentWidget())

    def open_files(self, paths: Iterable[Path]) -> None:
        """One tab a file; a file that is open already comes to the front."""
        for path in paths:
            known = next((p for p in self._presenters.values() if p.session.shows(path)), None)
            if known is None:
                self._open(path)
            else:
                self.tabs.setCurrentWidget(known.page)

    def _open(self, path: Path) -> None:
        presenter = Presenter(path, self._context)
        self.cases.attach(presenter)
        self._add(presenter)
        self._context.settings.keep_recent(path)

    def _open_case(self, reopened: Reopened) -> None:
        """A case as it was left; where its reading is of no use any more, its document is read again."""
        known, problem = stored(reopened), reopened.case.problem
        if known is None:
            if problem is not None:
                self._say(problem)
            return
        facts, corrections = said_by_user(reopened.case.facts), reopened.case.corrections
        presenter = Presenter(reopened.case.entry.path, self._context, known, facts, corrections)
        self.cases.attach(presenter, reopened)
        self._add(presenter)
        self._say_what_is_shown(reopened)

    def _say_what_is_shown(self, reopened: Reopened) -> None:
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

    def _show(self, presenter: Presenter) -> None:
        self.tabs.setCurrentWidget(presenter.page)

    def _add(self, presenter: Presenter) -> None:
        path = presenter.session.path
        presenter.changed.connect(self._refresh)
        presenter.password_wanted.connect(lambda: self._ask_password(presenter))
        presenter.bug_shown.connect(self.show_bug)
        presenter.menu_wanted.connect(self.library.show_menu)
        presenter.document.said.connect(lambda text: self.statusBar().showMessage(text, _MESSAGE_MS))
        self._presenters[presenter.page] = presenter
        index = self.tabs.addTab(presenter.page, path.name.replace("&", "&&"))
        self.tabs.setTabToolTip(index, str(path))
        self.tabs.tabBar().setTabButton(index, QTabBar.ButtonPosition.RightSide, self._close_button(presenter))
        self.tabs.setCurrentIndex(index)
        self._refresh()

    def _close_button(self, presenter: Presenter) -> CloseButton:
        button = CloseButton(self._context)
        button.clicked.connect(lambda: self.close_document(self.tabs.indexOf(presenter.page)))
        return button

    def close_document(self, index: int) -> None:
        """Close a tab and end its work."""
        page = self.tabs.widget(index)
        if page is None:
            return
        self.tabs.removeTab(index)
        presenter = self._presenters.pop(page)
        self.cases.release(presenter)
        presenter.close()
        presenter.deleteLater()
        page.deleteLater()
        self.empty.refresh()
        self._refresh()

    def _refresh(self) -> None:
        presenter = self.current
        self._stack.setCurrentWidget(self.empty if presenter is None else self.tabs)
        self.setWindowTitle("Klausellupe" if presenter is None else f"{presenter.session.path.name} – Klausellupe")
        self.commands.refresh()

    def tell(self, error: KlausellupeError) -> None:
        """In every window that is open."""
        self._context.library.failed.emit(error)

    def _say(self, error: KlausellupeError) -> None:
        """What the library, the settings or the cases refused; the library's own window says its part too."""
        match error:
            case ExpectedError():
                self.statusBar().showMessage(error_sentence(error, self._lang), 15000)
            case BugError(report=report):
                self.show_bug(report)

    def _evaluate_again(self) -> None:
        for presenter in self._presenters.values():
            presenter.evaluate_again()

    # --- actions

    def choose_files(self) -> None:
        """File › Open."""
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Dateien öffnen"), "", file_filters())
        self.open_files(Path(name) for name in names)

    def choose_export(self) -> None:
        """File › Export the report."""
        presenter = self.current
        if presenter is None or presenter.analysis is None:
            return
        proposal = presenter.session.path.with_suffix(DEFAULT)
        filters = self.tr("HTML-Bericht (*.html);;JSON (*.json);;Text (*.txt)")
        title = self.tr("Bericht exportieren")
        name, wanted = QFileDialog.getSaveFileName(self, title, str(proposal), filters)
        if name:
            ending = next((e for e in (".json", ".txt") if e in wanted), DEFAULT)
            self.export_to(with_ending(Path(name), ending))

    def export_to(self, path: Path) -> None:
        """Write the report of the document in front."""
        presenter = self.current
        if presenter is None or presenter.analysis is None:
            return
        if path.exists() and path.samefile(presenter.session.path):
            presenter.page.banner.show_sentence(text("output_is_input", self._lang, path=path.name))
            return
        try:
            export(presenter.analysis, path, self._lang)
        except ExpectedError as error:
            presenter.page.banner.show_sentence(error_sentence(error, self._lang))
        else:
            self.statusBar().showMessage(self.tr("Bericht gespeichert: {0}").format(path), _MESSAGE_MS)

    def _choose_theme(self, wish: str) -> None:
        self._context.theme.choose(wish)
        self._context.settings.keep_theme(wish)

    def _cancel(self) -> None:
        if self.current is not None:
            self.current.session.cancel()

    def _ask_password(self, presenter: Presenter) -> None:
        title, label = self.tr("Verschlüsselte Datei"), self.tr("Passwort für {0}:").format(presenter.session.path.name)
        if presenter.password_tries:
            label = self.tr("Das Passwort war nicht richtig.") + "\n" + label
        password, given = QInputDialog.getText(self, title, label, QLineEdit.EchoMode.Password)
        if given and password:
            presenter.try_password(password)

    def show_bug(self, report: str) -> None:
        """A fault of ours."""
        dialog = BugDialog(report, self._lang, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_about(self) -> None:
        """Help › About."""
        dialog = AboutDialog(self._lang, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @property
    def _lang(self) -> Lang:
        return self._context.language.code

    # --- events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        event.acceptProposedAction()
        self.open_files(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's shape, end all work."""
        if not self.library.close():
            event.ignore()
            return
        settings = self._context.settings
        settings.keep_shape("window", self.saveGeometry())
        settings.keep_shape("tools", self.saveState())
        while self.tabs.count():
            self.close_document(0)
        self.cases.close()
        settings.save()
        event.accept()
