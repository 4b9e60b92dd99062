"""The table of caps, periods and deadlines: every value with its words, its place, what our rules ask of it and what came of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from app.models.analysis import Analysis, Check, Outcome
from app.models.provisions import Provision, ProvisionKind
from app.reporting.limitlines import limit_lines
from app.reporting.places import joined, provision_quote
from app.reporting.reportmodel import FindingEntry, Quote, SummaryGroup, SummaryRow
from app.wording.certainty import value_mark
from app.wording.lang import Lang
from app.wording.numbers import list_text
from app.wording.report import phrase
from app.wording.reportparts import part_phrase
from app.wording.terms import term
from app.wording.values import detail_text, value_text


def value_groups(
    analysis: Analysis, entries: tuple[FindingEntry, ...], lang: Lang, left_out: frozenset[str] = frozenset()
) -> tuple[SummaryGroup, ...]:
    """One group a kind in a fixed order, exclusions before caps; a kind without values says so.

    `left_out`: provisions that a finding names which is not in the report.
    """
    first = (ProvisionKind.LIABILITY_EXCLUSION, ProvisionKind.LIABILITY_CAP)
    kinds = (*first, *(k for k in ProvisionKind if k not in first))
    on = _entries_by_provision(entries)
    checks = _checks_by_provision(analysis.checks)
    groups = []
    for kind in kinds:
        provisions = [p for p in analysis.reading.provisions if p.kind is kind]
        rows = [_row(p, analysis, on[p.id], checks[p.id], p.id in left_out, lang) for p in provisions]
        groups.append(SummaryGroup(term("provision_kind", kind.value, lang), _without_copies(rows)))
    return tuple(groups)


def _entries_by_provision(entries: tuple[FindingEntry, ...]) -> defaultdict[str, list[FindingEntry]]:
    found: defaultdict[str, list[FindingEntry]] = defaultdict(list)
    for entry in entries:
        for provision in entry.provisions:
            found[provision].append(entry)
    return found


def _without_copies(rows: list[SummaryRow]) -> tuple[SummaryRow, ...]:
    """Rows that differ in their place alone are one row with all places, in the order of the first."""
    same: dict[SummaryRow, list[Quote]] = {}
    for row in rows:
        same.setdefault(replace(row, quote=Quote(row.quote.text, ())), []).append(row.quote)
    return tuple(replace(row, quote=joined(quotes)) for row, quotes in same.items())


def _checks_by_provision(checks: tuple[Check, ...]) -> defaultdict[str, list[Check]]:
    found: defaultdict[str, list[Check]] = defaultdict(list)
    for check in checks:
        for provision in check.provisions:
            found[provision].append(check)
    return found


def _row(
    provision: Provision,
    analysis: Analysis,
    entries: list[FindingEntry],
    checks: list[Check],
    left_out: bool,
    lang: Lang,
) -> SummaryRow:
    outcomes = {check.outcome for check in checks}
    return SummaryRow(
        value=value_text(provision.value, lang),
        detail=detail_text(provision.value, lang),
        quote=provision_quote(provision, analysis.reading),
        verdict=_verdict(entries, outcomes, left_out, lang),
        severity=min((e.severity for e in entries), key=lambda s: s.rank, default=None),
        decided=Outcome.UNDECIDABLE not in outcomes,
        unsure=value_mark(provision.confidence, lang),
        numbers=tuple(e.number for e in entries),
        limits=limit_lines(checks, lang),
    )


def _verdict(entries: list[FindingEntry], outcomes: set[Outcome], left_out: bool, lang: Lang) -> str:
    """Findings first; "within the limits" only where a rule was met and none was left open."""
    said = []
    if entries:
        numbers = list_text([str(e.number) for e in entries], lang)
        said.append(phrase("see_finding", lang, numbers=numbers))
    elif left_out:
        said.append(part_phrase("not_in_report", lang))
    if Outcome.UNDECIDABLE in outcomes:
        said.append(term("outcome", Outcome.UNDECIDABLE.value, lang))
    if not said and Outcome.OK in outcomes:
        said.append(term("outcome", Outcome.OK.value, lang))
    return "; ".join(said) or phrase("no_rule", lang)
