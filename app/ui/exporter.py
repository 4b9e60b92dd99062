"""Exports the report of the document in front: asks for a file, writes in a thread, says quietly what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from app.errors import ExpectedError
from app.models.analysis import Analysis
from app.models.decisions import Decision
from app.ui.context import Context
from app.ui.export import DEFAULT, export, with_ending
from app.ui.inthread import InThread
from app.ui.proposing import beside
from app.wording.commandline import text
from app.wording.errors import error_sentence
from app.wording.lang import Lang

if TYPE_CHECKING:
    from app.ui.presenter import Presenter

_PATIENCE_S = 20.0  # at the end of the program: a report that is being written is not given up


class Exporter(QObject):
    """`current`: the document in front; `say` shows a quiet message."""

    def __init__(
        self, context: Context, current: Callable[[], Presenter | None], say: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context, self._current, self._say, self._window = context, current, say, parent
        self._writing = InThread(self)
        self._writing.done.connect(self._tell)
        self._of: Presenter | None = None

    def choose(self) -> None:
        """File › Export the report."""
        presenter = self._current()
        if presenter is None or presenter.analysis is None:
            return
        proposal = beside(presenter.session.path).with_suffix(DEFAULT)
        filters = self.tr("HTML-Bericht (*.html);;JSON (*.json);;Text (*.txt)")
        title = self.tr("Bericht exportieren")
        name, wanted = QFileDialog.getSaveFileName(self._window, title, str(proposal), filters)
        if name:
            ending = next((e for e in (".json", ".txt") if e in wanted), DEFAULT)
            self.export_to(with_ending(Path(name), ending))

    def export_to(self, path: Path) -> None:
        """Write the report of the document in front."""
        presenter = self._current()
        if presenter is None or presenter.analysis is None:
            return
        source = presenter.session.path
        if path.exists() and source.exists() and path.samefile(source):
            presenter.page.banner.show_sentence(text("output_is_input", self._lang, path=path.name))
            return
        self._of = presenter
        review = presenter.document.review
        review.end_note()
        analysis, lang, decided = presenter.analysis, self._lang, dict(review.decided)
        self._writing.start(lambda _stale: _written(analysis, path, lang, decided))

    def close(self) -> None:
        """Wait for what is being written."""
        self._writing.close(_PATIENCE_S)

    def _tell(self, result: Path | ExpectedError) -> None:
        """A document that was closed meanwhile has no banner any more."""
        presenter, self._of = self._of, None
        if isinstance(result, Path):
            self._say(self.tr("Bericht gespeichert: {0}").format(result))
        elif presenter is not None and isValid(presenter.page):
            presenter.page.banner.show_sentence(error_sentence(result, self._lang))
        else:
            self._say(error_sentence(result, self._lang))

    @property
    def _lang(self) -> Lang:
        return self._context.language.code


def _written(analysis: Analysis, path: Path, lang: Lang, decided: Mapping[str, Decision]) -> Path | ExpectedError:
    """In the thread: the file, or why it could not be written."""
    try:
        export(analysis, path, lang, decided)
    except ExpectedError as error:
        return error
    return path
