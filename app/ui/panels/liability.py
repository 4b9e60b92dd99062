"""The liability matrix."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.ui.models.matrix import matrix_header, matrix_rows
from app.ui.models.rows import Row
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Material, Panel
from app.ui.views.matrix_panel import MatrixPanel
from app.wording.report import phrase


class LiabilityPanel(Panel):
    """Who is liable for what, as the document says."""

    name, icon = "liability", "liability"

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self.matrix = MatrixPanel(document.context)
        self.matrix.picked.connect(document.go_to)
        self.begin_at(self.matrix.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.matrix, 1)
        column.addStretch()

    def title(self) -> str:
        """On the rail."""
        return self.tr("Haftung")

    def prepare(self, material: Material) -> tuple[str, tuple[str, ...], tuple[Row, ...]]:
        """A sentence, header, rows."""
        lang = material.lang
        said = phrase("matrix_intro" if material.analysis.reading.liability else "no_matrix", lang)
        return said, matrix_header(lang), matrix_rows(material.analysis, lang)

    def show_prepared(self, prepared: tuple[str, tuple[str, ...], tuple[Row, ...]], material: Material) -> None:
        """Another analysis."""
        self.matrix.show_matrix(*prepared, material.lang)
