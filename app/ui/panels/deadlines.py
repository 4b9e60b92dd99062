"""The deadlines: all periods of the document, a day to enter for each, what comes of it step by step, and all as a calendar file.

Days that were entered stay with the case (`state`, `restore`). What comes of a day is computed at once: the calendar was loaded when
the panel was prepared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.atomic import write_atomically
from app.deadlines.toics import to_ics
from app.deadlines.workdays import Workdays
from app.errors import ExpectedError
from app.models.deadlines import Deadline
from app.models.facts import GoverningLaw
from app.settings import load_settings, save_settings
from app.ui.icons import line_icon
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
from app.ui.views.deadline_form import DeadlineForm
from app.ui.views.folding_table import FoldingTable
from app.wording.lang import Lang
from app.wording.states import STATES
from app.wording.terms import term

_SHARES = (0.38, 0.31, 0.31)
_HEIGHTS, _HEIGHT = (45, 55), 20  # of table and form; shares, and pixels that they share when nothing is shown yet
_ALARMS: tuple[tuple[int, ...], ...] = ((7, 1), (14, 7, 1), (30, 7, 1), (1,), ())


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
        self.state_box, self.alarm_box = _narrow(), _narrow()
        self.table = FoldingTable(document.context, "deadlines", shares=_SHARES)
        self.form = DeadlineForm(document.context.theme)
        self.export_button = QPushButton()
        self._state_label, self._alarm_label, self.nothing = QLabel(), QLabel(), QLabel()
        self._arrange()
        self.setFocusProxy(self.table)
        self.table.walked.connect(self._pick)
        self.table.picked.connect(self._pick)
        self.form.entered.connect(self._enter)
        self.state_box.activated.connect(self._choose_state)
        self.export_button.clicked.connect(self.choose_export)
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
        column.addLayout(_row(self._state_label, self.state_box))
        column.addWidget(splitter, 1)
        column.addLayout(_row(self._alarm_label, self.alarm_box, self.export_button))
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(page)
        self._stack.setCurrentIndex(1)  # most documents have periods, and changing later lays all out again

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
        self._alarm_label.setText(self.tr("E&rinnern:"))
        self.table.setAccessibleName(self.tr("Fristen des Dokuments"))
        self.state_box.setAccessibleName(self.tr("Bundesland, dessen Feiertage zählen"))
        self.state_box.setToolTip(
            self.tr(
                "Maßgeblich sind die Feiertage am Ort, an dem die Erklärung abzugeben oder die Leistung zu bewirken ist."
            )
        )
        self.alarm_box.setAccessibleName(self.tr("Erinnerung im Kalender"))
        self.export_button.setText(self.tr("Als &Kalenderdatei …"))
        self.export_button.setIcon(line_icon("calendar"))
        self.nothing.setText(
            self.tr(
                "In diesem Dokument wurden keine Fristen gefunden: keine Kündigungs-, Zahlungs-, Rüge- oder Verjährungsfrist."
            )
        )
        self.form.retranslate()
        _fill(self.state_box, [(code, term("state", code, lang)) for code in STATES])
        _fill(self.alarm_box, [(_days_code(alarms), self._alarm_text(alarms)) for alarms in _ALARMS])

    def _alarm_text(self, alarms: tuple[int, ...]) -> str:
        if not alarms:
            return self.tr("nicht")
        if alarms == (1,):
            return self.tr("1 Tag vorher")
        days = ", ".join(map(str, alarms[:-1]))
        return self.tr("{0} Tage und 1 Tag vorher").format(days)

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
        self.export_button.setEnabled(bool(self._ready))
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
        others = {known: day for known, day in self._days.items() if known != key}
        if {**others, **({key: entered} if entered else {})} == self._days:
            return
        self._days = {**others, key: entered} if entered else others
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
        proposal = self.document.path.with_suffix(".ics")
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
        alarms = tuple(map(int, str(self.alarm_box.currentData() or "").split()))
        try:
            write_atomically(path, to_ics(found, datetime.now(UTC).replace(microsecond=0), alarms))
        except ExpectedError as error:
            self.document.failed.emit(error)
        else:
            self.document.said.emit(self.tr("Kalenderdatei gespeichert: {0}").format(path))

    # --- kept with the case

    def state(self) -> dict[str, Any]:
        """The days entered, as JSON keeps them."""
        return {"days": days_as_state(self._days), "alarms": str(self.alarm_box.currentData() or "")}

    def restore(self, state: object) -> None:
        """Days entered before; days entered meanwhile win."""
        if not isinstance(state, Mapping):
            return
        self._days = {**days_from_state(state.get("days")), **self._days}
        self.alarm_box.setCurrentIndex(max(0, self.alarm_box.findData(str(state.get("alarms", "")))))
        if self._periods:
            self._compute()
            self._show(self.document.lang)


def _days_code(alarms: tuple[int, ...]) -> str:
    return " ".join(map(str, alarms))


def _narrow() -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    return box


def _fill(box: QComboBox, choices: list[tuple[str, str]]) -> None:
    """Other words for the same choices."""
    chosen = box.currentData()
    box.clear()
    for value, text in choices:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))


def _row(label: QLabel, field: QWidget, button: QWidget | None = None) -> QFormLayout:
    """Label and field; they wrap where the panel is narrow."""
    form = QFormLayout()
    form.setContentsMargins(6, 0, 6, 0)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    label.setBuddy(field)
    form.addRow(label, field)
    if button is not None:
        form.addRow(button)
    return form
