"""A comparison of two versions as a paper: sums, changed values first, then risk, changes of substance, the rest, what was not read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from app.models.versions import ChangeKind, VersionComparison
from app.reporting.options import ReportOptions
from app.reporting.pagecover import row_table
from app.reporting.pageends import listing_blocks
from app.reporting.pagequotes import places_text, quote_paragraph, quoted
from app.reporting.paper import (
    Block,
    Bullets,
    Cell,
    Folded,
    Frame,
    Heading,
    Lines,
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
from app.reporting.versions.model import ChangeEntry, FigureEntry, RiskEntry, ValueEntry, VersionReport
from app.reporting.versions.rows import version_report
from app.wording.lang import Lang
from app.wording.numbers import date_text
from app.wording.report import phrase
from app.wording.versions import version_phrase

_TONES = {
    ChangeKind.ADDED: Tone.INSERTED,
    ChangeKind.REMOVED: Tone.DELETED,
    ChangeKind.SPLIT: Tone.MOVED,
    ChangeKind.MERGED: Tone.MOVED,
}


def version_paper(comparison: VersionComparison, options: ReportOptions) -> Paper:
    """The whole comparison; outward without what our library says of it."""
    report = version_report(comparison, options)
    return Paper(
        lang=report.lang,
        title=report.title,
        subtitle=report.name,
        blocks=tuple(_blocks(report, comparison, options)),
        header=f"{report.title}: {report.name}",
        footer=" · ".join(part for part in (options.footer, report.footer) if part),
        logo=options.logo,
        company=options.company,
        made_at=options.made_at,
    )


def _blocks(report: VersionReport, comparison: VersionComparison, options: ReportOptions) -> Iterator[Block]:
    lang = options.lang
    yield from _head(report, lang)
    yield from _sums(report, lang)
    yield from _values(report, lang)
    if not report.outward:
        yield from _risk(report, lang)
    yield from _substance(report, lang)
    yield from _outside(report, lang)
    yield from _minor(report, lang)
    yield from _unchanged(report, lang)
    if not report.outward:
        yield from _unread(comparison, lang)
        yield from _sign(options)


def _head(report: VersionReport, lang: Lang) -> Iterator[Block]:
    for notice in report.notices:
        yield Paragraph(plain(notice), Style.NOTICE)
    if report.incomplete:
        yield Paragraph(plain(report.incomplete), Style.WARNING)
    yield Heading(1, version_phrase("documents", lang))
    for code, rows in (("old", report.old_document), ("new", report.new_document)):
        yield Heading(2, version_phrase(code, lang))
        yield row_table(rows, lang)
    yield row_table(report.common, lang)


def _sums(report: VersionReport, lang: Lang) -> Iterator[Block]:
    yield Heading(1, version_phrase("overview", lang))
    yield Paragraph(plain(report.sums))
    rows = [*report.counts]
    total = (version_phrase("total", lang), sum(row.old for row in rows), sum(row.new for row in rows))
    yield Table(
        columns=tuple(version_phrase(code, lang) for code in ("group", "in_old", "in_new")),
        shares=(0.5, 0.25, 0.25),
        rows=tuple(_cells(label, str(old), str(new)) for label, old, new in (*_counted(report), total)),
        label_column=True,
    )
    if not any(entry.of_substance for entry in (*report.changes, *report.outside)):
        yield Paragraph(plain(version_phrase("same", lang)), Style.NOTICE)


def _counted(report: VersionReport) -> Iterator[tuple[str, int, int]]:
    for row in report.counts:
        yield row.label, row.old, row.new


def _cells(*texts: str) -> TableRow:
    return TableRow(tuple(Cell((plain(text),)) for text in texts))


# --- values


def _values(report: VersionReport, lang: Lang) -> Iterator[Block]:
    yield Heading(1, version_phrase("values", lang), "values")
    if report.values:
        yield Table(
            columns=tuple(version_phrase(code, lang) for code in ("value", "old", "new", "number")),
            shares=(0.24, 0.34, 0.34, 0.08),
            rows=tuple(_value(entry, lang) for entry in report.values),
            label_column=True,
        )
    else:
        yield Paragraph(plain(version_phrase("no_values", lang)))
    if report.figures:
        yield Heading(2, version_phrase("figures", lang))
        yield Table(
            columns=tuple(version_phrase(code, lang) for code in ("old", "new", "number")),
            shares=(0.46, 0.46, 0.08),
            rows=tuple(_figure(entry, lang) for entry in report.figures),
        )


def _value(entry: ValueEntry, lang: Lang) -> TableRow:
    label: tuple[Text, ...] = (plain(entry.label),)
    if entry.parts:
        label = (*label, plain(entry.parts, Tone.SOFT))
    old = _side(entry.old, entry.old_quote, Tone.DELETED, lang)
    new = _side(entry.new, entry.new_quote, Tone.INSERTED, lang)
    return TableRow((Cell(label), old, new, _number(entry.number)))


def _side(value: str, quote: Quote | None, tone: Tone, lang: Lang) -> Cell:
    if quote is None:
        return Cell((plain(version_phrase("nothing", lang), Tone.SOFT),))
    place = plain(f"{quoted(quote.text, lang)} ({places_text(quote, lang)})", Tone.SOFT)
    return Cell(((Span(value, tone, strong=True),), place))


def _figure(entry: FigureEntry, lang: Lang) -> TableRow:
    sides = ((entry.old, entry.old_words, Tone.DELETED), (entry.new, entry.new_words, Tone.INSERTED))
    cells = tuple(
        Cell((plain(figure, tone, strong=True), plain(quoted(words, lang), Tone.SOFT)))
        if figure
        else Cell((plain(version_phrase("nothing", lang), Tone.SOFT),))
        for figure, words, tone in sides
    )
    return TableRow((*cells, _number(entry.number)))


def _number(number: int) -> Cell:
    return Cell((plain(str(number), link=_anchor(number)),))


def _anchor(number: int) -> str:
    return f"change-{number}"


# --- risk


def _risk(report: VersionReport, lang: Lang) -> Iterator[Block]:
    yield Heading(1, version_phrase("risk", lang), "risk")
    if not report.risk:
        yield Paragraph(plain(version_phrase("no_risk", lang)))
        return
    yield Paragraph(plain(version_phrase("risk_intro", lang)), Style.SOFT)
    for how, same in groupby(report.risk, key=lambda entry: entry.how):
        yield Heading(2, version_phrase(how, lang))
        for entry in same:
            yield Frame(tuple(_finding(entry, lang)), Tone(entry.severity.value))


def _finding(entry: RiskEntry, lang: Lang) -> Iterator[Block]:
    label = f"{entry.severity_label} ({entry.was})" if entry.was else entry.severity_label
    yield Heading(3, entry.title, tag=Span(label, Tone(entry.severity.value)))
    for quote in entry.quotes:
        yield quote_paragraph(quote, lang)


# --- changes


def _substance(report: VersionReport, lang: Lang) -> Iterator[Block]:
    yield Heading(1, version_phrase("changes", lang), "changes")
    entries = [entry for entry in report.changes if entry.of_substance]
    if not entries:
        yield Paragraph(plain(version_phrase("no_changes", lang)))
        return
    yield Paragraph(plain(version_phrase("changes_intro", lang)), Style.SOFT)
    for entry in entries:
        yield _framed(entry, lang)


def _framed(entry: ChangeEntry, lang: Lang) -> Frame:
    title = " · ".join(entry.new or entry.old)
    tag = Span(f"{entry.label} · {version_phrase('number', lang)} {entry.number}")
    heading = Heading(3, title, _anchor(entry.number), tag)
    return Frame((heading, *_about(entry, lang)), _TONES.get(entry.kind, Tone.PLAIN))


def _about(entry: ChangeEntry, lang: Lang) -> Iterator[Block]:
    if entry.old and entry.new and entry.old != entry.new:
        yield Paragraph(plain(f"{version_phrase('old', lang)}: {'; '.join(entry.old)}"), Style.SOFT)
    for remark in entry.remarks:
        yield Paragraph(plain(remark), Style.SOFT)
    if entry.diff:
        yield Paragraph(entry.diff, Style.DIFF)


def _outside(report: VersionReport, lang: Lang) -> Iterator[Block]:
    if report.outside:
        yield Heading(1, version_phrase("outside", lang), "outside")
        for entry in report.outside:
            yield _framed(entry, lang)


def _minor(report: VersionReport, lang: Lang) -> Iterator[Block]:
    """Trivial words, other places, other numbers, other divisions: the words may stay, the rest is told."""
    entries = [entry for entry in report.changes if not entry.of_substance and _told(entry)]
    if entries:
        yield Heading(1, version_phrase("minor", lang), "minor")
        yield Paragraph(plain(version_phrase("minor_intro", lang)), Style.SOFT)
        for entry in entries:
            yield _framed(entry, lang)


def _told(entry: ChangeEntry) -> bool:
    return entry.kind is not ChangeKind.UNCHANGED or bool(entry.remarks)


def _unchanged(report: VersionReport, lang: Lang) -> Iterator[Block]:
    entries = [entry for entry in report.changes if not entry.of_substance and not _told(entry)]
    if entries:
        title = f"{version_phrase('unchanged', lang)} ({len(entries)})"
        yield Heading(1, version_phrase("unchanged", lang), "unchanged")
        yield Folded(title, (Bullets(tuple(plain("; ".join(entry.new)) for entry in entries)),))


# --- the end


def _unread(comparison: VersionComparison, lang: Lang) -> Iterator[Block]:
    for code, analysis in (("unread_old", comparison.old), ("unread_new", comparison.new)):
        yield Heading(1, version_phrase(code, lang))
        listings = unread_listings(analysis, lang)
        if not listings:
            yield Paragraph(plain(phrase("none", lang)))
        for listing in listings:
            yield from listing_blocks(listing)


def _sign(options: ReportOptions) -> Iterator[Block]:
    lang = options.lang
    day = date_text(options.made_at.date(), lang) if options.made_at and options.reviewer else ""
    yield Heading(1, phrase("sign", lang))
    yield Lines(
        ((phrase("reviewed_by", lang), options.reviewer), (phrase("date", lang), day), (phrase("signature", lang), ""))
    )
