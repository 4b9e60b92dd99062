"""The pages of the settings: each shows a part of them and says what was chosen."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app import paths
from app.models.facts import Audience, Perspective
from app.settings import STATES, TEXT_PERCENT, Keep, Settings
from app.ui.dialogs.settings_fields import add_field, note, settings_form
from app.wording.lang import Lang
from app.wording.states import state_name
from app.wording.terms import term

_USUAL_DAYS = 365
_MOST_DAYS = 3650
_LONGEST_NAME = 80
_PERCENTS = (100, 110, 125, 150, 175, 200)


class GeneralPage(QWidget):
    """Name, language, colours, size of the text."""

    def __init__(self, settings: Settings, theme: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.user = QLineEdit(settings.user)
        self.user.setMaxLength(_LONGEST_NAME)
        self.language = QComboBox()
        for code, name in (("de", "Deutsch"), ("en", "English")):
            self.language.addItem(name, code)
        self.theme = QComboBox()
        themes = (("", self.tr("wie das System")), ("light", self.tr("hell")), ("dark", self.tr("dunkel")))
        for wish, name in themes:
            self.theme.addItem(name, wish)
        self.text_size = QComboBox()
        for percent in sorted({*_PERCENTS, settings.text_percent}):
            self.text_size.addItem(f"{percent} %", percent)
        for box, value in (
            (self.language, settings.language),
            (self.theme, theme),
            (self.text_size, settings.text_percent),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        form = settings_form(self)
        add_field(form, self.tr("&Ihr Name:"), self.user)
        signed = self.tr(
            "Mit diesem Namen werden Änderungen an der Klauselbibliothek, Freigaben und Entscheidungen gezeichnet. "
            "Er wird nicht geprüft und ersetzt keine Zugriffsrechte."
        )
        form.addRow(note(signed))
        add_field(form, self.tr("&Sprache:"), self.language)
        add_field(form, self.tr("&Farben:"), self.theme)
        add_field(form, self.tr("&Größe der Schrift:"), self.text_size)
        form.addRow(note(self.tr("Eine andere Größe gilt ganz, wenn Sie das Programm neu starten.")))

    def chosen(self, settings: Settings) -> Settings:
        """The settings with what this page says."""
        user = " ".join(self.user.text().split())
        percent = min(max(int(self.text_size.currentData()), TEXT_PERCENT[0]), TEXT_PERCENT[1])
        return replace(settings, user=user, language=str(self.language.currentData()), text_percent=percent)


class ReviewPage(QWidget):
    """What is assumed of a new document, whose holidays count, text recognition."""

    def __init__(self, settings: Settings, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        nothing = self.tr("keine Vorgabe")
        self.perspective = _choice(Perspective, "perspective", settings.perspective, nothing, lang)
        self.audience = _choice(Audience, "audience", settings.audience, nothing, lang)
        self.state = QComboBox()
        self.state.addItem(self.tr("nicht gewählt: nur bundesweite Feiertage"), "")
        for code in sorted(STATES, key=lambda code: state_name(code, lang).casefold()):
            self.state.addItem(state_name(code, lang), code)
        self.state.setCurrentIndex(max(0, self.state.findData(settings.state)))
        self.ocr = QCheckBox(self.tr("Seiten ohne Text mit &Texterkennung lesen"))
        self.ocr.setChecked(settings.ocr)
        form = settings_form(self)
        add_field(form, self.tr("Unsere &Rolle:"), self.perspective)
        add_field(form, self.tr("&Gegenüber wem:"), self.audience)
        form.addRow(
            note(
                self.tr(
                    "Davon geht die Prüfung eines neuen Dokuments aus, solange Sie unter „Angaben“ nichts anderes sagen und das "
                    "Dokument nichts anderes ergibt."
                )
            )
        )
        add_field(form, self.tr("&Bundesland:"), self.state)
        form.addRow(note(self.tr("Seine Feiertage zählen, wenn eine Frist berechnet wird.")))
        form.addRow(self.ocr)
        form.addRow(
            note(
                self.tr(
                    "Eingescannte Seiten brauchen dafür einige Sekunden je Seite. Gilt für Dokumente, die Sie danach öffnen."
                )
            )
        )

    def chosen(self, settings: Settings) -> Settings:
        """The settings with what this page says."""
        return replace(
            settings,
            perspective=str(self.perspective.currentData()),
            audience=str(self.audience.currentData()),
            state=str(self.state.currentData()),
            ocr=self.ocr.isChecked(),
        )


class CasesPage(QWidget):
    """What is kept of documents, and for how long."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keep = QButtonGroup(self)
        column = QVBoxLayout(self)
        for number, (value, text) in enumerate(self._choices()):
            button = QRadioButton(text)
            button.setChecked(value is settings.keep)
            self._keep.addButton(button, number)
            column.addWidget(button)
        self.expires = QCheckBox(self.tr("&Vorgänge löschen, die so lange nicht geöffnet wurden:"))
        self.days = QSpinBox()
        self.days.setRange(1, _MOST_DAYS)
        self.days.setSuffix(self.tr(" Tage"))
        self.days.setValue(settings.retention_days or _USUAL_DAYS)
        self.days.setAccessibleName(self.tr("Aufbewahrung in Tagen"))
        self.expires.toggled.connect(self.days.setEnabled)
        self.expires.setChecked(settings.retention_days > 0)
        self.days.setEnabled(settings.retention_days > 0)
        row = QHBoxLayout()
        row.addWidget(self.expires)
        row.addWidget(self.days)
        row.addStretch()
        column.addSpacing(6)
        column.addLayout(row)
        kept = self.tr(
            "Zur Auswertung gehört der gelesene Text. Ein Vorgang lässt sich so wieder öffnen, wie Sie ihn verlassen haben. "
            "Die Wahl gilt für Dokumente, die Sie von jetzt an auswerten; was schon gespeichert ist, löschen Sie auf der Startseite. "
            "Gespeichert wird nur hier: {0}"
        )
        column.addWidget(note(kept.format(paths.user_data_dir())))
        column.addStretch(1)

    def _choices(self) -> tuple[tuple[Keep, str], ...]:
        return (
            (Keep.NOTHING, self.tr("&Nichts speichern")),
            (Keep.PATH, self.tr("&Auswertung speichern, vom Dokument nur Ort und Prüfsumme")),
            (Keep.DOCUMENT, self.tr("Auswertung und &Dokument speichern")),
        )

    def chosen(self, settings: Settings) -> Settings:
        """The settings with what this page says."""
        keep = self._choices()[self._keep.checkedId()][0]
        return replace(settings, keep=keep, retention_days=self.days.value() if self.expires.isChecked() else 0)


class LibraryPage(QWidget):
    """Which clause library is used; another one is chosen at the start of the program."""

    def __init__(self, library: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = QLineEdit(str(library))
        self.place.setReadOnly(True)
        show = QPushButton(self.tr("Ordner &öffnen"))
        folder = library if library.is_dir() else library.parent
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        form = settings_form(self)
        add_field(form, self.tr("&Geprüft wird mit:"), self.place)
        form.addRow("", show)
        form.addRow(
            note(
                self.tr(
                    "Die eigene Bibliothek ist eine Datei, die sich auf ein gemeinsames Laufwerk legen lässt. Mit einer anderen startet "
                    "das Programm so: klausellupe --library DATEI. Klauseln tauschen Sie im Fenster der Bibliothek als Paket aus."
                )
            )
        )


def _choice(kind: type[StrEnum], group: str, current: str, nothing: str, lang: Lang) -> QComboBox:
    box = QComboBox()
    box.addItem(nothing, "")
    for value in kind:
        box.addItem(term(group, value.value, lang), value.value)
    box.setCurrentIndex(max(0, box.findData(current)))
    return box
