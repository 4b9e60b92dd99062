"""An analysis as tables to calculate with: overview, values, findings, clauses, duplicates, what was not checked.

Strategy: every table is described column by column (`bookcolumns`). What leaves the house is made of the outward report alone
(`bookoutward`) and of the document's own values. `findings_sheet` is the list of findings for CSV, each row standing for itself.
"""

from __future__ import annotations

import app
from app.models.analysis import Analysis
from app.reporting.bookcolumns import table
from app.reporting.bookfindings import finding_fields, finding_rows, tone
from app.reporting.bookoutward import outward_findings, outward_overview
from app.reporting.bookoverview import completeness, overview_sheet
from app.reporting.bookparts import clauses_sheet, duplicates_sheet, unchecked_sheet, values_sheet
from app.reporting.options import ReportOptions
from app.reporting.sheets import Book, Column, Sheet, Shown, Value
from app.wording.report import phrase
from app.wording.sheets import sheet_phrase
from app.wording.terms import term


def report_book(analysis: Analysis, options: ReportOptions) -> Book:
    """The whole report; outward the sheets and columns that are ours are not there."""
    lang = options.lang
    sheets = _outward(analysis, options) if options.outward else _internal(analysis, options)
    title = sheet_phrase("title", lang, name=analysis.reading.source.name)
    return Book(lang, title, sheets, company=options.company, made_at=options.made_at)


def _internal(analysis: Analysis, options: ReportOptions) -> tuple[Sheet, ...]:
    lang = options.lang
    return (
        overview_sheet(analysis, options),
        values_sheet(analysis, lang, outward=False),
        _findings(analysis, options),
        *((clauses_sheet(analysis, lang),) if options.annex else ()),
        duplicates_sheet(analysis, lang),
        unchecked_sheet(analysis, options),
    )


def _outward(analysis: Analysis, options: ReportOptions) -> tuple[Sheet, ...]:
    values = values_sheet(analysis, options.lang, outward=True)
    return outward_overview(analysis, options), values, outward_findings(analysis, options)


def _findings(analysis: Analysis, options: ReportOptions) -> Sheet:
    rows = finding_rows(analysis, options)
    return table("findings", finding_fields(options.lang), rows, options.lang, tone=tone)


# --- findings that stand for themselves


def findings_sheet(analysis: Analysis, options: ReportOptions) -> Sheet:
    """The findings for CSV; every row names document, time, program, library, perspective and what was not read."""
    findings = outward_findings(analysis, options) if options.outward else _findings(analysis, options)
    standing = _standing(analysis, options)
    head = tuple(Column(label, 20, Shown.MOMENT if moment else Shown.TEXT) for label, _, moment in standing)
    values = tuple(value for _, value, _ in standing)
    rows = findings.rows or (_no_finding(findings, options),)
    return Sheet(findings.title, (*head, *findings.columns), tuple((*values, *row) for row in rows), findings.tones)


def _no_finding(findings: Sheet, options: ReportOptions) -> tuple[Value, ...]:
    """A file without any row would say nothing of the document at all."""
    code = "subject" if options.outward else "finding"
    said = "no_comment" if options.outward else "no_finding"
    label = sheet_phrase(code, options.lang)
    return tuple(sheet_phrase(said, options.lang) if column.label == label else None for column in findings.columns)


def _standing(analysis: Analysis, options: ReportOptions) -> list[tuple[str, Value, bool]]:
    lang, source = options.lang, analysis.reading.source
    side = analysis.facts.perspective.value
    given: list[tuple[str, Value, bool]] = [
        (sheet_phrase("document", lang), source.name, False),
        ("SHA-256", source.sha256, False),
        (sheet_phrase("made_at", lang), options.made_at, True),
        (sheet_phrase("program", lang), f"Klausellupe {app.__version__}", False),
    ]
    if not options.outward:
        given += [
            (sheet_phrase("library", lang), f"{analysis.library.name} ({analysis.library.sha256[:16]})", False),
            (
                sheet_phrase("perspective", lang),
                term("perspective", side.value, lang) if side else phrase("unknown", lang),
                False,
            ),
        ]
    return [*given, (sheet_phrase("complete", lang), completeness(analysis, lang), False)]
