"""The findings on paper, a frame each, under a heading for each severity; outward there are no severities, only comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from app.models.analysis import DiffOp
from app.reporting.pagequotes import places_text, quote_paragraph, quoted
from app.reporting.paper import Block, Bullets, Frame, Heading, Paragraph, Span, Style, Text, Tone, plain
from app.reporting.reportmodel import DiffPart, FindingEntry, Proposed, Reference, Report
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.reportparts import part_phrase

_DIFF: Final = {DiffOp.DELETE: Tone.DELETED, DiffOp.INSERT: Tone.INSERTED, DiffOp.FILLED: Tone.FILLED}


def finding_blocks(report: Report, lang: Lang) -> Iterator[Block]:
    """All findings of the report in their order."""
    yield Heading(1, part_phrase("comments", lang) if report.outward else phrase("findings", lang), "findings")
    if not report.findings:
        yield Paragraph(plain(part_phrase("no_comments", lang) if report.outward else phrase("no_findings", lang)))
    for line in (report.findings_note, report.selection):
        if line:
            yield Paragraph(plain(line), Style.SOFT)
    if report.outward:
        yield from (_frame(entry, report, lang) for entry in report.findings)
        return
    for severity, entries in groupby(report.findings, key=lambda entry: entry.severity):
        same = list(entries)
        yield Heading(2, f"{same[0].severity_label} ({len(same)})", f"severity-{severity.value}")
        yield from (_frame(entry, report, lang) for entry in same)


def _frame(entry: FindingEntry, report: Report, lang: Lang) -> Frame:
    tone = Tone.INFO if report.outward else Tone(entry.severity.value)
    return Frame(tuple(_parts(entry, report, lang)), tone, f"f{entry.number}")


def _parts(entry: FindingEntry, report: Report, lang: Lang) -> Iterator[Block]:
    yield Heading(3, f"{entry.number}. {entry.title}", tag=_tag(entry, report))
    if entry.program_label:
        yield Paragraph(plain(part_phrase("by_program", lang, severity=entry.program_label)), Style.TAG)
    yield from (Paragraph(plain(paragraph)) for paragraph in entry.paragraphs)
    if entry.values:
        yield Paragraph(plain(entry.values, strong=True))
    yield from (quote_paragraph(quote, lang) for quote in entry.quotes)
    yield from (Paragraph(plain(remark), Style.SOFT) for remark in entry.remarks)
    yield from _titled("copies", map(plain, entry.copies), lang)
    yield from _titled("searched", map(plain, entry.searched), lang)
    further = (
        (Span(quoted(quote.text, lang)), Span(f" ({places_text(quote, lang)})", Tone.SOFT)) for quote in entry.further
    )
    yield from _titled("further_places", further, lang)
    if entry.reference:
        yield from _reference(entry.reference, lang)
    if entry.proposed:
        yield from _proposed(entry.proposed, lang)
    if entry.legal_basis:
        basis = f"{phrase('legal_basis', lang)}: {', '.join(entry.legal_basis)}"
        yield Paragraph(plain(basis), Style.SOFT)
    yield from _said(entry, report, lang)


def _tag(entry: FindingEntry, report: Report) -> Span:
    if report.outward:
        return Span(entry.kind, Tone.INFO)
    return Span(f"{entry.severity_label} · {entry.kind}", Tone(entry.severity.value))


def _said(entry: FindingEntry, report: Report, lang: Lang) -> Iterator[Block]:
    """What people say of it: the comment for the other side, the decision."""
    if entry.comment:
        if not report.outward:
            yield Heading(4, part_phrase("comment", lang))
        yield Paragraph(plain(entry.comment))
    if decision := entry.decision:
        yield Paragraph((Span(decision.verdict, strong=True), Span(f" ({decision.signed})")))
        yield from (Paragraph(plain(remark)) for remark in decision.remarks)


def _titled(code: str, items: Iterable[Text], lang: Lang) -> Iterator[Block]:
    if listed := tuple(items):
        yield Heading(4, phrase(code, lang))
        yield Bullets(listed)


def _proposed(proposed: Proposed, lang: Lang) -> Iterator[Block]:
    yield Heading(4, part_phrase("proposal", lang))
    gaps = (Span(f"\n{part_phrase('gaps', lang, names=proposed.gaps)}", Tone.SOFT),) if proposed.gaps else ()
    yield Paragraph((Span(proposed.text), *gaps), Style.QUOTE)


def _reference(reference: Reference, lang: Lang) -> Iterator[Block]:
    about = "; ".join(part for part in (reference.position, reference.status) if part)
    yield Heading(4, f"{phrase('reference', lang, title=reference.title)} ({about})")
    yield Paragraph(plain(reference.text), Style.QUOTE)
    if reference.diff:
        yield Heading(4, phrase("diff", lang))
        yield Paragraph(_legend(reference, lang), Style.SMALL)
        yield Paragraph(tuple(map(_diff_part, reference.diff)), Style.DIFF)
        return
    if reference.clause_text:
        yield Heading(4, phrase("clause_here", lang))
        yield Paragraph(plain(reference.clause_text), Style.QUOTE)
    yield Paragraph(plain(phrase("not_comparable", lang)), Style.SOFT)


def _legend(reference: Reference, lang: Lang) -> Text:
    """Each mark shown by itself, so that it fits every form."""
    filled = (Span(", "), Span(part_phrase("diff_filled", lang), Tone.FILLED)) if reference.fills else ()
    removed = Span(part_phrase("diff_deleted", lang), Tone.DELETED)
    return removed, Span(", "), Span(part_phrase("diff_inserted", lang), Tone.INSERTED), *filled


def _diff_part(part: DiffPart) -> Span:
    return Span(part.text, _DIFF.get(part.op, Tone.PLAIN), title=part.name)
