"""The summary for a mail: what was decided, what is open, what was not checked; verbatim, escaped, promising nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.models.analysis import Severity
from app.models.decisions import Decision, Verdict
from app.reporting.summary import summary, to_html, to_plain
from tests.unit.reporting.report_example import ANALYSIS, HOSTILE

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def analysis():
    return ANALYSIS


def decision(finding, verdict=Verdict.ACCEPT, **more) -> tuple[str, Decision]:
    return finding.anchor, Decision(finding.anchor, verdict, "Mia Muster", NOW, **more)


def made(analysis, *decisions, lang="de", by="Mia Muster"):
    return summary(analysis, dict(decisions), lang, by=by, on=DAY)


def test_who_when_how_far(analysis):
    found = made(analysis, decision(analysis.findings[0]))
    total = len(analysis.findings)
    assert found.title.startswith("Prüfung: ")
    assert found.head == ("Stand: 22.11.2026, Mia Muster", f"1 von {total} Hinweisen entschieden")
    assert made(analysis, lang="en", by="").head[0] == "As of 22 November 2026"


def test_groups_come_worst_decision_first_and_name_what_was_said(analysis):
    one, other = analysis.findings[:2]
    reasons = {"note": "14 Tage\nstatt 2", "severity": Severity.LOW, "reason": "Rahmenvertrag", "assignee": "Jan"}
    found = made(analysis, decision(one), decision(other, Verdict.REJECT, **reasons))
    assert [group.title for group in found.groups] == ["Abgelehnt (1)", "Angenommen (1)"]
    (item,) = found.groups[0].items
    assert item.title.endswith("(Gering)")
    assert any(line.startswith("Wortlaut: „") for line in item.lines)
    program = {"high": "Hoch", "medium": "Mittel"}[other.severity.value]
    assert f"Eigene Gewichtung: Gering statt {program} (Begründung: Rahmenvertrag)" in item.lines
    assert item.lines[-2:] == ("Notiz: 14 Tage\nstatt 2", "Zuständig: Jan")
    assert "   statt 2\n" in to_plain(found)
    assert "14 Tage<br>statt 2" in to_html(found)


def test_open_ones_are_counted_by_the_severity_that_counts_and_what_is_not_relevant_apart(analysis):
    one, other, *left = analysis.findings
    weighed = decision(other, None, severity=Severity.INFO, reason="klein")
    found = made(analysis, decision(one, Verdict.NOT_RELEVANT), weighed)
    assert not found.groups
    assert found.rest[0].startswith(f"Noch offen: {len(left) + 1} (")
    infos = sum(finding.severity is Severity.INFO for finding in left) + 1
    assert f"Zur Information: {infos}" in found.rest[0]
    assert found.rest[1] == "Als nicht relevant eingestuft: 1"


def test_everything_decided_leaves_nothing_open(analysis):
    found = made(analysis, *(decision(finding) for finding in analysis.findings))
    assert not found.rest
    assert sum(len(group.items) for group in found.groups) <= len(analysis.findings)


def test_what_was_not_read_or_decided_is_said_and_nothing_is_promised(analysis):
    found = made(analysis)
    assert any("Nicht vollständig gelesen" in line for line in found.limits) is not analysis.reading.source.complete
    assert any("nicht entscheidbare" in line.casefold() for line in found.limits)
    assert "keine Rechtsberatung" in found.notice
    assert to_plain(found).rstrip().endswith(found.notice)


def test_a_document_without_findings_says_so(analysis):
    found = made(replace(analysis, findings=()))
    assert found.head[1] == "Die angewandten Vorgaben haben keinen Hinweis ergeben."


def test_hostile_words_are_escaped(analysis):
    notes = {"note": f"{HOSTILE}\x1b[31m", "assignee": HOSTILE}
    found = made(analysis, *(decision(finding, Verdict.REJECT, **notes) for finding in analysis.findings))
    assert "<script>" not in to_html(found)
    assert "\x1b" not in to_plain(found) + to_html(found)


def test_findings_that_say_the_same_and_were_decided_the_same_are_one_entry(analysis):
    twice = replace(analysis.findings[0], id="f9999", anchor="again")
    doubled = replace(analysis, findings=(*analysis.findings, twice))
    same = made(doubled, decision(analysis.findings[0]), decision(twice))
    if analysis.findings[0].provisions:
        assert len(same.groups[0].items) == 1
    other = made(doubled, decision(analysis.findings[0]), decision(twice, note="anders"))
    assert len(other.groups[0].items) == 2
