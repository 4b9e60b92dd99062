"""Analysis → report model: head, facts, values, findings, what was undecidable, what was not read; with a cover and an annex.

Strategy: `report_words` makes what panels show too and is quick; `build_report` adds what only a file has: cover, checksum, proposed wordings, annex. An
outward report is built in `outward`, from nothing but what may leave the house, not by taking things out of an internal one. Order is
the analysis's own, findings worst first as the user weighs them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace

import app
from app.models.analysis import Analysis, Outcome, Severity
from app.models.facts import DealFacts
from app.reporting.annex import annex_clauses
from app.reporting.cover import cover
from app.reporting.coverage import coverage_rows
from app.reporting.decisions import orphan_rows
from app.reporting.documentrows import completeness, fact_row, file_rows
from app.reporting.entries import finding_entries
from app.reporting.matrices import matrix_tables
from app.reporting.options import ReportOptions
from app.reporting.outward import outward_report
from app.reporting.proposals import proposal
from app.reporting.reportmodel import Cover, FindingEntry, Proposed, Report, Row
from app.reporting.selection import left_out, selected
from app.reporting.subjects import subject_rows
from app.reporting.undecided import undecided_rows
from app.reporting.unread import unread_listings
from app.reporting.valuetable import value_groups
from app.wording.corrections import named_text
from app.wording.lang import Lang
from app.wording.numbers import date_text, list_text
from app.wording.report import phrase
from app.wording.reportparts import part_phrase
from app.wording.terms import term

IN_REVIEW = "review"
_RESTRICTIONS = ("governing_law", "audience", "contract_kind", "validity")  # reasons that leave values without any rule


def build_report(analysis: Analysis, options: ReportOptions) -> Report:
    """The whole report, worded, for whom the options say."""
    if options.outward:
        return outward_report(analysis, options)
    report = report_words(analysis, options)
    front = cover(analysis, report.findings, options)
    return replace(
        report,
        cover=front,
        findings=_with_proposals(report.findings, analysis, options),
        document=(*_made(front, options), *report.document, *_stamps(analysis, front, options.lang)),
        annex=annex_clauses(analysis, options.lang) if options.annex else (),
    )


def report_words(analysis: Analysis, options: ReportOptions) -> Report:
    """The internal report but for what only a file has: what panels show."""
    lang, source = options.lang, analysis.reading.source
    shown = replace(analysis, findings=selected(analysis, options))
    entries = finding_entries(shown, lang, options.decided)
    absent = left_out(analysis, options)
    return Report(
        lang=lang,
        title=phrase("title", lang),
        name=source.name,
        notices=_notices(analysis, lang),
        complete=source.complete,
        completeness=completeness(analysis, lang),
        document=_document(analysis, lang),
        facts=tuple(fact_row(f.name, analysis, lang) for f in fields(DealFacts) if f.name != "as_of"),
        counts=_counts(entries, lang),
        checks=_checks(analysis, lang),
        summary=value_groups(analysis, entries, lang, frozenset(p for f in absent for p in f.provisions)),
        matrices=matrix_tables(analysis, lang),
        findings=entries,
        findings_note=_findings_note(shown, entries, lang),
        undecided=undecided_rows(analysis, lang),
        subjects=subject_rows(analysis, lang),
        unread=unread_listings(analysis, lang),
        footer=phrase("made_with", lang, version=app.__version__),
        corrections=tuple(named_text(one, lang) for one in analysis.reading.corrections),
        selection=_selection(shown, absent, lang),
        coverage=coverage_rows(analysis, lang),
        orphans=orphan_rows(options.orphans, lang),
    )


def _notices(analysis: Analysis, lang: Lang) -> tuple[str, ...]:
    in_review = any(f.reference_status == IN_REVIEW for f in analysis.findings)
    judged = any(c.provisions for c in analysis.checks if c.outcome is not Outcome.NOT_APPLICABLE)
    unruled = bool(analysis.reading.provisions) and not judged
    return (
        phrase("no_advice", lang),
        *((phrase("library_in_review", lang),) if in_review else ()),
        *((phrase("no_rule_applies", lang),) if unruled else ()),
    )


def _document(analysis: Analysis, lang: Lang) -> tuple[Row, ...]:
    reading = analysis.reading
    rows = [
        *file_rows(analysis, lang),
        Row(phrase("language", lang), term("language", reading.language, lang)),
    ]
    if (day := analysis.facts.as_of.value) is not None:
        rows.append(Row(phrase("as_of", lang), date_text(day, lang)))
    return tuple(rows)


def _made(front: Cover, options: ReportOptions) -> Iterator[Row]:
    if front.made:
        yield Row(part_phrase("made", options.lang), front.made)


def _stamps(analysis: Analysis, front: Cover, lang: Lang) -> Iterator[Row]:
    """What it takes to make the same analysis again."""
    for code, stamp in (("library", analysis.library), ("rule_pack", analysis.rules)):
        if stamp is not None:
            yield Row(phrase(code, lang), f"{stamp.name}\nSHA-256 {stamp.sha256}")
    yield Row(phrase("program", lang), f"Klausellupe {app.__version__}")
    yield Row(part_phrase("analysis_hash", lang), f"SHA-256 {front.analysis_hash}")


def _counts(entries: tuple[FindingEntry, ...], lang: Lang) -> tuple[tuple[Severity, str, int], ...]:
    counted = Counter(e.severity for e in entries)
    return tuple((s, term("severity", s.value, lang), counted[s]) for s in Severity)


def _with_proposals(
    entries: tuple[FindingEntry, ...], analysis: Analysis, options: ReportOptions
) -> tuple[FindingEntry, ...]:
    """A wording to offer where the entry does not show it as its reference clause already."""
    by_anchor = {finding.anchor: finding for finding in analysis.findings}
    made = []
    for entry in entries:
        offer = proposal(by_anchor[entry.anchor], analysis, options.proposals)
        known = entry.reference.text if entry.reference else None
        proposed = Proposed(offer.text, list_text(list(offer.open), options.lang)) if offer else None
        made.append(replace(entry, proposed=proposed if proposed and proposed.text != known else None))
    return tuple(made)


def _selection(shown: Analysis, absent: tuple[object, ...], lang: Lang) -> str:
    if not absent:
        return ""
    here = len(shown.findings)
    return part_phrase("selection", lang, shown=here, total=here + len(absent), left=len(absent))


def _findings_note(analysis: Analysis, entries: tuple[FindingEntry, ...], lang: Lang) -> str:
    if len(entries) == len(analysis.findings):
        return ""
    return phrase("findings_merged", lang, findings=len(analysis.findings), entries=len(entries))


def _checks(analysis: Analysis, lang: Lang) -> tuple[str, ...]:
    """How many rules were applied with which outcome, and why some apply to another deal."""
    counted = Counter(c.outcome for c in analysis.checks)
    numbers = {outcome.value: counted[outcome] for outcome in Outcome}
    elsewhere = Counter(c.reason for c in analysis.checks if c.outcome is Outcome.NOT_APPLICABLE)
    return (
        phrase("checks_count", lang, total=len(analysis.checks), **numbers),
        *(
            phrase("rules_elsewhere", lang, count=elsewhere[reason], reason=term("check_reason", reason, lang))
            for reason in _RESTRICTIONS
            if elsewhere[reason]
        ),
    )
