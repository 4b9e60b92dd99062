"""The promises of tests/conftest.py, shown to hold: each guard is given something to catch."""

from __future__ import annotations

import multiprocessing
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

_CONFTEST = Path(__file__).parents[1] / "conftest.py"
_ADDRESSES = ["127.0.0.1", "192.0.2.1"]


def _connect(address: str) -> str:
    """Name of the error that a connection attempt raises; runs in this process or in a worker."""
    try:
        socket.create_connection((address, 9), timeout=1)
    except BaseException as error:  # noqa: BLE001 - the worker reports whatever came
        return type(error).__name__
    return "connected"


@pytest.mark.parametrize("address", _ADDRESSES)
def test_this_process_cannot_connect(address: str) -> None:
    assert _connect(address) == "NetworkRefusedError"


@pytest.mark.parametrize("address", _ADDRESSES)
def test_a_spawned_worker_cannot_connect(address: str) -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(_connect, (address,)) == "NetworkRefusedError"
        pool.close()
        pool.join()


def test_a_datagram_is_refused_too() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender, pytest.raises(RuntimeError, match="no network"):
        sender.sendto(b"x", ("192.0.2.1", 9))


def test_a_python_started_by_a_test_cannot_look_up_names() -> None:
    code = "import socket; socket.getaddrinfo('localhost', 80)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "NetworkRefusedError" in result.stderr


def test_the_home_directory_is_empty_and_the_tests_own(home: Path) -> None:
    assert Path.home() == home
    assert list(home.iterdir()) == []
    assert os.environ["XDG_DATA_HOME"].startswith(str(home))


_MISDEEDS = """
import logging, multiprocessing, threading, time
import pytest
from PySide6.QtWidgets import QWidget

kept = []

def test_log():
    logging.getLogger("app").warning("careful")

@pytest.mark.allow_log("^app WARNING: care")
def test_expected_log():
    logging.getLogger("app").warning("careful")

def test_thread():
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()

def test_process():
    multiprocessing.get_context("spawn").Process(target=time.sleep, args=(60,), daemon=True).start()

def test_window(qapp):
    kept.append(QWidget())
    kept[0].show()

def test_window_deleted_later(qapp):
    QWidget().deleteLater()

@pytest.mark.needs_tool("tool-that-is-nowhere")
def test_tool():
    pass
"""


def test_each_guard_catches_its_misdeed_and_nothing_else(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    result = _run_inner(pytester)
    result.assert_outcomes(passed=6, errors=5)
    result.stdout.fnmatch_lines_random(
        [
            "unexpected in the log:",
            "app WARNING: careful",
            "left behind: <Thread(*",
            "left behind: <SpawnProcess *",
            "left behind: <PySide6.QtWidgets.QWidget(*",
            "tool-that-is-nowhere is not installed",
        ]
    )


def test_outside_ci_a_missing_tool_skips_its_test_and_the_summary_says_so(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    result = _run_inner(pytester, "-k", "test_tool")
    result.assert_outcomes(skipped=1, deselected=6)
    result.stdout.fnmatch_lines(["NOT RUN because tool-that-is-nowhere is not installed (1):", "*::test_tool"])


def _run_inner(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """Run the misdeeds in a process of its own under this project's conftest."""
    pytester.makeini("[pytest]\nmarkers =\n    needs_tool\n    allow_log\nqt_api = pyside6")
    (pytester.path / "no_network").symlink_to(_CONFTEST.parent / "no_network")
    pytester.makeconftest(_CONFTEST.read_text(encoding="utf-8"))
    pytester.makepyfile(_MISDEEDS)
    return pytester.runpytest_subprocess(*arguments)
