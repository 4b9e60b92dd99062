"""The choices of one kind as a form: for whom, which findings, which wording, annex, language, who checked it.

Strategy: `show` puts a value in, `choices` reads it back, `changed` tells of every change. Rows that a kind has no use for are not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.models.analysis import Analysis, Severity
from app.models.decisions import Decision
from app.reporting.options import Wording
from app.ui.exporting import choices as rules
from app.ui.exporting.choices import Choices, Scope
from app.ui.exporting.findings_picker import FindingsPicker
from app.ui.exporting.kinds import CARD, COPY, Kind
from app.ui.theme import Theme
from app.wording.lang import LANGS, Lang
from app.wording.terms import term

_LONGEST_NAME = 80
_LETTERS = 12  # that a box has room for at least
_INTERNAL, _OUTWARD = 0, 1


class ChoicesForm(QWidget):
    """`changed`: by the user, or by another kind that is shown."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        lang: Lang,
        analysis: Analysis,
        decided: Mapping[str, Decision],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lang, self._analysis, self._decided = lang, analysis, decided
        self._kind: Kind | None = None
        self._shown = Choices()
        self.picker = FindingsPicker(theme, lang)
        self._make_fields()
        self._arrange()
        self._connect()

    # --- fields

    def _make_fields(self) -> None:
        self.readers = QButtonGroup(self)
        self.internal = QRadioButton(self.tr("&Intern"))
        self.outward = QRadioButton(self.tr("Nach &außen"))
        self.readers.addButton(self.internal, _INTERNAL)
        self.readers.addButton(self.outward, _OUTWARD)
        self.reader_note = _note()
        self.scope, self.proposals, self.language, self.form = _box(), _box(), _box(), _box()
        self.severities = {severity: QCheckBox() for severity in Severity}
        self.fallback_note = _note()
        self.fallback_note.setText(
            self.tr("Achtung: Die andere Seite sieht damit, womit Sie sich auch zufriedengeben würden.")
        )
        self.annex = QCheckBox(self.tr("Anhang mit allen K&lauseln"))
        self.reviewer = QLineEdit()
        self.reviewer.setMaxLength(_LONGEST_NAME)
        self.nothing_note = _note()
        for code, name in zip(LANGS, ("Deutsch", "English"), strict=True):
            self.language.addItem(name, code)
        for wording, text in self._wordings():
            self.proposals.addItem(text, wording)

    def _wordings(self) -> tuple[tuple[Wording, str], ...]:
        return (
            (Wording.PREFERRED, self.tr("unsere bevorzugte")),
            (Wording.NEAREST, self.tr("die nächste annehmbare")),
            (Wording.NONE, self.tr("keine")),
        )

    def _arrange(self) -> None:
        self._form = form = QFormLayout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(self.fontMetrics().height() // 2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._who = _column(self.internal, self.outward, self.reader_note)
        self._which_severities = _column(*self.severities.values())
        self._which_wording = _column(self.proposals, self.fallback_note)
        self._row(self.tr("Für wen:"), self._who)
        self._row(self.tr("Welche &Hinweise:"), _column(self.scope, self.nothing_note), self.scope)
        form.addRow(self._which_severities)
        form.addRow(self.picker)
        self._row(self.tr("&Vorgeschlagene Fassung:"), self._which_wording, self.proposals)
        form.addRow(self.annex)
        self._row(self.tr("S&prache des Berichts:"), self.language)
        self._row(self.tr("&Geprüft von:"), self.reviewer)
        self._row(self.tr("Da&teiform:"), self.form)

    def _row(self, text: str, field: QWidget, buddy: QWidget | None = None) -> None:
        label = QLabel(text)
        label.setBuddy(buddy or field)
        self._form.addRow(label, field)
        (buddy or field).setAccessibleName(text.replace("&", "").removesuffix(":"))

    def _connect(self) -> None:
        self.readers.idClicked.connect(self._change_reader)
        for box in (self.scope, self.proposals, self.language, self.form):
            box.currentIndexChanged.connect(self._tell)
        for check in (*self.severities.values(), self.annex):
            check.toggled.connect(self._tell)
        self.reviewer.textChanged.connect(self._tell)
        self.picker.changed.connect(self._tell)

    # --- what it says

    def choices(self) -> Choices:
        """All of it."""
        return Choices(
            outward=self.readers.checkedId() == _OUTWARD,
            scope=Scope(self.scope.currentData() or Scope.ALL),
            severities=frozenset(s for s, check in self.severities.items() if check.isChecked()),
            picked=self.picker.ticked,
            proposals=Wording(self.proposals.currentData()),
            annex=self.annex.isChecked(),
            lang=next(lang for lang in LANGS if lang == self.language.currentData()),
            reviewer=" ".join(self.reviewer.text().split()),
            form=str(self.form.currentData() or ""),
        )

    def show_choices(self, kind: Kind, choices: Choices, *, outward_only: bool) -> None:
        """Of another kind; `outward_only`: it has no internal form."""
        self._kind, self._outward_only = kind, outward_only
        with self._quietly():
            self.readers.button(_OUTWARD if choices.outward or outward_only else _INTERNAL).setChecked(True)
            self.internal.setEnabled(not outward_only)
            self._fill_scopes(choices)
            for severity, check in self.severities.items():
                check.setChecked(severity in choices.severities)
            self._pick(self.proposals, choices.proposals)
            self.annex.setChecked(choices.annex)
            self._pick(self.language, choices.lang)
            self.reviewer.setText(choices.reviewer)
            self._fill_forms(kind, choices.form)
        self._tell()

    def show_analysis(self, analysis: Analysis, decided: Mapping[str, Decision]) -> None:
        """Of another analysis, or decided otherwise."""
        self._analysis, self._decided = analysis, decided
        with self._quietly():
            self._fill_scopes(self.choices())
        self._tell()

    def _change_reader(self) -> None:
        """Other findings are meant by the same words."""
        with self._quietly():
            self._fill_scopes(self.choices())
        self._tell()

    def _fill_scopes(self, choices: Choices) -> None:
        """With how many findings each would have."""
        self.scope.clear()
        for scope, text in self._scopes(outward=choices.outward).items():
            number = rules.count(self._analysis, self._decided, replace(choices, scope=scope))
            counted = scope in (Scope.ALL, Scope.WANTED, Scope.DECIDED)
            self.scope.addItem(f"{text} ({number})" if counted else text, scope)
        self._pick(self.scope, choices.scope)
        counts = rules.count_severities(self._analysis.findings, self._decided)
        for severity, check in self.severities.items():
            check.setText(f"{term('severity', severity.value, self._lang)} ({counts[severity]})")

    def _scopes(self, *, outward: bool) -> dict[Scope, str]:
        return {
            Scope.ALL: self.tr("alle für die andere Seite") if outward else self.tr("alle"),
            Scope.WANTED: self.tr("was geändert werden soll"),
            Scope.DECIDED: self.tr("entschiedene"),
            Scope.SEVERITIES: self.tr("nach Gewichtung"),
            Scope.PICKED: self.tr("einzeln ausgewählte"),
        }

    def _fill_forms(self, kind: Kind, form: str) -> None:
        self.form.clear()
        for name, text in (("card", "PDF"), ("card-docx", "Word")):
            if name in kind.forms:
                self.form.addItem(text, name)
        self._pick(self.form, form)

    @staticmethod
    def _pick(box: QComboBox, value: object) -> None:
        box.setCurrentIndex(max(0, box.findData(value)))

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """What we put in is no change of the user's."""
        blocker = QSignalBlocker(self)
        yield
        blocker.unblock()

    # --- what is shown of it

    def _tell(self) -> None:
        if self.signalsBlocked() or self._kind is None:
            return
        self._show_rows(self._kind, self.choices())
        self.changed.emit()

    def _show_rows(self, kind: Kind, choices: Choices) -> None:
        form = self._form
        form.setRowVisible(self._which_severities, choices.scope is Scope.SEVERITIES)
        form.setRowVisible(self.picker, choices.scope is Scope.PICKED)
        form.setRowVisible(self._which_wording, kind.proposals)
        form.setRowVisible(self.annex, kind.annex and not choices.outward)
        form.setRowVisible(self.reviewer, kind.reviewer)
        form.setRowVisible(self.form, len(kind.forms) > 1)
        self.fallback_note.setVisible(choices.outward and choices.proposals is Wording.NEAREST)
        self.reader_note.setText(self._reader_sentence(kind, choices))
        number = rules.count(self._analysis, self._decided, choices)
        everything = choices.scope is Scope.ALL and not choices.outward
        self.nothing_note.setVisible(number == 0 or not everything)
        self.nothing_note.setText(self._number_sentence(number))

    def _number_sentence(self, number: int) -> str:
        if number == 0:
            return self.tr("Damit ist kein Hinweis dabei.")
        one, several = self.tr("1 Hinweis von {1}"), self.tr("{0} Hinweise von {1}")
        return (one if number == 1 else several).format(number, len(self._analysis.findings))

    def _reader_sentence(self, kind: Kind, choices: Choices) -> str:
        if kind.name == CARD and choices.outward:
            return self.tr("Für das Gespräch mit der anderen Seite: nur, worüber wir sprechen möchten.")
        if kind.name == CARD:
            return self.tr(
                "Für den eigenen Vertrieb, mit denen, die freigeben müssen. Geben Sie es nicht aus dem Haus."
            )
        if not choices.outward:
            return self.tr("Mit allem, was gefunden und entschieden wurde. Geben Sie es nicht aus dem Haus.")
        if kind.name == COPY:
            return self.tr("An den Stellen steht, was wir vorschlagen. Leitfäden, Notizen und Entscheidungen fehlen.")
        return self.tr("Ohne Leitfäden, Notizen, Entscheidungen, Zuständige, Freigaben und Namen der Bibliothek.")


def _box() -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_LETTERS)
    return box


def _note() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _column(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    for widget in widgets:
        column.addWidget(widget)
    return whole
