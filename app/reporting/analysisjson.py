"""The analysis as JSON's own types: `docs/analysis-json.md`, schema in resources/schema/analysis-1.schema.json.

Strategy: one small function an object, keys in the order of the description, so that the same analysis gives the same
bytes. Values of provisions carry all keys of their kind, null where unknown. The library's guidance stays out even here.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Final

import app
from app.models.analysis import Analysis, LibraryStamp
from app.models.facts import DealFacts, Fact
from app.models.liability import LiabilityCell, LiabilityMatrix
from app.models.provisions import Provision
from app.models.reading import Clause, Correction, NotAnalysed, Reading
from app.models.source import Ignored, ImportNote, Mark, SourceDocument
from app.reporting.decisions import NOTHING, Decided
from app.reporting.jsonfindings import (
    beside_json,
    check_json,
    decision_json,
    duplicate_json,
    finding_json,
    match_json,
    subject_json,
)
from app.reporting.jsonvalues import Json, box_json, evidence_json, file_bytes, plain_json, value_json
from app.reporting.ledger import not_checked, surroundings
from app.wording.corrections import lost_text
from app.wording.imports import note_sentence
from app.wording.lang import Lang

SCHEMA: Final = "klausellupe/analysis/1"


def analysis_bytes(analysis: Analysis, lang: Lang, decided: Decided = NOTHING) -> bytes:
    """The file that holds nothing but the analysis."""
    return file_bytes(analysis_json(analysis, lang, decided))


def analysis_json(analysis: Analysis, lang: Lang, decided: Decided) -> Json:
    """The whole analysis, findings with what was decided about them."""
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
        "checks": [check_json(c) for c in analysis.checks],
        "subjects": [subject_json(s) for s in analysis.subjects],
        "findings": [finding_json(f, lang) | decision_json(decided.get(f.anchor)) for f in analysis.findings],
        "duplicates": [duplicate_json(d) for d in analysis.duplicates],
        "beside": [beside_json(b) for b in analysis.beside],
        "matches": [match_json(m, lang) for m in analysis.matches],
        "warnings": [_warning(w, lang) for w in source.warnings],
        "ignored": [_ignored(i) for i in source.ignored],
        "marks": [_mark(m) for m in source.marks],
        "surroundings": [_not_analysed(n) for n in surroundings(analysis)],
        "not_checked": [_not_analysed(n) for n in not_checked(analysis)],
        **_corrections(reading, lang),
    }


def _tool(analysis: Analysis) -> Json:
    return {
        "name": "klausellupe",
        "version": app.__version__,
        "library": _stamp(analysis.library),
        "rules": _stamp(analysis.rules) if analysis.rules else None,
        "model": analysis.reading.model or None,
    }


def _stamp(stamp: LibraryStamp) -> Json:
    return {"name": stamp.name, "sha256": stamp.sha256}


def _facts(facts: DealFacts) -> Json:
    return {f.name: _fact(getattr(facts, f.name)) for f in fields(facts)}


def _fact(fact: Fact[object]) -> Json:
    evidence = [evidence_json(e) for e in fact.evidence]
    return {"value": plain_json(fact.value), "source": fact.source.value, "evidence": evidence}


def _document(source: SourceDocument, language: str) -> Json:
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


def _clause(clause: Clause) -> Json:
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
        "boxes": [box_json(b) for b in clause.boxes],
        "type": clause.type,
        "confidence": plain_json(clause.confidence),
        "type_source": clause.type_source or None,
        "subjects": list(clause.subjects),
        "language": clause.language,
        "level": clause.level,
        **({"corrected": list(clause.corrected)} if clause.corrected else {}),
    }


def _corrections(reading: Reading, lang: Lang) -> Json:
    """Only where the user has changed the clause tree."""
    lost = [
        {**_correction(one.correction), "reason": one.reason, "message": lost_text(one, lang)}
        for one in reading.lost_corrections
    ]
    held = [_correction(one) for one in reading.corrections]
    return ({"corrections": held} if held else {}) | ({"lost_corrections": lost} if lost else {})


def _correction(one: Correction) -> Json:
    return {"action": one.action, "anchor": one.anchor, "value": one.value, "place": one.place}


def _provision(provision: Provision) -> Json:
    return {
        "id": provision.id,
        "kind": provision.kind.value,
        "clause": provision.clause,
        "quote": provision.quote,
        "start": provision.start,
        "end": provision.end,
        "evidence": [evidence_json(e) for e in provision.evidence],
        "value": value_json(provision.value),
        "group": provision.group,
        "relation": provision.relation,
        "rule": provision.rule,
        "confidence": plain_json(provision.confidence),
    }


def _matrix(matrix: LiabilityMatrix) -> Json:
    return {
        "liable": plain_json(matrix.liable),
        "scope": matrix.scope,
        "cells": [_cell(cell) for cell in matrix.cells],
    }


def _cell(cell: LiabilityCell) -> Json:
    return {
        "fault": cell.fault.value,
        "damage": cell.damage.value,
        "extent": cell.extent.value,
        "provisions": list(cell.provisions),
        "evidence": [evidence_json(e) for e in cell.evidence],
    }


def _warning(note: ImportNote, lang: Lang) -> Json:
    return {
        "code": note.code,
        "params": dict(note.params),
        "message": note_sentence(note, lang),
        "page": note.page,
    }


def _mark(mark: Mark) -> Json:
    return {
        "kind": mark.kind.value,
        "text": mark.text,
        "page": None if mark.box is None else mark.box.page,
        "part": mark.part,
        "box": None if mark.box is None else box_json(mark.box),
    }


def _ignored(ignored: Ignored) -> Json:
    return {
        "reason": ignored.reason.value,
        "text": ignored.text,
        "page": ignored.page,
        "part": ignored.part,
        "box": None if ignored.box is None else box_json(ignored.box),
        "cause": ignored.cause or None,
        "author": ignored.author or None,
        "paragraph": ignored.paragraph,
    }


def _not_analysed(part: NotAnalysed) -> Json:
    return {
        "reason": part.reason,
        "page": part.page,
        "paragraph": part.paragraph,
        "excerpt": part.excerpt,
        "spans": [list(span) for span in part.spans],
        **({"anchor": part.anchor} if part.anchor else {}),
    }
