"""The end of the report: what is open, subjects, changes by hand, what was not read, and all clauses as an annex."""

from __future__ import annotations

from collections.abc import Iterator

from app.reporting.pagecover import row_table
from app.reporting.pagequotes import places_text, quoted
from app.reporting.paper import (
    Block,
    Bullets,
    Cell,
    Folded,
    Heading,
    PageBreak,
    Paragraph,
    Span,
    Style,
    Table,
    TableRow,
    Tone,
    plain,
)
from app.reporting.reportmodel import AnnexClause, Listing, Orphan, Report, Undecided
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.reportparts import part_phrase

_DEEPEST = 4


def end_blocks(report: Report, lang: Lang) -> Iterator[Block]:
    """Everything after the findings, but the annex."""
    yield from _undecided(report, lang)
    yield from _orphans(report, lang)
    yield from _coverage(report, lang)
    yield from _subjects(report, lang)
    yield from _corrections(report, lang)
    yield from _unread(report, lang)


def _undecided(report: Report, lang: Lang) -> Iterator[Block]:
    yield Heading(1, phrase("undecided", lang), "undecided")
    if not report.undecided:
        yield Paragraph(plain(phrase("no_undecided", lang)))
        return
    yield Paragraph(plain(phrase("undecided_intro", lang)), Style.SOFT)
    yield Table(
        columns=tuple(phrase(code, lang) for code in ("kind", "quote", "needed")),
        shares=(0.25, 0.47, 0.28),
        rows=tuple(TableRow(tuple(_open(row, lang))) for row in report.undecided),
    )


def _open(row: Undecided, lang: Lang) -> Iterator[Cell]:
    yield Cell((plain(row.subject, strong=True),))
    quote = row.quote
    yield Cell((plain(quoted(quote.text, lang)), plain(places_text(quote, lang), Tone.SOFT)) if quote else (plain(""),))
    yield Cell((plain(row.needs), *((plain(row.reason, Tone.SOFT),) if row.reason else ())))


def _orphans(report: Report, lang: Lang) -> Iterator[Block]:
    if report.orphans:
        yield Heading(1, part_phrase("orphans", lang), "orphans")
        yield Paragraph(plain(part_phrase("orphans_intro", lang)), Style.SOFT)
        yield Bullets(tuple(_orphan(one, lang) for one in report.orphans))


def _orphan(one: Orphan, lang: Lang) -> tuple[Span, ...]:
    about = ", ".join(part for part in (one.place, quoted(one.quote, lang) if one.quote else "") if part)
    lines = "\n".join(one.decision.remarks)
    return (
        Span(f"{one.decision.verdict} ({one.decision.signed})", strong=True),
        *((Span(f"\n{about}", Tone.SOFT),) if about else ()),
        *((Span(f"\n{lines}"),) if lines else ()),
    )


def _coverage(report: Report, lang: Lang) -> Iterator[Block]:
    if report.coverage:
        yield Heading(1, part_phrase("coverage", lang), "coverage")
        yield Paragraph(plain(part_phrase("coverage_intro", lang)), Style.SOFT)
        codes = ("coverage_subject", "coverage_standing", "coverage_place")
        yield row_table(report.coverage, lang, tuple(part_phrase(code, lang) for code in codes))


def _subjects(report: Report, lang: Lang) -> Iterator[Block]:
    if report.subjects:
        yield Heading(1, phrase("subjects", lang), "subjects")
        yield Paragraph(plain(phrase("subjects_intro", lang)), Style.SOFT)
        codes = ("subject_column", "clauses", "certainty_column")
        yield row_table(report.subjects, lang, tuple(phrase(code, lang) for code in codes))


def _corrections(report: Report, lang: Lang) -> Iterator[Block]:
    if report.corrections:
        yield Heading(1, phrase("corrections", lang), "corrections")
        yield Paragraph(plain(phrase("corrections_intro", lang)), Style.SOFT)
        yield Bullets(tuple(map(plain, report.corrections)), numbered=True)


def _unread(report: Report, lang: Lang) -> Iterator[Block]:
    yield Heading(1, phrase("not_read", lang), "not-read")
    if not report.unread:
        yield Paragraph(plain(phrase("none", lang)))
    for listing in report.unread:
        yield from listing_blocks(listing)


def listing_blocks(listing: Listing) -> Iterator[Block]:
    """A list of what was not read or not checked; closed at first where it is long."""
    title = f"{listing.title} ({listing.count})"
    items = (Bullets(tuple(map(plain, listing.entries))),) if listing.entries else ()
    if listing.collapsed:
        yield Folded(title, items)
    else:
        yield Heading(3, title)
        yield from items


def annex_blocks(report: Report, lang: Lang) -> Iterator[Block]:
    """All clauses, word for word."""
    if report.annex:
        yield PageBreak()
        yield Heading(1, part_phrase("annex", lang), "annex")
        yield Paragraph(plain(part_phrase("annex_intro", lang)), Style.SOFT)
        for clause in report.annex:
            yield from _clause(clause)


def _clause(clause: AnnexClause) -> Iterator[Block]:
    anchor = f"clause-{clause.id}"
    if clause.level == 0:
        yield Heading(3, clause.title or clause.position, anchor)
    elif clause.title:
        yield Heading(_DEEPEST, clause.title, anchor)
    if clause.text:
        yield Paragraph(plain(clause.text), anchor="" if clause.title or not clause.level else anchor)
    if about := " · ".join(part for part in (clause.position, clause.note) if part):
        yield Paragraph(plain(about), Style.SMALL)
