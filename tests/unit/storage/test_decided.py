"""A decision is found again at its finding, or listed; never put where nobody put it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.models.analysis import Analysis, Check, Finding, FindingKind, LibraryStamp, Outcome, Severity
from app.models.decisions import Decision, Verdict
from app.models.facts import DealFacts
from app.models.provisions import Duration, Evidence, Provision, ProvisionKind, Term, Unit
from app.models.reading import NOTHING_READ, Clause
from app.storage.decided import Handle, handle_of, placed, standing_of

NOW = datetime(2026, 11, 22, tzinfo=UTC)
DAYS = Term(Duration(14, Unit.DAY))
CLAUSES = (
    Clause("c1", "x1", "§ 1", "Haftung", "Der Anbieter haftet nicht. Zahlbar in 14 Tagen.", ("§ 1",), None, 0),
    Clause("c2", "x2", "(2)", "", "Zahlbar in 14 Tagen.", ("§ 2", "(2)"), None, 1),
    Clause("c3", "x3", "§ 3", "Schluss", "", ("§ 3",), None, 0),
)
PROVISIONS = (
    Provision("p1", ProvisionKind.PAYMENT_TERM, "c1", 27, 47, "Zahlbar in 14 Tagen.", DAYS, "r", 1.0),
    Provision("p2", ProvisionKind.PAYMENT_TERM, "c2", 0, 20, "Zahlbar in 14 Tagen.", DAYS, "r", 1.0),
)
READING = replace(NOTHING_READ, clauses=CLAUSES, provisions=PROVISIONS)


def finding(anchor: str, code: str = "late", **more) -> Finding:
    return Finding("", anchor, FindingKind.DEVIATION, Severity.LOW, code, **more)


HERE = finding("a1", clauses=("c1",), provisions=("p1",))
THERE = finding("a2", clauses=("c2",), provisions=("p2",))
LIABLE = finding("a3", "none", clauses=("c1",), evidence=(Evidence("c1", 0, 26, "rule"),))
MISSING = finding("a4", "missing")
LACKING = finding("a5", "missing", rule="r1")
ONE_RULE = replace(HERE, rule="r1")
OTHER_RULE = replace(HERE, anchor="a6", rule="r2")


def analysis(*findings: Finding) -> Analysis:
    return Analysis(READING, DealFacts(), LibraryStamp("L", ""), findings=findings)


def on(found: Finding, verdict: Verdict | None = Verdict.ACCEPT, *, anchor: str = "", **more) -> Decision:
    handle = handle_of(found, READING)
    words = {"code": handle.code, "quote": handle.quote, "place": handle.place, "rule": handle.rule} | more
    return Decision(anchor or found.anchor, verdict, "Anna", NOW, **words)


@pytest.mark.parametrize(
    ("found", "handle"),
    [
        (HERE, Handle("late", "Zahlbar in 14 Tagen.", "§ 1", "")),
        (THERE, Handle("late", "Zahlbar in 14 Tagen.", "§ 2 (2)", "")),
        (LIABLE, Handle("none", "Der Anbieter haftet nicht.", "§ 1", "")),
        (finding("a", clauses=("c2",)), Handle("late", "Zahlbar in 14 Tagen.", "§ 2 (2)", "")),
        (finding("a", clauses=("c3",)), Handle("late", "Schluss", "§ 3", "")),
        (finding("a", evidence=(Evidence("c2", 0, 7, "rule"),)), Handle("late", "Zahlbar", "§ 2 (2)", "")),
        (MISSING, Handle("missing", "", "", "")),
    ],
    ids=["value", "other value", "evidence", "clause", "heading", "evidence alone", "nothing"],
)
def test_words_and_place_of_a_finding(found, handle):
    assert handle_of(found, READING) == handle


MOVED = {"anchor": "gone"}  # the anchor has changed


@pytest.mark.parametrize(
    ("decision", "findings", "where"),
    [
        (on(HERE), (HERE, THERE), "a1"),
        (on(MISSING), (HERE, MISSING), "a4"),
        (on(HERE, code="", quote="", place=""), (HERE,), "a1"),
        (on(HERE, **MOVED), (HERE,), "a1"),
        (on(HERE, **MOVED), (HERE, LIABLE), "a1"),
        (on(HERE, **MOVED), (HERE, THERE), "a1"),
        (on(THERE, **MOVED), (HERE, THERE), "a2"),
        (on(HERE, **MOVED, quote="ZAHLBAR  in 14\nTagen."), (HERE,), "a1"),
        (on(HERE, **MOVED, place="§ 9"), (HERE,), "a1"),
        (on(HERE, **MOVED, place="§ 9"), (HERE, THERE), None),
        (on(HERE, **MOVED, quote="Zahlbar in 30 Tagen."), (HERE,), None),
        (on(HERE, **MOVED, code="none"), (HERE,), None),
        (on(MISSING, **MOVED), (MISSING,), None),
        (on(LACKING, **MOVED), (MISSING, LACKING), "a5"),
        (on(LACKING, **MOVED), (replace(LACKING, rule="r2"),), None),
        (on(OTHER_RULE, **MOVED), (ONE_RULE, OTHER_RULE), "a6"),
        (on(OTHER_RULE, **MOVED), (ONE_RULE,), "a1"),
        (on(OTHER_RULE, **MOVED), (ONE_RULE, replace(ONE_RULE, anchor="a7")), None),
        (on(HERE, **MOVED), (), None),
        (on(THERE, **MOVED), (replace(LIABLE, also=(THERE,)),), "a2"),
        (on(THERE), (replace(LIABLE, also=(THERE,)),), "a2"),
    ],
    ids=[
        "same anchor",
        "same anchor without words",
        "same anchor is enough",
        "same words",
        "same words among others",
        "same words twice: same place",
        "same words twice: the other place",
        "spelling of white space and case",
        "same words elsewhere, only once",
        "same words twice, in neither place",
        "other words",
        "another kind of finding",
        "no words and no rule to go by",
        "no words, the same rule",
        "no words, another rule",
        "same words under two rules: the same rule",
        "same words under a rule with a new name",
        "same words under two other rules",
        "nothing there",
        "same words, found beside graver ones",
        "same anchor, found beside graver ones",
    ],
)
def test_where_a_decision_belongs(decision, findings, where):
    found = placed([decision], analysis(*findings))
    assert found.decided == ({where: decision} if where else {})
    assert found.orphans == (() if where else (decision,))


def test_what_another_rule_says_of_the_same_words_is_another_finding():
    """The decision's own rule was applied and is met now."""
    now = replace(analysis(ONE_RULE), checks=(Check("r1", Outcome.FINDING), Check("r2", Outcome.OK)))
    assert placed([on(OTHER_RULE)], now).orphans == (on(OTHER_RULE),)
    renamed = replace(analysis(ONE_RULE), checks=(Check("r1", Outcome.FINDING),))
    assert placed([on(OTHER_RULE)], renamed).decided == {"a1": on(OTHER_RULE)}


def test_the_last_decision_counts():
    first, last = on(HERE), on(HERE, Verdict.REJECT)
    assert placed([first, last], analysis(HERE)).decided == {"a1": last}


def test_what_was_taken_back_counts_nowhere():
    assert placed([on(HERE), on(HERE, None)], analysis(HERE)) == placed([], analysis(HERE))
    assert placed([on(HERE, **MOVED), on(HERE, None, **MOVED)], analysis(HERE)).orphans == ()


@pytest.mark.parametrize("more", [{"note": "fragen"}, {"severity": Severity.HIGH}, {"assignee": "Bernd"}])
def test_a_note_stands_without_a_verdict(more):
    decision = replace(on(HERE, None), **more)
    assert standing_of([decision]) == {"a1": decision}


def test_a_decision_on_the_finding_itself_goes_before_one_that_was_moved():
    exact, moved = on(HERE, Verdict.REJECT), on(HERE, **MOVED)
    found = placed([exact, moved], analysis(HERE))
    assert (found.decided, found.orphans) == ({"a1": exact}, (moved,))


def test_two_moved_decisions_do_not_share_a_finding():
    one, other = on(HERE, anchor="gone"), on(HERE, Verdict.REJECT, anchor="lost")
    found = placed([one, other], analysis(HERE))
    assert (found.decided, found.orphans) == ({"a1": one}, (other,))
