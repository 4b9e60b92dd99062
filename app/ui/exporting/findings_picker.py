"""Findings to be ticked one by one: a filter, the list, and ticking all that are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from app.models.analysis import Severity
from app.ui.exporting.findings_model import FindingsModel
from app.ui.models.findingrows import ListedFinding
from app.ui.theme import Theme
from app.wording.lang import Lang

_LINES = 9  # that the list shows at least


class FindingsPicker(QWidget):
    """`changed`: what is ticked."""

    changed = Signal()

    def __init__(self, theme: Theme, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FindingsModel(theme, lang, self)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Hinweise filtern"))
        self.words.setAccessibleName(self.tr("Hinweise filtern"))
        self.words.setClearButtonEnabled(True)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(1, 1) * self.fontMetrics().ascent())
        self.list.setAccessibleName(self.tr("Hinweise zum Ankreuzen"))
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.all = QPushButton(self.tr("Gezeigte an&kreuzen"))
        self.none = QPushButton(self.tr("Gezeigte a&bwählen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        buttons = QVBoxLayout()
        for button in (self.all, self.none):
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.words.textChanged.connect(self.model.filter)
        self.all.clicked.connect(lambda: self.model.tick_shown(on=True))
        self.none.clicked.connect(lambda: self.model.tick_shown(on=False))
        self.model.ticked_changed.connect(self.changed)

    @property
    def ticked(self) -> frozenset[str]:
        """Anchors of findings."""
        return self.model.ticked

    def show_findings(
        self, findings: Iterable[ListedFinding], severities: Mapping[str, Severity], ticked: Iterable[str]
    ) -> None:
        """All there are."""
        self.model.show(findings, severities, ticked)
