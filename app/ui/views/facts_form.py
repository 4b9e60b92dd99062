"""The deal facts as a form: what is chosen here decides which rules apply."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QLabel, QSizePolicy, QWidget

from app.models.facts import DealFacts, FactSource
from app.ui.factchoices import AMOUNTS, CHOICES, DATES, choices, chosen, meant
from app.ui.views.date_field import DateField
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.terms import term

_MOST = 1e12


class FactsForm(QWidget):
    """Combo boxes, dates and amounts."""

    changed = Signal(object)  # DealFacts
    place_picked = Signal(str)  # key of a passage

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = DealFacts()
        self._boxes: dict[str, QComboBox] = {}
        self._dates: dict[str, DateField] = {}
        self._amounts: dict[str, QDoubleSpinBox] = {}
        self._labels: dict[str, QLabel] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        for name in CHOICES:
            self._add(form, name, self._new_box(name))
        for name in DATES:
            self._add(form, name, self._new_date(name))
        for name in AMOUNTS:
            self._add(form, name, self._new_amount(name))
        self._sources = QLabel()
        self._sources.setWordWrap(True)
        self._sources.setTextFormat(Qt.TextFormat.RichText)
        self._sources.linkActivated.connect(self.place_picked)
        form.addRow(self._sources)

    def _new_box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.activated.connect(lambda: self._choose(name, meant(name, box.currentData())))
        self._boxes[name] = box
        return box

    def _new_date(self, name: str) -> DateField:
        field = DateField()
        field.picked.connect(lambda day: self._choose(name, day))
        self._dates[name] = field
        return field

    def _new_amount(self, name: str) -> QDoubleSpinBox:
        amount = QDoubleSpinBox()
        amount.setRange(0.0, _MOST)
        amount.setDecimals(2)
        amount.setGroupSeparatorShown(True)
        amount.setSuffix(" €")
        amount.setKeyboardTracking(False)
        amount.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        amount.valueChanged.connect(lambda value: self._choose(name, value or None))
        self._amounts[name] = amount
        return amount

    def _add(self, form: QFormLayout, name: str, field: QWidget) -> None:
        label = QLabel()
        label.setBuddy(field)
        self._labels[name] = label
        form.addRow(label, field)

    def show_facts(self, facts: DealFacts, automatic: DealFacts, sources: str, lang: Lang) -> None:
        """Show what holds; `automatic`: what would hold without the user's word; `sources`: words it was read from."""
        self._facts = facts
        self._sources.setText(sources)
        self._sources.setVisible(bool(sources))
        for name, label in self._labels.items():
            label.setText(term("fact", name, lang))
        for name, box in self._boxes.items():
            self._fill(box, name, automatic, lang)
        for name, field in self._dates.items():
            field.show_date(getattr(facts, name).value, phrase("unknown", lang), lang)
            field.setAccessibleName(term("fact", name, lang))
        for name, amount in self._amounts.items():
            value = getattr(facts, name).value
            amount.blockSignals(True)
            amount.setSpecialValueText(phrase("unknown", lang))
            amount.setAccessibleName(term("fact", name, lang))
            amount.setValue(value or 0.0)
            amount.blockSignals(False)

    def _fill(self, box: QComboBox, name: str, automatic: DealFacts, lang: Lang) -> None:
        fact = getattr(self._facts, name)
        wanted = fact.value if fact.source is FactSource.USER else None
        box.clear()
        for choice in choices(name, automatic, lang):
            box.addItem(choice.label, choice.value)
            if choice.value == wanted:
                box.setCurrentIndex(box.count() - 1)
        box.setAccessibleName(term("fact", name, lang))
        box.setToolTip(box.currentText())

    def _choose(self, name: str, value: object) -> None:
        facts = chosen(self._facts, name, value)  # type: ignore[arg-type]  # the box holds only what was put in
        if facts != self._facts:
            self._facts = facts
            self.changed.emit(facts)
