"""Two companies' terms as tables: one row a subject, one row a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.models.forms import FormsComparison
from app.reporting.forms.model import FormsReport, SubjectEntry
from app.reporting.forms.rows import forms_report
from app.reporting.options import ReportOptions
from app.reporting.pagequotes import places_text
from app.reporting.reportmodel import Quote
from app.reporting.sheets import Book, Column, Sheet, Shown, Value
from app.wording.forms import form_phrase
from app.wording.lang import Lang

SUBJECTS = 1  # the sheet that stands for all in a CSV file


def forms_book(comparison: FormsComparison, options: ReportOptions) -> Book:
    """Overview, subjects, values."""
    report, lang = forms_report(comparison, options), options.lang
    sheets = (_overview(report, lang), _subjects(report, lang), _values(report, lang))
    return Book(lang, report.title, sheets, options.company, options.made_at)


def _overview(report: FormsReport, lang: Lang) -> Sheet:
    rows: list[tuple[Value, ...]] = [(notice, None) for notice in report.notices]
    for code, given in (("ours", report.our_document), ("theirs", report.their_document)):
        rows += [(form_phrase(code, lang), None), *((row.label, row.value) for row in given)]
    rows += [(row.label, row.value) for row in report.common]
    rows += [(label, number) for label, number, _ in report.counts]
    columns = (Column(form_phrase("overview", lang), 60, Shown.LONG_TEXT), Column("", 70, Shown.LONG_TEXT))
    return Sheet(form_phrase("overview", lang), columns, tuple(rows))


def _subjects(report: FormsReport, lang: Lang) -> Sheet:
    columns = (
        Column(form_phrase("subject", lang), 28),
        Column(form_phrase("meeting", lang), 24),
        *(Column(form_phrase(code, lang), 60, Shown.LONG_TEXT) for code in ("ours", "theirs", "gap")),
    )
    return Sheet(form_phrase("subject", lang), columns, tuple(tuple(_subject(e, lang)) for e in report.subjects))


def _subject(entry: SubjectEntry, lang: Lang) -> Iterator[Value]:
    yield entry.label
    yield entry.meeting_label
    yield _words(entry.ours, lang)
    yield _words(entry.theirs, lang)
    yield "\n".join(f"{rule.sentence} ({rule.norm})" for rule in entry.gap) or None


def _words(quotes: Iterable[Quote], lang: Lang) -> str | None:
    return "\n".join(f"{quote.text} ({places_text(quote, lang)})" for quote in quotes) or None


def _values(report: FormsReport, lang: Lang) -> Sheet:
    columns = (
        Column(form_phrase("subject", lang), 28),
        Column(form_phrase("values", lang), 40),
        Column(form_phrase("meeting", lang), 24),
        *(Column(form_phrase(code, lang), 40, Shown.LONG_TEXT) for code in ("ours", "theirs")),
    )
    rows = tuple(
        (entry.label, point.label, point.meeting_label, point.ours or None, point.theirs or None)
        for entry in report.subjects
        for point in (*entry.points, *entry.cells)
    )
    return Sheet(form_phrase("values", lang), columns, rows)
