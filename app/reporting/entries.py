"""Findings as entries of the report: sentences, values, what was decided; those that say the same are one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.models.analysis import Analysis, Finding
from app.models.decisions import Decision
from app.models.reading import Reading
from app.reporting.decisions import NOTHING, Decided, content, decision_entry
from app.reporting.findingquotes import copy_lines, finding_quotes, further_quotes
from app.reporting.places import clause_place, joined, once
from app.reporting.references import reference_of
from app.reporting.reportmodel import FindingEntry, Reference
from app.wording.corrections import changed_by_hand
from app.wording.findings import explanation, paragraphs, remarks, title
from app.wording.lang import Lang, sentence_start
from app.wording.report import phrase
from app.wording.terms import term
from app.wording.values import bound_text, found_text


def finding_entry(finding: Finding, analysis: Analysis, lang: Lang) -> FindingEntry:
    """One finding for itself, not joined with those that say the same; it has no number."""
    return _entry(finding, analysis, lang)


def finding_entries(analysis: Analysis, lang: Lang, decided: Decided = NOTHING) -> tuple[FindingEntry, ...]:
    """All findings, worst first as the user weighs them, numbered from 1; those that say the same of the same words, and of
    which the same was decided, are one entry.
    """
    groups: dict[object, list[FindingEntry]] = {}
    for finding in analysis.findings:
        decision = decided.get(finding.anchor)
        entry = _weighed(_entry(finding, analysis, lang), finding, decision, lang)
        groups.setdefault((_said(finding, entry), content(decision)), []).append(entry)
    merged = sorted(map(_merged, groups.values()), key=lambda entry: entry.severity.rank)
    return tuple(replace(entry, number=number) for number, entry in enumerate(merged, start=1))


def _weighed(entry: FindingEntry, finding: Finding, decision: Decision | None, lang: Lang) -> FindingEntry:
    """With what was decided; the user's own severity counts, the program's stands beside it."""
    entry = replace(entry, decision=decision_entry(decision, finding.severity, lang))
    own = decision.severity if decision else None
    if own is None or own is finding.severity:
        return entry
    return replace(
        entry, severity=own, severity_label=term("severity", own.value, lang), program_label=entry.severity_label
    )


def _said(finding: Finding, entry: FindingEntry) -> object:
    """What makes two entries the same to a reader, the clause around the quote included."""
    if not finding.provisions:
        return finding.id
    context = finding.comparison.clause_text if finding.comparison else ""
    quotes = tuple(quote.text for quote in entry.quotes)
    return finding.rule, finding.severity, entry.title, entry.explanation, quotes, context


def _merged(group: list[FindingEntry]) -> FindingEntry:
    if len(group) == 1:
        return group[0]
    return replace(
        group[0],
        quotes=tuple(joined(same) for same in zip(*(entry.quotes for entry in group), strict=True)),
        further=tuple(dict.fromkeys(quote for entry in group for quote in entry.further)),
        provisions=tuple(provision for entry in group for provision in entry.provisions),
    )


def _entry(finding: Finding, analysis: Analysis, lang: Lang) -> FindingEntry:
    reading = analysis.reading
    quotes = once(finding_quotes(finding, analysis, lang))
    return FindingEntry(
        number=0,
        severity=finding.severity,
        severity_label=term("severity", finding.severity.value, lang),
        kind=term("finding_kind", finding.kind.value, lang),
        title=title(finding, lang),
        explanation=explanation(finding, lang),
        paragraphs=paragraphs(finding, lang),
        remarks=(*remarks(finding, lang), *_changed(finding, reading, lang)),
        quotes=quotes,
        further=further_quotes(finding, analysis, lang),
        copies=tuple(copy_lines(finding, reading, lang)),
        searched=tuple(_searched(code, lang) for code in finding.searched),
        provisions=finding.provisions,
        values=_values(finding, lang),
        legal_basis=finding.legal_basis,
        reference=_reference(finding, tuple(quote.text for quote in quotes), lang),
        comment=finding.comment,
        anchor=finding.anchor,
    )


def _changed(finding: Finding, reading: Reading, lang: Lang) -> Iterator[str]:
    """Its clauses that were changed by hand."""
    for clause in (reading.by_id[name] for name in finding.clauses):
        if change := changed_by_hand(clause, lang):
            yield phrase("clause_changed", lang, place=clause_place(clause, reading).path, change=change)


def _searched(code: str, lang: Lang) -> str:
    """`type:liability`, `provision:notice_period` → words; anything else is words already."""
    what, _, name = code.partition(":")
    if what == "type":
        return phrase("searched_type", lang, label=term("clause_type", name, lang))
    if what == "provision":
        return phrase("searched_provision", lang, label=term("provision_kind", name, lang))
    return code


def _values(finding: Finding, lang: Lang) -> str:
    """The value beside its limit, unless the sentences say both."""
    limit = finding.limit
    if limit is None:
        return ""
    found = found_text(limit, lang, str(finding.params.get("quote", "")))
    bound = bound_text(limit, lang)
    said = title(finding, lang) + explanation(finding, lang)
    return (
        ""
        if found in said and bound in said
        else sentence_start(
            phrase("found_beside_limit", lang, part=term("value_part", limit.field, lang), found=found, bound=bound)
        )
    )


def _reference(finding: Finding, quoted: tuple[str, ...], lang: Lang) -> Reference | None:
    if finding.comparison is None:
        return None
    return reference_of(finding.comparison, finding.reference_status, lang, quoted=quoted)
