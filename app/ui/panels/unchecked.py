"""What was not read or not checked: silence never reads as "in order"."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.ui.models.notchecked import not_checked_rows
from app.ui.models.rows import Row
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Material, Panel
from app.ui.views.tree_panel import TreePanel


class UncheckedPanel(Panel):
    """Leads to every part that was left out."""

    name, icon = "unchecked", "unchecked"

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self.tree = TreePanel(document.context.theme, wrap=True)
        self.tree.picked.connect(document.go_to)
        self.setFocusProxy(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree)
        self.retranslate()

    def retranslate(self) -> None:
        """What a screen reader says."""
        self.tree.setAccessibleName(self.tr("Was nicht geprüft wurde"))

    def title(self) -> str:
        """On the rail."""
        return self.tr("Ungeprüft")

    def prepare(self, material: Material) -> tuple[Row, ...]:
        """The rows."""
        return not_checked_rows(material.report, material.analysis, material.lang)

    def show_prepared(self, rows: tuple[Row, ...], material: Material) -> None:
        """Another analysis."""
        self.tree.show_rows(("",), rows, material.lang)

    def show_place(self) -> None:
        """The part that is looked at."""
        navigation = self.document.navigation
        self.tree.select(navigation.aside or navigation.clause)
