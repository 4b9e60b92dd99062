"""Thousands of damaged documents through the real worker processes: each is read, refused or loses a page, nothing more.

`make fuzz` runs it and writes what happened to docs/robustness.md. KLAUSELLUPE_FUZZ_FILES sets how many, KLAUSELLUPE_FUZZ_ONLY="name:seed"
repeats one. Every tenth document goes through the whole analysis with text recognition, the others are read only.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from random import Random

import pytest

from app.jobs.guard import Limits
from app.jobs.process import MEMORY_LIMIT
from tests.bench.figures import write_section
from tests.evaluation.documents import ROOT
from tests.fuzz.conftest import written
from tests.fuzz.documents import converted, documents
from tests.fuzz.fuzz_worker import WHOLE
from tests.fuzz.mutations import damaged
from tests.fuzz.pool import Outcome, frames, run, table

pytestmark = pytest.mark.fuzz

FILES = int(os.environ.get("KLAUSELLUPE_FUZZ_FILES", "2100"))
ONLY = os.environ.get("KLAUSELLUPE_FUZZ_ONLY", "")
_CONVERTED_SHARE = 30  # of so many files one is LibreOffice's
_WHOLE_SHARE = 10
_LIMITS = Limits(page_s=15, recognition_s=90, drawing_s=15, stage_s=60)
_TIMEOUT_S = 120.0

Case = tuple[str, Callable[[], bytes]]


def cases() -> Iterator[Case]:
    """Without end: every document in turn, each time with another seed."""
    known, old = cycle(documents()), cycle(converted() or documents())
    number = 0
    while True:
        number += 1
        name, data = next(old) if number % _CONVERTED_SHARE == 0 else next(known)
        yield _case(name, data, number)


def _case(name: str, data: bytes, seed: int) -> Case:
    prefix = f"{WHOLE}-" if seed % _WHOLE_SHARE == 0 else ""
    return f"{prefix}{seed}-{name}", lambda: damaged(data, Random(f"{name}:{seed}"))


def _chosen() -> list[Case]:
    endless = cases()
    wanted = [next(endless) for _ in range(FILES)]
    return [case for case in wanted if case[0] == ONLY] if ONLY else wanted


@pytest.fixture(scope="module")
def outcomes(untouched: list[Path]) -> list[Outcome]:
    began = time.monotonic()
    found = run(_chosen(), limits=_LIMITS, timeout=_TIMEOUT_S)
    _report(found, time.monotonic() - began)
    return found


def _report(found: list[Outcome], seconds: float) -> None:
    left_out = [page for outcome in found for page in outcome.left_out]
    lines = [
        f"{len(found)} damaged files of {len(documents())} documents in {seconds / 60:.0f} minutes on {os.cpu_count()} cores.",
        "",
        *table(found),
        "",
        f"Worker processes used up: {sum(o.deaths for o in found)} by {sum(o.deaths > 0 for o in found)} files. "
        f"Pages left out: {sum(code == 'page_timeout' for _, code in left_out)} for time, "
        f"{sum(code == 'page_crashed' for _, code in left_out)} for a crash. "
        f"Longest file {max(o.seconds for o in found):.0f} s, most memory {max(o.peak for o in found) >> 20} MiB.",
    ]
    if not ONLY:
        write_section(ROOT / "docs/robustness.md", "damaged files", lines)
    for outcome in found:
        if outcome.wrong or outcome.deaths:
            print(
                f"\n{outcome.name}: {outcome.kind} {outcome.left_out} {outcome.seconds:.0f} s\n{frames(outcome.detail)}"
            )


def test_no_damage_shows_a_fault_of_the_program(outcomes):
    assert [outcome.name for outcome in outcomes if outcome.wrong] == []


def test_no_file_takes_longer_than_its_limit(outcomes):
    assert [outcome.name for outcome in outcomes if outcome.seconds > _TIMEOUT_S + 10] == []


def test_no_file_takes_more_memory_than_allowed(outcomes):
    assert [outcome.name for outcome in outcomes if outcome.peak > MEMORY_LIMIT] == []


def test_nothing_is_written_anywhere(outcomes, untouched):
    assert written(untouched) == []


def test_the_damage_reaches_behind_the_door(outcomes):
    """Otherwise this would be a test of the door."""
    assert ONLY or sum(outcome.kind == "ok" for outcome in outcomes) > len(outcomes) / 4


def test_the_same_seed_gives_the_same_file():
    name, data = documents()[0]
    assert damaged(data, Random(f"{name}:1")) == damaged(data, Random(f"{name}:1"))
    assert damaged(data, Random(f"{name}:1")) != damaged(data, Random(f"{name}:2"))
