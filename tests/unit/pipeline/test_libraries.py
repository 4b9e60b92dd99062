"""Which library a review goes by, and that a database is read once a version."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import paths
from app.cli.arguments import parse
from app.errors import ErrorCode, ExpectedError
from app.library.loader import load
from app.library.model import Revision, Status
from app.library.packs import Pack, write_pack
from app.library.starter import starter_pack
from app.pipeline.libraries import create_user_library, default_library, open_library
from app.storage.librarystore import LibraryStore
from tests.unit.storage.libraries import NOON, clause, made, save


def test_without_a_library_of_their_own_users_get_the_shipped_one(home: Path) -> None:
    assert default_library() == paths.clause_library()
    assert list(home.rglob("*")) == [], "asking makes nothing"


def test_the_users_own_library_goes_before_the_shipped_one(home: Path) -> None:
    create_user_library().close()
    assert default_library() == paths.user_library()
    assert default_library().is_relative_to(home)
    assert parse(["analyze", "a.pdf"]).library == paths.user_library()
    assert parse(["analyze", "a.pdf", "--library", "ours"]).library == Path("ours")


def test_a_folder_is_read_as_files() -> None:
    assert open_library(paths.clause_library()) == load(paths.clause_library())


def test_a_pack_in_one_file_reviews_like_the_library_it_was_written_from(tmp_path: Path) -> None:
    write_pack(starter_pack(), tmp_path / "pack.toml")
    assert open_library(tmp_path / "pack.toml") == load(paths.clause_library())


def test_a_pack_need_not_define_shipped_types_and_its_drafts_take_no_effect(tmp_path: Path) -> None:
    drafted, effective, *_ = starter_pack().revisions
    drafted = replace(drafted, clause=replace(drafted.clause, status=Status.DRAFT))
    write_pack(Pack("Team", (), (drafted, effective)), tmp_path / "pack.toml")
    library = open_library(tmp_path / "pack.toml")
    assert library.clauses == (effective.clause,)
    assert effective.clause.type in {item.id for item in library.types}


def test_the_new_library_reviews_like_the_starter_library() -> None:
    create_user_library().close()
    assert open_library(default_library()) == load(paths.clause_library())


def test_the_users_library_is_made_only_once() -> None:
    with create_user_library() as store:
        (entry, *_) = store.entries()
        store.set_status(entry.id, Status.RETIRED, base=entry.version, author="Anna", reason="", at=NOON)
    with create_user_library() as store:
        assert store.last(entry.id).clause.status is Status.RETIRED


def test_a_database_is_read_once_until_it_changes(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store:
        first = open_library(store.path)
        assert open_library(store.path) is first
        save(store, clause(text="Dann."))
        second = open_library(store.path)
        assert [item.version for item in second.clauses] == [2]
        assert second.sha256 != first.sha256


def test_a_database_that_was_put_back_from_a_copy_is_read_anew(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    with made(tmp_path, clause()) as store:
        path = store.path
        save(store, clause(text="Dann."))
    shutil.copytree(tmp_path, copy)
    with LibraryStore(path, clock=lambda: datetime.now(tz=UTC)) as store:
        save(store, clause(text="Verloren."))
    assert open_library(path).clauses[0].positions[0].text == "Verloren."
    shutil.copy(copy / path.name, path)
    with LibraryStore(path, clock=lambda: datetime.now(tz=UTC)) as store:
        save(store, clause(text="Anders."))
    assert open_library(path).clauses[0].positions[0].text == "Anders."


def test_drafts_change_no_review(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store:
        save(store, clause(text="Noch nicht.", status=Status.DRAFT))
        assert [item.version for item in open_library(store.path).clauses] == [1]


def test_the_library_of_an_earlier_day_is_read_too(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store:
        (before,) = store.recorded("notice")
        store.bring_in([Revision(clause("b"))], origin="", at=NOON)
        assert [item.id for item in open_library(store.path, as_of=before).clauses] == ["notice"]
        assert [item.id for item in open_library(store.path).clauses] == ["b", "notice"]


@pytest.mark.parametrize("name", ["missing", "missing.sqlite"])
def test_a_library_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExpectedError) as refused:
        open_library(tmp_path / name)
    assert refused.value.code is ErrorCode.LIBRARY_NOT_FOUND
    assert refused.value.params == {"path": str(tmp_path / name)}
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_library_of_ones_own_is_named_and_not_replaced(home: Path) -> None:
    path = paths.user_library()
    path.parent.mkdir(parents=True)
    path.write_bytes(b"")
    with pytest.raises(ExpectedError) as refused:
        open_library(default_library())
    assert refused.value.code is ErrorCode.STORE_DAMAGED
    with pytest.raises(ExpectedError):
        create_user_library()
    assert path.read_bytes() == b""
