"""What can be done with findings in the list, at the place that was clicked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from app.models.analysis import Finding
from app.models.decisions import Verdict
from app.ui.icons import coloured_icon, line_icon
from app.ui.models.listing import entry_of
from app.ui.opened import OpenDocument
from app.wording.findinglist import list_phrase, verdict_text


class FindingMenu(QMenu):
    """`findings`: all that are selected; what leads somewhere is about the `first`. Gone when it closes."""

    def __init__(
        self, document: OpenDocument, findings: tuple[Finding, ...], enlarge: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._document, self._findings, self._first = document, findings, findings[0]
        self._at = QPoint()
        self._offer_decisions()
        self.addSeparator()
        self._add("menu_clause", self._to_clause, possible=bool(self._first.clauses))
        self._add("menu_large", enlarge)
        self._add("menu_copy", self._copy, possible=bool(self._quotes()))
        self.addSeparator()
        self._add("menu_reference", self._to_reference, possible=bool(self._first.reference))
        self._add("menu_take", self._take, possible=bool(self._first.clauses))
        self.aboutToHide.connect(self.deleteLater)

    def open_at(self, place: QPoint) -> None:
        """On the screen."""
        self._at = place
        self.popup(place)

    def _add(self, code: str, command: Callable[[], object], *, possible: bool = True) -> None:
        action = self.addAction(list_phrase(code, self._document.lang))
        action.setEnabled(possible)
        action.triggered.connect(lambda _=False: command())

    def _offer_decisions(self) -> None:
        lang, theme = self._document.lang, self._document.context.theme
        menu = self.addMenu(list_phrase("menu_decide", lang))
        for verdict in Verdict:
            colour = theme.colour("verdict", verdict.value)
            action = menu.addAction(coloured_icon(f"verdict-{verdict.value}", colour), verdict_text(verdict, lang))
            action.triggered.connect(lambda _=False, verdict=verdict: self._decide(verdict))
        menu.addSeparator()
        undecide = menu.addAction(line_icon("undo"), list_phrase("menu_undecide", lang))
        undecide.setEnabled(any(self._document.review.decision(finding) for finding in self._findings))
        undecide.triggered.connect(lambda: self._decide(None))

    def _decide(self, verdict: Verdict | None) -> None:
        self._document.review.decide(self._findings, verdict=verdict)

    def _to_clause(self) -> None:
        self._document.go_to(self._first.clauses[0])

    def _quotes(self) -> tuple[str, ...]:
        analysis = self._document.analysis
        if analysis is None:
            return ()
        entries = (entry_of(finding, analysis, self._document.lang) for finding in self._findings)
        return tuple(quote.text for entry in entries for quote in entry.quotes)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n\n".join(self._quotes()))

    def _to_reference(self) -> None:
        self._document.reference_wanted.emit(self._first.reference)

    def _take(self) -> None:
        """The library's own menu, at the same place, for the clause that is selected now."""
        self._document.navigation.go_to_clause(self._first.clauses[0])
        self._document.menu_wanted.emit(self._at)
