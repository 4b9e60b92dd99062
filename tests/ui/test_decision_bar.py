"""The bar that decides: by mouse and by keyboard, nothing typed gets lost or lands at another finding."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from app.models.analysis import Severity
from app.models.decisions import Verdict
from app.settings import Settings, load_settings, save_settings
from app.ui.actions import _KEYS
from app.ui.dialogs.orphans_dialog import OrphansDialog
from app.ui.models.orphans import key_of, orphan_rows
from app.ui.opened import OpenDocument
from app.ui.passages import passages_in
from app.ui.review_keeping import Kept
from app.ui.session import DocumentSession, wait_for_all
from app.ui.views.decision_bar import DecisionBar
from app.ui.views.review_progress import ReviewProgress
from app.ui.views.verdict_buttons import KEYS
from tests.ui.test_review import Keeper

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def document(context, analysis, qtbot):
    save_settings(Settings(user="Mia Muster"))
    path = Path("wartung.pdf")
    session = DocumentSession(path, context.library.effective, analysis.facts, entry=context.entry)
    made = OpenDocument(path, context, session)
    _show(made, analysis)
    yield made
    session.close()
    made.deleteLater()


def _show(document, analysis):
    """As if the worker had sent it."""
    document.session.analysis = analysis
    document.session.analysed.emit(analysis)
    document.navigation.show(analysis)


@pytest.fixture
def bar(document, qtbot):
    made = DecisionBar(document)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitExposed(made):
        pass
    yield made
    made.summary.preparer.close()
    wait_for_all()


@pytest.fixture
def findings(analysis):
    return analysis.findings


@pytest.fixture
def onward(bar):
    went = []
    bar.next_wanted.connect(lambda: went.append(True))
    return went


def _type(field, text, qtbot):
    field.setFocus()
    qtbot.keyClicks(field, text)


# --- verdicts


@pytest.mark.parametrize("verdict", Verdict)
def test_a_click_decides_and_leads_on_a_second_takes_it_back_and_stays(bar, document, findings, onward, verdict):
    bar.show_finding(findings[0])
    button = bar.verdicts.buttons[verdict]
    button.click()
    assert document.review.decision(findings[0]).verdict is verdict
    assert button.isChecked()
    assert len(onward) == 1
    button.click()
    assert document.review.decision(findings[0]) is None
    assert not button.isChecked()
    assert len(onward) == 1


def test_who_does_not_want_to_be_led_on_stays_also_next_time(bar, document, findings, onward, qtbot):
    bar.onward.setChecked(False)
    bar.show_finding(findings[0])
    bar.verdicts.buttons[Verdict.ACCEPT].click()
    assert not onward
    again = DecisionBar(document)
    qtbot.addWidget(again)
    assert not again.onward.isChecked()


def test_after_the_last_one_it_is_said_that_all_are_decided(bar, document, findings, onward):
    said = []
    document.said.connect(said.append)
    document.review.decide(findings[1:], verdict=Verdict.ACCEPT)
    bar.show_finding(findings[0])
    bar.decide(Verdict.REJECT)
    assert not onward
    assert said[-1] == "Alle Hinweise sind entschieden."


def test_arrow_keys_go_from_verdict_to_verdict_and_space_decides(bar, document, findings, qtbot):
    bar.show_finding(findings[0])
    bar.verdicts.setFocus()
    first, second = bar.verdicts.buttons[Verdict.ACCEPT], bar.verdicts.buttons[Verdict.NEGOTIATE]
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    assert document.review.decision(findings[0]) is None
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert document.review.decision(findings[0]).verdict is Verdict.NEGOTIATE
    qtbot.keyClick(second, Qt.Key.Key_Left)
    qtbot.keyClick(first, Qt.Key.Key_Left)
    assert bar.verdicts.buttons[Verdict.NOT_RELEVANT].hasFocus()


def test_the_keys_named_are_those_of_the_menu():
    assert {verdict.value: (key,) for verdict, key in KEYS.items()} == {v.value: _KEYS[v.value] for v in Verdict}


def test_several_are_decided_together(bar, document, findings):
    bar.show_findings(findings[:3])
    assert bar.several.text() == "3 Hinweise ausgewählt"
    bar.decide(Verdict.ACCEPT)
    assert document.review.progress().decided == 3
    document.undo.undo()
    assert document.review.progress().decided == 0


def test_without_a_finding_only_the_summary_can_be_had(bar, document, findings):
    bar.show_finding(None)
    assert not bar.form.isEnabled()
    bar.decide(Verdict.ACCEPT)
    assert not document.review.log
    assert set(bar.commands()) - bar.impossible() == {"copy_summary"}
    bar.show_finding(findings[0])
    assert bar.impossible() == {"undecide"}
    bar.decide(Verdict.ACCEPT)
    assert not bar.impossible()
    bar.commands()["undecide"]()
    assert document.review.decision(findings[0]) is None


# --- what is typed


def test_a_note_is_stored_where_it_was_typed(bar, document, findings, qtbot):
    bar.show_finding(findings[0])
    _type(bar.note, "zu kurz", qtbot)
    bar.show_finding(findings[1])
    assert bar.note.toPlainText() == ""
    assert document.review.decision(findings[0]).note == "zu kurz"
    assert document.review.decision(findings[1]) is None
    bar.show_finding(findings[0])
    assert bar.note.toPlainText() == "zu kurz"


def test_leaving_the_note_stores_it_and_undo_takes_it_from_the_field(bar, document, findings, qtbot):
    bar.show_finding(findings[0])
    _type(bar.note, "zu kurz", qtbot)
    bar.note.clearFocus()
    assert document.review.decision(findings[0]).note == "zu kurz"
    document.undo.undo()
    assert bar.note.toPlainText() == ""


def test_a_note_grows_with_its_lines_and_ends_with_ctrl_enter(bar, findings, qtbot):
    bar.show_finding(findings[0])
    low = bar.note.height()
    _type(bar.note, "eins", qtbot)
    qtbot.keyClick(bar.note, Qt.Key.Key_Return)
    qtbot.keyClicks(bar.note, "zwei")
    assert bar.note.height() > low
    qtbot.keyClick(bar.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not bar.note.hasFocus()


def test_typing_goes_on_undisturbed_while_the_note_is_stored(bar, document, findings, qtbot):
    bar.show_finding(findings[0])
    _type(bar.note, "zu kurz ", qtbot)
    qtbot.waitUntil(lambda: document.review.decision(findings[0]) is not None)
    qtbot.keyClicks(bar.note, "und unklar")
    assert bar.note.toPlainText() == "zu kurz und unklar"


@pytest.mark.parametrize("leave", [True, False])
def test_who_takes_care_is_named_at_this_finding_and_offered_at_the_next(bar, document, findings, qtbot, leave):
    bar.show_finding(findings[0])
    bar.commands()["assign"]()
    qtbot.keyClicks(bar.more.assignee, "Jan Jansen")
    if leave:
        qtbot.keyClick(bar.more.assignee, Qt.Key.Key_Return)
    bar.show_finding(findings[1])
    assert document.review.decision(findings[0]).assignee == "Jan Jansen"
    assert document.review.decision(findings[1]) is None
    assert bar.more.assignee.text() == ""
    assert bar.more.assignee.completer().model().stringList() == ["Jan Jansen"]


def test_an_own_severity_waits_for_its_reason(bar, document, findings, qtbot):
    bar.show_finding(findings[0])
    bar.commands()["own_severity"]()
    bar.more.severity.setCurrentIndex(1 + Severity.INFO.rank)
    bar.more.severity.activated.emit(bar.more.severity.currentIndex())
    assert document.review.decision(findings[0]) is None
    assert bar.more.reason.hasFocus()
    qtbot.keyClicks(bar.more.reason, "Rahmenvertrag")
    qtbot.keyClick(bar.more.reason, Qt.Key.Key_Return)
    made = document.review.decision(findings[0])
    assert (made.severity, made.reason) == (Severity.INFO, "Rahmenvertrag")
    bar.more.reason.clear()
    qtbot.keyClick(bar.more.reason, Qt.Key.Key_Return)
    assert bar.more.reason.text() == "Rahmenvertrag", "an own severity keeps its reason"
    bar.more.severity.setCurrentIndex(0)
    bar.more.severity.activated.emit(0)
    assert document.review.decision(findings[0]) is None


def test_a_severity_without_reason_is_not_said_of_the_next_finding(bar, document, findings):
    bar.show_finding(findings[0])
    bar.more.severity.setCurrentIndex(1)
    bar.more.severity.activated.emit(1)
    bar.show_finding(findings[1])
    assert bar.more.severity.currentIndex() == 0
    assert not document.review.log


# --- who


def test_without_a_name_nothing_waits_and_the_name_given_signs_what_was_decided(bar, document, findings, qtbot):
    assert bar.name.isHidden()
    save_settings(replace(load_settings()[0], user=""))
    bar.show_finding(findings[0])
    assert not bar.name.isHidden()
    bar.decide(Verdict.ACCEPT)
    assert "ohne Namen" in bar.signed.text()
    _type(bar.name.field, "Jan  Jansen", qtbot)
    qtbot.keyClick(bar.name.field, Qt.Key.Key_Return)
    assert load_settings()[0].user == "Jan Jansen"
    assert document.review.decision(findings[0]).by == "Jan Jansen"
    assert bar.name.isHidden()


# --- whether it is stored


def test_the_bar_says_stored_when_the_disk_has_it(bar, document, findings):
    keeper = Keeper()
    document.review.keep_with(keeper)
    bar.show_finding(findings[0])
    bar.decide(Verdict.ACCEPT)
    assert "wird gespeichert" in bar.signed.text()
    keeper.answer()
    assert "gespeichert" in bar.signed.text()
    assert "wird" not in bar.signed.text()
    bar.show_finding(findings[1])
    assert bar.signed.text() == ""


def test_what_was_refused_can_be_tried_again(bar, document, findings):
    keeper = Keeper()
    document.review.keep_with(keeper)
    bar.show_finding(findings[0])
    bar.decide(Verdict.ACCEPT)
    keeper.refuse()
    assert "nicht gespeichert" in bar.signed.text()
    bar.signed.linkActivated.emit("again")
    keeper.answer()
    assert document.review.kept is Kept.STORED


# --- decisions without a finding


def _without_first(document, analysis):
    document.review.decide(
        analysis.findings[0], verdict=Verdict.REJECT, note="zu kurz", severity=Severity.LOW, reason="r"
    )
    left = replace(analysis, findings=analysis.findings[1:])
    _show(document, left)


def test_decisions_without_a_finding_are_listed_looked_at_and_put_aside(bar, document, analysis, qtbot):
    _without_first(document, analysis)
    bar.show_finding(None)
    assert bar.orphans.isVisible()
    assert bar.orphans.text().endswith("1 …")
    dialog = OrphansDialog(document)
    qtbot.addWidget(dialog)
    text = dialog.list.item(0).text()
    assert all(part in text for part in ("Abgelehnt", "Mia Muster", "Notiz: zu kurz", "Eigene Gewichtung: Gering"))
    dialog.go.click()
    assert document.navigation.current is not None
    dialog.aside.click()
    assert dialog.list.count() == 0
    assert bar.orphans.isHidden()
    document.undo.undo()
    assert dialog.list.count() == 1


def test_words_that_stand_elsewhere_now_are_found_and_those_that_are_gone_are_not(document, analysis):
    _without_first(document, analysis)
    (orphan,) = document.review.orphans
    (passage,) = passages_in(key_of(orphan, analysis.reading))
    clause = analysis.reading.by_id[passage.clause]
    assert clause.text[passage.start : passage.end].startswith(orphan.quote[:20])
    respaced = replace(orphan, quote=orphan.quote.upper().replace(" ", "  "), place="anderswo")
    assert key_of(respaced, analysis.reading) == key_of(orphan, analysis.reading)
    assert key_of(replace(orphan, quote="Das steht hier nicht.", place="§ 99"), analysis.reading) == ""
    in_place = key_of(replace(orphan, quote="Das steht hier nicht."), analysis.reading)
    assert passages_in(in_place)[0].clause == passage.clause
    assert orphan_rows((replace(orphan, quote="", verdict=None),), "x", "en")[0].words == ""


# --- summary and progress


def test_the_summary_is_on_the_clipboard_as_text_and_as_html(bar, document, findings, qtbot):
    bar.show_finding(findings[0])
    _type(bar.note, "zu kurz", qtbot)
    bar.decide(Verdict.REJECT)
    with qtbot.waitSignal(document.said, timeout=5_000):
        bar.commands()["copy_summary"]()
    data = QGuiApplication.clipboard().mimeData()
    assert "Abgelehnt (1)" in data.text()
    assert "Notiz: zu kurz" in data.text()
    assert "<h4>Abgelehnt (1)</h4>" in data.html()


def test_progress_is_said_and_leads_on(context, document, findings, qtbot):
    shown = ReviewProgress(context)
    qtbot.addWidget(shown)
    shown.show_progress(None)
    assert shown.isHidden()
    document.review.decide(findings[0], verdict=Verdict.ACCEPT)
    shown.show_progress(document.review.progress())
    assert shown.text() == f"1 von {len(findings)} entschieden"
    with qtbot.waitSignal(shown.next_wanted):
        shown.click()
    document.review.decide(findings, verdict=Verdict.ACCEPT)
    shown.show_progress(document.review.progress())
    assert not shown.isEnabled()


def test_everything_has_a_name_in_both_languages(bar, document, findings):
    bar.show_finding(findings[0])
    named = [*bar.verdicts.buttons.values(), bar.note, bar.more.severity, bar.more.reason, bar.more.assignee]
    for code in ("en", "de"):
        document.context.language.switch(code)
        assert all(field.accessibleName() for field in named)
        assert all(button.text() and button.toolTip() for button in bar.verdicts.buttons.values())
        assert not [field for field in bar.findChildren(QLineEdit) if not field.accessibleName()]
