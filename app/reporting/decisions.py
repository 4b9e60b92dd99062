"""A decision as lines a reader understands: what, why, who."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from app.models.analysis import Finding, Severity
from app.models.decisions import Decision
from app.reporting.reportmodel import DecisionEntry
from app.wording.decisions import decision_phrase
from app.wording.lang import Lang
from app.wording.numbers import date_text
from app.wording.terms import term

Decided = Mapping[str, Decision]  # by anchor of the finding
NOTHING: Final[Decided] = {}


def content(decision: Decision | None) -> object:
    """What tells decisions apart to a reader."""
    if decision is None:
        return None
    return decision.verdict, decision.note, decision.severity, decision.reason, decision.assignee, decision.by


def decision_entry(decision: Decision | None, finding: Finding, lang: Lang) -> DecisionEntry | None:
    """None where nothing was decided."""
    if decision is None:
        return None
    code = (
        term("verdict_done", decision.verdict.value, lang) if decision.verdict else decision_phrase("undecided", lang)
    )
    by = decision.by or decision_phrase("nobody", lang)
    return DecisionEntry(
        verdict=decision_phrase("decision", lang, verdict=code),
        signed=decision_phrase("signed", lang, by=by, date=date_text(decision.at.astimezone().date(), lang)),
        remarks=tuple(decision_remarks(decision, finding.severity, lang)),
    )


def decision_remarks(decision: Decision, program: Severity, lang: Lang) -> Iterator[str]:
    """Own severity, note and who takes care of it, as far as given."""
    if decision.severity is not None:
        own, its = (term("severity", severity.value, lang) for severity in (decision.severity, program))
        yield decision_phrase("own_severity", lang, own=own, program=its, reason=decision.reason)
    if decision.note:
        yield decision_phrase("note", lang, note=decision.note)
    if decision.assignee:
        yield decision_phrase("assignee", lang, assignee=decision.assignee)
