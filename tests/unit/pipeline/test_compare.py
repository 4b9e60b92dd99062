"""Comparing as the window and the command line call it."""

from __future__ import annotations

import pytest

from app.errors import Cancelled
from app.models.versions import ChangeKind
from app.pipeline.compare import compare
from app.progress import ProgressParams
from tests.unit.comparing.versions.made import OLD, analysed


def test_progress_only_rises_and_ends_at_one() -> None:
    told: list[float] = []
    compare(analysed(OLD), analysed(OLD), progress=lambda share, code, params: told.append(share))
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)


def test_it_can_be_cancelled() -> None:
    def cancel(share: float, code: str, params: ProgressParams) -> None:
        if share > 0.2:
            raise Cancelled

    with pytest.raises(Cancelled):
        compare(analysed(OLD), analysed(OLD), progress=cancel)


def test_the_old_version_comes_first() -> None:
    found = compare(analysed(OLD), analysed(OLD[: OLD.index("§ 6 ")]))
    assert found.counts[ChangeKind.REMOVED] == 3
    assert found.counts[ChangeKind.ADDED] == 0
