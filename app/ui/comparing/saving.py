"""A comparison as a file: asks where, makes it in a process of its own, writes it whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.atomic import write_atomically
from app.errors import ExpectedError, KlausellupeError
from app.jobs.isolated import isolated
from app.models.forms import FormsComparison
from app.reporting.comparisons import SUFFIXES, form_file, version_file
from app.reporting.options import ReportOptions
from app.ui.comparing.pair import Comparison
from app.ui.inthread import InThread
from app.wording.errors import bug_sentence, error_sentence
from app.wording.lang import Lang

_PATIENCE_S = 300.0
_SUFFIX_OF = {suffix: name for name, suffix in SUFFIXES.items()}


class ComparisonSaver(QObject):
    """`say` shows a quiet message."""

    def __init__(self, say: Callable[[str], None], lang: Callable[[], Lang], parent: QWidget) -> None:
        super().__init__(parent)
        self._say, self._lang, self._window = say, lang, parent
        self._writing = InThread(self)
        self._writing.done.connect(self._tell)

    def choose(self, comparison: Comparison, proposal: Path, reviewer: str) -> None:
        """The system's own dialog asks before it replaces a file."""
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
        title = self.tr("Vergleich speichern")
        name, wanted = QFileDialog.getSaveFileName(
            self._window, title, str(proposal.with_suffix(".docx")), ";;".join(filters)
        )
        if name:
            suffix = next(SUFFIXES[kind] for kind, _ in kinds if f"*{SUFFIXES[kind]})" in (wanted or filters[0]))
            path = Path(name)
            self.save_to(comparison, path if path.suffix.casefold() in _SUFFIX_OF else Path(name + suffix), reviewer)

    def save_to(self, comparison: Comparison, path: Path, reviewer: str) -> None:
        """In the form its suffix names."""
        made_at = datetime.now(tz=UTC).astimezone().replace(microsecond=0)
        options = ReportOptions(lang=self._lang(), made_at=made_at, reviewer=reviewer)
        form = _SUFFIX_OF[path.suffix.casefold()]
        self._writing.start(lambda _stale: _written(form, comparison, options, path))

    def close(self) -> None:
        """What is being written is waited for."""
        self._writing.close(_PATIENCE_S)

    def _tell(self, result: Path | KlausellupeError) -> None:
        match result:
            case Path():
                self._say(self.tr("Gespeichert: {0}").format(result))
            case ExpectedError():
                self._say(error_sentence(result, self._lang()))
            case _:
                self._say(bug_sentence(self._lang()))


def _written(form: str, comparison: Comparison, options: ReportOptions, path: Path) -> Path | KlausellupeError:
    """In the thread."""
    try:
        if isinstance(comparison, FormsComparison):
            content = isolated(form_file, form, comparison, options, timeout=_PATIENCE_S)
        else:
            content = isolated(version_file, form, comparison, options, timeout=_PATIENCE_S)
        write_atomically(path, content)
    except KlausellupeError as error:
        return error
    return path
