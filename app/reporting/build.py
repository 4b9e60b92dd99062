"""Analysis → report model: the head of the report, its facts, the summary table, what was undecidable.

Findings are worded in `entries`, the lists of what was not read in `unread`. Order is the analysis's own (reading order,
findings worst first); equal undecidable places are one row, because several rules may lack the same fact.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import fields, replace
from datetime import date

import app
from app.models.analysis import Analysis, Check, Outcome, Severity
from app.models.facts import DealFacts, Fact
from app.models.provisions import Provision, ProvisionKind
from app.reporting.decisions import NOTHING, Decided
from app.reporting.entries import finding_entries
from app.reporting.matrices import matrix_tables
from app.reporting.places import clause_quote, evidence_quote, joined, page_ranges, provision_quote
from app.reporting.reportmodel import FindingEntry, Quote, Report, Row, SummaryGroup, SummaryRow, Undecided
from app.reporting.subjects import subject_rows
from app.reporting.unread import unread_listings
from app.wording.certainty import value_mark
from app.wording.corrections import named_text
from app.wording.lang import Lang
from app.wording.numbers import date_text, list_text, money_text, size_text
from app.wording.report import phrase
from app.wording.terms import term
from app.wording.values import detail_text, value_text

IN_REVIEW = "review"
_SAID_BY_NEED = ("", "facts_missing", "direction_unknown")
_RESTRICTIONS = ("governing_law", "audience", "contract_kind", "validity")  # reasons that leave values without any rule


def build_report(analysis: Analysis, lang: Lang, decided: Decided = NOTHING) -> Report:
    """The whole report, worded in `lang`, with what was decided about the findings."""
    source = analysis.reading.source
    entries = finding_entries(analysis, lang, decided)
    return Report(
        lang=lang,
        title=phrase("title", lang),
        name=source.name,
        notices=_notices(analysis, lang),
        complete=source.complete,
        completeness=_completeness(analysis, lang),
        document=_document(analysis, lang),
        facts=_facts(analysis, lang),
        counts=_counts(entries, lang),
        checks=_checks(analysis, lang),
        summary=_summary(analysis, entries, lang),
        matrices=matrix_tables(analysis, lang),
        findings=entries,
        findings_note=_findings_note(analysis, entries, lang),
        undecided=_undecided(analysis, lang),
        subjects=subject_rows(analysis, lang),
        unread=unread_listings(analysis, lang),
        footer=phrase("made_with", lang, version=app.__version__),
        corrections=tuple(named_text(one, lang) for one in analysis.reading.corrections),
    )


def _notices(analysis: Analysis, lang: Lang) -> tuple[str, ...]:
    in_review = any(f.reference_status == IN_REVIEW for f in analysis.findings)
    judged = any(c.provisions for c in analysis.checks if c.outcome is not Outcome.NOT_APPLICABLE)
    unruled = bool(analysis.reading.provisions) and not judged
    return (
        phrase("no_advice", lang),
        *((phrase("library_in_review", lang),) if in_review else ()),
        *((phrase("no_rule_applies", lang),) if unruled else ()),
    )


def _completeness(analysis: Analysis, lang: Lang) -> str:
    source = analysis.reading.source
    if source.complete:
        return phrase("complete", lang)
    pages, parts = source.unread_pages, source.unread_parts
    places = [phrase("page_short", lang, pages=page_ranges(pages))] if pages else []
    places += [phrase("unread_parts", lang)] if parts else []
    return phrase("incomplete", lang, places=", ".join(places))


def _document(analysis: Analysis, lang: Lang) -> tuple[Row, ...]:
    reading, source = analysis.reading, analysis.reading.source
    rows = [
        Row(phrase("file", lang), source.name, f"SHA-256 {source.sha256[:16]}…"),
        Row(phrase("format", lang), term("media_type", source.media_type, lang), size_text(source.size, lang)),
        Row(phrase("language", lang), term("language", reading.language, lang)),
        Row(phrase("clauses", lang), str(len(reading.clauses))),
    ]
    if source.pages:
        rows.insert(2, Row(phrase("pages", lang), str(len(source.pages))))
    if (day := analysis.facts.as_of.value) is not None:
        rows.append(Row(phrase("as_of", lang), date_text(day, lang)))
    library = analysis.library
    rows.append(Row(phrase("library", lang), library.name, f"SHA-256 {library.sha256[:16]}…"))
    if rules := analysis.rules:
        rows.append(Row(phrase("rule_pack", lang), rules.name, f"SHA-256 {rules.sha256[:16]}…"))
    rows.append(Row(phrase("program", lang), f"Klausellupe {app.__version__}"))
    return tuple(rows)


def _facts(analysis: Analysis, lang: Lang) -> tuple[Row, ...]:
    names = [f.name for f in fields(DealFacts) if f.name != "as_of"]
    return tuple(_fact(name, getattr(analysis.facts, name), analysis, lang) for name in names)


def _fact(name: str, fact: Fact[object], analysis: Analysis, lang: Lang) -> Row:
    label = term("fact", name, lang)
    match fact.value:
        case None:
            return Row(label, phrase("unknown", lang))
        case date() as day:
            text = date_text(day, lang)
        case float() | int() as money:
            text = money_text(money, "EUR", lang)
        case code:
            text = term(name, str(code), lang)
    quotes = tuple(evidence_quote(place, analysis.reading) for place in fact.evidence)
    return Row(label, text, term("fact_source", fact.source.value, lang), quotes)


def _counts(entries: tuple[FindingEntry, ...], lang: Lang) -> tuple[tuple[Severity, str, int], ...]:
    counted = Counter(e.severity for e in entries)
    return tuple((s, term("severity", s.value, lang), counted[s]) for s in Severity)


def _findings_note(analysis: Analysis, entries: tuple[FindingEntry, ...], lang: Lang) -> str:
    if len(entries) == len(analysis.findings):
        return ""
    return phrase("findings_merged", lang, findings=len(analysis.findings), entries=len(entries))


def _checks(analysis: Analysis, lang: Lang) -> tuple[str, ...]:
    """How many rules were applied with which outcome, and why some apply to another deal."""
    counted = Counter(c.outcome for c in analysis.checks)
    numbers = {outcome.value: counted[outcome] for outcome in Outcome}
    elsewhere = Counter(c.reason for c in analysis.checks if c.outcome is Outcome.NOT_APPLICABLE)
    return (
        phrase("checks_count", lang, total=len(analysis.checks), **numbers),
        *(
            phrase("rules_elsewhere", lang, count=elsewhere[reason], reason=term("check_reason", reason, lang))
            for reason in _RESTRICTIONS
            if elsewhere[reason]
        ),
    )


# --- the summary table


def _summary(analysis: Analysis, entries: tuple[FindingEntry, ...], lang: Lang) -> tuple[SummaryGroup, ...]:
    """One group a kind in a fixed order, exclusions before caps; a kind without values says so."""
    first = (ProvisionKind.LIABILITY_EXCLUSION, ProvisionKind.LIABILITY_CAP)
    kinds = (*first, *(k for k in ProvisionKind if k not in first))
    on = _entries_by_provision(entries)
    outcomes = _outcomes_by_provision(analysis.checks)
    groups = []
    for kind in kinds:
        provisions = [p for p in analysis.reading.provisions if p.kind is kind]
        rows = [_summary_row(p, analysis, on[p.id], outcomes[p.id], lang) for p in provisions]
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


def _outcomes_by_provision(checks: tuple[Check, ...]) -> defaultdict[str, set[Outcome]]:
    found: defaultdict[str, set[Outcome]] = defaultdict(set)
    for check in checks:
        for provision in check.provisions:
            found[provision].add(check.outcome)
    return found


def _summary_row(
    provision: Provision, analysis: Analysis, entries: list[FindingEntry], outcomes: set[Outcome], lang: Lang
) -> SummaryRow:
    return SummaryRow(
        value=value_text(provision.value, lang),
        detail=detail_text(provision.value, lang),
        quote=provision_quote(provision, analysis.reading),
        verdict=_verdict(entries, outcomes, lang),
        severity=min((e.severity for e in entries), key=lambda s: s.rank, default=None),
        decided=Outcome.UNDECIDABLE not in outcomes,
        unsure=value_mark(provision.confidence, lang),
        numbers=tuple(e.number for e in entries),
    )


def _verdict(entries: list[FindingEntry], outcomes: set[Outcome], lang: Lang) -> str:
    """Findings first; "within the limits" only where a rule was met and none was left open."""
    said = []
    if entries:
        numbers = list_text([str(e.number) for e in entries], lang)
        said.append(phrase("see_finding", lang, numbers=numbers))
    if Outcome.UNDECIDABLE in outcomes:
        said.append(term("outcome", Outcome.UNDECIDABLE.value, lang))
    if not said and Outcome.OK in outcomes:
        said.append(term("outcome", Outcome.OK.value, lang))
    return "; ".join(said) or phrase("no_rule", lang)


# --- undecidable


def _undecided(analysis: Analysis, lang: Lang) -> tuple[Undecided, ...]:
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
        needs=list_text([_need(need, lang) for need in needs], lang),
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


def _need(code: str, lang: Lang) -> str:
    label = term("need", code, lang)
    return label if label != code.replace("_", " ") else term("value_part", code, lang)
