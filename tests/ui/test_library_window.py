"""The library window with a real database: reading, searching, filtering, other days, what it leads to, what goes wrong."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QToolButton

from app import paths
from app.errors import ErrorCode, ExpectedError
from app.library.model import Status
from app.library.plain import plain_clause
from app.pipeline.libraries import create_user_library
from app.settings import Settings, save_settings
from app.storage.librarystore import Draft, LibraryStore
from app.ui.library import name_dialog, wiring
from app.ui.library.desk import Desk
from app.ui.library.news_bar import NewsBar
from app.ui.library.packs_watch import PackWatch
from app.ui.library.rows import status_text
from app.ui.library.session import LibrarySession
from app.ui.library.window import LibraryWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise|grabbing the keyboard", extend=True)
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def starter_database(tmp_path_factory):
    path = tmp_path_factory.mktemp("library") / "library.sqlite"
    create_user_library(path).close()
    return path


@pytest.fixture
def database(starter_database):
    """The user's library as it is after the first start."""
    target = paths.user_library()
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(starter_database, target)
    return target


@pytest.fixture
def no_news(monkeypatch):
    monkeypatch.setattr(PackWatch, "look", lambda self: None)


@pytest.fixture
def session(qapp):
    made = LibrarySession(ask=lambda parent: "Anna Weber")
    yield made
    made.close()


@pytest.fixture
def opened(session, theme, language, qtbot, no_news):
    """The window, once the library is open or known to be unusable."""
    from app.ui.context import Context
    from app.ui.settings import WindowSettings

    windows = []

    def open_():
        desk = Desk(Context(theme, language, WindowSettings(), session), session)
        window = LibraryWindow(desk)
        windows.append(window)
        window.resize(1300, 800)
        window.show()
        with qtbot.waitExposed(window):
            pass
        qtbot.waitUntil(lambda: session.is_open or session.trouble is not None, timeout=20_000)
        return window

    yield open_
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(database, opened):
    return opened()


@pytest.fixture
def wishes(monkeypatch):
    """What was asked for, in place of editor and dialogs."""
    asked = []
    for name in ("edit", "new", "history", "submit", "approve", "retire", "export_pack", "import_pack"):
        monkeypatch.setattr(wiring, name, lambda *args, name=name: asked.append((name, *args[1:-1])))
    return asked


def _search(window, text):
    window.search.setText(text)
    window._search_now()


def _change(session, clause, status, reason=""):
    return session.set_status(clause, status, base=session.store.last(clause).clause.version, reason=reason)


def _text(window):
    return window.detail.text.toPlainText()


def _first_of(window, status):
    return next(row for row in window.browsing.all if row.status is status)


def _marked(window, theme):
    """Passages of the detail that are marked as hits."""
    found, ground = [], theme.colour("search", "hit_back")
    block = window.detail.text.document().begin()
    while block.isValid():
        found += [
            block.text()[part.start : part.start + part.length]
            for part in block.textFormats()
            if part.format.background().style() is Qt.BrushStyle.SolidPattern
            and part.format.background().color() == ground
        ]
        block = block.next()
    return found


# --- opening


def test_at_the_first_start_the_library_is_made_of_the_starter_library(opened, session):
    window = opened()
    assert paths.user_library().is_file()
    assert len(window.browsing.all) == len(session.store.entries()) > 60
    assert window.list.model_.rowCount() == len(window.browsing.shown)
    assert window.list.clause == window.browsing.shown[0].id


def test_until_the_library_is_open_the_list_says_so(session, theme, language, qtbot, no_news, monkeypatch):
    monkeypatch.setattr(session, "prepare", lambda: None)
    from app.ui.context import Context
    from app.ui.settings import WindowSettings

    window = LibraryWindow(Desk(Context(theme, language, WindowSettings(), session), session))
    assert "wird geöffnet" in window.pane.sentence.text()
    assert not window.actions_["new"].isEnabled()
    window.close()
    window.deleteLater()


def test_types_have_the_number_of_their_clauses(window):
    tree = window.tree
    root = tree.topLevelItem(0)
    assert root.text(1) == str(len(window.browsing.all))
    counted = {root.child(n).data(0, Qt.ItemDataRole.UserRole): root.child(n).text(1) for n in range(root.childCount())}
    liability = sum(row.type == "limitation_of_liability" for row in window.browsing.all)
    assert counted["limitation_of_liability"] == str(liability)
    assert counted["prices"] == "–"


def test_picking_a_type_shows_its_clauses_only(window):
    window.tree.pick("termination")
    assert {row.type for row in window.browsing.shown} == {"termination"}
    assert window.list.model_.rowCount() == len(window.browsing.shown)


def test_a_type_without_clauses_says_what_to_do(window, wishes):
    window.tree.pick("prices")
    assert "„Preise“" in window.pane.sentence.text()
    assert "importieren" in window.pane.sentence.text()
    window.pane.act.click()
    assert wishes == [("new", "prices")]


# --- the clause in full


def test_the_clause_shows_everything_about_it(window, session):
    entry = next(e for e in session.store.entries() if e.id == "acceptance-customer-b2b")
    clause = session.store.last(entry.id).clause
    window.look_at(entry.id)
    window._show_clause()
    text = " ".join(_text(window).replace("\u2028", " ").split())
    for wording in (
        clause.title,
        *(" ".join(p.text.split()) for p in clause.positions),
        *(b.norm for b in clause.legal_basis),
    ):
        assert wording in text
    assert "verlässt das Haus nicht" in text
    assert "mindestens 2 Wochen" in text
    assert "fachlich zu bestätigen" in text
    assert text.index("Bevorzugte Fassung") < text.index("Rückfallfassung") < text.index("Nicht annehmbare Fassung")


def test_a_draft_says_which_version_is_in_force(window, session):
    clause = window.browsing.all[0].id
    approved = _change(session, clause, Status.APPROVED)
    _change(session, clause, Status.DRAFT)
    window.list.select(clause)
    window._show_clause()
    assert f"gilt Version {approved.clause.version}" in _text(window)


def test_markup_in_a_clause_is_shown_as_text(window, session):
    from dataclasses import replace

    last = session.store.last(window.browsing.all[0].id).clause
    session.save(replace(last, title="<b>fett</b> & <img src=x>"), base=last.version, reason="<i>")
    window.look_at(last.id)
    window._show_clause()
    assert "<b>fett</b> & <img src=x>" in _text(window)


# --- search


def test_search_marks_hits_in_list_and_clause(window, theme):
    _search(window, "HAFTUNG fahrlaessigkeit")
    assert 0 < len(window.browsing.shown) < len(window.browsing.all)
    assert window.list.hits.query == "HAFTUNG fahrlaessigkeit"
    title = window.browsing.shown[0].title
    formats = window.list.hits._formats(title, window.browsing.shown[0], chosen=False)
    assert [title[f.start : f.start + f.length].casefold() for f in formats] == ["haftung"]
    assert {"haftung", "fahrlässigkeit"} <= {passage.casefold() for passage in _marked(window, theme)}
    assert window.list.hasFocus()


def test_a_hit_out_of_sight_is_scrolled_to(window, session, theme):
    clause = next(c for c in window.browsing.all if c.type == "insurance").id
    revision = session.store.last(clause)
    from dataclasses import replace

    long = replace(revision.clause, guidance="Satz. \n" * 200 + "Nadelstich im Heuhaufen.")
    session.save(long, base=long.version, reason="")
    _search(window, "nadelstich")
    assert [row.id for row in window.browsing.shown] == [clause]
    assert window.detail.text.verticalScrollBar().value() > 0
    assert _marked(window, theme) == ["Nadelstich"]


def test_searching_waits_for_the_end_of_typing(window, qtbot):
    everything = len(window.browsing.shown)
    qtbot.keyClicks(window.search, "eigentumsvorbehalt")
    assert len(window.browsing.shown) == everything
    qtbot.waitUntil(lambda: 0 < len(window.browsing.shown) < everything, timeout=2000)


def test_no_hit_says_which_words_and_offers_to_clear(window):
    everything = len(window.browsing.shown)
    _search(window, "Quatschwort")
    assert "Quatschwort" in window.pane.sentence.text()
    window.pane.act.click()
    assert len(window.browsing.shown) == everything
    assert window.search.text() == ""


def test_hits_of_other_types_are_announced(window):
    window.tree.pick("insurance")
    _search(window, "eigentumsvorbehalt")
    assert "zu anderen Themen" in window.pane.sentence.text()


def test_retired_hits_are_offered(window, session):
    clause = next(row for row in window.browsing.all if row.type == "insurance").id
    other = [row.id for row in window.browsing.all if row.type == "insurance" and row.id != clause]
    for retired in (clause, *other):
        _change(session, retired, Status.RETIRED)
    window.tree.pick("insurance")
    window.filters["perspective"].setCurrentIndex(1)
    window.filters["perspective"].setCurrentIndex(0)
    assert window.browsing.shown == ()
    assert window.pane.retired.isVisible()
    window.pane.retired.click()
    assert {row.id for row in window.browsing.shown} == {clause, *other}


def test_escape_takes_the_search_back(window, qtbot):
    everything = len(window.browsing.shown)
    _search(window, "kündigung")
    assert len(window.browsing.shown) < everything
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert len(window.browsing.shown) == everything


# --- filters


FILTERS = [
    ("perspective", "supplier", lambda row: row.perspective.value == "supplier"),
    ("audience", "b2c", lambda row: not row.audiences or "b2c" in row.audiences),
    ("status", "review", lambda row: row.status is Status.REVIEW),
    ("tag", "verbraucher", lambda row: "verbraucher" in row.tags),
]


@pytest.mark.parametrize(("name", "value", "fits"), FILTERS, ids=[f[0] for f in FILTERS])
def test_a_filter_lets_only_what_fits_through(window, name, value, fits):
    box = window.filters[name]
    box.setCurrentIndex(box.findData(value))
    shown = window.browsing.shown
    assert shown
    assert shown == tuple(row for row in window.browsing.all if fits(row))
    assert window.tree.topLevelItem(0).text(1) == str(len(shown))


def test_owners_are_offered_and_have_a_column(window, session):
    from dataclasses import replace

    assert window.list.isColumnHidden(5)
    last = session.store.last(window.browsing.all[0].id).clause
    session.save(replace(last, owner="Recht"), base=last.version, reason="")
    window.resize(2400, 800)
    box = window.filters["owner"]
    box.setCurrentIndex(box.findData("Recht"))
    assert [row.id for row in window.browsing.shown] == [last.id]
    assert not window.list.isColumnHidden(5)


def test_one_button_clears_all_filters(window):
    clear = window.filters._clear
    assert not clear.isEnabled()
    for name in ("perspective", "audience", "tag"):
        window.filters[name].setCurrentIndex(1)
    assert clear.isEnabled()
    clear.click()
    assert len(window.browsing.shown) == len(window.browsing.all)
    assert not clear.isEnabled()


def test_retired_clauses_are_hidden_until_asked_for(window, session):
    clause = window.browsing.all[0].id
    _change(session, clause, Status.RETIRED)
    assert clause not in {row.id for row in window.browsing.shown}
    window.look_at(clause)
    assert window.list.clause == clause


# --- the list


def test_columns_sort_up_and_down_and_back(window):
    given = [row.id for row in window.list.model_.rows]
    window.list.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    titles = [row.title.casefold() for row in window.list.model_.rows]
    assert titles == sorted(titles, reverse=True)
    window.list.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert [row.id for row in window.list.model_.rows] == given


def test_sorting_keeps_the_clause_looked_at(window):
    clause = window.browsing.shown[7].id
    window.list.select(clause)
    window.list.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert window.list.clause == clause


def test_the_list_speaks_of_status_in_words_and_marks(window, language):
    index = window.list.model_.index(0, 1)
    row = window.browsing.shown[0]
    assert index.data() == status_text(row.status, "de")
    images = {
        status: window.list.model_._icon(status)
        .pixmap(32, 32)
        .toImage()
        .convertToFormat(window.list.model_._icon(status).pixmap(32, 32).toImage().Format.Format_Alpha8)
        for status in Status
    }
    shapes = {bytes(image.constBits()) for image in images.values()}
    assert len(shapes) == len(Status)  # told apart without colours


def test_a_started_draft_is_marked_in_the_list(window, session, qtbot):
    clause = session.store.last(window.browsing.all[0].id).clause
    draft = Draft(clause.id, clause.version, plain_clause(clause), NOW, "Anna Weber")
    assert session.quietly(lambda store, at: store.keep_draft(draft))
    qtbot.waitUntil(lambda: window.browsing.row(clause.id).has_draft, timeout=2000)
    window.list.select(clause.id)
    window._show_clause()
    assert "Entwurf wurde begonnen" in _text(window)


# --- what is done


def test_keys_lead_to_editor_and_new_clause(window, wishes, qtbot):
    clause = window.list.clause
    window.list.setFocus()
    qtbot.keyClick(window.list, Qt.Key.Key_Return)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert wishes == [("edit", clause), ("edit", clause), ("new", "")]


@pytest.mark.parametrize(
    ("status", "next_steps"),
    [
        (Status.DRAFT, {"edit", "history", "submit", "retire"}),
        (Status.REVIEW, {"edit", "history", "approve", "retire"}),
        (Status.APPROVED, {"edit", "history", "retire"}),
        (Status.RETIRED, {"edit", "history"}),
    ],
)
def test_only_the_next_steps_of_a_clause_are_offered(window, session, wishes, status, next_steps):
    clause = window.browsing.all[0].id
    if status is not Status.REVIEW:
        _change(session, clause, status)
    window.look_at(clause)
    window._show_clause()
    seen = {
        name
        for name in ("edit", "history", "submit", "approve", "retire")
        if window.actions_[name].isVisible() and window.actions_[name].isEnabled()
    }
    assert seen == next_steps
    for name in sorted(seen):
        window.actions_[name].trigger()
    assert wishes == [(name, clause) for name in sorted(seen)]


def test_retiring_and_bringing_back_is_seen_at_once(window, session):
    clause = window.browsing.all[0].id
    before = session.store.last(clause).clause
    _change(session, clause, Status.RETIRED, "Nicht mehr gebraucht")
    assert window.browsing.row(clause).status is Status.RETIRED
    session.save(before, base=before.version + 1, reason="Wieder gebraucht")
    window.look_at(clause)
    window._show_clause()
    assert window.browsing.row(clause).status is Status.REVIEW
    assert "Wieder gebraucht" in _text(window)
    assert f"Version {before.version + 2}" in _text(window)


def test_export_takes_what_is_chosen_else_what_is_listed(window, wishes):
    window.tree.pick("insurance")
    window.actions_["export"].trigger()
    listed = tuple(row.id for row in window.browsing.shown)
    window.list.selectAll()
    window.actions_["export"].trigger()
    assert wishes == [("export_pack", listed), ("export_pack", listed)]
    assert len(listed) > 1


def test_f6_goes_round_the_panes(window, qtbot):
    window.activateWindow()
    window.search.setFocus()
    seen = []
    for _ in range(4):
        window.actions_["next_pane"].trigger()
        seen.append(window.focusWidget())
    assert seen == [window.tree, window.list, window.detail.text, window.search]


def test_everything_has_a_name_for_screen_readers(window):
    named = (
        window.search,
        window.tree,
        window.list,
        window.detail.text,
        *(window.filters[n] for n in ("status", "tag")),
    )
    assert all(widget.accessibleName() for widget in named)
    assert all(
        button.text()
        for button in window.findChildren(QToolButton)
        if button.isVisible() and button.parent() is not window.search
    )


# --- names


def test_the_name_is_asked_for_before_the_first_change_and_kept(window, session, monkeypatch):
    monkeypatch.setattr(session, "_ask", name_dialog.ask_for_name)
    answers = iter([("  Anna   Weber ", True)])
    monkeypatch.setattr(name_dialog.QInputDialog, "getText", lambda *_: next(answers))
    clause = window.browsing.all[0].id
    assert _change(session, clause, Status.APPROVED).author == "Anna Weber"
    assert _change(session, clause, Status.RETIRED).author == "Anna Weber"


def test_without_a_name_nothing_is_changed(window, session, monkeypatch):
    monkeypatch.setattr(session, "_ask", lambda parent: "")
    clause = window.browsing.all[0].id
    before = session.store.versions(clause)
    assert _change(session, clause, Status.APPROVED) is None
    assert session.store.versions(clause) == before


def test_the_name_of_the_settings_signs(window, session):
    save_settings(Settings(user="Bernd Kunz"))
    assert _change(session, window.browsing.all[0].id, Status.APPROVED).author == "Bernd Kunz"


# --- another day


def test_the_library_as_of_a_day_is_read_only_and_says_so(window, session, monkeypatch):
    clause = next(row.id for row in window.browsing.all if row.type == "acceptance")
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    monkeypatch.setattr(session, "now", lambda: tomorrow)
    with LibraryStore(session.path, clock=lambda: tomorrow) as store:
        store.set_status(
            clause, Status.RETIRED, base=store.last(clause).clause.version, author="x", reason="", at=tomorrow
        )
    session.look()
    assert window.browsing.row(clause).status is Status.RETIRED
    today = datetime.now(UTC).astimezone().date()
    window.show_day(today)
    assert window.browsing.row(clause).status is Status.REVIEW
    assert "Stand vom" in window.notice.sentence
    assert not window.actions_["edit"].isEnabled()
    assert not window.actions_["new"].isEnabled()
    _search(window, "abnahme")
    assert clause in {row.id for row in window.browsing.shown}
    window.notice.acted.emit()
    assert not window.notice.isVisible()
    assert window.actions_["new"].isEnabled()


def test_before_the_first_version_nothing_was_in_force(window):
    window.show_day(date(2020, 1, 1))
    assert window.browsing.all == ()
    assert "An diesem Tag galt" in window.pane.sentence.text()
    assert not window.pane.act.isVisible()


def test_a_day_before_the_library_says_so_whatever_is_searched(window):
    window.search.setText("haftung")
    window.show_day(date(2020, 1, 1))
    assert window.pane.sentence.text() == "An diesem Tag galt hier noch keine Klausel."
    assert not window.pane.act.isVisible()


def test_a_day_is_chosen_in_a_calendar(window, qtbot):
    from app.ui.library.day_dialog import DayDialog

    window.actions_["as_of"].trigger()
    dialog = window.findChild(DayDialog)
    dialog.calendar.setSelectedDate(dialog.calendar.selectedDate().addDays(-3))
    dialog.accept()
    assert "Stand vom" in window.notice.sentence


# --- what goes wrong


def test_a_locked_library_is_said_and_reading_goes_on(window, session):
    with LibraryStore(session.path) as other, other.writing():
        assert _change(session, window.browsing.all[0].id, Status.APPROVED) is None
        assert "Programmfenster" in window.banner.sentence
        assert window.banner.isVisible()
        _search(window, "haftung")
        assert window.browsing.shown
    assert _change(session, window.browsing.all[0].id, Status.APPROVED) is not None


def test_a_damaged_database_is_said_and_the_starter_library_shown(opened, session):
    target = paths.user_library()
    target.parent.mkdir(parents=True)
    target.write_bytes(b"SQLite format 3\0" + b"kaputt" * 2000)
    window = opened()
    assert "beschädigt" in window.notice.sentence
    assert "Startbibliothek" in window.notice.sentence
    assert len(window.browsing.shown) > 60
    assert not any(window.actions_[name].isEnabled() for name in ("edit", "usage", "as_of"))
    assert session.effective() == paths.clause_library()
    _search(window, "haftung")
    assert 0 < len(window.browsing.shown) < len(window.browsing.all)


def test_what_another_process_writes_is_seen(window, session):
    clause = window.browsing.all[0].id
    with LibraryStore(session.path) as other:
        last = other.last(clause).clause
        other.set_status(clause, Status.APPROVED, base=last.version, author="Kunz", reason="", at=NOW)
    session.look()
    assert window.browsing.row(clause).status is Status.APPROVED


def test_saving_over_a_change_of_another_is_refused(window, session):
    last = session.store.last(window.browsing.all[0].id).clause
    with LibraryStore(session.path) as other:
        other.set_status(last.id, Status.APPROVED, base=last.version, author="Kunz", reason="", at=NOW)
    assert session.save(last, base=last.version, reason="") is None
    assert "Kunz" in window.banner.sentence
    window.banner.acted.emit()
    assert not window.banner.isVisible()


def test_a_review_that_meets_a_damaged_database_goes_on_with_the_starter_library(session, database):
    assert session.effective() == database
    assert session.give_up(ExpectedError(ErrorCode.STORE_DAMAGED, {"path": "x", "backups": "y"}))
    assert session.effective() == paths.clause_library()
    assert not session.give_up(ExpectedError(ErrorCode.STORE_DAMAGED, {"path": "x", "backups": "y"}))
    assert not session.give_up(ExpectedError(ErrorCode.FILE_EMPTY))


def test_a_library_named_on_the_command_line_is_used(tmp_path, qapp):
    folder = LibrarySession(tmp_path)
    assert (folder.effective(), folder.path) == (tmp_path, paths.user_library())
    file = LibrarySession(tmp_path / "own.sqlite")
    assert (file.folder, file.path) == (None, tmp_path / "own.sqlite")


def test_closing_while_the_library_is_made_leaves_nothing_behind(qapp):
    made = LibrarySession()
    made.prepare()
    made.close()
    assert not made.is_open


# --- news, language, memory


def test_news_of_packs_are_quiet_lines_that_lead_to_them(window, wishes, monkeypatch, tmp_path):
    from app.pipeline.exchange import Announcement, Origin

    asked = []
    monkeypatch.setattr(wiring, "news", lambda desk, folder, parent: asked.append(folder))
    bar = window.findChild(NewsBar)
    bar._show(
        (Announcement(Origin.STARTER, tmp_path, "", 3), Announcement(Origin.SUBSCRIPTION, tmp_path, "Einkauf", 2))
    )
    assert "3" in bar.sentences[0]
    assert "„Einkauf“" in bar.sentences[1]
    bar._column.itemAt(1).widget().acted.emit()
    assert asked == [tmp_path]
    bar._show(())
    assert bar._column.count() == 0


def test_the_window_speaks_english(window, language, session):
    language.switch("en")
    assert window.windowTitle() == "Clause library"
    assert window.list.model_.headerData(0, Qt.Orientation.Horizontal) == "Title"
    assert window.tree.topLevelItem(0).text(0) == "All clauses"
    assert window.list.model_.index(0, 1).data() == "in review"
    window._show_clause()
    assert "Preferred wording" in _text(window)
    _search(window, "Quatschwort")
    assert "No clause" in window.pane.sentence.text()
    window.show_day(date(2020, 1, 1))
    assert window.notice.sentence.startswith("As of")


def test_the_window_follows_the_colours(window, theme):
    before = window.detail.text.toHtml()
    theme.choose("dark")
    assert window.detail.text.toHtml() != before
    theme.choose("light")


def test_the_shape_of_the_window_is_remembered(window, opened):
    window.page.splitter.setSizes([300, 500, 500])
    sizes = window.page.splitter.sizes()
    window.close()
    assert opened().page.splitter.sizes() == sizes


def test_usage_is_said_where_cases_are_stored():
    from app.ui.library.usage import usage_text

    used = SimpleNamespace(cases=4, last=NOW)
    assert usage_text("a", {"a": used}, "de") == "in 4 Vorgängen gefunden, zuletzt am 22.11.2026"
    assert "in keinem" in usage_text("b", {"a": used}, "de")
    assert usage_text("b", None, "de") == ""


# --- beside the main window


@pytest.fixture
def main_window(database, context, qtbot, no_news):
    from app.ui.main_window import MainWindow
    from app.ui.session import wait_for_all

    made = MainWindow(context)
    made.show()
    with qtbot.waitExposed(made):
        pass
    yield made
    made.close()
    made.deleteLater()
    context.library.close()
    wait_for_all()


def test_ctrl_l_opens_the_library_and_keeps_one_window(main_window, qtbot):
    main_window.actions_["library"].trigger()
    first = main_window.library.window
    qtbot.waitUntil(lambda: first.browsing.all != (), timeout=20_000)
    first.close()
    main_window.actions_["library"].trigger()
    assert main_window.library.window is first
    assert first.isVisible()


def test_a_finding_leads_to_its_reference_clause(main_window, docx_file, qtbot):
    main_window.open_files([docx_file])
    presenter = main_window.current
    qtbot.waitUntil(lambda: presenter.settled and presenter.analysis is not None, timeout=30_000)
    finding = next(f for f in presenter.analysis.findings if f.reference)
    presenter.navigation.go_to_finding(finding.id)
    detail = presenter.page.panel("findings").detail.pane.text
    assert f'href="library:{finding.reference}"' in detail.toHtml()
    detail.anchorClicked.emit(QUrl(f"library:{finding.reference}"))
    qtbot.waitUntil(lambda: main_window.library.window is not None, timeout=20_000)
    library = main_window.library.window
    qtbot.waitUntil(lambda: library.list.clause == finding.reference, timeout=20_000)
    presenter.navigation.go_to_clause(presenter.analysis.reading.clauses[0].id)
    presenter.navigation.go_to_finding(finding.id)
    assert 'href="position:' in detail.toHtml()  # now that the library is open


def test_documents_are_evaluated_again_after_a_change(main_window, docx_file, context, qtbot):
    main_window.open_files([docx_file])
    presenter = main_window.current
    qtbot.waitUntil(lambda: presenter.settled, timeout=30_000)
    context.library._ask = lambda parent: "Anna Weber"
    context.library.prepare()
    qtbot.waitUntil(lambda: context.library.is_open, timeout=20_000)
    before = presenter.analysis
    for entry in context.library.store.entries():
        if entry.type in {"termination", "limitation_of_liability"}:
            _change(context.library, entry.id, Status.RETIRED)
    qtbot.waitUntil(lambda: presenter.analysis is not before and presenter.settled, timeout=30_000)
    assert len(presenter.analysis.findings) < len(before.findings)


@pytest.mark.parametrize("how", ["reference", "fallback", "unacceptable"])
def test_a_clause_of_a_document_can_be_taken(main_window, docx_file, context, qtbot, monkeypatch, how):
    taken = []
    monkeypatch.setattr(wiring, "take", lambda desk, clause, how, parent: taken.append((clause.id, how)))
    assert not main_window.actions_[f"take_{how}"].isEnabled()
    main_window.open_files([docx_file])
    presenter = main_window.current
    qtbot.waitUntil(lambda: presenter.settled, timeout=30_000)
    clause = presenter.analysis.reading.clauses[2].id
    presenter.navigation.go_to_clause(clause)
    main_window.actions_[f"take_{how}"].trigger()
    qtbot.waitUntil(lambda: bool(taken), timeout=20_000)
    assert taken == [(clause, how)]
    document = main_window.library.desk.document()
    assert document.analysis is presenter.analysis


def test_the_menu_of_a_clause_opens_on_the_outline(main_window, docx_file, qtbot, monkeypatch):
    main_window.open_files([docx_file])
    presenter = main_window.current
    qtbot.waitUntil(lambda: presenter.settled, timeout=30_000)
    outline = presenter.page.panel("outline").tree
    clause = presenter.analysis.reading.clauses[1].id
    outline.setCurrentIndex(outline.rows.index_of(clause))
    with qtbot.waitSignal(presenter.menu_wanted):
        outline.customContextMenuRequested.emit(outline.visualRect(outline.currentIndex()).center())
    assert main_window.library.clause.id == clause
    from PySide6.QtWidgets import QMenu

    for menu in main_window.findChildren(QMenu):
        if menu.isVisible():
            menu.close()


def test_a_document_is_reviewed_with_the_starter_library_where_the_own_one_is_damaged(real_context, docx_file, qtbot):
    from app.ui.main_window import MainWindow
    from app.ui.session import wait_for_all

    target = paths.user_library()
    target.parent.mkdir(parents=True)
    target.write_bytes(b"SQLite format 3\0" + b"kaputt" * 2000)
    window = MainWindow(real_context)
    window.show()
    window.open_files([docx_file])
    presenter = window.current
    qtbot.waitUntil(lambda: presenter.analysis is not None, timeout=60_000)
    assert presenter.analysis.findings
    assert "Startbibliothek" in window.library._trouble.text()
    assert "beschädigt" in window.library._trouble.toolTip()
    said = []
    real_context.library.failed.connect(said.append)
    presenter.navigation.go_to_clause(presenter.analysis.reading.clauses[1].id)
    window.actions_["take_reference"].trigger()
    assert [error.code for error in said] == [ErrorCode.STORE_DAMAGED]
    window.close()
    window.deleteLater()
    real_context.library.close()
    wait_for_all()
