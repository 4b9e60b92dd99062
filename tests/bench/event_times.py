"""What the events of the window's main thread cost: each one's own CPU time, and how long a click would have waited.

Qt asks Python for every event inside another, too, thousands of times where a page is built. What that costs is measured beforehand, by
the same events with and without it in processes of their own, and taken off.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

_TICK_MS = 4
_WORST = 6
_PATIENCE_S = 60.0
_CALIBRATION = """
import sys, time
from PySide6.QtWidgets import QApplication, QWidget
from tests.bench.event_times import MeasuredApplication
application = MeasuredApplication() if sys.argv[1] == "measured" else QApplication([])
if sys.argv[1] == "measured":
    application.depth = 1  # as within an event
parent = QWidget()
children = [QWidget(parent) for _ in range(500)]
began = time.thread_time()
for n in range(40):
    parent.setEnabled(n % 2 == 1)  # an event for each
print((time.thread_time() - began) * 1000 / 40 / 501)
"""


def own_cost() -> float:
    """Milliseconds that the measuring adds to an event inside another; not less than nothing."""
    costs = {how: statistics.median(_calibrated(how) for _ in range(3)) for how in ("measured", "plain")}
    return max(0.0, costs["measured"] - costs["plain"])


def _calibrated(how: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _CALIBRATION, how], capture_output=True, text=True, check=True, timeout=60
    )
    return float(done.stdout)


class MeasuredApplication(QApplication):
    """Notes the CPU time (`time.thread_time`) of every outermost event, in milliseconds."""

    def __init__(self) -> None:
        super().__init__(["bench"])
        self.depth = self.inner = 0
        self.own_ms = 0.0  # what an event inside another costs by being measured
        self.cpu: list[tuple[float, str]] = []

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Measured where it is no event inside another."""
        if self.depth:
            self.inner += 1
            return super().notify(receiver, event)
        self.depth, self.inner = 1, 0
        name = _name(receiver, event.type())  # the event may be its receiver's last
        cpu = time.thread_time()
        try:
            return super().notify(receiver, event)
        finally:
            self.cpu.append(((time.thread_time() - cpu) * 1000 - self.inner * self.own_ms, name))
            self.depth = 0


def _name(receiver: QObject, kind: QEvent.Type) -> str:
    owner = receiver.parent() if isinstance(receiver, QTimer) else None
    return " ".join(filter(None, (type(owner).__name__ if owner else "", type(receiver).__name__, kind.name)))


@dataclass(frozen=True)
class Measured:
    """Of a stretch of time. `waits`: the stalls on the clock, longest first; `p99` and `most` in milliseconds of CPU."""

    seconds: float
    events: int
    p99: float
    most: float
    worst: tuple[tuple[float, str], ...]
    waits: tuple[float, ...]


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

    def end(self) -> tuple[float, ...]:
        self._timer.stop()
        return tuple(round(ms, 1) for ms in sorted(self.late, reverse=True)[:_WORST])

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._due) * 1000))
        self._due = now + _TICK_MS / 1000


class Watch:
    """Lets the event loop run and measures it."""

    def __init__(self, application: MeasuredApplication) -> None:
        self._application = application
        self._waits = Waits()
        self._started = 0.0

    def run(self, done: Callable[[], bool], seconds: float) -> bool:
        """Until `done`, so long at most; whether it came to that."""
        end = time.perf_counter() + seconds
        while not done() and time.perf_counter() < end:
            self._application.processEvents()
            time.sleep(0.001)
        return done()

    def rest(self, seconds: float) -> None:
        """So long."""
        self.run(lambda: False, seconds)

    def do(self, action: Callable[[], object]) -> None:
        """As an event of its own."""
        done: list[object] = []
        QTimer.singleShot(0, lambda: done.append(action()))
        self.run(lambda: bool(done), _PATIENCE_S)

    def begin(self) -> None:
        """Measure from now on."""
        self._application.cpu = []
        self._waits.begin()
        self._started = time.perf_counter()

    def end(self) -> Measured:
        """What has been measured since `begin`."""
        seconds, waits, cpu = time.perf_counter() - self._started, self._waits.end(), self._application.cpu
        worst = tuple((round(ms, 1), what) for ms, what in sorted(cpu, reverse=True)[:_WORST])
        p99 = round(share([ms for ms, _ in cpu], 99), 2)
        return Measured(round(seconds, 2), len(cpu), p99, worst[0][0], worst, waits)


def share(values: list[float], percent: float) -> float:
    """The value that so many percent do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]
