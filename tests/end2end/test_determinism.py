"""Same documents, same bytes: again, in one worker and in two at once, and under another order of sets."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.importing.options import ReadOptions
from app.jobs.blocking import analyse_file
from app.library.loader import load
from app.models.analysis import Analysis
from app.paths import clause_library, resources
from app.pipeline.analyse import analyse
from app.pipeline.facts import assumed
from app.reporting.options import ReportOptions
from app.reporting.tojson import to_json
from tests.evaluation.documents import AS_OF, ROOT
from tests.evaluation.planted.terms import faulty_terms, printed

SAMPLES = ("lieferbedingungen.pdf", "wartung-automatische-nummern.docx", "beratung.txt")
HASH_SEEDS = ("0", "4711")
LIMIT_S = 120


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Three formats, and terms with faults of every kind, so that every finder has something to say."""
    folder = tmp_path_factory.mktemp("documents")
    bad = []
    for name, terms in faulty_terms().items():
        bad.append(folder / f"{name}.txt")
        bad[-1].write_bytes(printed(terms).document("txt"))
    return (*(resources() / "samples" / name for name in SAMPLES), *bad)


def as_json(analysis: Analysis) -> bytes:
    return to_json(analysis, ReportOptions())


def here(path: Path) -> bytes:
    """Analysed in this process, with everything it may have kept from earlier documents."""
    return as_json(analyse(path.read_bytes(), path.name, load(clause_library()), assumed(AS_OF), ReadOptions()))


def in_a_worker(path: Path) -> bytes:
    return as_json(analyse_file(path, path.name, clause_library(), assumed(AS_OF)))


def in_turn(work: Callable[[Path], str], documents: tuple[Path, ...]) -> list[str]:
    return [work(path) for path in documents]


def test_two_runs_give_the_same_bytes_whatever_was_analysed_in_between(documents: tuple[Path, ...]) -> None:
    assert in_turn(here, documents) == in_turn(here, documents[::-1])[::-1]


def test_one_worker_process_and_two_at_once_give_the_same_bytes(documents: tuple[Path, ...]) -> None:
    with ThreadPoolExecutor(2) as two:
        at_once = list(two.map(in_a_worker, documents[1:4]))
    assert at_once == [in_a_worker(documents[1]), *in_turn(here, documents[2:4])]


def by_command_line(documents: tuple[Path, ...], folder: Path, seed: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "app", "analyze", *map(str, documents), "--format", "json", "--as-of", str(AS_OF)]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run([*command, "-o", str(folder)], cwd=ROOT, env=environment, check=True, timeout=LIMIT_S)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_order_of_sets_changes_no_byte(documents: tuple[Path, ...], tmp_path: Path) -> None:
    some = (documents[0], documents[3])
    first, *others = (by_command_line(some, tmp_path / seed, seed) for seed in HASH_SEEDS)
    assert len(first) == len(some)
    assert all(other == first for other in others)
