"""What holds for every test: no network, no trace of the user's home, no unexpected warning, nothing left behind.

The environment is set while this file is imported, before any test module: Qt reads its platform once, and spawned
workers inherit PYTHONPATH, through which tests/no_network refuses connections in them as well.
"""

from __future__ import annotations

import importlib
import logging
import multiprocessing
import os
import re
import shutil
import signal
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

_NO_NETWORK = Path(__file__).parent / "no_network"
_GRACE_S = 15.0  # a thread or process that was told to end may need a moment, on a loaded machine a long one

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["KLAUSELLUPE_TEST_NO_NETWORK"] = "1"
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(_NO_NETWORK), os.environ.get("PYTHONPATH")]))


def _refuse_network_here() -> None:
    """This process was started without the hook (and perhaps with the distribution's own sitecustomize)."""
    sys.modules.pop("sitecustomize", None)
    sys.path.insert(0, str(_NO_NETWORK))
    importlib.import_module("sitecustomize")


_refuse_network_here()


# --- tools of the system ------------------------------------------------------------------------------------------------

_not_run: defaultdict[str, list[str]] = defaultdict(list)


def pytest_configure() -> None:
    """A run in the background of a shell begins with interrupts ignored: the tests that interrupt would test nothing."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Without a program named by `needs_tool` the test fails in CI and is skipped elsewhere."""
    for marker in item.iter_markers("needs_tool"):
        for tool in marker.args:
            if shutil.which(tool) is None:
                _without(tool, item)


def _without(tool: str, item: pytest.Item) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"{tool} is not installed", pytrace=False)
    _not_run[tool].append(item.nodeid)
    pytest.skip(f"{tool} is not installed")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which tests did not run for want of a tool."""
    for tool, tests in sorted(_not_run.items()):
        terminalreporter.write_line(f"NOT RUN because {tool} is not installed ({len(tests)}):", yellow=True)
        for test in tests:
            terminalreporter.write_line(f"  {test}")


# --- isolation ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    base = tmp_path_factory.mktemp("homes")
    numbers = iter(range(10**6))

    def new_home() -> Path:
        home = base / str(next(numbers))
        home.mkdir()
        return home

    return new_home


@pytest.fixture(autouse=True)
def home(_homes: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home directory of the test's own."""
    folder = _homes()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name, below in {
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CACHE_HOME": ".cache",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
    }.items():
        monkeypatch.setenv(name, str(folder / below))
    return folder


# --- nothing unexpected in the log ----------------------------------------------------------------------------------------


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name} {record.levelname}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    records = _Records()
    logging.getLogger().addHandler(records)
    yield
    logging.getLogger().removeHandler(records)
    expected = [pattern for marker in request.node.iter_markers("allow_log") for pattern in marker.args]
    surprises = [line for line in records.lines if not any(re.search(pattern, line) for pattern in expected)]
    if surprises:
        pytest.fail("unexpected in the log:\n" + "\n".join(surprises), pytrace=False)


# --- nothing left behind --------------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    before = set(_living())
    yield
    left = _left_since(before)
    deadline = time.monotonic() + _GRACE_S
    while left and time.monotonic() < deadline:
        time.sleep(0.02)
        left = _left_since(before)
    if left:
        pytest.fail("left behind: " + ", ".join(left), pytrace=False)


def _left_since(before: set[object]) -> list[str]:
    return [repr(thing) for thing in _living() if thing not in before]


def _living() -> list[object]:
    threads = [thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)]
    return [*threads, *multiprocessing.active_children(), *_windows()]


def _windows() -> list[object]:
    """Top-level widgets, after Qt has deleted what it was asked to delete; tool tips are the application's own."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    from PySide6.QtCore import QEvent

    widgets.QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [
        widget for widget in widgets.QApplication.topLevelWidgets() if widget.metaObject().className() != "QTipLabel"
    ]
