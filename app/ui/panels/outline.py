"""The outline: the clauses of the document as a tree."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout

from app.ui.models.outline import outline_rows
from app.ui.models.rows import Row
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Material, Panel
from app.ui.views.tree_panel import TreePanel

_OPEN_ALL = 400  # clauses; a longer outline starts closed


class OutlinePanel(Panel):
    """Picks clauses."""

    name, icon = "outline", "outline"

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self.tree = TreePanel(document.context.theme)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.picked.connect(document.navigation.go_to_clause)
        self.tree.customContextMenuRequested.connect(self._offer_menu)
        self.setFocusProxy(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree)
        self.retranslate()

    def retranslate(self) -> None:
        """What a screen reader says."""
        self.tree.setAccessibleName(self.tr("Gliederung"))

    def title(self) -> str:
        """On the rail."""
        return self.tr("Gliederung")

    def prepare(self, material: Material) -> tuple[Row, ...]:
        """The rows."""
        return outline_rows(material.analysis, material.lang)

    def show_prepared(self, rows: Sequence[Row], material: Material) -> None:
        """Another analysis."""
        clauses = len(material.analysis.reading.clauses)
        self.tree.show_rows(("",), tuple(rows), material.lang, expand=clauses <= _OPEN_ALL)

    def show_place(self) -> None:
        """The clause that is looked at."""
        self.tree.select(self.document.navigation.clause)

    def _offer_menu(self, place: QPoint) -> None:
        if self.tree.indexAt(place).isValid():  # Qt has selected its row
            self.document.menu_wanted.emit(self.tree.viewport().mapToGlobal(place))
