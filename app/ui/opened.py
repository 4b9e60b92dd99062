"""One open document, as the parts of its tab share it: what was found, what the user said of it, and where the user is.

Strategy: parts never talk to each other. They change the document here and are made anew from its `material`; whoever wants
another part to come to the front says so here.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.models.analysis import Analysis
from app.models.facts import DealFacts
from app.ui.asides import KEY
from app.ui.context import Context
from app.ui.corrections import Corrections
from app.ui.models.notchecked import PAGE
from app.ui.navigation import Navigation
from app.ui.page_images import PageImages
from app.ui.panels.panel import Material
from app.ui.passages import KEY as PASSAGE
from app.ui.review import Review
from app.ui.searching import Search
from app.ui.session import DocumentSession
from app.wording.lang import Lang


class OpenDocument(QObject):
    """Made by the presenter; `session` does the work, `navigation` knows the place, `undo` holds what can be taken back."""

    material_changed = Signal()
    panel_wanted = Signal(str)  # name of a panel
    filter_wanted = Signal(object)  # of the findings, by what is in the dictionary
    reference_wanted = Signal(str)  # id of a clause of the library
    said = Signal(str)  # quietly, to the user
    failed = Signal(object)  # KlausellupeError
    menu_wanted = Signal(QPoint)  # for the clause selected
    page_wanted = Signal(int)  # bring this page into sight
    page_seen = Signal(int, int)  # the page that is read now, of how many
    possible_changed = Signal()  # which commands can be given

    def __init__(self, path: Path, context: Context, session: DocumentSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path, self.context, self.session = path, context, session
        self.navigation = Navigation(self)
        self.undo = QUndoStack(self)
        self.material: Material | None = None
        self.page: tuple[int, int] | None = None  # that is read now, of how many
        self.page_seen.connect(self._see_page)
        self.images = PageImages(session.draw_page)
        self.search = Search(self)
        session.analysed.connect(self.search.show)
        self.review = Review(self.undo, self)
        session.analysed.connect(self.review.show)  # before anything is made from it
        self.review.changed.connect(self.refresh)
        self.review.returned.connect(self.go_to)
        self.review.told.connect(self.said)
        self.corrections = Corrections(session, self.navigation, self.undo, self)
        self._soon = QTimer(self, singleShot=True, interval=0)  # several changes at once make one material
        self._soon.timeout.connect(self._make)
        context.language.changed.connect(self.refresh)
        context.theme.changed.connect(self.refresh)

    @property
    def analysis(self) -> Analysis | None:
        """The last one."""
        return self.session.analysis

    @property
    def lang(self) -> Lang:
        """Of the window."""
        return self.context.language.code

    @property
    def facts(self) -> DealFacts:
        """What the user has said, over what is assumed."""
        return self.session.facts

    @property
    def stale(self) -> bool:
        """Whether a new material is to be made."""
        return self._soon.isActive()

    def refresh(self) -> None:
        """Something the parts are made from has changed."""
        if self.analysis is not None:
            self._soon.start()

    def _make(self) -> None:
        if self.analysis is not None:
            theme = self.context.theme.name
            said = (self.review.decided, self.review.orphans)
            self.material = Material(self.analysis, self.facts, self.lang, theme, *said)
            self.material_changed.emit()

    def _see_page(self, page: int, count: int) -> None:
        self.page = (page, count)

    # --- what the user does

    def go_to(self, key: str) -> None:
        """To a clause, a passage, a finding or a part that was left out, by the key of a row."""
        if key.startswith(PASSAGE):
            self.navigation.go_to_passages(key)
        elif key.startswith((KEY, PAGE)):
            self.navigation.go_to_aside(key)
        elif self.analysis is not None and key in self.analysis.reading.by_id:
            self.navigation.go_to_clause(key)
        else:
            self.panel_wanted.emit("findings")
            self.navigation.go_to_finding(key)

    def show_panel(self, name: str) -> None:
        """Bring a panel to the front."""
        self.panel_wanted.emit(name)

    def change_facts(self, facts: DealFacts) -> None:
        """Evaluate under other facts; can be taken back."""
        if facts != self.facts:
            self.undo.push(_FactsChange(self, facts, self.tr("Angaben zum Vorgang")))


class _FactsChange(QUndoCommand):
    def __init__(self, document: OpenDocument, facts: DealFacts, text: str) -> None:
        super().__init__(text)
        self._session, self._before, self._after = document.session, document.facts, facts

    def redo(self) -> None:
        self._session.evaluate(self._after)

    def undo(self) -> None:
        self._session.evaluate(self._before)
