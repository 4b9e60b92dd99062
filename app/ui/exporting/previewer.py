"""Makes previews in the background: a moment after the last change, and only the last one counts.

Strategy: a change starts a short pause; then a thread makes the preview in a process of its own. A newer wish ends the process of the older, whose
result nobody sees.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import BugError, KlausellupeError
from app.jobs.isolated import isolated
from app.jobs.process import bug_report
from app.models.analysis import Analysis
from app.reporting.options import ReportOptions
from app.ui.exporting.previewing import Preview, preview
from app.ui.inthread import InThread

PAUSE_MS = 350
_PATIENCE_S = 120.0


@dataclass(frozen=True)
class Wish:
    """What shall be previewed."""

    format: str
    analysis: Analysis
    options: ReportOptions
    source: bytes | None = None


class Previewer(QObject):
    """`began` with the first wish of several, `made` with the last one's preview or why there is none."""

    began = Signal()
    made = Signal(object, object)  # Wish; Preview or KlausellupeError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wish: Wish | None = None
        self._stop = Event()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._make)
        self._thread = InThread(self)
        self._thread.done.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether a preview is awaited."""
        return self._wish is not None

    def want(self, wish: Wish) -> None:
        """In place of every other."""
        self._wish = wish
        self._stop.set()
        self._soon.start()
        self.began.emit()

    def drop(self) -> None:
        """Nothing is wanted for now."""
        self._wish = None
        self._soon.stop()
        self._stop.set()

    def close(self) -> None:
        """For good; what runs is ended."""
        self.drop()
        self._thread.close()

    def _make(self) -> None:
        wish, self._stop = self._wish, Event()
        if wish is not None:
            stop = self._stop
            self._thread.start(lambda _stale: (wish, _made(wish, stop)))

    def _take(self, result: tuple[Wish, Preview | KlausellupeError]) -> None:
        wish, found = result
        if wish is self._wish:
            self._wish = None
            self.made.emit(wish, found)


def _made(wish: Wish, stop: Event) -> Preview | KlausellupeError:
    """In the thread."""
    try:
        return isolated(preview, wish.format, wish.analysis, wish.options, wish.source, timeout=_PATIENCE_S, stop=stop)
    except KlausellupeError as error:
        return error
    except Exception as error:  # noqa: BLE001 - the border: a bug becomes a sentence, the dialog lives on
        return BugError(bug_report(error))
