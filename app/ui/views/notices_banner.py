"""The strip above a document that says what was not read, was recognised, or stands round the terms."""

from __future__ import annotations

from app.ui.notices import reading_notices
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Material
from app.ui.views.banner import Banner


class NoticesBanner(Banner):
    """Leads to the panel that lists it all."""

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document.context.theme)
        self.acted.connect(lambda: document.show_panel("unchecked"))

    def prepare(self, material: Material) -> tuple[str, ...]:
        """The sentences."""
        return reading_notices(material.analysis, material.report, material.lang)

    def show_prepared(self, notices: tuple[str, ...], material: Material) -> None:
        """Nothing where everything was read."""
        if notices:
            self.show_sentence("\n".join(notices), self.tr("Einzelheiten"), kind="note")
        else:
            self.hide()

    def show_place(self) -> None:
        """It says the same everywhere."""
