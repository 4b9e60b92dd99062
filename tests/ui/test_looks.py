"""Every view at 100 % and 200 % text, in German and English: nothing is cut off, everything the keyboard reaches has a name."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from app.ui.textsize import apply_text_size
from tests.ui.looking import cut_off, nameless

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)", extend=True)

SIZES = {100: (1024, 700), 200: (1880, 1000)}  # a small screen; a usual one


@pytest.fixture(params=[100, 200])
def percent(request, qapp):
    """Size of the text, for all widgets made from now on."""
    apply_text_size(request.param)
    yield request.param
    apply_text_size(100)


@pytest.fixture(params=["de", "en"])
def shown(request, percent, language):
    """A window in that language and size."""
    language.switch(request.param)
    window = request.getfixturevalue("window")
    window.resize(*SIZES[percent])
    return window


def _look(widget, name: str, found: dict[str, set[str]]) -> None:
    for _ in range(4):
        QApplication.processEvents()
    wrong = cut_off(widget) | {f"{what} has no name" for what in nameless(widget)}
    if wrong:
        found[name] = wrong


def test_no_view_cuts_anything_off(shown, pdf, qtbot):
    found: dict[str, set[str]] = {}
    _look(shown, "start", found)
    shown.open_files([pdf])
    presenter = shown.current
    qtbot.waitUntil(lambda: presenter.settled, timeout=30_000)
    page = presenter.page
    presenter.document.go_to(presenter.analysis.findings[0].id)
    page.panel("findings").decision._open(True)
    for name in (*page.left.panels, *page.right.panels):
        page.show_panel(name)
        _look(shown, name, found)
    page.show_panel("findings")
    for name in ("find", "legend", "text_view"):
        shown.actions_[name].trigger()
        _look(shown, name, found)
    page.panel("findings").detail.enlarge()
    _look(page.panel("findings").detail.window, "detail window", found)
    page.panel("findings").detail.window.close()
    page.banner.show_sentence("Die Datei kann nicht gelesen werden. Bitte prüfen Sie sie, und versuchen Sie es erneut.")
    _look(shown, "banner", found)
    assert not found, _told(found)


def _told(found) -> str:
    """Each fault once, with the first view it was seen in."""
    first = {what: name for name, wrong in reversed(found.items()) for what in wrong}
    return "\n" + "\n".join(f"{name}: {what}" for what, name in sorted(first.items()))


def _dialogs(window):
    """Name of each dialog, and how to open it."""
    outline = window.current.page.panel("outline")
    yield "bug", lambda: window.show_bug("Traceback\nbuiltins.KeyError")
    for name in ("about", "shortcuts", "settings"):
        yield name, window.actions_[name].trigger
    yield "split", outline._ask_split
    yield "retype", outline._ask_type
    yield "orphans", window.current.page.panel("findings").decision.show_orphans


def test_every_dialog_opens_whole(shown, pdf, qtbot):
    found: dict[str, set[str]] = {}
    shown.open_files([pdf])
    presenter = shown.current
    qtbot.waitUntil(lambda: presenter.settled, timeout=30_000)
    presenter.navigation.go_to_clause(next(c.id for c in presenter.analysis.reading.clauses if c.parent))
    for name, open_ in _dialogs(shown):
        open_()
        opened = [dialog for dialog in shown.findChildren(QDialog) if dialog.isVisible()]
        assert len(opened) == 1, name
        assert opened[0].windowTitle(), name
        _look(opened[0], name, found)
        opened[0].reject()
        QApplication.sendPostedEvents(None, 52)
    assert not found, _told(found)


def test_the_tour_is_whole(shown, qtbot):
    found: dict[str, set[str]] = {}
    shown.first_steps.show()
    for number in range(3):
        _look(shown.first_steps.tour, f"step {number}", found)
        if number < 2:
            shown.first_steps.tour.go_on()
            if number == 0:
                qtbot.waitUntil(lambda: shown.current is not None and shown.current.settled, timeout=60_000)
    shown.first_steps.tour.end()
    assert not found, _told(found)
