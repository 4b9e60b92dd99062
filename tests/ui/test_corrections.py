"""The user corrects the clause tree in the outline: real worker, real window."""

from __future__ import annotations

import pytest

from app.models.analysis import Severity
from app.models.decisions import Verdict
from app.ui.dialogs.split_dialog import SplitDialog
from app.ui.dialogs.type_dialog import TypeDialog
from app.ui.models.outline import matching_rows, outline_rows
from app.ui.models.rows import Row

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def _labels(presenter) -> list[str]:
    return [f"{c.label} {c.heading}".strip() for c in presenter.analysis.reading.clauses]


def _clause(presenter, heading: str, paragraph: str = ""):
    clauses = presenter.analysis.reading.clauses
    section = next(c for c in clauses if c.heading == heading)
    return next(c for c in clauses if c.parent == section.id and c.label == paragraph) if paragraph else section


def _done(presenter, qtbot, before) -> None:
    qtbot.waitUntil(lambda: presenter.analysis is not before and presenter.settled, timeout=30_000)


def test_a_clause_is_joined_with_the_one_before_and_taken_apart_again(window, opened, pdf, qtbot):
    presenter = opened(pdf)
    before, labels = presenter.analysis, _labels(presenter)
    presenter.navigation.go_to_clause(_clause(presenter, "Zahlung", "(2)").id)
    window.actions_["merge"].trigger()
    _done(presenter, qtbot, before)
    assert len(_labels(presenter)) == len(labels) - 1
    joined = presenter.analysis.reading.by_id[presenter.navigation.clause]
    assert joined.label == "(1)"
    assert "genehmigt" in joined.text
    assert joined.corrected

    merged = presenter.analysis
    window.actions_["undo"].trigger()
    _done(presenter, qtbot, merged)
    assert _labels(presenter) == labels
    assert presenter.analysis.reading.by_id[presenter.navigation.clause].label == "(2)"


def test_a_clause_is_divided_where_the_cursor_stands(window, opened, pdf, qtbot):
    presenter = opened(pdf)
    before = presenter.analysis
    clause = _clause(presenter, "Zahlung", "(2)")
    presenter.navigation.go_to_clause(clause.id)
    window.actions_["split"].trigger()
    dialog = presenter.page.panel("outline").dialog
    assert isinstance(dialog, SplitDialog)
    cursor = dialog._text.textCursor()
    cursor.setPosition(clause.text.index("sonst") + 2)
    dialog._text.setTextCursor(cursor)
    assert "sonst gilt sie als genehmigt" in dialog._beginning.text()
    dialog.accept()
    _done(presenter, qtbot, before)
    made = presenter.analysis.reading.by_id[presenter.navigation.clause]
    assert made.text.startswith("sonst gilt")


def test_what_a_clause_is_about_is_chosen_from_a_list(window, opened, pdf, qtbot):
    presenter = opened(pdf)
    before = presenter.analysis
    clause = _clause(presenter, "Recht", "(1)")
    presenter.navigation.go_to_clause(clause.id)
    window.actions_["retype"].trigger()
    dialog = presenter.page.panel("outline").dialog
    assert isinstance(dialog, TypeDialog)
    assert dialog.name() == (clause.type or "")
    dialog._search.setText("vertraulich")
    assert dialog.name() == "confidentiality"
    dialog.accept()
    _done(presenter, qtbot, before)
    changed = _clause(presenter, "Recht", "(1)")
    assert (changed.type, changed.type_source) == ("confidentiality", "user")


def test_a_clause_moves_one_level_down_and_back_up(window, opened, pdf, qtbot):
    presenter = opened(pdf)
    before = presenter.analysis
    presenter.navigation.go_to_clause(_clause(presenter, "Recht").id)
    window.actions_["level_down"].trigger()
    _done(presenter, qtbot, before)
    moved = _clause(presenter, "Recht")
    assert moved.level == 1
    window.actions_["level_up"].trigger()
    lowered = presenter.analysis
    _done(presenter, qtbot, lowered)
    assert _clause(presenter, "Recht").level == 0


def test_what_is_taken_out_of_the_terms_is_listed_and_can_be_put_back(window, opened, pdf, qtbot):
    presenter = opened(pdf)
    before, labels = presenter.analysis, _labels(presenter)
    presenter.navigation.go_to_clause(_clause(presenter, "Recht").id)
    window.actions_["exclude"].trigger()
    _done(presenter, qtbot, before)
    assert "§ 5 Recht" not in _labels(presenter)
    rows = outline_rows(presenter.analysis, "de")
    assert "deutsches Recht" in str(rows[-1])
    presenter.document.go_to(rows[-1].children[0].key)
    without = presenter.analysis
    assert window.actions_["restore"].isEnabled()
    window.actions_["restore"].trigger()
    _done(presenter, qtbot, without)
    assert _labels(presenter) == labels


def test_only_what_is_possible_can_be_chosen(window, opened, pdf):
    presenter = opened(pdf)
    presenter.navigation.go_to_clause(presenter.analysis.reading.clauses[0].id)
    assert not window.actions_["merge"].isEnabled()  # nothing stands before the first
    assert not window.actions_["level_up"].isEnabled()
    assert not window.actions_["restore"].isEnabled()
    assert window.actions_["retype"].isEnabled()


def _asked_for(presenter) -> tuple[str, ...]:
    return tuple(correction.action for correction in presenter.document.corrections.made)


def _given_up(presenter, qtbot) -> None:
    presenter.session.cancel()
    qtbot.waitUntil(lambda: presenter.settled, timeout=30_000)


def test_a_change_that_is_cancelled_is_no_step_that_could_be_undone(window, opened, pdf, qtbot):
    presenter = opened(pdf)
    undo, stored = presenter.document.undo, []
    presenter.document.corrections.changed.connect(stored.append)
    presenter.navigation.go_to_clause(_clause(presenter, "Recht").id)
    window.actions_["level_down"].trigger()
    window.actions_["exclude"].trigger()
    assert _asked_for(presenter) == ("level", "exclude")
    _given_up(presenter, qtbot)
    assert (undo.count(), undo.canUndo(), stored[-1]) == (0, False, ())


def test_an_undoing_that_is_cancelled_can_be_undone_again(window, opened, pdf, qtbot):
    presenter = opened(pdf)
    undo, before = presenter.document.undo, presenter.analysis
    presenter.navigation.go_to_clause(_clause(presenter, "Recht").id)
    window.actions_["level_down"].trigger()
    _done(presenter, qtbot, before)
    window.actions_["undo"].trigger()
    _given_up(presenter, qtbot)
    assert _asked_for(presenter) == ("level",)
    assert (undo.canUndo(), undo.canRedo()) == (True, False)

    lowered = presenter.analysis
    window.actions_["undo"].trigger()
    _done(presenter, qtbot, lowered)
    assert _clause(presenter, "Recht").level == 0


def test_what_was_decided_while_a_change_was_made_outlives_its_cancelling(window, opened, pdf, qtbot):
    presenter = opened(pdf)
    undo, review, finding = presenter.document.undo, presenter.document.review, presenter.analysis.findings[0]
    presenter.navigation.go_to_clause(_clause(presenter, "Recht").id)
    window.actions_["level_down"].trigger()
    review.decide(finding, verdict=Verdict.REJECT)
    _given_up(presenter, qtbot)
    assert review.decision(finding) is not None
    undo.undo()
    assert review.decision(finding) is None
    undo.undo()  # the step that was given up does nothing and leaves
    assert not presenter.session.busy
    assert (undo.canUndo(), _asked_for(presenter)) == (False, ())


def test_the_outline_shows_the_users_own_severity(window, opened, pdf, qtbot):
    presenter = opened(pdf)
    finding = next(f for f in presenter.analysis.findings if f.severity is Severity.HIGH and f.clauses)
    alone = [f for f in presenter.analysis.findings if finding.clauses[0] in f.clauses]
    presenter.document.review.decide(alone, severity=Severity.INFO, reason="vereinbart")
    qtbot.waitUntil(lambda: presenter.settled)
    tree = presenter.page.panel("outline").tree
    assert tree.rows.row_at(tree.rows.index_of(finding.clauses[0])).severity is Severity.INFO


ROWS = (
    Row(("§ 1 Geltung",), children=(Row(("(1) Diese Bedingungen",)), Row(("(2) Abreden",)))),
    Row(("§ 2 Haftung",), children=(Row(("(1) Der Anbieter haftet",)),)),
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("", ["§ 1 Geltung", "(1) Diese Bedingungen", "(2) Abreden", "§ 2 Haftung", "(1) Der Anbieter haftet"]),
        ("abreden", ["§ 1 Geltung", "(2) Abreden"]),
        ("HAFT anbieter", ["§ 2 Haftung", "(1) Der Anbieter haftet"]),
        ("geltung", ["§ 1 Geltung"]),
        ("nirgends", []),
    ],
)
def test_the_outline_is_filtered_with_what_stands_above(text, left):
    def names(rows):
        return [name for row in rows for name in (row.cells[0], *names(row.children))]

    assert names(matching_rows(ROWS, text)) == left
