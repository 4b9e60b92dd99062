"""The way from the main window into the clause library: its window, and taking a document's clause into it.

After a change of the library every open document is evaluated again, a moment later, so that many changes cost one evaluation.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QMainWindow

from app.models.reading import Clause
from app.ui.actions import TAKE, Actions
from app.ui.context import Context
from app.ui.library import wiring
from app.ui.library.desk import Desk, DocumentInFront
from app.ui.library.usage import UsageBook
from app.wording.errors import error_sentence

if TYPE_CHECKING:
    from app.ui.library.window import LibraryWindow
    from app.ui.presenter import Presenter

_EVALUATE_AFTER_MS = 600


class LibraryDoor(QObject):
    """One for the main window; the library's window is made when it is first wanted."""

    evaluation_wanted = Signal()

    def __init__(
        self,
        context: Context,
        actions: Actions,
        current: Callable[[], Presenter | None],
        parent: QMainWindow,
        usage: UsageBook,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._actions = actions
        self._current = current
        self._parent = parent
        self.desk = Desk(context, context.library, self._document, usage)
        self.window: LibraryWindow | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_EVALUATE_AFTER_MS)
        self._soon.timeout.connect(self.evaluation_wanted)
        context.library.changed.connect(self._soon.start)
        self._trouble: QLabel | None = None
        context.library.ready.connect(self._tell_trouble)
        context.language.changed.connect(self._tell_trouble)
        actions["library"].triggered.connect(self.open)
        for name, how in TAKE.items():
            actions[name].triggered.connect(lambda _=False, how=how: self._take(how))

    def open(self) -> None:
        """Show the library's window, in front."""
        from app.ui.library.window import LibraryWindow

        if self.window is None:
            self.window = LibraryWindow(self.desk)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def show_clause(self, clause: str) -> None:
        """Show one of its clauses in the library's window."""
        self.when_ready(lambda: self._show_clause(clause))

    def _show_clause(self, clause: str) -> None:
        self.open()
        if self.window is not None:
            self.window.look_at(clause)

    def close(self) -> bool:
        """At the end of the program; False where an editor does not agree."""
        windows = sys.modules.get("app.ui.library.clause_window")  # without an editor there is nothing to load it for
        if windows is not None and not windows.close_editors():
            return False
        self._soon.stop()
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
        self.window = None
        return True

    @property
    def clause(self) -> Clause | None:
        """The clause that is selected in the document in front."""
        presenter = self._current()
        if presenter is None or presenter.analysis is None:
            return None
        return presenter.analysis.reading.by_id.get(presenter.navigation.clause or "")

    def _take(self, how: wiring.TakenAs) -> None:
        clause = self.clause
        if clause is not None:
            self.when_ready(lambda: wiring.take(self.desk, clause, how, self._parent))

    def when_ready(self, action: Callable[[], object]) -> None:
        """Now, or as soon as the library is open; where it cannot be used that is said instead."""
        session = self._context.library
        if session.trouble is not None:
            session.failed.emit(session.trouble)
            return
        if session.is_open:
            action()
            return
        session.ready.connect(lambda: self.when_ready(action), Qt.ConnectionType.SingleShotConnection)
        session.prepare()

    def _tell_trouble(self) -> None:
        """As long as the starter library takes the place of the user's own, every review says so."""
        trouble = self._context.library.trouble
        if trouble is None:
            return
        if self._trouble is None:
            self._trouble = QLabel()
            self._trouble.setTextFormat(Qt.TextFormat.PlainText)
            self._parent.statusBar().addPermanentWidget(self._trouble)
        said = self.tr(
            "Geprüft wird mit der mitgelieferten Startbibliothek: Die eigene Bibliothek ist nicht benutzbar."
        )
        self._trouble.setText(said)
        self._trouble.setToolTip(error_sentence(trouble, self._context.language.code))

    def _document(self) -> DocumentInFront | None:
        presenter = self._current()
        if presenter is None or presenter.analysis is None:
            return None
        return DocumentInFront(presenter.session.path.name, presenter.analysis)
