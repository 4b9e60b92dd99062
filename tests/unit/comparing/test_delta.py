"""What is another after a new analysis: found again by anchor, place or words, and never guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.comparing.delta import delta
from app.models.analysis import Analysis, Check, Finding, FindingKind, LibraryStamp, Outcome, Severity
from app.models.facts import DealFacts, Fact, FactSource, Perspective
from app.models.provisions import Duration, Evidence, Provision, ProvisionKind, Term, Unit
from app.models.reading import NOTHING_READ, Clause

DAYS = Term(Duration(14, Unit.DAY))
CLAUSES = (
    Clause("c1", "x1", "§ 1", "Haftung", "Der Anbieter haftet nicht. Zahlbar in 14 Tagen.", ("§ 1",), None, 0),
    Clause("c2", "x2", "(2)", "", "Zahlbar in 14 Tagen.", ("§ 2", "(2)"), None, 1),
)
PROVISIONS = (
    Provision("p1", ProvisionKind.PAYMENT_TERM, "c1", 27, 47, "Zahlbar in 14 Tagen.", DAYS, "r", 1.0),
    Provision("p2", ProvisionKind.PAYMENT_TERM, "c2", 0, 20, "Zahlbar in 14 Tagen.", DAYS, "r", 1.0),
)
READING = replace(NOTHING_READ, clauses=CLAUSES, provisions=PROVISIONS)
OTHER_TREE = replace(READING, clauses=(replace(CLAUSES[0], anchor="y1"), replace(CLAUSES[1], anchor="y2")))
LIBRARY = LibraryStamp("L", "1")


def finding(anchor: str, severity: Severity = Severity.LOW, **more) -> Finding:
    return Finding("", anchor, FindingKind.DEVIATION, severity, more.pop("code", "late"), **more)


HERE = finding("a1", clauses=("c1",), provisions=("p1",), rule="r1")
THERE = finding("a2", clauses=("c2",), provisions=("p2",), rule="r2")
LIABLE = finding("a3", code="none", clauses=("c1",), evidence=(Evidence("c1", 0, 26, "rule"),))
LACKING = finding("a4", code="missing", rule="r4")


def analysis(*findings: Finding, reading=READING, **more) -> Analysis:
    return Analysis(reading, more.pop("facts", DealFacts()), more.pop("library", LIBRARY), findings=findings, **more)


def seen(old: Analysis, new: Analysis) -> str:
    """Anchors: +came -went !graver ~lighter *otherwise."""
    found = delta(old, new)
    signs = (("+", found.appeared), ("-", found.vanished))
    pairs = (("!", found.graver), ("~", found.lighter), ("*", found.otherwise))
    names = [sign + f.anchor for sign, all_ in signs for f in all_] + [
        s + b.anchor for s, all_ in pairs for _, b in all_
    ]
    return " ".join(names)


def as_(found: Finding, anchor: str, **more) -> Finding:
    return replace(found, anchor=anchor, **more)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param((HERE, THERE), (HERE, THERE), "", id="nothing"),
        pytest.param((HERE,), (HERE, LIABLE), "+a3", id="one more"),
        pytest.param((HERE, LIABLE), (HERE,), "-a3", id="one less"),
        pytest.param((HERE,), (replace(HERE, severity=Severity.HIGH),), "!a1", id="graver"),
        pytest.param((HERE,), (replace(HERE, severity=Severity.INFO),), "~a1", id="lighter"),
        pytest.param((HERE,), (replace(HERE, params={"limit": "30 Tage"}),), "*a1", id="another limit"),
        pytest.param((HERE,), (replace(HERE, legal_basis=("§ 309 BGB",)),), "*a1", id="another norm"),
        pytest.param((HERE,), (replace(HERE, guidance="Nachfragen."),), "", id="guidance is internal"),
        pytest.param((HERE,), (as_(HERE, "b1", rule="neu"),), "", id="the rule has another name"),
        pytest.param((HERE, THERE), (as_(HERE, "b1"), as_(THERE, "b2")), "", id="both have other anchors"),
        pytest.param((HERE, LIABLE), (replace(HERE, also=(LIABLE,)),), "", id="joined under another"),
        pytest.param((LACKING,), (as_(LACKING, "b4"),), "", id="what is missing, of the same rule"),
        pytest.param((LACKING,), (as_(LACKING, "b4", rule="r5", searched=("x",)),), "+b4 -a4", id="something else is missing"),
        pytest.param((HERE,), (THERE,), "", id="the same words elsewhere, none of them twice"),
        pytest.param((HERE,), (as_(LIABLE, "b1"),), "+b1 -a1", id="other words"),
    ],
)  # fmt: skip
def test_findings_of_the_same_document(old, new, expected):
    assert seen(analysis(*old), analysis(*new)) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param((LIABLE,), (as_(LIABLE, "b3"),), "", id="by its words"),
        pytest.param((HERE, THERE), (as_(HERE, "b1"), as_(THERE, "b2")), "", id="twice the same words: by rule"),
        pytest.param(
            (HERE, replace(THERE, rule="r1")), (as_(HERE, "b1"), as_(THERE, "b2", rule="r1")), "", id="then by place"
        ),
        pytest.param((HERE, as_(HERE, "a9")), (as_(HERE, "b1"),), "+b1 -a1 -a9", id="two candidates: left apart"),
    ],
)
def test_findings_of_another_clause_tree(old, new, expected):
    assert seen(analysis(*old), analysis(*new, reading=OTHER_TREE)) == expected


CUSTOMER = DealFacts(perspective=Fact(Perspective.CUSTOMER))
SAID = DealFacts(perspective=Fact(Perspective.CUSTOMER, FactSource.USER))
TODAY = DealFacts(as_of=Fact(date(2026, 11, 22)))


@pytest.mark.parametrize(
    ("new", "reasons"),
    [
        pytest.param(analysis(), (), id="nothing"),
        pytest.param(analysis(library=LibraryStamp("L", "2")), ("library",), id="the library"),
        pytest.param(analysis(rules=LibraryStamp("R", "2")), ("rules",), id="the rules"),
        pytest.param(analysis(facts=CUSTOMER), ("facts",), id="a fact"),
        pytest.param(analysis(facts=TODAY), ("date",), id="the day"),
        pytest.param(analysis(facts=TODAY, library=LibraryStamp("L", "2")), ("library",), id="the day only where alone"),
        pytest.param(analysis(reading=OTHER_TREE), ("corrections",), id="the clause tree"),
        pytest.param(
            analysis(reading=replace(READING, clauses=(replace(CLAUSES[0], type="liability"), CLAUSES[1]))),
            ("corrections",),
            id="the type of a clause",
        ),
    ],
)  # fmt: skip
def test_the_reason_is_named(new, reasons):
    assert delta(analysis(), new).reasons == reasons


def test_who_says_a_fact_does_not_matter():
    assert delta(analysis(facts=CUSTOMER), analysis(facts=SAID)).reasons == ()


def test_another_version_of_the_program_is_a_reason():
    assert delta(analysis(), analysis(), program_changed=True).reasons == ("program",)


def test_rules_that_lack_a_fact_now_and_those_that_lack_none_any_more():
    old = analysis(checks=(Check("r1", Outcome.UNDECIDABLE), Check("r2", Outcome.OK), Check("r3", Outcome.UNDECIDABLE)))
    new = analysis(checks=(Check("r1", Outcome.OK), Check("r2", Outcome.UNDECIDABLE)))
    found = delta(old, new)
    assert (found.undecided, found.decided) == (("r2",), ("r1",)), "r3 is no longer applied: nothing was decided"
    assert found.any


def test_without_a_difference_there_is_none():
    assert not delta(analysis(HERE), analysis(HERE, library=LibraryStamp("L", "2"))).any
