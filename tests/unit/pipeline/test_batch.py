"""One document of a portfolio: new, known from an earlier run, or evaluated anew; what is kept is private and may break."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import app
from app.errors import ErrorCode, ExpectedError
from app.importing.options import ReadOptions
from app.models.facts import DealFacts, Fact, FactSource, Perspective
from app.paths import clause_library, resources, user_cache_dir
from app.pipeline import analyse as analysing
from app.pipeline import batchcache
from app.pipeline.batch import BatchRequest, Reviewed, Reviewer, read_file, skipping
from app.pipeline.batchcache import BatchCache, batch_cache, forget, key_of
from app.pipeline.facts import assumed

DAY = date(2026, 11, 22)
SAMPLE = resources() / "samples/beratung.txt"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def review(cache: Path | None, facts: DealFacts | None = None, path: Path = SAMPLE, **options: object) -> Reviewed:
    given = ReadOptions(**options)  # type: ignore[arg-type]
    return Reviewer(BatchRequest(clause_library(), facts or assumed(DAY), given, cache)).review(path, path.name, given)


def entries(cache: Path) -> list[Path]:
    return sorted(cache.iterdir()) if cache.exists() else []


def test_the_second_run_takes_what_the_first_has_kept(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = review(cache)
    monkeypatch.setattr(analysing, "read", lambda *_, **__: pytest.fail("read again"))
    second = review(cache)
    assert (first.known, second.known) == (False, True)
    assert second.digest == first.digest


def test_without_a_cache_nothing_is_kept_or_taken(cache: Path) -> None:
    review(None)
    assert not review(None).known
    assert not entries(cache)
    assert not batch_cache().exists()


@pytest.mark.parametrize(
    "facts",
    [
        replace(assumed(DAY), perspective=Fact(Perspective.SUPPLIER, FactSource.USER)),
        assumed(date(2027, 1, 1)),
    ],
    ids=["another side", "another day"],
)
def test_other_facts_are_evaluated_anew_without_reading(
    cache: Path, facts: DealFacts, monkeypatch: pytest.MonkeyPatch
) -> None:
    review(cache)
    fresh = review(None, facts)
    monkeypatch.setattr(analysing, "read", lambda *_, **__: pytest.fail("read again"))
    again = review(cache, facts)
    assert (again.known, again.read_before) == (False, True)
    assert again.digest == fresh.digest
    assert review(cache, facts).known
    assert len(entries(cache)) == 1


def test_another_library_is_evaluated_anew(cache: Path, tmp_path: Path) -> None:
    review(cache)
    other = tmp_path / "library"
    shutil.copytree(clause_library(), other)
    clauses = sorted(path for path in other.rglob("*.toml") if "[[clause]]" in path.read_text("utf-8"))
    clauses[0].unlink()
    request = BatchRequest(other, assumed(DAY), ReadOptions(), cache)
    again = Reviewer(request).review(SAMPLE, SAMPLE.name, ReadOptions())
    assert (again.known, again.read_before) == (False, True)
    assert again.digest.library != review(None).digest.library


@pytest.mark.parametrize("damage", [b"", b"kein zlib", b"x" * 1000])
def test_a_damaged_entry_is_done_again(cache: Path, damage: bytes) -> None:
    first = review(cache)
    (entry,) = entries(cache)
    entry.write_bytes(damage)
    second = review(cache)
    assert (second.known, second.read_before) == (False, False)
    assert second.digest == first.digest
    assert review(cache).known


def test_a_torn_entry_is_done_again(cache: Path) -> None:
    review(cache)
    (entry,) = entries(cache)
    entry.write_bytes(entry.read_bytes()[:-20])
    assert not review(cache).known


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_what_is_kept_is_for_the_user_alone(cache: Path) -> None:
    cache.mkdir(mode=0o755)
    review(cache)
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert [stat.S_IMODE(entry.stat().st_mode) for entry in entries(cache)] == [0o600]


def test_neither_name_nor_text_stands_in_the_name_of_an_entry(cache: Path) -> None:
    review(cache)
    (entry,) = entries(cache)
    assert len(entry.stem) == 64
    assert "beratung" not in entry.name


def test_a_page_that_was_given_up_is_not_kept(cache: Path) -> None:
    options = skipping(ReadOptions(), 1, "page_timeout")
    Reviewer(BatchRequest(clause_library(), assumed(DAY), options, cache)).review(SAMPLE, SAMPLE.name, options)
    assert not entries(cache)


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("x")
    assert review(tmp_path / "datei" / "cache").digest.findings > 0


def test_the_key_changes_with_everything_that_decides_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def key(data: bytes = b"x", name: str = "a.txt", model: str = "m", **options: object) -> str:
        return key_of(data, name, ReadOptions(**options), model)  # type: ignore[arg-type]

    keys = [key(), key(data=b"y"), key(name="a.md"), key(model="n"), key(max_pages=3), key(text_recognition=False)]
    monkeypatch.setattr(app, "__version__", "99")
    keys.append(key())
    assert len(set(keys)) == len(keys)
    assert key(name="b.txt") == key()


def test_what_was_not_used_longest_goes_first(cache: Path) -> None:
    cache.mkdir()
    for age, name in enumerate(("alt", "mittel", "neu")):
        path = cache / f"{name}.analysis"
        path.write_bytes(b"x" * 100)
        os.utime(path, (1000 + age, 1000 + age))
    (cache / ".rest.tmp").write_bytes(b"halb")
    BatchCache(cache).trim(250)
    assert [path.name for path in entries(cache)] == ["mittel.analysis", "neu.analysis"]


def test_an_entry_that_is_too_large_is_not_kept(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batchcache, "_LARGEST", 100)
    review(cache)
    assert not entries(cache)


def test_everything_is_forgotten(cache: Path) -> None:
    review(cache)
    assert forget(cache) == 1
    assert not cache.exists()
    assert forget(cache) == 0


def test_the_cache_lies_where_the_system_wants_it(home: Path) -> None:
    assert batch_cache() == user_cache_dir() / "batch"
    assert home in batch_cache().parents


# --- files


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: None, ErrorCode.FILE_NOT_FOUND),
        (lambda path: path.mkdir(), ErrorCode.FILE_NOT_READABLE),
        (lambda path: path.write_bytes(b"x" * 20), ErrorCode.FILE_TOO_LARGE),
    ],
    ids=["missing", "a folder", "too large"],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, make, code: ErrorCode) -> None:
    make(tmp_path / "a.txt")
    with pytest.raises(ExpectedError) as raised:
        read_file(tmp_path / "a.txt", 10)
    assert raised.value.code is code


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names there")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(ExpectedError) as raised:
        read_file(tmp_path / "a.txt", 10)
    assert raised.value.code is ErrorCode.FILE_NOT_READABLE
