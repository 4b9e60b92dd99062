"""One function in a process of its own while the caller waits: results, errors, limits, and the end."""

from __future__ import annotations

import _thread
import logging
import os
import sys
import threading

import fake_calls
import fake_tasks
import pytest

from app.errors import BugError, Cancelled, ErrorCode, ExpectedError
from app.jobs.isolated import isolated
from app.jobs.process import MEMORY_LIMIT


def test_the_result_is_returned():
    assert isolated(fake_calls.product, 6, 7, timeout=60) == 42


def test_a_function_with_progress_tells_it():
    seen = []
    assert isolated(fake_tasks.product, 6, 7, timeout=60, progress=lambda *step: seen.append(step)) == 42
    assert seen == [(0.5, "evaluating", {"n": 1})]


def test_progress_is_told_in_the_thread_that_waits():
    threads = []
    isolated(fake_tasks.product, 6, 7, timeout=60, progress=lambda *_: threads.append(threading.current_thread()))
    assert threads == [threading.current_thread()]


def test_none_is_a_result():
    assert isolated(max, [None], timeout=60) is None


def test_the_process_has_no_qt_hears_no_interrupt_and_knows_its_parent():
    found = isolated(fake_calls.surroundings, timeout=60)
    assert (found["qt"], found["interrupts"], found["parent"]) == ([], False, os.getpid())


@pytest.mark.skipif(sys.platform != "linux", reason="Linux refuses memory")
def test_the_process_has_the_limit_of_every_worker():
    assert 0 < isolated(fake_calls.surroundings, timeout=60)["memory"] <= MEMORY_LIMIT


@pytest.mark.skipif(sys.platform != "linux", reason="Linux refuses memory")
def test_want_of_memory_is_an_expected_error():
    with pytest.raises(ExpectedError) as error:
        isolated(fake_calls.takes_memory, timeout=60)
    assert (error.value.code, error.value.params) == (ErrorCode.TASK_DIED, {"reason": "memory"})


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        (fake_tasks.expected, ErrorCode.PACK_INVALID),
        (fake_tasks.crashes, ErrorCode.TASK_DIED),
    ],
)
def test_what_the_world_did_wrong_is_an_expected_error(function, expected):
    with pytest.raises(ExpectedError) as error:
        isolated(function, timeout=60, progress=lambda *_: None)
    assert error.value.code is expected


@pytest.mark.parametrize("function", [fake_tasks.bug, fake_tasks.unpicklable])
def test_a_bug_is_a_report_without_the_texts_of_errors(function):
    with pytest.raises(BugError) as error:
        isolated(function, timeout=60, progress=lambda *_: None)
    assert fake_tasks.SECRET not in error.value.report


def test_an_argument_that_cannot_travel_is_a_bug():
    with pytest.raises(BugError):
        isolated(fake_calls.twice, lambda: None, timeout=60)


def test_who_takes_too_long_is_killed():
    with pytest.raises(ExpectedError) as error:
        isolated(fake_calls.sleeps, timeout=0.5)
    assert error.value.code is ErrorCode.TASK_TIMEOUT


def test_a_stop_ends_a_function_that_does_not_listen():
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    with pytest.raises(Cancelled):
        isolated(fake_calls.sleeps, timeout=60, stop=stop)


def test_a_stop_before_the_start_is_heard():
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        isolated(fake_calls.sleeps, timeout=60, stop=stop)


def test_ctrl_c_cancels():
    with pytest.raises(Cancelled):
        isolated(fake_tasks.counts, timeout=60, progress=lambda *_: _thread.interrupt_main())


def test_progress_may_cancel():
    def cancel(*_step) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        isolated(fake_calls.sleeps_after_a_step, timeout=60, progress=cancel)


def test_it_works_from_any_thread():
    results = []
    threads = [
        threading.Thread(target=lambda n=n: results.append(isolated(fake_calls.product, n, 2, timeout=60)))
        for n in (1, 2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [2, 4]


def test_what_libraries_log_there_is_not_said_here(capfd, caplog):
    with caplog.at_level(logging.WARNING):
        assert isolated(fake_calls.chatter, timeout=60) == "said"
    assert capfd.readouterr().err == ""
    assert caplog.records == []


def test_ten_megabytes_come_back_as_they_went():
    content = os.urandom(1 << 20) * 5
    assert isolated(fake_calls.twice, content, timeout=60) == content * 2


def test_a_long_value_of_many_parts_comes_back_as_it_went():
    values = tuple((n, f"Ziffer {n}", float(n)) for n in range(50_000))
    assert isolated(fake_calls.twice, values, timeout=60) == values * 2
