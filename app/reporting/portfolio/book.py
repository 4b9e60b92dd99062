"""A portfolio as tables to calculate with: a row a document, a row a value, a row a shared clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

import app
from app.models.analysis import LibraryStamp, Severity
from app.models.corrections import name_of
from app.models.portfolio import DocumentDigest, FoundValue, Portfolio, PortfolioRow, SameClause
from app.models.provisions import ProvisionValue
from app.models.reading import Clause
from app.reporting.bookcolumns import Field, table
from app.reporting.bookvalues import value_fields
from app.reporting.options import ReportOptions
from app.reporting.portfolio.rows import KINDS, all_values, clause_at, count_of, values_text, worst_text
from app.reporting.sheets import Book, Column, Sheet, Shown, Value
from app.wording.batch import batch_phrase, failure_sentence
from app.wording.lang import Lang
from app.wording.numbers import date_text
from app.wording.report import phrase
from app.wording.sheets import sheet_phrase
from app.wording.terms import term

_LONG = Shown.LONG_TEXT


def portfolio_book(portfolio: Portfolio, options: ReportOptions) -> Book:
    """All sheets."""
    lang = options.lang
    sheets = (
        documents_sheet(portfolio, options),
        _values(portfolio, lang),
        _same(portfolio, lang),
        _about(portfolio, options),
    )
    return Book(lang, batch_phrase("title", lang), sheets, company=options.company, made_at=options.made_at)


# --- a row a document


def documents_sheet(portfolio: Portfolio, options: ReportOptions) -> Sheet:
    """One row a document, also of those that could not be read; each row stands for itself."""
    fields = [*_row_columns(options.lang), *_standing(options)]
    rows = tuple(tuple(of(row) for _, of in fields) for row in portfolio.rows)
    tones = tuple(map(_tone, portfolio.rows))
    return Sheet(sheet_phrase("portfolio", options.lang), tuple(column for column, _ in fields), rows, tones)


_Of = Callable[[PortfolioRow], Value]


def _row_columns(lang: Lang) -> Iterator[tuple[Column, _Of]]:
    yield Column(batch_phrase("document", lang), 40, _LONG), lambda row: row.name
    yield Column(batch_phrase("worst", lang), 48, _LONG), _read(lambda digest: worst_text(digest, lang))
    yield Column(batch_phrase("worst_place", lang), 24, _LONG), _read(lambda digest: digest.worst_place or None)
    for severity in Severity:
        yield Column(_count_label(severity, lang), 11, Shown.WHOLE), _read(partial(count_of, severity=severity))
    for kind in KINDS:
        label = term("provision_kind", kind.value, lang)
        yield Column(label, 30, _LONG), _read(partial(values_text, kind=kind, lang=lang))
    yield Column(batch_phrase("complete_column", lang), 13), _read(lambda digest: digest.complete)
    yield Column(batch_phrase("unchecked", lang), 13, Shown.WHOLE), _read(lambda digest: digest.unchecked)
    yield Column(batch_phrase("applied", lang), 13, Shown.WHOLE), _read(lambda digest: digest.applied)
    yield Column(batch_phrase("undecided", lang), 15, Shown.WHOLE), _read(lambda digest: digest.undecided)
    yield Column(phrase("clauses", lang), 10, Shown.WHOLE), _read(lambda digest: len(digest.clauses))
    yield Column(phrase("pages", lang), 9, Shown.WHOLE), _read(lambda digest: digest.pages or None)
    yield Column(phrase("language", lang), 12), _read(lambda digest: term("language", digest.language, lang))
    yield Column(phrase("format", lang), 14), _read(lambda digest: term("media_type", digest.media_type, lang))
    yield Column(sheet_phrase("size", lang), 13, Shown.WHOLE), _read(lambda digest: digest.size)
    yield Column("SHA-256", 20), _read(lambda digest: digest.sha256)
    yield Column(batch_phrase("also", lang), 30, _LONG), lambda row: "\n".join(row.also) or None
    yield (
        Column(batch_phrase("error", lang), 50, _LONG),
        lambda row: failure_sentence(row.failure, lang) if row.failure else None,
    )


def _read(of: Callable[[DocumentDigest], Value]) -> _Of:
    """Empty where a document could not be read."""
    return lambda row: of(row.digest) if row.digest else None


def _standing(options: ReportOptions) -> Iterator[tuple[Column, _Of]]:
    lang = options.lang
    yield Column(term("fact", "governing_law", lang), 18), _read(partial(_fact, "governing_law", lang=lang))
    yield Column(sheet_phrase("perspective", lang), 12), _read(lambda digest: _perspective(digest, lang))
    yield Column(batch_phrase("made_at", lang), 17, Shown.MOMENT), lambda _: options.made_at
    yield Column(sheet_phrase("program", lang), 18), lambda _: f"Klausellupe {app.__version__}"
    yield Column(batch_phrase("library", lang), 36), _read(lambda digest: stamp_text(digest.library))


def _perspective(digest: DocumentDigest, lang: Lang) -> str | None:
    side = digest.facts.perspective.value
    return term("perspective", side.value, lang) if side else None


def stamp_text(stamp: LibraryStamp) -> str:
    """Name and the beginning of the fingerprint."""
    return f"{stamp.name} ({stamp.sha256[:16]})"


def _count_label(severity: Severity, lang: Lang) -> str:
    return sheet_phrase("findings_of", lang, severity=term("severity", severity.value, lang))


def _tone(row: PortfolioRow) -> str:
    return row.digest.worst.severity.value if row.digest and row.digest.worst else ""


# --- a row a value


def _values(portfolio: Portfolio, lang: Lang) -> Sheet:
    fields: tuple[Field[tuple[PortfolioRow, FoundValue]], ...] = (
        Field("document", lambda pair: pair[0].name, 36, _LONG),
        Field("kind", lambda pair: term("provision_kind", pair[1].kind.value, lang), 24),
        *map(_of_pair, value_fields(lang)),
        Field("place", lambda pair: pair[1].place, 24, _LONG),
        Field("page", lambda pair: pair[1].page, 8, Shown.WHOLE),
        Field("paragraph", lambda pair: pair[1].paragraph, 11, Shown.WHOLE),
        Field("quote", lambda pair: pair[1].quote, 60, _LONG),
        Field("severity", lambda pair: _severity(pair[1], lang), 14),
    )
    order = {kind: at for at, kind in enumerate(KINDS)}
    pairs = sorted(all_values(portfolio), key=lambda pair: order[pair[1].kind])
    return table("values", fields, pairs, lang, tone=lambda pair: pair[1].severity.value if pair[1].severity else "")


def _of_pair(field: Field[ProvisionValue]) -> Field[tuple[PortfolioRow, FoundValue]]:
    def of(pair: tuple[PortfolioRow, FoundValue]) -> Value:
        return field.of(pair[1].value)

    return Field(field.code, of, field.width, field.shown)


def _severity(value: FoundValue, lang: Lang) -> str | None:
    return term("severity", value.severity.value, lang) if value.severity else None


# --- a row a shared clause


def _same(portfolio: Portfolio, lang: Lang) -> Sheet:
    columns = (
        *(Column(batch_phrase("group", lang), 9, Shown.WHOLE), Column(sheet_phrase("relation", lang), 16)),
        *(
            Column(sheet_phrase("similarity", lang), 12, Shown.PERCENT),
            Column(batch_phrase("document", lang), 36, _LONG),
        ),
        *(Column(sheet_phrase("place", lang), 30, _LONG), Column(sheet_phrase("page", lang), 8, Shown.WHOLE)),
        *(Column(sheet_phrase("paragraph", lang), 11, Shown.WHOLE), Column(sheet_phrase("text", lang), 90, _LONG)),
    )
    rows = (
        row for number, same in enumerate(portfolio.same, start=1) for row in _places(number, same, portfolio, lang)
    )
    return Sheet(sheet_phrase("across", lang), columns, tuple(rows))


def _places(number: int, same: SameClause, portfolio: Portfolio, lang: Lang) -> Iterator[tuple[Value, ...]]:
    for place in same.places:
        clause: Clause = clause_at(portfolio, place)
        head = (number, term("relation", same.relation, lang), same.similarity, portfolio.rows[place.row].name)
        yield (*head, name_of(clause), clause.page, clause.paragraph, clause.text)


# --- how it was made


def _about(portfolio: Portfolio, options: ReportOptions) -> Sheet:
    lang = options.lang
    columns = (Column(sheet_phrase("item", lang), 34, _LONG), Column(sheet_phrase("value", lang), 100, _LONG))
    return Sheet(sheet_phrase("overview", lang), columns, tuple(about_rows(portfolio, options)))


def about_rows(portfolio: Portfolio, options: ReportOptions) -> Iterator[tuple[str, Value]]:
    """Time, program, library, what was read, what was left out, and that it is no legal advice."""
    lang = options.lang
    if options.made_at:
        yield batch_phrase("made_at", lang), options.made_at
    if options.reviewer:
        yield sheet_phrase("reviewer", lang), options.reviewer
    yield sheet_phrase("program", lang), f"Klausellupe {app.__version__}"
    for stamp in dict.fromkeys(digest.library for digest in portfolio.read):
        yield batch_phrase("library", lang), f"{stamp.name}, SHA-256 {stamp.sha256}"
    for rules in dict.fromkeys(digest.rules for digest in portfolio.read if digest.rules):
        yield batch_phrase("rules", lang), f"{rules.name}, SHA-256 {rules.sha256}"
    yield from _facts(portfolio, lang)
    yield sheet_phrase("scope", lang), scope_text(portfolio, lang)
    if portfolio.left_out:
        yield batch_phrase("not_read", lang), batch_phrase("left_out", lang, names=", ".join(portfolio.left_out))
    yield sheet_phrase("not_advice", lang), phrase("no_advice", lang)


def _facts(portfolio: Portfolio, lang: Lang) -> Iterator[tuple[str, str]]:
    """What was assumed of the deals; where documents differ, of how many."""
    for name in ("perspective", "user_of_terms", "audience", "governing_law", "contract_kind", "as_of"):
        counted = Counter(_fact(name, digest, lang) for digest in portfolio.read)
        if counted:
            texts = (text if len(counted) == 1 else f"{text} ({count})" for text, count in counted.most_common())
            yield term("fact", name, lang), ", ".join(texts)


def _fact(name: str, digest: DocumentDigest, lang: Lang) -> str:
    value = getattr(digest.facts, name).value
    if value is None:
        return phrase("unknown", lang)
    return date_text(value, lang) if isinstance(value, date) else term(name, str(value), lang)


def scope_text(portfolio: Portfolio, lang: Lang) -> str:
    """How many were read, and how completely."""
    read = portfolio.read
    incomplete = sum(not digest.complete for digest in read)
    return batch_phrase("scope", lang, read=len(read), total=len(portfolio.rows), incomplete=incomplete)
