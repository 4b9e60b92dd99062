"""The analysis as JSON for other programs: `docs/analysis-json.md`, schema in resources/schema/analysis-1.schema.json.

Strategy: one small function an object, keys in the order of the description, so that the same analysis gives the same
bytes. Values of provisions carry all keys of their kind, null where unknown. The library's guidance is internal and
stays out, as in every export.
"""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any, Final

import app
from app.models.analysis import (
    Analysis,
    Beside,
    Check,
    Comparison,
    DuplicatePair,
    Finding,
    LibraryStamp,
    Limit,
    MatchReason,
    PositionMatch,
    SubjectCheck,
)
from app.models.decisions import Decision
from app.models.facts import DealFacts, Fact
from app.models.liability import LiabilityCell, LiabilityMatrix
from app.models.provisions import Duration, Evidence, Provision, ProvisionValue
from app.models.reading import Clause, Correction, NotAnalysed, Reading
from app.models.source import Box, Ignored, ImportNote, Mark, SourceDocument
from app.reporting.decisions import NOTHING, Decided
from app.reporting.ledger import not_checked, surroundings
from app.wording import findings as wording
from app.wording.corrections import lost_text
from app.wording.imports import note_sentence
from app.wording.lang import Lang
from app.wording.matches import match_text

SCHEMA: Final = "klausellupe/analysis/1"
_Json = dict[str, Any]


def to_json(analysis: Analysis, lang: Lang, decided: Decided = NOTHING) -> str:
    """One object, UTF-8 text with a newline at its end; titles and sentences in `lang`."""
    return json.dumps(_analysis(analysis, lang, decided), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _analysis(analysis: Analysis, lang: Lang, decided: Decided) -> _Json:
    reading, source = analysis.reading, analysis.reading.source
    return {
        "schema": SCHEMA,
        "tool": _tool(analysis),
        "lang": lang,
        "facts": _facts(analysis.facts),
        "document": _document(source, reading.language),
        "complete": source.complete,
        "clauses": [_clause(c) for c in reading.clauses],
        "provisions": [_provision(p) for p in reading.provisions],
        "liability": [_matrix(m) for m in reading.liability],
        "checks": [_check(c) for c in analysis.checks],
        "subjects": [_subject(s) for s in analysis.subjects],
        "findings": [_finding(f, lang) | _decision(decided.get(f.anchor)) for f in analysis.findings],
        "duplicates": [_duplicate(d) for d in analysis.duplicates],
        "beside": [_beside(b) for b in analysis.beside],
        "matches": [_match(m, lang) for m in analysis.matches],
        "warnings": [_warning(w, lang) for w in source.warnings],
        "ignored": [_ignored(i) for i in source.ignored],
        "marks": [_mark(m) for m in source.marks],
        "surroundings": [_not_analysed(n) for n in surroundings(analysis)],
        "not_checked": [_not_analysed(n) for n in not_checked(analysis)],
        **_corrections(reading, lang),
    }


def _tool(analysis: Analysis) -> _Json:
    return {
        "name": "klausellupe",
        "version": app.__version__,
        "library": _stamp(analysis.library),
        "rules": _stamp(analysis.rules) if analysis.rules else None,
        "model": analysis.reading.model or None,
    }


def _stamp(stamp: LibraryStamp) -> _Json:
    return {"name": stamp.name, "sha256": stamp.sha256}


def _facts(facts: DealFacts) -> _Json:
    return {f.name: _fact(getattr(facts, f.name)) for f in fields(facts)}


def _fact(fact: Fact[object]) -> _Json:
    evidence = [_evidence(e) for e in fact.evidence]
    return {"value": _plain(fact.value), "source": fact.source.value, "evidence": evidence}


def _document(source: SourceDocument, language: str) -> _Json:
    return {
        "name": source.name,
        "sha256": source.sha256,
        "bytes": source.size,
        "media_type": source.media_type,
        "pages": len(source.pages) or None,
        "language": language,
        "ocr": list(source.ocr_pages),
        "unread_pages": list(source.unread_pages),
    }


def _clause(clause: Clause) -> _Json:
    return {
        "id": clause.id,
        "anchor": clause.anchor,
        "label": clause.label,
        "path": list(clause.path),
        "parent": clause.parent,
        "heading": clause.heading,
        "text": clause.text,
        "page": clause.page,
        "paragraph": clause.paragraph,
        "boxes": [_box(b) for b in clause.boxes],
        "type": clause.type,
        "confidence": _plain(clause.confidence),
        "type_source": clause.type_source or None,
        "subjects": list(clause.subjects),
        "language": clause.language,
        "level": clause.level,
        **({"corrected": list(clause.corrected)} if clause.corrected else {}),
    }


def _corrections(reading: Reading, lang: Lang) -> _Json:
    """Only where the user has changed the clause tree."""
    lost = [
        {**_correction(one.correction), "reason": one.reason, "message": lost_text(one, lang)}
        for one in reading.lost_corrections
    ]
    held = [_correction(one) for one in reading.corrections]
    return ({"corrections": held} if held else {}) | ({"lost_corrections": lost} if lost else {})


def _correction(one: Correction) -> _Json:
    return {"action": one.action, "anchor": one.anchor, "value": one.value, "place": one.place}


def _box(box: Box) -> _Json:
    corners = {"x0": box.x0, "top": box.top, "x1": box.x1, "bottom": box.bottom}
    return {"page": box.page, **{name: round(at, 2) for name, at in corners.items()}}


def _provision(provision: Provision) -> _Json:
    return {
        "id": provision.id,
        "kind": provision.kind.value,
        "clause": provision.clause,
        "quote": provision.quote,
        "start": provision.start,
        "end": provision.end,
        "evidence": [_evidence(e) for e in provision.evidence],
        "value": _value(provision.value),
        "group": provision.group,
        "relation": provision.relation,
        "rule": provision.rule,
        "confidence": _plain(provision.confidence),
    }


def _matrix(matrix: LiabilityMatrix) -> _Json:
    return {
        "liable": _plain(matrix.liable),
        "scope": matrix.scope,
        "cells": [_cell(cell) for cell in matrix.cells],
    }


def _cell(cell: LiabilityCell) -> _Json:
    return {
        "fault": cell.fault.value,
        "damage": cell.damage.value,
        "extent": cell.extent.value,
        "provisions": list(cell.provisions),
        "evidence": [_evidence(e) for e in cell.evidence],
    }


def _value(value: ProvisionValue | Duration) -> _Json:
    return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}


def _plain(value: object) -> object:
    """A field's value in JSON's own types; whole numbers without a fraction."""
    match value:
        case Duration():
            return _value(value)
        case tuple():
            return [_plain(part) for part in value]
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case float():
            return int(value) if value.is_integer() else value
    return value


def _evidence(evidence: Evidence) -> _Json:
    return {"clause": evidence.clause, "start": evidence.start, "end": evidence.end, "part": evidence.part}


def _check(check: Check) -> _Json:
    return {
        "rule": check.rule,
        "outcome": check.outcome.value,
        "needs": list(check.needs),
        "clauses": list(check.clauses),
        "provisions": list(check.provisions),
        "reason": check.reason,
        "limit": _limit(check.limit),
    }


def _subject(subject: SubjectCheck) -> _Json:
    return {
        "subject": subject.subject,
        "required": subject.required,
        "outcome": subject.outcome.value,
        "clauses": list(subject.clauses),
        "needs": list(subject.needs),
        "reason": subject.reason,
    }


def _finding(finding: Finding, lang: Lang) -> _Json:
    return {
        "id": finding.id,
        "anchor": finding.anchor,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "clauses": list(finding.clauses),
        "provisions": list(finding.provisions),
        "evidence": [_evidence(e) for e in finding.evidence],
        "sections": [list(section) for section in finding.sections],
        "searched": list(finding.searched),
        "reference": finding.reference,
        "reference_title": finding.comparison.reference_title if finding.comparison else None,
        "reference_position": finding.comparison.position if finding.comparison else None,
        "reference_status": finding.reference_status or None,
        "rule": finding.rule,
        "code": finding.code,
        "params": {name: _plain(value) for name, value in finding.params.items()},
        "title": wording.title(finding, lang),
        "explanation": wording.explanation(finding, lang),
        "legal_basis": list(finding.legal_basis),
        "also": [{"rule": f.rule, "code": f.code, "title": wording.title(f, lang)} for f in finding.also],
        "limit": _limit(finding.limit),
        "comparison": _comparison(finding.comparison),
    }


def _decision(decision: Decision | None) -> _Json:
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


def _limit(limit: Limit | None) -> _Json | None:
    return None if limit is None else {f.name: _plain(getattr(limit, f.name)) for f in fields(limit)}


def _comparison(comparison: Comparison | None) -> _Json | None:
    if comparison is None:
        return None
    return {
        "position": comparison.position,
        "position_index": comparison.position_index,
        "similarity": _plain(comparison.similarity),
        "reference_text": comparison.reference_text,
        "clause_text": comparison.clause_text,
        "hunks": [{"op": h.op.value, "a0": h.a0, "a1": h.a1, "b0": h.b0, "b1": h.b1} for h in comparison.hunks],
    }


def _duplicate(pair: DuplicatePair) -> _Json:
    return {
        "clauses": [pair.first, pair.second],
        "relation": pair.relation,
        "similarity": _plain(pair.similarity),
    }


def _beside(beside: Beside) -> _Json:
    comparison = beside.comparison
    return {
        "clause": beside.clause,
        "reference": comparison.reference,
        "reference_position": comparison.position,
        "reference_status": beside.reference_status,
        "similarity": _plain(comparison.similarity),
    }


def _match(match: PositionMatch, lang: Lang) -> _Json:
    return {
        "clause": match.clause,
        "reference": match.reference,
        "rank": match.rank.value,
        "fallback": match.fallback,
        "position_index": match.position,
        "example": match.example,
        "similarity": _plain(match.similarity),
        "why": [_reason(reason) for reason in match.why],
        "explanation": match_text(match, lang),
    }


def _reason(reason: MatchReason) -> _Json:
    return {"code": reason.code, "params": {name: _plain(value) for name, value in reason.params.items()}}


def _warning(note: ImportNote, lang: Lang) -> _Json:
    return {
        "code": note.code,
        "params": dict(note.params),
        "message": note_sentence(note, lang),
        "page": note.page,
    }


def _mark(mark: Mark) -> _Json:
    return {
        "kind": mark.kind.value,
        "text": mark.text,
        "page": None if mark.box is None else mark.box.page,
        "part": mark.part,
        "box": None if mark.box is None else _box(mark.box),
    }


def _ignored(ignored: Ignored) -> _Json:
    return {
        "reason": ignored.reason.value,
        "text": ignored.text,
        "page": ignored.page,
        "part": ignored.part,
        "box": None if ignored.box is None else _box(ignored.box),
        "cause": ignored.cause or None,
        "author": ignored.author or None,
        "paragraph": ignored.paragraph,
    }


def _not_analysed(part: NotAnalysed) -> _Json:
    return {
        "reason": part.reason,
        "page": part.page,
        "paragraph": part.paragraph,
        "excerpt": part.excerpt,
        "spans": [list(span) for span in part.spans],
        **({"anchor": part.anchor} if part.anchor else {}),
    }
