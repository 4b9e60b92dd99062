"""One file analysed while the caller waits."""

from __future__ import annotations

import _thread
from pathlib import Path

import fake_worker
import pytest

from app.errors import BugError, Cancelled, ErrorCode, ExpectedError
from app.jobs.blocking import analyse_file
from app.models.facts import DealFacts


def _analyse(name: str, **options):
    return analyse_file(b"text", name, Path("library"), DealFacts(), entry=fake_worker.main, **options)


def test_the_analysis_is_returned():
    assert _analyse("quick").reading.source.name == "quick"


def test_progress_is_reported_in_the_callers_thread():
    seen = []
    _analyse("brief", progress=lambda *step: seen.append(step))
    assert seen[0][1] == "reading_page"
    assert [step[0] for step in seen] == sorted(step[0] for step in seen)


@pytest.mark.parametrize(("name", "error"), [("encrypted", ExpectedError), ("bug", BugError), ("crash", ExpectedError)])
def test_errors_of_the_worker_are_raised(name, error):
    with pytest.raises(error):
        _analyse(name)


def test_the_time_limit_is_kept():
    with pytest.raises(ExpectedError) as caught:
        _analyse("deaf", timeout=0.3)
    assert caught.value.code is ErrorCode.WORKER_TIMEOUT


def test_ctrl_c_cancels():
    def interrupt(*_step) -> None:
        _thread.interrupt_main()

    with pytest.raises(Cancelled):
        _analyse("paged", progress=interrupt)


def test_progress_may_cancel():
    def cancel(*_step) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        _analyse("paged", progress=cancel)
