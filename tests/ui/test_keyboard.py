"""The keyboard path of every view: reached by keys alone, used by keys alone. docs/screenshots/README.md lists the same paths."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.looking import by_tab

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)", extend=True)
CHECKLIST = Path(__file__).parents[2] / "docs" / "screenshots" / "README.md"

PANELS = {
    "outline": "Alt+Shift+1",
    "pages": "Alt+Shift+2",
    "search": "Alt+Shift+3",
    "findings": "Alt+1",
    "overview": "Alt+2",
    "deadlines": "Alt+3",
    "liability": "Alt+4",
    "duplicates": "Alt+5",
    "facts": "Alt+6",
    "unchecked": "Alt+7",
}
ELSEWHERE = {
    "start page": "Alt+Home",
    "document": "Esc",
    "search bar": "Ctrl+F",
    "decision": "Ctrl+1",
    "settings": "Ctrl+,",
    "shortcuts": "F1",
    "next pane": "F6",
    "library": "Ctrl+L",
}


def _press(window, keys: str) -> None:
    """As typed: to whoever has the focus."""
    if QApplication.focusWidget() is None:
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
    combination = QKeySequence(keys)[0]
    QTest.keyClick(QApplication.focusWidget() or window, combination.key(), combination.keyboardModifiers())
    QApplication.processEvents()


def _in(widget) -> bool:
    here = QApplication.focusWidget()
    return here is not None and (here is widget or widget.isAncestorOf(here))


@pytest.fixture
def presenter(window, opened, pdf, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=10_000)
    found = opened(pdf)
    qtbot.waitUntil(lambda: found.settled, timeout=10_000)
    return found


def test_every_panel_takes_the_keyboard_and_escape_leads_back_to_the_document(window, presenter):
    page = presenter.page
    lost = []
    for name, keys in PANELS.items():
        _press(window, keys)
        if not (_in(page.panel(name)) and name in (page.left.current, page.right.current)):
            lost.append(f"{keys} does not reach {name}")
        _press(window, "Esc")
        if not _in(page.stack.view):
            lost.append(f"Esc does not lead from {name} to the document")
    assert lost == []


def test_f6_goes_round_the_panes_both_ways(window, presenter):
    page = presenter.page
    page.stack.view.setFocus()
    seen = []
    for keys in ("F6", "F6", "F6", "Shift+F6", "Shift+F6"):
        _press(window, keys)
        seen.append(next(n for n, pane in enumerate((page.left, page.stack, page.right)) if _in(pane)))
    assert seen == [2, 0, 1, 0, 2]
    page.left.open(opened=False)
    page.stack.view.setFocus()
    _press(window, "Shift+F6")
    assert _in(page.right)


@pytest.mark.parametrize("name", PANELS)
def test_tab_reaches_all_of_a_panel_and_gets_out_of_it(window, presenter, name):
    """Every visible widget that takes the focus by Tab is met on the way round; none keeps it."""
    page = presenter.page
    _press(window, PANELS[name])
    panel = page.panel(name)
    met = list(by_tab(window))
    wanted = [
        w
        for w in panel.findChildren(type(panel).__mro__[1].__base__)
        if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and not w.focusProxy()
    ]
    wanted = [w for w in wanted if not w.objectName().startswith("qt_")]
    assert [f"{type(w).__name__} {w.accessibleName()}" for w in wanted if w not in met] == []
    assert any(page.stack.isAncestorOf(w) for w in met), "the document is on the way"
    assert any(not panel.isAncestorOf(w) for w in met), "Tab leads out of the panel"


def test_a_row_of_a_list_is_gone_to_by_arrows(window, presenter):
    navigation = presenter.navigation
    for name in ("outline", "findings", "deadlines", "liability", "unchecked"):
        navigation.go_to_clause(presenter.analysis.reading.clauses[0].id)
        _press(window, PANELS[name])
        before = (navigation.clause, navigation.finding, navigation.current, navigation.aside)
        for keys in ("Down", "Down", "Down", "Return"):
            _press(window, keys)
        window_of_detail = presenter.page.panel("findings").detail.window
        if window_of_detail is not None and window_of_detail.isVisible():
            window_of_detail.close()
        assert (navigation.clause, navigation.finding, navigation.current, navigation.aside) != before, name


def test_a_finding_is_decided_with_a_note_and_the_decision_taken_back(window, presenter, qtbot):
    review = presenter.document.review
    _press(window, "F8")
    finding = presenter.navigation.finding
    _press(window, "Ctrl+M")
    QTest.keyClicks(QApplication.focusWidget(), "zu kurz")
    review.end_note()
    assert review.decision(finding).note == "zu kurz"
    presenter.document.go_to(finding.id)
    qtbot.waitUntil(lambda: presenter.settled, timeout=10_000)
    _press(window, "Ctrl+1")
    assert review.decision(finding).verdict is not None
    presenter.document.go_to(finding.id)
    qtbot.waitUntil(lambda: presenter.settled, timeout=10_000)
    _press(window, "Ctrl+Backspace")
    assert review.decision(finding).verdict is None


def test_search_opens_and_closes(window, presenter):
    bar = presenter.page.stack.search_bar
    _press(window, "Ctrl+F")
    assert bar.isVisible()
    assert _in(bar)
    _press(window, "Esc")
    assert not bar.isVisible()
    assert _in(presenter.page.stack.view)


def test_the_start_page_is_reached_and_its_buttons_pressed(window, presenter, qtbot):
    _press(window, "Alt+Home")
    assert window.current is None
    assert window.empty.zone.open in list(by_tab(window))


@pytest.mark.parametrize("keys", ["Ctrl+,", "F1"])
def test_dialogs_open_and_close_by_key_and_are_filled_by_tab(window, presenter, keys):
    _press(window, keys)
    (dialog,) = (d for d in window.findChildren(QDialog) if d.isVisible())
    dialog.activateWindow()
    QTest.qWaitForWindowActive(dialog)
    assert len(list(by_tab(dialog))) > 1
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_library_opens_and_is_left_by_key(window, presenter, qtbot):
    _press(window, "Ctrl+L")
    library = window.library.window
    qtbot.waitUntil(lambda: library is not None and library.isVisible(), timeout=10_000)
    library.activateWindow()
    QTest.qWaitForWindowActive(library)
    assert len(list(by_tab(library))) > 5
    library.close()


def test_no_key_means_two_things(window):
    taken: dict[str, list[str]] = {}
    for name in window.actions_.names():
        for key in window.actions_[name].shortcuts():
            taken.setdefault(key.toString(), []).append(name)
    assert {key: names for key, names in taken.items() if len(names) > 1} == {}


@pytest.mark.parametrize("keys", sorted({*PANELS.values(), *ELSEWHERE.values()}))
def test_the_checklist_names_the_path(keys):
    assert f"`{keys}`" in CHECKLIST.read_text("utf-8")


def test_the_checklist_has_a_row_for_every_picture_and_no_other():
    rows = set(re.findall(r"\| \[`([\w-]+)`\]", CHECKLIST.read_text("utf-8")))
    assert rows == {picture.stem for picture in CHECKLIST.parent.glob("*.png")}
