"""The user's settings: the name that changes are signed with, what cases keep of documents, and for how long."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app import paths
from app.settings import Keep, Settings
from app.ui.dialogs.buttons import Buttons

_USUAL_DAYS = 365
_MOST_DAYS = 3650
_LONGEST_NAME = 80


class SettingsDialog(QDialog):
    """File › Settings; `settings()` is what was chosen. Saving is the asker's business."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Einstellungen"))
        self._settings = settings
        self._user = QLineEdit(settings.user)
        self._user.setMaxLength(_LONGEST_NAME)
        self._keep = QButtonGroup(self)
        self._expires = QCheckBox(self.tr("Vorgänge löschen, die so lange nicht geöffnet wurden:"))
        self._days = QSpinBox()
        self._days.setRange(1, _MOST_DAYS)
        self._days.setSuffix(self.tr(" Tage"))
        self._days.setValue(settings.retention_days or _USUAL_DAYS)
        self._days.setAccessibleName(self.tr("Aufbewahrung in Tagen"))
        self._expires.toggled.connect(self._days.setEnabled)
        self._expires.setChecked(settings.retention_days > 0)
        self._days.setEnabled(settings.retention_days > 0)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self._person())
        column.addWidget(self._cases(settings.keep))
        column.addWidget(self._buttons())
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 85)
        self._user.setFocus()

    def settings(self) -> Settings:
        """What the form says."""
        return replace(
            self._settings,
            user=" ".join(self._user.text().split()),
            keep=self._choices()[self._keep.checkedId()][0],
            retention_days=self._days.value() if self._expires.isChecked() else 0,
        )

    def _person(self) -> QGroupBox:
        group = QGroupBox(self.tr("Sie"))
        form = QFormLayout(group)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        label = QLabel(self.tr("&Ihr Name:"))
        label.setBuddy(self._user)
        form.addRow(label, self._user)
        form.addRow(
            _note(
                self.tr(
                    "Mit diesem Namen werden Änderungen an der Klauselbibliothek, Freigaben und Entscheidungen gezeichnet. "
                    "Er wird nicht geprüft und ersetzt keine Zugriffsrechte."
                )
            )
        )
        return group

    def _cases(self, keep: Keep) -> QGroupBox:
        group = QGroupBox(self.tr("Vorgänge auf diesem Rechner"))
        column = QVBoxLayout(group)
        for number, (value, text) in enumerate(self._choices()):
            button = QRadioButton(text)
            button.setChecked(value is keep)
            self._keep.addButton(button, number)
            column.addWidget(button)
        row = QHBoxLayout()
        row.addWidget(self._expires)
        row.addWidget(self._days)
        row.addStretch()
        column.addSpacing(6)
        column.addLayout(row)
        note = self.tr(
            "Zur Auswertung gehört der gelesene Text. Ein Vorgang lässt sich so wieder öffnen, wie Sie ihn verlassen haben. "
            "Die Wahl gilt für Dokumente, die Sie von jetzt an auswerten; was schon gespeichert ist, löschen Sie auf der Startseite. "
            "Gespeichert wird nur hier: {0}"
        )
        column.addWidget(_note(note.format(paths.user_data_dir())))
        return group

    def _choices(self) -> tuple[tuple[Keep, str], ...]:
        return (
            (Keep.NOTHING, self.tr("&Nichts speichern")),
            (Keep.PATH, self.tr("&Auswertung speichern, vom Dokument nur Ort und Prüfsumme")),
            (Keep.DOCUMENT, self.tr("Auswertung und &Dokument speichern")),
        )

    def _buttons(self) -> Buttons:
        buttons = Buttons(self, Buttons.StandardButton.Ok | Buttons.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        return buttons


def _note(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 0.92)
    label.setFont(font)
    return label
