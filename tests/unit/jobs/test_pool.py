"""The pool: every file ends once, no file stops the others, pages that bring a process down are left out."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # spawned workers inherit it and find fake_pool

import fake_pool

from app.errors import BugError, ErrorCode, ExpectedError, KlausellupeError
from app.jobs import pool as pools
from app.jobs.guard import Limits
from app.jobs.pool import Pool, PoolFile
from app.models.facts import DealFacts
from app.pipeline.batch import BatchRequest

REQUEST = BatchRequest(Path("library"), DealFacts())
SOON = Limits(page_s=1.0, stage_s=30.0, restarts=2)


class Heard:
    """Everything that was told."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.pages: list[tuple[int, object]] = []
        self.results: dict[int, object] = {}
        self.threads: set[str] = set()
        self.ended = threading.Event()

    def started(self, index: int) -> None:
        self.begun.append(index)
        self.threads.add(threading.current_thread().name)

    def progressed(self, index, fraction, code, params) -> None:
        self.pages.append((index, params.get("page")))

    def done(self, index, reviewed) -> None:
        assert index not in self.results
        self.results[index] = reviewed

    def failed(self, index: int, error: KlausellupeError) -> None:
        assert index not in self.results
        self.results[index] = error


def started(names: list[str], heard: Heard, **options) -> Pool:
    files = [PoolFile(Path(name), name) for name in names]
    options = {"limits": SOON, "entry": fake_pool.main, **options}
    return Pool(files, REQUEST, heard, ended=heard.ended.set, **options)


def run(names: list[str], **options) -> Heard:
    heard = Heard()
    pool = started(names, heard, **options)
    assert pool.wait(60)
    assert heard.ended.is_set()
    return heard


def test_every_file_is_reviewed_by_two_processes_that_live_on() -> None:
    heard = run([f"file-{n}" for n in range(8)])
    assert sorted(heard.results) == list(range(8))
    assert {name for name, *_ in heard.results.values()} == {f"file-{n}" for n in range(8)}
    assert len({process for _, process, *_ in heard.results.values()}) <= 2
    assert max(files for _, _, files, _ in heard.results.values()) > 1


def test_progress_names_the_file_and_the_page() -> None:
    assert run(["file-0"]).pages == [(0, 7)]


def test_a_process_is_replaced_after_some_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "FILES_EACH", 2)
    heard = run([f"file-{n}" for n in range(5)], processes=1)
    assert [files for _, _, files, _ in heard.results.values()] == [1, 2, 1, 2, 1]


@pytest.mark.parametrize(("name", "why"), [("crash-1", "page_crashed"), ("hang-1", "page_timeout")])
def test_a_page_that_brings_its_process_down_is_left_out(name: str, why: str) -> None:
    heard = run([name, "file-1"])
    assert heard.results[0][3] == ((7, why),)
    assert heard.results[1][0] == "file-1"


@pytest.mark.parametrize(
    ("name", "code", "params"),
    [
        ("always-1", ErrorCode.WORKER_DIED, {"reason": "crash"}),
        ("stage-1", ErrorCode.WORKER_DIED, {"reason": "crash"}),
        ("memory-1", ErrorCode.WORKER_DIED, {"reason": "memory"}),
        ("broken-1", ErrorCode.PDF_DAMAGED, {"name": "broken-1"}),
    ],
)
def test_a_file_that_fails_stops_no_other(name: str, code: ErrorCode, params: dict[str, str]) -> None:
    heard = run([name, "file-1", "file-2"], processes=1)
    error = heard.results[0]
    assert isinstance(error, ExpectedError)
    assert (error.code, error.params) == (code, params)
    assert [heard.results[n][0] for n in (1, 2)] == ["file-1", "file-2"]


def test_a_bug_is_told_as_one() -> None:
    assert isinstance(run(["bug-1"]).results[0], BugError)


def test_a_file_that_takes_too_long_is_given_up() -> None:
    heard = run(["slow-1", "file-1"], processes=1, timeout=6.0)  # in which the next process must begin, too
    error = heard.results[0]
    assert isinstance(error, ExpectedError)
    assert error.code is ErrorCode.WORKER_TIMEOUT
    assert heard.results[1][0] == "file-1"


def test_silence_ends_a_stage() -> None:
    error = run(["slow-1"], limits=Limits(stage_s=1.0)).results[0]
    assert isinstance(error, ExpectedError)
    assert error.code is ErrorCode.WORKER_TIMEOUT


def test_where_no_process_can_be_started_every_file_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(pools, "Conversation", none)
    heard = run(["file-0", "file-1"])
    assert [error.params for error in heard.results.values()] == [{"reason": "start"}] * 2


def test_stopping_kills_what_is_under_way_and_tells_nothing_more() -> None:
    heard = Heard()
    pool = started(["slow-1", "slow-2", "file-3"], heard)
    until = time.monotonic() + 60
    while len(heard.pages) < 2 and time.monotonic() < until:
        time.sleep(0.02)
    pool.stop()
    assert pool.wait(0)
    assert heard.results == {}
    assert not heard.ended.is_set()


def test_without_files_it_is_done_at_once() -> None:
    heard = Heard()
    assert started([], heard).wait(60)
    assert heard.ended.is_set()


def test_the_listener_is_called_in_threads_of_the_pool() -> None:
    assert all(name.startswith("klausellupe-pool") for name in run(["file-0", "file-1"]).threads)
    assert os.getpid() not in {process for _, process, *_ in run(["file-0"]).results.values()}
