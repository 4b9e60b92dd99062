"""Many documents in a window of its own: chosen or dropped, reviewed, side by side in a table, and the clauses that they share.

Strategy: the reader says what happens, the tables show it, below them stands the chosen row in full. Results belong to this window and
go with it; a document is opened by the main window, which reads it like any other.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.jobs import batchworker
from app.jobs.session import Entry as Process
from app.reporting.portfolio.book import scope_text
from app.ui.context import Context
from app.ui.endings import file_filters
from app.ui.fitting import resize_within_screen
from app.ui.handedover import files_in
from app.ui.icons import app_icon
from app.ui.portfolio.cells import row_of
from app.ui.portfolio.entries import UNDER_WAY, Stage, at
from app.ui.portfolio.list_view import RowTable
from app.ui.portfolio.markup import document_markup, same_markup
from app.ui.portfolio.reader import PortfolioReader
from app.ui.portfolio.saving import PortfolioSaver
from app.ui.portfolio.shared import shared_rows
from app.ui.portfolio.start import PortfolioStart
from app.ui.portfolio.steps import PortfolioBar
from app.ui.portfolio.strip import PortfolioStrip
from app.ui.portfolio.tables import DocumentTable, SharedTable, Sifted
from app.ui.proposing import beside
from app.ui.views.banner import Banner
from app.ui.views.roomy_tabs import RoomyTabs
from app.wording.batch import batch_phrase, time_left
from app.wording.lang import Lang
from app.wording.portfoliowindow import names_text, portfolio_phrase

_WIDTH, _HEIGHT = 200, 110  # characters
_MESSAGE_MS = 15_000
_DOCUMENT_WIDTHS = (30, 23, 46, 9, 9, 9, 9, 34, 26, 26, 22, 12, 12)  # characters
_SHARED_WIDTHS = (10, 31, 30, 30, 60)


class PortfolioWindow(QMainWindow):
    """`open_files` shows documents in the main window."""

    closed = Signal()

    def __init__(
        self, context: Context, open_files: Callable[[tuple[Path, ...]], None], *, process: Process = batchworker.main
    ) -> None:
        super().__init__()
        self._context, self._open_files = context, open_files
        self.reader = PortfolioReader(context, self, process=process)
        self.saver = PortfolioSaver(self.say, lambda: self._lang, self)
        self.documents, self.shared = DocumentTable(context.theme, self), SharedTable(context.theme, self)
        self._sifted = Sifted(self.documents, self), Sifted(self.shared, self)
        self.table = RowTable(self._sifted[0], _DOCUMENT_WIDTHS, context.theme)
        self.same = RowTable(self._sifted[1], _SHARED_WIDTHS, context.theme)
        self.words, self.tabs, self.detail = QLineEdit(clearButtonEnabled=True), RoomyTabs(), QTextBrowser()
        self.banner, self.sums = Banner(context.theme), QLabel(wordWrap=True)
        self.strip, self.start = PortfolioStrip(), PortfolioStart(context.theme)
        self.bar = PortfolioBar(self)
        self.steps = self.bar.steps
        self._find, self._cancel = QAction(self), QAction(self)
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self._arrange()
        self._connect()
        self._speak()
        self.table.fit_columns()
        self.same.fit_columns()
        self.same.horizontalHeader().setStretchLastSection(True)
        self._look()

    # --- arranged

    def _arrange(self) -> None:
        self.sums.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setOpenLinks(False)
        self.tabs.setDocumentMode(True)
        for table in (self.table, self.same):
            self.tabs.addTab(table, "")
        parts = QSplitter(Qt.Orientation.Vertical)
        for part, share in ((self.tabs, 3), (self.detail, 2)):
            parts.addWidget(part)
            parts.setStretchFactor(parts.count() - 1, share)
        parts.setChildrenCollapsible(False)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        for above in (self.strip, self.banner, self.words):
            column.addWidget(above)
        column.addWidget(parts, 1)
        column.addWidget(self.sums)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        self._pages.addWidget(content)
        em = self.fontMetrics().averageCharWidth()
        self._pages.setContentsMargins(em, em, em, 0)
        self.setCentralWidget(self._pages)
        self._add_bar()
        resize_within_screen(self, em * _WIDTH, em * _HEIGHT)
        self.restoreGeometry(self._context.settings.shape("portfolio"))
        parts.setSizes([3000, 2000])

    def _add_bar(self) -> None:
        self.addToolBar(self.bar)
        self._find.setShortcut(QKeySequence("Ctrl+F"))
        self._cancel.setShortcut(QKeySequence("Esc"))
        self.addActions([self._find, self._cancel])

    def _connect(self) -> None:
        context, reader = self._context, self.reader
        context.language.changed.connect(self._speak)
        context.theme.changed.connect(self._look)
        reader.listed.connect(self._list)
        reader.advanced.connect(self._advance)
        reader.turned.connect(self._turn)
        self.strip.cancelled.connect(reader.cancel)
        self.banner.acted.connect(reader.again)
        self.start.files_wanted.connect(self.choose_files)
        self.start.folder_wanted.connect(self.choose_folder)
        for sifted in self._sifted:
            self.words.textChanged.connect(sifted.sift)
        self.words.textChanged.connect(self._count)
        for table in (self.table, self.same):
            table.chosen.connect(self._show_detail)
            table.opened.connect(self._open_row)
        self.tabs.currentChanged.connect(self._show_detail)
        self.detail.anchorClicked.connect(self._open_link)
        commands = {
            "files": self.choose_files,
            "folder": self.choose_folder,
            "open": lambda: self._open_row(self._shown.row),
            "save": self.save,
            "again": reader.again,
            "clear": reader.clear,
        }
        for name, command in commands.items():
            self.steps[name].triggered.connect(lambda _=False, command=command: command())
        self._find.triggered.connect(lambda: self.words.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self._cancel.triggered.connect(self._escape)

    def _look(self) -> None:
        self.bar.look()
        self.start.look()
        self._show_detail()

    def _speak(self) -> None:
        self.bar.speak()
        self.setWindowTitle(self.tr("Mehrere Dokumente auswerten – Klausellupe"))
        self.words.setPlaceholderText(self.tr("Filtern: Name, Wert, Hinweis … (Strg+F)"))
        self.words.setAccessibleName(self.tr("Zeilen filtern"))
        self.table.setAccessibleName(self.tr("Dokumente"))
        self.same.setAccessibleName(self.tr("Gleiche Klauseln in mehreren Dokumenten"))
        self.detail.setAccessibleName(self.tr("Einzelheiten der gewählten Zeile"))
        self.start.speak()
        self.strip.speak()
        self._list()
        self._tell()

    # --- what the reader says

    def _list(self) -> None:
        reader, row = self.reader, self.table.row
        self.documents.show_rows([row_of(entry, self._lang) for entry in reader.entries], self._lang)
        self._turn_page(content=bool(reader.entries) or reader.busy)
        self._share()
        self.table.choose(max(row, 0))
        self._show_detail()

    def _share(self) -> None:
        """Clauses of rows that are listed."""
        self.shared.show_rows(shared_rows(self.reader.portfolio(), self._lang), self._lang)
        self._count()

    def _advance(self, number: int) -> None:
        entry = self.reader.entries[number]
        self.documents.change_row(number, row_of(entry, self._lang))
        self._report()
        if number == self.table.row and entry.stage not in UNDER_WAY:
            self._show_detail()

    def _turn(self) -> None:
        """Another step: what can be done now, and what came of it."""
        if not self.reader.busy:
            self._share()
        self._tell()

    def _tell(self) -> None:
        reader = self.reader
        busy, there = reader.busy, bool(reader.entries)
        self._turn_page(content=there or busy)
        self.strip.setVisible(busy)
        for name in ("files", "folder"):
            self.steps[name].setEnabled(not busy)
        for name in ("save", "again", "clear"):
            self.steps[name].setEnabled(there and not busy)
        missing = bool(at(reader.entries, Stage.FAILED, Stage.ENDED)) or reader.same_failed
        self.bar.name_again(missing=missing)
        self._report()
        self._conclude()

    def _turn_page(self, *, content: bool) -> None:
        """The keyboard goes along."""
        before = self._pages.currentIndex()
        self._pages.setCurrentIndex(int(content))
        if content and not before:
            self.table.setFocus()
        elif before and not content:
            self.start.files.setFocus()

    def _report(self) -> None:
        reader, lang = self.reader, self._lang
        if reader.step != "reading":
            if reader.busy:
                self.strip.report(portfolio_phrase(reader.step, lang), None)
            return
        done = sum(entry.stage not in UNDER_WAY for entry in reader.entries)
        seconds, total = reader.remaining(), len(reader.entries)
        if seconds is None:
            sentence = portfolio_phrase("so_far", lang, done=done, total=total)
        else:
            left = time_left(seconds, lang)
            sentence = portfolio_phrase("so_far_left", lang, done=done, total=total, left=left)
        self.strip.report(sentence, reader.fraction)

    def _conclude(self) -> None:
        """How much was read, and what was not, by name."""
        reader, lang = self.reader, self._lang
        failed = tuple(entry.name for entry in at(reader.entries, Stage.FAILED))
        ended = len(at(reader.entries, Stage.ENDED))
        told = [portfolio_phrase("not_read", lang, names=names_text(failed, lang))] if failed else []
        told += [portfolio_phrase("not_reviewed", lang, count=ended)] if ended else []
        told += [portfolio_phrase("same_failed", lang)] if reader.same_failed else []
        if told and not reader.busy:
            kind = "error" if failed else "note"
            self.banner.show_sentence("\n".join(told), self.tr("Noch einmal versuchen"), kind=kind)
        else:
            self.banner.hide()
        self.sums.setText("" if reader.busy or not reader.entries else self._scope())
        if reader.entries or reader.busy or not reader.looked_in_vain:
            return
        self.say(portfolio_phrase("nothing_found", lang))

    def _scope(self) -> str:
        portfolio = self.reader.portfolio()
        lines = [scope_text(portfolio, self._lang)]
        if portfolio.left_out:
            names = names_text(portfolio.left_out, self._lang)
            lines.append(batch_phrase("left_out", self._lang, names=names))
        return "\n".join(lines)

    def _count(self) -> None:
        """Rows that the filter shows, of how many."""
        groups = len(self.reader.same or ())
        shown, total = self._sifted[0].rowCount(), self.documents.rowCount()
        number = str(total) if shown == total else f"{shown}/{total}"
        self.tabs.setTabText(0, self.tr("Dokumente ({0})").format(number))
        self.tabs.setTabText(1, self.tr("Gleiche Klauseln ({0})").format(groups))

    # --- a row

    @property
    def _shown(self) -> RowTable:
        return self.same if self.tabs.currentWidget() is self.same else self.table

    def _show_detail(self) -> None:
        row, entries = self._shown.row, self.reader.entries
        self.steps["open"].setEnabled(row >= 0)
        if row < 0:
            empty = self._shown is self.same and not self.reader.busy and not self.reader.same
            self.detail.setPlainText(batch_phrase("no_same", self._lang) if empty and entries else "")
        elif self._shown is self.table:
            self.detail.setHtml(document_markup(entries[row], self._lang, self._context.theme))
        elif self.reader.same:
            shared, portfolio = self.shared.rows[row], self.reader.portfolio()
            same = portfolio.same[shared.group]
            self.detail.setHtml(same_markup(portfolio, same, shared.number, self._lang, self._context.theme))

    def _open_row(self, row: int) -> None:
        if row >= 0:
            self._open(self.shared.rows[row].number if self._shown is self.same else row)

    def _open_link(self, link: QUrl) -> None:
        self._open(int(link.toString()))

    def _open(self, number: int) -> None:
        path = self.reader.entries[number].path
        if path is not None:
            self._open_files((path,))

    # --- what can be done

    def choose_files(self) -> None:
        """Beside those that are there."""
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Dateien auswerten"), "", file_filters())
        self.reader.add(map(Path, names))

    def choose_folder(self) -> None:
        """With all folders in it."""
        name = QFileDialog.getExistingDirectory(self, self.tr("Ordner auswerten"))
        if name:
            self.reader.add([Path(name)])

    def save(self) -> None:
        """As a file."""
        paths = tuple(entry.path for entry in self.reader.entries if entry.path is not None)
        if self.reader.busy or not self.reader.entries:
            return
        proposal = beside(paths[0] if paths else Path()).with_name(f"{batch_phrase('title', self._lang)}.xlsx")
        asked = self.saver.ask(proposal)
        if asked is not None:
            self.save_to(asked[0], replace=asked[1])

    def save_to(self, path: Path, *, replace: bool = False) -> None:
        """In the form its suffix names."""
        documents = tuple(entry.path for entry in self.reader.entries if entry.path is not None)
        looked = self.reader.same is not None
        self.saver.save(self.reader.portfolio(), path, documents, looked=looked, replace=replace)

    def say(self, text: str) -> None:
        """Quietly."""
        self.statusBar().showMessage(text, _MESSAGE_MS)

    def _escape(self) -> None:
        """First the filter, then the work."""
        if self.words.text() and self.words.hasFocus():
            self.words.clear()
        else:
            self.reader.cancel()

    @property
    def _lang(self) -> Lang:
        return self._context.language.code

    # --- events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders are welcome while nothing is under way."""
        if files_in(event.mimeData()) and not self.reader.busy:
            event.acceptProposedAction()
            self.start.set_hot(hot=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """They went by."""
        self.start.set_hot(hot=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Review what was dropped."""
        event.acceptProposedAction()
        self.start.set_hot(hot=False)
        self.reader.add(files_in(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """All work ends; a file that is being written is waited for."""
        self._context.settings.keep_shape("portfolio", self.saveGeometry())
        self.reader.close()
        self.saver.close()
        event.accept()
        self.closed.emit()
        self.deleteLater()
