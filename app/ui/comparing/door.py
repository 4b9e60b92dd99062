"""The way to a comparison: the document in front, and another one that is open or a file; one window for each pair."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from app.ui.context import Context
from app.ui.endings import file_filters
from app.ui.factchoices import assumed_today
from app.ui.proposing import beside
from app.ui.session import DocumentSession

if TYPE_CHECKING:
    from app.ui.comparing.window import CompareWindow
    from app.ui.presenter import Presenter


class CompareDoor(QObject):
    """`current`: the document in front; `documents`: all that are open."""

    def __init__(
        self,
        context: Context,
        current: Callable[[], Presenter | None],
        documents: Callable[[], Iterable[Presenter]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context, self._current, self._documents, self._window = context, current, documents, parent
        self.windows: list[CompareWindow] = []

    def choose(self, *, forms: bool = False) -> None:
        """Ask for the other document and open both."""
        presenter = self._current()
        if presenter is None or presenter.analysis is None:
            return
        others = [other for other in self._documents() if other is not presenter and other.analysis is not None]
        other = self._ask_document(presenter, others, forms=forms) if others else self._ask_file(presenter, forms=forms)
        if other is not None:
            self.open(presenter, other, forms=forms)

    def open(self, presenter: Presenter, other: Presenter | Path, *, forms: bool = False) -> CompareWindow:
        """The document in front is the new version, or the other side's terms; the window can swap them."""
        from app.ui.comparing.window import CompareWindow

        second = (presenter.session.twin(), presenter.analysis)
        first = (other.session.twin(), other.analysis) if not isinstance(other, Path) else (self._session(other), None)
        window = CompareWindow(first, second, self._context, forms=forms)
        window.closed.connect(lambda: self.windows.remove(window))
        self.windows.append(window)
        window.show()
        return window

    def close(self) -> None:
        """At the end of the program."""
        for window in tuple(self.windows):
            window.close()

    def _session(self, path: Path) -> DocumentSession:
        return DocumentSession(path, self._context.library.effective, assumed_today(), entry=self._context.entry)

    def _ask_document(self, presenter: Presenter, others: list[Presenter], *, forms: bool) -> Presenter | Path | None:
        """One that is open, or a file."""
        another = self.tr("Andere Datei …")
        names = [f"{number}. {other.session.path.name}" for number, other in enumerate(others, start=1)]
        label = self.tr("Unsere AGB:") if forms else self.tr("Alte Fassung:")
        title = self.tr("Womit vergleichen?")
        name, chosen = QInputDialog.getItem(self._window, title, label, [*names, another], 0, editable=False)
        if not chosen:
            return None
        return self._ask_file(presenter, forms=forms) if name == another else others[names.index(name)]

    def _ask_file(self, presenter: Presenter, *, forms: bool) -> Path | None:
        """Where the document lies, which is mostly where the other one is."""
        title = self.tr("Unsere AGB wählen") if forms else self.tr("Alte Fassung wählen")
        folder = str(beside(presenter.session.path).parent)
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, file_filters())
        return Path(name) if name else None
