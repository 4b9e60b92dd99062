"""The clause library in a window of its own, so that it can stand beside a document: types, list, clause.

The window connects; `LibraryPage` arranges, what is shown is `Browsing`'s business, what is done `wiring`'s. After every change everything
is read again; nothing is patched.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow

from app.errors import ErrorCode, ExpectedError, KlausellupeError
from app.library.model import Status
from app.ui.fitting import resize_within_screen
from app.ui.icons import app_icon
from app.ui.library import wiring
from app.ui.library.browsing import Browsing
from app.ui.library.day_dialog import DayDialog, end_of_day
from app.ui.library.desk import Desk
from app.ui.library.detail import clause_html
from app.ui.library.library_actions import LibraryActions
from app.ui.library.library_page import LibraryPage
from app.ui.library.rows import Row
from app.ui.library.shelf import Database, Shelf, starter
from app.ui.library.usage import usage_text
from app.wording.errors import error_sentence
from app.wording.lang import Lang
from app.wording.numbers import date_text

_QUIET = frozenset({ErrorCode.STORE_LOCKED, ErrorCode.LIBRARY_CHANGED})  # nothing is lost, try again
_SEARCH_AFTER_MS = 120
_DETAIL_AFTER_MS = 30
_RELOAD_AFTER_MS = 300  # drafts are kept while somebody types
_WIDTH, _HEIGHT = 200, 110  # characters


class LibraryWindow(QMainWindow):
    """One for the program; closing hides it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._context = desk.context
        self.browsing = Browsing()
        self._day: date | None = None
        self.setWindowIcon(app_icon())
        self.actions_ = LibraryActions(self, self._context)
        self.page = LibraryPage(desk, self.actions_)
        self.search, self.filters, self.tree = self.page.search, self.page.filters, self.page.tree
        self.pane, self.list, self.detail = self.page.pane, self.page.pane.list, self.page.detail
        self.banner, self.notice = self.page.banner, self.page.notice
        self.setCentralWidget(self.page)
        self._search_soon, self._detail_soon = self._timer(_SEARCH_AFTER_MS), self._timer(_DETAIL_AFTER_MS)
        self._reload_soon = self._timer(_RELOAD_AFTER_MS)
        self._connect()
        self._restore()
        self._retranslate()
        desk.session.prepare()

    def _timer(self, after: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        return timer

    # --- connections

    def _connect(self) -> None:
        session, actions = self._desk.session, self.actions_
        session.ready.connect(self.reload)
        session.changed.connect(self.reload)
        session.noted.connect(self._reload_soon.start)
        self._reload_soon.timeout.connect(self.reload)
        session.ready.connect(self.page.news.look)
        session.changed.connect(self.page.news.look_again)
        session.failed.connect(self.show_error)
        self._desk.usage.changed.connect(self._detail_soon.start)
        self._search_soon.timeout.connect(self._look_for)
        self._detail_soon.timeout.connect(self._show_clause)
        self.search.textChanged.connect(lambda _: self._search_soon.start())
        self.search.returnPressed.connect(self._search_now)
        self.search.into_list.connect(self._search_now)
        self.filters.changed.connect(self._filter)
        self.tree.picked.connect(self._filter)
        self.list.picked.connect(lambda _: self._detail_soon.start())
        self.list.wanted.connect(self._edit)
        self.list.selectionModel().selectionChanged.connect(self._enable)
        self.pane.clear_wanted.connect(self.clear)
        self.pane.retired_wanted.connect(self.filters.show_retired)
        self.pane.new_wanted.connect(actions["new"].trigger)
        self.banner.acted.connect(self.banner.hide)
        self.notice.acted.connect(self.show_today)
        self.list.addAction(actions["retire"])
        for name, do in self._wishes().items():
            actions[name].triggered.connect(lambda _=False, do=do: do())
        self._context.language.changed.connect(self._retranslate)
        self._context.theme.changed.connect(self._show_clause)

    def _wishes(self) -> dict[str, Callable[[], object]]:
        desk, listed = self._desk, self.list
        return {
            "new": lambda: wiring.new(desk, self.tree.type, self),
            "edit": lambda: self._edit(listed.clause),
            "history": lambda: wiring.history(desk, listed.clause, self),
            "submit": lambda: wiring.submit(desk, listed.clause, self),
            "approve": lambda: wiring.approve(desk, listed.clause, self),
            "retire": lambda: wiring.retire(desk, listed.clause, self),
            "export": lambda: wiring.export_pack(desk, self._to_export(), self),
            "import_pack": lambda: wiring.import_pack(desk, self),
            "import_word": lambda: wiring.import_word(desk, self),
            "import_table": lambda: wiring.import_table(desk, self),
            "subscriptions": lambda: wiring.subscriptions(desk, self),
            "starter": lambda: wiring.starter_updates(desk, self),
            "usage": lambda: wiring.usage(desk, self.look_at, self),
            "settings": lambda: wiring.settings(self._context, self),
            "find": self.focus_search,
            "clear": self.clear,
            "as_of": self.choose_day,
            "next_pane": lambda: self.page.step(1),
            "previous_pane": lambda: self.page.step(-1),
            "close": self.close,
        }

    def _edit(self, clause: str) -> None:
        if self.actions_["edit"].isEnabled() and clause:
            wiring.edit(self._desk, clause, self)

    def _to_export(self) -> tuple[str, ...]:
        """Several selected clauses, else all that the list shows."""
        chosen = self.list.chosen
        return chosen if len(chosen) > 1 else tuple(row.id for row in self.browsing.shown)

    def _restore(self) -> None:
        em = self.fontMetrics().averageCharWidth()
        resize_within_screen(self, em * _WIDTH, em * _HEIGHT)
        settings = self._context.settings
        self.restoreGeometry(settings.shape("library"))
        self.page.restore(self.width(), settings.shape("library_panes"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's shape."""
        settings = self._context.settings
        settings.keep_shape("library", self.saveGeometry())
        settings.keep_shape("library_panes", self.page.splitter.saveState())
        event.accept()

    # --- what is shown

    @property
    def _lang(self) -> Lang:
        return self._context.language.code

    @property
    def writable(self) -> bool:
        """Whether today's database is shown, and may be written."""
        session = self._desk.session
        return session.is_open and session.trouble is None and self._day is None

    def reload(self) -> None:
        """Read everything again."""
        self._guarded(self._read)

    def _read(self) -> None:
        shelf = self._shelf()
        if shelf is not None:
            self.browsing.open(shelf, self._lang)
            self.tree.show_types(self.browsing.types)
            self.filters.offer(self.browsing.all)
        self._show()

    def _shelf(self) -> Shelf | None:
        session = self._desk.session
        if session.trouble is not None:
            return starter()
        if not session.is_open:
            return None
        today = Database(session.store)
        return today if self._day is None else today.at(end_of_day(self._day))

    def _look_for(self) -> None:
        self._guarded(lambda: self.browsing.look_for(self.search.text()))
        self._show()

    def _search_now(self) -> None:
        """Enter or Down in the search leads into the list."""
        self._search_soon.stop()
        self._look_for()
        self.list.setFocus()

    def _filter(self) -> None:
        self.browsing.ask(self.filters.filters, self.tree.type)
        self._show()

    def _show(self) -> None:
        self.tree.show_counts(self.browsing.counts)
        name = self.tree.name(self.browsing.type) if self.browsing.type else ""
        self.pane.show_rows(self.browsing, name, writable=self.writable, past=self._day is not None)
        self._show_notice()
        self._show_clause()

    def _show_clause(self) -> None:
        self._detail_soon.stop()
        clause = self.list.clause
        self._enable()
        self._guarded(lambda: self.detail.show_html(clause, self._html(clause)))

    def _html(self, clause: str) -> str:
        revision, row = self.browsing.last(clause), self.browsing.row(clause)
        if revision is None or row is None:
            return ""
        usage = usage_text(clause, self._desk.usage(), self._lang) if self.writable else ""
        remarks = self._remarks(row) if self.writable else ()
        return clause_html(
            revision,
            self.browsing.types,
            self._context.theme,
            self._lang,
            self.browsing.query,
            remarks=remarks,
            usage=usage,
        )

    def _remarks(self, row: Row) -> tuple[str, ...]:
        remarks = []
        if row.has_draft:
            remarks.append(self.tr("Ein Entwurf wurde begonnen und noch nicht gespeichert."))
        if row.in_force is not None and row.in_force != row.version:
            remarks.append(
                self.tr("Diese Version gilt noch nicht. Bis zur Freigabe gilt Version {0}.").format(row.in_force)
            )
        elif row.status is Status.REVIEW:
            remarks.append(
                self.tr("Sie gilt mit dem Vermerk „fachlich zu bestätigen“, bis eine zweite Person sie freigibt.")
            )
        elif row.in_force is None and row.status is not Status.RETIRED:
            remarks.append(self.tr("Diese Klausel gilt noch nicht."))
        return tuple(remarks)

    def _enable(self) -> None:
        row = self.browsing.row(self.list.clause)
        self.actions_.enable(row, writable=self.writable, some=bool(self.browsing.shown))
        for name in ("as_of", "usage"):
            self.actions_[name].setEnabled(self._desk.session.is_open)
        self.page.exchange.setEnabled(self.writable)

    # --- notices and errors

    def _guarded(self, action: Callable[[], object]) -> None:
        try:
            action()
        except ExpectedError as error:
            self.show_error(error)

    def show_error(self, error: KlausellupeError) -> None:
        """A wish that was not granted."""
        if isinstance(error, ExpectedError) and error is not self._desk.session.trouble:
            kind = "note" if error.code in _QUIET else "error"
            self.banner.show_sentence(error_sentence(error, self._lang), self.tr("Verstanden"), kind=kind)

    def _show_notice(self) -> None:
        session = self._desk.session
        if session.trouble is not None:
            instead = self.tr("Gezeigt und verwendet wird solange die mitgelieferte Startbibliothek.")
            self.notice.show_sentence(f"{error_sentence(session.trouble, self._lang)} {instead}")
        elif self._day is not None:
            said = self.tr(
                "Stand vom {0}: gezeigt wird, was an diesem Tag galt. Ändern lässt sich nur der heutige Stand."
            )
            day = date_text(self._day, self._lang)
            self.notice.show_sentence(said.format(day), self.tr("Zum heutigen Stand"), kind="note")
        elif session.folder is not None:
            said = self.tr("Dokumente werden mit einer anderen Bibliothek geprüft (Aufruf mit --library): {0}")
            self.notice.show_sentence(said.format(session.folder), kind="note")
        else:
            self.notice.hide()

    # --- what the user does

    def clear(self) -> None:
        """No search, no filters, all types."""
        self.search.clear()
        self._search_soon.stop()
        self.filters.clear()
        self.tree.pick("")
        self._look_for()

    def focus_search(self) -> None:
        """Let the user type words to look for."""
        self.search.setFocus()
        self.search.selectAll()

    def look_at(self, clause: str) -> None:
        """Show a clause, whatever is searched and filtered now."""
        if self.list.model_.row_of(clause) < 0:
            self.clear()
        if self.list.model_.row_of(clause) < 0:
            self.filters.show_retired()
        self.list.select(clause)

    def choose_day(self) -> None:
        """Library › as of a day."""
        dialog = DayDialog(self._desk.session.now().astimezone().date(), self._lang, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.picked.connect(self.show_day)
        dialog.open()

    def show_day(self, day: date) -> None:
        """The library as it was in force at the end of a day; today's is the one that can be changed."""
        self._day = None if day >= self._desk.session.now().astimezone().date() else day
        self.reload()

    def show_today(self) -> None:
        """The library as it is."""
        self._day = None
        self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the search back."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self._search_now()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Back from elsewhere: another process may have changed something."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._desk.session.look()

    # --- language, colours

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Klauselbibliothek"))
        self.reload()
