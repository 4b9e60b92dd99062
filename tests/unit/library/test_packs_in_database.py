"""A pack brought into a database and taken out again is the same pack."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from app.library.packs import Pack, read_pack, write_pack
from app.storage.librarystore import LibraryStore
from tests.unit.library import anyclause

AT = datetime(2026, 11, 22, tzinfo=UTC)

moderate = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@moderate
@given(anyclause.packs(complete=True))
def test_a_pack_brought_into_a_database_comes_out_identical(pack: Pack) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_pack(pack, Path(folder) / "in")
        read = read_pack(Path(folder) / "in")
        with LibraryStore.create(Path(folder) / "l.sqlite", (), (), read.name, origin="") as store:
            store.bring_in(read.revisions, types=read.types, origin="pack", at=AT)
            ours = store.ours()
            write_pack(Pack(store.name, store.types(), tuple(ours.values())), Path(folder) / "out.toml")
        assert read_pack(Path(folder) / "out.toml") == pack
