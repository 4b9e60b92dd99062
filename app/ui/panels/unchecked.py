"""What was not read or not checked: silence never reads as "in order"."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QVBoxLayout

from app.ui.models.notchecked import not_checked_rows
from app.ui.models.overview import FACTS
from app.ui.models.rows import Row
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Material, Panel
from app.ui.views.folding_table import FoldingTable


@dataclass(frozen=True)
class Unchecked:
    """Whether all was read, which rules were applied, and the lists."""

    said: str
    complete: bool
    rows: tuple[Row, ...]


class UncheckedPanel(Panel):
    """Leads to every part that was left out."""

    name, icon = "unchecked", "unchecked"

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.table = FoldingTable(document.context, "unchecked")
        self.table.walked.connect(self._walk)
        self.table.picked.connect(self._pick)
        self.begin_at(self.table)
        column = QVBoxLayout(self)
        em = self.fontMetrics().averageCharWidth()
        column.setContentsMargins(em, em, em, 0)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """What a screen reader says."""
        self.table.setAccessibleName(self.tr("Was nicht geprüft wurde"))

    def title(self) -> str:
        """On the rail."""
        return self.tr("Ungeprüft")

    def prepare(self, material: Material) -> Unchecked:
        """The lists, and what is said above them."""
        report = material.report
        rows = not_checked_rows(report, material.analysis, material.lang)
        above = (report.completeness, *report.checks)
        return Unchecked("\n".join(above), report.complete, rows[len(above) :])

    def show_prepared(self, prepared: Unchecked, material: Material) -> None:
        """Another analysis."""
        self.said.setText(prepared.said)
        font = self.font()
        font.setBold(not prepared.complete)
        self.said.setFont(font)
        self.table.show_rows(("",), prepared.rows, material.lang)

    def _walk(self, key: str) -> None:
        """The keyboard leads to places only: another panel would take it away."""
        if key != FACTS:
            self.document.go_to(key)

    def _pick(self, key: str) -> None:
        if key == FACTS:
            self.document.show_panel("facts")
        else:
            self.document.go_to(key)

    def show_place(self) -> None:
        """The part that is looked at; a clause only where its list is open."""
        navigation = self.document.navigation
        self.table.select(navigation.aside, open_=True)
        if navigation.aside is None:
            self.table.select(navigation.clause)
