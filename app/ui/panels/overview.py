"""The overview: caps, periods and deadlines with their verdict."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout

from app.ui.models.overview import overview_header, overview_rows
from app.ui.models.rows import Row
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Material, Panel
from app.ui.views.tree_panel import TreePanel

_SHARES = (0.44, 0.24)


class OverviewPanel(Panel):
    """The values of the document."""

    name, icon = "overview", "overview"

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self.notices = QLabel()
        self.notices.setWordWrap(True)
        self.notices.setMargin(8)
        self.table = TreePanel(document.context.theme, wrap=True, shares=_SHARES)
        self.table.picked.connect(document.go_to)
        self.setFocusProxy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notices)
        column.addWidget(self.table, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """What a screen reader says."""
        self.table.setAccessibleName(self.tr("Haftung, Fristen und Laufzeiten"))

    def title(self) -> str:
        """On the rail."""
        return self.tr("Übersicht")

    def prepare(self, material: Material) -> tuple[str, tuple[str, ...], tuple[Row, ...]]:
        """Notices, header, rows."""
        rows = overview_rows(material.analysis, material.lang)
        return "\n".join(material.report.notices), overview_header(material.lang), rows

    def show_prepared(self, prepared: tuple[str, tuple[str, ...], tuple[Row, ...]], material: Material) -> None:
        """Another analysis."""
        notices, header, rows = prepared
        self.notices.setText(notices)
        self.notices.setVisible(bool(notices))
        self.table.show_rows(header, rows, material.lang)
