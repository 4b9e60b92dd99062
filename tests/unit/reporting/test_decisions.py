"""No report hides what was decided; without a decision it says nothing of decisions."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import jsonschema
import pytest

from app.models.analysis import Severity
from app.models.decisions import Decision, Verdict
from tests.unit.reporting.report_example import ANALYSIS, HOSTILE
from tests.unit.reporting.test_tojson import SCHEMA
from tests.unit.reporting.written import html_of, json_of, report_of, text_of

FIRST = ANALYSIS.findings[0]
MADE = Decision(
    FIRST.anchor,
    Verdict.NEGOTIATE,
    "Mia Muster",
    datetime(2026, 11, 22, 12, tzinfo=UTC),
    note="zuerst\ndann",
    severity=Severity.INFO,
    reason="Rahmenvertrag",
    assignee="Jan",
)
DECIDED = {FIRST.anchor: MADE}
SAID = (
    "Entscheidung: zu verhandeln",
    "Mia Muster, 22.11.2026",
    "Eigene Gewichtung: Zur Information statt",
    "Rahmenvertrag",
    "Notiz: zuerst",
    "Zuständig: Jan",
)


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("write", [html_of, text_of])
def test_who_reads_the_report_reads_the_decision(write, said):
    plain = " ".join(write(ANALYSIS, "de", DECIDED).replace("<strong>", "").replace("</strong>", "").split())
    assert said in plain
    assert said not in " ".join(write(ANALYSIS, "de").split())


def test_programs_read_it_too_and_the_form_is_described():
    written = json.loads(json_of(ANALYSIS, "de", DECIDED))
    jsonschema.Draft202012Validator(SCHEMA).validate(written)
    assert written["findings"][0]["decision"] == {
        "verdict": "negotiate",
        "by": "Mia Muster",
        "at": "2026-11-22T12:00:00+00:00",
        "note": "zuerst\ndann",
        "severity": "info",
        "reason": "Rahmenvertrag",
        "assignee": "Jan",
    }
    assert not any("decision" in finding for finding in written["findings"][1:])


def test_a_note_alone_leaves_the_finding_open():
    noted = {FIRST.anchor: replace(MADE, verdict=None)}
    (decision,) = (entry.decision for entry in report_of(ANALYSIS, "de", noted).findings if entry.decision)
    assert decision.verdict == "Entscheidung: noch offen"
    written = json.loads(json_of(ANALYSIS, "de", noted))
    jsonschema.Draft202012Validator(SCHEMA).validate(written)
    assert written["findings"][0]["decision"]["verdict"] is None


def test_findings_decided_differently_are_entries_of_their_own():
    twice = replace(FIRST, id="f9999", anchor="again")
    doubled = replace(ANALYSIS, findings=(FIRST, twice))
    alike = {FIRST.anchor: MADE, "again": replace(MADE, anchor="again")}
    other = alike | {"again": replace(MADE, anchor="again", note="anders")}
    together = 1 if FIRST.provisions else 2
    assert len(report_of(doubled, "de", alike).findings) == together
    assert len(report_of(doubled, "de", other).findings) == 2


def test_hostile_notes_are_escaped():
    hostile = {FIRST.anchor: replace(MADE, note=HOSTILE, by=HOSTILE)}
    assert "<script>" not in html_of(ANALYSIS, "de", hostile)
