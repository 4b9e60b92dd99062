"""The page of the settings about reports: the company's name, logo and footer, and how files are named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import BugError, ErrorCode, ExpectedError, KlausellupeError
from app.jobs.isolated import isolated
from app.jobs.process import bug_report
from app.reporting.filenames import PLACEHOLDERS, example_name
from app.reporting.logo import MAX_BYTES, checked_logo
from app.settings import FILE_PATTERN, LONGEST_LINE, Settings, drop_logo, keep_logo, logo_bytes
from app.ui.dialogs.settings_fields import add_field, note, settings_form
from app.ui.inthread import InThread
from app.wording.errors import bug_sentence, error_sentence
from app.wording.lang import Lang

_PATIENCE_S = 30.0
_SHOWN = QSize(18, 4)  # letters and lines that a logo takes


class _Kept(NamedTuple):
    """A logo that was made harmless and lies beside the settings."""

    name: str
    png: bytes


class ReportsPage(QWidget):
    """What was chosen holds when the dialog is accepted; a logo is read and checked as soon as it is chosen."""

    def __init__(self, settings: Settings, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang, self._before, self._logo = lang, settings.logo, settings.logo
        self._reading = InThread(self)
        self._reading.done.connect(self._take)
        self.company, self.footer = _line(settings.company), _line(settings.footer)
        self.pattern = _line(settings.file_pattern)
        self.picture = QLabel()
        self.choose = QPushButton(self.tr("&Logo wählen …"))
        self.remove = QPushButton(self.tr("Logo en&tfernen"))
        self.said = note("")
        self.example = note("")
        self._arrange()
        self._show(logo_bytes(settings))
        self._show_example()
        self.pattern.textChanged.connect(self._show_example)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self._take_out)

    def _arrange(self) -> None:
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setFrameShape(QLabel.Shape.StyledPanel)
        metrics = self.fontMetrics()
        self.picture.setFixedSize(_SHOWN.width() * metrics.averageCharWidth(), _SHOWN.height() * metrics.lineSpacing())
        buttons = QVBoxLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        logo = QWidget()
        row = QHBoxLayout(logo)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.picture)
        row.addLayout(buttons)
        row.addStretch(1)
        form = settings_form(self)
        add_field(form, self.tr("&Unternehmen:"), self.company)
        add_field(form, self.tr("&Fußzeile:"), self.footer)
        form.addRow(self.tr("Logo:"), logo)
        form.addRow(self.said)
        form.addRow(
            note(
                self.tr(
                    "Unternehmen, Fußzeile und Logo stehen in jedem Bericht. Das Logo ist ein Bild in PNG oder JPEG."
                )
            )
        )
        add_field(form, self.tr("&Dateinamen:"), self.pattern)
        form.addRow(note(self._placeholders()))
        form.addRow(self.example)

    def _placeholders(self) -> str:
        meanings = {
            "name": self.tr("Name des Dokuments"),
            "kind": self.tr("Art der Datei"),
            "date": self.tr("Datum"),
            "company": self.tr("Unternehmen"),
            "reviewer": self.tr("wer geprüft hat"),
        }
        known = (f"{{{name}}}: {meanings[name]}" for name in PLACEHOLDERS if name in meanings)
        return self.tr("Platzhalter: {0}").format(", ".join(known))

    def _show_example(self) -> None:
        name = example_name(self._pattern(), self._lang)
        self.example.setText(self.tr("Beispiel: {0}").format(name))

    def _pattern(self) -> str:
        return " ".join(self.pattern.text().split()) or FILE_PATTERN

    def chosen(self, settings: Settings) -> Settings:
        """The settings with what this page says."""
        company, footer = (" ".join(field.text().split()) for field in (self.company, self.footer))
        return replace(settings, company=company, footer=footer, logo=self._logo, file_pattern=self._pattern())

    def finish(self, *, accepted: bool) -> None:
        """The picture that is not used goes."""
        self._reading.close(0)
        if self._logo != self._before:
            drop_logo(self._before if accepted else self._logo)

    # --- the logo

    def _ask(self) -> None:
        pictures = self.tr("Bilder (*.png *.jpg *.jpeg)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Logo wählen"), "", pictures)
        if name:
            self.take_logo(Path(name))

    def take_logo(self, path: Path) -> None:
        """Read and check a picture."""
        self.choose.setEnabled(False)
        self._say(self.tr("Das Bild wird geprüft …"))
        self._reading.start(lambda _stale: _kept(path))

    def _take(self, result: _Kept | KlausellupeError) -> None:
        self.choose.setEnabled(True)
        match result:
            case _Kept(name, png):
                self._put(name, png)
            case ExpectedError():
                self._say(error_sentence(result, self._lang))
            case _:
                self._say(bug_sentence(self._lang))

    def _take_out(self) -> None:
        self._put("", None)

    def _put(self, name: str, png: bytes | None) -> None:
        """In place of the former one; that of the settings stays until they are saved."""
        if self._logo not in (self._before, name):
            drop_logo(self._logo)
        self._logo = name
        self._show(png)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _show(self, png: bytes | None) -> None:
        picture = QPixmap()
        if png is not None and picture.loadFromData(png, "PNG"):
            room = self.picture.size() - QSize(8, 8)
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(picture.scaled(room, keep, smooth))
            self.picture.setStyleSheet("background: white")  # reports are white in every theme
        else:
            self.picture.setStyleSheet("")
            self.picture.setText(self.tr("kein Logo"))
        self.picture.setAccessibleName(self.tr("Logo") if png else self.tr("kein Logo"))
        self.remove.setEnabled(png is not None)
        self._say("")


def _line(text: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setMaxLength(LONGEST_LINE)
    return line


def _kept(path: Path) -> _Kept | KlausellupeError:
    """In the thread."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        png = isolated(checked_logo, content, timeout=_PATIENCE_S).content
        return _Kept(keep_logo(png), png)
    except OSError:
        return ExpectedError(ErrorCode.FILE_NOT_READABLE, {"name": path.name})
    except KlausellupeError as error:
        return error
    except Exception as error:  # noqa: BLE001 - the border: a bug becomes a sentence
        return BugError(bug_report(error))
