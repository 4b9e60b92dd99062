"""Scrolling through a long PDF at speed in the real window: what a frame costs, and the private memory of all our processes.

Run in a process of its own (`python -m tests.bench.window_scrolling FILE`), as `window_events`. Each step moves the page by a good
part of the view, down to the end and back, while pages are drawn in the worker process. Prints one JSON object.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from tests.bench.event_times import share
from tests.bench.window_events import PATIENCE_S, Bench

_STEPS_A_PAGE = 3
_PAGES = 200
_LOOK_AT_MEMORY_EVERY = 40  # steps


def private_mb(pid: int) -> float:
    """What would be free if the process ended (USS)."""
    rolled = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    return sum(int(line.split()[1]) for line in rolled.splitlines() if line.startswith("Private_")) / 1024


def family() -> list[int]:
    """This process and all below it."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text("ascii").rsplit(")", 1)[1].split()[1])
            except OSError:  # it has ended
                continue
    found = [os.getpid()]
    for pid in found:
        found += [child for child, parent in parents.items() if parent == pid]
    return found


def memory() -> tuple[float, int]:
    """Of all of us together in MB, and how many we are."""
    pids = family()
    return sum(map(private_mb, pids)), len(pids)


class Frames:
    """Times of the painting of the pages, in milliseconds."""

    def __init__(self, canvas: type) -> None:
        self.cpu: list[float] = []
        self.clock: list[float] = []
        painted = canvas.paintEvent

        def paint(widget, event) -> None:
            cpu, clock = time.thread_time(), time.perf_counter()
            painted(widget, event)
            self.cpu.append((time.thread_time() - cpu) * 1000)
            self.clock.append((time.perf_counter() - clock) * 1000)

        canvas.paintEvent = paint


def measure(file: Path) -> dict[str, object]:
    from app.ui.views.pdf_view import PdfView

    frames = Frames(PdfView)
    bench = Bench()
    before, _ = memory()
    bench.watch.do(lambda: bench.window.open_files([file]))
    if not bench.watch.run(bench.settled, PATIENCE_S):
        raise TimeoutError
    bench.watch.rest(2.0)
    view = bench.window.current.view
    bar = view.verticalScrollBar()
    frames.cpu.clear()
    frames.clock.clear()
    steps: list[float] = []
    most = memory()
    started = time.perf_counter()
    down = range(0, bar.maximum() + 1, max(1, bar.maximum() // (_PAGES * _STEPS_A_PAGE)))
    for number, value in enumerate((*down, *reversed(down))):
        count, begun = len(frames.cpu), time.perf_counter()
        bar.setValue(value)
        bench.watch.run(lambda count=count: len(frames.cpu) > count, 0.5)
        steps.append((time.perf_counter() - begun) * 1000)
        if number % _LOOK_AT_MEMORY_EVERY == 0:
            most = max(most, memory())
    seconds = time.perf_counter() - started
    most = max(most, memory())
    bench.close()
    return {
        "seconds": round(seconds, 1),
        "frames": {
            "count": len(frames.cpu),
            "p95": round(share(frames.cpu, 95), 1),
            "most": round(max(frames.cpu), 1),
            "p95_clock": round(share(frames.clock, 95), 1),
            "p95_step": round(share(steps, 95), 1),
        },
        "memory": {"before": round(before), "most": round(most[0]), "processes": most[1]},
    }


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
