"""The detail beside the list of findings, and large in a window of its own: both show the finding or clause that is looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.analysis import Analysis
from app.ui.detail_markup import CLAUSE, LIBRARY, PANEL, POSITION, Look
from app.ui.detail_page import Looked, clause_html, finding_html
from app.ui.opened import OpenDocument
from app.ui.reference_shelf import known_reference
from app.ui.views.detail_pane import DetailPane
from app.ui.views.detail_window import DetailWindow
from app.wording.findinglist import list_phrase

_BESIDE, _BESIDE_LARGE = "wordings_beside", "wordings_beside_large"
_ON, _OFF = "on", "off"


class FindingDetail(QObject):
    """`pane` is the small one. Pages are made when they are looked at; the one of a finding costs about a millisecond."""

    stepped = Signal(str)  # name of an action, from the large window

    def __init__(self, document: OpenDocument, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._parent = document, parent
        self.pane = DetailPane()
        self.window: DetailWindow | None = None
        self._shown = ""
        self._position: int | None = None  # of the reference clause, where another than the nearest is asked for
        self._prepare(self.pane, _BESIDE, _OFF)
        self.pane.large_wanted.connect(self.enlarge)
        document.context.library.ready.connect(self.show)  # now it knows the positions of a reference clause

    def _prepare(self, pane: DetailPane, choice: str, usual: str) -> None:
        settings = self._document.context.settings
        pane.beside.setChecked(settings.choice(choice, usual) == _ON)
        pane.beside_changed.connect(lambda on: settings.keep_choice(choice, _ON if on else _OFF))
        pane.beside_changed.connect(lambda _: self.show())
        pane.followed.connect(self._follow)
        pane.speak(self._document.lang)

    def enlarge(self) -> None:
        """The window, in front."""
        if self.window is None:
            self.window = DetailWindow(self._document.context.settings, self._parent)
            self.window.stepped.connect(self.stepped)
            self._prepare(self.window.pane, _BESIDE_LARGE, _ON)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.show()

    def speak(self) -> None:
        """In the language of the window."""
        for pane in self._panes(hidden=True):
            pane.speak(self._document.lang)

    def show(self) -> None:
        """The finding or clause that is looked at, in every pane that can be seen."""
        analysis, navigation = self._document.analysis, self._document.navigation
        if analysis is None:
            return
        key = navigation.finding.id if navigation.finding else navigation.clause or ""
        if key != self._shown:
            self._shown, self._position = key, None
        for pane in self._panes():
            pane.show_html(key, self._html(analysis, self._look(pane)))
        if self.window is not None:
            title = list_phrase("large_title", self._document.lang, name=self._document.path.name)
            self.window.setWindowTitle(title)

    def _panes(self, *, hidden: bool = False) -> tuple[DetailPane, ...]:
        large = self.window
        return (self.pane, large.pane) if large is not None and (hidden or large.isVisible()) else (self.pane,)

    def _look(self, pane: DetailPane) -> Look:
        return Look(self._document.context.theme, self._document.lang, pane.beside.isChecked())

    def _html(self, analysis: Analysis, look: Look) -> str:
        navigation = self._document.navigation
        finding = navigation.finding
        if finding is None or finding not in analysis.findings:
            clause = analysis.reading.by_id.get(navigation.clause or "")
            return clause_html(clause, analysis, look) if clause else ""
        known = known_reference(self._document.context.library, finding.reference)
        decision = self._document.review.decision(finding)
        return finding_html(finding, analysis, look, Looked(navigation.current, decision, known, self._position))

    def _follow(self, link: str) -> None:
        """To a place of the document, to the library, to another position of the reference, to a panel."""
        if link.startswith(LIBRARY):
            self._document.reference_wanted.emit(link.removeprefix(LIBRARY))
        elif link.startswith(POSITION):
            self._position = int(link.removeprefix(POSITION))
            self.show()
        elif link.startswith(PANEL):
            self._document.show_panel(link.removeprefix(PANEL))
        else:
            self._document.go_to(link.removeprefix(CLAUSE))
