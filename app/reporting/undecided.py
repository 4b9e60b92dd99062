"""What could not be decided: the place, and what it takes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from app.models.analysis import Analysis, Outcome
from app.reporting.places import clause_quote, joined, provision_quote
from app.reporting.reportmodel import Quote, Undecided
from app.wording.lang import Lang
from app.wording.numbers import list_text
from app.wording.report import phrase
from app.wording.terms import term
from app.wording.values import value_text

_SAID_BY_NEED = ("", "facts_missing", "direction_unknown")


def undecided_rows(analysis: Analysis, lang: Lang) -> tuple[Undecided, ...]:
    """A row for each place and what it lacks; equal ones are one, because several rules may lack the same fact."""
    open_checks = [c for c in analysis.checks if c.outcome is Outcome.UNDECIDABLE]
    grouped = Counter((c.provisions, c.clauses, c.needs, c.reason) for c in open_checks)
    same: dict[Undecided, list[Quote]] = {}
    for key, count in grouped.items():
        row = _undecided_row(analysis, key, count, lang)
        bare = row if row.quote is None else replace(row, quote=Quote(row.quote.text, ()))
        same.setdefault(bare, []).extend([row.quote] if row.quote else [])
    return tuple(replace(row, quote=joined(quotes)) if quotes else row for row, quotes in same.items())


_Open = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str]


def _undecided_row(analysis: Analysis, key: _Open, count: int, lang: Lang) -> Undecided:
    provisions, clauses, needs, reason = key
    subject, quote = _undecided_place(analysis, provisions, clauses, lang)
    return Undecided(
        subject=subject or phrase("rules_count", lang, count=count),
        quote=quote,
        needs=list_text([need_text(need, lang) for need in needs], lang),
        reason="" if reason in _SAID_BY_NEED else term("check_reason", reason, lang),
    )


def _undecided_place(
    analysis: Analysis, provisions: tuple[str, ...], clauses: tuple[str, ...], lang: Lang
) -> tuple[str, Quote | None]:
    if provisions:
        provision = analysis.provisions_by_id[provisions[0]]
        kind = term("provision_kind", provision.kind.value, lang)
        value = value_text(provision.value, lang)
        return f"{kind}: {value}", provision_quote(provision, analysis.reading)
    if clauses:
        return "", clause_quote(analysis.reading.by_id[clauses[0]], analysis.reading)
    return "", None


def need_text(code: str, lang: Lang) -> str:
    """A fact of the deal or a part of a value, in words."""
    label = term("need", code, lang)
    return label if label != code.replace("_", " ") else term("value_part", code, lang)
