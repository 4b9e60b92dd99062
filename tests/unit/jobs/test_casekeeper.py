"""Cases are kept in a thread of their own, in the order in which it was asked for."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from queue import SimpleQueue

import pytest

from app.errors import BugError, ErrorCode
from app.jobs.casekeeper import CaseKeeper
from tests.unit.storage.analysedsamples import NAMES, analysed
from tests.unit.storage.test_casestore import NOW

SECRET = "Der Kunde schuldet nichts."


@pytest.fixture
def failures():
    return []


@pytest.fixture
def keeper(tmp_path, failures):
    made = CaseKeeper(tmp_path / "cases.sqlite", failures.append)
    yield made
    made.close()


def test_what_is_asked_is_done_in_order_elsewhere(keeper):
    said: SimpleQueue = SimpleQueue()
    analysis = analysed(NAMES[0])
    keeper.ask(lambda store: store.store(analysis, path=Path("x"), data=None, title="Vertrag", at=NOW), said.put)
    keeper.ask(lambda store: [entry.title for entry in store.cases()], said.put)
    keeper.ask(lambda _: threading.current_thread() is threading.main_thread(), said.put)
    assert [said.get(timeout=60) for _ in range(3)] == [analysis.reading.source.sha256, ["Vertrag"], False]


def test_what_was_asked_before_the_end_is_done(keeper):
    done = []
    for number in range(50):
        keeper.ask(lambda _, number=number: number, done.append)
    keeper.close()
    assert done == list(range(50))


def test_after_the_end_it_can_be_asked_again(keeper):
    done = []
    for _ in range(2):
        keeper.ask(lambda store: store.count(), done.append)
        keeper.close()
    assert done == [0, 0]


def test_the_end_is_not_waited_for_without_limit(keeper):
    go_on = threading.Event()
    done: SimpleQueue = SimpleQueue()
    keeper.ask(lambda _: go_on.wait(60), done.put)
    keeper.close(limit=0.1)
    assert done.empty()
    go_on.set()
    assert done.get(timeout=60)


def test_an_error_stops_nothing(keeper, failures):
    done = []
    keeper.ask(lambda store: store.open("none"), done.append)
    keeper.ask(lambda store: {}[SECRET], done.append)
    keeper.ask(lambda store: store.count(), done.append)
    keeper.close()
    expected, bug = failures
    assert expected.code is ErrorCode.CASE_NOT_FOUND
    assert isinstance(bug, BugError)
    assert SECRET not in bug.report
    assert done == [0]


def test_a_database_that_cannot_be_opened_is_tried_again(keeper, failures, tmp_path):
    file, done = tmp_path / "cases.sqlite", []
    file.write_bytes(b"no database, but long enough to be taken for one" * 100)
    for _ in range(2):
        keeper.ask(lambda store: store.count(), done.append)
    keeper.close()
    assert [error.code for error in failures] == [ErrorCode.STORE_DAMAGED] * 2
    file.unlink()
    keeper.ask(lambda store: store.count(), done.append)
    keeper.close()
    assert done == [0]


def test_nobody_who_asks_nothing_gets_a_database(tmp_path):
    CaseKeeper(tmp_path / "cases.sqlite", print).close()
    assert not list(tmp_path.iterdir())


def test_it_loads_no_database_before_it_is_needed():
    code = (
        "import sys, app.jobs.casekeeper; print([m for m in ('sqlite3', 'sqlite_utils', 'cattrs') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert out.stdout.strip() == "[]"
