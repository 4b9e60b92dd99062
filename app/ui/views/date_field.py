"""A date that may be unknown: the earliest date stands for "unknown", and the calendar then opens on the present month."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, Signal
from PySide6.QtWidgets import QDateEdit, QWidget

from app.wording.lang import Lang

_UNKNOWN = QDate(1900, 1, 1)
_FORMAT = {"de": "dd.MM.yyyy", "en": "d MMM yyyy"}


class DateField(QDateEdit):
    """Emits a `date`, or None where the user takes it back."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumDate(_UNKNOWN)
        self.setCalendarPopup(True)
        self.setKeyboardTracking(False)
        self.calendarWidget().installEventFilter(self)
        self.dateChanged.connect(lambda day: self.picked.emit(None if day == _UNKNOWN else day.toPython()))

    def shown(self) -> date | None:
        """The date, None for unknown."""
        day = self.date()
        return None if day == _UNKNOWN else date(day.year(), day.month(), day.day())

    def show_date(self, day: date | None, unknown: str, lang: Lang) -> None:
        """Show a date without telling anybody; `unknown` is shown for none."""
        self.blockSignals(True)
        self.setDisplayFormat(_FORMAT[lang])
        self.setSpecialValueText(unknown)
        self.setDate(QDate(day.year, day.month, day.day) if day else _UNKNOWN)
        self.blockSignals(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Nobody wants to leaf from 1900 to the present."""
        calendar = self.calendarWidget()
        if watched is calendar and event.type() is QEvent.Type.Show and self.date() == _UNKNOWN:
            today = QDate.currentDate()
            calendar.setCurrentPage(today.year(), today.month())
        return super().eventFilter(watched, event)
