"""Pictures of the clause library's windows, for `screenshots.py`: its states with the starter library and a few changes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

CHANGED = ("acceptance-customer-b2b", "acceptance-supplier-b2b")
LIMITED = "liability-customer-b2b"
WRITTEN = 80  # characters of a preview that is there


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
        self.shoot(library, "bibliothek")
        self._search(library, "haftung fahrlässigkeit")
        self.shoot(library, "bibliothek-suche")
        self._search(library, "quatschwort")
        self.shoot(library, "bibliothek-nichts")
        library.clear()
        library.show_day(date(2020, 1, 1))
        self.shoot(library, "bibliothek-stichtag")
        library.show_today()
        self._locked(library)
        self.shoot(library, "bibliothek-gesperrt")
        library.banner.hide()
        self._editor_with_preview(library)
        self._approval(library)
        self._conflict(library)
        library.close()

    def _editor_with_preview(self, library) -> None:  # noqa: ANN001
        """Its limits, and how it meets the document in front."""
        from app.ui.library.clause_window import open_editor

        host = open_editor(self.window.library.desk, LIMITED, library).window()
        self.wait(lambda: host.editor.editing is not None)
        host.resize(1400, 860)
        host.editor.pages.names.setCurrentRow(2)
        host.editor.head.preview.setChecked(True)
        self.wait(lambda: len(host.editor.preview.view.toPlainText()) > WRITTEN)
        self.shoot(host, "klausel-bearbeiten")
        host.close()

    def _approval(self, library) -> None:  # noqa: ANN001
        """A lower limit, submitted by a colleague; before it is approved its effect on the stored cases is seen."""
        from app.library.model import Status
        from app.ui.library.approve_dialog import ApproveDialog

        last = self.session.store.last(LIMITED)
        self.session.set_status(LIMITED, Status.APPROVED, base=last.clause.version, reason="Erstmals geprüft")
        self._save_as("Bernd Kunz", _with_limit(self.session.store.last(LIMITED).clause, 40_000))
        dialog = ApproveDialog(self.window.library.desk, LIMITED, library)
        dialog.open()
        self.wait(lambda: bool(dialog.effect.view.toPlainText()))
        dialog.resize(1000, 760)
        self.shoot(dialog, "klausel-freigeben")
        dialog.close()

    def _conflict(self, library) -> None:  # noqa: ANN001
        """A pack of a colleague who changed the same clause differently."""
        import tempfile
        from pathlib import Path

        from app.library.model import Revision
        from app.library.packs import Pack, write_pack
        from app.ui.library.packs_import import import_from

        theirs = [_with_limit(self.session.store.last(LIMITED).clause, 250_000)]
        theirs += [_titled(self.session.store.last(clause).clause) for clause in CHANGED]
        when = self.session.now()
        pack = Pack(
            "Einkauf",
            self.session.store.types(),
            tuple(Revision(c, "Clara Sommer", when, "Abstimmung") for c in theirs),
        )
        target = Path(tempfile.mkdtemp()) / "einkauf.toml"
        write_pack(pack, target)
        offering = import_from(self.window.library.desk, target, library)
        self.wait(lambda: offering.dialog is not None)
        offering.dialog.list.setCurrentItem(offering.dialog._items[LIMITED])  # noqa: SLF001
        self.shoot(offering.dialog, "paket-konflikt")
        offering.dialog.reject()

    def _save_as(self, author: str, clause) -> None:  # noqa: ANN001
        from app.settings import Settings, save_settings

        save_settings(Settings(user=author))
        self.session.save(clause, base=clause.version, reason="Untergrenze nach Rücksprache mit dem Vertrieb gesenkt")
        save_settings(Settings(user="Dr. Anna Weber"))

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


def _with_limit(clause, amount: float):  # noqa: ANN001, ANN202
    """Another amount in its rule on amounts, to be reviewed."""
    from app.library.model import Status

    rules = tuple(replace(rule, value=amount) if rule.field == "amount" else rule for rule in clause.rules)
    return replace(clause, rules=rules, status=Status.REVIEW)


def _titled(clause):  # noqa: ANN001, ANN202
    return replace(clause, title=f"{clause.title} (Einkauf)")
