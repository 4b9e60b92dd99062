"""Time to compare two versions: the bar is absolute, for two documents of fifty pages that were read before."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Iterator
from random import Random

import pytest

from app.comparing.versions import compare_versions
from app.importing.options import ReadOptions
from app.library.loader import load
from app.models.analysis import Analysis
from app.paths import clause_library
from app.pipeline.facts import assumed
from app.pipeline.stages import evaluate, read, understand
from tests.bench.figures import write_figures
from tests.bench.test_speed import fifty_pages, many_clauses, medians
from tests.evaluation.documents import AS_OF

pytestmark = pytest.mark.bench

COMPARE_MS = 3000  # issue: two 50-page documents, after import
GROWTH = 25  # ten times the clauses
_figures: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def _report() -> Iterator[None]:
    """Print the figures and write them down when the module is done."""
    yield
    head = [
        f"Two versions compared; written by `make bench` on {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}.",
        "",
    ]
    write_figures("compare", head + _figures)


def analysed(text: str) -> Analysis:
    """What is read in this text."""
    reading = understand(read(text.encode(), "fünfzig Seiten.txt", ReadOptions()))
    return evaluate(reading, load(clause_library()), assumed(AS_OF))


def edited(text: str) -> str:
    """Another version: every third paragraph with other words, every tenth gone, every tenth elsewhere."""
    random = Random(1)
    paragraphs = [p for p in text.split("\n\n") if random.random() > 0.1]
    for at in range(0, len(paragraphs), 10):
        paragraphs.insert(random.randrange(len(paragraphs)), paragraphs.pop(at))
    return "\n\n".join(_reworded(p, random) if n % 3 == 0 else p for n, p in enumerate(paragraphs))


def _reworded(paragraph: str, random: Random) -> str:
    words = paragraph.split(" ")
    return " ".join(word if random.random() > 0.15 else word[::-1] for word in words)


@pytest.mark.parametrize("alike", [False, True], ids=["different", "copies"])
def test_two_documents_of_fifty_pages_are_compared_within_the_bar(alike: bool) -> None:
    source = fifty_pages().source if alike else many_clauses(700, alike=False)
    text = source.text.replace("\n", "\n\n")
    old, new = analysed(text), analysed(edited(text))
    (own,) = medians(lambda: compare_versions(old, new))
    found = compare_versions(old, new)
    size = f"{len(old.reading.clauses)} and {len(new.reading.clauses)} clauses, {len(text) // 1000}k characters"
    kind = "every section five times" if alike else "all different"
    _figures.append(f"- Two versions of {size}, {kind}: {own:.0f} ms (bar {COMPARE_MS}).")
    assert found.adds_up
    assert own <= COMPARE_MS


def test_time_grows_with_the_number_of_clauses() -> None:
    few, many = (many_clauses(count, alike=False).text.replace("\n", "\n\n") for count in (500, 5000))
    short = _seconds(analysed(few), analysed(edited(few)))
    long = _seconds(analysed(many), analysed(edited(many)))
    _figures.append(f"- 5,000 clauses: {long:.1f} s, {long / short:.0f} × the time of 500 (bar {GROWTH}).")
    assert long / short <= GROWTH


def _seconds(old: Analysis, new: Analysis) -> float:
    started = time.perf_counter()
    compare_versions(old, new)
    return time.perf_counter() - started
