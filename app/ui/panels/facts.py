"""The deal facts: who we are, whose terms, towards whom, and the figures that limits refer to."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.models.facts import DealFacts
from app.ui.factchoices import without_user
from app.ui.factsources import fact_sources
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Material, Panel
from app.ui.views.facts_form import FactsForm


class ShownFacts(NamedTuple):
    """What would hold without the user's word, and the words of the document."""

    automatic: DealFacts
    sources: str


class FactsPanel(Panel):
    """Every change evaluates the document again."""

    name, icon = "facts", "facts"

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self.form = FactsForm()
        self.form.changed.connect(document.change_facts)
        self.form.place_picked.connect(document.go_to)
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.addWidget(self.form)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def title(self) -> str:
        """On the rail."""
        return self.tr("Angaben")

    def prepare(self, material: Material) -> ShownFacts:
        """What the document says."""
        sources = fact_sources(material.analysis, self.document.context.theme, material.lang)
        return ShownFacts(without_user(material.facts, material.analysis.reading.document_facts), sources)

    def show_prepared(self, prepared: ShownFacts, material: Material) -> None:
        """Other facts, or another analysis."""
        self.form.show_facts(material.facts, prepared.automatic, prepared.sources, material.lang)
