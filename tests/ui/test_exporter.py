"""A report is written in a thread; its document may be closed before it is done."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from shiboken6 import isValid

from app.errors import ErrorCode, ExpectedError

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def test_a_report_that_fails_after_its_document_was_closed_is_told_quietly(window, opened, pdf, qtbot, monkeypatch):
    closed = threading.Event()

    def refused(_analysis, path, _lang, _decided) -> None:
        closed.wait(10)
        raise ExpectedError(ErrorCode.OUTPUT_NOT_WRITABLE, {"path": path.name})

    monkeypatch.setattr("app.ui.exporter.export", refused)
    page = opened(pdf).page
    window.exporter.export_to(pdf.parent / "bericht.html")
    window.tabs.close_current()
    qtbot.waitUntil(lambda: not isValid(page), timeout=10_000)
    closed.set()
    qtbot.waitUntil(lambda: "bericht.html" in window.statusBar().currentMessage(), timeout=10_000)


def test_a_document_whose_report_was_written_is_not_held(window, opened, pdf, qtbot, tmp_path):
    gone = weakref.ref(opened(pdf))
    window.exporter.export_to(tmp_path / "bericht.html")
    qtbot.waitUntil(lambda: "bericht.html" in window.statusBar().currentMessage(), timeout=10_000)
    window.tabs.close_current()

    def freed() -> bool:
        gc.collect()
        return gone() is None

    qtbot.waitUntil(freed, timeout=10_000)
