"""A portfolio to be read and printed: scope, the table of documents, their values, shared clauses, what was not read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.models.analysis import DiffOp, Severity
from app.models.corrections import name_of
from app.models.portfolio import DocumentDigest, Portfolio, PortfolioRow, SameClause
from app.models.provisions import ProvisionKind
from app.nlp.worddiff import word_diff
from app.reporting.options import ReportOptions
from app.reporting.paper import (
    Block,
    Cell,
    Counts,
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
from app.reporting.places import shortened
from app.reporting.portfolio.book import about_rows, scope_text
from app.reporting.portfolio.rows import clause_at, count_of, each_value, kinds_found, remarks, worst_text
from app.wording.batch import batch_phrase, failure_sentence
from app.wording.lang import Lang
from app.wording.numbers import date_text, percent_text
from app.wording.report import phrase
from app.wording.sheets import sheet_phrase
from app.wording.terms import term

_GROUPS: Final = 60  # of shared clauses on paper; all of them are in the workbook
_QUOTED: Final = 320  # characters
_COMPARED: Final = 6000  # characters of a wording; what differs further down is in the workbook
_CONTEXT: Final = 40  # characters of equal text on either side of a change
_KINDS_A_TABLE: Final = 4  # more columns are too narrow to be read


def portfolio_paper(portfolio: Portfolio, options: ReportOptions) -> Paper:
    """Everything on one paper, across."""
    lang = options.lang
    count = len(portfolio.rows)
    return Paper(
        lang=lang,
        title=batch_phrase("title", lang),
        subtitle=batch_phrase("counted_one" if count == 1 else "counted", lang, count=count),
        blocks=tuple(_blocks(portfolio, options)),
        header=batch_phrase("title", lang),
        footer=options.footer,
        logo=options.logo,
        company=options.company,
        made_at=options.made_at,
        landscape=True,
    )


def _blocks(portfolio: Portfolio, options: ReportOptions) -> Iterator[Block]:
    lang = options.lang
    yield Paragraph(plain(scope_text(portfolio, lang)), Style.LEAD)
    yield Paragraph(plain(phrase("no_advice", lang)), Style.NOTICE)
    yield _counts(portfolio, lang)
    yield from _failures(portfolio, lang)
    yield Heading(1, batch_phrase("documents", lang), anchor="documents")
    yield _documents(portfolio, lang)
    yield from _values(portfolio, lang)
    yield Heading(1, batch_phrase("same", lang), anchor="same")
    yield from _same(portfolio, lang)
    yield Heading(1, sheet_phrase("overview", lang), anchor="about")
    yield _about(portfolio, options)


def _counts(portfolio: Portfolio, lang: Lang) -> Counts:
    return Counts(
        tuple(
            (
                sum(count_of(digest, severity) for digest in portfolio.read),
                term("severity", severity.value, lang),
                Tone(severity.value),
            )
            for severity in Severity
        )
    )


def _cell(text: str, tone: Tone = Tone.PLAIN) -> Cell:
    return Cell((plain(text),), tone)


def _failures(portfolio: Portfolio, lang: Lang) -> Iterator[Block]:
    failed = [row for row in portfolio.rows if row.failure]
    if failed:
        yield Heading(1, batch_phrase("not_read", lang), anchor="failed")
        yield Table(
            columns=(batch_phrase("document", lang), batch_phrase("reason", lang)),
            shares=(0.35, 0.65),
            rows=tuple(
                TableRow((_cell(_name(row, lang)), _cell(failure_sentence(row.failure, lang))))
                for row in failed
                if row.failure
            ),
            label_column=True,
        )


# --- documents


def _documents(portfolio: Portfolio, lang: Lang) -> Table:
    severities = tuple(term("severity", severity.value, lang) for severity in Severity)
    return Table(
        columns=(
            batch_phrase("document", lang),
            *severities,
            batch_phrase("worst", lang),
            batch_phrase("worst_place", lang),
        ),
        shares=(0.28, 0.06, 0.06, 0.06, 0.1, 0.3, 0.14),
        rows=tuple(_row(row, lang) for row in portfolio.rows if row.digest),
        label_column=True,
    )


def _row(row: PortfolioRow, lang: Lang) -> TableRow:
    digest = row.digest
    if digest is None:
        return TableRow((_cell(row.name),))
    counts = (_cell(str(count_of(digest, severity) or "–")) for severity in Severity)
    tone = Tone(digest.worst.severity.value) if digest.worst else Tone.PLAIN
    return TableRow(
        (Cell(_named(row, lang)), *counts, _cell(worst_text(digest, lang), tone), _cell(digest.worst_place or "–"))
    )


def _name(row: PortfolioRow, lang: Lang) -> str:
    also = f" ({batch_phrase('also_named', lang, names=', '.join(row.also))})" if row.also else ""
    return row.name + also


def _named(row: PortfolioRow, lang: Lang) -> tuple[Text, ...]:
    """The name; below it what a reader must know of it."""
    lines: list[Text] = [plain(_name(row, lang))]
    if row.digest:
        lines += [plain(remark, Tone.UNSURE) for remark in remarks(row.digest, lang)]
    return tuple(lines)


# --- values


def _values(portfolio: Portfolio, lang: Lang) -> Iterator[Block]:
    kinds = kinds_found(portfolio)
    if not kinds:
        return
    yield Heading(1, batch_phrase("values", lang), anchor="values")
    yield Paragraph(plain(batch_phrase("values_intro", lang)), Style.SOFT)
    for start in range(0, len(kinds), _KINDS_A_TABLE):
        yield _values_table(portfolio, kinds[start : start + _KINDS_A_TABLE], lang)


def _values_table(portfolio: Portfolio, kinds: tuple[ProvisionKind, ...], lang: Lang) -> Table:
    """A row for every document that has any of these; the first column takes what the others leave."""
    share = round(0.76 / len(kinds), 4)
    rows = ((row, row.digest) for row in portfolio.rows if row.digest)
    return Table(
        columns=(batch_phrase("document", lang), *(term("provision_kind", kind.value, lang) for kind in kinds)),
        shares=(1 - share * len(kinds), *(share,) * len(kinds)),
        rows=tuple(
            TableRow((_cell(row.name), *(_value_cell(digest, kind, lang) for kind in kinds)))
            for row, digest in rows
            if any(digest.of_kind(kind) for kind in kinds)
        ),
        label_column=True,
    )


def _value_cell(digest: DocumentDigest, kind: ProvisionKind, lang: Lang) -> Cell:
    texts: list[Text] = [
        (Span(text, Tone(severity.value) if severity else Tone.PLAIN),)
        for text, severity in each_value(digest, kind, lang)
    ]
    return Cell(tuple(texts) or (plain("–"),))


# --- shared clauses


def _same(portfolio: Portfolio, lang: Lang) -> Iterator[Block]:
    if not portfolio.same:
        yield Paragraph(plain(batch_phrase("no_same", lang)))
        return
    yield Paragraph(plain(batch_phrase("same_intro", lang)), Style.SOFT)
    yield Table(
        columns=(
            sheet_phrase("number", lang),
            sheet_phrase("relation", lang),
            batch_phrase("documents", lang),
            sheet_phrase("text", lang),
        ),
        shares=(0.05, 0.12, 0.35, 0.48),
        rows=tuple(
            _same_row(number, same, portfolio, lang) for number, same in enumerate(portfolio.same[:_GROUPS], start=1)
        ),
    )
    if len(portfolio.same) > _GROUPS:
        yield Paragraph(plain(batch_phrase("same_more", lang, count=len(portfolio.same) - _GROUPS)), Style.NOTICE)


def _same_row(number: int, same: SameClause, portfolio: Portfolio, lang: Lang) -> TableRow:
    places = [plain(f"{portfolio.rows[p.row].name}: {name_of(clause_at(portfolio, p))}") for p in same.places]
    alike = term("relation", same.relation, lang)
    if same.similarity < 1:
        alike += f" ({percent_text(round(same.similarity * 100), lang)})"
    return TableRow((_cell(str(number)), _cell(alike), Cell(tuple(places)), Cell(tuple(_texts(same, portfolio)))))


def _texts(same: SameClause, portfolio: Portfolio) -> Iterator[Text]:
    """The first wording; below it what another one changes in it."""
    wordings = list(dict.fromkeys(clause_at(portfolio, place).text for place in same.places))
    yield plain(shortened(wordings[0], _QUOTED))
    if same.similarity < 1 and len(wordings) > 1:
        yield _changes(wordings[0][:_COMPARED], wordings[1][:_COMPARED])


def _changes(old: str, new: str) -> Text:
    """The second wording with its changes; long equal parts are left out."""
    spans: list[Span] = []
    for hunk in word_diff(old, new):
        gone, come = old[hunk.a0 : hunk.a1], new[hunk.b0 : hunk.b1]
        if hunk.op is DiffOp.EQUAL:
            spans.append(Span(come if len(come) <= 2 * _CONTEXT else _ends(come)))
            continue
        spans += [Span(text, tone) for text, tone in ((gone, Tone.DELETED), (come, Tone.INSERTED)) if text]
    return tuple(spans)


def _ends(text: str) -> str:
    """Beginning and end, cut at words."""
    return f"{text[:_CONTEXT].rpartition(' ')[0]} … {text[-_CONTEXT:].partition(' ')[2]}"


def _about(portfolio: Portfolio, options: ReportOptions) -> Block:
    lang = options.lang
    rows = []
    for label, value in about_rows(portfolio, options):
        text = str(value)
        if options.made_at and value == options.made_at:
            text = f"{date_text(options.made_at.date(), lang)}, {options.made_at:%H:%M}"
        rows.append(TableRow((_cell(label), _cell(text))))
    return Table((), (0.25, 0.75), tuple(rows), label_column=True)
