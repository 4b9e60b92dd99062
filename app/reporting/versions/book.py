"""A comparison of two versions as tables: overview, values, changes, risk."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.versions import VersionComparison
from app.reporting.options import ReportOptions
from app.reporting.paper import Text, Tone
from app.reporting.reportmodel import Quote, Row
from app.reporting.sheets import Book, Column, Sheet, Shown, Value
from app.reporting.versions.model import ChangeEntry, VersionReport
from app.reporting.versions.rows import version_report
from app.wording.lang import Lang
from app.wording.versions import version_phrase

CHANGES = 2  # the sheet that stands for all in a CSV file
_MARKS = {Tone.DELETED: ("[-", "-]"), Tone.INSERTED: ("{+", "+}")}


def version_book(comparison: VersionComparison, options: ReportOptions) -> Book:
    """One sheet each; outward without the risk."""
    report, lang = version_report(comparison, options), options.lang
    sheets = [_overview(report, lang), _values(report, lang), _changes(report, lang)]
    if not report.outward:
        sheets.append(_risk(report, lang))
    return Book(lang, report.title, tuple(sheets), options.company, options.made_at)


def _overview(report: VersionReport, lang: Lang) -> Sheet:
    rows: list[tuple[Value, ...]] = [(notice, None, None) for notice in report.notices]
    rows += [(report.incomplete, None, None)] if report.incomplete else []
    for code, given in (("old", report.old_document), ("new", report.new_document)):
        rows.append((version_phrase(code, lang), None, None))
        rows += map(_row, given)
    rows += [*map(_row, report.common), (report.sums, None, None)]
    rows.append(tuple(version_phrase(code, lang) for code in ("group", "in_old", "in_new")))
    rows += [(row.label, row.old, row.new) for row in report.counts]
    rows.append((version_phrase("total", lang), sum(r.old for r in report.counts), sum(r.new for r in report.counts)))
    columns = (Column(version_phrase("entry", lang), 40), Column(version_phrase("value", lang), 40), Column("", 70))
    return Sheet(version_phrase("overview", lang), columns, tuple(rows))


def _row(row: Row) -> tuple[Value, ...]:
    return row.label, row.value, row.note or None


def _values(report: VersionReport, lang: Lang) -> Sheet:
    columns = (
        Column(version_phrase("number", lang), 8, Shown.WHOLE),
        Column(version_phrase("value", lang), 28),
        Column(version_phrase("old", lang), 28),
        Column(version_phrase("new", lang), 28),
        Column(version_phrase("text_old", lang), 60, Shown.LONG_TEXT),
        Column(version_phrase("text_new", lang), 60, Shown.LONG_TEXT),
    )
    rows: list[tuple[Value, ...]] = [
        (v.number, v.label, v.old or None, v.new or None, _words(v.old_quote), _words(v.new_quote))
        for v in report.values
    ]
    label = version_phrase("figures", lang)
    rows += [
        (f.number, label, f.old or None, f.new or None, f.old_words or None, f.new_words or None)
        for f in report.figures
    ]
    return Sheet(version_phrase("values", lang), columns, tuple(rows))


def _words(quote: Quote | None) -> str | None:
    return quote.text if quote else None


def _changes(report: VersionReport, lang: Lang) -> Sheet:
    """Every change, unchanged clauses too, so that the rows add up."""
    columns = (
        Column(version_phrase("number", lang), 8, Shown.WHOLE),
        Column(version_phrase("kind", lang), 16),
        Column(version_phrase("substance", lang), 12),
        Column(version_phrase("old", lang), 40),
        Column(version_phrase("new", lang), 40),
        Column(version_phrase("remarks", lang), 40, Shown.LONG_TEXT),
        Column(version_phrase("changes", lang), 90, Shown.LONG_TEXT),
        Column(version_phrase("text_old", lang), 60, Shown.LONG_TEXT),
        Column(version_phrase("text_new", lang), 60, Shown.LONG_TEXT),
    )
    rows = tuple(tuple(_change(entry, lang)) for entry in (*report.changes, *report.outside))
    return Sheet(version_phrase("group", lang), columns, rows)


def _change(entry: ChangeEntry, lang: Lang) -> Iterator[Value]:
    yield entry.number
    yield entry.label
    yield version_phrase("yes" if entry.of_substance else "no", lang)
    yield "; ".join(entry.old) or None
    yield "; ".join(entry.new) or None
    yield "; ".join(entry.remarks) or None
    yield _marked(entry.diff) or None
    yield entry.old_text or None
    yield entry.new_text or None


def _marked(diff: Text) -> str:
    """Without colours: [-…-] only in the old, {+…+} only in the new version, as in the text report."""
    return "".join(
        "".join((opening, span.text, closing))
        for span in diff
        for opening, closing in (_MARKS.get(span.tone, ("", "")),)
    )


def _risk(report: VersionReport, lang: Lang) -> Sheet:
    columns = (
        Column(version_phrase("kind", lang), 24),
        Column(version_phrase("risk", lang), 16),
        Column(version_phrase("entry", lang), 60, Shown.LONG_TEXT),
        Column(version_phrase("text_new", lang), 80, Shown.LONG_TEXT),
    )
    rows = tuple(
        (
            version_phrase(entry.how, lang),
            f"{entry.severity_label} ({entry.was})" if entry.was else entry.severity_label,
            entry.title,
            "\n".join(quote.text for quote in entry.quotes) or None,
        )
        for entry in report.risk
    )
    return Sheet(version_phrase("risk", lang), columns, rows, tuple(entry.severity.value for entry in report.risk))
