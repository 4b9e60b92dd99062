"""Opening a database: what is refused and left as it is, and how an older one is brought up to date."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.errors import ErrorCode, ExpectedError
from app.storage import database, drives
from app.storage.database import Migration, open_database, transaction
from app.storage.drives import linux_filesystem, on_network

if TYPE_CHECKING:
    from sqlite_utils import Database

OURS = 4711


def _words(db: Database) -> None:
    db.conn.execute("CREATE TABLE words (word TEXT PRIMARY KEY)")


def _lengths(db: Database) -> None:
    db.conn.execute("ALTER TABLE words ADD COLUMN length INTEGER")
    db.conn.execute("UPDATE words SET length = length(word)")


def _broken(db: Database) -> None:
    db.conn.execute("DELETE FROM words")
    raise RuntimeError("a mistake in the step")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "words.sqlite"
    with closing(_opened(file)) as db, transaction(db):
        db.table("words").insert_all({"word": f"Wort {i}"} for i in range(2000))
    return file


def _opened(path: Path, *steps: Migration) -> Database:
    return open_database(path, steps or (_words,), application=OURS)


def _refused(path: Path, *steps: Migration) -> ExpectedError:
    before = path.read_bytes()
    with pytest.raises(ExpectedError) as refused:
        _opened(path, *steps)
    assert path.read_bytes() == before, "a refused database is left as it is"
    return refused.value


def test_a_database_is_kept_safe(path: Path) -> None:
    with closing(_opened(path)) as db:
        pragmas = {name: db.conn.execute(f"PRAGMA {name}").fetchone()[0] for name in _SAFE}
    assert pragmas == _SAFE


_SAFE = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "trusted_schema": 0}


def test_an_older_database_is_copied_then_brought_up_to_date(path: Path) -> None:
    with closing(_opened(path, _words, _lengths)) as db:
        assert db.conn.execute("SELECT length FROM words LIMIT 1").fetchone() == (6,)
        assert db.conn.execute("PRAGMA user_version").fetchone() == (2,)
    (copy,) = (path.parent / "backups").iterdir()
    assert copy.name.startswith("words-1-")
    with closing(_opened(copy)) as old:
        assert old.table("words").count == 2000
        assert [column.name for column in old.table("words").columns] == ["word"]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of the user's folder")
def test_copies_are_for_the_users_eyes_only(path: Path) -> None:
    _opened(path, _words, _lengths).close()
    (copy,) = (path.parent / "backups").iterdir()
    assert (copy.stat().st_mode & 0o777, copy.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_database_of_this_version_is_not_copied(path: Path) -> None:
    _opened(path).close()
    assert not (path.parent / "backups").exists()


def test_a_step_that_fails_changes_nothing(path: Path) -> None:
    with pytest.raises(RuntimeError):
        _opened(path, _words, _broken)
    with closing(_opened(path)) as db:
        assert db.table("words").count == 2000


def test_steps_before_a_failing_one_are_not_taken_again(path: Path) -> None:
    with pytest.raises(RuntimeError):
        _opened(path, _words, _lengths, _broken)
    with closing(_opened(path, _words, _lengths)) as db:
        assert db.table("words").count == 2000


def test_a_newer_database_is_refused(path: Path) -> None:
    _opened(path, _words, _lengths).close()
    error = _refused(path)
    assert error.code is ErrorCode.STORE_NEWER
    assert error.params == {"path": str(path)}


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE theirs (x)")
    assert _refused(path).code is ErrorCode.STORE_DAMAGED


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: b"no database" * 1000, id="something else"),
        pytest.param(lambda data: data[: len(data) // 2], id="cut off"),
        pytest.param(lambda data: data[:8192] + os.urandom(8192) + data[16384:], id="overwritten"),
    ],
)
def test_a_damaged_database_is_refused_and_the_copies_are_named(path: Path, damage) -> None:
    path.write_bytes(damage(path.read_bytes()))
    error = _refused(path)
    assert error.code is ErrorCode.STORE_DAMAGED
    assert error.params == {"path": str(path), "backups": str(path.parent / "backups")}


def test_damage_that_is_met_later_is_told_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:8192] + bytes(len(data) - 8192))
    monkeypatch.setattr(database, "_check", lambda *_: None)
    with closing(_opened(path)) as db, pytest.raises(ExpectedError) as told, transaction(db):
        db.conn.execute("SELECT count(*), max(word) FROM words NOT INDEXED").fetchall()
    assert told.value.code is ErrorCode.STORE_DAMAGED


def test_a_mistake_of_ours_stays_what_it_is(path: Path) -> None:
    with closing(_opened(path)) as db, pytest.raises(sqlite3.OperationalError, match="no such table"), transaction(db):
        db.conn.execute("SELECT * FROM missing")


def _insert_and_fail(db: Database) -> None:
    with transaction(db):
        db.table("words").insert({"word": "neu"})
        raise ZeroDivisionError


def test_what_fails_is_taken_back(path: Path) -> None:
    with closing(_opened(path)) as db:
        with pytest.raises(ZeroDivisionError):
            _insert_and_fail(db)
        assert db.table("words").count == 2000


def test_a_database_that_another_program_writes_into_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0.01)
    with closing(_opened(path)) as db, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ExpectedError) as told, transaction(db):
            pass
    assert told.value.code is ErrorCode.STORE_LOCKED


# --- network shares


_MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/anna/local\040disk ext4 rw 0 0
//server/share /mnt/share cifs rw 0 0
anna@server: /mnt/ssh fuse.sshfs rw 0 0
/dev/sdc1 /mnt/share ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "filesystem"),
    [
        ("/var/lib", "ext4"),
        ("/home/anna/.local/share", "nfs4"),
        ("/home/anna/local disk/data", "ext4"),
        ("/homes", "ext4"),
        ("/mnt/ssh/data", "fuse.sshfs"),
        ("/mnt/share/data", "ext4"),  # what was mounted later covers what was there
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="paths of Linux")
def test_the_filesystem_of_a_place_is_that_of_the_mount_above_it(place: str, filesystem: str) -> None:
    assert linux_filesystem(Path(place), _MOUNTS) == filesystem


@pytest.mark.skipif(sys.platform != "linux", reason="asks the table of mounts of Linux")
@pytest.mark.parametrize(
    ("filesystem", "network"),
    [
        ("nfs4", True),
        ("cifs", True),
        ("fuse.sshfs", True),
        ("fuse.ntfs-3g", False),
        ("ext4", False),
        ("overlay", False),
    ],
)
def test_shares_are_told_by_their_filesystem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, filesystem: str, network: bool
) -> None:
    monkeypatch.setattr(drives, "_mounts", lambda: f"something / {filesystem} rw 0 0")
    assert on_network(tmp_path) is network


def test_this_folder_is_on_this_computer(tmp_path: Path) -> None:
    assert not on_network(tmp_path / "not there yet")


def test_no_database_is_made_or_opened_on_a_share(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "on_network", lambda place: True)
    assert _refused(path).code is ErrorCode.STORE_ON_NETWORK
    new = path.with_name("new.sqlite")
    with pytest.raises(ExpectedError):
        _opened(new)
    assert not new.exists()
