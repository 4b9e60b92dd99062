"""What is chosen for a report: which findings that means, and what is remembered of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.models.analysis import FindingKind, Severity
from app.models.decisions import Decision, Verdict
from app.models.facts import Fact, FactSource, UserOfTerms
from app.reporting.options import Reader, Wording
from app.settings import Settings
from app.ui.exporting.choices import Choices, Scope, chosen, count, options_of, recalled, remembered, usual
from app.ui.exporting.filenaming import NameProblem, name_problem, without_suffix
from app.ui.exporting.kinds import KINDS
from tests.unit.reporting.report_example import ANALYSIS, FINDINGS

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
BY_NAME = {kind.name: kind for kind in KINDS}
FIRST, SECOND, THIRD = FINDINGS[:3]


def _said(finding, verdict, severity=None):
    return {finding.anchor: Decision(finding.anchor, verdict, "Mia", AT, severity=severity)}


DECIDED = _said(FIRST, Verdict.ACCEPT) | _said(SECOND, Verdict.REJECT) | _said(THIRD, None, Severity.INFO)


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        (Choices(scope=Scope.WANTED), {SECOND.anchor}),
        (Choices(scope=Scope.DECIDED), {FIRST.anchor, SECOND.anchor}),
        (Choices(scope=Scope.PICKED, picked=frozenset({THIRD.anchor, "gone"})), {THIRD.anchor}),
        (Choices(scope=Scope.PICKED), set()),
        (Choices(scope=Scope.SEVERITIES, severities=frozenset()), set()),
    ],
)
def test_the_scope_says_which_findings(choices, expected):
    assert chosen(ANALYSIS, DECIDED, choices) == expected
    assert count(ANALYSIS, DECIDED, choices) == len(expected)


def test_all_findings_need_no_list():
    assert chosen(ANALYSIS, DECIDED, Choices()) is None
    assert count(ANALYSIS, DECIDED, Choices()) == len(FINDINGS)


def test_a_severity_of_the_users_own_counts():
    info = Choices(scope=Scope.SEVERITIES, severities=frozenset({Severity.INFO}))
    expected = {f.anchor for f in FINDINGS if f.severity is Severity.INFO} | {THIRD.anchor}
    assert chosen(ANALYSIS, DECIDED, info) == expected


@pytest.mark.parametrize("scope", [Scope.ALL, Scope.DECIDED, Scope.SEVERITIES])
def test_what_was_accepted_does_not_go_out_unless_it_is_ticked(scope):
    said = Choices(outward=True, scope=scope, severities=frozenset(Severity), picked=frozenset({FIRST.anchor}))
    inside = replace(said, outward=False)
    assert count(ANALYSIS, DECIDED, said) == count(ANALYSIS, DECIDED, inside) - 1
    assert scope is Scope.ALL or FIRST.anchor not in chosen(ANALYSIS, DECIDED, said)
    assert chosen(ANALYSIS, DECIDED, replace(said, scope=Scope.PICKED)) == {FIRST.anchor}


def test_hints_at_the_law_on_our_own_terms_do_not_go_out():
    ours = replace(ANALYSIS, facts=replace(ANALYSIS.facts, user_of_terms=Fact(UserOfTerms.OURS, FactSource.USER)))
    said = Choices(outward=True, scope=Scope.SEVERITIES, severities=frozenset(Severity))
    statutory = {f.anchor for f in FINDINGS if f.kind is FindingKind.STATUTORY}
    assert statutory & chosen(ours, {}, replace(said, outward=False))
    assert not statutory & chosen(ours, {}, said)


def test_towards_the_other_side_only_what_shall_be_changed_is_usual():
    assert usual(BY_NAME["copy"], "de", "Mia", DECIDED).scope is Scope.WANTED
    assert usual(BY_NAME["copy"], "de", "Mia", {}).scope is Scope.ALL
    assert usual(BY_NAME["pdf"], "de", "Mia", DECIDED) == Choices(reviewer="Mia", form="pdf")


@pytest.mark.parametrize(
    "choices",
    [
        Choices(),
        Choices(outward=True, scope=Scope.DECIDED, annex=False, lang="en", form="pdf"),
        Choices(scope=Scope.SEVERITIES, severities=frozenset({Severity.LOW}), proposals=Wording.NEAREST),
        Choices(outward=True, proposals=Wording.NONE),
    ],
)
def test_habits_are_remembered(choices):
    wanted = replace(choices, form="pdf")
    assert recalled(remembered(wanted), BY_NAME["pdf"], Choices()) == wanted


def test_neither_ticks_nor_a_fallback_for_the_other_side_are_remembered():
    said = Choices(outward=True, scope=Scope.PICKED, picked=frozenset("x"), proposals=Wording.NEAREST, form="pdf")
    found = recalled(remembered(said), BY_NAME["pdf"], Choices())
    assert (found.scope, found.picked, found.proposals) == (Scope.ALL, frozenset(), Wording.PREFERRED)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "7", '"x"', '{"scope": "everything"}', '{"severities": 5}', '{"proposals": []}', "[" * 100_000],
)
def test_what_cannot_be_understood_was_never_chosen(text):
    before = Choices(reviewer="Mia", form="pdf")
    assert recalled(text, BY_NAME["pdf"], before) == before


def test_a_form_that_a_kind_has_not_is_its_usual_one():
    assert recalled('{"form": "exe"}', BY_NAME["card"], Choices()).form == "card"
    assert recalled('{"form": "card-docx"}', BY_NAME["card"], Choices()).form == "card-docx"


def test_what_the_writer_is_told():
    settings = Settings(company="Muster GmbH", footer="Köln")
    said = Choices(outward=True, scope=Scope.WANTED, lang="en", reviewer="Mia", proposals=Wording.NEAREST)
    found = options_of(BY_NAME["pdf"], said, ANALYSIS, DECIDED, settings, b"logo", AT)
    assert (found.reader, found.chosen, found.lang) == (Reader.OUTWARD, frozenset({SECOND.anchor}), "en")
    assert (found.company, found.footer, found.logo, found.made_at) == ("Muster GmbH", "Köln", b"logo", AT)
    assert (found.reviewer, found.annex, found.proposals) == ("Mia", True, Wording.NEAREST)


def test_what_a_kind_has_no_choice_for_is_not_told():
    said = Choices(reviewer="Mia", proposals=Wording.NEAREST)
    found = options_of(BY_NAME["csv"], said, ANALYSIS, DECIDED, Settings(), None, AT)
    assert (found.reviewer, found.annex, found.proposals) == ("", False, Wording.PREFERRED)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("Bericht 2026", None),
        ("Bericht v1.2", None),
        ("", NameProblem.EMPTY),
        (" . ", NameProblem.EMPTY),
        ("a/b", NameProblem.CHARACTER),
        ("..\\b", NameProblem.CHARACTER),
        ("was?", NameProblem.CHARACTER),
        ("a\x00b", NameProblem.CHARACTER),
        ("a\nb", NameProblem.CHARACTER),
        ("Bericht ", NameProblem.ENDING),
        ("Bericht.", NameProblem.ENDING),
        ("ä" * 100, NameProblem.LONG),
        ("con", NameProblem.RESERVED),
        ("LPT1.x", NameProblem.RESERVED),
    ],
)
def test_a_name_that_some_system_refuses_is_refused_here(name, problem):
    assert name_problem(name, ".pdf") is problem


def test_an_ending_is_not_added_twice():
    assert without_suffix("Bericht.PDF", ".pdf") == "Bericht"
    assert without_suffix("Bericht.doc", ".pdf") == "Bericht.doc"


@pytest.mark.parametrize(("outward", "told"), [(False, True), (True, False)])
def test_decisions_whose_finding_is_gone_are_ours_alone(outward: bool, told: bool) -> None:
    lost = (Decision("gone", Verdict.REJECT, "M. Muster", AT),)
    found = options_of(BY_NAME["pdf"], Choices(outward=outward), ANALYSIS, DECIDED, Settings(), None, AT, lost)
    assert bool(found.orphans) is told
