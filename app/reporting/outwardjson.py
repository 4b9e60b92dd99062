"""The outward report as JSON's own types (docs/analysis-json.md, "Outward"): no ids, no rules, no severities, no limits."""

from __future__ import annotations

from typing import Final

import app
from app.models.analysis import Analysis
from app.reporting.jsonvalues import Json
from app.reporting.options import ReportOptions
from app.reporting.outward import outward_report
from app.reporting.reportmodel import FindingEntry, Place, Quote, SummaryGroup

SCHEMA: Final = "klausellupe/outward/1"


def outward_json(analysis: Analysis, options: ReportOptions) -> Json:
    """Document, comments and the values that stand in it."""
    report, source = outward_report(analysis, options), analysis.reading.source
    return {
        "schema": SCHEMA,
        "tool": {"name": "klausellupe", "version": app.__version__},
        "lang": options.lang,
        "made_at": options.made_at and options.made_at.isoformat(),
        "from": options.company or None,
        "contact": options.reviewer or None,
        "document": {
            "name": source.name,
            "sha256": source.sha256,
            "bytes": source.size,
            "media_type": source.media_type,
            "pages": len(source.pages) or None,
            "unread_pages": list(source.unread_pages),
        },
        "complete": report.complete,
        "notices": [report.completeness, *report.notices, *((report.selection,) if report.selection else ())],
        "comments": [_comment(entry) for entry in report.findings],
        "values": [value for group in report.summary for value in _values(group)],
    }


def _comment(entry: FindingEntry) -> Json:
    proposed = entry.proposed
    return {
        "number": entry.number,
        "kind": entry.kind,
        "title": entry.title,
        "text": list(entry.paragraphs),
        "quotes": [_quote(quote) for quote in entry.quotes],
        "copies": list(entry.copies),
        "norms": list(entry.legal_basis),
        "explanation": entry.comment or None,
        "proposal": {"text": proposed.text, "to_fill_in": proposed.gaps or None} if proposed else None,
    }


def _quote(quote: Quote) -> Json:
    return {"text": quote.text, "value": quote.value or None, "places": [_place(place) for place in quote.places]}


def _place(place: Place) -> Json:
    return {"path": place.path, "page": place.page, "paragraph": place.paragraph}


def _values(group: SummaryGroup) -> list[Json]:
    return [
        {"kind": group.label, "value": row.value, "detail": row.detail or None, "quote": _quote(row.quote)}
        for row in group.rows
    ]
