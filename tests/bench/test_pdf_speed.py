"""Reading PDFs against `pdftotext -bbox-layout` (poppler) on the same files in the same run, and which reader read them.

Where ../shared lies beside the project its PDFs are measured, else our own samples. Pages that went to pdfplumber or to
text recognition are counted apart; the ratio is over the files all of whose pages PDFium read.
"""

from __future__ import annotations

import gc
import os
import platform
import statistics
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.errors import ExpectedError
from app.importing.options import ReadOptions
from app.importing.pdf import read_pdf
from app.importing.pdf.pdfium import READER
from app.jobs.process import calm_collector
from app.models.source import SourceDocument
from app.paths import resources
from app.progress import silent
from tests.bench.figures import write_figures
from tests.evaluation.documents import SHARED

pytestmark = [pytest.mark.bench, pytest.mark.needs_tool("pdftotext")]

RUNS = 7
RATIO = 3.0  # of pdftotext's time that pages read through PDFium may take
SHARE = 0.9  # of the pages that PDFium reads
OPTIONS = ReadOptions(text_recognition=False)


@dataclass(frozen=True)
class Timed:
    """One file: its pages by reader, and seconds of both programs."""

    readers: Counter[str]
    own: float
    peer: float


def documents() -> list[Path]:
    shared = [p for folder in ("corpus", "gold/dev") for p in sorted((SHARED / folder).glob("*.pdf"))]
    return shared or sorted((resources() / "samples").glob("*.pdf"))


def timed(path: Path) -> Timed | None:
    """None where the file cannot be read."""
    data = path.read_bytes()
    try:
        source = read_pdf(data, path.name, OPTIONS, silent)  # warm
    except ExpectedError:
        return None
    peer = ["pdftotext", "-bbox-layout", str(path), os.devnull]
    own, other = medians(
        lambda: read_pdf(data, path.name, OPTIONS, silent),
        lambda: subprocess.run(peer, check=False, capture_output=True),
    )
    return Timed(Counter(page.reader for page in source.pages), own, other)


def medians(*works: Callable[[], SourceDocument | subprocess.CompletedProcess[bytes]]) -> list[float]:
    """Median seconds of each work, run in turns so that the machine's noise meets all alike."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for seconds, work in zip(times, works, strict=True):
            started = time.perf_counter()
            work()
            seconds.append(time.perf_counter() - started)
    return [statistics.median(seconds) for seconds in times]


def test_pages_read_through_pdfium_take_three_times_as_long_as_pdftotext_at_most() -> None:
    before = gc.get_threshold()
    calm_collector()  # as in the worker process
    found = [t for path in documents() if (t := timed(path))]
    gc.set_threshold(*before)
    fast = [t for t in found if set(t.readers) <= {READER, ""}]
    other = [t for t in found if t not in fast]
    readers = sum((t.readers for t in found), Counter[str]())
    pages, total = sum(t.readers[READER] for t in fast), sum(readers.values())
    own, peer = sum(t.own for t in fast), sum(t.peer for t in fast)
    ratio, share = own / peer, readers[READER] / total
    write_figures(
        "pdf",
        [
            f"Written by `make bench` on {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; "
            f"medians of {RUNS} interleaved runs a file, load {os.getloadavg()[0]:.1f}.",
            "",
            f"- Reading {len(fast)} PDFs ({pages} pages) through PDFium: {1000 * own / pages:.1f} ms a page, {ratio:.2f} × "
            f"`pdftotext -bbox-layout` (bar {RATIO:g}); each file's median ratio {_median_ratio(fast):.2f}.",
            f"- {share:.1%} of {total} pages are read that way (bar {SHARE:.0%}). Apart: {readers['pdfplumber']} pages through "
            f"pdfplumber in {sum(t.own for t in other):.2f} s, {readers['']} not read (text recognition was off).",
        ],
    )
    assert share >= SHARE
    assert ratio <= RATIO


def _median_ratio(files: list[Timed]) -> float:
    return statistics.median(t.own / t.peer for t in files)
