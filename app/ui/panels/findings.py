"""The findings: list and detail."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout

from app.models.analysis import Analysis
from app.ui.detail import DetailWords, clause_html, detail_html, matches_of
from app.ui.models.findings import ListedFinding, entry_of, listed_findings
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Command, Material, Panel
from app.ui.views.findings_panel import FindingsView


class FindingsPanel(Panel):
    """Leads from finding to finding."""

    name, icon = "findings", "findings"

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self._count = 0
        self.view = FindingsView(document.context.theme, document.context.language)
        self.view.finding_picked.connect(document.navigation.go_to_finding)
        self.view.place_picked.connect(document.go_to)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def title(self) -> str:
        """On the rail."""
        return self.tr("Hinweise")

    def badge(self) -> str:
        """How many."""
        return str(self._count) if self._count else ""

    def prepare(self, material: Material) -> tuple[tuple[ListedFinding, ...], tuple[str, ...]]:
        """The list, and which rules were applied."""
        return listed_findings(material.analysis, material.lang), material.report.checks

    def show_prepared(self, prepared: tuple[tuple[ListedFinding, ...], tuple[str, ...]], material: Material) -> None:
        """Another analysis."""
        self.view.show_findings(*prepared)
        self._count = len(material.analysis.findings)
        self.titled.emit()

    def show_place(self) -> None:
        """The finding or clause that is looked at."""
        analysis, finding = self.document.analysis, self.document.navigation.finding
        if analysis is not None:
            self.view.show_detail(finding.id if finding else None, self._detail(analysis))

    def _detail(self, analysis: Analysis) -> str:
        theme, lang, navigation = self.document.context.theme, self.document.lang, self.document.navigation
        finding = navigation.finding
        words = DetailWords(
            note=self.tr("Interne Anmerkung"),
            found=self.tr("Gefunden"),
            limit=self.tr("Vorgabe"),
            nothing=self.tr("Zu dieser Klausel gibt es keinen Hinweis."),
            places=self.tr("{0} Stellen, weiter mit F7"),
        )
        if finding is not None and finding in analysis.findings:
            near = matches_of(finding, analysis)
            return detail_html(finding, entry_of(finding, analysis, lang), words, theme, lang, navigation.current, near)
        known = analysis.reading.by_id.get(navigation.clause or "")
        return clause_html(known, analysis, words, theme, lang) if known else ""

    def commands(self) -> Mapping[str, Command]:
        """Stepping and filtering, from any panel."""
        return {
            "next": lambda: self._step(1),
            "previous": lambda: self._step(-1),
            "filter": self._filter,
        }

    def _step(self, by: int) -> None:
        self.document.show_panel(self.name)
        self.view.step(by)

    def _filter(self) -> None:
        self.document.show_panel(self.name)
        self.view.focus_filter()
