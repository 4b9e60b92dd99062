"""What the user decides in the window: added, stored, taken back, found again; and the rules behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from app.errors import ErrorCode, ExpectedError
from app.models.analysis import Severity
from app.models.decisions import Verdict
from app.settings import Settings, save_settings
from app.storage.decided import placed
from app.ui.models.decided import Progress, Signature, shared, step
from app.ui.review import Review
from app.ui.review_keeping import Kept

START = datetime(2026, 11, 22, 9, tzinfo=UTC)
SIGNED = Signature("Mia Muster", START)


class Keeper:
    """Stores when it is told to."""

    def __init__(self, *, wanted=True):
        self.wanted, self.log, self.asked = wanted, [], []

    def decide(self, sha256, decisions, done, failed):
        self.asked.append((tuple(decisions), done, failed))
        return self.wanted

    def answer(self):
        decisions, done, _ = self.asked.pop(0)
        self.log += decisions
        done()

    def refuse(self):
        self.asked.pop(0)[2](ExpectedError(ErrorCode.STORE_LOCKED))


@pytest.fixture
def stack(qapp):
    return QUndoStack()


@pytest.fixture
def review(stack, analysis):
    save_settings(Settings(user="Mia Muster"))
    ticks = count()
    made = Review(stack, clock=lambda: START + timedelta(minutes=next(ticks)))
    made.show(analysis)
    return made


@pytest.fixture
def findings(analysis):
    assert len(analysis.findings) >= 4
    return analysis.findings


def test_a_decision_says_who_what_and_when_and_finds_its_words_again(review, findings):
    assert review.decide(findings[0], verdict=Verdict.REJECT, assignee=" Jan ")
    made = review.decision(findings[0])
    assert (made.verdict, made.by, made.at, made.assignee) == (Verdict.REJECT, "Mia Muster", START, "Jan")
    assert made.quote
    assert made.code == findings[0].code
    assert review.assignees() == ("Jan",)


def test_saying_the_same_again_adds_nothing(review, findings):
    review.decide(findings[0], verdict=Verdict.REJECT)
    assert not review.decide(findings[0], verdict=Verdict.REJECT)
    assert not review.decide(findings[1], note="")
    assert len(review.log) == 1


def test_undo_and_redo_restore_each_state_and_add_entries(review, stack, findings):
    states = [dict(review.decided)]
    review.decide(findings[0], verdict=Verdict.ACCEPT)
    states.append(dict(review.decided))
    review.decide(findings[0], verdict=Verdict.NEGOTIATE, note="zu kurz")
    states.append(dict(review.decided))
    review.decide(findings[1], severity=Severity.LOW, reason="Rahmenvertrag")
    states.append(dict(review.decided))
    for state in reversed(states[:-1]):
        stack.undo()
        assert dict(review.decided) == state
    for state in states[1:]:
        stack.redo()
        assert dict(review.decided) == state
    assert len(review.log) == 9


def test_taking_the_verdict_back_leaves_the_note(review, findings):
    review.decide(findings[0], verdict=Verdict.ACCEPT, note="mit Vertrieb klären")
    review.decide(findings[0], verdict=None)
    assert review.decision(findings[0]).note == "mit Vertrieb klären"
    assert review.progress().decided == 0


def test_several_findings_are_decided_in_one_step(review, stack, findings):
    review.decide(findings[0], verdict=Verdict.ACCEPT)
    review.decide(findings[:3], verdict=Verdict.ACCEPT)
    assert stack.count() == 2
    assert review.progress().decided == 3
    stack.undo()
    assert set(review.decided) == {findings[0].anchor}


def test_undoing_leads_back_to_the_finding_doing_it_first_does_not(review, stack, findings):
    went = []
    review.returned.connect(went.append)
    review.decide(findings[1], verdict=Verdict.ACCEPT)
    assert not went
    stack.undo()
    stack.redo()
    assert went == [findings[1].id] * 2


def test_an_own_severity_needs_a_reason_and_loses_it_with_the_severity(review, findings):
    with pytest.raises(ValueError, match="reason"):
        review.decide(findings[0], severity=Severity.LOW, reason="  ")
    review.decide(findings[0], severity=Severity.LOW, reason="Bagatelle")
    assert review.severity_of(findings[0]) is Severity.LOW
    review.decide(findings[0], severity=None)
    assert review.decision(findings[0]) is None
    assert review.severity_of(findings[0]) is findings[0].severity


def test_a_note_is_decided_when_the_pen_rests_and_is_one_step(review, stack, findings, qtbot):
    for text in ("z", "zu", "zu kurz"):
        review.write_note(findings[0], text)
    assert review.decision(findings[0]) is None
    qtbot.waitUntil(lambda: review.decision(findings[0]) is not None)
    review.write_note(findings[0], "zu kurz, 14 Tage")
    review.end_note()
    assert review.decision(findings[0]).note == "zu kurz, 14 Tage"
    assert len(review.log) == 2
    assert stack.count() == 1
    review.write_note(findings[0], "anders")
    review.end_note()
    assert stack.count() == 2
    stack.undo()
    assert review.decision(findings[0]).note == "zu kurz, 14 Tage"
    stack.undo()
    assert review.decision(findings[0]) is None


def test_a_note_belongs_to_the_finding_it_was_written_at(review, findings):
    review.write_note(findings[0], "hier")
    review.write_note(findings[1], "dort")
    review.decide(findings[2], verdict=Verdict.ACCEPT)
    assert [review.decision(f).note for f in findings[:3]] == ["hier", "dort", ""]


# --- stored


def test_it_is_stored_when_the_disk_says_so_and_not_before(review, findings):
    keeper = Keeper()
    review.keep_with(keeper)
    review.decide(findings[0], verdict=Verdict.ACCEPT)
    assert review.kept is Kept.WRITING
    review.decide(findings[1], verdict=Verdict.ACCEPT)
    keeper.answer()
    assert review.kept is Kept.WRITING
    keeper.answer()
    assert review.kept is Kept.STORED
    assert keeper.log == list(review.log)


@pytest.fixture
def closed(findings, analysis):
    """A review with two decisions, the first still on its way to the disk; the document was closed and its objects are gone."""
    document, keeper, late = QObject(), Keeper(), []
    review = Review(QUndoStack(document), document)
    review.keep_with(keeper)
    review.show(analysis)
    review.decide(findings[0], verdict=Verdict.REJECT)
    review.write_note(findings[1], "zu kurz")
    review.close(late.append)
    shiboken6.delete(document)
    return keeper, late


def test_what_is_confirmed_after_closing_brings_the_rest_to_the_disk(closed):
    keeper, late = closed
    keeper.answer()
    keeper.answer()
    assert ([entry.verdict for entry in keeper.log], [entry.note for entry in keeper.log]) == (
        [Verdict.REJECT, None],
        ["", "zu kurz"],
    )
    assert late == []


def test_what_is_refused_after_closing_is_told_elsewhere(closed):
    keeper, late = closed
    keeper.refuse()
    assert [error.code for error in late] == [ErrorCode.STORE_LOCKED]


def test_a_note_written_in_two_goes_still_takes_the_place_of_the_decision_found_again_by_its_words(analysis, findings):
    old = step(findings[:1], {}, analysis.reading, {"note": "alt"}, SIGNED).after[0]
    decided = {findings[0].anchor: replace(old, anchor="former")}
    first = step(findings[:1], decided, analysis.reading, {"note": "ne"}, SIGNED)
    second = step(findings[:1], {findings[0].anchor: first.after[0]}, analysis.reading, {"note": "neu"}, SIGNED)
    both = first.followed_by(second)
    assert [(entry.anchor, entry.note) for entry in both.after] == [(findings[0].anchor, "neu"), ("former", "")]


def test_what_was_refused_is_told_once_and_goes_again_with_the_next(review, findings):
    keeper, told = Keeper(), []
    review.told.connect(told.append)
    review.keep_with(keeper)
    review.decide(findings[0], verdict=Verdict.ACCEPT)
    keeper.refuse()
    assert review.kept is Kept.REFUSED
    review.decide(findings[1], verdict=Verdict.ACCEPT)
    keeper.refuse()
    assert len(told) == 1
    review.store_again()
    keeper.answer()
    assert review.kept is Kept.STORED
    assert keeper.log == list(review.log)


def test_where_nothing_is_stored_it_is_told_once_and_holds(review, findings):
    told = []
    review.told.connect(told.append)
    review.keep_with(Keeper(wanted=False))
    for finding in findings[:3]:
        review.decide(finding, verdict=Verdict.ACCEPT)
    assert len(told) == 1
    assert review.kept is Kept.NOWHERE
    assert review.progress().decided == 3


def test_what_was_decided_before_this_sitting_comes_first(review, findings):
    review.decide(findings[0], verdict=Verdict.ACCEPT)
    before = replace(review.log[0], verdict=Verdict.REJECT)
    review.load((before, replace(before, anchor=findings[1].anchor)))
    assert review.decision(findings[0]).verdict is Verdict.ACCEPT
    assert review.decision(findings[1]).verdict is Verdict.REJECT


def test_a_name_given_later_signs_what_was_decided_in_this_sitting(review, findings):
    save_settings(Settings())
    review.decide(findings[0], verdict=Verdict.ACCEPT)
    review.load((replace(review.log[0], anchor=findings[1].anchor),))
    review.sign("Jan Jansen")
    assert review.decision(findings[0]).by == "Jan Jansen"
    assert review.decision(findings[0]).at == START
    assert review.decision(findings[1]).by == ""


# --- other analyses


def _elsewhere(analysis, number):
    """As after an update that names the finding otherwise."""
    moved = replace(analysis.findings[number], anchor="moved")
    return replace(analysis, findings=(*analysis.findings[:number], moved, *analysis.findings[number + 1 :]))


def test_a_decision_goes_with_a_finding_whose_anchor_has_changed(review, stack, analysis, findings):
    review.decide(findings[0], verdict=Verdict.ACCEPT)
    later = _elsewhere(analysis, 0)
    review.show(later)
    assert review.decision(later.findings[0]).verdict is Verdict.ACCEPT
    review.decide(later.findings[0], verdict=Verdict.REJECT)
    assert review.decision(later.findings[0]).verdict is Verdict.REJECT
    assert not review.orphans, "the decision under the old anchor no longer counts"
    stack.undo()
    assert review.decision(later.findings[0]).verdict is Verdict.ACCEPT


def test_a_decision_without_its_finding_is_listed_until_it_is_dismissed(review, stack, analysis, findings):
    review.decide(findings[0], verdict=Verdict.ACCEPT)
    review.show(replace(analysis, findings=findings[1:]))
    (orphan,) = review.orphans
    review.dismiss([orphan])
    assert not review.orphans
    stack.undo()
    assert review.orphans == (orphan,)


def test_a_decision_about_what_is_said_below_a_graver_finding_now_is_listed(review, analysis, findings):
    review.decide(findings[1], verdict=Verdict.ACCEPT)
    graver = replace(findings[0], also=(findings[1],))
    review.show(replace(analysis, findings=(graver, *findings[2:])))
    assert [orphan.anchor for orphan in review.orphans] == [findings[1].anchor]
    review.show(analysis)
    assert review.decision(findings[1]).verdict is Verdict.ACCEPT


def test_the_log_alone_says_what_the_window_says(review, stack, analysis, findings):
    review.decide(findings[:2], verdict=Verdict.ACCEPT)
    review.decide(findings[1], note="n")
    stack.undo()
    review.decide(findings[2], assignee="Jan")
    found = placed(review.log, analysis)
    assert (dict(found.decided), found.orphans) == (dict(review.decided), review.orphans)


# --- rules


def test_progress_counts_verdicts_by_the_severity_that_counts(review, analysis, findings):
    review.decide(findings[0], verdict=Verdict.ACCEPT, severity=Severity.INFO, reason="gering")
    review.decide(findings[1], note="nur eine Notiz")
    found = review.progress()
    assert (found.decided, found.total) == (1, len(findings))
    assert sum(total for _, _, total in found.by_severity) == len(findings)
    assert {s: d for s, d, _ in found.by_severity}[Severity.INFO] == 1
    assert Review(QUndoStack()).progress() == Progress()


def test_what_several_findings_share_is_shown_of_them(review, findings):
    assert shared(findings[:2], review.decided) is None
    review.decide(findings[:2], verdict=Verdict.ACCEPT, assignee="Jan")
    review.decide(findings[0], note="nur hier")
    both = shared(findings[:2], review.decided)
    assert (both.verdict, both.note, both.assignee) == (Verdict.ACCEPT, "", "Jan")
    assert shared(findings[:3], review.decided).verdict is None


def test_nothing_said_of_nothing_is_no_step(analysis):
    from app.ui.models.decided import Signature

    assert step((), {}, analysis.reading, {"note": "x"}, Signature("", START)) is None
