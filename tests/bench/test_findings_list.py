"""The findings panel on 5,000 findings: grouping, sorting, filtering, typing and deciding, until the list is painted again.

Measured is the processor time of the window's thread, so that other work on the machine does not count; the load is printed beside it.
The detail of the finding that is looked at is made in the same thread and measured for every finding of a sample.
"""

from __future__ import annotations

import gc
import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.models.analysis import FindingKind, Severity
from app.models.decisions import Verdict
from app.ui.models.arranging import Grouping, Sorting
from app.ui.models.filtering import Filters
from tests.bench.figures import write_figures
from tests.unit.reporting.report_example import ANALYSIS

pytestmark = [pytest.mark.bench, pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)]

MANY = 5000
RUNS = 7
BAR_MS = 100
DETAIL_MS = 16
_figures: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def _report() -> Iterator[None]:
    yield
    head = f"The findings panel on {MANY} findings (bar {BAR_MS} ms), load {os.getloadavg()[0]:.1f}:"
    write_figures("findings list", [head, "", *_figures])


def _many():
    """Findings of every kind, each with a title length and a place of its own."""
    made = []
    for number in range(MANY):
        model = ANALYSIS.findings[number % len(ANALYSIS.findings)]
        severity = list(Severity)[(number * 7) % 4]
        made.append(replace(model, id=f"f{number:04}", anchor=f"anchor-{number}", severity=severity))
    return replace(ANALYSIS, findings=tuple(made))


@pytest.fixture(scope="module")
def analysis():
    return _many()


@pytest.fixture
def panel(analysis, context, qtbot, qapp):
    from app.ui.opened import OpenDocument
    from app.ui.panels.findings import FindingsPanel
    from app.ui.panels.panel import Material
    from app.ui.session import DocumentSession

    session = DocumentSession(Path("x.pdf"), context.library.effective, analysis.facts, entry=context.entry)
    document = OpenDocument(session.path, context, session)
    session.analysis = analysis
    session.analysed.emit(analysis)
    document.navigation.show(analysis)
    made = FindingsPanel(document)
    document.navigation.moved.connect(made.show_place)
    qtbot.addWidget(made)
    made.resize(520, 900)
    made.show()
    qtbot.waitExposed(made)
    document.material = Material(analysis, document.facts, "de", "light")
    prepared = made.prepare(document.material)
    shown = _milliseconds(lambda: made.show_prepared(prepared, document.material), qapp)
    if not _figures:
        _note("shown for the first time", shown)
    yield made
    session.close()
    document.deleteLater()


@pytest.fixture
def context(theme, language):
    from app.ui.context import Context
    from app.ui.settings import WindowSettings

    return Context(theme, language, WindowSettings())


@pytest.fixture
def language(qapp):
    from app.ui.language import Language

    found = Language("de")
    yield found
    found.remove()


@pytest.fixture
def theme(qapp):
    from app.ui.theme import Theme

    return Theme("light")


def _milliseconds(action: Callable[[], object], application) -> float:
    application.processEvents()
    started = time.thread_time()
    action()
    application.processEvents()
    return (time.thread_time() - started) * 1000


def _note(what: str, milliseconds: float, bar: float = BAR_MS) -> None:
    _figures.append(f"- {what}: {milliseconds:.0f} ms.")
    assert milliseconds <= bar


def _arrange(panel, **changes):
    panel.controls.changed.emit(replace(panel._arrangement, **changes))


@pytest.fixture(autouse=True)
def _garbage_as_in_the_program() -> Iterator[None]:
    """app/ui/collecting.py: no collection while somebody works, and what is there is left out of it."""
    gc.collect()
    gc.freeze()
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


FILTERS = {
    "severity": Filters(severities=frozenset([Severity.HIGH])),
    "kind": Filters(kinds=frozenset([FindingKind.STATUTORY])),
    "what is open": Filters(states=frozenset(["undecided"])),
    "a word": Filters(words="haftung"),
    "two words": Filters(words="frist monate"),
    "nothing": Filters(),
}


def test_grouping_sorting_and_filtering(panel, qapp):
    panel.document.navigation.go_to_finding("f0077")
    steps = {f"grouped by {grouping.value}": {"grouping": grouping} for grouping in Grouping}
    steps |= {f"sorted by {sorting.value}": {"sorting": sorting} for sorting in Sorting}
    steps |= {f"filtered by {what}": {"filters": filters} for what, filters in FILTERS.items()}
    taken: dict[str, list[float]] = {what: [] for what in steps}
    for _ in range(RUNS):
        for what, change in steps.items():
            taken[what].append(_milliseconds(lambda change=change: _arrange(panel, **change), qapp))
    assert panel.list.current == "f0077"
    for what, figures in taken.items():
        _note(what, statistics.median(figures))


def test_deciding(panel, analysis, qapp):
    panel.document.navigation.go_to_finding("f0100")
    finding = analysis.findings[100]
    decide = panel.document.review.decide
    _note("decided, the list arranged anew", _milliseconds(lambda: decide(finding, verdict=Verdict.REJECT), qapp))
    _note("the next undecided one", _milliseconds(panel.commands()["next_undecided"], qapp))


def test_the_detail_of_a_finding_is_made_where_it_is_shown(panel, analysis, qapp):
    times = []
    for finding in analysis.findings[: len(ANALYSIS.findings) * 3]:
        go = panel.document.navigation.go_to_finding
        times.append(_milliseconds(lambda go=go, finding=finding: go(finding.id), qapp))
    _note(f"the longest of {len(times)} steps to another finding, its detail painted", max(times))
    from app.ui.detail_markup import Look
    from app.ui.detail_page import finding_html

    look = Look(panel.document.context.theme, "de", beside=True)
    pages = [_milliseconds(lambda f=f: finding_html(f, analysis, look), qapp) for f in analysis.findings[: len(times)]]
    _note("the longest making of a detail", max(pages), DETAIL_MS)
