"""The worker is killed while pages are drawn: the page says so, the window lives, the work is kept."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace

import prepared_worker
import pytest
from PySide6.QtCore import Qt

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL"),
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
]


def _process(presenter):
    session = presenter.session._worker._session
    return session._process.pid if session is not None else None


def _drawn(presenter, page):
    image = presenter._images._images.get((page, False, None, 0))
    placed = presenter.page.stack.pdf._layout.pages[page - 1]
    return image is not None and image.width() == placed.width


def test_a_worker_killed_while_scrolling_is_started_again_and_the_pages_come(opened, pdf, qtbot):
    presenter = opened(pdf)
    view, analysis = presenter.page.stack.pdf, presenter.analysis
    qtbot.waitUntil(lambda: _drawn(presenter, 1), timeout=10_000)
    finding = analysis.findings[0]
    presenter.document.review.decide(finding, note="bleibt")
    for page in (4, 2, 5):
        before = _process(presenter)
        view._set_zoom(1 + page / 10)
        view.go_to_page(page)
        view._want()
        assert presenter._images._asked
        os.kill(before, signal.SIGKILL)
        qtbot.waitUntil(lambda before=before: _process(presenter) not in (before, None), timeout=20_000)
        qtbot.waitUntil(lambda page=page: _drawn(presenter, page) and not presenter._images._asked, timeout=20_000)
    assert not presenter._images._failed
    assert presenter.analysis is analysis
    assert presenter.document.review.decision(finding).note == "bleibt"
    assert presenter.page.banner.isHidden()


def test_a_worker_killed_while_nothing_is_asked_is_started_when_it_is_needed(opened, pdf, qtbot):
    presenter = opened(pdf)
    qtbot.waitUntil(lambda: _drawn(presenter, 1) and not presenter._images._asked, timeout=10_000)
    os.kill(_process(presenter), signal.SIGKILL)
    qtbot.waitUntil(lambda: _process(presenter) is None, timeout=10_000)
    presenter.page.stack.pdf.go_to_page(5)
    qtbot.waitUntil(lambda: _drawn(presenter, 5), timeout=20_000)
    presenter.session.evaluate(replace(presenter.document.facts, contract_value=None))
    qtbot.waitUntil(lambda: not presenter.session.busy, timeout=20_000)
    assert presenter.analysis is not None


@pytest.fixture
def deadly(monkeypatch):
    """Page 2 kills whoever draws it."""
    monkeypatch.setattr(prepared_worker, "main", prepared_worker.main_that_dies_at_page_two)


def test_a_page_that_kills_every_worker_is_given_up_after_two_and_the_others_come(deadly, window, pdf, qtbot):
    window.open_files([pdf])
    presenter = window.current
    qtbot.waitUntil(lambda: not presenter.session.busy, timeout=30_000)
    view, images = presenter.page.stack.pdf, presenter._images
    analysis = presenter.analysis
    view.go_to_page(2)
    qtbot.waitUntil(lambda: images.failed(2), timeout=20_000)
    assert presenter.analysis is analysis is not None
    view.go_to_page(5)
    qtbot.waitUntil(lambda: _drawn(presenter, 5), timeout=20_000)
    view.go_to_page(2)
    assert images.failed(2)  # not asked for again by itself
    spot = view._area(view._layout.pages[1]).center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not images.failed(2)
    qtbot.waitUntil(lambda: images.failed(2), timeout=20_000)
