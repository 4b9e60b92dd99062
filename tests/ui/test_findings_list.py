"""The list of findings: what a row says, what the selection does, how it is filtered by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.models.analysis import FindingKind, Severity
from app.models.decisions import Verdict
from app.ui.models.arranging import Arranged, Arrangement, Grouping, Sorting, arranged
from app.ui.models.filterchoices import chips, choice_groups
from app.ui.models.filtering import Filters
from app.ui.models.findingrows import Standing, findings_in
from app.ui.models.findings import ID_ROLE, FindingsModel
from app.ui.models.findingwords import RowWords, severity_labels
from app.ui.models.listing import listed_findings, sections
from app.ui.views.findings_controls import FindingsControls
from app.ui.views.findings_list import FindingsList
from tests.unit.reporting.report_example import ANALYSIS, FINDINGS

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing the keyboard", extend=True)

LISTED = listed_findings(ANALYSIS, "de")
LABELS = severity_labels("de")


def _rows(grouping=Grouping.SEVERITY, filters=None, said=None, closed=()):
    arrangement = Arrangement(grouping, filters=filters or Filters())
    return arranged(LISTED, said or {}, arrangement, LABELS, frozenset(closed)).rows


def _shown(words):
    return len(findings_in(_rows(filters=Filters(words=words))))


# --- what is known of a finding


def test_all_findings_are_listed_in_their_order():
    assert [f.id for f in LISTED] == [f.id for f in FINDINGS]
    assert sorted(f.order for f in LISTED) == list(range(len(FINDINGS)))


@pytest.mark.parametrize(
    ("words", "count"),
    [("verweis ohne ziel", 1), ("Gesetzlicher Hinweis", 2), ("§309", 2), ("§ 308 nr. 5", 1), ("gibt es nicht", 0)],
)
def test_findings_are_found_by_title_kind_norm_and_words(words, count):
    assert _shown(words) == count


def test_the_line_below_says_kind_and_place():
    assert all(f.below.startswith(f"{f.kind_label} · ") or f.below == f.kind_label for f in LISTED)


def test_what_stands_nowhere_comes_last_in_the_order_of_the_document():
    without_place = [f.order for f in LISTED if not f.clause]
    assert min(without_place) > max(f.order for f in LISTED if f.clause)


def test_sections_are_the_topmost_clauses(analysis):
    home = sections(analysis.reading)
    assert {home[c.id] for c in analysis.reading.clauses} == {
        c.id for c in analysis.reading.clauses if c.parent is None
    }


def test_a_title_above_everything_is_no_section(analysis):
    top = replace(analysis.reading.clauses[0], id="title", parent=None)
    clauses = (top, *(replace(c, parent=c.parent or "title") for c in analysis.reading.clauses))
    home = sections(replace(analysis.reading, clauses=clauses))
    assert home["title"] == "title"
    assert len(set(home.values())) == len([c for c in analysis.reading.clauses if c.parent is None]) + 1


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_group_has_a_name(lang):
    listed = listed_findings(ANALYSIS, lang)
    for grouping in Grouping:
        rows = arranged(listed, {}, Arrangement(grouping), severity_labels(lang)).rows
        headings = [RowWords(lang).heading(row) for row in rows if row not in findings_in(rows)]
        assert all(headings)
        assert bool(headings) == (grouping is not Grouping.NONE)


# --- what rows say

ROW = findings_in(_rows())[0]
SPOKEN = {
    Standing(): "noch nicht entschieden",
    Standing(Verdict.NEGOTIATE, "Anna"): "Verhandeln, zuständig: Anna",
    Standing(severity=Severity.LOW, noted=True): "noch nicht entschieden, eigene Gewichtung, mit Notiz",
}


@pytest.mark.parametrize(("standing", "expected"), SPOKEN.items())
def test_what_is_read_out_of_a_row(standing, expected):
    row = replace(ROW, standing=standing, severity=standing.severity or ROW.severity)
    spoken = RowWords("de").spoken(row)
    assert spoken.endswith(f", {expected}")
    assert spoken.startswith("Gering: " if standing.severity else "Hoch: ")


def test_a_heading_counts_what_is_open():
    said = {ROW.finding.anchor: Standing(Verdict.ACCEPT)}
    heading = next(row for row in _rows(said=said) if row not in findings_in(_rows(said=said)))
    assert RowWords("de").count(heading) == f"{heading.count - 1} von {heading.count} offen"
    assert RowWords("de").spoken(replace(heading, open=False)).endswith("offen, zugeklappt")
    assert RowWords("de").spoken(replace(heading, undecided=1, count=1)) == "Hoch, 1 Hinweis, aufgeklappt"


# --- the model and its view


def test_the_model_keeps_the_rules_of_qt(qapp):
    model = FindingsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(_rows(), "de")
    ids = [row.finding.id for row in findings_in(_rows())]
    assert [model.index(model.row_of(id_)).data(ID_ROLE) for id_ in ids] == ids
    assert model.row_of("none") == -1
    assert model.data(QModelIndex()) is None
    model.show((), "en")
    assert model.rowCount() == 0
    tester.deleteLater()


@pytest.fixture
def view(qtbot, theme):
    made = FindingsList(theme)
    qtbot.addWidget(made)
    made.resize(320, 260)
    made.show()
    made.show_rows(_rows(), "de")
    return made


def test_the_selection_outlives_another_arrangement(view):
    wanted = findings_in(_rows())[-1].finding.id
    heard = []
    view.picked.connect(heard.append)
    view.select(wanted)
    for grouping in Grouping:
        view.show_rows(_rows(grouping), "de")
        assert view.current == wanted
        assert view.visualRect(view.currentIndex()).intersects(view.viewport().rect())
    assert heard == []  # nobody picked anything


def test_several_stay_selected_too(view):
    ids = [row.finding.id for row in findings_in(_rows())]
    view.select(ids[0])
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.chosen() == tuple(ids[:2])
    view.show_rows(_rows(Grouping.KIND), "de")
    assert set(view.chosen()) == set(ids[:2])


def test_what_is_filtered_away_is_no_longer_selected(view):
    view.select(findings_in(_rows())[0].finding.id)
    view.show_rows(_rows(filters=Filters(words="verweis ohne ziel")), "de")
    assert view.current is None
    assert view.chosen() == ()


def test_arrow_keys_go_from_finding_to_finding(view, qtbot):
    first, second = (row.finding.id for row in findings_in(_rows())[:2])
    view.select(first)
    with qtbot.waitSignal(view.picked) as heard:
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert heard.args == [second]


@pytest.mark.parametrize(
    ("key", "is_open", "heard"),
    [
        (Qt.Key.Key_Left, True, True),
        (Qt.Key.Key_Right, True, False),
        (Qt.Key.Key_Right, False, True),
        (Qt.Key.Key_Left, False, False),
        (Qt.Key.Key_Return, True, True),
        (Qt.Key.Key_Space, False, True),
    ],
)
def test_headings_open_and_close_by_keyboard(view, key, is_open, heard):
    asked = []
    view.toggled.connect(asked.append)
    view.show_rows(_rows(closed=() if is_open else ["severity:high"]), "de")
    view.setCurrentIndex(view.rows.index(0))
    QTest.keyClick(view, key)
    assert asked == (["severity:high"] if heard else [])


def test_a_click_on_a_heading_opens_or_closes_it_once(view):
    asked = []
    view.toggled.connect(asked.append)
    place = view.visualRect(view.rows.index(0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == ["severity:high"]


def test_return_shows_a_finding_large(view, qtbot):
    wanted = findings_in(_rows())[0].finding.id
    view.select(wanted)
    with qtbot.waitSignal(view.opened) as heard:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert heard.args == [wanted]


def test_only_findings_have_a_menu(view):
    asked = []
    view.menu_wanted.connect(lambda finding, _: asked.append(finding))
    for row in range(2):
        view.customContextMenuRequested.emit(view.visualRect(view.rows.index(row)).center())
    view.customContextMenuRequested.emit(QPoint(5, 10_000))
    assert asked == [findings_in(_rows())[0].finding.id]


def test_a_narrow_list_gives_long_titles_two_lines(view):
    view.resize(900, 400)
    wide = view.sizeHintForRow(1)
    view.resize(180, 400)
    assert view.sizeHintForRow(1) > wide > view.sizeHintForRow(0)


def test_rows_of_every_kind_can_be_painted(view):
    said = {f.anchor: Standing(verdict, "Anna Berg", Severity.LOW) for f, verdict in zip(LISTED, Verdict, strict=False)}
    for width in (60, 320):
        view.resize(width, 400)
        view.show_rows(_rows(said=said), "de")
        assert not view.grab().isNull()


# --- filters by hand

SAID = {LISTED[0].anchor: Standing(Verdict.ACCEPT, "Zoe", Severity.LOW), LISTED[1].anchor: Standing(assignee="Anna")}


def _choices(filters=None):
    return {group.name: group.choices for group in choice_groups(LISTED, SAID, filters or Filters(), "de")}


def test_choices_are_those_that_occur_with_their_number():
    found = _choices()
    for name in ("severities", "kinds", "subjects", "assignees"):
        assert sum(choice.count for choice in found[name]) == len(LISTED)
    assert [(c.label, c.count) for c in found["states"]] == [
        ("Noch offen", len(LISTED) - 1), ("Entschieden", 1), ("Annehmen", 1),
    ]  # fmt: skip
    assert [c.label for c in found["assignees"]] == ["Anna", "Zoe", "niemand zuständig"]
    assert found["subjects"][-1].label == "Ohne erkanntes Thema"


def test_what_is_chosen_is_offered_even_where_it_does_not_occur():
    (gone,) = [c for c in _choices(Filters(assignees=frozenset(["Weg"])))["assignees"] if c.chosen]
    assert (gone.label, gone.count) == ("Weg", 0)


def test_filters_in_force_are_named():
    filters = Filters(frozenset([Severity.HIGH]), frozenset([FindingKind.MISSING]), words=" a  b ")
    assert [chip.label for chip in chips(filters, "de")] == ["Hoch", "Fehlende Regelung", "„a b“"]
    assert chips(Filters(), "de") == ()


@pytest.fixture
def controls(qtbot, theme):
    made = FindingsControls(theme)
    qtbot.addWidget(made)
    made.show_arrangement(Arrangement(), "de")
    made.show()
    return made


def test_typing_filters_once_the_hand_rests(controls, qtbot):
    with qtbot.waitSignal(controls.changed) as heard:
        QTest.keyClicks(controls.words, "haft frist")
    assert heard.args[0].filters == Filters(words="haft frist")


def test_words_being_typed_are_not_taken_from_under_the_hand(controls):
    QTest.keyClicks(controls.words, "haft")
    controls.show_arrangement(Arrangement(grouping=Grouping.KIND), "de")
    assert controls.words.text() == "haft"
    controls.look_now()


def test_the_sentence_says_what_is_shown_and_takes_filters_out(controls):
    filters = Filters(frozenset([Severity.HIGH, Severity.LOW]), words="a<b")
    controls.show_arrangement(Arrangement(filters=filters), "de")
    controls.show_count(Arranged((), 12, 41))
    text = controls.sentence.text()
    assert controls.sentence.isVisible()
    assert text.startswith("12 von 41 gezeigt")
    assert "a&lt;b" in text
    asked = []
    controls.changed.connect(lambda arrangement: asked.append(arrangement.filters))
    controls.sentence.linkActivated.emit("severities:high")
    controls.sentence.linkActivated.emit("words:a<b")
    controls.sentence.linkActivated.emit("reset")
    assert asked == [replace(filters, severities=frozenset([Severity.LOW])), replace(filters, words=""), Filters()]


def test_without_a_filter_nothing_is_said(controls):
    controls.show_count(Arranged((), 41, 41))
    assert not controls.sentence.isVisible()


def test_grouping_and_sorting_are_chosen_in_one_menu(controls):
    asked = []
    controls.changed.connect(asked.append)
    actions = {action.text(): action for action in controls.by.menu().actions()}
    actions["Abschnitt"].trigger()
    assert asked == [Arrangement(Grouping.CLAUSE)]
    controls.show_arrangement(asked[-1], "de")
    assert controls.by.text() == "Nach Abschnitt"
    sortings = [action for action in controls.by.menu().actions() if action.text() == "Gewichtung"]
    sortings[-1].trigger()
    assert asked[-1] == Arrangement(Grouping.CLAUSE, Sorting.SEVERITY)


def test_several_choices_are_made_in_one_menu_that_stays_open(controls, qtbot):
    def show(arrangement):
        controls.show_arrangement(arrangement, "de")
        controls.filter.show_choices(choice_groups(LISTED, SAID, arrangement.filters, "de"))

    controls.changed.connect(show)
    controls.filter.choices_wanted.connect(lambda: show(Arrangement()))
    controls.filter.menu().popup(QPoint(0, 0))
    severities = controls.filter.menu().actions()[0].menu()
    severities.popup(QPoint(50, 0))
    for action in severities.actions()[:2]:
        severities.setActiveAction(action)
        QTest.keyClick(severities, Qt.Key.Key_Space)
        assert severities.isVisible()
    assert [action.isChecked() for action in severities.actions()[:2]] == [True, True]
    severities.close()
    controls.filter.menu().close()


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier])
def test_the_next_finding_is_selected_alone_though_the_key_is_still_held_down(held, qtbot, theme):
    """After Ctrl+1 or Shift+F8 a view would add it to the selection, and the next decision would be about all of them."""
    shown = FindingsList(theme)
    qtbot.addWidget(shown)
    shown.show_rows(_rows(), "de")
    first, second = [row.finding.id for row in findings_in(_rows())][:2]
    shown.select(first)
    QTest.keyPress(shown, Qt.Key.Key_F12, held)
    shown.select(second)
    assert shown.chosen() == (second,)


def test_a_scroll_bar_that_takes_width_makes_rows_higher(qtbot, theme):
    shown = FindingsList(theme)
    qtbot.addWidget(shown)
    shown.show_rows(_rows(), "de")
    long = max(findings_in(_rows()), key=lambda row: shown.fontMetrics().horizontalAdvance(row.finding.title))
    index = shown.rows.index(shown.rows.row_of(long.finding.id))
    shown.resize(shown.fontMetrics().horizontalAdvance(long.finding.title) + 8 * shown.fontMetrics().height(), 3000)
    shown.show()
    before = shown.visualRect(index).height()
    shown.resize(shown.width() - 8 * shown.fontMetrics().height(), 3000)
    qtbot.waitUntil(lambda: shown.visualRect(index).height() > before, timeout=5_000)
