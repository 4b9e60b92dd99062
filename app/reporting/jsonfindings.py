"""What came of the rules, as JSON: checks, subjects, findings with decisions, duplicates, nearest wordings. Internal."""

from __future__ import annotations

from app.models.analysis import (
    Beside,
    Check,
    Comparison,
    DuplicatePair,
    Finding,
    MatchReason,
    PositionMatch,
    SubjectCheck,
)
from app.models.decisions import Decision
from app.reporting.jsonvalues import Json, evidence_json, limit_json, plain_json
from app.wording import findings as wording
from app.wording.lang import Lang
from app.wording.matches import match_text


def check_json(check: Check) -> Json:
    """A rule that was applied."""
    return {
        "rule": check.rule,
        "outcome": check.outcome.value,
        "needs": list(check.needs),
        "clauses": list(check.clauses),
        "provisions": list(check.provisions),
        "reason": check.reason,
        "limit": limit_json(check.limit),
    }


def subject_json(subject: SubjectCheck) -> Json:
    """A subject and whether it is covered."""
    return {
        "subject": subject.subject,
        "required": subject.required,
        "outcome": subject.outcome.value,
        "clauses": list(subject.clauses),
        "needs": list(subject.needs),
        "reason": subject.reason,
    }


def finding_json(finding: Finding, lang: Lang) -> Json:
    """A finding with its sentences."""
    return {
        "id": finding.id,
        "anchor": finding.anchor,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "clauses": list(finding.clauses),
        "provisions": list(finding.provisions),
        "evidence": [evidence_json(e) for e in finding.evidence],
        "sections": [list(section) for section in finding.sections],
        "searched": list(finding.searched),
        "reference": finding.reference,
        "reference_title": finding.comparison.reference_title if finding.comparison else None,
        "reference_position": finding.comparison.position if finding.comparison else None,
        "reference_status": finding.reference_status or None,
        "rule": finding.rule,
        "code": finding.code,
        "params": {name: plain_json(value) for name, value in finding.params.items()},
        "title": wording.title(finding, lang),
        "explanation": wording.explanation(finding, lang),
        "legal_basis": list(finding.legal_basis),
        "also": [{"rule": f.rule, "code": f.code, "title": wording.title(f, lang)} for f in finding.also],
        "limit": limit_json(finding.limit),
        "comparison": _comparison(finding.comparison),
    }


def decision_json(decision: Decision | None) -> Json:
    """What the user has decided about a finding; nothing where nothing was decided."""
    if decision is None:
        return {}
    said = {
        "verdict": decision.verdict and decision.verdict.value,
        "by": decision.by,
        "at": decision.at.isoformat(),
        "note": decision.note,
        "severity": decision.severity and decision.severity.value,
        "reason": decision.reason,
        "assignee": decision.assignee,
    }
    return {"decision": said}


def orphan_json(decision: Decision) -> Json:
    """A decision whose finding is not there any more, with what it was about."""
    return {"anchor": decision.anchor, "quote": decision.quote, "place": decision.place} | decision_json(decision)


def _comparison(comparison: Comparison | None) -> Json | None:
    if comparison is None:
        return None
    return {
        "position": comparison.position,
        "position_index": comparison.position_index,
        "similarity": plain_json(comparison.similarity),
        "reference_text": comparison.reference_text,
        "clause_text": comparison.clause_text,
        "hunks": [{"op": h.op.value, "a0": h.a0, "a1": h.a1, "b0": h.b0, "b1": h.b1} for h in comparison.hunks],
    }


def duplicate_json(pair: DuplicatePair) -> Json:
    """Two clauses that say the same."""
    return {
        "clauses": [pair.first, pair.second],
        "relation": pair.relation,
        "similarity": plain_json(pair.similarity),
    }


def beside_json(beside: Beside) -> Json:
    """The wording to read a clause against."""
    comparison = beside.comparison
    return {
        "clause": beside.clause,
        "reference": comparison.reference,
        "reference_position": comparison.position,
        "reference_status": beside.reference_status,
        "similarity": plain_json(comparison.similarity),
    }


def match_json(match: PositionMatch, lang: Lang) -> Json:
    """The position that a clause is closest to."""
    return {
        "clause": match.clause,
        "reference": match.reference,
        "rank": match.rank.value,
        "fallback": match.fallback,
        "position_index": match.position,
        "example": match.example,
        "similarity": plain_json(match.similarity),
        "why": [_reason(reason) for reason in match.why],
        "explanation": match_text(match, lang),
    }


def _reason(reason: MatchReason) -> Json:
    return {"code": reason.code, "params": {name: plain_json(value) for name, value in reason.params.items()}}
