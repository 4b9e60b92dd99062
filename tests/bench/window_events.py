"""The window's main thread under a load: every event's own CPU time, and how long it kept the window waiting.

Run in a process of its own (`python -m tests.bench.window_events FILE`), because the application must be of a class that
measures. Prints one JSON object. `analyse`: from opening the file until everything is shown; `idle`: the same time with nothing to do.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

PATIENCE_S = 300.0
_TICK_MS = 4


class MeasuredApplication(QApplication):
    """Notes the CPU time (`time.thread_time`) and the time on the clock of every outermost event, in milliseconds."""

    def __init__(self) -> None:
        super().__init__(["bench"])
        self.depth = 0
        self.cpu: list[tuple[float, str]] = []
        self.wall: list[float] = []

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Measured where it is no event inside another."""
        if self.depth:
            return super().notify(receiver, event)
        self.depth += 1
        kind = event.type()
        wall, cpu = time.perf_counter(), time.thread_time()
        try:
            return super().notify(receiver, event)
        finally:
            self.cpu.append(((time.thread_time() - cpu) * 1000, _name(receiver, kind)))
            self.wall.append((time.perf_counter() - wall) * 1000)
            self.depth -= 1


def _name(receiver: QObject, kind: QEvent.Type) -> str:
    owner = receiver.parent() if isinstance(receiver, QTimer) else None
    return " ".join(filter(None, (type(owner).__name__ if owner else "", type(receiver).__name__, kind.name)))


class Waits(QObject):
    """How late a timer of the main thread is, in milliseconds: what a user's click would have waited."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._due = 0.0
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        self.late = []
        self._due = time.perf_counter() + _TICK_MS / 1000
        self._timer.start()

    def end(self) -> float:
        self._timer.stop()
        return max(self.late, default=0.0)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._due) * 1000))
        self._due = now + _TICK_MS / 1000


def share(values: list[float], percent: float) -> float:
    """The value that so many percent do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def measure(file: Path) -> dict[str, object]:
    from app import paths
    from app.ui.context import Context
    from app.ui.language import Language
    from app.ui.library.session import LibrarySession
    from app.ui.main_window import MainWindow
    from app.ui.session import keep_worker_ready, wait_for_all
    from app.ui.settings import WindowSettings
    from app.ui.theme import Theme

    keep_worker_ready()
    application = MeasuredApplication()
    context = Context(Theme("light"), Language("de"), WindowSettings(), LibrarySession(paths.clause_library()))
    window = MainWindow(context)
    window.resize(1500, 940)
    window.show()
    waits = Waits()
    _run(application, lambda: False, 1.0)

    application.cpu, application.wall = [], []
    waits.begin()
    started = time.perf_counter()
    window.open_files([file])
    _run(application, lambda: window.current is not None and window.current.settled, PATIENCE_S)
    _run(application, lambda: False, 1.0)  # what follows later counts too
    seconds = time.perf_counter() - started
    waited = waits.end()
    cpu = application.cpu
    found = {
        "seconds": round(seconds, 1),
        "clauses": len(window.current.analysis.reading.clauses),
        "findings": len(window.current.analysis.findings),
        "events": len(cpu),
        "p99": round(share([ms for ms, _ in cpu], 99), 2),
        "most": round(max(ms for ms, _ in cpu), 1),
        "worst": [(round(ms, 1), what) for ms, what in sorted(cpu, reverse=True)[:8]],
        "late": round(waited, 1),
    }
    waits.begin()
    _run(application, lambda: False, min(seconds, 20.0))
    found["late_idle"] = round(waits.end(), 1)
    window.close()
    wait_for_all()
    return found


def _run(application: QApplication, done, seconds: float) -> None:
    """Let the event loop run until then."""
    end = time.perf_counter() + seconds
    while not done() and time.perf_counter() < end:
        application.processEvents()
        time.sleep(0.001)


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
