"""The search in a document: its state, the bar above the document, the panel with the hits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.models.reading import Clause, Reading
from app.models.source import Box, Line, SourceDocument
from app.ui.models.search import Query
from app.ui.models.search_rows import GroupRow, HitRow, SearchPlaces
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Material
from app.ui.panels.search import SearchPanel
from app.ui.searching import Search, SearchState
from app.ui.session import DocumentSession, wait_for_all
from app.ui.views.hit_delegate import shortened_before
from app.ui.views.search_bar import SearchBar

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

# --- rows


def _rows(places, hits):
    found = []

    def run():
        found.append((yield from places.rows(hits)))

    for _ in run():
        pass
    return found[0]


def _reading():
    text = "Vorweg.\n§ 1 Haftung\n(1) Die Haftung ist begrenzt.\n(2) Keine Haftung.\nHaftung am Ende"
    lines, at = [], 0
    for number, line in enumerate(text.split("\n")):
        lines.append(Line(at, at + len(line), number, box=Box(1 + number // 3, 50, 100 + 20 * number, 500, 110)))
        at += len(line) + 1

    def clause(name, label, heading, start, end, parent=None):
        return Clause(name, name, label, heading, text[start:end], (), parent, 0, heading_spans=((start, end),), page=1)

    clauses = (
        clause("c1", "§ 1", "Haftung", 8, 19),
        clause("c2", "(1)", "", 20, 49, "c1"),
        clause("c3", "(2)", "", 50, 68, "c1"),
    )
    return Reading(SourceDocument("x", "", 0, "application/pdf", text, (), tuple(lines), ()), clauses)


def test_hits_stand_under_their_clause_and_page():
    reading = _reading()
    text = reading.source.text
    hits = tuple((at, at + 7) for at in range(len(text)) if text.startswith("Haftung", at))
    assert _rows(SearchPlaces(reading, "de"), hits) == (
        GroupRow("§ 1 Haftung", "S.\u00a01", 1),
        HitRow(0, "§ 1 ", "Haftung", ""),
        GroupRow("§ 1 Haftung › (1)", "S.\u00a01", 1),
        HitRow(1, "(1) Die ", "Haftung", " ist begrenzt."),
        GroupRow("§ 1 Haftung › (2)", "S.\u00a02", 1),
        HitRow(2, "(2) Keine ", "Haftung", "."),
        GroupRow("", "S.\u00a02", 1),
        HitRow(3, "", "Haftung", " am Ende"),
    )


def test_words_around_a_hit_are_whole_and_few():
    text = "Wort " * 40 + "Treffer" + " danach" * 40
    reading = Reading(SourceDocument("x", "", 0, "", text, (), (Line(0, len(text), 0),), ()), ())
    _, row = _rows(SearchPlaces(reading, "de"), ((200, 207),))
    assert row.before.startswith("… Wort ")
    assert row.before.endswith("Wort ")
    assert row.after.startswith(" danach danach")
    assert row.after.endswith("danach …")
    assert len(row.before + row.after) < 130


@pytest.mark.parametrize(
    ("before", "characters", "shown"),
    [("(1) Die ", 20, "(1) Die "), ("… gesetzlichen Vorschriften für ", 10, "… für "), ("Versandbereitsc", 6, "…reitsc"),
     ("die Versandbereitsc", 18, "… Versandbereitsc"), ("gesetzlichen ", 8, "…zlichen ")],
)  # fmt: skip
def test_a_narrow_list_shows_the_hit_and_less_before_it(before, characters, shown):
    assert shortened_before(before, characters) == shown


# --- the search


class Told:
    """What a search said."""

    def __init__(self, search):
        self.moves = 0
        search.moved.connect(self._moved)

    def _moved(self):
        self.moves += 1


@pytest.fixture
def search(qtbot):
    parent = QObject()
    yield Search(parent)
    parent.deleteLater()


def _hits(search, qtbot):
    qtbot.waitUntil(lambda: search.state is not SearchState.RUNNING, timeout=5000)
    return search.hits.spans


def test_before_there_is_a_text_the_search_waits_for_it(search, analysis, qtbot):
    told = Told(search)
    assert search.state is SearchState.EMPTY
    search.ask(Query("haft"))
    assert (search.state, search.hits.spans) == (SearchState.READING, ())
    search.show(analysis)
    text = analysis.reading.source.text
    assert [text[a:b].lower() for a, b in _hits(search, qtbot)] == ["haft"] * text.lower().count("haft")
    assert search.state is SearchState.DONE
    assert told.moves == 1


def test_the_first_hit_is_the_next_from_where_the_user_is(search, analysis, qtbot):
    search.show(analysis)
    spans = None
    search.ask(Query("haft"))
    spans = _hits(search, qtbot)
    assert search.current == 0
    search.ask(Query("haftu"), near=spans[1][0])
    _hits(search, qtbot)
    assert search.hit[0] >= spans[1][0]


def test_steps_go_round_and_the_same_text_keeps_the_place(search, analysis, qtbot):
    search.show(analysis)
    search.ask(Query("haft"))
    count = len(_hits(search, qtbot))
    search.step(-1)
    assert search.current == count - 1
    search.step(1)
    assert search.current == 0
    search.step(1)
    search.show(analysis)
    assert search.current == 1


def test_marks_go_with_the_bar_and_come_with_the_next_step(search, analysis, qtbot):
    search.show(analysis)
    search.ask(Query("haft"))
    _hits(search, qtbot)
    search.conceal()
    assert search.marked == ()
    here = search.current
    search.step(1)
    assert search.current == here
    assert search.marked == search.hits.spans


def test_without_words_there_are_no_hits(search, analysis, qtbot):
    search.show(analysis)
    search.ask(Query("haft"))
    _hits(search, qtbot)
    search.ask(Query("  "))
    assert (search.state, search.hits.spans, search.current) == (SearchState.EMPTY, (), None)


# --- bar and panel


class View:
    """Stands for the view in front."""

    def __init__(self, selected="", place=0):
        self.selected, self.at = selected, place

    def selected_text(self):
        return self.selected

    def place(self):
        return self.at


@pytest.fixture
def document(context, pdf, analysis, qtbot):
    session = DocumentSession(pdf, lambda: None, analysis.facts, entry=context.entry)
    made = OpenDocument(pdf, context, session)
    yield made
    session.close()
    wait_for_all()
    made.deleteLater()


@pytest.fixture
def view():
    return View()


@pytest.fixture
def bar(document, view, qtbot):
    made = SearchBar(document, lambda: view)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def panel(document, qtbot):
    made = SearchPanel(document)
    made.resize(260, 500)
    qtbot.addWidget(made)
    made.show()
    return made


def _read(document, panel, analysis):
    document.search.show(analysis)
    material = Material(analysis, analysis.facts, document.lang, "light")
    panel.show_prepared(panel.prepare(material), material)


def _typed(field: QLineEdit, words):
    field.setFocus()
    QTest.keyClicks(field, words)


def _listed(panel, qtbot):
    qtbot.waitUntil(lambda: not panel._slices.busy, timeout=5000)
    return [panel.rows.index(n).data() for n in range(panel.rows.rowCount())]


def test_the_panel_says_what_to_do_what_is_awaited_and_that_nothing_was_found(document, panel, analysis, qtbot):
    assert "Geben Sie Wörter ein" in panel.said.text()
    _typed(panel.field, "xyzzy")
    assert "Das Dokument wird noch gelesen" in panel.said.text()
    assert "Keine Treffer" not in panel.said.text()
    _read(document, panel, analysis)
    assert _listed(panel, qtbot) == []
    assert panel.said.text() == "Keine Treffer für „xyzzy“ im ganzen Dokument."


def test_hits_are_listed_and_walked_with_keys(document, panel, analysis, qtbot):
    _read(document, panel, analysis)
    _typed(panel.field, "haft")
    rows = _listed(panel, qtbot)
    assert rows[0] == "§ 3 Haftung, S.\u00a03"
    assert "(1) Der Anbieter haftet je Schadensereignis" in rows[3]
    assert panel.badge() == str(len(document.search.hits.spans))
    told = Told(document.search)
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.currentIndex().row() == 1
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert (document.search.current, panel.list.currentIndex().row()) == (1, 3)
    assert told.moves == 1


def test_the_list_follows_the_search(document, panel, analysis, qtbot):
    _read(document, panel, analysis)
    document.search.ask(Query("haft"))
    _listed(panel, qtbot)
    document.search.step(1)
    assert panel.list.currentIndex() == panel.rows.index_of(1)


def test_the_bar_says_which_hit_it_is(document, bar, analysis, qtbot):
    document.search.show(analysis)
    bar.open()
    _typed(bar.field, "haft")
    count = len(_hits(document.search, qtbot))
    assert bar.count.text() == f"1 von {count}"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == f"2 von {count}"
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    bar.commands()["find_previous"]()
    assert bar.count.text() == f"{count} von {count}"
    _typed(bar.field, "xyzzy")
    _hits(document.search, qtbot)
    assert bar.count.text() == "Keine Treffer"
    assert not bar.next.isEnabled()


def test_the_bar_says_that_the_document_is_still_read(bar):
    bar.open()
    _typed(bar.field, "haft")
    assert bar.count.text() == "Das Dokument wird noch gelesen"


def test_esc_shuts_the_bar_and_takes_the_marks_away(document, bar, analysis, qtbot):
    document.search.show(analysis)
    bar.open()
    _typed(bar.field, "haft")
    _hits(document.search, qtbot)
    with qtbot.waitSignal(bar.closed):
        QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert document.search.marked == ()


def test_the_bar_opened_again_marks_what_it_had_found(document, bar, analysis, qtbot):
    document.search.show(analysis)
    bar.open()
    _typed(bar.field, "haft")
    hits = _hits(document.search, qtbot)
    bar.close_bar()
    with qtbot.waitSignal(document.search.changed):
        bar.open()
    assert document.search.marked == hits


def test_selected_words_are_searched_for_from_where_they_stand(document, bar, view, analysis, qtbot):
    document.search.show(analysis)
    view.selected, view.at = "des\nAnbieters", analysis.reading.source.text.index("§ 3")
    bar.open()
    _hits(document.search, qtbot)
    assert bar.field.text() == "des Anbieters"
    assert document.search.current is not None
    view.selected = "x" * 101
    bar.open()
    assert bar.field.text() == "des Anbieters"


def test_whole_words_and_exact_letters(document, bar, analysis, qtbot):
    document.search.show(analysis)
    bar.open()
    _typed(bar.field, "haftung")
    both = len(_hits(document.search, qtbot))
    bar.exact.setChecked(True)
    assert _hits(document.search, qtbot) == ()
    bar.exact.setChecked(False)
    bar.whole.setChecked(True)
    assert len(_hits(document.search, qtbot)) == both
    _typed(bar.field, "x")


def test_next_without_words_asks_for_some(bar):
    bar.commands()["find_next"]()
    assert not bar.isHidden()


def test_both_fields_show_the_same_words(bar, panel):
    _typed(panel.field, "frist")
    assert bar.field.text() == "frist"
    _typed(bar.field, "en")
    assert panel.field.text() == "fristen"


def test_everything_has_a_name(bar, panel):
    named = (bar.field, bar.count, bar.previous, bar.next, bar.shut, panel.field, panel.list)
    assert all(widget.accessibleName() for widget in named)


# --- in the window


def test_pages_and_text_show_the_same_hits_at_the_same_place(opened, pdf, window, qtbot):
    presenter = opened(pdf)
    qtbot.waitUntil(lambda: presenter.settled, timeout=20_000)
    stack, search = presenter.page.stack, presenter.document.search
    assert window.actions_["find"].shortcut().toString() == "Ctrl+F"
    window.actions_["find"].trigger()
    assert stack.search_bar.isVisible()
    _typed(stack.search_bar.field, "kuendigen")
    (hit,) = _hits(search, qtbot)
    assert stack.pdf._marks.hits == (hit,)
    assert stack.pdf.place() > presenter.analysis.reading.source.text.index("§ 3")
    presenter.page.commands()["text_view"]()
    qtbot.waitUntil(lambda: stack.text.ready, timeout=10_000)
    assert presenter.view is stack.text
    assert stack.text._marks.hits == (hit,)
    seen = stack.text._seen()
    assert seen[0] <= hit[0] <= seen[1]
    presenter.page.commands()["text_view"]()
    assert presenter.view is stack.pdf
    QTest.keyClick(stack.search_bar.field, Qt.Key.Key_Escape)
    assert stack.pdf._marks.hits == stack.text._marks.hits == ()


def test_a_row_of_the_panel_leads_to_its_hit_in_the_document(opened, pdf, qtbot):
    presenter = opened(pdf)
    qtbot.waitUntil(lambda: presenter.settled, timeout=20_000)
    panel = presenter.page.panel("search")
    _typed(panel.field, "gilt")
    _listed(panel, qtbot)
    bar = presenter.page.stack.pdf.verticalScrollBar()
    bar.setValue(0)
    index = panel.rows.index_of(len(presenter.document.search.hits.spans) - 1)
    panel.list.setCurrentIndex(index)
    assert bar.value() > 0
    assert presenter.document.search.hit is not None
