"""A function in a process of its own: answers, errors, cancelling, limits, and leaving nothing behind."""

from __future__ import annotations

import _thread
from queue import SimpleQueue

import fake_tasks
import pytest

from app.errors import BugError, Cancelled, ErrorCode, ExpectedError
from app.jobs import task as tasks
from app.jobs.task import Task, run_task


class Started:
    """A task and what it says."""

    def __init__(self, function, *args, **options) -> None:
        self.said: SimpleQueue = SimpleQueue()
        self.steps: SimpleQueue = SimpleQueue()
        self.task = Task(
            function,
            *args,
            done=self.said.put,
            failed=self.said.put,
            progress=lambda *step: self.steps.put(step),
            **options,
        )

    def answer(self):
        return self.said.get(timeout=60)


@pytest.fixture
def start():
    made = []

    def begin(function, *args, **options):
        made.append(Started(function, *args, **options))
        return made[-1]

    yield begin
    for started in made:
        started.task.stop()


def test_the_result_comes_back(start):
    assert start(fake_tasks.product, 6, 7).answer() == 42


def test_progress_comes_before_the_result(start):
    started = start(fake_tasks.product, 6, 7)
    started.answer()
    assert started.steps.get(timeout=1) == (0.5, "evaluating", {"n": 1})


def test_after_the_answer_the_process_is_gone(start):
    started = start(fake_tasks.product, 6, 7)
    started.answer()
    started.task._thread.join(60)
    assert started.task.ended


def test_the_process_knows_nothing_of_qt(start):
    assert not [name for name in start(fake_tasks.modules).answer() if name.startswith("PySide6")]


def test_an_expected_error_arrives_as_it_is(start):
    error = start(fake_tasks.expected).answer()
    assert (error.code, error.params) == (ErrorCode.PACK_INVALID, {"name": "x.toml"})


@pytest.mark.parametrize("function", [fake_tasks.bug, fake_tasks.unpicklable, fake_tasks.reads_nothing])
def test_a_bug_arrives_as_a_report_without_the_texts_of_errors(start, function):
    error = start(function).answer()
    assert isinstance(error, BugError)
    assert "task.py" in error.report
    assert fake_tasks.SECRET not in error.report


def test_what_cannot_be_sent_is_a_report_too(start):
    assert isinstance(start(fake_tasks.product, lambda: None, 1).answer(), BugError)


@pytest.mark.parametrize(("function", "reason"), [(fake_tasks.crashes, "crash"), (fake_tasks.no_memory, "memory")])
def test_the_end_of_the_process_is_an_expected_error(start, function, reason):
    error = start(function).answer()
    assert (error.code, error.params) == (ErrorCode.TASK_DIED, {"reason": reason})


def test_want_of_processes_is_an_expected_error(start, monkeypatch):
    def refuse(_entry):
        raise OSError

    monkeypatch.setattr(tasks, "_Conversation", refuse)
    assert start(fake_tasks.product, 1, 2).answer().params == {"reason": "start"}


@pytest.mark.parametrize("limits", [{"timeout": 0.5}, {"silence": 0.5}])
def test_who_takes_too_long_or_falls_silent_is_killed(start, limits):
    assert start(fake_tasks.sleeps, **limits).answer().code is ErrorCode.TASK_TIMEOUT


def test_progress_is_a_sign_of_life(start):
    assert start(fake_tasks.counts, 700, silence=6.0).answer() == 700  # seven seconds; the process begins within six


def test_a_task_can_be_cancelled(start):
    started = start(fake_tasks.counts)
    started.steps.get(timeout=60)
    started.task.cancel()
    assert isinstance(started.answer(), Cancelled)


def test_a_task_that_does_not_listen_is_killed(start, monkeypatch):
    monkeypatch.setattr(tasks, "_CANCEL_GRACE_S", 0.2)
    started = start(fake_tasks.sleeps)
    started.steps.get(timeout=60)
    started.task.cancel()
    assert isinstance(started.answer(), Cancelled)


def test_a_task_cancelled_before_its_process_runs_fails_too(start):
    started = start(fake_tasks.counts)
    started.task.cancel()
    assert isinstance(started.answer(), Cancelled)


def test_nothing_is_said_after_stop(start):
    started = start(fake_tasks.counts)
    started.steps.get(timeout=60)
    started.task.stop()
    assert started.task.ended
    assert started.said.empty()


def test_a_callback_may_stop_the_task():
    ended: SimpleQueue = SimpleQueue()
    made = []

    def failed(_error) -> None:
        made[0].stop()
        ended.put(True)

    made.append(Task(fake_tasks.crashes, done=ended.put, failed=failed))
    assert ended.get(timeout=60) is True
    made[0].stop()


# --- while the caller waits


def test_the_result_is_returned():
    seen = []
    assert run_task(fake_tasks.product, 6, 7, progress=lambda *step: seen.append(step)) == 42
    assert seen == [(0.5, "evaluating", {"n": 1})]


@pytest.mark.parametrize(
    ("function", "error"),
    [(fake_tasks.expected, ExpectedError), (fake_tasks.bug, BugError), (fake_tasks.crashes, ExpectedError)],
)
def test_errors_are_raised(function, error):
    with pytest.raises(error):
        run_task(function)


def test_ctrl_c_cancels():
    with pytest.raises(Cancelled):
        run_task(fake_tasks.counts, progress=lambda *_: _thread.interrupt_main())


def test_progress_may_cancel():
    def cancel(*_step) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        run_task(fake_tasks.counts, progress=cancel)
