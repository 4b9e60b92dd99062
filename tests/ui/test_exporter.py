"""A report is written in a thread; its document may be closed before it is done."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from shiboken6 import isValid

from app.errors import ErrorCode, ExpectedError

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)", extend=True)


def _dialog(window, qtbot, folder):
    window.actions_["export"].trigger()
    dialog = window.exporter.dialog
    qtbot.waitUntil(lambda: dialog.source_known, timeout=10_000)
    dialog.kinds.choose("json")
    dialog.target.folder.setText(str(folder))
    dialog.target.name.setText("bericht")
    return dialog


def _said(window, words):
    return lambda: words in window.statusBar().currentMessage()


def test_a_report_that_fails_after_its_document_was_closed_is_told_quietly(
    window, opened, pdf, qtbot, monkeypatch, tmp_path
):
    closed = threading.Event()

    def refused(*_args, **_how):
        closed.wait(10)
        raise ExpectedError(ErrorCode.TASK_TIMEOUT)

    page = opened(pdf).page
    dialog = _dialog(window, qtbot, tmp_path)
    monkeypatch.setattr("app.ui.exporting.saving.isolated", refused)
    dialog.save.click()
    window.tabs.close_current()
    qtbot.waitUntil(lambda: not isValid(page) and window.exporter.dialog is None, timeout=10_000)
    closed.set()
    qtbot.waitUntil(_said(window, "zu lange"), timeout=10_000)


def test_a_report_is_written_though_its_document_was_closed(window, opened, pdf, qtbot, tmp_path):
    opened(pdf)
    _dialog(window, qtbot, tmp_path).save.click()
    window.tabs.close_current()
    qtbot.waitUntil(_said(window, "bericht.json"), timeout=30_000)
    assert (tmp_path / "bericht.json").is_file()


def test_the_program_waits_for_what_is_being_written(window, opened, pdf, qtbot, tmp_path):
    opened(pdf)
    _dialog(window, qtbot, tmp_path).save.click()
    window.close()
    assert (tmp_path / "bericht.json").is_file()


def test_a_document_whose_report_was_written_is_not_held(window, opened, pdf, qtbot, tmp_path):
    gone = weakref.ref(opened(pdf))
    dialog = _dialog(window, qtbot, tmp_path)
    dialog.save.click()
    qtbot.waitUntil(_said(window, "bericht.json"), timeout=30_000)
    dialog.reject()
    qtbot.waitUntil(lambda: window.exporter.dialog is None, timeout=10_000)
    del dialog
    window.tabs.close_current()

    def freed() -> bool:
        gc.collect()
        return gone() is None

    qtbot.waitUntil(freed, timeout=10_000)


def test_without_a_document_there_is_nothing_to_export(window):
    for name in ("export", "export_card", "export_copy"):
        assert not window.actions_[name].isEnabled()
    window.exporter.choose()
    assert window.exporter.dialog is None


def test_one_dialog_at_a_time(window, opened, pdf, qtbot, tmp_path):
    opened(pdf)
    dialog = _dialog(window, qtbot, tmp_path)
    window.exporter.choose("card")
    assert window.exporter.dialog is dialog
