"""Many documents in a window: reviewed, listed, sorted, filtered, opened, saved, given up; files that cannot be read stop nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import portfolio_process
import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from app.errors import ErrorCode
from app.models.portfolio import Failure
from app.models.provisions import Duration, LiabilityCap, NoticePeriod, ProvisionKind, Unit
from app.pipeline.batchcache import batch_cache
from app.pipeline.batchfiles import BatchFile, Collected
from app.settings import Keep, Settings, save_settings
from app.ui.portfolio.cells import COLUMNS, row_of
from app.ui.portfolio.entries import Entry, Stage, again, fraction_of, given_up, merged
from app.ui.portfolio.markup import document_markup
from app.ui.portfolio.saving import ORDER
from app.ui.portfolio.window import PortfolioWindow
from app.ui.session import wait_for_all
from tests.ui.looking import by_tab
from tests.unit.reporting.compared import NEW, OLD
from tests.unit.reporting.portfolio_example import DIGEST

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)", extend=True)
_SUFFIXES = {"text": ".txt"}


@pytest.fixture
def files(tmp_path):
    """Write files whose names say what becomes of them."""
    folder = tmp_path / "verträge"
    folder.mkdir()

    def write(*names: str) -> Path:
        for name in names:
            (folder / name).write_text(f"Inhalt von {name}", encoding="utf-8")
        return folder

    return write


@pytest.fixture
def desk_of(context, qtbot):
    """A window of many documents, and what it wanted to be opened."""
    made = []

    def open_(process=portfolio_process.main):
        opened: list[Path] = []
        window = PortfolioWindow(context, opened.extend, process=process)
        window.resize(1024, 700)
        window.show()
        made.append(window)
        with qtbot.waitExposed(window):
            pass
        return window, opened

    yield open_
    for window in filter(shiboken6.isValid, made):
        window.close()
    wait_for_all()


@pytest.fixture
def read(desk_of, qtbot):
    """Have these paths reviewed."""

    def read_(*paths: Path):
        window, opened = desk_of()
        window.reader.add(paths)
        qtbot.waitUntil(lambda: not window.reader.busy)
        return window, opened

    return read_


def column(window, name: str) -> list[str]:
    """As it is shown."""
    rows, at = window.table.model(), COLUMNS.index(name)
    return [rows.index(n, at).data() for n in range(rows.rowCount())]


def stages(window) -> dict[str, Stage]:
    return {entry.name: entry.stage for entry in window.reader.entries}


def drop(window, *paths: Path) -> bool:
    """Whether it was welcome."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enters = QDragEnterEvent(QPointF(50, 50).toPoint(), *how)
    enters.ignore()
    QApplication.sendEvent(window, enters)
    if enters.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), *how))
    return enters.isAccepted()


# --- reviewed and listed


def test_real_files_are_read_and_a_broken_one_is_named(desk_of, docx_file, tmp_path, qtbot) -> None:
    folder = tmp_path / "echt"
    folder.mkdir()
    (folder / "alt.txt").write_text(OLD, encoding="utf-8")
    (folder / "neu.txt").write_text(NEW, encoding="utf-8")
    (folder / "kopie.txt").write_text(NEW, encoding="utf-8")
    (folder / "kaputt.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    (folder / "bild.png").write_bytes(b"x")
    from app.jobs import batchworker

    window, _ = desk_of(batchworker.main)
    window.reader.add([folder, docx_file])
    qtbot.waitUntil(lambda: not window.reader.busy)
    assert stages(window) == {
        "alt.txt": Stage.DONE,
        "kaputt.pdf": Stage.FAILED,
        "kopie.txt": Stage.DONE,
        "wartung.docx": Stage.DONE,
    }
    assert "kaputt.pdf" in window.banner.sentence
    assert "bild.png" in window.sums.text()
    assert column(window, "notice_period")[0].endswith("3\N{NO-BREAK SPACE}Monate zum Jahresende")
    groups = window.reader.same
    assert groups
    names = {window.reader.entries[place.row].name for place in groups[0].places}
    assert names == {"alt.txt", "kopie.txt"}
    window.table.choose(2)
    assert "neu.txt" in window.detail.toPlainText()  # the same content is read once and named twice
    assert list(batch_cache().glob("*.analysis"))


@pytest.mark.parametrize("keep", list(Keep))
def test_who_wants_nothing_kept_leaves_nothing_behind(read, files, keep: Keep) -> None:
    save_settings(Settings(keep=keep))
    window, _ = read(files("a.txt"))
    assert stages(window) == {"a.txt": Stage.DONE}
    assert batch_cache().exists() is (keep is not Keep.NOTHING)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("broken-a.pdf", "beschädigt"), ("locked-a.pdf", "Eingabetaste öffnen"), ("bug-a.pdf", "")],
)
def test_a_file_that_cannot_be_read_is_a_row_with_its_reason(read, files, name: str, sentence: str) -> None:
    window, _ = read(files(name, "gut.txt"))
    row = [entry.name for entry in window.reader.entries].index(name)
    assert column(window, "stage")[row] == "nicht gelesen"
    assert sentence in column(window, "worst")[row]
    assert column(window, "worst")[row]
    assert name in window.banner.sentence
    window.table.choose(row)
    assert column(window, "worst")[row].split(".")[0] in window.detail.toPlainText()


def test_a_folder_without_documents_is_told(read, tmp_path) -> None:
    window, _ = read(tmp_path)
    assert "kein Dokument" in window.statusBar().currentMessage()
    assert window.start.isVisible()
    assert not window.steps["save"].isEnabled()


def test_files_come_to_those_that_are_there_and_nothing_is_read_twice(read, files, qtbot) -> None:
    window, _ = read(files("a.txt") / "a.txt")
    before = window.reader.entries[0].digest
    window.reader.add([files("b.txt", "a.txt") / "b.txt"])
    qtbot.waitUntil(lambda: not window.reader.busy)
    assert column(window, "name") == ["a.txt", "b.txt"]
    assert window.reader.entries[0].digest is before


def test_a_folder_that_is_chosen_again_shows_what_is_new_in_it(read, files, qtbot) -> None:
    window, _ = read(files("a.txt"))
    window.reader.add([files("b.txt")])
    qtbot.waitUntil(lambda: not window.reader.busy)
    assert stages(window) == {"a.txt": Stage.DONE, "b.txt": Stage.DONE}


def test_looking_for_files_can_be_given_up(read, files, qtbot) -> None:
    window, _ = read(files("a.txt"))
    window.reader.add([files("b.txt")])
    window.reader.cancel()
    assert not window.reader.busy
    qtbot.wait(50)
    assert stages(window) == {"a.txt": Stage.DONE}


def test_dropped_files_are_reviewed_but_not_while_others_are(desk_of, files, qtbot) -> None:
    window, _ = desk_of()
    folder = files("slow-a.txt", "b.txt")
    assert drop(window, folder)
    qtbot.waitUntil(lambda: stages(window).get("b.txt") is Stage.DONE)
    assert not drop(window, folder / "b.txt")
    (folder / portfolio_process.GO).touch()
    qtbot.waitUntil(lambda: not window.reader.busy)
    assert set(stages(window).values()) == {Stage.DONE}


# --- given up


def test_what_is_done_stays_when_the_rest_is_given_up_and_can_be_made_up_for(desk_of, files, qtbot) -> None:
    window, _ = desk_of()
    folder = files("a.txt", "slow-b.txt", "slow-c.txt", "slow-d.txt")
    window.reader.add([folder])
    qtbot.waitUntil(lambda: stages(window).get("a.txt") is Stage.DONE)
    assert window.strip.isVisible()
    assert "1 von 4" in window.strip.label.text()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.reader.busy)
    assert stages(window) == {
        "a.txt": Stage.DONE,
        **dict.fromkeys(("slow-b.txt", "slow-c.txt", "slow-d.txt"), Stage.ENDED),
    }
    assert "nicht ausgewertet: 3" in window.banner.sentence
    assert not window.strip.isVisible()
    (folder / portfolio_process.GO).touch()
    window.steps["again"].trigger()
    qtbot.waitUntil(lambda: not window.reader.busy)
    assert set(stages(window).values()) == {Stage.DONE}
    assert not window.banner.isVisible()


def test_closing_in_the_middle_leaves_nothing_behind(desk_of, files, qtbot) -> None:
    window, _ = desk_of()
    window.reader.add([files("slow-a.txt", "slow-b.txt", "slow-c.txt")])
    qtbot.waitUntil(lambda: Stage.RUNNING in stages(window).values())
    window.close()  # what lives on fails the end of the test


# --- looked through


def test_the_filter_counts_what_it_shows(read, files) -> None:
    window, _ = read(files("alpha.txt", "beta.txt", "broken-x.pdf"))
    window.words.setText("BET")
    assert column(window, "name") == ["beta.txt"]
    assert "1/3" in window.tabs.tabText(0)
    window.words.setText("beschädigt")
    assert column(window, "name") == ["broken-x.pdf"]
    window.words.setFocus()
    QTest.keyClick(window.words, Qt.Key.Key_Escape)
    assert window.table.model().rowCount() == 3


@pytest.mark.parametrize("order", list(Qt.SortOrder))
def test_what_has_no_value_comes_last_in_both_directions(read, files, order) -> None:
    window, _ = read(files("broken-x.pdf", "lauter.txt", "quiet-a.txt"))
    window.table.sortByColumn(COLUMNS.index("worst"), order)
    up = ["lauter.txt", "quiet-a.txt"]
    wanted = up if order is Qt.SortOrder.AscendingOrder else up[::-1]
    assert column(window, "name") == [*wanted, "broken-x.pdf"]


def test_the_gravest_finding_has_sign_colour_and_word(read, files, theme) -> None:
    window, _ = read(files("a.txt"))
    cell = window.table.model().index(0, COLUMNS.index("worst"))
    assert cell.data().startswith("Hoch: ")
    assert cell.data(Qt.ItemDataRole.ForegroundRole) == theme.severity(DIGEST.worst.severity)
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Schwerster Hinweis: Hoch")


def test_a_shared_clause_shows_both_places(read, files) -> None:
    window, opened = read(files("a.txt", "b.txt"))
    window.tabs.setCurrentIndex(1)
    window.same.choose(0)
    shown = window.detail.toPlainText()
    assert "a.txt" in shown
    assert "b.txt" in shown
    assert re.search(r"\((\d+)\)", window.tabs.tabText(1)).group(1) == str(len(window.reader.same))
    window.detail.anchorClicked.emit(QUrl("1"))
    assert [path.name for path in opened] == ["b.txt"]


def test_documents_that_share_nothing_say_so(read, files) -> None:
    window, _ = read(files("quiet-a.txt", "quiet-b.txt"))
    window.tabs.setCurrentIndex(1)
    assert window.detail.toPlainText() == "Keine gefunden."


def test_enter_and_a_double_click_open_the_document(read, files) -> None:
    window, opened = read(files("a.txt", "broken-b.pdf"))
    window.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    window.table.choose(0)
    QTest.keyClick(window.table, Qt.Key.Key_Return)
    window.table.doubleClicked.emit(window.table.model().index(0, 0))
    window.steps["open"].trigger()
    assert [path.name for path in opened] == ["a.txt", "broken-b.pdf", "a.txt"]


def test_the_keyboard_reaches_everything_and_everything_has_a_name(read, files, qtbot) -> None:
    window, _ = read(files("a.txt", "broken-b.pdf"))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    met = list(by_tab(window))
    assert {window.table, window.words, window.detail} <= set(met)
    nameless = [w for w in met if isinstance(w, QWidget) and not (w.accessibleName() or getattr(w, "text", str)())]
    assert [type(w).__name__ for w in nameless if type(w).__name__ != "RoomyTabBar"] == []


def test_it_fits_a_small_screen(read, files) -> None:
    window, _ = read(files("a.txt", "broken-b.pdf"))
    assert window.minimumSizeHint().width() <= 1024
    assert window.minimumSizeHint().height() <= 660


def test_another_language_words_everything_anew(read, files, context) -> None:
    window, _ = read(files("a.txt", "broken-b.pdf"))
    context.language.switch("en")
    assert column(window, "stage")[1] == "not read"
    assert column(window, "worst")[0].startswith("High: ")
    assert "1 of 2" in window.sums.text()


# --- saved


@pytest.mark.parametrize("form", ORDER)
def test_it_is_saved_in_every_form(read, files, tmp_path, qtbot, form: str) -> None:
    window, _ = read(files("a.txt", "broken-b.pdf"))
    target = tmp_path / f"tabelle{_SUFFIXES.get(form, f'.{form}')}"
    with qtbot.waitSignal(window.saver.saved):
        window.save_to(target)
    assert target.stat().st_size > 500
    if form in ("html", "csv", "json", "text"):
        assert "broken-b.pdf" in target.read_text("utf-8-sig")


def test_what_was_given_up_is_named_in_the_file(desk_of, files, tmp_path, qtbot) -> None:
    window, _ = desk_of()
    window.reader.add([files("a.txt", "slow-b.txt")])
    qtbot.waitUntil(lambda: stages(window).get("a.txt") is Stage.DONE)
    window.reader.cancel()
    target = tmp_path / "tabelle.csv"
    with qtbot.waitSignal(window.saver.saved):
        window.save_to(target)
    assert re.search(r"slow-b\.txt.*vorher abgebrochen", target.read_text("utf-8-sig"))


@pytest.mark.parametrize(("agreed", "document"), [(False, False), (True, True)])
def test_nothing_is_written_over_unasked_and_no_document_ever(read, files, tmp_path, qtbot, agreed, document) -> None:
    folder = files("a.txt")
    window, _ = read(folder)
    target = folder / "a.txt" if document else tmp_path / "da.html"
    if not document:
        target.write_text("meins", encoding="utf-8")
    before = target.read_bytes()
    window.save_to(target, replace=agreed)
    qtbot.waitUntil(lambda: window.statusBar().currentMessage().startswith("Dort liegt"))
    assert target.read_bytes() == before


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No])
def test_an_ending_that_we_add_is_asked_about_where_there_is_such_a_file(
    read, files, tmp_path, monkeypatch, answer
) -> None:
    window, _ = read(files("a.txt"))
    (tmp_path / "da.xlsx").write_text("meins", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "da"), ""))
    monkeypatch.setattr(QMessageBox, "question", lambda *_, **__: answer)
    asked = window.saver.ask(tmp_path / "vorschlag.xlsx")
    assert asked == ((tmp_path / "da.xlsx", True) if answer is QMessageBox.StandardButton.Yes else None)


# --- from the main window


def test_the_menu_opens_one_window_without_a_document_and_it_goes_with_the_main_window(window, qtbot) -> None:
    action = window.actions_["portfolio"]
    assert action.isEnabled()
    action.trigger()
    first = window.portfolio.window
    action.trigger()
    assert window.portfolio.window is first
    assert first.isVisible()
    first.close()
    assert window.portfolio.window is None
    action.trigger()
    second = window.portfolio.window
    window.close()
    assert window.portfolio.window is None
    assert second is not first


def test_a_document_of_the_table_is_opened_by_the_main_window(window, pdf, qtbot) -> None:
    window.actions_["portfolio"].trigger()
    table = window.portfolio.window
    table.reader.entries = (Entry("wartung.pdf", pdf, stage=Stage.DONE, digest=DIGEST),)
    table.reader.listed.emit()
    QTest.keyClick(table.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.current is not None and window.current.settled)
    assert window.current.session.path == pdf


# --- without a window

DONE = Entry("a.txt", Path("/x/a.txt"), 5, stage=Stage.DONE, digest=DIGEST)


@pytest.mark.parametrize(
    ("size", "stage"), [(5, Stage.DONE), (6, Stage.WAITING)], ids=["as it was", "of another size: read again"]
)
def test_a_file_that_was_read(size: int, stage: Stage) -> None:
    found = Collected((BatchFile(Path("/x/a.txt"), "x/a.txt", size),), closed=("zu",))
    entries = merged([DONE], found)
    assert [(entry.name, entry.stage) for entry in entries] == [("x/a.txt", stage), ("zu", Stage.FAILED)]


def test_again_is_for_what_is_missing_else_for_all() -> None:
    missing = replace(DONE, stage=Stage.FAILED, digest=None, failure=Failure("bug"))
    closed = replace(missing, path=None)
    assert [e.stage for e in again([DONE, missing, closed], everything=False)] == [
        Stage.DONE,
        Stage.WAITING,
        Stage.FAILED,
    ]
    assert [e.stage for e in again([DONE, missing], everything=True)] == [Stage.WAITING] * 2


def test_progress_is_that_of_the_files_of_this_run() -> None:
    entries = [DONE, replace(DONE, stage=Stage.RUNNING, fraction=0.5), replace(DONE, stage=Stage.WAITING)]
    assert fraction_of(entries, [1, 2]) == 0.25
    assert fraction_of(entries, [0, 1]) == 0.75
    assert [entry.stage for entry in given_up(entries)] == [Stage.DONE, Stage.ENDED, Stage.ENDED]


def _valued(*values) -> Entry:
    kinds = {LiabilityCap: ProvisionKind.LIABILITY_CAP, NoticePeriod: ProvisionKind.NOTICE_PERIOD}
    one = DIGEST.values[0]
    found = tuple(replace(one, kind=kinds[type(value)], value=value, severity=None) for value in values)
    return replace(DONE, digest=replace(DIGEST, values=found))


@pytest.mark.parametrize(
    ("name", "less", "more"),
    [
        ("liability_cap", LiabilityCap("amount", 9_000.0, "EUR"), LiabilityCap("amount", 10_000.0, "EUR")),
        ("liability_cap", LiabilityCap("amount", 9_000.0, "EUR"), LiabilityCap("foreseeable_damage")),
        ("notice_period", NoticePeriod(Duration(10, Unit.DAY)), NoticePeriod(Duration(2, Unit.WEEK))),
        ("notice_period", NoticePeriod(Duration(5, Unit.WEEK)), NoticePeriod(Duration(3, Unit.MONTH))),
        ("notice_period", NoticePeriod(immediate=True), NoticePeriod(Duration(1, Unit.DAY))),
    ],
)
def test_amounts_and_periods_are_sorted_by_what_they_are(name: str, less, more) -> None:
    keys = [row_of(_valued(value), "de").cells[COLUMNS.index(name)].key for value in (less, more)]
    assert keys == sorted(keys)
    assert keys[0] != keys[1]


def test_what_is_not_there_has_no_key() -> None:
    assert row_of(_valued(), "de").cells[COLUMNS.index("liability_cap")].key is None


def test_words_of_documents_are_no_markup(theme) -> None:
    hostile = replace(DONE, name="<img src=x>\u202e", also=("<b>y",))
    said = document_markup(hostile, "de", theme)
    assert "<img" not in said
    assert "<b>y" not in said
    assert "\u202e" not in said


def test_a_locked_file_says_how_to_open_it() -> None:
    locked = replace(DONE, digest=None, stage=Stage.FAILED, failure=Failure(ErrorCode.PDF_ENCRYPTED, {"name": "a.txt"}))
    assert "--password" not in row_of(locked, "de").cells[2].text
