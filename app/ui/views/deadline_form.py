"""Below the table of periods: the day of the selected one, what that day is, and the steps of the result."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from app.models.deadlines import Deadline, Given
from app.ui.models.deadline_page import steps_html
from app.ui.models.deadlines import Entered, Period, without_day
from app.ui.theme import Theme
from app.ui.views.date_field import DateField
from app.wording.deadlines import choice_text, given_text
from app.wording.lang import Lang

_LINES = 8  # of the steps, at least


class DeadlineForm(QWidget):
    """Emits the key of the period and what was entered, None where the day was taken back."""

    entered = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._period: Period | None = None
        self.heading = QLabel()
        self.heading.setTextFormat(Qt.TextFormat.PlainText)  # words of the document
        self.heading.setWordWrap(True)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.choice = QComboBox()
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(14)
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.day = DateField()
        self.steps = QTextBrowser()
        self.steps.setOpenLinks(False)
        self.steps.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self._choice_label, self._day_label = QLabel(), QLabel()
        self._arrange()
        self.choice.activated.connect(self._tell)
        self.day.picked.connect(self._tell)
        self.retranslate()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in ((self._choice_label, self.choice), (self._day_label, self.day)):
            label.setBuddy(field)
            form.addRow(label, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 0)
        column.addWidget(self.heading)
        column.addLayout(form)
        column.addWidget(self.steps, 1)

    def retranslate(self) -> None:
        """Its own words."""
        self._choice_label.setText(self.tr("&Das Datum ist:"))
        self.choice.setAccessibleName(self.tr("Was das Datum ist"))
        self.steps.setAccessibleName(self.tr("Rechenschritte"))

    def show_period(self, period: Period, entered: Entered | None, deadline: Deadline | None, lang: Lang) -> None:
        """Show a period with what was entered and computed."""
        self._period = period
        asked = without_day(period) is None
        choice: tuple[QWidget, ...] = (self._choice_label, self.choice)
        for widget in (*choice, self._day_label, self.day):
            widget.setVisible(asked and (widget not in choice or len(period.possible) > 1))
        self.heading.setText(period.value)
        self._fill(period, entered, lang)
        soft, warning = self._theme.hex("palette", "soft"), self._theme.hex("severity", "medium")
        self.steps.setHtml(steps_html(deadline or without_day(period), lang, soft=soft, warning=warning))

    def _fill(self, period: Period, entered: Entered | None, lang: Lang) -> None:
        given = entered.given if entered else period.possible[0]
        self.choice.clear()
        for choice in period.possible:
            self.choice.addItem(choice_text(period.provision, choice, lang), choice.value)
        self.choice.setCurrentIndex(period.possible.index(given) if given in period.possible else 0)
        self.choice.setToolTip(self.choice.currentText())
        name = given_text(period.provision, given, lang)
        self.day.show_date(entered.day if entered else None, self.tr("Datum eingeben"), lang)
        self._day_label.setText(f"&{name}:")
        self.day.setAccessibleName(name)

    def _tell(self) -> None:
        if self._period is None:
            return
        shown = self.day.shown()
        entered = Entered(Given(str(self.choice.currentData())), shown) if isinstance(shown, date) else None
        self.entered.emit(self._period.key, entered)
