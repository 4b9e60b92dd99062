"""Bombs, loops and lies through the real worker processes: each is read or refused with a sentence, in time and within its memory.

The whole pipeline runs, with shorter limits for a silent page than users have; KLAUSELLUPE_HOSTILE names some of the cases.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.jobs.guard import Limits
from app.jobs.process import MEMORY_LIMIT
from tests.bench.figures import write_section
from tests.evaluation.documents import ROOT
from tests.fuzz.conftest import written
from tests.fuzz.fuzz_worker import WHOLE
from tests.fuzz.hostile import CASES
from tests.fuzz.pool import Outcome, frames, run, table

pytestmark = pytest.mark.fuzz

_SOME = os.environ.get("KLAUSELLUPE_HOSTILE", "")
NAMES = [name for name in CASES if any(part in name for part in _SOME.split(","))]
_LIMITS = Limits(page_s=8, recognition_s=60, drawing_s=8, stage_s=45)
LIMIT_S = 60.0


@pytest.fixture(scope="module")
def outcomes(untouched: list[Path]) -> dict[str, Outcome]:
    found = run([(f"{WHOLE}-{name}", CASES[name]) for name in NAMES], limits=_LIMITS, timeout=LIMIT_S, fresh=True)
    for name, outcome in zip(NAMES, found, strict=True):
        said = frames(outcome.detail)
        print(
            f"{name:36} {outcome.kind:16} {outcome.seconds:5.1f} s {outcome.peak >> 20:5} MiB {outcome.left_out} {said}"
        )
    if not _SOME:
        _report(found)
    return dict(zip(NAMES, found, strict=True))


def _report(found: list[Outcome]) -> None:
    lines = [
        f"{len(found)} hostile files, each through the whole analysis in a process of its own.",
        "",
        *table(found),
        "",
        f"Worker processes used up: {sum(o.deaths for o in found)}. Longest file {max(o.seconds for o in found):.0f} s, "
        f"most memory {max(o.peak for o in found) >> 20} MiB.",
    ]
    write_section(ROOT / "docs/robustness.md", "hostile files", lines)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_read_or_refused_in_time_and_within_its_memory(outcomes, name):
    outcome = outcomes[name]
    assert not outcome.wrong, frames(outcome.detail)
    assert outcome.kind not in ("worker_timeout", "worker_died"), "limits of the reader should have refused it"
    assert outcome.peak <= MEMORY_LIMIT


def test_nothing_is_written_anywhere(outcomes, untouched):
    assert written(untouched) == []
