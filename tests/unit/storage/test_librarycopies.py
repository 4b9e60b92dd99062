"""Copies of the library: when one is made, which are kept, and that they can take its place."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.errors import ErrorCode, ExpectedError
from app.storage.database import backups_of
from app.storage.librarycopies import keep_copy
from app.storage.librarystore import LibraryStore
from tests.unit.storage.libraries import NOON, Clock, clause, made, save

DAY = timedelta(days=1)


def _days_of_work(folder: Path, days: list[tuple[int, bool]]) -> list[bool]:
    """On each day (and whether something is changed on it): whether a copy was made."""
    clock, copied = Clock(), []
    with made(folder, clause(), clock=clock) as store:
        for day, changes in days:
            clock.now = NOON + day * DAY
            if changes:
                save(store, clause(text=f"Tag {day}."))
            copied.append(keep_copy(store.path, clock.now + timedelta(hours=1)) is not None)
    return copied


@pytest.mark.parametrize(
    ("days", "copied"),
    [
        ([(0, False)], [True]),
        ([(0, False), (0, True)], [True, False]),
        ([(0, False), (1, True)], [True, True]),
        ([(0, False), (9, False)], [True, False]),
        ([(0, False), (1, True), (2, False), (3, True)], [True, True, False, True]),
    ],
)
def test_a_copy_is_made_once_a_day_if_something_has_changed(
    tmp_path: Path, days: list[tuple[int, bool]], copied: list[bool]
) -> None:
    assert _days_of_work(tmp_path, days) == copied


def test_the_last_five_are_kept_and_those_of_another_schema(tmp_path: Path) -> None:
    older = backups_of(tmp_path / "library.sqlite") / "library-0-20200101T000000000000.sqlite"
    older.parent.mkdir()
    older.write_bytes(b"before the change of schema")
    _days_of_work(tmp_path, [(day, True) for day in range(8)])
    copies = sorted(path.name for path in older.parent.iterdir())
    assert copies[0] == older.name
    assert [name[10:18] for name in copies[1:]] == [f"{NOON + day * DAY:%Y%m%d}" for day in range(3, 8)]


def test_a_copy_can_take_the_place_of_a_damaged_library(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store:
        save(store, clause(text="Meins."))
        copy, path, kept = keep_copy(store.path, NOON), store.path, store.versions("notice")
    path.write_bytes(b"damaged" * 1000)
    with pytest.raises(ExpectedError) as refused:
        LibraryStore(path)
    assert refused.value.code is ErrorCode.STORE_DAMAGED
    assert copy is not None
    assert Path(str(refused.value.params["backups"])) == copy.parent
    copy.replace(path)
    with LibraryStore(path) as store:
        assert store.versions("notice") == kept
        assert store.library(datetime(2100, 1, 1, tzinfo=NOON.tzinfo)).clauses == (kept[-1].clause,)


def test_a_copy_from_the_future_and_one_of_another_name_keep_no_copy_from_being_made(tmp_path: Path) -> None:
    with made(tmp_path, clause(), clock=Clock()) as store:
        ahead, named = keep_copy(store.path, NOON + 3650 * DAY), backups_of(store.path) / "library-1-alt.sqlite"
        named.write_bytes(b"")
        assert keep_copy(store.path, NOON + DAY) is not None
        assert keep_copy(store.path, NOON + 3 * DAY) is None, "nothing has changed"
    assert ahead is not None
    assert ahead.exists()
    assert named.exists()
