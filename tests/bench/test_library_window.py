"""The library window on 5,000 reference clauses: nothing the user does holds the window up.

Measured is the time until everything asked for has been painted, in the processor time of the window's thread, so that other
work on the machine does not count. Offscreen painting is done by the processor as well.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app import paths
from app.library.model import Revision
from app.settings import Settings, save_settings
from app.storage.librarystore import LibraryStore
from tests.bench.figures import write_figures
from tests.evaluation.madelibrary import made_library

pytestmark = [pytest.mark.bench, pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)]

MANY = 5000
STALL_MS = 50
STEPS = 120
_figures: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def _report() -> Iterator[None]:
    yield
    head = f"The library window on {MANY} reference clauses (bar {STALL_MS} ms), load {os.getloadavg()[0]:.1f}:"
    write_figures("library window", [head, "", *_figures])


@pytest.fixture
def window(qapp, qtbot, monkeypatch):
    from app.ui.context import Context
    from app.ui.language import Language
    from app.ui.library.desk import Desk
    from app.ui.library.packs_watch import PackWatch
    from app.ui.library.session import LibrarySession
    from app.ui.library.window import LibraryWindow
    from app.ui.settings import WindowSettings
    from app.ui.theme import Theme

    monkeypatch.setattr(PackWatch, "look", lambda self: None)
    library = made_library(MANY)
    revisions = [Revision(clause, "Bench", datetime(2026, 1, 2, tzinfo=UTC)) for clause in library.clauses]
    LibraryStore.create(paths.user_library(), revisions, library.types, "Bench", origin="bench").close()
    save_settings(Settings(user="Bench"))
    session = LibrarySession()
    language = Language("de")
    made = LibraryWindow(Desk(Context(Theme("light"), language, WindowSettings(), session), session))
    made.resize(1500, 900)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: session.is_open, timeout=60_000)
    qapp.processEvents()
    yield made
    made.close()
    made.deleteLater()
    session.close()
    language.remove()


def _milliseconds(action: Callable[[], object], application) -> float:
    application.processEvents()
    started = time.thread_time()
    action()
    application.processEvents()
    return (time.thread_time() - started) * 1000


def _search(window, text: str) -> None:
    window.search.setText(text)
    window._search_soon.stop()
    window._look_for()


def _note(what: str, milliseconds: float) -> None:
    _figures.append(f"- {what}: {milliseconds:.0f} ms.")
    assert milliseconds <= STALL_MS


def _scrolled(window, application) -> float:
    bar = window.list.verticalScrollBar()
    steps = range(0, bar.maximum(), max(1, bar.maximum() // STEPS))
    return max(_milliseconds(lambda value=value: bar.setValue(value), application) for value in steps)


def test_scrolling_never_stalls(window, qapp):
    assert window.list.model_.rowCount() == MANY
    _note(f"longest of {STEPS} leaps through the whole list", _scrolled(window, qapp))
    _search(window, "haftung")
    _note(f"the same with hits marked ({window.list.model_.rowCount()} clauses)", _scrolled(window, qapp))
    _search(window, "")
    window.list.setFocus()
    keys = [_milliseconds(lambda: QTest.keyClick(window.list, Qt.Key.Key_Down), qapp) for _ in range(STEPS)]
    _note("longest of as many steps with the arrow key, the clause in full beside", max(keys))


@pytest.mark.parametrize("text", ["h", "ha", "haftung", "frist drei monate", "nichtvorhanden"])
def test_a_search_is_shown_at_once(window, qapp, text):
    _note(f"search for „{text}“ until its hits are painted", _milliseconds(lambda: _search(window, text), qapp))


def test_sorting_and_filtering_are_done_at_once(window, qapp):
    down = Qt.SortOrder.DescendingOrder
    _note("sorted by title", _milliseconds(lambda: window.list.sortByColumn(0, down), qapp))
    _note("filtered by audience", _milliseconds(lambda: window.filters["audience"].setCurrentIndex(1), qapp))
    _note("another clause type", _milliseconds(lambda: window.tree.pick("termination"), qapp))


def test_a_change_is_seen_at_once(window, qapp):
    _note("everything read anew after a change", min(_milliseconds(window.reload, qapp) for _ in range(3)))
