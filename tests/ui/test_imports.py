"""Several files at once: two are read at a time, those that fail leave a row and no dead tab; folders, pasted text, the sample."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import prepared_worker
import pytest
from PySide6.QtCore import QMimeData, QPoint, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from app import paths
from app.settings import Keep, Settings, save_settings
from app.storage.casestore import CaseStore
from app.ui.cases import Cases
from app.ui.models.pasted import pasted_path
from app.ui.models.queueing import AT_ONCE, Stage
from app.ui.proposing import beside
from app.ui.views.import_list import ImportList
from tests.ui.test_reading import _encrypted

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def files(tmp_path, pdf, docx_file):
    """Three that can be read, of two contents."""
    folder = tmp_path / "Eingang"
    folder.mkdir()
    return [
        shutil.copy(pdf, folder / "a.pdf"),
        shutil.copy(docx_file, folder / "b.docx"),
        shutil.copy(pdf, folder / "c.pdf"),
    ]


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "Eingang" / "kaputt.pdf"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"%PDF-1.7 und dann nichts")
    return path


def _rows(window):
    return {row.name: row for row in window.imports.imports.rows()}


def _number(window, name):
    return _rows(window)[name].number


def _ended(window, qtbot):
    qtbot.waitUntil(lambda: not window.imports.imports.busy, timeout=60_000)


def _titles(window):
    return [presenter.session.path.name for presenter in window.tabs]


def _pasted(text="", urls=()):
    data = QMimeData()
    if text:
        data.setText(text)
    if urls:
        data.setUrls([QUrl.fromLocalFile(str(url)) for url in urls])
    return data


def test_several_files_are_read_two_at_a_time_and_the_first_is_in_front(window, files, qtbot):
    most = []
    window.imports.imports.changed.connect(
        lambda: most.append(sum(row.stage is Stage.RUNNING for row in window.imports.imports.rows()))
    )
    window.open_files(files)
    assert window.current.session.path.name == "a.pdf"
    assert _rows(window)["c.pdf"].stage is Stage.WAITING
    assert window.imports.list.isVisible()
    _ended(window, qtbot)
    assert max(most) == AT_ONCE
    assert _titles(window) == ["a.pdf", "b.docx", "c.pdf"]
    assert window.current.session.path.name == "a.pdf"
    assert all(presenter.analysis is not None for presenter in window.tabs)
    assert not window.imports.list.isVisible(), "when all went well there is nothing to tell"


def test_a_file_that_fails_leaves_a_row_that_says_what_to_do_and_no_tab(window, files, broken, qtbot):
    window.open_files([files[0], broken])
    _ended(window, qtbot)
    qtbot.waitUntil(lambda: _titles(window) == ["a.pdf"], timeout=5_000)
    strip: ImportList = window.imports.list
    assert strip.isVisible()
    assert strip.list.isVisible(), "a failure opens the list"
    row = _rows(window)["kaputt.pdf"]
    assert row.stage is Stage.FAILED
    assert "Bitte besorgen Sie eine neue Kopie" in row.below

    window.imports.imports.act(row.number, "show")
    qtbot.waitUntil(window.current.page.banner.isVisible, timeout=30_000)
    assert window.current.session.path == broken
    assert "kaputt.pdf" not in _rows(window)


def test_a_file_that_failed_is_read_again_when_it_was_mended(window, files, broken, pdf, qtbot):
    window.open_files([files[0], broken])
    _ended(window, qtbot)
    shutil.copy(pdf, broken)
    window.imports.imports.act(_number(window, "kaputt.pdf"), "retry")
    _ended(window, qtbot)
    assert _rows(window)["kaputt.pdf"].stage is Stage.DONE
    assert _titles(window) == ["a.pdf", "kaputt.pdf"]


def test_a_locked_file_asks_for_its_password_from_its_row(window, files, tmp_path, qtbot):
    locked = tmp_path / "geheim.pdf"
    locked.write_bytes(_encrypted("sesam"))
    window.open_files([files[0], locked])
    _ended(window, qtbot)
    row = _rows(window)["geheim.pdf"]
    assert (row.stage, row.possible[0]) == (Stage.LOCKED, "password")
    window.imports.imports.act(row.number, "password")
    qtbot.waitUntil(window.current.page.banner.isVisible, timeout=30_000)
    assert "Passwort" in window.current.page.banner.sentence


def test_all_can_be_cancelled_and_taken_off_the_list(window, files, qtbot):
    window.open_files(files)
    window.imports.list.cancel_all.click()
    _ended(window, qtbot)
    rows = _rows(window)
    assert rows["c.pdf"].stage is Stage.CANCELLED
    assert rows["b.docx"].stage in (Stage.CANCELLED, Stage.DONE), "what was nearly done may be done"
    window.imports.list.close_.click()
    assert not _rows(window)
    assert not window.imports.list.isVisible()


def test_what_waits_is_shown_at_once_when_it_is_asked_for(window, files, qtbot):
    window.open_files(files)
    window.imports.imports.act(_number(window, "c.pdf"), "show")
    assert window.current.session.path.name == "c.pdf"
    assert "c.pdf" not in _rows(window)
    _ended(window, qtbot)
    qtbot.waitUntil(lambda: window.current.analysis is not None, timeout=30_000)


def test_closing_a_tab_that_is_being_read_is_no_failure(window, files, qtbot):
    window.open_files(files)
    window.tabs.close_current()
    _ended(window, qtbot)
    assert "a.pdf" not in _rows(window)
    assert _titles(window) == ["b.docx", "c.pdf"]


def test_the_window_closes_while_files_wait(window, files):
    window.open_files(files)
    window.close()
    assert len(window.tabs) == 0


def test_a_document_that_rested_behind_others_is_evaluated_again_when_it_is_needed(window, files, qtbot):
    window.open_files(files[:2])
    _ended(window, qtbot)
    behind = next(presenter for presenter in window.tabs if presenter is not window.current)
    window.tabs.bring(behind)
    with qtbot.waitSignal(behind.session.analysed, timeout=30_000):
        behind.evaluate_again()


def test_the_list_is_worked_by_key(window, files, broken, qtbot):
    window.open_files([files[0], broken])
    _ended(window, qtbot)
    strip = window.imports.list
    qtbot.waitUntil(lambda: strip.list.row is not None and strip.list.row.name == "kaputt.pdf", timeout=5_000)
    buttons = {what: button for what, button in strip._buttons.items() if button.isVisible()}
    assert set(buttons) == {"show", "retry", "remove"}, "what can be done with the one that failed"
    takes = [w for w in strip.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert all(QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name) for w in takes)
    strip.list.setFocus()
    qtbot.keyClick(strip.list, Qt.Key.Key_Up)
    assert strip.list.row.name == "a.pdf"
    qtbot.keyClick(strip.list, Qt.Key.Key_Down)
    qtbot.keyClick(strip.list, Qt.Key.Key_Delete)
    assert "kaputt.pdf" not in _rows(window)
    assert not strip.isVisible(), "nothing is left to be told"


# --- folders, drops, text


def test_a_folder_opens_what_can_be_read_in_it(window, files, qtbot):
    (files[0].parent / "bild.png").touch()
    window.open_files([files[0].parent])
    qtbot.waitUntil(lambda: len(_rows(window)) == 3, timeout=5_000)
    _ended(window, qtbot)
    assert _titles(window) == ["a.pdf", "b.docx", "c.pdf"]


def test_an_empty_folder_is_told_quietly(window, tmp_path, qtbot):
    empty = tmp_path / "leer"
    empty.mkdir()
    window.open_files([empty])
    qtbot.waitUntil(lambda: "nichts, was gelesen werden kann" in window.statusBar().currentMessage(), timeout=5_000)


def test_files_are_dropped_anywhere(window, files, qtbot):
    data = _pasted(urls=files[:1])
    event = QDropEvent(
        QPoint(5, 5).toPointF(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert window.current.session.path == files[0]
    assert not window.imports.list.isVisible(), "a single file needs no list"
    qtbot.waitUntil(lambda: window.current.analysis is not None, timeout=30_000)


TEXT = "§ 1 Haftung\n\nDer Anbieter haftet nicht für leichte Fahrlässigkeit.\n\n§ 2 Zahlung\n\nZahlbar in 14 Tagen.\n"


@pytest.fixture
def clipboard(qapp):
    board = QApplication.clipboard()
    yield board
    board.clear()


def test_pasted_text_becomes_a_document_and_its_case_reopens(window, clipboard, qtbot):
    clipboard.setText(TEXT)
    window.imports.paste()
    presenter = window.current
    qtbot.waitUntil(lambda: presenter.settled and presenter.analysis is not None, timeout=60_000)
    assert presenter.session.path.name.startswith("Eingefügter Text ")
    assert presenter.view is presenter.page.stack.text
    window.imports.paste()
    assert len(window.tabs) == 1, "the same text is the same document"
    window.tabs.close_current()
    assert not presenter.session.path.exists()

    qtbot.waitUntil(lambda: window.empty.cases.count() == 1, timeout=10_000)
    window.empty.cases.select_first()
    window.empty.cases.act("open")
    qtbot.waitUntil(lambda: window.current is not None and window.current.analysis is not None, timeout=30_000)
    assert "leichte Fahrlässigkeit" in window.current.analysis.reading.source.text
    assert not window.statusBar().currentMessage(), "nobody misses a file that never was"


@pytest.mark.parametrize(("keep", "kept"), [(Keep.PATH, None), (Keep.DOCUMENT, b"text")])
def test_pasted_text_is_kept_as_the_settings_say(qapp, analysis, keep, kept):
    save_settings(Settings(keep=keep))
    cases = Cases()
    cases.keep(analysis, pasted_path(datetime.now(UTC), "de"), b"text")
    cases.close()
    with CaseStore(paths.user_cases()) as store:
        assert store.document(analysis.reading.source.sha256) == kept


def test_files_on_the_clipboard_are_opened(window, clipboard, files, qtbot):
    clipboard.setMimeData(_pasted(text="etwas anderes", urls=files[:1]))
    window.imports.paste()
    assert window.current.session.path == files[0]
    qtbot.waitUntil(lambda: window.current.analysis is not None, timeout=30_000)


def test_html_without_plain_text_is_taken_as_text(window, clipboard):
    data = QMimeData()
    data.setHtml("<h1>§ 1 Haftung</h1><p>Der Anbieter haftet nicht.</p>")
    clipboard.setMimeData(data)
    window.imports.paste()
    assert b"Der Anbieter haftet nicht." in window.current.session.content


def test_an_empty_clipboard_is_told_quietly(window, clipboard):
    clipboard.clear()
    window.imports.paste()
    assert window.current is None
    assert "weder Text noch eine Datei" in window.statusBar().currentMessage()


def test_the_sample_is_opened_from_where_it_lies(window):
    window.actions_["sample"].trigger()
    sample = window.current.session.path
    assert sample.is_file()
    assert sample.is_relative_to(paths.resources())


def test_reports_are_proposed_beside_the_document_but_not_in_folders_of_ours(tmp_path):
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    sources = (tmp_path / "a.pdf", pasted_path(datetime.now(UTC), "de"), paths.resources() / "samples" / "b.pdf")
    assert [beside(source).parent for source in sources] == [tmp_path, documents, documents]


def test_the_prepared_worker_is_used(context):
    assert context.entry is prepared_worker.main, "else these tests are slow"
