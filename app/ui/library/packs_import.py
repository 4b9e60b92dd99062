"""An offer of clauses on its way into the library: read in a process of its own, shown, taken by choice.

The same way for a pack, a subscribed folder and the starter library of a new program version.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox, QProgressDialog, QWidget

from app.errors import BugError, Cancelled, ExpectedError, KlausellupeError
from app.library.merging import Choice
from app.pipeline.exchange import Offer, Origin, news_of, offer_of, starter_offer, take
from app.ui.background import Background
from app.ui.library.desk import Desk
from app.ui.library.merge_dialog import MergeDialog
from app.wording.errors import bug_sentence, error_sentence
from app.wording.lang import Lang

_PATIENCE_MS = 600
_TOLD_MS = 8000


class Offering(QObject):
    """One offer; it deletes itself when it is answered, empty or given up."""

    finished = Signal(int)  # versions taken; 0: none

    def __init__(self, desk: Desk, parent: QWidget, *, quiet: bool = False) -> None:
        super().__init__(parent)
        self._desk, self._window, self._quiet = desk, parent, quiet
        self._lang: Lang = desk.context.language.code
        self.dialog: MergeDialog | None = None
        self.message: QMessageBox | None = None
        self._background = Background(self)
        self._background.done.connect(self._show)
        self._background.failed.connect(self._fail)
        self._waiting = QProgressDialog(self.tr("Das Paket wird gelesen …"), self.tr("Abbrechen"), 0, 0, parent)
        self._waiting.setWindowModality(Qt.WindowModality.WindowModal)
        self._waiting.setMinimumDuration(_PATIENCE_MS)
        self._waiting.canceled.connect(self._background.cancel)

    def start(self, read: Callable[..., Offer | None], *args: object) -> None:
        """Read the offer."""
        self._background.start(read, *args, self._desk.session.path)

    def _show(self, offer: Offer | None) -> None:
        self._waiting.reset()
        if offer is None or offer.empty:
            self._nothing(offer)
            return
        self.dialog = MergeDialog(
            self._desk, offer.merge, self._title(offer), self._taker(offer), self._window, note=self._gone(offer)
        )
        self.dialog.rejected.connect(lambda: self._end(0))
        self.dialog.open()

    def _nothing(self, offer: Offer | None) -> None:
        if self._quiet:
            self._end(0)
            return
        same = len(offer.merge.same) if offer else 0
        text = self.tr("Es gibt nichts zu übernehmen.")
        if same:
            text += " " + self.tr("Alle {0} Klauseln sind in der Bibliothek schon so vorhanden.").format(same)
        self._say("\n".join(filter(None, (text, self._gone(offer) if offer else ""))))

    def _gone(self, offer: Offer) -> str:
        """What has left a subscribed folder stays with us: that is said, not done."""
        ours = {entry.id: entry.title for entry in self._desk.session.store.entries()}
        titles = [ours[clause] for clause in offer.gone if clause in ours]
        text = self.tr("Dort nicht mehr enthalten, bei uns unverändert: {0}.")
        return text.format("; ".join(titles)) if titles else ""

    def _title(self, offer: Offer) -> str:
        match offer.origin:
            case Origin.STARTER:
                return self.tr("Neuer mitgelieferter Bestand")
            case Origin.SUBSCRIPTION:
                return self.tr("Neues aus dem abonnierten Ordner: {0}").format(offer.pack.name)
            case _:
                return self.tr("Paket importieren: {0}").format(offer.pack.name)

    def _taker(self, offer: Offer) -> Callable[[Mapping[str, Choice]], bool]:
        def taken(choices: Mapping[str, Choice]) -> bool:
            count = self._desk.session.write(lambda store, _, at: take(store, offer, choices, at), parent=self._window)
            if count is not None:
                self._end(count)
            return count is not None

        return taken

    def _fail(self, error: KlausellupeError) -> None:
        self._waiting.reset()
        match error:
            case Cancelled():
                self._end(0)
            case ExpectedError():
                self._say(error_sentence(error, self._lang))
            case BugError():
                self._say(bug_sentence(self._lang))

    def _say(self, sentence: str) -> None:
        title = self.tr("Klauseln importieren")
        self.message = QMessageBox(QMessageBox.Icon.NoIcon, title, sentence, parent=self._window)
        self.message.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.message.finished.connect(lambda: self._end(0))
        self.message.open()

    def _end(self, count: int) -> None:
        if count and isinstance(self._window, QMainWindow):
            self._window.statusBar().showMessage(self.tr("Übernommene Klauseln: {0}").format(count), _TOLD_MS)
        self._background.stop()
        self._waiting.deleteLater()
        self.finished.emit(count)
        self.deleteLater()


def import_pack(desk: Desk, parent: QWidget) -> None:
    """Ask for the pack; a folder is chosen by its types.toml."""
    title = QCoreApplication.translate("PackImport", "Paket öffnen")
    filters = QCoreApplication.translate("PackImport", "Klauselpaket (*.toml)")
    name, _ = QFileDialog.getOpenFileName(parent, title, "", filters)
    if name:
        import_from(desk, Path(name), parent)


def import_from(desk: Desk, path: Path, parent: QWidget) -> Offering:
    """Offer what a pack holds."""
    folder = path.parent if path.name == "types.toml" else path
    offering = Offering(desk, parent)
    offering.start(offer_of, folder)
    return offering


def import_news(desk: Desk, folder: Path, parent: QWidget) -> Offering:
    """Offer what is new in a subscribed folder."""
    offering = Offering(desk, parent)
    offering.start(news_of, folder)
    return offering


def starter_updates(desk: Desk, parent: QWidget, *, quiet: bool = False) -> Offering:
    """Offer what this version's starter library brings; `quiet`: say nothing where there is nothing."""
    offering = Offering(desk, parent, quiet=quiet)
    offering.start(starter_offer)
    return offering
