"""What the program has loaded by the time its window can be used: nothing that a document, a case or a deadline needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from app.ui.ahead import Ahead
from tests.evaluation.documents import ROOT

READERS = {"pdfplumber", "pdfminer", "pypdfium2", "docx", "openpyxl", "lxml"}
LANGUAGE = {"spacy", "thinc", "sklearn", "scipy", "numpy", "rapidfuzz"}
OTHERS = {"sqlite_utils", "cattrs", "holidays", "icalendar"}


@pytest.fixture(scope="module")
def modules(tmp_path_factory) -> set[str]:
    """Of the program as it is started, when its window is shown and painted and answers."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment["HOME"] = str(tmp_path_factory.mktemp("home"))
    command = [sys.executable, "-m", "tests.bench.window_start", "program"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, cwd=ROOT, env=environment)
    return set(json.loads(done.stdout)["modules"])


def test_nothing_heavy(modules):
    assert "PySide6.QtWidgets" in modules
    assert not modules & (READERS | LANGUAGE | OTHERS)


def test_nothing_of_a_document_s_page(modules):
    assert "app.ui.main_window" in modules
    assert not modules & {"app.ui.presenter", "app.ui.views.document_page", "app.ui.library.window"}


def test_what_a_document_needs_is_there_before_it_is_wanted(qtbot, monkeypatch):
    drawn = []
    monkeypatch.setattr("app.ui.icons.line_icon", drawn.append)
    ahead = Ahead()
    ahead.start()
    qtbot.waitUntil(lambda: not ahead._icons.busy, timeout=10_000)
    ahead.wait()
    assert {"app.ui.presenter", "app.ui.casefile"} <= set(sys.modules)
    assert {"findings", "overview", "deadlines", "outline"} <= set(drawn)
