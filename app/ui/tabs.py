"""The start page and the documents that are open, one tab each. What a document shows is its presenter's business."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

from app.models.facts import DealFacts
from app.models.reading import Correction
from app.ui.context import Context
from app.ui.icons import line_icon
from app.ui.plaintips import plain_tip
from app.ui.session import Stored
from app.ui.views.close_button import CloseButton

if TYPE_CHECKING:
    from app.ui.presenter import Presenter


class DocumentTabs(QTabWidget):
    """Opens, shows and closes presenters."""

    opened = Signal(object)  # Presenter
    closing = Signal(object)  # Presenter: its work is about to end
    turned = Signal()  # another document is in front, or what can be done with the one in front has changed

    def __init__(self, context: Context, start: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._presenters: dict[QWidget, Presenter] = {}
        self._start = start
        self.addTab(start, "")
        self.setTabBarAutoHide(True)  # without documents there is nothing to choose from
        self.tabBar().tabMoved.connect(self._keep_start_first)
        self.setDocumentMode(True)
        self.setMovable(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.currentChanged.connect(self.turned)
        context.language.changed.connect(self._name_start)
        context.theme.changed.connect(self._name_start)
        self._name_start()

    def __iter__(self) -> Iterator[Presenter]:
        return iter(self._presenters.values())

    def __len__(self) -> int:
        """How many documents are open."""
        return len(self._presenters)

    def __bool__(self) -> bool:
        """It is there, with or without documents."""
        return True

    @property
    def current(self) -> Presenter | None:
        """The document in front."""
        return self._presenters.get(self.currentWidget())

    def shown(self, path: Path) -> Presenter | None:
        """The document of a file that has a tab."""
        return next((presenter for presenter in self if presenter.session.shows(path)), None)

    def open_tab(
        self,
        path: Path,
        stored: Stored | None = None,
        facts: DealFacts | None = None,
        corrections: tuple[Correction, ...] = (),
        *,
        front: bool = True,
        start: bool = True,
    ) -> Presenter:
        """A new tab; `start`: it is read at once. See `Presenter`."""
        from app.ui.presenter import Presenter

        presenter = Presenter(path, self._context, stored, facts, corrections, start=start)
        presenter.changed.connect(self.turned)
        self._presenters[presenter.page] = presenter
        index = self.addTab(presenter.page, path.name.replace("&", "&&"))
        self.setTabToolTip(index, plain_tip(str(path)))
        self.tabBar().setTabButton(index, QTabBar.ButtonPosition.RightSide, self._close_button(presenter))
        self.opened.emit(presenter)
        if front:
            self.bring(presenter)  # which turns
        else:
            self.turned.emit()
        return presenter

    def bring(self, presenter: Presenter) -> None:
        """To the front."""
        self.setCurrentWidget(presenter.page)

    def in_front(self, presenter: Presenter) -> bool:
        """Whether the user sees it."""
        return self.current is presenter

    def close_tab(self, presenter: Presenter) -> None:
        """Close it and end its work."""
        if self._presenters.pop(presenter.page, None) is None:
            return
        self.removeTab(self.indexOf(presenter.page))
        self.closing.emit(presenter)
        presenter.close()
        presenter.deleteLater()
        presenter.page.deleteLater()
        self.turned.emit()

    def show_start(self) -> None:
        """The start page in front."""
        self.setCurrentWidget(self._start)

    def close_current(self) -> None:
        """Close the document in front."""
        if self.current is not None:
            self.close_tab(self.current)

    def close_all(self) -> None:
        """At the end of the program."""
        for presenter in tuple(self):
            self.close_tab(presenter)

    def _close_button(self, presenter: Presenter) -> CloseButton:
        button = CloseButton(self._context)
        button.clicked.connect(lambda: self.close_tab(presenter))
        return button

    def _name_start(self) -> None:
        self.setTabText(0, self.tr("Start"))
        self.setTabIcon(0, line_icon("home"))
        self.setAccessibleName(self.tr("Dokumente"))

    def _keep_start_first(self) -> None:
        at = self.indexOf(self._start)
        if at > 0:
            self.tabBar().moveTab(at, 0)
