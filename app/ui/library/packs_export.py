"""Clauses as a pack: the whole library or what is chosen, as one file or as a folder for version control or a share."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import BugError, ExpectedError, KlausellupeError
from app.pipeline.exchange import export
from app.ui.background import Background
from app.ui.dialogs.buttons import Buttons
from app.ui.library.desk import Desk
from app.wording.errors import bug_sentence, error_sentence

_ALL, _CHOSEN = 0, 1
_FILE, _FOLDER = 0, 1


class ExportDialog(QDialog):
    """What, and in which form; then a file dialog for the place."""

    def __init__(self, desk: Desk, clauses: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Klauseln als Paket exportieren"))
        self._desk, self._clauses = desk, clauses
        self._background = Background(self)
        self._background.done.connect(self._say_done)
        self._background.failed.connect(self._say_error)
        self.what, self.form = QButtonGroup(self), QButtonGroup(self)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setVisible(False)
        self._arrange()

    def _arrange(self) -> None:
        count = len(self._desk.session.store.entries())
        what = self._group(
            self.tr("Umfang"),
            self.what,
            (
                self.tr("&Ganze Bibliothek ({0} Klauseln)").format(count),
                self.tr("&Ausgewählte Klauseln ({0})").format(len(self._clauses)),
            ),
            checked=_CHOSEN if len(self._clauses) > 1 else _ALL,
        )
        self.what.button(_CHOSEN).setEnabled(bool(self._clauses))
        form = self._group(
            self.tr("Form"),
            self.form,
            (
                self.tr("&Eine Datei, zum Weitergeben"),
                self.tr("&Ordner mit einer Datei je Thema, für Netzlaufwerk oder Versionsverwaltung"),
            ),
            checked=_FILE,
        )
        note = QLabel(
            self.tr(
                "Das Paket enthält auch Entwürfe und die internen Leitfäden. Geben Sie es nur im eigenen Haus weiter. "
                "Frühere Versionen bleiben in Ihrer Bibliothek."
            )
        )
        note.setWordWrap(True)
        self.buttons = Buttons(self)
        self.save = self.buttons.addButton(self.tr("&Speichern unter …"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._choose_place)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for widget in (what, form, note, self.said, self.buttons):
            column.addWidget(widget)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 80)

    def _group(self, title: str, group: QButtonGroup, texts: tuple[str, ...], *, checked: int) -> QGroupBox:
        box = QGroupBox(title)
        column = QVBoxLayout(box)
        for number, text in enumerate(texts):
            button = QRadioButton(text)
            button.setChecked(number == checked)
            group.addButton(button, number)
            column.addWidget(button)
        return box

    def _choose_place(self) -> None:
        if self.form.checkedId() == _FOLDER:
            name = QFileDialog.getExistingDirectory(self, self.tr("Ordner für das Paket"))
        else:
            title, filters = self.tr("Paket speichern"), self.tr("Klauselpaket (*.toml)")
            name, _ = QFileDialog.getSaveFileName(self, title, self.tr("klauseln.toml"), filters)
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Write the pack there."""
        if self.form.checkedId() == _FILE and path.suffix.lower() != ".toml":
            path = path.with_name(path.name + ".toml")
        clauses = self._clauses if self.what.checkedId() == _CHOSEN else ()
        self._target = path
        self.save.setEnabled(False)
        self._background.start(export, self._desk.session.path, clauses, path)

    def _say_done(self, count: int) -> None:
        self._say(self.tr("{0} Klauseln wurden gespeichert: {1}").format(count, self._target))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Schließen"))

    def _say_error(self, error: KlausellupeError) -> None:
        lang = self._desk.context.language.code
        match error:
            case ExpectedError():
                self._say(error_sentence(error, lang))
            case BugError():
                self._say(bug_sentence(lang))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(True)
        self.save.setEnabled(True)

    def done(self, result: int) -> None:
        """Nothing goes on behind a closed dialog."""
        self._background.stop()
        super().done(result)


def export_pack(desk: Desk, clauses: tuple[str, ...], parent: QWidget) -> ExportDialog:
    """Open the dialog."""
    dialog = ExportDialog(desk, clauses, parent)
    dialog.open()
    return dialog
