"""At the right of the status bar: the page that is read, and how far the review is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.ui.context import Context
from app.ui.views.review_progress import ReviewProgress

if TYPE_CHECKING:
    from app.ui.presenter import Presenter


class StatusLine(QWidget):
    """Of the document in front."""

    next_wanted = Signal()  # the next finding that is not decided

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter: Presenter | None = None
        self._label = QLabel()
        self._progress = ReviewProgress(context)
        self._progress.next_wanted.connect(self.next_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)
        row.addWidget(self._progress)
        context.language.changed.connect(self._word)

    def listen(self, presenter: Presenter) -> None:
        """To a document from now on."""
        presenter.document.page_seen.connect(self._word)
        presenter.document.review.changed.connect(self.refresh)
        presenter.document.material_changed.connect(self.refresh)

    def show_document(self, presenter: Presenter | None) -> None:
        """This one is in front now."""
        self._presenter = presenter
        self.refresh()

    def refresh(self) -> None:
        """Something has been decided."""
        presenter = self._presenter
        analysed = presenter is not None and presenter.analysis is not None
        self._progress.show_progress(presenter.document.review.progress() if presenter and analysed else None)
        self._word()

    def _word(self) -> None:
        page = self._presenter.document.page if self._presenter else None
        self._label.setText(self.tr("Seite {0} von {1}").format(*page) if page else "")
