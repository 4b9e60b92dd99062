"""Starts the window. Nothing heavy is imported here: documents are read in processes of their own."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.errors import BugError, KlausellupeError
from app.jobs.process import bug_report
from app.settings import load_settings
from app.ui import session
from app.ui.ahead import Ahead
from app.ui.collecting import Collector
from app.ui.context import Context
from app.ui.icons import app_icon
from app.ui.language import Language
from app.ui.library.session import LibrarySession
from app.ui.main_window import MainWindow
from app.ui.onlyone import OnlyOne
from app.ui.settings import WindowSettings
from app.ui.textsize import apply_text_size
from app.ui.theme import Theme
from app.wording.commandline import text
from app.wording.lang import Lang

_AHEAD_AFTER_MS = 200  # the window comes first
_LIBRARY_AFTER_MS = 2000  # the window and the first document come first
_TURN_S = 0.0005  # the usual 0.005 are as many milliseconds for each of the dozens of calls of Qt that an event makes


def run(paths_: Sequence[Path], *, lang: Lang | None = None, library: Path | None = None) -> int:
    """Open the window on some files, or hand them to the one that is open, and return the exit code; 2 where there is no display, at which Qt would abort.

    `lang`: in place of the language chosen in the settings.
    """
    chosen, _ = load_settings()
    spoken: Lang = lang or ("en" if chosen.language == "en" else "de")
    if not _has_display():
        sys.stderr.write(text("no_display", spoken) + "\n")
        return 2
    only = OnlyOne()
    if library is None and not only.claim(path.absolute() for path in paths_):
        return 0  # the window that is open has them
    take_turns()
    session.keep_worker_ready()  # it starts while the window is made
    application = QApplication(sys.argv[:1])
    application.setApplicationName("klausellupe")
    application.setApplicationDisplayName("Klausellupe")
    application.setDesktopFileName("klausellupe")
    application.setWindowIcon(app_icon())
    apply_text_size(chosen.text_percent)
    settings = WindowSettings()
    context = Context(Theme(settings.theme()), Language(spoken), settings, LibrarySession(library))
    window = MainWindow(context)
    faults = Faults(window)
    faults.listen()
    collector = Collector(lambda: session.ending() or not all(presenter.settled for presenter in window.tabs))
    window.tabs.closing.connect(collector.closed)
    collector.start()
    window.show()
    window.open_files(path.absolute() for path in paths_)
    only.handed_over.connect(window.take_over)
    only.listen()
    if not paths_:
        QTimer.singleShot(0, window.first_steps.offer)
    ahead = Ahead()
    QTimer.singleShot(_AHEAD_AFTER_MS, ahead.start)
    QTimer.singleShot(_LIBRARY_AFTER_MS, context.library.prepare)
    try:
        return application.exec()
    finally:
        only.close()
        ahead.wait()
        collector.stop()
        faults.end()
        context.library.close()
        session.wait_for_all()


def take_turns() -> None:
    """A thread that prepares what is shown lets the window's thread in at once when that wants to go on."""
    sys.setswitchinterval(_TURN_S)


def _has_display() -> bool:
    """Only Linux may be without one; a platform asked for by name is taken at its word."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


class Faults(QObject):
    """Uncaught exceptions of any thread, told in the main thread: bugs as a dialog, what was to be expected by its sentence."""

    _raised = Signal(object)  # KlausellupeError

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._raised.connect(window.tell)

    def listen(self) -> None:
        """From now on."""
        sys.excepthook = self._take
        threading.excepthook = self._take_from_thread

    def end(self) -> None:
        """As before."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self._tell(error)

    def _take_from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._tell(arguments.exc_value)

    def _tell(self, error: BaseException) -> None:
        self._raised.emit(error if isinstance(error, KlausellupeError) else BugError(bug_report(error)))
