"""A decision as lines a reader understands: what, why, who."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from app.models.analysis import Finding, Severity
from app.models.decisions import Decision
from app.reporting.reportmodel import DecisionEntry, Orphan
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


def own_severity(finding: Finding, decided: Decided) -> Severity:
    """The user's own, else the program's."""
    decision = decided.get(finding.anchor)
    return decision.severity if decision and decision.severity else finding.severity


def decision_entry(decision: Decision | None, program: Severity | None, lang: Lang) -> DecisionEntry | None:
    """None where nothing was decided. `program`: the severity it stands beside, None where that is not known."""
    if decision is None:
        return None
    code = (
        term("verdict_done", decision.verdict.value, lang) if decision.verdict else decision_phrase("undecided", lang)
    )
    by = decision.by or decision_phrase("nobody", lang)
    return DecisionEntry(
        verdict=decision_phrase("decision", lang, verdict=code),
        signed=decision_phrase("signed", lang, by=by, date=date_text(decision.at.astimezone().date(), lang)),
        remarks=tuple(decision_remarks(decision, program, lang)),
        reason=decision.reason,
    )


def orphan_rows(orphans: Iterable[Decision], lang: Lang) -> tuple[Orphan, ...]:
    """Decisions whose finding is not there any more, with the words and the place they were made on."""
    made = ((one, decision_entry(one, None, lang)) for one in orphans if one.stands)
    return tuple(Orphan(one.quote, one.place, entry) for one, entry in made if entry is not None)


def decision_remarks(decision: Decision, program: Severity | None, lang: Lang) -> Iterator[str]:
    """Own severity, note and who takes care of it, as far as given."""
    if decision.severity is not None:
        own = term("severity", decision.severity.value, lang)
        its = term("severity", program.value, lang) if program else ""
        code = "own_severity" if program else "own_severity_alone"
        yield decision_phrase(code, lang, own=own, program=its, reason=decision.reason)
    if decision.note:
        yield decision_phrase("note", lang, note=decision.note)
    if decision.assignee:
        yield decision_phrase("assignee", lang, assignee=decision.assignee)
