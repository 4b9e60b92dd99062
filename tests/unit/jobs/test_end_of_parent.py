"""Whatever ends the command line, no worker computes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")

_COMMAND_LINE = """
import functools, signal, sys
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # nohup, under which the tests may run, has it ignored
sys.path[:0] = [{root!r}, {here!r}]
import app.cli, app.cli.analyze, fake_worker
app.cli.analyze.analyse_file = functools.partial(app.cli.analyze.analyse_file, entry=fake_worker.main)
sys.exit(app.cli.main(["analyze", "busy.txt"]))
"""
_HERE = Path(__file__).parent
_PATIENCE_S = 60.0  # until the worker computes, on a slow machine
_SOON_S = 20.0  # a loaded machine takes its time


def _children(parent: int) -> set[int]:
    """Processes below `parent`; one that ended but was not collected is none."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, ppid = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(ppid) == parent and state != "Z":
            found |= {int(folder.name)} | _children(int(folder.name))
    return found


def _seconds_computed(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return int(fields[11]) / 100


def _alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _wait(condition, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, 130), (signal.SIGHUP, 130), (signal.SIGKILL, -signal.SIGKILL)],
)
def test_no_worker_outlives_the_command_line(number, code, tmp_path):
    program = _COMMAND_LINE.format(root=str(_HERE.parents[2]), here=str(_HERE))
    (tmp_path / "busy.txt").write_text("Text")
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=tmp_path, stderr=subprocess.PIPE)
    children: set[int] = set()
    try:
        assert _wait(lambda: any(_seconds_computed(child) > 1.5 for child in _children(parent.pid)), _PATIENCE_S)
        children = _children(parent.pid)
        parent.send_signal(number)
        assert _wait(lambda: not any(map(_alive, children)), _SOON_S)
        assert parent.wait(_SOON_S) == code
    finally:
        for process in filter(_alive, (*children, parent.pid)):
            os.kill(process, signal.SIGKILL)
        parent.communicate()
