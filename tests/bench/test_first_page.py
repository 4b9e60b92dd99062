"""From opening a PDF to its first page on the screen, in the real window with real worker processes.

The time ends when the page, drawn by PDFium in the size of the window, has been painted. The window keeps a process ready in advance
and draws before it reads; the figures without that process say what it is worth.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest

from tests.bench.figures import write_figures

pytestmark = [pytest.mark.bench, pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)]

RUNS = 7
FIRST_PAGE_MS = 300  # whatever the document's length
LENGTHS = (3, 50, 200, 1000)
_PATIENCE_S = 20.0
_figures: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def _report() -> Iterator[None]:
    yield
    head = (
        f"Opening to first page on screen (bar {FIRST_PAGE_MS} ms), medians of {RUNS}, load {os.getloadavg()[0]:.1f}:"
    )
    write_figures("first page", [head, "", *_figures])


def _terms(pages: int) -> bytes:
    """A contract of so many pages, each full of type."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica", 9)
        canvas.drawString(60, 790, f"§ {page} Zahlung und Haftung")
        for line in range(50):
            canvas.drawString(
                60, 770 - 14 * line, f"({line}) Der Kunde zahlt Rechnung {page}.{line} binnen 14 Tagen ohne Abzug."
            )
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture(scope="module", params=LENGTHS)
def document(request, tmp_path_factory) -> tuple[int, Path]:
    path = tmp_path_factory.mktemp("documents") / f"{request.param}.pdf"
    path.write_bytes(_terms(request.param))
    return request.param, path


@pytest.fixture
def window(qapp, qtbot):
    from app import paths
    from app.ui.context import Context
    from app.ui.language import Language
    from app.ui.library.session import LibrarySession
    from app.ui.main_window import MainWindow
    from app.ui.session import wait_for_all
    from app.ui.settings import WindowSettings
    from app.ui.theme import Theme

    context = Context(Theme("light"), Language("de"), WindowSettings(), LibrarySession(paths.clause_library()))
    made = MainWindow(context)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    wait_for_all()
    context.language.remove()


def _until(condition: Callable[[], bool], application) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline
        application.processEvents()
        time.sleep(0.0005)


def _milliseconds(window, path: Path, application) -> float:
    started = time.perf_counter()
    window.open_files([path])
    page = window.tabs.currentWidget()
    presenter = window.tabs.current
    _until(lambda: presenter._images.image(1) is not None, application)
    page.stack.pdf.viewport().repaint()
    taken = (time.perf_counter() - started) * 1000
    window.tabs.close_tab(presenter)
    _until(lambda: presenter.session._worker.ended, application)
    return taken


def test_the_first_page_is_on_screen_at_once(document, window, qapp, monkeypatch):
    from app.ui import session

    pages, path = document
    cold = statistics.median(_milliseconds(window, path, qapp) for _ in range(3))
    monkeypatch.setattr("app.jobs.spare._PAUSE_S", 0.1)
    session.keep_worker_ready()
    warm = statistics.median(_after_a_rest(window, path, qapp) for _ in range(RUNS))
    size = path.stat().st_size / 1024
    _figures.append(
        f"- {pages} pages, {size:.0f} KiB: {warm:.0f} ms; {cold:.0f} ms without a process ready in advance."
    )
    assert warm <= FIRST_PAGE_MS


def _after_a_rest(window, path: Path, application) -> float:
    """With the next process ready, as it is when somebody chooses a file."""
    time.sleep(1.5)
    return _milliseconds(window, path, application)
