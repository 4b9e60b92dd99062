"""Times on documents of our own: ratios against a peer in the same run, and the one absolute bar of the design.

`make bench` prints the figures and writes them to docs/performance.md; nothing here runs in `make test`.
"""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest

from app.importing.options import ReadOptions
from app.library.loader import load
from app.models.reading import Reading
from app.models.source import SourceDocument
from app.paths import clause_library, resources
from app.pipeline.facts import assumed
from app.pipeline.stages import evaluate, read, understand
from tests.bench.figures import write_figures
from tests.evaluation.documents import AS_OF

pytestmark = pytest.mark.bench

RUNS = 7
EVALUATE_MS = 300  # design: evaluation of 50 pages
ANALYSE_MS = 2000  # issue: understanding and evaluation of 50 pages
GROWTH = 150  # issue: 10,000 clauses against 100
SAMPLE = resources() / "samples/lieferbedingungen.pdf"
_figures: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def _report() -> Iterator[None]:
    """Print the figures and write them down when the module is done."""
    yield
    head = [
        f"Written by `make bench` on {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; "
        f"medians of {RUNS} interleaved runs, load {os.getloadavg()[0]:.1f}.",
        "",
    ]
    write_figures("speed", head + _figures)


def medians(*works: Callable[[], object]) -> list[float]:
    """Median milliseconds of each work, run in turns so that the machine's noise meets all alike."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for own, work in zip(times, works, strict=True):
            started = time.perf_counter()
            work()
            own.append((time.perf_counter() - started) * 1000)
    return [statistics.median(own) for own in times]


def pdfplumber_words(data: bytes) -> int:
    """The peer: words with font and size of every page, nothing more."""
    import pdfplumber

    with pdfplumber.open(BytesIO(data)) as pdf:
        return sum(len(p.extract_words(x_tolerance_ratio=0.15, extra_attrs=["fontname", "size"])) for p in pdf.pages)


def test_reading_a_pdf_costs_little_more_than_pdfplumbers_words() -> None:
    data = SAMPLE.read_bytes()
    own, peer = medians(lambda: read(data, SAMPLE.name, ReadOptions()), lambda: pdfplumber_words(data))
    _figures.append(f"- Reading {SAMPLE.name} (3 pages): {own:.0f} ms, {own / peer:.2f} × pdfplumber's words alone.")
    assert own / peer < 3


def fifty_pages() -> Reading:
    """All samples one after the other, five times, as plain text: about 50 pages of clauses."""
    texts = [_plain(path) for path in sorted((resources() / "samples").iterdir())]
    return understand(read("\n\n".join(texts * 5).encode(), "fünfzig Seiten.txt", ReadOptions()))


def _plain(path: Path) -> str:
    return read(path.read_bytes(), path.name, ReadOptions()).text.replace("\n", "\n\n")


def test_fifty_pages_are_evaluated_within_the_bar_of_the_design() -> None:
    reading, library, facts = fifty_pages(), load(clause_library()), assumed(AS_OF)
    (own,) = medians(lambda: evaluate(reading, library, facts))
    size = f"{len(reading.clauses)} clauses, {len(reading.source.text) // 1000}k characters"
    _figures.append(
        f"- Evaluating {size} against {len(library.clauses)} reference clauses: {own:.0f} ms (bar {EVALUATE_MS})."
    )
    assert own <= EVALUATE_MS


def test_understanding_grows_with_the_length_of_the_document() -> None:
    short = read(SAMPLE.read_bytes(), SAMPLE.name, ReadOptions())
    long = fifty_pages().source
    once, often = medians(lambda: understand(short), lambda: understand(long))
    growth, length = often / once, len(long.text) / len(short.text)
    _figures.append(f"- Understanding {length:.0f} × the text takes {growth:.0f} × the time ({often:.0f} ms).")
    assert growth < 3 * length


def test_fifty_pages_are_analysed_within_the_bar() -> None:
    source, library, facts = fifty_pages().source, load(clause_library()), assumed(AS_OF)
    clauses = len(understand(source).clauses)
    (own,) = medians(lambda: evaluate(understand(source), library, facts))
    _figures.append(
        f"- Analysing these 50 pages without import: {own:.0f} ms (bar {ANALYSE_MS}), {clauses / own * 1000:.0f} clauses a second."
    )
    assert own <= ANALYSE_MS


def many_clauses(count: int, *, alike: bool) -> SourceDocument:
    """Plain text of `count` numbered clauses: our samples' clauses over and over, each with words of its own unless alike."""
    texts = [c.text for c in fifty_pages().clauses if len(c.text) > 80]
    own = [
        texts[n % len(texts)] + ("" if alike else f" Vorgang {n} mit Nummer {n * 7919 % 100_003}.")
        for n in range(count)
    ]
    heads = (f"§ {n // 50 + 1} Regelung\n\n" if n % 50 == 0 else "" for n in range(count))
    body = "\n\n".join(f"{head}({n % 50 + 1}) {text}" for n, (head, text) in enumerate(zip(heads, own, strict=True)))
    source = read(body.encode(), f"{count}.txt", ReadOptions())
    assert len(understand(source).clauses) >= count
    return source


@pytest.mark.parametrize("alike", [False, True], ids=["different", "duplicates"])
def test_time_grows_with_the_number_of_clauses(alike: bool) -> None:
    library, facts = load(clause_library()), assumed(AS_OF)
    few, many = many_clauses(100, alike=alike), many_clauses(10_000, alike=alike)
    (short,) = medians(lambda: evaluate(understand(few), library, facts))
    started = time.perf_counter()
    evaluate(understand(many), library, facts)
    long = (time.perf_counter() - started) * 1000
    kind = "copies of each other" if alike else "different"
    _figures.append(
        f"- 10,000 clauses, {kind}: {long / 1000:.1f} s, {long / short:.0f} × the time of 100 (bar {GROWTH})."
    )
    assert long / short <= GROWTH
