"""From the start of the process to a window that can be used, on a screen of its own: warm, with nothing compiled, and a bare window.

A run of each by turns, so that what else the machine does meets all alike. The program is given an empty home; where compiled modules
are kept is the bench's own folder (`PYTHONPYCACHEPREFIX`): full of the program's for the warm start, new for the one after all were
removed. What the bare window takes is Qt for Python's part.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.display import display
from tests.bench.figures import write_figures
from tests.evaluation.documents import ROOT

pytestmark = [pytest.mark.bench, pytest.mark.needs_tool("Xvfb")]

RUNS = 7
WARM_S, COLD_S = 0.6, 1.5


@pytest.fixture(scope="module")
def screen(tmp_path_factory) -> Iterator[dict[str, str]]:
    with display(tmp_path_factory.mktemp("home")) as environment:
        yield environment


def _seconds(what: str, environment: dict[str, str], compiled: Path) -> float:
    command = [sys.executable, "-m", "tests.bench.window_start", what]
    started = time.monotonic()
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=ROOT,
        env=environment | {"PYTHONPYCACHEPREFIX": str(compiled)},
    )
    return json.loads(done.stdout)["clock"] - started


def test_the_window_can_be_used_at_once(screen, tmp_path):
    compiled = tmp_path / "compiled"
    for what in ("bare", "program"):
        _seconds(what, screen, compiled)
    bare, warm, cold = [], [], []
    for run in range(RUNS):
        bare.append(_seconds("bare", screen, compiled))
        warm.append(_seconds("program", screen, compiled))
        cold.append(_seconds("program", screen, tmp_path / str(run)))
    bare_s, warm_s, cold_s = (statistics.median(times) for times in (bare, warm, cold))
    write_figures(
        "start",
        [
            f"Start of the process to a window that can be used, medians of {RUNS} by turns, load {os.getloadavg()[0]:.1f}:",
            "",
            f"- The program, modules compiled: {warm_s:.2f} s (bar {WARM_S}); {warm_s / bare_s:.1f} × a bare window.",
            f"- The program, no module compiled: {cold_s:.2f} s (bar {COLD_S}).",
            f"- A bare window of Qt for Python: {bare_s:.2f} s.",
        ],
    )
    assert warm_s <= WARM_S
    assert cold_s <= COLD_S
