"""The start page: how to begin, the cases as a list that is searched, sorted, renamed and opened by key, and what it says without any."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QLineEdit, QWidget

from app import __version__
from app.models.analysis import LibraryStamp, Severity
from app.settings import Keep
from app.storage.caserows import CaseEntry
from app.ui.models.cases import DECIDED, OPENED, STATE, TITLE, Known, case_rows
from app.ui.models.pasted import pasted_path
from app.ui.views.empty_page import EmptyPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ENTRY = CaseEntry(
    "0", "x", "x.pdf", "0", Path("/v/x.pdf"), NOW, NOW, Keep.PATH,
    10, Severity.HIGH, 3, __version__, LibraryStamp("L", "abc"), None, {},
)  # fmt: skip


def entries(*titles: str) -> list[CaseEntry]:
    """The first opened last."""
    return [
        replace(ENTRY, id=str(n), title=title, opened=NOW - timedelta(days=n), decided=n)
        for n, title in enumerate(titles)
    ]


def rows(*titles: str, files=None, library=""):
    return case_rows(entries(*titles), Known(NOW, files or {}, library), "de")


@pytest.fixture
def page(context, qtbot):
    made = EmptyPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    with qtbot.waitExposed(made):
        pass
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=5_000)
    return made


def shown(page: EmptyPage) -> list[str]:
    return [row.title for row in page.cases.table.rows]


def text(page: EmptyPage, row: int, column: int) -> str:
    return page.cases.table.index(row, column).data()


def test_without_cases_it_says_how_to_begin(page, qtbot):
    page.refresh()
    assert page.zone.open.hasFocus()
    assert not page.cases.isVisible()
    assert not page.search.isVisible()
    wanted = []
    for signal, button in (
        (page.open_wanted, page.zone.open),
        (page.paste_wanted, page.zone.paste),
        (page.sample_wanted, page.zone.sample),
    ):
        signal.connect(lambda button=button: wanted.append(button))
        button.click()
    assert wanted == [page.zone.open, page.zone.paste, page.zone.sample]


def test_files_opened_last_stand_where_there_are_no_cases(page, tmp_path, context):
    file = tmp_path / "a & b.pdf"
    file.touch()
    context.settings.keep_recent(file)
    page.refresh()
    asked = []
    page.file_wanted.connect(asked.append)
    page._recent.itemAt(0).widget().click()
    assert asked == [file]
    page.show_cases(rows("Wartung"))
    assert page._recent.count() == 0


def test_cases_are_found_while_typing(page, qtbot):
    page.show_cases(rows("Wartung", "Miete", "Wartung alt"))
    qtbot.keyClicks(page.search, "wart")
    assert shown(page) == ["Wartung", "Wartung alt"]
    qtbot.keyClicks(page.search, " alt")
    assert shown(page) == ["Wartung alt"]
    qtbot.keyClicks(page.search, "x")
    assert not page.cases.isVisible()
    assert "Kein Vorgang passt zu „wart altx“." in page._nothing.text()
    assert page._nothing.isVisible()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(shown(page)) == 3
    assert not page._nothing.isVisible()


def test_who_types_in_the_list_looks_for_something(page, qtbot):
    page.show_cases(rows("Wartung", "Miete"))
    page.cases.setFocus()
    qtbot.keyClicks(page.cases, "m")
    assert page.search.hasFocus()
    assert shown(page) == ["Miete"]


def test_cases_are_opened_renamed_and_deleted_by_key(page, qtbot):
    page.show_cases(rows("Wartung", "Miete"))
    done = []
    page.case_wanted.connect(lambda case: done.append(("open", case)))
    page.case_unwanted.connect(lambda case, title: done.append(("delete", case, title)))
    page.cases.rename_wanted.connect(lambda case, title: done.append(("rename", case, title)))
    page.search.setFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.cases.hasFocus()
    qtbot.keyClick(page.cases, Qt.Key.Key_Down)
    assert page.cases.case.title == "Miete"
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_F2):
        qtbot.keyClick(page.cases, key)
    editor = page.cases.findChild(QLineEdit)
    editor.setText("  Miete   Stapler ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(done) == 4, timeout=5_000)
    assert done == [("open", "1"), ("open", "1"), ("delete", "1", "Miete"), ("rename", "1", "Miete Stapler")]


@pytest.mark.parametrize("title", ["", "   ", "Miete"])
def test_an_empty_title_or_the_same_changes_nothing(page, title):
    page.show_cases(rows("Miete"))
    asked = []
    page.cases.rename_wanted.connect(lambda *said: asked.append(said))
    assert not page.cases.table.setData(page.cases.table.index(0, TITLE), title)
    assert not asked


def test_a_click_on_a_column_sorts_and_the_chosen_case_stays_chosen(page):
    page.show_cases(rows("Wartung", "Miete", "Anbau"))
    page.cases.select_first()
    assert page.cases.case.title == "Wartung"
    page.cases.sortByColumn(TITLE, Qt.SortOrder.AscendingOrder)
    assert shown(page) == ["Anbau", "Miete", "Wartung"]
    page.show_cases(rows("Wartung", "Miete", "Anbau", "Bau"))
    assert shown(page) == ["Anbau", "Bau", "Miete", "Wartung"], "the order stays as chosen"
    page.cases.sortByColumn(DECIDED, Qt.SortOrder.DescendingOrder)
    assert shown(page) == ["Bau", "Anbau", "Miete", "Wartung"]


def test_the_column_of_what_has_changed_is_there_where_something_has(page):
    page.show_cases(rows("Wartung"))
    assert page.cases.isColumnHidden(STATE)
    page.show_cases(rows("Wartung", files={"0": "missing"}, library="new"))
    assert not page.cases.isColumnHidden(STATE)
    assert text(page, 0, STATE) == "Datei fehlt, Bibliothek geändert"
    assert "liegt nicht mehr an ihrem Ort" in page.cases.table.index(0, STATE).data(Qt.ItemDataRole.ToolTipRole)


def test_the_selection_is_quiet_while_nobody_is_in_the_list(page, theme):
    page.show_cases(rows("Wartung", "Miete"))

    def ground() -> QColor:
        area = page.cases.visualRect(page.cases.table.index(0, OPENED))
        return page.cases.viewport().grab().toImage().pixelColor(area.right() - 4, area.center().y())

    page.cases.select_first()
    assert ground() == theme.colour("palette", "accent")
    page.search.setFocus()
    assert ground() == theme.colour("palette", "line")


def test_only_files_that_are_there_are_shown_in_their_folder(page, tmp_path):
    asked = []
    page.cases.folder_wanted.connect(asked.append)
    there, pasted = replace(ENTRY, path=tmp_path / "a.pdf"), replace(ENTRY, id="1", path=pasted_path(NOW, "de"))
    page.show_cases(case_rows([there, pasted, replace(ENTRY, id="2")], Known(NOW, {"2": "missing"}), "de"))
    for row in range(3):
        page.cases.selectRow(row)
        page.cases.act("folder")
    assert asked == [there.path]


def test_rows_are_heard_as_a_whole(page):
    page.show_cases(rows("Wartung"))
    spoken = page.cases.table.index(0, TITLE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Wartung, 10 Hinweise · Hoch, 0 von 10 entschieden, zuletzt geöffnet ")


def test_what_is_dropped_is_announced(page):
    before = page.zone.grab().toImage()
    page.zone.set_hot(hot=True)
    assert page.zone.grab().toImage() != before


def _said(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


@pytest.mark.parametrize("lang", ["de", "en"])
def test_everything_that_takes_the_focus_has_a_name_and_the_order_makes_sense(page, qtbot, lang):
    page.context.language.switch(lang)
    page.show_cases(rows("Wartung"))
    takes = [w for w in page.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [type(w).__name__ for w in takes if not _said(w)] == []
    page.zone.open.setFocus()
    visited = []
    for _ in range(5):
        visited.append(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert visited == [page.zone.open, page.zone.paste, page.zone.sample, page.search, page.cases]


# --- in the window


def test_the_list_says_when_a_file_is_gone_and_keeps_a_new_title(window, pdf, tmp_path, qtbot):
    file = shutil.copy(pdf, tmp_path / "wartung.pdf")
    window.open_files([file])
    qtbot.waitUntil(lambda: window.current.analysis is not None, timeout=30_000)
    window.tabs.show_start()
    qtbot.waitUntil(lambda: window.empty.cases.count() == 1, timeout=10_000)
    file.unlink()
    window.cases._look()
    qtbot.waitUntil(lambda: text(window.empty, 0, STATE) == "Datei fehlt", timeout=30_000)
    qtbot.waitUntil(lambda: window.cases._library != "", timeout=60_000)
    window.empty.cases.table.setData(window.empty.cases.table.index(0, TITLE), "Pumpen")
    qtbot.waitUntil(lambda: shown(window.empty) == ["Pumpen"], timeout=10_000)
    assert text(window.empty, 0, STATE) == "Datei fehlt", "the library is the one it was evaluated with"
