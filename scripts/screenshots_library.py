"""Pictures of the clause library's windows, for `screenshots.py`: its states with the starter library and a few changes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

CHANGED = ("acceptance-customer-b2b", "acceptance-supplier-b2b")


@dataclass
class LibraryCamera:
    """Brings the library's windows into each state. `shoot` takes the picture of a widget, `wait` waits for a condition."""

    window: object  # the main window
    session: object
    shoot: Callable[[object, str], None]
    wait: Callable[[Callable[[], bool]], None]

    def take(self) -> None:
        """The states a user sees."""
        library = self._open()
        self.shoot(library, "library")
        self._search(library, "haftung fahrlässigkeit")
        self.shoot(library, "library-search")
        self._search(library, "quatschwort")
        self.shoot(library, "library-nothing")
        library.clear()
        library.show_day(date(2020, 1, 1))
        self.shoot(library, "library-as-of")
        library.show_today()
        self._locked(library)
        self.shoot(library, "library-locked")
        library.banner.hide()
        self._editor(library)
        library.close()

    def take_for_docs(self, *, dark: bool) -> None:
        """Pictures for the documentation."""
        library = self._open()
        self.shoot(library, "bibliothek-dunkel" if dark else "bibliothek")
        if not dark:
            self._search(library, "haftung fahrlässigkeit")
            self.shoot(library, "bibliothek-suche")
            library.clear()
            self._editor(library, "klausel-bearbeiten")
        library.close()

    def _open(self):  # noqa: ANN202 - Qt is imported later
        from app.library.model import Status
        from app.settings import Settings, save_settings

        save_settings(Settings(user="Dr. Anna Weber"))
        self.window.actions_["library"].trigger()
        library = self.window.library.window
        self.wait(lambda: self.session.is_open)
        self.wait(lambda: bool(library.browsing.all))
        library.resize(1500, 900)
        for clause, status in zip(CHANGED, (Status.APPROVED, Status.DRAFT), strict=True):
            self._change(clause, status)
        library.look_at(CHANGED[0])
        return library

    def _change(self, clause: str, status) -> None:  # noqa: ANN001
        last = self.session.store.last(clause).clause
        if last.status is not status:
            self.session.set_status(clause, status, base=last.version, reason="Von der Rechtsabteilung geprüft")

    def _search(self, library, words: str) -> None:  # noqa: ANN001
        library.search.setText(words)
        library._search_now()  # noqa: SLF001 - as after Enter

    def _locked(self, library) -> None:  # noqa: ANN001
        from app.errors import ErrorCode, ExpectedError

        library.show_error(ExpectedError(ErrorCode.STORE_LOCKED, {"holder": "Bernd Kunz, seit 15:31"}))

    def _editor(self, library, name: str = "library-editor") -> None:  # noqa: ANN001
        from app.ui.library.clause_window import open_editor

        library.look_at(CHANGED[0])
        host = open_editor(self.window.library.desk, CHANGED[0], library).window()
        self.wait(lambda: host.editor.editing is not None)
        self.shoot(host, name)
        host.close()
