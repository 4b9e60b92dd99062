"""The overview: values beside our limits, covered subjects, bars, and where each of them leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from app.models.analysis import Check, Finding, FindingKind, Limit, Outcome, Severity, SubjectCheck
from app.models.decisions import Decision
from app.reporting.build import report_words
from app.reporting.options import ReportOptions
from app.ui.models.chart import MOST_BARS, bar_sentence, findings_chart
from app.ui.models.coverage import coverage_header, coverage_rows, coverage_sentence
from app.ui.models.overview import (
    FACTS,
    limit_lines,
    narrow_header,
    narrow_rows,
    overview_header,
    overview_rows,
    unread_lines,
)
from app.ui.passages import passage_key, passage_of, passages_in
from app.ui.views.findings_chart import FindingsChart
from tests.unit.reporting.report_example import ANALYSIS

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

AT = datetime(2026, 11, 22, tzinfo=UTC)


def _values(analysis, lang="de", decided=None):
    return [row for group in overview_rows(analysis, lang, decided) for row in group.children]


# --- the table of values


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_value_is_in_the_table_and_leads_to_its_words(analysis, lang):
    rows = _values(analysis, lang)
    leading = {passage for row in rows for passage in passages_in(row.key)}
    assert leading == {passage_of(p) for p in analysis.reading.provisions}
    assert all(len(row.cells) == len(overview_header(lang)) == 4 for row in rows)


def test_kinds_of_which_nothing_was_found_are_named(analysis):
    silent = overview_rows(analysis, "de")[-1]
    assert "Widerrufsfristen" in silent.cells[0]
    bare = replace(analysis, reading=replace(analysis.reading, provisions=(), liability=()), findings=())
    (nothing,) = overview_rows(bare, "de")
    assert nothing.cells[0].count(",") == 8


def test_the_limit_stands_beside_a_value_that_breaks_it_and_beside_one_that_keeps_it(analysis):
    told = {row.cells[0].replace("\xa0", " "): row for row in _values(analysis)}
    broken = next(row for shown, row in told.items() if shown.startswith("12 Monate"))
    asked = broken.cells[1].replace("\xa0", " ").split("\n")
    assert asked == ["nicht zulässig: zum Jahresende", "höchstens 3 Monate"]
    assert broken.severity is not None
    kept = [row for row in told.values() if row.sign == "ok"]
    assert kept
    assert all(row.cells[1] != "–" and row.cells[2] == "Innerhalb der Vorgaben" for row in kept)


def test_the_verdict_leads_to_its_finding(analysis):
    ids = {f.id for f in analysis.findings}
    found = [row for row in _values(analysis) if row.severity]
    assert found
    assert all(row.keys[2] in ids and row.keys[0] == row.key for row in found)


def test_a_value_read_with_little_confidence_says_so():
    unsure = [row for row in _values(ANALYSIS) if "unsicher erkannt" in row.cells[0]]
    assert [row.cells[0].split(" (")[0].replace("\xa0", " ") for row in unsure] == ["1 Jahr"]


def test_what_is_excluded_tells_exclusions_apart():
    groups = overview_rows(ANALYSIS, "de")[:2]
    rows = [row for group in groups for row in group.children]
    assert [row.cells[0].replace("\xad", "").split("\n")[1:] for row in rows] == [
        ["entgangener Gewinn"],
        [],
        ["Verzugsschäden"],
    ]


def test_a_fact_that_is_missing_is_named_and_leads_to_where_it_is_given(analysis):
    provision = analysis.reading.provisions[0]
    open_ = Check("r", Outcome.UNDECIDABLE, ("contract_value",), provisions=(provision.id,), reason="facts_missing")
    undecided = replace(analysis, findings=(), checks=(open_,))
    row = next(r for r in _values(undecided) if r.key == passage_key([passage_of(provision)]))
    assert row.cells[2] == "Nicht entscheidbar, es fehlt: der Auftragswert in Euro"
    assert (row.keys[2], row.sign, row.tones[2]) == (FACTS, "open", "link")


def test_what_no_fact_can_decide_leads_to_the_words(analysis):
    provision = analysis.reading.provisions[0]
    open_ = Check("r", Outcome.UNDECIDABLE, ("calendar",), provisions=(provision.id,))
    row = next(r for r in _values(replace(analysis, findings=(), checks=(open_,))) if r.sign == "open")
    assert (row.keys[2], row.tones[2]) == (row.key, "")


def test_values_that_differ_in_their_place_alone_are_one_row(analysis):
    provision = analysis.reading.provisions[0]
    other = replace(provision, id="again", clause=analysis.reading.clauses[-1].id)
    doubled = replace(
        analysis, reading=replace(analysis.reading, provisions=(provision, other)), findings=(), checks=()
    )
    (row,) = _values(doubled)
    assert len(passages_in(row.key)) == 2
    assert row.cells[3].endswith("(+1)")


def test_the_users_own_severity_counts(analysis):
    finding = next(f for f in analysis.findings if f.provisions)
    own = Decision(finding.anchor, None, "Mia Muster", AT, severity=Severity.INFO, reason="klein")
    given = replace(analysis, findings=(finding,))
    rows = _values(given, decided={finding.anchor: own})
    assert {row.severity for row in rows if row.keys[2] == finding.id} == {Severity.INFO}
    assert findings_chart(given, "de", {finding.anchor: own}).bars[0].counts == (0, 0, 0, 1)


def test_where_it_is_narrow_two_columns_say_the_same(analysis):
    wide = overview_rows(analysis, "de")
    narrow = narrow_rows(wide)
    pairs = [(w, n) for a, b in zip(wide, narrow, strict=True) for w, n in zip(a.children, b.children, strict=True)]
    assert pairs
    for whole, row in pairs:
        assert len(row.cells) == len(narrow_header("de")) == 2
        assert row.cells[0] == f"{whole.cells[0]}\n{whole.cells[3]}"
        assert row.cells[1].startswith(whole.cells[2])
        assert (row.keys, row.severity, row.sign) == ((whole.key, whole.keys[2]), whole.severity, whole.sign)


def _limit(field, comparison, limit, unit=""):
    return Limit("r", field, None, comparison, limit, "", unit)


@pytest.mark.parametrize(
    ("checks", "lines"),
    [
        ([(Outcome.OK, _limit("duration", "at_most", 3, "month"))], ("höchstens 3 Monate",)),
        ([(Outcome.FINDING, _limit("", "forbidden", None))], ("nicht zulässig",)),
        ([(Outcome.FINDING, _limit("to", "forbidden", "end_of_year"))], ("nicht zulässig: zum Jahresende",)),
        ([(Outcome.OK, _limit("immediate", "equals", False))], ("Unverzüglich: nein",)),
        (
            [
                (Outcome.OK, _limit("immediate", "equals", False)),
                (Outcome.OK, _limit("duration", "at_least", 2, "week")),
            ],
            ("mindestens 2 Wochen",),
        ),
        (
            [(Outcome.OK, _limit("duration", "at_least", 2, "week")), (Outcome.FINDING, _limit("", "forbidden", None))],
            ("nicht zulässig", "mindestens 2 Wochen"),
        ),
        ([(Outcome.NOT_APPLICABLE, None)], ()),
    ],
)
def test_limits_in_words_broken_ones_first(checks, lines):
    made = [Check("r", outcome, limit=limit) for outcome, limit in checks]
    assert tuple(line.replace("\xa0", " ") for line in limit_lines(made, "de")) == lines


def test_what_was_not_read_is_said_in_short(analysis):
    report = report_words(analysis, ReportOptions())
    assert unread_lines(report)[0] == report.completeness
    assert len(unread_lines(report)) == 1 + sum(not listing.collapsed for listing in report.unread)


# --- subjects


def _covered(analysis, *subjects):
    return replace(analysis, subjects=subjects)


def _standing(analysis, subject, lang="de"):
    (group,) = coverage_rows(_covered(analysis, subject), lang)
    (row,) = group.children
    return row


@pytest.mark.parametrize(
    ("subject", "words", "sign"),
    [
        (SubjectCheck("payment", True, Outcome.OK, ("c0003",)), "vorhanden", "ok"),
        (SubjectCheck("payment", True, Outcome.FINDING), "fehlt", "open"),
        (
            SubjectCheck("payment", True, Outcome.UNDECIDABLE, (), ("complete_text",)),
            "nicht geprüft, es fehlt: der vollständige Text des Dokuments",
            "open",
        ),
        (
            SubjectCheck("payment", False, Outcome.NOT_APPLICABLE, ("c0003",), reason="audience"),
            "vorhanden, aber nicht geprüft, weil die Vorgabe für andere Kundenkreise gilt",
            "none",
        ),
        (SubjectCheck("payment", False, Outcome.NOT_APPLICABLE, reason="not_required"), "nicht enthalten", "none"),
        (
            SubjectCheck("payment", False, Outcome.NOT_APPLICABLE, ("c0003",), reason="no_reference"),
            "vorhanden, nicht geprüft",
            "none",
        ),
        (
            SubjectCheck("payment", True, Outcome.NOT_APPLICABLE, reason="silence_is_harmless"),
            "nicht enthalten: ohne Regelung gilt ein Gesetz, das nicht nachteilig ist",
            "none",
        ),
    ],
)
def test_how_a_subject_stands(analysis, subject, words, sign):
    row = _standing(analysis, subject)
    assert (row.cells[1], row.sign) == (words, sign)
    assert bool(row.cells[2]) is bool(subject.clauses)
    assert len(row.cells) == len(coverage_header("de"))


def test_a_subject_that_lacks_a_fact_leads_to_the_facts_and_to_its_clauses(analysis):
    row = _standing(analysis, SubjectCheck("payment", True, Outcome.UNDECIDABLE, ("c0003",), ("audience",)))
    assert row.keys[1] == FACTS
    assert [p.clause for p in passages_in(row.keys[0])] == ["c0003"]


def test_a_missing_subject_leads_to_its_finding_and_bears_its_severity(analysis):
    missing = Finding("f9", "a", FindingKind.MISSING, Severity.HIGH, "missing_clause", {"type": "payment"})
    given = replace(analysis, findings=(missing,), subjects=(SubjectCheck("payment", True, Outcome.FINDING),))
    ((row,),) = (group.children for group in coverage_rows(given, "de"))
    assert (row.severity, row.key, row.keys[1]) == (Severity.HIGH, "f9", "f9")


def test_what_is_missing_comes_first_and_what_nobody_asks_for_is_closed(analysis):
    asked, other = coverage_rows(
        _covered(
            analysis,
            SubjectCheck("payment", True, Outcome.OK, ("c0003",)),
            SubjectCheck("warranty", True, Outcome.FINDING),
            SubjectCheck("delivery", False, Outcome.NOT_APPLICABLE, reason="not_required"),
        ),
        "de",
    )
    assert [row.cells[0] for row in asked.children] == ["Gewährleistung", "Zahlungsbedingungen"]
    assert (asked.closed, other.closed) == (False, True)


@pytest.mark.parametrize(
    ("outcomes", "sentence"),
    [
        ((), "Die Bibliothek verlangt für diesen Vertrag kein Thema."),
        ((Outcome.OK, Outcome.OK), "2 von 2 verlangten Themen sind geregelt."),
        (
            (Outcome.OK, Outcome.FINDING, Outcome.UNDECIDABLE),
            "1 von 3 verlangten Themen sind geregelt; es fehlen: 1; nicht geprüft: 1.",
        ),
    ],
)
def test_how_much_is_covered_in_a_sentence(analysis, outcomes, sentence):
    subjects = (SubjectCheck(f"s{n}", True, outcome) for n, outcome in enumerate(outcomes))
    assert coverage_sentence(_covered(analysis, *subjects), "de") == sentence


def test_the_real_analysis_says_how_every_required_subject_stands(analysis):
    assert any(s.required for s in analysis.subjects)
    rows = [row for group in coverage_rows(analysis, "en") for row in group.children]
    assert len(rows) == len(analysis.subjects)
    assert all(row.cells[1] for row in rows)


# --- the chart


def test_the_bars_count_every_finding_once(analysis):
    everything, *subjects = findings_chart(analysis, "de").bars
    assert everything.total == len(analysis.findings) == sum(bar.total for bar in subjects)
    assert [bar.counts for bar in subjects] == sorted((bar.counts for bar in subjects), reverse=True)


def test_many_subjects_are_few_bars(analysis):
    kinds = [f"subject_{n}" for n in range(30)]
    found = tuple(
        Finding(kind, kind, FindingKind.MISSING, Severity.LOW, "missing_clause", {"type": kind}) for kind in kinds
    )
    chart = findings_chart(replace(analysis, findings=found), "de")
    assert len(chart.bars) == 1 + MOST_BARS
    assert chart.bars[-1].label == f"Übrige Themen ({30 - MOST_BARS + 1})"
    assert {s for bar in chart.bars[1:] for s in bar.subjects} == set(kinds)


def test_without_findings_there_is_no_bar(analysis):
    assert findings_chart(replace(analysis, findings=()), "de").bars == ()


def test_a_bar_in_words(analysis):
    chart = findings_chart(analysis, "en")
    assert bar_sentence(chart.bars[0], chart, "en").startswith(f"All findings: {len(analysis.findings)} (")


@pytest.fixture
def chart(qtbot, theme, analysis):
    widget = FindingsChart(theme)
    qtbot.addWidget(widget)
    widget.resize(500, 400)
    widget.show_chart(findings_chart(analysis, "de"), "de")
    widget.asked = []
    widget.wanted.connect(widget.asked.append)
    return widget


def test_a_click_on_a_part_asks_for_its_severity_and_subject(chart, qtbot, analysis):
    severity, _, area = next(iter(chart.parts(1)))
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    (asked,) = chart.asked
    assert asked == {"subjects": findings_chart(analysis, "de").bars[1].subjects, "severities": {severity}}


def test_the_keyboard_walks_bars_and_parts_and_says_the_bar(chart, qtbot, analysis):
    bars = findings_chart(analysis, "de").bars
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_Return,
        Qt.Key.Key_Up,
        Qt.Key.Key_Return,
    ):
        qtbot.keyClick(chart, key)
    assert chart.asked == [{"subjects": bars[1].subjects}, {}]
    assert chart.accessibleDescription().startswith("Alle Hinweise")


def test_parts_of_a_bar_lie_side_by_side_within_the_widget(chart, analysis):
    for number, _ in enumerate(findings_chart(analysis, "de").bars):
        areas = [area for _, _, area in chart.parts(number)]
        assert areas[-1].right() <= chart.width()
        assert all(a.right() <= b.left() + 0.01 for a, b in pairwise(areas))


# --- the panel


@pytest.fixture
def panel(opened, pdf):
    presenter = opened(pdf)
    presenter.page.show_panel("overview")
    return presenter.page.panel("overview"), presenter


def test_the_panel_leads_to_findings_and_unchecked_parts_and_facts(panel, qtbot):
    overview, presenter = panel
    with qtbot.waitSignal(presenter.document.filter_wanted) as asked:
        overview.chart.wanted.emit({"subjects": frozenset({"payment"})})
    assert asked.args == [{"subjects": frozenset({"payment"})}]
    assert presenter.page.right.current == "findings"
    overview.more.click()
    assert presenter.page.right.current == "unchecked"
    overview.values.picked.emit(FACTS)
    assert presenter.page.right.current == "facts"


def test_walking_with_the_keyboard_never_takes_the_panel_away(panel):
    overview, presenter = panel
    for row in range(overview.values.rows.rowCount()):
        overview.values.setCurrentIndex(overview.values.rows.index(row, 2))
        assert presenter.page.right.current == "overview"
    finding = next(n for n in range(overview.values.rows.rowCount()) if overview.values.rows.line(n).row.severity)
    overview.values.setCurrentIndex(overview.values.rows.index(finding, 2))
    overview.values.picked.emit(overview.values.rows.line(finding).row.keys[2])
    assert presenter.page.right.current == "findings"


def test_a_folded_section_stays_folded(panel, context):
    overview, _ = panel
    overview.sections["chart"].head.click()
    assert not overview.chart.isVisible()
    assert context.settings.choice("folded/overview") == "chart"


def test_a_narrow_panel_shows_two_columns_and_a_wide_one_four(qtbot, opened, pdf):
    panel = opened(pdf).page.panel("overview")
    em = panel.fontMetrics().averageCharWidth()
    for width, columns in ((40, 2), (80, 4)):
        panel.setParent(None)
        qtbot.addWidget(panel)
        panel.resize(em * width, 500)
        panel.show()
        with qtbot.waitExposed(panel):
            pass
        assert panel.values.rows.columnCount() == columns
        assert panel.values.rows.marked == columns // 2
