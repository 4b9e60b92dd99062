"""Takes the result of the document in front out of the program: opens the dialog, keeps what is being written, says quietly what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.errors import Cancelled, ExpectedError
from app.ui.context import Context
from app.ui.exporting.previewer import Previewer
from app.ui.exporting.saver import Saver
from app.ui.exporting.saving import Order, Outcome, Saved
from app.ui.exporting.source_finder import Kept
from app.wording.errors import error_sentence

if TYPE_CHECKING:
    from app.ui.exporting.dialog import ExportDialog
    from app.ui.presenter import Presenter


class Exporter(QObject):
    """`current`: the document in front; `say` shows a quiet message; `kept` asks for the bytes that a case keeps."""

    def __init__(
        self,
        context: Context,
        current: Callable[[], Presenter | None],
        say: Callable[[str], None],
        kept: Kept,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context, self._current, self._say, self._kept, self._window = context, current, say, kept, parent
        self.saver, self.previewer = Saver(self), Previewer(self)
        self.saver.finished.connect(self._tell)
        self.dialog: ExportDialog | None = None

    def choose(self, kind: str = "") -> None:
        """File › Export the report; `kind`: the one to begin with."""
        presenter = self._current()
        if presenter is None or presenter.analysis is None or self.saver.busy or self.dialog is not None:
            return
        from app.ui.exporting.dialog import ExportDialog, Tools

        presenter.document.review.end_note()
        tools = Tools(self.saver, self.previewer, self._kept)
        self.dialog = ExportDialog(presenter, tools, self._window, kind=kind)
        self.dialog.destroyed.connect(self._forget)
        self.dialog.open()

    def close(self) -> None:
        """Wait for what is being written."""
        self.previewer.close()
        self.saver.close()

    def _forget(self) -> None:
        self.dialog = None

    def _tell(self, _order: Order, outcome: Outcome) -> None:
        """The dialog may have gone with its document."""
        match outcome:
            case Saved(path):
                self._say(self.tr("Gespeichert: {0}").format(path))
            case _ if self.dialog is not None:
                pass  # it says it
            case ExpectedError():
                self._say(error_sentence(outcome, self._context.language.code))
            case Cancelled():
                pass
            case _:
                self._say(self.tr("Der Bericht wurde nicht gespeichert."))
