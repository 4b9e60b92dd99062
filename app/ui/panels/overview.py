"""The overview: findings by severity and subject, caps and periods beside our limits, covered subjects, what was not read."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.models.chart import Chart, findings_chart
from app.ui.models.coverage import STANDING, coverage_header, coverage_rows, coverage_sentence
from app.ui.models.overview import (
    FACTS,
    NARROW_VERDICT,
    VERDICT,
    narrow_header,
    narrow_rows,
    overview_header,
    overview_rows,
    unread_lines,
)
from app.ui.models.rows import Row
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Material, Panel
from app.ui.passages import KEY as PASSAGE
from app.ui.views.findings_chart import FindingsChart
from app.ui.views.folding_table import FoldingTable
from app.ui.views.sections import SectionPage
from app.wording.lang import Lang
from app.wording.report import phrase

_WIDE = ("values", (0.29, 0.25, 0.22, 0.24), VERDICT)
_NARROW = ("values-narrow", (0.52, 0.48), NARROW_VERDICT)
_LEAST = 56  # em for four columns
_SUBJECTS = (0.34, 0.36, 0.30)


_Table = tuple[tuple[str, ...], tuple[Row, ...]]


@dataclass(frozen=True)
class Overview:
    """All that the panel shows."""

    notices: str
    chart: Chart
    values: _Table
    narrow: _Table
    subjects: _Table
    covered: str
    unread: str


class OverviewPanel(Panel):
    """One page of sections that fold."""

    name, icon = "overview", "overview"

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        context = document.context
        self.notices = _label()
        self.chart = FindingsChart(context.theme)
        self.no_findings = _label()
        self.values = FoldingTable(context, _WIDE[0], shares=_WIDE[1], marked=VERDICT, grows=True)
        self._tables: tuple[_Table, _Table] | None = None  # wide and narrow
        self._narrow = False
        self.covered = _label()
        self.subjects = FoldingTable(context, "subjects", shares=_SUBJECTS, marked=STANDING, grows=True)
        self.unread = _label()
        self.more = QPushButton()
        self.page = SectionPage(context.settings, "overview")
        self._arrange()
        self._listen()
        self.begin_at(self.values)
        self.retranslate()

    def _arrange(self) -> None:
        self.page.add_plain(self.notices)
        parts = {
            "chart": (self.chart, self.no_findings),
            "values": (self.values,),
            "subjects": (self.covered, self.subjects),
            "unread": (self.unread, self.more),
        }
        self.sections = {name: self.page.add(name, _below(*widgets)) for name, widgets in parts.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def _listen(self) -> None:
        self.chart.wanted.connect(self._filter)
        self.more.clicked.connect(lambda: self.document.show_panel("unchecked"))
        for table in (self.values, self.subjects):
            table.walked.connect(self._walk)
            table.picked.connect(self._pick)
            table.at.connect(lambda area, table=table: self.page.keep_in_sight(table, area))

    def _filter(self, wanted: dict[str, object]) -> None:
        self.document.filter_wanted.emit(wanted)
        self.document.show_panel("findings")

    def _walk(self, key: str) -> None:
        """The keyboard leads to places only: another panel would take it away."""
        if key.startswith(PASSAGE):
            self.document.go_to(key)

    def _pick(self, key: str) -> None:
        if key == FACTS:
            self.document.show_panel("facts")
        else:
            self.document.go_to(key)

    def retranslate(self) -> None:
        """Headings, and what a screen reader says."""
        self.sections["chart"].set_title(self.tr("Hinweise nach Thema und Gewicht"))
        self.sections["values"].set_title(self.tr("Haftung, Fristen und Laufzeiten"))
        self.sections["subjects"].set_title(self.tr("Welche Themen geregelt sind"))
        self.sections["unread"].set_title(self.tr("Nicht gelesen, nicht geprüft"))
        self.chart.setAccessibleName(self.tr("Hinweise nach Thema und Gewicht, als Balken"))
        self.no_findings.setText(self.tr("Es gibt keinen Hinweis."))
        self.values.setAccessibleName(self.tr("Haftung, Fristen und Laufzeiten"))
        self.subjects.setAccessibleName(self.tr("Welche Themen geregelt sind"))
        self.more.setText(self.tr("Alles &Ungeprüfte zeigen"))

    def title(self) -> str:
        """On the rail."""
        return self.tr("Übersicht")

    def prepare(self, material: Material) -> Overview:
        """Bars, tables and sentences."""
        analysis, lang, report = material.analysis, material.lang, material.report
        header, rows = overview_header(lang), overview_rows(analysis, lang, material.decided)
        return Overview(
            "\n".join(report.notices),
            findings_chart(analysis, lang, material.decided),
            (header, rows),
            (narrow_header(lang), narrow_rows(rows)),
            (coverage_header(lang), coverage_rows(analysis, lang)),
            coverage_sentence(analysis, lang),
            "\n".join(unread_lines(report)),
        )

    def show_prepared(self, prepared: Overview, material: Material) -> None:
        """Another analysis."""
        self.notices.setText(prepared.notices)
        self.notices.setVisible(bool(prepared.notices))
        self.chart.show_chart(prepared.chart, material.lang)
        self.no_findings.setVisible(not prepared.chart.bars)
        self.values.setToolTip(phrase("summary_note", material.lang))
        self._tables = (prepared.values, prepared.narrow)
        self._show_values(material.lang)
        self.covered.setText(prepared.covered)
        self.subjects.show_rows(*prepared.subjects, material.lang)
        self.unread.setText(prepared.unread)

    def _show_values(self, lang: Lang) -> None:
        """In as many columns as there is room for."""
        if self._tables is not None:
            self._narrow = self.width() < self.fontMetrics().averageCharWidth() * _LEAST
            self.values.set_columns(*(_NARROW if self._narrow else _WIDE))
            self.values.show_rows(*self._tables[self._narrow], lang)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want other columns."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _LEAST
        if narrow is not self._narrow:
            self._show_values(self.document.lang)


def _label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _below(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        column.addWidget(widget)
    return holder
