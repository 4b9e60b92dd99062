"""The workbook for the other side: what the document says, what we ask for and propose, in the neutral words of `outward`.

Nothing here looks at findings, decisions, rules or the library: rows are made of the outward report alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.models.analysis import Analysis
from app.reporting.bookcolumns import Field, table
from app.reporting.options import ReportOptions
from app.reporting.outward import outward_report
from app.reporting.places import place_lines
from app.reporting.reportmodel import FindingEntry, Place
from app.reporting.sheets import Column, Sheet, Shown
from app.wording.lang import Lang
from app.wording.sheets import sheet_phrase

_LONG = Shown.LONG_TEXT


def outward_overview(analysis: Analysis, options: ReportOptions) -> Sheet:
    """The rows of the outward report's head."""
    lang, report = options.lang, outward_report(analysis, options)
    rows = [(row.label, row.value, row.note or None) for row in (*report.document, *report.facts)]
    rows.append((sheet_phrase("complete", lang), report.completeness, None))
    rows += [(sheet_phrase("scope", lang), report.selection, None)] if report.selection else []
    rows += [(sheet_phrase("not_advice", lang), notice, None) for notice in report.notices]
    columns = (Column(sheet_phrase("item", lang), 34), Column(sheet_phrase("value", lang), 80, _LONG))
    if not any(note for _, _, note in rows):
        return Sheet(sheet_phrase("overview", lang), columns, tuple(row[:2] for row in rows))
    return Sheet(sheet_phrase("overview", lang), (*columns, Column(sheet_phrase("note", lang), 74, _LONG)), tuple(rows))


def outward_findings(analysis: Analysis, options: ReportOptions) -> Sheet:
    """Our comments, one row each."""
    entries = outward_report(analysis, options).findings
    return table("comments", tuple(_fields(options.lang)), entries, options.lang)


def _fields(lang: Lang) -> Iterator[Field[FindingEntry]]:
    yield Field("number", lambda entry: entry.number, 6, Shown.WHOLE)
    yield Field("finding_kind", lambda entry: entry.kind, 20)
    yield Field("subject", lambda entry: entry.title, 40, _LONG)
    yield Field("request", lambda entry: entry.explanation, 60, _LONG)
    yield Field("place", lambda entry: "\n".join(place_lines(_places(entry), lang)) or None, 34, _LONG)
    yield Field("page", lambda entry: next((p.page for p in _places(entry) if p.page), None), 8, Shown.WHOLE)
    yield Field(
        "paragraph", lambda entry: next((p.paragraph for p in _places(entry) if p.paragraph), None), 11, Shown.WHOLE
    )
    yield Field("quote", lambda entry: "\n\n".join(quote.text for quote in entry.quotes) or None, 60, _LONG)
    yield Field("legal_basis", lambda entry: "; ".join(entry.legal_basis) or None, 22, _LONG)
    yield Field("proposal", lambda entry: entry.proposed.text if entry.proposed else None, 60, _LONG)
    yield Field("gaps", lambda entry: (entry.proposed.gaps if entry.proposed else "") or None, 20, _LONG)
    yield Field("note", lambda entry: entry.comment or None, 40, _LONG)


def _places(entry: FindingEntry) -> tuple[Place, ...]:
    return tuple(place for quote in entry.quotes for place in quote.places)
