"""A portfolio as a file: asks where, makes it in a process of its own, writes it whole or not at all, and never over a file unasked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.atomic import write_atomically
from app.errors import BugError, ExpectedError, KlausellupeError
from app.jobs.isolated import isolated
from app.jobs.process import bug_report
from app.models.portfolio import Portfolio
from app.reporting.options import ReportOptions
from app.reporting.portfolio.formats import PORTFOLIO_FORMATS
from app.settings import Settings, load_settings
from app.ui.inthread import InThread
from app.ui.portfolio.making import portfolio_file
from app.wording.errors import bug_sentence, error_sentence
from app.wording.lang import Lang

_PATIENCE_S = 300.0
_AT_THE_END_S = 20.0  # the window is closed while a file is being made
_SUFFIX_OF = {known.suffix: name for name, known in PORTFOLIO_FORMATS.items()}
ORDER = ("xlsx", "pdf", "docx", "html", "csv", "json", "text")


@dataclass(frozen=True, slots=True)
class Order:
    """`replace`: the user has agreed; `documents`: what is never written over; `looked`: shared clauses were looked for."""

    portfolio: Portfolio
    options: ReportOptions
    path: Path
    documents: tuple[Path, ...]
    looked: bool
    replace: bool


class PortfolioSaver(QObject):
    """`say` shows a quiet message."""

    saved = Signal(object)  # Path

    def __init__(self, say: Callable[[str], None], lang: Callable[[], Lang], parent: QWidget) -> None:
        super().__init__(parent)
        self._say, self._lang, self._window = say, lang, parent
        self._writing = InThread(self)
        self._writing.done.connect(self._tell)

    def ask(self, proposal: Path) -> tuple[Path, bool] | None:
        """Where, and whether a file there may be replaced; the system's dialog asks that itself, but not of an ending we put behind a name."""
        kinds = {
            "xlsx": self.tr("Excel-Tabelle"),
            "pdf": self.tr("PDF-Bericht"),
            "docx": self.tr("Word-Bericht"),
            "html": self.tr("HTML-Bericht"),
            "csv": self.tr("CSV-Tabelle"),
            "json": self.tr("Daten (JSON)"),
            "text": self.tr("Text"),
        }
        filters = {
            f"{kinds[name]} (*{PORTFOLIO_FORMATS[name].suffix})": PORTFOLIO_FORMATS[name].suffix for name in ORDER
        }
        title = self.tr("Auswertung speichern")
        name, wanted = QFileDialog.getSaveFileName(self._window, title, str(proposal), ";;".join(filters))
        if not name:
            return None
        path = Path(name)
        if path.suffix.casefold() in _SUFFIX_OF:
            return path, True
        path = Path(name + filters.get(wanted, PORTFOLIO_FORMATS[ORDER[0]].suffix))
        return (path, True) if not path.exists() or self._may_replace(path) else None

    def _may_replace(self, path: Path) -> bool:
        question = self.tr("„{0}“ gibt es schon. Soll die Datei ersetzt werden?").format(path.name)
        answer = QMessageBox.question(self._window, self.tr("Auswertung speichern"), question)
        return answer is QMessageBox.StandardButton.Yes

    def save(
        self, portfolio: Portfolio, path: Path, documents: tuple[Path, ...], *, looked: bool, replace: bool = False
    ) -> None:
        """In the form its suffix names."""
        options = _options(load_settings()[0], self._lang())
        order = Order(portfolio, options, path, documents, looked=looked, replace=replace)
        self._say(self.tr("Wird gespeichert …"))
        self._writing.start(lambda _stale: _saved(order))

    def close(self) -> None:
        """What is being written is waited for, not for ever."""
        self._writing.close(_AT_THE_END_S)

    def _tell(self, result: Path | str | KlausellupeError) -> None:
        match result:
            case Path():
                self._say(self.tr("Gespeichert: {0}").format(result))
                self.saved.emit(result)
            case "document":
                self._say(self.tr("Dort liegt eines der Dokumente selbst. Bitte wählen Sie einen anderen Namen."))
            case "taken":
                self._say(self.tr("Dort liegt inzwischen eine Datei. Es wurde nichts gespeichert."))
            case ExpectedError():
                self._say(error_sentence(result, self._lang()))
            case _:
                self._say(bug_sentence(self._lang()))


def _options(settings: Settings, lang: Lang) -> ReportOptions:
    made_at = datetime.now(tz=UTC).astimezone().replace(microsecond=0)
    return ReportOptions(
        lang=lang, made_at=made_at, reviewer=settings.user, company=settings.company, footer=settings.footer
    )


def _saved(order: Order) -> Path | str | KlausellupeError:
    """In the thread."""
    try:
        return _refused(order) or _written(order)
    except KlausellupeError as error:
        return error
    except Exception as error:  # noqa: BLE001 - the border: a bug becomes a report
        return BugError(bug_report(error))


def _written(order: Order) -> Path | str:
    form = _SUFFIX_OF[order.path.suffix.casefold()]
    content = isolated(portfolio_file, form, order.portfolio, order.options, order.looked, timeout=_PATIENCE_S)
    refused = _refused(order)
    if not refused:
        write_atomically(order.path, content)
    return refused or order.path


def _refused(order: Order) -> str:
    """Why nothing may be written there."""
    if not order.path.exists() and not order.path.is_symlink():
        return ""
    if any(document.exists() and order.path.exists() and order.path.samefile(document) for document in order.documents):
        return "document"
    return "" if order.replace else "taken"
