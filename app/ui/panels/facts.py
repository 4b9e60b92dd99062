"""The deal facts: who we are, whose terms, towards whom, and the figures that limits refer to."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.factchoices import NAMES, chosen, wished
from app.ui.models.factrows import FactRow, Need, fact_rows, needs
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Material, Panel
from app.ui.views.facts_form import FactsForm


class ShownFacts(NamedTuple):
    """What holds, and what checks are waiting for."""

    rows: tuple[FactRow, ...]
    needs: tuple[Need, ...]


class FactsPanel(Panel):
    """Every change evaluates the document again; the badge counts the facts that checks wait for."""

    name, icon = "facts", "facts"

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self._waiting = 0
        self.form = FactsForm(document.context)
        self.form.said.connect(self._say)
        self.form.place_picked.connect(document.go_to)
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.addWidget(self.form)
        inner.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keys
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.begin_at(self.form.fields[NAMES[0]].editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)

    def title(self) -> str:
        """On the rail."""
        return self.tr("Angaben")

    def badge(self) -> str:
        """How many facts are wanted."""
        return str(self._waiting) if self._waiting else ""

    def prepare(self, material: Material) -> ShownFacts:
        """What holds and what the document says."""
        rows = fact_rows(material.facts, material.analysis, wished(), material.lang)
        return ShownFacts(rows, needs(material.analysis, material.lang))

    def show_prepared(self, prepared: ShownFacts, material: Material) -> None:
        """Other facts, or another analysis."""
        self.form.show_rows(prepared.rows, prepared.needs, material.lang)
        self._waiting = len(prepared.needs)
        self.titled.emit()

    def _say(self, name: str, value: Any) -> None:  # noqa: ANN401 - each fact has its own type
        self.document.change_facts(chosen(self.document.facts, name, value))
