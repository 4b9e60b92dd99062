"""Two companies' terms beside each other as JSON for other programs; ids lead into the two analyses."""

from __future__ import annotations

import json
from typing import Any, Final

import app
from app.models.analysis import Analysis
from app.models.forms import CellMeeting, DefaultRule, FormsComparison, MeetingPoint, SubjectMeeting
from app.models.provisions import Evidence
from app.models.reading import Reading
from app.reporting.options import ReportOptions
from app.wording.lang import Lang
from app.wording.values import value_text

SCHEMA: Final = "klausellupe/forms/1"
_Json = dict[str, Any]


def forms_json(comparison: FormsComparison, options: ReportOptions) -> bytes:
    """One object, UTF-8 with a newline at its end."""
    lang = options.lang
    ours, theirs = comparison.ours, comparison.theirs
    said: _Json = {
        "schema": SCHEMA,
        "tool": {"name": "Klausellupe", "version": app.__version__},
        "lang": lang,
        **({"made_at": options.made_at.isoformat(timespec="seconds")} if options.made_at else {}),
        "ours": _document(ours),
        "theirs": _document(theirs),
        "counts": {meeting.value: count for meeting, count in sorted(comparison.counts.items())},
        "adds_up": comparison.adds_up,
        "subjects": [_subject(meeting, comparison, lang) for meeting in comparison.subjects],
        "left_out": {"ours": list(comparison.left_out[0]), "theirs": list(comparison.left_out[1])},
        "defence": {
            "ours": [_words(place, ours.reading) for place in comparison.defence[0]],
            "theirs": [_words(place, theirs.reading) for place in comparison.defence[1]],
        },
        "rules": [_rule(rule, lang) for rule in comparison.rules],
    }
    return (json.dumps(said, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def _document(analysis: Analysis) -> _Json:
    source = analysis.reading.source
    return {"name": source.name, "sha256": source.sha256, "bytes": source.size, "complete": source.complete}


def _subject(meeting: SubjectMeeting, comparison: FormsComparison, lang: Lang) -> _Json:
    return {
        "subject": meeting.subject,
        "meeting": meeting.meeting.value,
        "ours": list(meeting.ours),
        "theirs": list(meeting.theirs),
        "similarity": meeting.similarity,
        "points": [_point(point, comparison, lang) for point in meeting.points],
        "cells": [_cell(cell, comparison) for cell in meeting.cells],
        "gap": list(meeting.gap),
    }


def _point(point: MeetingPoint, comparison: FormsComparison, lang: Lang) -> _Json:
    return {
        "kind": point.kind.value,
        "meeting": point.meeting.value,
        "ours": _value(point.ours, comparison.ours, lang),
        "theirs": _value(point.theirs, comparison.theirs, lang),
    }


def _value(provision: str | None, analysis: Analysis, lang: Lang) -> _Json | None:
    if provision is None:
        return None
    found = analysis.provisions_by_id[provision]
    return {"clause": found.clause, "quote": found.quote, "value": value_text(found.value, lang)}


def _cell(cell: CellMeeting, comparison: FormsComparison) -> _Json:
    return {
        "liable": cell.liable.value if cell.liable else None,
        "fault": cell.fault.value,
        "damage": cell.damage.value,
        "our_extent": cell.our_extent.value,
        "their_extent": cell.their_extent.value,
        "ours": [_words(place, comparison.ours.reading) for place in cell.ours],
        "theirs": [_words(place, comparison.theirs.reading) for place in cell.theirs],
    }


def _words(place: Evidence, reading: Reading) -> _Json:
    text = reading.by_id[place.clause].text[place.start : place.end]
    return {"clause": place.clause, "start": place.start, "end": place.end, "quote": text}


def _rule(rule: DefaultRule, lang: Lang) -> _Json:
    return {
        "id": rule.id,
        "subject": rule.subject or None,
        "sentence": rule.de if lang == "de" else rule.en,
        "norms": list(rule.norms),
        "as_of": rule.as_of.isoformat(),
        "source": rule.source_de if lang == "de" else rule.source_en,
        "status": rule.status,
    }
