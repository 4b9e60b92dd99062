"""Two companies' terms as a paper: documents, counts, what the law says of collisions, then subject by subject both sides' words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.models.forms import FormsComparison, Meeting
from app.reporting.forms.model import FormsReport, PointEntry, RuleEntry, SubjectEntry
from app.reporting.forms.rows import forms_report
from app.reporting.options import ReportOptions
from app.reporting.pagecover import row_table
from app.reporting.pageends import listing_blocks
from app.reporting.pagequotes import places_text, quote_paragraph, quoted
from app.reporting.paper import (
    Block,
    Cell,
    Counts,
    Frame,
    Heading,
    Paper,
    Paragraph,
    Span,
    Style,
    Table,
    TableRow,
    Text,
    Tone,
    plain,
)
from app.reporting.reportmodel import Quote
from app.reporting.unread import unread_listings
from app.wording.forms import form_phrase
from app.wording.lang import Lang
from app.wording.report import phrase

MEETING_TONES = {
    Meeting.COLLIDE: Tone.HIGH,
    Meeting.DIFFER: Tone.MEDIUM,
    Meeting.ONLY_OURS: Tone.INFO,
    Meeting.ONLY_THEIRS: Tone.LOW,
    Meeting.AGREE: Tone.GOOD,
}
_SIDES = (0.5, 0.5)


def forms_paper(comparison: FormsComparison, options: ReportOptions) -> Paper:
    """The whole comparison, wide; for us alone: which terms we would fall back on is nobody else's business."""
    report = forms_report(comparison, options)
    return Paper(
        lang=report.lang,
        title=report.title,
        subtitle=report.name,
        blocks=tuple(_blocks(report, comparison, options.lang)),
        header=f"{report.title}: {report.name}",
        footer=" · ".join(part for part in (options.footer, report.footer) if part),
        logo=options.logo,
        company=options.company,
        made_at=options.made_at,
        landscape=True,
    )


def _blocks(report: FormsReport, comparison: FormsComparison, lang: Lang) -> Iterator[Block]:
    for notice in report.notices:
        yield Paragraph(plain(notice), Style.NOTICE)
    yield Heading(1, form_phrase("overview", lang))
    yield Counts(tuple((number, label, MEETING_TONES[meeting]) for label, number, meeting in report.counts))
    for code, rows in (("ours", report.our_document), ("theirs", report.their_document)):
        yield Heading(2, form_phrase(code, lang))
        yield row_table(rows, lang)
    yield row_table(report.common, lang)
    yield from _collision(report, lang)
    yield Heading(1, form_phrase("subjects", lang), "subjects")
    yield _table(report, lang)
    for entry in report.subjects:
        yield Frame(tuple(_subject(entry, lang)), MEETING_TONES[entry.meeting])
    yield from _left_out(report, lang)
    yield from _unread(comparison, lang)


def _collision(report: FormsReport, lang: Lang) -> Iterator[Block]:
    yield Heading(1, form_phrase("collision", lang), "collision")
    yield from _rules(report.general)
    yield Heading(2, form_phrase("defence", lang))
    if not any(report.defence):
        yield Paragraph(plain(form_phrase("no_defence", lang)))
        return
    yield _sides(lang, *report.defence)


def _rules(rules: Iterable[RuleEntry]) -> Iterator[Block]:
    for rule in rules:
        yield Paragraph((Span(rule.sentence), Span(f"\n{rule.norm}", Tone.SOFT)), Style.NOTICE)


def _table(report: FormsReport, lang: Lang) -> Table:
    """One row a subject, which leads to it."""
    return Table(
        columns=tuple(form_phrase(code, lang) for code in ("subject", "meeting", "ours", "theirs")),
        shares=(0.22, 0.22, 0.28, 0.28),
        rows=tuple(TableRow(tuple(_summed(entry))) for entry in report.subjects),
        label_column=True,
    )


def _summed(entry: SubjectEntry) -> Iterator[Cell]:
    values = (*entry.points, *entry.cells)
    yield Cell((plain(entry.label, link=_anchor(entry)),))
    yield Cell((plain(entry.meeting_label),), MEETING_TONES[entry.meeting])
    for side in (
        [f"{v.label}: {v.ours}" for v in values if v.ours],
        [f"{v.label}: {v.theirs}" for v in values if v.theirs],
    ):
        yield Cell(tuple(plain(line) for line in dict.fromkeys(side)))


def _anchor(entry: SubjectEntry) -> str:
    return f"subject-{entry.subject}"


def _subject(entry: SubjectEntry, lang: Lang) -> Iterator[Block]:
    yield Heading(3, entry.label, _anchor(entry), Span(entry.meeting_label, MEETING_TONES[entry.meeting]))
    values = (*entry.points, *entry.cells)
    if values:
        yield Table(
            columns=tuple(form_phrase(code, lang) for code in ("values", "ours", "theirs", "meeting")),
            shares=(0.2, 0.32, 0.32, 0.16),
            rows=tuple(_point(point, lang) for point in values),
            label_column=True,
        )
    yield _sides(lang, entry.ours, entry.theirs)
    if entry.gap:
        yield Paragraph(plain(form_phrase("gap", lang)), Style.TAG)
        yield from _rules(entry.gap)


def _point(point: PointEntry, lang: Lang) -> TableRow:
    tone = MEETING_TONES[point.meeting]
    return TableRow(
        (
            Cell((plain(point.label),)),
            _value(point.ours, point.our_quote, lang),
            _value(point.theirs, point.their_quote, lang),
            Cell((plain(point.meeting_label),), tone),
        )
    )


def _value(value: str, quote: Quote | None, lang: Lang) -> Cell:
    if not value:
        return Cell((plain(form_phrase("nothing", lang), Tone.SOFT),))
    words = (plain(f"{quoted(quote.text, lang)} ({places_text(quote, lang)})", Tone.SOFT),) if quote else ()
    return Cell((plain(value, strong=True), *words))


def _sides(lang: Lang, ours: Iterable[Quote], theirs: Iterable[Quote]) -> Table:
    cells = tuple(Cell(tuple(_quotes(quotes, lang))) for quotes in (ours, theirs))
    columns = (form_phrase("ours", lang), form_phrase("theirs", lang))
    return Table(columns, _SIDES, (TableRow(cells),))


def _quotes(quotes: Iterable[Quote], lang: Lang) -> Iterator[Text]:
    given = tuple(quotes)
    if not given:
        yield plain(form_phrase("nothing", lang), Tone.SOFT)
    for quote in given:
        yield (Span(quoted(quote.text, lang)), Span(f" ({places_text(quote, lang)})", Tone.SOFT))


def _left_out(report: FormsReport, lang: Lang) -> Iterator[Block]:
    if any(report.left_out):
        yield Heading(1, form_phrase("left_out", lang), "left-out")
        for code, quotes in zip(("ours", "theirs"), report.left_out, strict=True):
            if quotes:
                yield Heading(2, form_phrase(code, lang))
                yield from (quote_paragraph(quote, lang) for quote in quotes)


def _unread(comparison: FormsComparison, lang: Lang) -> Iterator[Block]:
    for code, analysis in (("unread_ours", comparison.ours), ("unread_theirs", comparison.theirs)):
        yield Heading(1, form_phrase(code, lang))
        listings = unread_listings(analysis, lang)
        if not listings:
            yield Paragraph(plain(phrase("none", lang)))
        for listing in listings:
            yield from listing_blocks(listing)
