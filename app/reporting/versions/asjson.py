"""A comparison of two versions as JSON for other programs: ids lead into the two analyses, which are named by their files' SHA-256."""

from __future__ import annotations

import json
from typing import Any, Final

import app
from app.models.analysis import Analysis, DiffHunk, Finding
from app.models.versions import ClauseChange, OutsideChange, ValueChange, VersionComparison
from app.reporting.options import ReportOptions
from app.wording import findings as wording
from app.wording.lang import Lang
from app.wording.values import value_text

SCHEMA: Final = "klausellupe/versions/1"
_Json = dict[str, Any]


def version_json(comparison: VersionComparison, options: ReportOptions) -> bytes:
    """One object, UTF-8 with a newline at its end; outward without library and risk."""
    lang = options.lang
    said: _Json = {
        "schema": SCHEMA,
        "tool": {"name": "Klausellupe", "version": app.__version__},
        "lang": lang,
        **({"made_at": options.made_at.isoformat(timespec="seconds")} if options.made_at else {}),
        "old": _document(comparison.old, options),
        "new": _document(comparison.new, options),
        "counts": {kind.value: count for kind, count in sorted(comparison.counts.items())},
        "adds_up": comparison.adds_up,
        "changes": [_change(change, comparison, lang) for change in comparison.changes],
        "outside": [_outside(change) for change in comparison.outside],
        **({} if options.outward else {"risk": _risk(comparison, lang)}),
    }
    return (json.dumps(said, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def _document(analysis: Analysis, options: ReportOptions) -> _Json:
    source = analysis.reading.source
    about: _Json = {
        "name": source.name,
        "sha256": source.sha256,
        "bytes": source.size,
        "pages": len(source.pages) or None,
        "complete": source.complete,
        "clauses": [
            {"id": c.id, "label": c.label, "heading": c.heading, "page": c.page} for c in analysis.reading.clauses
        ],
    }
    if not options.outward:
        about["library"] = {"name": analysis.library.name, "sha256": analysis.library.sha256}
    return about


def _change(change: ClauseChange, comparison: VersionComparison, lang: Lang) -> _Json:
    return {
        "kind": change.kind.value,
        "of_substance": change.of_substance,
        "old": list(change.old),
        "new": list(change.new),
        "moved": change.moved,
        "renumbered": change.renumbered,
        "similarity": change.similarity,
        "old_text": change.old_text,
        "new_text": change.new_text,
        "hunks": [_hunk(hunk, number in change.substantive) for number, hunk in enumerate(change.hunks)],
        "values": [_value(value, comparison, lang) for value in change.values],
        "figures": [{"old": list(figure.old), "new": list(figure.new)} for figure in change.figures],
        "redirected": [list(span) for span in change.redirected],
    }


def _hunk(hunk: DiffHunk, substantive: bool) -> _Json:
    return {"op": hunk.op.value, "old": [hunk.a0, hunk.a1], "new": [hunk.b0, hunk.b1], "of_substance": substantive}


def _value(value: ValueChange, comparison: VersionComparison, lang: Lang) -> _Json:
    return {
        "kind": value.kind.value,
        "parts": list(value.parts),
        "old": _said(value.old, comparison.old, lang),
        "new": _said(value.new, comparison.new, lang),
    }


def _said(provision: str | None, analysis: Analysis, lang: Lang) -> _Json | None:
    if provision is None:
        return None
    found = analysis.provisions_by_id[provision]
    return {"clause": found.clause, "quote": found.quote, "value": value_text(found.value, lang)}


def _outside(change: OutsideChange) -> _Json:
    return {
        "kind": change.kind.value,
        "old": [list(span) for span in change.old],
        "new": [list(span) for span in change.new],
        "old_text": change.old_text,
        "new_text": change.new_text,
        "hunks": [_hunk(hunk, number in change.substantive) for number, hunk in enumerate(change.hunks)],
    }


def _risk(comparison: VersionComparison, lang: Lang) -> _Json:
    risk = comparison.risk
    return {
        "appeared": [_finding(finding, lang) for finding in risk.appeared],
        "vanished": [_finding(finding, lang) for finding in risk.vanished],
        "graver": [[_finding(finding, lang) for finding in pair] for pair in risk.graver],
        "lighter": [[_finding(finding, lang) for finding in pair] for pair in risk.lighter],
        "otherwise": [[_finding(finding, lang) for finding in pair] for pair in risk.otherwise],
    }


def _finding(finding: Finding, lang: Lang) -> _Json:
    return {
        "id": finding.id,
        "severity": finding.severity.value,
        "clauses": list(finding.clauses),
        "title": wording.title(finding, lang),
    }
