"""The findings panel of a document whose session does no work: list, decisions and detail together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.library.model import Position, PositionRank
from app.models.analysis import FindingKind, Severity
from app.models.decisions import Verdict
from app.settings import Settings, save_settings
from app.ui.models.arranging import Arrangement, Grouping
from app.ui.models.filtering import Filters
from app.ui.models.findingrows import findings_in
from app.ui.models.positions import KnownReference
from app.ui.views.finding_menu import FindingMenu
from tests.unit.reporting.report_example import ANALYSIS

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing the keyboard|activate", extend=True)

COMPARED = next(f for f in ANALYSIS.findings if f.comparison)
MISSING = next(f for f in ANALYSIS.findings if f.kind is FindingKind.MISSING)


@pytest.fixture
def document(context):
    from app.ui.opened import OpenDocument
    from app.ui.session import DocumentSession, wait_for_all

    save_settings(Settings(user="Mia Muster"))
    session = DocumentSession(Path("bedingungen.pdf"), context.library.effective, ANALYSIS.facts, entry=context.entry)
    made = OpenDocument(session.path, context, session)
    yield made
    made.deleteLater()
    session.close()
    wait_for_all()


@pytest.fixture
def show(document):
    """Let the panel show an analysis."""
    from app.ui.panels.panel import Material

    def show_(panel, analysis=ANALYSIS):
        document.session.analysis = analysis
        document.session.analysed.emit(analysis)
        document.navigation.show(analysis)
        document.material = Material(analysis, document.facts, document.lang, "light", document.review.decided)
        panel.show_prepared(panel.prepare(document.material), document.material)
        panel.show_place()

    return show_


@pytest.fixture
def empty(document, qtbot):
    from app.ui.panels.findings import FindingsPanel

    made = FindingsPanel(document)
    document.navigation.moved.connect(made.show_place)
    qtbot.addWidget(made)
    made.resize(520, 760)
    made.show()
    return made


@pytest.fixture
def panel(empty, show):
    show(empty)
    return empty


def _ids(panel):
    return [row.finding.id for row in findings_in(panel.list.rows.rows)]


def _arrange(panel, **changes):
    panel.controls.changed.emit(replace(panel._arrangement, **changes))


# --- nothing to show


def test_before_the_analysis_it_says_that_it_is_waiting(empty):
    assert "sobald das Dokument ausgewertet ist" in empty.nothing.sentence.text()
    assert not empty.nothing.button.isVisible()


def test_without_findings_it_says_what_was_applied_and_leads_to_what_was_not_checked(empty, show, document, qtbot):
    show(empty, replace(ANALYSIS, findings=()))
    said = empty.nothing.sentence.text()
    assert "heißt nicht, dass alles in Ordnung ist" in said
    assert "Angewandte Vorgaben" in said
    with qtbot.waitSignal(document.panel_wanted) as heard:
        empty.nothing.button.click()
    assert heard.args == ["unchecked"]
    assert empty.badge() == ""


def test_where_no_finding_matches_a_button_shows_all_again(panel):
    _arrange(panel, filters=Filters(words="gibtesnicht"))
    assert panel.nothing.isVisible()
    assert f"Alle {len(ANALYSIS.findings)} Hinweise" in panel.nothing.sentence.text()
    panel.nothing.button.click()
    assert panel.list.isVisible()
    assert len(_ids(panel)) == len(ANALYSIS.findings)


# --- steps


def test_next_and_previous_go_by_the_list_as_it_is_arranged(panel, document):
    _arrange(panel, grouping=Grouping.CLAUSE)
    commands = panel.commands()
    seen = []
    for _ in ANALYSIS.findings:
        commands["next"]()
        seen.append(document.navigation.finding.id)
    assert seen == _ids(panel)
    assert seen != [f.id for f in ANALYSIS.findings]
    commands["previous"]()
    assert document.navigation.finding.id == seen[-2]
    assert panel.list.current == seen[-2]


def test_the_next_undecided_one_and_when_there_is_none(panel, document, qtbot):
    document.review.decide(ANALYSIS.findings[1:], verdict=Verdict.ACCEPT)
    panel.commands()["next_undecided"]()
    assert document.navigation.finding is ANALYSIS.findings[0]
    document.review.decide(ANALYSIS.findings[0], verdict=Verdict.REJECT)
    with qtbot.waitSignal(document.said) as heard:
        panel.commands()["next_undecided"]()
    assert heard.args == ["Alle gezeigten Hinweise sind entschieden."]


def test_a_group_that_is_closed_opens_for_the_finding_that_is_looked_at(panel, document):
    panel.list.toggled.emit("severity:high")
    high = next(f for f in ANALYSIS.findings if f.severity is Severity.HIGH)
    assert high.id not in _ids(panel)
    document.navigation.go_to_finding(high.id)
    assert panel.list.current == high.id


def test_where_nothing_is_shown_nothing_is_next_and_nothing_is_to_decide(panel, document):
    steps = {"next", "previous", "next_undecided"}
    assert not panel.impossible() & steps
    assert "accept" in panel.impossible()
    document.navigation.go_to_finding(ANALYSIS.findings[0].id)
    assert "accept" not in panel.impossible()
    _arrange(panel, filters=Filters(words="gibtesnicht"))
    assert steps <= panel.impossible()


def test_the_filter_gets_the_focus(panel, qtbot):
    panel.activateWindow()
    panel.commands()["filter"]()
    qtbot.waitUntil(panel.controls.words.hasFocus)


# --- decisions


def test_a_decision_shows_at_once_and_the_row_stays_though_the_filter_no_longer_keeps_it(panel, document):
    _arrange(panel, filters=Filters(states=frozenset(["undecided"])), grouping=Grouping.NONE)
    first, second = ANALYSIS.findings[:2]
    document.navigation.go_to_finding(first.id)
    document.review.decide(first, verdict=Verdict.NEGOTIATE, assignee="Anna")
    row = panel.list.rows.finding_at(panel.list.currentIndex())
    assert (row.finding.id, row.standing.verdict, row.standing.assignee) == (first.id, Verdict.NEGOTIATE, "Anna")
    document.navigation.go_to_finding(second.id)
    assert first.id not in _ids(panel)
    assert panel.list.current == second.id


def test_an_own_severity_moves_the_finding_into_its_group(panel, document):
    high = next(f for f in ANALYSIS.findings if f.severity is Severity.HIGH)
    document.navigation.go_to_finding(high.id)
    document.review.decide(high, severity=Severity.INFO, reason="Üblich.")
    assert panel.list.rows.finding_at(panel.list.currentIndex()).own
    assert _ids(panel)[-1] != high.id or panel.list.current == high.id
    assert "eigene Gewichtung" in panel.detail.pane.text.toPlainText()
    document.undo.undo()
    assert "eigene Gewichtung" not in panel.detail.pane.text.toPlainText()


def test_several_findings_are_decided_together(panel, document):
    panel.list.setFocus()
    panel.list.select(_ids(panel)[0])
    QTest.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    panel.commands()["reject"]()
    said = {f.id for f in ANALYSIS.findings if f.anchor in document.review.decided}
    assert said == set(_ids(panel)[:2])


def test_what_was_selected_of_another_analysis_is_not_decided(panel, document, show):
    panel.list.setFocus()
    panel.list.select(_ids(panel)[0])
    QTest.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    others = tuple(
        replace(f, id=ANALYSIS.findings[(n + 3) % len(ANALYSIS.findings)].id) for n, f in enumerate(ANALYSIS.findings)
    )
    document.session.analysis = replace(ANALYSIS, findings=others)  # as it is until the list is made anew
    document.session.analysed.emit(document.session.analysis)
    wanted = {row.finding.anchor for row in panel.list.chosen_rows()}
    assert {finding.anchor for finding in panel._chosen()} == wanted
    show(panel, document.session.analysis)
    assert len(panel.list.chosen()) <= 1


def test_a_new_preparation_for_a_decision_words_nothing_anew(panel, document):
    assert panel.prepare(document.material) is panel.prepare(replace(document.material, decided={}))
    assert panel.prepare(document.material) is not panel.prepare(replace(document.material, lang="en"))


# --- what is remembered, what others ask for


def test_arrangement_and_filters_are_remembered_the_words_are_not(panel, document, qtbot):
    from app.ui.panels.findings import FindingsPanel

    _arrange(panel, grouping=Grouping.KIND, filters=Filters(frozenset([Severity.HIGH]), words="haftung"))
    other = FindingsPanel(document)
    qtbot.addWidget(other)
    assert other._arrangement == Arrangement(Grouping.KIND, filters=Filters(frozenset([Severity.HIGH])))


def test_another_panel_asks_for_some_of_the_findings(panel, document):
    document.filter_wanted.emit({"severities": frozenset([Severity.HIGH])})
    assert {f.severity for f in ANALYSIS.findings if f.id in _ids(panel)} == {Severity.HIGH}
    assert "Hoch" in panel.controls.sentence.text()


def test_the_selection_outlives_a_filter_that_hides_it_for_a_while(panel, document):
    wanted = ANALYSIS.findings[0]
    document.navigation.go_to_finding(wanted.id)
    _arrange(panel, filters=Filters(words="gibtesnicht"))
    panel.controls.reset()
    assert panel.list.current == wanted.id


# --- the detail


def test_links_lead_into_the_library_to_panels_and_to_places(panel, document, qtbot):
    links = panel.detail.pane.text.anchorClicked
    with qtbot.waitSignal(document.reference_wanted) as heard:
        links.emit(QUrl("library:haftung-1"))
    assert heard.args == ["haftung-1"]
    with qtbot.waitSignal(document.panel_wanted) as heard:
        links.emit(QUrl("panel:duplicates"))
    assert heard.args == ["duplicates"]
    links.emit(QUrl("clause:c0008"))
    assert document.navigation.clause == "c0008"
    links.emit(QUrl("quote:c0005:0:10"))
    assert document.navigation.current.clause == "c0005"


def test_another_position_of_the_reference_is_compared_until_another_finding_is_looked_at(panel, document, monkeypatch):
    positions = (Position(PositionRank.PREFERRED, "Eins."), Position(PositionRank.FALLBACK, "Zwei, wie verlangt."))
    known = KnownReference("r", "Titel", "review", positions)
    monkeypatch.setattr("app.ui.finding_detail.known_reference", lambda library, reference: known)
    document.navigation.go_to_finding(COMPARED.id)
    panel.detail.pane.text.anchorClicked.emit(QUrl("position:1"))
    assert "Zwei, wie verlangt." in panel.detail.pane.text.toPlainText()
    document.navigation.go_to_finding(MISSING.id)
    document.navigation.go_to_finding(COMPARED.id)
    assert "Zwei, wie verlangt." not in panel.detail.pane.text.toPlainText()


def test_side_by_side_is_remembered(panel, document):
    document.navigation.go_to_finding(COMPARED.id)
    inline = panel.detail.pane.text.toHtml()
    panel.detail.pane.beside.click()
    assert panel.detail.pane.text.toHtml() != inline
    assert document.context.settings.choice("wordings_beside") == "on"


def test_the_large_window_follows_and_goes_with_the_panel(panel, document, qtbot):
    document.navigation.go_to_finding(COMPARED.id)
    panel.detail.pane.large.click()
    large = panel.detail.window
    assert large.isVisible()
    assert not large.isModal()
    assert large.windowTitle() == "Hinweis – bedingungen.pdf"
    assert large.pane.text.toPlainText()
    before = large.pane.text.toPlainText()
    large.stepped.emit("next")
    assert large.pane.text.toPlainText() != before
    large.close()
    panel.list.opened.emit(COMPARED.id)
    assert large.isVisible()


def test_a_clause_without_a_finding_is_shown_too(panel, document, show):
    show(panel, replace(ANALYSIS, findings=ANALYSIS.findings[:1]))
    others = (c.id for c in ANALYSIS.reading.clauses if c.id not in ANALYSIS.findings[0].clauses)
    document.navigation.go_to_clause(next(others))
    assert "keinen Hinweis" in panel.detail.pane.text.toPlainText()


# --- the menu of a row


@pytest.fixture
def menu(panel, document):
    made = FindingMenu(document, (COMPARED, MISSING), lambda: None, panel)
    yield {action.text().replace("&", ""): action for action in (*made.actions(), *made.actions()[0].menu().actions())}
    made.deleteLater()


def test_the_menu_decides_all_that_are_selected(menu, document):
    menu["Verhandeln"].trigger()
    assert {document.review.decision(f).verdict for f in (COMPARED, MISSING)} == {Verdict.NEGOTIATE}


def test_the_menu_copies_the_words_of_the_document(menu):
    menu["Wortlaut kopieren"].trigger()
    assert QGuiApplication.clipboard().text()


def test_the_menu_leads_to_the_clause_the_library_and_what_can_be_taken_over(menu, document, qtbot):
    menu["Zur Klausel"].trigger()
    assert document.navigation.clause == COMPARED.clauses[0]
    if COMPARED.reference:
        with qtbot.waitSignal(document.reference_wanted) as heard:
            menu["Bezugsklausel in der Bibliothek zeigen"].trigger()
        assert heard.args == [COMPARED.reference]
    with qtbot.waitSignal(document.menu_wanted):
        menu["Klausel in die Bibliothek übernehmen …"].trigger()


def test_a_right_click_opens_the_menu_for_the_row_and_leaves_nothing_behind(panel, qtbot):
    panel.list.select(_ids(panel)[0])
    panel.list.menu_wanted.emit(_ids(panel)[0], QPoint(0, 0))
    (opened,) = panel.findChildren(FindingMenu)
    opened.close()
    qtbot.waitUntil(lambda: not panel.findChildren(FindingMenu))


# --- room, keyboard, languages, names


def test_the_bar_of_decisions_is_never_squeezed(panel, document, qtbot):
    document.navigation.go_to_finding(ANALYSIS.findings[0].id)
    for width, height in ((520, 760), (260, 620), (260, 480)):
        panel.resize(width, height)
        qtbot.waitUntil(lambda: panel.decision.height() >= panel.decision.heightForWidth(panel.decision.width()) > 0)


def test_tab_goes_from_top_to_bottom(panel):
    wanted = [
        panel.controls.words,
        panel.controls.filter,
        panel.controls.by,
        panel.list,
        panel.detail.pane.beside,
        panel.detail.pane.large,
        panel.detail.pane.text,
    ]
    chain, widget = [], panel
    while (widget := widget.nextInFocusChain()) is not panel:
        chain.append(widget)
    places = [chain.index(widget) for widget in wanted]
    assert places == sorted(places)
    assert all(widget.focusPolicy() & Qt.FocusPolicy.TabFocus for widget in wanted)
    assert places[3] < min(chain.index(w) for w in chain if panel.decision.isAncestorOf(w)) < places[4]


def test_links_in_the_sentence_and_in_the_detail_are_reached_by_keyboard(panel):
    for widget in (panel.controls.sentence, panel.detail.pane.text):
        assert widget.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByKeyboard


def test_everything_has_a_name_in_both_languages(panel, document):
    for code in ("de", "en"):
        document.context.language.switch(code)
        for widget in (panel.list, panel.controls.words, panel.controls.by, panel.detail.pane.text):
            assert widget.accessibleName()
        for button in (panel.controls.filter, panel.detail.pane.beside, panel.detail.pane.large):
            assert button.text()
            assert button.toolTip()
    assert panel.detail.pane.large.text() == "Show &large"
