"""Models over an analysis."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtTest import QAbstractItemModelTester

from app.models.analysis import Severity
from app.models.liability import Damage
from app.reporting.build import report_words
from app.reporting.options import ReportOptions
from app.ui.models.matrix import matrix_header, matrix_rows
from app.ui.models.notchecked import not_checked_rows
from app.ui.models.outline import outline_rows, worst_by_clause
from app.ui.models.rows import Row
from app.ui.models.tree import KEY_ROLE, TreeModel
from app.ui.navigation import Navigation
from app.ui.placing import place_text, short_place
from tests.unit.reporting.report_example import ANALYSIS

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def tree(qapp):
    model = TreeModel(lambda severity, hollow: QIcon())
    tester = QAbstractItemModelTester(model, FATAL)
    yield model
    tester.deleteLater()


ROWS = (
    Row(("A", "1"), key="a", strong=True, children=(Row(("A1",), key="a1", severity=Severity.HIGH), Row(("A2",)))),
    Row(("B", "2"), key="b", tip="Tipp"),
)


def test_a_tree_keeps_the_rules_of_qt(tree):
    tree.show(("x", "y"), ROWS, "de")
    tree.show(("x",), (), "de")
    tree.show(("x", "y"), ROWS, "de")
    assert (tree.rowCount(), tree.columnCount()) == (2, 2)


def test_cells_tips_and_keys(tree):
    tree.show(("x", "y"), ROWS, "de")
    child = tree.index(0, 0, tree.index(0, 0))
    assert (child.data(), child.data(KEY_ROLE)) == ("A1", "a1")
    assert tree.index(1, 1).data() == "2"
    assert tree.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == "Tipp"
    assert child.siblingAtColumn(1).data() == ""
    assert tree.headerData(1, Qt.Orientation.Horizontal) == "y"


def test_a_severity_is_read_out(tree):
    tree.show(("x",), ROWS, "de")
    child = tree.index_of("a1")
    assert child.data(Qt.ItemDataRole.AccessibleTextRole) == "A1, Hoch"
    assert child.parent().data() == "A"


def test_no_key_is_nowhere(tree):
    tree.show(("x",), ROWS, "de")
    assert not tree.index_of("").isValid()
    assert not tree.index_of("c").isValid()


def test_the_outline_has_every_clause_once_in_order(analysis):
    def keys(rows):
        for row in rows:
            yield row.key
            yield from keys(row.children)

    assert list(keys(outline_rows(analysis, "de"))) == [c.id for c in analysis.reading.clauses]


def test_a_clause_shows_its_own_worst_finding_and_its_parent_a_hollow_mark(analysis):
    clause = next(f for f in analysis.findings if f.severity is Severity.HIGH and f.clauses).clauses[0]
    parent = analysis.reading.by_id[clause].parent
    assert worst_by_clause(analysis)[clause] is Severity.HIGH
    row = next(row for row in outline_rows(analysis, "de") if row.key == parent)
    assert (row.severity, row.hollow) == (Severity.HIGH, True)
    assert not next(child for child in row.children if child.key == clause).hollow


def test_a_clause_with_worse_findings_below_it_shows_the_worse_one_hollow(analysis):
    worse = next(f for f in analysis.findings if f.severity is Severity.HIGH and f.clauses)
    parent = analysis.reading.by_id[worse.clauses[0]].parent
    mild = replace(worse, id="mild", severity=Severity.LOW, clauses=(parent,), provisions=())
    rows = outline_rows(replace(analysis, findings=(worse, mild)), "de")
    row = next(row for row in rows if row.key == parent)
    assert (row.severity, row.hollow) == (Severity.HIGH, True)


def test_every_clause_of_a_repeated_section_is_marked_and_leads_to_it(analysis):
    clauses = [c.id for c in analysis.reading.clauses]
    sections = (tuple(clauses[:2]), tuple(clauses[2:4]))
    given = replace(analysis.findings[0], clauses=(clauses[0], clauses[2]), provisions=(), sections=sections)
    repeated = replace(analysis, findings=(given,))
    assert set(worst_by_clause(repeated)) == set(clauses[:4])
    assert not worst_by_clause(repeated, sections=False)
    navigation = Navigation()
    navigation.show(repeated)
    navigation.go_to_clause(clauses[3])
    assert (navigation.clause, navigation.finding) == (clauses[3], given)


def test_each_cell_of_the_liability_matrix_leads_to_its_words():
    (matrix,) = matrix_rows(ANALYSIS, "de")
    assert len(matrix.children) == len(Damage)
    indirect = next(row for row in matrix.children if row.cells[0].startswith("Mittelbare"))
    shown = tuple(cell.replace("\u00ad", "") for cell in indirect.cells[1:])
    assert shown == ("unbegrenzt", "ausgeschlossen", "ausgeschlossen")
    assert indirect.tones[1:] == ("unlimited", "excluded", "excluded")
    assert indirect.keys[1] != indirect.keys[2] == indirect.keys[3]
    assert "„Für entgangenen Gewinn haftet der Anbieter nicht“" in indirect.tips[2]
    assert len(matrix_header("de")) == len(indirect.cells)


def test_a_case_that_is_not_regulated_leads_nowhere():
    (matrix,) = matrix_rows(ANALYSIS, "de")
    delay = next(row for row in matrix.children if row.cells[0] == "Verzug")
    assert (delay.cells[2], delay.keys[2]) == ("nicht geregelt", "")


def test_a_document_without_liability_clauses_has_no_matrix(analysis):
    bare = replace(analysis, reading=replace(analysis.reading, liability=()))
    assert matrix_rows(bare, "de") == ()


def test_cells_have_their_own_key_tip_and_colour(qapp):
    model = TreeModel(lambda severity, hollow: QIcon(), tint=QColor)
    model.show(("x", "y"), (Row(("A", "1"), key="a", keys=("", "b"), tips=("", "T"), tones=("", "red")),), "de")
    first, second = model.index(0, 0), model.index(0, 1)
    assert (first.data(KEY_ROLE), second.data(KEY_ROLE)) == ("a", "b")
    assert second.data(Qt.ItemDataRole.ToolTipRole) == "T"
    assert first.data(Qt.ItemDataRole.ForegroundRole) is None
    assert second.data(Qt.ItemDataRole.ForegroundRole) == QColor("red")


def test_long_paths_are_shown_by_their_last_steps(analysis):
    top, middle, last = (c for c in analysis.reading.clauses[:3])
    nested = replace(last, parent=middle.id), replace(middle, parent=top.id), replace(top, parent=None)
    reading = replace(analysis.reading, clauses=nested)
    whole = place_text(nested[0], reading, "de")
    assert whole.count(" › ") == 2
    assert short_place(nested[0], reading, "de") == whole.split(" › ", 1)[1]
    assert short_place(nested[2], reading, "de") == place_text(nested[2], reading, "de")


def test_the_tip_of_a_clause_says_its_subject_and_how_sure_that_is():
    outline = {row.key: row for top in outline_rows(ANALYSIS, "de") for row in (top, *top.children)}
    assert "Thema: Haftungsbeschränkung (sicher, 0,9; aus dem Wortlaut)" in outline["c0005"].tip
    assert "Thema: Zahlungsbedingungen (unsicher, 0,45; aus der Überschrift)" in outline["c0007"].tip


def test_what_was_not_checked_is_complete(analysis):
    report = report_words(analysis, ReportOptions())
    rows = not_checked_rows(report, analysis, "de")
    assert rows[0].cells == (report.completeness,)
    titles = [row.cells[0] for row in rows]
    assert all(any(title.startswith(listing.title) for title in titles) for listing in report.unread)
