"""The first sheet of a report: document, time, program, library, facts assumed, counts, and that it is no legal advice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from datetime import date

import app
from app.models.analysis import Analysis, Outcome, Severity
from app.models.facts import DealFacts, Fact
from app.reporting.analysishash import analysis_hash
from app.reporting.options import ReportOptions
from app.reporting.places import page_ranges
from app.reporting.selection import selected
from app.reporting.sheets import Column, Sheet, Shown, Value
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.sheets import sheet_phrase
from app.wording.terms import term

_LONG = Shown.LONG_TEXT
_Row = tuple[str, Value, str | None]


def overview_sheet(analysis: Analysis, options: ReportOptions) -> Sheet:
    """What a reader must know before any figure: label, value, note."""
    lang = options.lang
    columns = (Column(sheet_phrase("item", lang), 34), Column(sheet_phrase("value", lang), 72, _LONG))
    rows = [
        *_document(analysis, options),
        *_made(analysis, options),
        *_facts(analysis, lang),
        *_counts(analysis, options),
    ]
    rows.append((sheet_phrase("not_advice", lang), phrase("no_advice", lang), None))
    note = Column(sheet_phrase("note", lang), 84, _LONG)
    return Sheet(sheet_phrase("overview", lang), (*columns, note), tuple(rows))


def _document(analysis: Analysis, options: ReportOptions) -> Iterator[_Row]:
    reading, source, lang = analysis.reading, analysis.reading.source, options.lang
    yield phrase("file", lang), source.name, None
    yield "SHA-256", source.sha256, None
    yield sheet_phrase("size", lang), source.size, None
    yield phrase("format", lang), term("media_type", source.media_type, lang), None
    if source.pages:
        yield phrase("pages", lang), len(source.pages), None
    yield phrase("language", lang), term("language", reading.language, lang), None
    yield phrase("clauses", lang), len(reading.clauses), None
    yield sheet_phrase("complete", lang), source.complete, completeness(analysis, lang)


def completeness(analysis: Analysis, lang: Lang) -> str:
    """The sentence that says whether all of the file was read, and what not."""
    source = analysis.reading.source
    if source.complete:
        return phrase("complete", lang)
    places = [phrase("page_short", lang, pages=page_ranges(source.unread_pages))] if source.unread_pages else []
    places += [phrase("unread_parts", lang)] if source.unread_parts else []
    return phrase("incomplete", lang, places=", ".join(places))


def _made(analysis: Analysis, options: ReportOptions) -> Iterator[_Row]:
    lang = options.lang
    if options.made_at:
        yield sheet_phrase("made_at", lang), options.made_at, None
    if (day := analysis.facts.as_of.value) is not None:
        yield phrase("as_of", lang), day, None
    if options.reviewer:
        yield sheet_phrase("reviewer", lang), options.reviewer, None
    yield phrase("program", lang), f"Klausellupe {app.__version__}", None
    yield sheet_phrase("checksum", lang), analysis_hash(analysis), None
    yield phrase("library", lang), analysis.library.name, f"SHA-256 {analysis.library.sha256}"
    if rules := analysis.rules:
        yield phrase("rule_pack", lang), rules.name, f"SHA-256 {rules.sha256}"


def _facts(analysis: Analysis, lang: Lang) -> Iterator[_Row]:
    for name in (field.name for field in fields(DealFacts) if field.name != "as_of"):
        fact: Fact[object] = getattr(analysis.facts, name)
        known = fact.value is not None
        source = term("fact_source", fact.source.value, lang) if known else None
        yield term("fact", name, lang), _fact_value(name, fact.value, lang), source


def _fact_value(name: str, value: object, lang: Lang) -> Value:
    match value:
        case None:
            return phrase("unknown", lang)
        case date() | int() | float():
            return value
        case code:
            return term(name, str(code), lang)


def _counts(analysis: Analysis, options: ReportOptions) -> Iterator[_Row]:
    lang, findings = options.lang, selected(analysis, options)
    decided = {f.anchor: options.decided.get(f.anchor) for f in findings}
    own = {anchor: d.severity for anchor, d in decided.items() if d and d.severity}
    counted = Counter(own.get(f.anchor, f.severity) for f in findings)
    if options.chosen is not None:
        said = sheet_phrase("chosen_of", lang, chosen=len(findings), total=len(analysis.findings))
        yield sheet_phrase("chosen", lang), said, None
    for severity in Severity:
        label = sheet_phrase("findings_of", lang, severity=term("severity", severity.value, lang))
        yield label, counted[severity], None
    changed = sum(f.severity is not own[f.anchor] for f in findings if f.anchor in own)
    yield sheet_phrase("own_severities", lang), changed, None
    yield sheet_phrase("open_findings", lang), sum(not (d and d.verdict) for d in decided.values()), None
    outcomes = Counter(check.outcome for check in analysis.checks)
    yield sheet_phrase("checks", lang), len(analysis.checks), None
    for outcome in Outcome:
        label = sheet_phrase("checks_of", lang, outcome=term("outcome", outcome.value, lang))
        yield label, outcomes[outcome], None
