"""A comparison as a file: asks where, makes it in a process of its own, writes it whole or not at all, and never over a compared document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.atomic import write_atomically
from app.errors import BugError, ExpectedError, KlausellupeError
from app.jobs.isolated import isolated
from app.jobs.process import bug_report
from app.models.forms import FormsComparison
from app.reporting.comparisons import SUFFIXES, form_file, version_file
from app.reporting.options import Reader, ReportOptions
from app.settings import Settings
from app.ui.comparing.pair import Comparison
from app.ui.inthread import InThread
from app.wording.errors import bug_sentence, error_sentence
from app.wording.lang import Lang

_PATIENCE_S = 300.0
_AT_THE_END_S = 20.0  # a window that is closed must not stand still for longer
_SUFFIX_OF = {suffix: name for name, suffix in SUFFIXES.items()}


class ComparisonSaver(QObject):
    """`say` shows a quiet message; `documents`: the files that were compared."""

    def __init__(
        self,
        say: Callable[[str], None],
        lang: Callable[[], Lang],
        documents: Callable[[], tuple[Path, ...]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._say, self._lang, self._documents, self._window = say, lang, documents, parent
        self._writing = InThread(self)
        self._writing.done.connect(self._tell)

    def choose(self, comparison: Comparison, proposal: Path, settings: Settings, *, outward: bool = False) -> None:
        """The system's own dialog asks before it replaces a file, but not of an ending we put behind a name."""
        kinds = (
            ("docx", self.tr("Word-Bericht")),
            ("pdf", self.tr("PDF-Bericht")),
            ("html", self.tr("HTML-Bericht")),
            ("xlsx", self.tr("Excel-Tabelle")),
            ("csv", self.tr("CSV-Tabelle")),
            ("json", self.tr("Daten (JSON)")),
            ("text", self.tr("Text")),
        )
        filters = [f"{label} (*{SUFFIXES[name]})" for name, label in kinds]
        title = self.tr("Vergleich für die andere Seite speichern") if outward else self.tr("Vergleich speichern")
        name, wanted = QFileDialog.getSaveFileName(
            self._window, title, str(proposal.with_suffix(".docx")), ";;".join(filters)
        )
        if name:
            suffix = next(SUFFIXES[kind] for kind, _ in kinds if f"*{SUFFIXES[kind]})" in (wanted or filters[0]))
            path = Path(name)
            if path.suffix.casefold() in _SUFFIX_OF:
                self.save_to(comparison, path, settings, outward=outward)
            elif self._may_write(Path(name + suffix)):
                self.save_to(comparison, Path(name + suffix), settings, outward=outward)

    def _may_write(self, path: Path) -> bool:
        if not path.exists():
            return True
        question = self.tr("„{0}“ gibt es schon. Soll die Datei ersetzt werden?").format(path.name)
        answer = QMessageBox.question(self._window, self.tr("Vergleich speichern"), question)
        return answer is QMessageBox.StandardButton.Yes

    def save_to(self, comparison: Comparison, path: Path, settings: Settings, *, outward: bool = False) -> None:
        """In the form its suffix names."""
        options = ReportOptions(
            lang=self._lang(),
            reader=Reader.OUTWARD if outward else Reader.INTERNAL,
            made_at=datetime.now(tz=UTC).astimezone().replace(microsecond=0),
            reviewer=settings.user,
            company=settings.company,
            footer=settings.footer,
        )
        form, documents = _SUFFIX_OF[path.suffix.casefold()], self._documents()
        self._writing.start(lambda _stale: _saved(form, comparison, options, path, documents))

    def close(self) -> None:
        """What is being written is waited for, not for ever."""
        self._writing.close(_AT_THE_END_S)

    def _tell(self, result: Path | KlausellupeError | None) -> None:
        match result:
            case Path():
                self._say(self.tr("Gespeichert: {0}").format(result))
            case None:
                self._say(self.tr("Dort liegt eines der Dokumente selbst. Bitte wählen Sie einen anderen Namen."))
            case ExpectedError():
                self._say(error_sentence(result, self._lang()))
            case _:
                self._say(bug_sentence(self._lang()))


def _saved(
    form: str, comparison: Comparison, options: ReportOptions, path: Path, documents: tuple[Path, ...]
) -> Path | KlausellupeError | None:
    """In the thread; None where one of the documents lies there."""
    try:
        if any(path.exists() and document.exists() and path.samefile(document) for document in documents):
            return None
        write = form_file if isinstance(comparison, FormsComparison) else version_file
        write_atomically(path, isolated(write, form, comparison, options, timeout=_PATIENCE_S))
    except KlausellupeError as error:
        return error
    except Exception as error:  # noqa: BLE001 - the border: a bug becomes a report
        return BugError(bug_report(error))
    return path
