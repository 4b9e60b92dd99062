"""The report as plain text for a terminal, 80 columns wide.

The same model as the HTML report. In the word comparison [-…-] is only in the reference and {+…+} only in the document.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from app.models.analysis import Analysis, DiffOp
from app.reporting.build import build_report
from app.reporting.decisions import NOTHING, Decided
from app.reporting.places import place_lines
from app.reporting.reportmodel import (
    DiffPart,
    FindingEntry,
    Listing,
    MatrixTable,
    Quote,
    Reference,
    Report,
    Row,
    SummaryGroup,
    SummaryRow,
)
from app.wording.lang import Lang
from app.wording.report import phrase

WIDTH: Final = 80
_LABEL: Final = 28
_HELD: Final = "§\ue000"  # a sign of private use, which no wrapping breaks
_BIDI: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # turn text round
_MARKS: Final = {"de": ("„", "“"), "en": ("“", "”")}


def to_text(analysis: Analysis, lang: Lang, decided: Decided = NOTHING) -> str:
    """The whole report; lines end with a newline."""
    lines = _lines(build_report(analysis, lang, decided), lang)
    return "\n".join(printable(line).rstrip() for line in lines) + "\n"


def printable(text: str) -> str:
    """`text` without control characters: names and quotes come from strangers, and terminals obey escape sequences."""
    return "".join("�" if unicodedata.category(char) == "Cc" or char in _BIDI else char for char in text)


def _lines(report: Report, lang: Lang) -> Iterator[str]:
    yield from _wrapped(f"{report.title}: {report.name}")
    yield "=" * WIDTH
    for notice in (report.completeness, *report.notices):
        yield from _wrapped(notice)
    yield from _section(phrase("document", lang), _rows(report.document, lang))
    yield from _section(phrase("facts", lang), _rows(report.facts, lang))
    yield from _section(phrase("overview", lang), _overview(report))
    yield from _section(phrase("summary", lang), _summary(report, lang))
    yield from _section(phrase("matrix", lang), _matrices(report, lang))
    yield from _section(phrase("findings", lang), _findings(report, lang))
    yield from _section(phrase("undecided", lang), _undecided(report, lang))
    if report.subjects:
        yield from _section(phrase("subjects", lang), _subjects(report.subjects))
    if report.corrections:
        yield from _section(phrase("corrections", lang), _corrections(report.corrections))
    yield from _section(phrase("not_read", lang), _unread(report, lang))
    yield from ("", report.footer)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield from ("", title, "-" * len(title))
    yield from lines


def _wrapped(text: str, indent: int = 0, first: str | None = None) -> Iterator[str]:
    """Paragraphs of `text`, indented; `first` opens the first line in place of the indentation. § stays with its number."""
    lead = " " * indent if first is None else first
    for paragraph in text.splitlines() or [""]:
        lines = textwrap.wrap(
            paragraph.replace("§ ", _HELD),
            WIDTH,
            initial_indent=lead,
            subsequent_indent=" " * indent,
            break_on_hyphens=False,
        )
        yield from (line.replace(_HELD, "§ ") for line in lines or [lead])
        lead = " " * indent


def _rows(rows: Iterable[Row], lang: Lang) -> Iterator[str]:
    for row in rows:
        value = f"{row.value} ({row.note})" if row.note else row.value
        yield from _wrapped(value, _LABEL, f"{row.label + ':':<{_LABEL}}")
        for quote in row.quotes:
            yield from _quote(quote, _LABEL, lang)


def _subjects(rows: Iterable[Row]) -> Iterator[str]:
    """Labels may be long, so they stand above their clauses."""
    for row in rows:
        yield from _wrapped(f"{row.label} ({row.note}):" if row.note else f"{row.label}:")
        yield from _wrapped(row.value, 4, "    ")


def _overview(report: Report) -> Iterator[str]:
    yield "   ".join(f"{label}: {count}" for _, label, count in report.counts)
    for line in report.checks:
        yield from _wrapped(line)


def _quote(quote: Quote, indent: int, lang: Lang) -> Iterator[str]:
    opening, closing = _MARKS[lang]
    value = f"{quote.value}: " if quote.value else ""
    yield from _wrapped(f"{value}{opening}{quote.text}{closing}", indent)
    yield from _wrapped(f"({'; '.join(place_lines(quote.places, lang))})", indent)


def _summary(report: Report, lang: Lang) -> Iterator[str]:
    for group in report.summary:
        yield from _group(group, lang)
    yield ""
    yield from _wrapped(phrase("summary_note", lang))


def _matrices(report: Report, lang: Lang) -> Iterator[str]:
    if not report.matrices:
        yield from _wrapped(phrase("no_matrix", lang))
        return
    yield from _wrapped(phrase("matrix_intro", lang))
    for table in report.matrices:
        yield from _matrix(table, lang)


def _matrix(table: MatrixTable, lang: Lang) -> Iterator[str]:
    yield ""
    yield from _wrapped(table.title)
    for row in table.rows:
        yield from _wrapped(f"{row.label}:", 2)
        for column, cell in zip(table.columns, row.cells, strict=True):
            numbers = f" [{', '.join(map(str, cell.numbers))}]" if cell.numbers else ""
            yield from _wrapped(f"{cell.text}{numbers}", 6, f"    {column}: ")
    if table.silent:
        yield from _wrapped(table.silent, 2)
    for number, quote in enumerate(table.quotes, start=1):
        opening, closing = _MARKS[lang]
        place = "; ".join(place_lines(quote.places, lang))
        yield from _wrapped(f"{opening}{quote.text}{closing} ({place})", 6, f"  [{number}] ")


def _group(group: SummaryGroup, lang: Lang) -> Iterator[str]:
    if not group.rows:
        yield from _wrapped(f"{group.label}: {phrase('nothing_found', lang)}")
        return
    yield f"{group.label}:"
    for row in group.rows:
        yield from _summary_row(row, lang)


def _summary_row(row: SummaryRow, lang: Lang) -> Iterator[str]:
    detail = f" ({row.detail})" if row.detail else ""
    yield from _wrapped(f"{row.value}{detail} → {row.verdict}", 4, "  - ")
    if row.unsure:
        yield from _wrapped(row.unsure, 4)
    yield from _quote(row.quote, 4, lang)


def _findings(report: Report, lang: Lang) -> Iterator[str]:
    if not report.findings:
        yield from _wrapped(phrase("no_findings", lang))
    if report.findings_note:
        yield from (*_wrapped(report.findings_note), "")
    for index, entry in enumerate(report.findings):
        yield from [""] if index else []
        yield from _finding(entry, lang)


def _finding(entry: FindingEntry, lang: Lang) -> Iterator[str]:
    number = f"{entry.number}. "
    yield from _wrapped(f"[{entry.severity_label} · {entry.kind}] {entry.title}", len(number), number)
    for paragraph in entry.paragraphs:
        yield from _wrapped(paragraph, 3)
    if entry.values:
        yield from _wrapped(entry.values, 3)
    for quote in entry.quotes:
        yield from _quote(quote, 3, lang)
    for remark in entry.remarks:
        yield from _wrapped(remark, 3)
    yield from _bullets("copies", entry.copies, lang)
    yield from _bullets("searched", entry.searched, lang)
    yield from _bullets(
        "further_places", [f"{q.text} ({'; '.join(place_lines(q.places, lang))})" for q in entry.further], lang
    )
    if entry.reference:
        yield from _reference(entry.reference, lang)
    if entry.legal_basis:
        yield from _wrapped(f"{phrase('legal_basis', lang)}: {', '.join(entry.legal_basis)}", 3)
    if entry.decision:
        yield from _wrapped(f"{entry.decision.verdict} ({entry.decision.signed})", 5, "=> ".rjust(6))
        for remark in entry.decision.remarks:
            yield from _wrapped(remark, 6)


def _bullets(code: str, items: Iterable[str], lang: Lang) -> Iterator[str]:
    listed = list(items)
    if listed:
        yield from _wrapped(f"{phrase(code, lang)}:", 3)
    for item in listed:
        yield from _wrapped(item, 5, "   - ")


def _reference(reference: Reference, lang: Lang) -> Iterator[str]:
    about = "; ".join(part for part in (reference.position, reference.status) if part)
    yield from _wrapped(f"{phrase('reference', lang, title=reference.title)} ({about})", 3)
    yield from _wrapped(reference.text, 5)
    if reference.diff:
        marks = [phrase(code, lang) for code in ("diff_marks", *(("diff_filled_marks",) if reference.fills else ()))]
        yield from _wrapped(f"{phrase('diff', lang)} ({', '.join(marks)})", 3)
        yield from _wrapped("".join(_diff_part(part) for part in reference.diff), 5)
    else:
        if reference.clause_text:
            yield from _wrapped(f"{phrase('clause_here', lang)}:", 3)
            yield from _wrapped(reference.clause_text, 5)
        yield from _wrapped(phrase("not_comparable", lang), 3)


def _diff_part(part: DiffPart) -> str:
    match part.op:
        case DiffOp.DELETE:
            return f"[-{part.text}-]"
        case DiffOp.INSERT:
            return f"{{+{part.text}+}}"
        case DiffOp.FILLED:
            return f"[{part.name}: {part.text}]"
    return part.text


def _undecided(report: Report, lang: Lang) -> Iterator[str]:
    if not report.undecided:
        yield phrase("no_undecided", lang)
    for row in report.undecided:
        yield from _wrapped(row.subject, 2, "- ")
        if row.quote:
            yield from _quote(row.quote, 2, lang)
        reason = f" ({row.reason})" if row.reason else ""
        yield from _wrapped(f"{phrase('needed', lang)}: {row.needs}{reason}", 2)


def _corrections(sentences: Iterable[str]) -> Iterator[str]:
    for number, sentence in enumerate(sentences, start=1):
        yield from _wrapped(sentence, 5, f"{number:3}. ")


def _unread(report: Report, lang: Lang) -> Iterator[str]:
    if not report.unread:
        yield phrase("none", lang)
    for listing in report.unread:
        yield from _listing(listing)


def _listing(listing: Listing) -> Iterator[str]:
    yield from _wrapped(f"{listing.title} ({listing.count})")
    for entry in listing.entries:
        yield from _wrapped(entry, 4, "  - ")
