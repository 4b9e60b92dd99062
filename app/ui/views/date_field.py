"""A date that may be unknown: typed as people write dates, or picked in a calendar.

Strategy: a line of text, not Qt's date editor: there, the word for "unknown" cannot be overwritten, and typing moves between sections.
What is no date gives way to the date that held, and it is said how to write one.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QToolTip, QWidget

from app.ui.icons import line_icon
from app.ui.models.typed_days import typed_day
from app.wording.lang import Lang
from app.wording.numbers import date_text

_LOCALES = {
    "de": QLocale(QLocale.Language.German, QLocale.Country.Germany),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_SAMPLE = date(2027, 12, 31)
_LETTERS = 22  # "30 September 2027" and the calendar


class DateField(QLineEdit):
    """Emits a `date`, or None where the user takes it back."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: date | None = None
        self._lang: Lang = "de"
        self._calendar: QCalendarWidget | None = None
        self._button = self.addAction(line_icon("calendar"), QLineEdit.ActionPosition.TrailingPosition)
        self._button.triggered.connect(self.open_calendar)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self.editingFinished.connect(self._finish)

    def shown(self) -> date | None:
        """The date, None for unknown."""
        return self._day

    def show_date(self, day: date | None, unknown: str, lang: Lang) -> None:
        """Show a date without telling anybody; `unknown` is shown for none."""
        self._lang = lang
        self.setPlaceholderText(unknown)
        self._button.setText(self.tr("Kalender öffnen"))
        self._button.setToolTip(self.tr("Kalender öffnen"))
        if day != self._day or self.text() != self._text(day):  # the cursor stays where nothing changes
            self._show(day)

    def enter(self, day: date | None) -> None:
        """As if it had been typed."""
        changed = day != self._day
        self._show(day)
        if changed:
            self.picked.emit(day)

    def _show(self, day: date | None) -> None:
        self._day = day
        self.setText(self._text(day))

    def _text(self, day: date | None) -> str:
        return date_text(day, self._lang) if day else ""

    def _finish(self) -> None:
        typed = self.text().strip()
        day = typed_day(typed)
        if typed and day is None:
            self._show(self._day)
            self._explain(typed)
        else:
            self.enter(day)

    def _explain(self, typed: str) -> None:
        how = self.tr("„{0}“ ist kein Datum. Bitte so eingeben: {1}").format(typed, self._text(_SAMPLE))
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), how, self)

    # --- the calendar

    def open_calendar(self) -> None:
        """Below the field, at the date or at the present month."""
        calendar = self._calendar or self._new_calendar()
        calendar.setLocale(_LOCALES[self._lang])
        day = self._day
        calendar.setSelectedDate(QDate(day.year, day.month, day.day) if day else QDate.currentDate())
        calendar.adjustSize()
        room = self.screen().availableGeometry()
        place = self.mapToGlobal(QPoint(self.width() - calendar.width(), self.height()))
        place.setY(min(place.y(), room.bottom() - calendar.height()))
        calendar.move(place)
        calendar.show()
        calendar.setFocus()

    def _new_calendar(self) -> QCalendarWidget:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.clicked.connect(self._pick)
        calendar.activated.connect(self._pick)
        self._calendar = calendar
        return calendar

    def _pick(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.hide()
        self.enter(date(day.year(), day.month(), day.day()))

    # --- keys and colours

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F4 and Alt+Down open the calendar, as they open a list."""
        down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if down or event.key() == Qt.Key.Key_F4:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The calendar's icon has the colours of the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_button"):
            self._button.setIcon(line_icon("calendar"))
