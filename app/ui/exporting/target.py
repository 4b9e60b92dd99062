"""Where the file goes: its name, which the settings propose and the user may change, and its folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.reporting.filenames import FORBIDDEN
from app.ui.exporting.filenaming import NameProblem, name_problem, without_suffix

_LONGEST = 250


class Target(QWidget):
    """`changed`: name or folder."""

    changed = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suffix = ""
        self._own = False  # the user gave it a name
        self.name, self.folder = QLineEdit(), QLineEdit(str(folder))
        self.name.setMaxLength(_LONGEST)
        self.ending = QLabel()
        self.choose = QPushButton(self.tr("O&rdner wählen …"))
        name, place = QLabel(self.tr("&Dateiname:")), QLabel(self.tr("&Ordner:"))
        name.setBuddy(self.name)
        place.setBuddy(self.folder)
        self.name.setAccessibleName(self.tr("Dateiname"))
        self.folder.setAccessibleName(self.tr("Ordner"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, (label, field, beside) in enumerate(
            ((name, self.name, self.ending), (place, self.folder, self.choose))
        ):
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            grid.addWidget(beside, row, 2)
        self.name.textEdited.connect(self._keep_own)
        self.name.textChanged.connect(self.changed)
        self.folder.textChanged.connect(self.changed)
        self.choose.clicked.connect(self._ask_folder)

    @property
    def path(self) -> Path:
        """The file."""
        name = without_suffix(self.name.text(), self._suffix)
        return Path(self.folder.text().strip()).expanduser() / (name + self._suffix)

    def propose(self, file_name: str, suffix: str) -> None:
        """A name for another kind; the user's own stays, only its ending changes."""
        self._suffix = suffix
        self.ending.setText(suffix)
        if not self._own:
            with QSignalBlocker(self.name):
                self.name.setText(without_suffix(file_name, suffix))
        self.changed.emit()

    def problem(self) -> str:
        """What is wrong with it, "" where nothing is."""
        found = name_problem(without_suffix(self.name.text(), self._suffix), self._suffix)
        if found is not None:
            return self._sentences()[found]
        folder = self.folder.text().strip()
        return "" if folder and "\0" not in folder else self.tr("Bitte wählen Sie einen Ordner.")

    def _sentences(self) -> dict[NameProblem, str]:
        return {
            NameProblem.EMPTY: self.tr("Bitte geben Sie der Datei einen Namen."),
            NameProblem.CHARACTER: self.tr("Der Dateiname darf keines dieser Zeichen enthalten: {0}").format(
                " ".join(FORBIDDEN)
            ),
            NameProblem.ENDING: self.tr(
                "Der Dateiname darf nicht mit einem Leerzeichen beginnen oder mit Punkt oder Leerzeichen enden."
            ),
            NameProblem.LONG: self.tr("Der Dateiname ist zu lang."),
            NameProblem.RESERVED: self.tr("Windows behält sich diesen Namen vor. Bitte wählen Sie einen anderen."),
        }

    def _keep_own(self, text: str) -> None:
        self._own = bool(text)

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Ordner für die Datei"), self.folder.text())
        if name:
            self.folder.setText(name)
