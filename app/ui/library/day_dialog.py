"""Asks for the day whose library is to be seen."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDialog, QLabel, QVBoxLayout, QWidget

from app.ui.dialogs.buttons import Buttons
from app.wording.lang import Lang

_WIDTH = 62  # characters


def end_of_day(day: date) -> datetime:
    """The last second of a day on the user's clock, in UTC."""
    return datetime.combine(day + timedelta(days=1), time()).astimezone(UTC) - timedelta(seconds=1)


class DayDialog(QDialog):
    """Emits the day."""

    picked = Signal(object)  # date

    def __init__(self, today: date, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Stand vom …"))
        sentence = QLabel(
            self.tr(
                "Zeigt die Bibliothek so, wie sie am Ende dieses Tages galt: nur die Fassungen, die damals in Kraft waren."
            )
        )
        sentence.setWordWrap(True)
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(lang))
        self.calendar.setAccessibleName(sentence.text())
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, QTextCharFormat())  # nothing is wrong with them
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setMaximumDate(QDate(today.year, today.month, today.day))
        self.calendar.setSelectedDate(QDate(today.year, today.month, today.day))
        self.calendar.activated.connect(self.accept)
        buttons = Buttons(self, Buttons.StandardButton.Ok | Buttons.StandardButton.Cancel)
        buttons.button(Buttons.StandardButton.Ok).setText(self.tr("Diesen Stand zeigen"))
        buttons.accepted.connect(self.accept)
        self.accepted.connect(self._tell)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (sentence, self.calendar, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        self.calendar.setFocus()

    def _tell(self) -> None:
        day = self.calendar.selectedDate()
        self.picked.emit(date(day.year(), day.month(), day.day()))
