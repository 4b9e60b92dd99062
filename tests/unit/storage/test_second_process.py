"""Two processes at one library, and processes that are killed in the middle of writing."""

from __future__ import annotations

import errno
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from app.errors import ErrorCode, ExpectedError
from app.pipeline.libraries import open_library
from app.storage import librarystore
from app.storage.librarystore import LibraryStore
from app.storage.lock import WriterLock
from tests.unit.storage.libraries import NOON, clause, made, save
from tests.unit.storage.writer import BLOCK

_ROOT = Path(__file__).parents[3]


@contextmanager
def _process(mode: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.unit.storage.writer", mode, str(path)]
    with subprocess.Popen(
        command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _line(process: subprocess.Popen[str]) -> str:
    return process.stdout.readline() if process.stdout else ""


def test_while_another_window_writes_the_message_names_it_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(librarystore, "_PATIENCE_S", 0.0)
    with made(tmp_path, clause()) as store:
        with _process("hold", store.path) as other:
            assert _line(other) == "held\n"
            with pytest.raises(ExpectedError) as refused:
                save(store, clause(text="Meins."))
            assert refused.value.code is ErrorCode.STORE_LOCKED
            assert f"PID {other.pid}, 20" in str(refused.value.params["holder"])

            assert [entry.id for entry in store.entries()] == ["notice"], "reading goes on"
            assert [item.id for item in open_library(store.path).clauses] == ["notice"], "a review goes on"
            other.communicate("go on\n")
        assert save(store, clause(text="Meins.")).clause.version == 2
        assert [entry.id for entry in store.entries()] == ["notice", "theirs"]


def test_a_writer_that_is_done_soon_is_waited_for(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store:
        other = WriterLock(store.path)
        other.acquire()
        later = threading.Timer(0.1, other.release)
        later.start()
        assert save(store, clause(text="Meins.")).clause.version == 2
        later.join()


def test_the_lock_of_a_dead_process_is_free(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store:
        with _process("hold", store.path) as other:
            assert _line(other) == "held\n"
        assert save(store, clause(text="Meins.")).clause.version == 2
        assert [entry.id for entry in store.entries()] == ["notice"], "what was not finished is not there"


def test_a_lock_belongs_to_one_holder_of_a_process_too(tmp_path: Path) -> None:
    first, second = WriterLock(tmp_path / "a.sqlite"), WriterLock(tmp_path / "a.sqlite")
    first.acquire()
    with pytest.raises(ExpectedError):
        second.acquire()
    first.release()
    second.acquire()
    assert (first.held, second.held) == (False, True)
    second.release()


def test_a_folder_that_is_not_there_takes_no_lock(tmp_path: Path) -> None:
    with pytest.raises(ExpectedError) as refused:
        WriterLock(tmp_path / "missing" / "a.sqlite").acquire()
    assert refused.value.code is ErrorCode.STORE_NOT_WRITABLE


# --- killed in the middle


def test_killed_in_the_middle_of_writing_everything_confirmed_is_there(tmp_path: Path) -> None:
    _kill_again_and_again(tmp_path, times=5)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_killed_two_hundred_times_everything_confirmed_is_there(tmp_path: Path) -> None:
    confirmed = _kill_again_and_again(tmp_path, times=200)
    assert confirmed > 200


def _kill_again_and_again(folder: Path, times: int) -> int:
    made(folder, clause()).close()
    path = folder / "library.sqlite"
    moments, confirmed = random.Random(5), Counter[str]()
    for _ in range(times):
        said = _killed_after(path, moments.uniform(0.0, 0.12))
        confirmed.update(identifier for _, identifier, _, _ in said)
        _check(path, said, confirmed)
    return confirmed.total()


def _killed_after(path: Path, seconds: float) -> list[list[str]]:
    """What a writer said to be kept before it was killed; a line that was cut off was not said."""
    with _process("write", path) as process:
        assert process.stdout
        assert process.stderr
        assert _line(process) == "open\n", process.stderr.read()
        time.sleep(seconds)
        process.kill()
        lines = process.stdout.read()
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        assert not process.stderr.read()
    return [line.split() for line in lines.splitlines(keepends=True) if line.endswith("\n")]


def _check(path: Path, said: list[list[str]], confirmed: Counter[str]) -> None:
    with LibraryStore(path) as store:  # refuses a damaged database
        for _, identifier, number, author in said:
            assert (store.version(identifier, int(number)).author or "-") == author
        ids = {entry.id for entry in store.entries()}
        assert set(confirmed) <= ids
        numbers = [version.clause.version for version in store.versions("notice")]
        assert numbers == list(range(1, len(numbers) + 1)), "no version is missing in between"
        assert len(numbers) > confirmed["notice"]
        _check_blocks(store, ids - {"notice"})
        assert store._db.conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert store._db.conn.execute("PRAGMA foreign_key_check").fetchall() == []
        store._db.conn.execute("INSERT INTO texts (texts) VALUES ('integrity-check')")


def _check_blocks(store: LibraryStore, ids: set[str]) -> None:
    """Each is there as a whole: its clauses, what the search knows of them, its marks and its draft."""
    sizes = Counter(identifier.rpartition("-")[0] for identifier in ids)
    assert set(sizes.values()) <= {BLOCK}
    assert {draft.clause for draft in store.drafts()} == set(sizes)
    assert all(len(store.marks(name)) == BLOCK for name in sizes)
    assert len(store.search("block")) == len(ids)


def test_a_library_is_ready_again_after_a_kill(tmp_path: Path) -> None:
    made(tmp_path, clause()).close()
    _killed_after(tmp_path / "library.sqlite", 0.05)
    with LibraryStore(tmp_path / "library.sqlite") as store:
        last = store.last("notice").clause.version
        again = store.save(clause(text="Danach."), base=last, author="Anna", reason="", at=NOON)
        assert again.clause.version == last + 1


def test_a_lock_that_cannot_be_signed_is_held_and_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr("app.storage.lock._sign", full)
    first, second = WriterLock(tmp_path / "library.sqlite"), WriterLock(tmp_path / "library.sqlite")
    first.acquire()
    with pytest.raises(ExpectedError):
        second.acquire()
    first.release()
    second.acquire()
    second.release()
