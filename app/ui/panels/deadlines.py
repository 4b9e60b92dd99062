"""The deadlines: all periods of the document, a day to enter for each, what comes of it step by step, and all as a calendar file.

Days that were entered stay with the case (`state`, `restore`). What comes of a day is computed at once: the calendar was loaded when
the panel was prepared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QUndoCommand
from PySide6.QtWidgets import QFileDialog, QFormLayout, QLabel, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from app.atomic import write_atomically
from app.deadlines.toics import to_ics
from app.deadlines.workdays import Workdays
from app.errors import ExpectedError
from app.models.deadlines import Deadline
from app.models.facts import GoverningLaw
from app.settings import load_settings, save_settings
from app.ui.models.deadline_page import entries
from app.ui.models.deadlines import (
    Days,
    Entered,
    Period,
    days_as_state,
    days_from_state,
    deadlines,
    header,
    periods,
    rows,
)
from app.ui.models.rows import Row
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Command, Material, Panel
from app.ui.proposing import beside
from app.ui.views.calendar_file import CalendarFile, fill_box, narrow_box
from app.ui.views.deadline_form import DeadlineForm
from app.ui.views.folding_table import FoldingTable
from app.wording.lang import Lang
from app.wording.states import STATES
from app.wording.terms import term

_SHARES = (0.38, 0.31, 0.31)
_HEIGHTS, _HEIGHT = (45, 55), 20  # of table and form; shares, and pixels that they share when nothing is shown yet


@dataclass(frozen=True, slots=True)
class Prepared:
    """The periods, the days entered and the Bundesland of the settings at that time, and what comes of them."""

    periods: tuple[Period, ...]
    days: Days
    state: str
    done: Mapping[str, Deadline]
    rows: tuple[Row, ...]


class DeadlinesPanel(Panel):
    """Table, form below it, Bundesland above, calendar file at the bottom."""

    name, icon = "deadlines", "deadlines"
    entered_changed = Signal()

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self._days: Days = {}  # never changed in place: the preparing thread reads it
        self._rows: tuple[tuple[Row, ...], Lang] | None = None  # that the table shows
        self._periods: tuple[Period, ...] = ()
        self._done: Mapping[str, Deadline] = {}
        self._law: GoverningLaw | None = None
        self._selected = ""
        self.state_box = narrow_box()
        self.table = FoldingTable(document.context, "deadlines", shares=_SHARES)
        self.form = DeadlineForm(document.context.theme)
        self.calendar = CalendarFile()
        self._state_label, self.nothing = QLabel(), QLabel()
        self._arrange()
        self.begin_at(self.table)
        self.table.walked.connect(self._pick)
        self.table.picked.connect(self._pick)
        self.form.entered.connect(self._enter)
        self.state_box.activated.connect(self._choose_state)
        self.calendar.wanted.connect(self.choose_export)
        self.retranslate()

    def _arrange(self) -> None:
        self._stack = QStackedLayout(self)
        self.nothing.setWordWrap(True)
        self.nothing.setMargin(12)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.table)
        splitter.addWidget(self.form)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([_HEIGHT * share for share in _HEIGHTS])
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 6, 0, 6)
        column.addLayout(self._state_row())
        column.addWidget(splitter, 1)
        column.addWidget(self.calendar)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(page)
        self._stack.setCurrentIndex(1)  # most documents have periods, and changing later lays all out again

        for one, other in pairwise(
            (self.state_box, self.table, self.form.choice, self.form.day, self.form.steps, self.calendar.box)
        ):
            self.setTabOrder(one, other)

    def _state_row(self) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(6, 0, 6, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._state_label.setBuddy(self.state_box)
        form.addRow(self._state_label, self.state_box)
        return form

    # --- words

    def title(self) -> str:
        """On the rail."""
        return self.tr("Fristen")

    def badge(self) -> str:
        """How many days were computed."""
        return str(len(self._ready)) if self._ready else ""

    def retranslate(self) -> None:
        """Labels and choices."""
        lang = self.document.lang
        self._state_label.setText(self.tr("&Bundesland:"))
        self.table.setAccessibleName(self.tr("Fristen des Dokuments"))
        self.state_box.setAccessibleName(self.tr("Bundesland, dessen Feiertage zählen"))
        self.state_box.setToolTip(
            self.tr(
                "Maßgeblich sind die Feiertage am Ort, an dem die Erklärung abzugeben oder die Leistung zu bewirken ist."
            )
        )
        self.nothing.setText(
            self.tr(
                "In diesem Dokument wurden keine Fristen gefunden: keine Kündigungs-, Zahlungs-, Rüge- oder Verjährungsfrist."
            )
        )
        self.form.retranslate()
        self.calendar.retranslate()
        fill_box(self.state_box, [(code, term("state", code, lang)) for code in STATES])

    # --- what is shown

    def prepare(self, material: Material) -> Prepared:
        """The periods; loads the calendar of the holidays too."""
        state = load_settings()[0].state
        Workdays(state).holiday(datetime.now(UTC).date())
        found, days, lang = periods(material.analysis, material.lang), self._days, material.lang
        done = deadlines(found, days, state, material.analysis.facts.governing_law.value)
        return Prepared(found, days, state, done, rows(found, days, done, lang))

    def show_prepared(self, prepared: Prepared, material: Material) -> None:
        """Other periods, another language or Bundesland."""
        self._periods = prepared.periods
        self._law = material.analysis.facts.governing_law.value
        self._show_state(prepared.state)
        if self._selected not in {p.key for p in self._periods}:
            self._selected = self._periods[0].key if self._periods else ""
        self._stack.setCurrentIndex(1 if self._periods else 0)
        if prepared.days is self._days:
            self._done = prepared.done
            self._show(material.lang, prepared.rows)
        else:  # a day was entered meanwhile
            self._compute()
            self._show(material.lang)

    def _compute(self) -> None:
        """A millisecond or two: the days entered are few."""
        self._done = deadlines(self._periods, self._days, self._state, self._law)

    def _show(self, lang: Lang, made: tuple[Row, ...] | None = None) -> None:
        shown = (rows(self._periods, self._days, self._done, lang) if made is None else made, lang)
        if shown != self._rows:
            self._rows = shown
            self.table.show_rows(header(lang), *shown)
        self.table.select(self._selected)
        self._show_form(lang)
        self.titled.emit()
        self.calendar.button.setEnabled(bool(self._ready))
        self.document.possible_changed.emit()

    def _show_form(self, lang: Lang) -> None:
        if period := self._period(self._selected):
            self.form.show_period(period, self._days.get(period.key), self._done.get(period.key), lang)

    def _period(self, key: str) -> Period | None:
        return next((p for p in self._periods if p.key == key), None)

    @property
    def _ready(self) -> list[str]:
        return [key for key, deadline in self._done.items() if deadline.day is not None]

    # --- what the user does

    def _pick(self, key: str) -> None:
        period = self._period(key)
        if period is not None:
            self._selected = key
            self._show_form(self.document.lang)
            self.document.go_to(period.passage)

    def _enter(self, key: str, entered: Entered | None) -> None:
        if entered != self._days.get(key):
            self.document.undo.push(_DayEntered(self, key, self._days.get(key), entered))

    def keep_day(self, key: str, entered: Entered | None) -> None:
        """What holds for a period from now on; None: no day."""
        others = {known: day for known, day in self._days.items() if known != key}
        self._days = {**others, key: entered} if entered else others
        self._selected = key if self._period(key) else self._selected
        self._compute()
        self._show(self.document.lang)
        self.entered_changed.emit()

    # --- Bundesland

    @property
    def _state(self) -> str:
        return str(self.state_box.currentData() or "")

    def _show_state(self, state: str) -> None:
        self.state_box.setCurrentIndex(max(0, self.state_box.findData(state)))

    def _choose_state(self) -> None:
        try:
            save_settings(replace(load_settings()[0], state=self._state))
        except ExpectedError as error:
            self.document.failed.emit(error)
        self._compute()
        self._show(self.document.lang)

    # --- calendar file

    def commands(self) -> Mapping[str, Command]:
        """File › Deadlines as a calendar file."""
        return {"export_deadlines": self.choose_export}

    def impossible(self) -> frozenset[str]:
        """Before a day was computed."""
        return frozenset() if self._ready else frozenset(("export_deadlines",))

    def choose_export(self) -> None:
        """Ask where to."""
        proposal = beside(self.document.path).with_suffix(".ics")
        title = self.tr("Fristen als Kalenderdatei")
        name, _ = QFileDialog.getSaveFileName(self, title, str(proposal), self.tr("Kalenderdatei (*.ics)"))
        if name:
            path = Path(name)
            self.export_to(path if path.suffix else path.with_suffix(".ics"))

    def export_to(self, path: Path) -> None:
        """Write all computed deadlines."""
        analysis = self.document.analysis
        if analysis is None:
            return
        source = analysis.reading.source
        found = entries(self._periods, self._done, source.name, source.sha256, self.document.lang)
        try:
            write_atomically(path, to_ics(found, datetime.now(UTC).replace(microsecond=0), self.calendar.alarms))
        except ExpectedError as error:
            self.document.failed.emit(error)
        else:
            self.document.said.emit(self.tr("Kalenderdatei gespeichert: {0}").format(path))

    # --- kept with the case

    def state(self) -> dict[str, Any]:
        """The days entered, as JSON keeps them."""
        return {"days": days_as_state(self._days), "alarms": self.calendar.state()}

    def restore(self, state: object) -> None:
        """Days entered before; days entered meanwhile win."""
        if not isinstance(state, Mapping):
            return
        self._days = {**days_from_state(state.get("days")), **self._days}
        self.calendar.restore(state.get("alarms"))
        if self._periods:
            self._compute()
            self._show(self.document.lang)


class _DayEntered(QUndoCommand):
    """A day entered, changed or taken back."""

    def __init__(self, panel: DeadlinesPanel, key: str, before: Entered | None, after: Entered | None) -> None:
        super().__init__(panel.tr("Datum einer Frist"))
        self._panel, self._key, self._before, self._after = panel, key, before, after

    def redo(self) -> None:
        """The day holds."""
        self._panel.keep_day(self._key, self._after)

    def undo(self) -> None:
        """The day before holds again."""
        self._panel.document.show_panel(self._panel.name)
        self._panel.keep_day(self._key, self._before)
