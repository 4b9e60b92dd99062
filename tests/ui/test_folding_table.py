"""Tables whose groups fold: rows, heights, keys, columns that are remembered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit

from app.models.analysis import Severity
from app.ui.models.folding import KEY_ROLE, FoldingModel
from app.ui.models.rows import Row
from app.ui.views.folding_delegate import breakable
from app.ui.views.folding_table import FoldingTable
from app.ui.views.sections import SectionPage

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
INNER = Row(("A2 (1)",), children=(Row(("A2a", "x"), key="deep"),), closed=True)
ROWS = (
    Row(
        ("A (2)",),
        strong=True,
        children=(Row(("A1", "eins"), key="a1", severity=Severity.HIGH, keys=("a1", "cell")), INNER),
    ),
    Row(("B (1)",), children=(Row(("B1", "zwei"), key="b1", sign="ok"),), closed=True),
    Row(("C", "drei"), key="c", tip="Tipp"),
)


@pytest.fixture
def model(qapp):
    made = FoldingModel(lambda severity, hollow, sign: QIcon())
    tester = QAbstractItemModelTester(made, FATAL)
    made.show(("x", "y"), ROWS, "de")
    yield made
    tester.deleteLater()


def _seen(model):
    return [model.line(row).row.cells[0] for row in range(model.rowCount())]


def test_rows_of_closed_groups_are_not_in_the_table(model):
    assert _seen(model) == ["A (2)", "A1", "A2 (1)", "B (1)", "C"]


def test_groups_open_and_close_with_all_that_is_below_them(model):
    model.fold(3, open_=True)
    model.fold(2, open_=True)
    assert _seen(model) == ["A (2)", "A1", "A2 (1)", "A2a", "B (1)", "B1", "C"]
    model.fold(0, open_=False)
    assert _seen(model) == ["A (2)", "B (1)", "B1", "C"]
    model.fold(0, open_=True)
    assert _seen(model)[:4] == ["A (2)", "A1", "A2 (1)", "A2a"]
    model.fold(6, open_=True)
    assert model.rowCount() == 7


def test_what_the_user_has_folded_stays_so_in_another_analysis(model):
    model.fold(0, open_=False)
    model.show(("x", "y"), (Row(("A (1)",), children=(Row(("neu", "")),)), *ROWS[1:]), "de")
    assert _seen(model) == ["A (1)", "B (1)", "C"]


def test_a_row_in_closed_groups_is_found_by_opening_them(model):
    assert model.row_of("deep") == -1
    assert model.line(model.open_to("deep")).row.key == "deep"
    assert model.open_to("nirgends") == -1
    assert model.open_to("") == -1


def test_cells_keys_and_words_for_a_screen_reader(model):
    first = model.index(1, 0)
    assert (first.data(KEY_ROLE), first.siblingAtColumn(1).data(KEY_ROLE)) == ("a1", "cell")
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "A1; eins; Hoch"
    assert model.index(4, 0).data(Qt.ItemDataRole.ToolTipRole) == "Tipp"
    assert model.parent_of(1) == 0
    assert model.parent_of(0) == -1


@pytest.fixture
def table(qtbot, context):
    made = FoldingTable(context, "probe", shares=(0.5, 0.5))
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show_rows(("x", "y"), ROWS, "de")
    made.show()
    with qtbot.waitExposed(made):
        pass
    made.went, made.took = [], []
    made.walked.connect(made.went.append)
    made.picked.connect(made.took.append)
    return made


def test_long_words_make_a_row_higher_and_every_row_gets_its_height(table, qtbot):
    rows = tuple(Row((f"{n}", "sehr lange Worte " * (n % 7)), key=f"k{n}") for n in range(400))
    table.show_rows(("x", "y"), rows, "de")
    qtbot.waitUntil(lambda: table.heights.done, timeout=5_000)
    heights = [table.rowHeight(n) for n in range(7)]
    assert heights == sorted(heights)
    assert heights[6] >= 3 * table.fontMetrics().height()
    assert [table.rowHeight(n) for n in range(393, 399)] == [heights[n % 7] for n in range(393, 399)]


def test_words_longer_than_the_column_are_broken_not_cut(table, qtbot):
    word = "Haftungsbeschränkungsvereinbarung" * 3
    table.show_rows(("x", "y"), (Row((word, "y")),), "de")
    qtbot.waitUntil(lambda: table.heights.done, timeout=5_000)
    assert table.rowHeight(0) >= 3 * table.fontMetrics().height()


def test_a_table_that_grows_is_as_high_as_its_rows(qtbot, context):
    made = FoldingTable(context, "grown", shares=(1.0,), grows=True)
    qtbot.addWidget(made)
    made.resize(300, 100)
    made.show_rows(("",), tuple(Row((f"Zeile {n}",)) for n in range(50)), "de")
    qtbot.waitUntil(lambda: made.heights.done, timeout=5_000)
    assert made.height() == sum(made.rowHeight(n) for n in range(50))
    made.show_rows(("",), (), "de")
    assert made.height() == 0


def test_the_keyboard_walks_folds_and_picks(table, qtbot):
    table.setCurrentIndex(table.rows.index(0, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(table, key)
    assert (table.went, table.took) == (["a1"], ["a1"])
    assert table.currentIndex().row() == 0
    assert table.rows.rowCount() == 3
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert table.rows.rowCount() == 5


def test_a_click_picks_the_cell_and_folds_a_group(table, qtbot):
    for row, column in ((1, 1), (3, 0)):
        place = table.visualRect(table.rows.index(row, column)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (table.went, table.took) == ([], ["cell"])
    assert table.rows.line(3).open


def test_selecting_by_key_leads_nowhere_and_opens_groups_only_if_asked(table):
    table.select("b1")
    assert table.currentIndex().row() != table.rows.row_of("b1")
    table.select("b1", open_=True)
    assert table.rows.line(table.currentIndex().row()).row.key == "b1"
    table.select("c")
    assert table.went == []


def test_columns_keep_their_shares_and_are_remembered(table, context, qtbot):
    table.setColumnWidth(0, 100)
    whole = table.viewport().width()
    assert sum(table.columnWidth(n) for n in range(2)) == whole
    other = FoldingTable(context, "probe", shares=(0.5, 0.5))
    qtbot.addWidget(other)
    other.resize(800, 300)
    other.show_rows(("x", "y"), ROWS, "de")
    assert abs(other.columnWidth(0) / other.viewport().width() - 100 / whole) < 0.01


@pytest.mark.parametrize("damaged", ["a b", "0.5", "2 3", "-1 0.5"])
def test_remembered_columns_that_make_no_sense_are_forgotten(context, qtbot, damaged):
    context.settings.keep_choice("columns/odd", damaged)
    made = FoldingTable(context, "odd", shares=(0.3, 0.7))
    qtbot.addWidget(made)
    assert made._shares == (0.3, 0.7)


@pytest.mark.parametrize(
    ("line", "word", "shown"),
    [
        ("Vertragspflich", "Vertragspflichten", "Vertragspflich\u00adten"),
        ("Vertragspflicht", "Vertragspflichten", "Vertragspflich\u00adten"),
        ("Ausnahme", "Ausnahmen:", "Ausnah\u00admen:"),
        ("Ausnahmen:", "Ausnahmen:", "Ausnahmen:"),
        ("Pro", "Pro\u00addukthaftung", "Pro\u00addukthaftung"),
        ("xxxx", "xxxxxxxx", "xxxx\u00adxxxx"),
    ],
)
def test_words_end_where_a_syllable_does(qapp, line, word, shown):
    metrics = QFontMetrics(qapp.font())
    assert breakable(word, metrics.horizontalAdvance(line + "-"), metrics) == shown


def test_the_focus_scrolls_a_page_to_the_current_row_and_not_to_the_end_of_the_table(qtbot, context):
    page, made = SectionPage(context.settings, "probe"), FoldingTable(context, "grown", grows=True)
    qtbot.addWidget(page)
    page.add_plain(QLineEdit())
    page.add("rows", made)
    page.resize(300, 200)
    page.show()
    with qtbot.waitExposed(page):
        pass
    made.show_rows(("",), tuple(Row((f"Zeile {n}",), key=f"k{n}") for n in range(200)), "de")
    qtbot.waitUntil(lambda: made.heights.done, timeout=5_000)
    made.at.connect(lambda area: page.keep_in_sight(made, area))
    page.widget().findChild(QLineEdit).setFocus()
    page.focusNextPrevChild(True)
    page.focusNextPrevChild(True)
    assert page.verticalScrollBar().value() < 100
    made.setCurrentIndex(made.rows.index(150, 0))
    top = made.mapTo(page.viewport(), made.visualRect(made.rows.index(150, 0)).topLeft()).y()
    assert 0 <= top < page.viewport().height()
