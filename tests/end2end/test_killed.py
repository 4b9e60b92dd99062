"""The program is killed in the middle of a review: the next start has the case, its decision and the place."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.paths import resources

DRIVER = Path(__file__).parent / "driven_window.py"
SAMPLE = resources() / "samples" / "beratung.txt"
LIMIT_S = 90
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="kill and process groups as on Linux"),
]


def _start(*arguments: str) -> subprocess.Popen[str]:
    root = str(Path(__file__).parents[2])
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([root, os.environ.get("PYTHONPATH", "")])}
    return subprocess.Popen(
        [sys.executable, str(DRIVER), *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
    )


def _said(process: subprocess.Popen[str]) -> dict[str, object]:
    """The line of JSON it prints."""
    end = time.monotonic() + LIMIT_S
    while time.monotonic() < end:
        if select.select([process.stdout], [], [], 1.0)[0]:
            line = process.stdout.readline()
            assert line, f"the program ended with {process.wait()}"
            return json.loads(line)
    raise AssertionError("the program said nothing")


def _nobody_left(group: int) -> bool:
    """Whether no process of the program runs any more, but zombies that nobody waits for."""
    states = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        states += [fields[0]] if int(fields[3]) == group else []
    return all(state == "Z" for state in states)


def test_a_review_goes_on_after_the_program_was_killed():
    first = _start("work", str(SAMPLE))
    try:
        left = _said(first)
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
        end = time.monotonic() + 60
        while not _nobody_left(first.pid) and time.monotonic() < end:
            time.sleep(0.1)
        assert _nobody_left(first.pid), "a worker outlived the program"
    finally:
        first.stdout.close()
        if not _nobody_left(first.pid):
            os.killpg(first.pid, signal.SIGKILL)
    assert left["verdict"] == "reject"

    second = _start("reopen")  # the lock of the killed one keeps nobody out
    try:
        assert _said(second) == left
        assert second.wait(timeout=60) == 0
    finally:
        second.stdout.close()
        if second.poll() is None:
            os.killpg(second.pid, signal.SIGKILL)
            second.wait()


def test_a_second_start_hands_its_file_to_the_open_window():
    first = _start("count", str(SAMPLE))
    try:
        assert _said(first) == {"documents": 1}
        other = resources() / "samples" / "wartung-automatische-nummern.docx"
        second = subprocess.run(
            [sys.executable, "-m", "app", str(other)], cwd=Path(__file__).parents[2], timeout=60, check=False
        )
        assert second.returncode == 0
        assert _said(first) == {"documents": 2}
    finally:
        first.stdout.close()
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()
