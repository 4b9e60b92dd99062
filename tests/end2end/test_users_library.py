"""A review by the user's own library, from the command line to the report, even while somebody is writing into it."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from app import cli, paths
from app.library.model import Status
from app.pipeline.libraries import create_user_library
from app.storage.lock import WriterLock

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def _report(capsys: pytest.CaptureFixture[str]) -> dict:
    sample = paths.resources() / "samples" / "beratung.txt"
    assert cli.main(["analyze", str(sample), "--format", "json", "--as-of", "2026-11-22"]) == 0
    return json.loads(capsys.readouterr().out)


def test_what_the_user_retires_is_out_of_the_next_review_even_while_somebody_writes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shipped = _report(capsys)
    assert not paths.user_library().exists(), "a review makes no library"
    with create_user_library() as store:
        used = next(f["reference"] for f in shipped["findings"] if f["reference"])
        base = store.last(used).clause.version
        store.set_status(used, Status.RETIRED, base=base, author="Anna", reason="", at=AT)
    lock = WriterLock(paths.user_library())
    lock.acquire()
    try:
        changed = _report(capsys)
    finally:
        lock.release()
    assert changed["tool"]["library"]["sha256"] != shipped["tool"]["library"]["sha256"]
    assert used not in {finding["reference"] for finding in changed["findings"]}
