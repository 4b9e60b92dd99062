"""A hundred documents through `klausellupe batch`: files a minute, memory of all its processes, and what a second run costs.

Where ../shared lies beside the project its documents are taken, as far as they go; the rest are ours with numbers of their own, so that
every content is there once. The program runs as the user starts it, as a process with its two workers.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.paths import resources
from app.pipeline.batchfiles import KNOWN
from tests.bench.figures import write_figures
from tests.evaluation.documents import SHARED

pytestmark = [pytest.mark.bench, pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")]

DOCUMENTS = 100
MEMORY_MB = 1500  # of all processes
SECOND_RUN = 0.35  # of the first run's time, at most
_LOOK_EVERY_S = 0.25
_figures: list[str] = []


@dataclass(frozen=True)
class Run:
    """One run of the program."""

    seconds: float
    memory: float
    processes: int
    said: str
    result: dict


@pytest.fixture(scope="module", autouse=True)
def _report() -> Iterator[None]:
    yield
    head = [
        f"Written by `make bench` on {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; "
        f"one run, load {os.getloadavg()[0]:.1f}.",
        "",
    ]
    write_figures("batch", head + _figures)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents, one of them damaged."""
    made = tmp_path_factory.mktemp("hundert")
    corpus = sorted(path for path in (SHARED / "corpus").glob("*") if path.suffix.lower() in KNOWN)
    for path in corpus[: DOCUMENTS - 2]:
        shutil.copyfile(path, made / path.name)
    (made / "000_kaputt.pdf").write_bytes(b"%PDF-1.7\nnichts")
    ours = (resources() / "samples/beratung.txt").read_text("utf-8")
    for number in range(DOCUMENTS - len(list(made.iterdir()))):
        (made / f"eigen-{number}.txt").write_text(f"{ours}\n\nVorgang {number}", "utf-8")
    return made


def run(folder: Path, *arguments: str) -> Run:
    """The program to its end; its memory is looked at all the while."""
    output = folder.parent / "ergebnis.json"
    command = [sys.executable, "-m", "app", "batch", str(folder), "-o", str(output), "--overwrite", *arguments]
    begun = time.monotonic()
    started = subprocess.Popen(command, stderr=subprocess.PIPE)
    most: list[tuple[float, int]] = [(0.0, 0)]
    watching = threading.Thread(target=_watch, args=(started, most))
    watching.start()
    _, said = started.communicate(timeout=1500)
    seconds = time.monotonic() - begun
    watching.join()
    assert started.returncode == 1, said  # the damaged one
    return Run(seconds, *max(most), said.decode(), json.loads(output.read_text("utf-8")))


def _watch(started: subprocess.Popen[bytes], most: list[tuple[float, int]]) -> None:
    while started.poll() is None:
        pids = family(started.pid)
        most.append((sum(map(proportional_mb, pids)), len(pids)))
        time.sleep(_LOOK_EVERY_S)


def family(pid: int) -> list[int]:
    """The process and all below it."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [one for child in task.read_text("ascii").split() for one in family(int(child))]
        except OSError:
            continue
    return found


def proportional_mb(pid: int) -> float:
    """Its own memory, and its share of what it has in common with others."""
    try:
        rolled = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in rolled.splitlines() if line.startswith("Pss:")) / 1024


def test_a_hundred_documents_are_reviewed_and_a_second_run_does_only_what_is_new(folder: Path) -> None:
    first = run(folder)
    documents = first.result["documents"]
    failed = [document for document in documents if "error" in document]
    read = len(documents) - len(failed)
    size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    clauses = sum(document.get("clauses", 0) for document in documents)
    again = run(folder)
    other = run(folder, "--perspective", "supplier")
    kept = (
        sum(path.stat().st_size for path in (Path(os.environ["XDG_CACHE_HOME"]) / "klausellupe/batch").iterdir()) / 1e6
    )
    _figures.extend(
        [
            f"- {DOCUMENTS} files ({size:.0f} MB, {clauses} clauses; {read} read, {len(failed)} named as not read) by two processes: "
            f"{first.seconds:.0f} s, {60 * read / first.seconds:.0f} documents a minute.",
            f"- Memory of all {first.processes} processes at its highest: {first.memory:.0f} MB (bar {MEMORY_MB}).",
            f"- The second run: {again.seconds:.1f} s; with other facts, evaluated anew but not read: {other.seconds:.1f} s.",
            f"- Kept for it: {kept:.1f} MB.",
            f"- Groups of clauses that several documents share: {len(first.result['same_clauses'])}.",
        ]
    )
    assert len(documents) + sum(len(document["also"]) for document in documents) == DOCUMENTS
    assert again.result["documents"] == documents
    assert f"{read} vom letzten Mal übernommen" in again.said
    assert first.memory <= MEMORY_MB
    assert again.seconds <= SECOND_RUN * first.seconds
