"""The report for the other side: what the document says, what we ask for and propose, and nothing that is ours alone.

Strategy: it is put together from scratch out of the document's own words, neutral sentences (`wording.reportoutward`), norms of statutory
hints, the library's preferred wording and the comment that its keeper wrote for the other side. Limits, verdicts, severities,
decisions, checks, guidance, approvals and names of the library never come near it. docs/reports.md says what is in it and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

import app
from app.models.analysis import Analysis, Finding, FindingKind, Severity
from app.models.facts import UserOfTerms
from app.reporting.cover import made_text
from app.reporting.documentrows import completeness, fact_row, file_rows
from app.reporting.findingquotes import copy_lines, finding_quotes
from app.reporting.options import ReportOptions
from app.reporting.places import once
from app.reporting.proposals import proposal
from app.reporting.reportmodel import FindingEntry, Proposed, Report, Row, SummaryGroup
from app.reporting.selection import left_out, selected
from app.reporting.valuetable import value_groups
from app.wording.lang import Lang
from app.wording.numbers import list_text
from app.wording.report import phrase
from app.wording.reportoutward import outward_kind, outward_paragraphs, outward_title, outward_value
from app.wording.reportparts import part_phrase
from app.wording.terms import term
from app.wording.values import value_text

_FACTS: Final = ("perspective", "user_of_terms", "audience", "governing_law", "contract_kind", "contract_date")


def outward_report(analysis: Analysis, options: ReportOptions) -> Report:
    """Worded; without cover, annex and everything that an internal report has on top."""
    lang, source = options.lang, analysis.reading.source
    entries = outward_entries(analysis, options)
    return Report(
        lang=lang,
        title=part_phrase("title_outward", lang),
        name=source.name,
        notices=(part_phrase("no_advice_outward", lang),),
        complete=source.complete,
        completeness=completeness(analysis, lang),
        document=tuple(_document(analysis, options)),
        facts=tuple(_facts(analysis, lang)),
        counts=(),
        checks=(),
        summary=_values(analysis, lang),
        matrices=(),
        findings=entries,
        findings_note="",
        undecided=(),
        subjects=(),
        unread=(),
        footer=phrase("made_with", lang, version=app.__version__),
        outward=True,
        selection=part_phrase("selection_outward", lang) if entries and left_out(analysis, options) else "",
    )


def outward_entries(analysis: Analysis, options: ReportOptions) -> tuple[FindingEntry, ...]:
    """The chosen findings as comments, numbered from 1 in reading order: our own order would show what we care for most."""
    findings = in_reading_order(selected(analysis, options), analysis)
    entries = (_entry(finding, analysis, options) for finding in findings)
    said = dict.fromkeys(entries)  # what differs in our rules alone says the same twice
    return tuple(replace(entry, number=number) for number, entry in enumerate(said, start=1))


def in_reading_order(findings: Iterable[Finding], analysis: Analysis) -> tuple[Finding, ...]:
    """Whatever leaves the house is numbered in this order, also where only a program sees the numbers."""
    order = {clause.id: number for number, clause in enumerate(analysis.reading.clauses)}
    return tuple(sorted(findings, key=lambda finding: _position(finding, order)))


def _position(finding: Finding, order: dict[str, int]) -> tuple[int, int]:
    places = (*finding.clauses[:1], *(evidence.clause for evidence in finding.evidence[:1]))
    clause = next((order[place] for place in places if place in order), len(order))
    return clause, finding.evidence[0].start if finding.evidence else 0


def _entry(finding: Finding, analysis: Analysis, options: ReportOptions) -> FindingEntry:
    lang = options.lang
    about_us = finding.kind in (FindingKind.DEVIATION, FindingKind.MISSING)
    offer = proposal(finding, analysis, options.proposals) if about_us else None
    ours = analysis.facts.user_of_terms.value is UserOfTerms.OURS
    sentences = outward_paragraphs(finding, lang, ours=ours, proposed=offer is not None)
    return FindingEntry(
        number=0,
        severity=Severity.INFO,
        severity_label="",
        kind=outward_kind(finding, lang),
        title=neutral_title(finding, analysis, lang),
        explanation=" ".join(sentences),
        paragraphs=sentences,
        quotes=once(finding_quotes(finding, analysis, lang)),
        copies=tuple(copy_lines(finding, analysis.reading, lang)),
        legal_basis=finding.legal_basis if finding.kind is FindingKind.STATUTORY else (),
        comment=finding.comment,
        proposed=Proposed(offer.text, list_text(list(offer.open), lang)) if offer else None,
        anchor=finding.anchor,
    )


def neutral_title(finding: Finding, analysis: Analysis, lang: Lang) -> str:
    """What the document says, not what we think of it."""
    return outward_title(finding, _value(finding, analysis, lang), _subject(finding, analysis, lang), lang)


def _value(finding: Finding, analysis: Analysis, lang: Lang) -> str:
    """The value the finding is on, as the document has it."""
    if not finding.provisions:
        return ""
    provision = analysis.provisions_by_id[finding.provisions[0]]
    return outward_value(term("provision_kind", provision.kind.value, lang), value_text(provision.value, lang), lang)


def _subject(finding: Finding, analysis: Analysis, lang: Lang) -> str:
    """What its clause is about, or what is missing."""
    params = finding.params
    if isinstance(type_ := params.get("type"), str):
        return term("clause_type", type_, lang)
    if finding.kind is FindingKind.MISSING and isinstance(kind := params.get("kind"), str):
        return term("provision_kind", kind, lang)
    clause = analysis.reading.by_id.get(finding.clauses[0]) if finding.clauses else None
    return term("clause_type", clause.type, lang) if clause and clause.type else ""


def _document(analysis: Analysis, options: ReportOptions) -> Iterator[Row]:
    lang = options.lang
    if made := made_text(options.made_at, lang):
        yield Row(part_phrase("made", lang), made)
    for label, name in (("from_company", options.company), ("from_person", options.reviewer)):
        if name:
            yield Row(part_phrase(label, lang), name)
    yield from file_rows(analysis, lang)


def _facts(analysis: Analysis, lang: Lang) -> Iterator[Row]:
    """What is known of the deal on both sides; no figures, and not where we have it from."""
    for name in _FACTS:
        if getattr(analysis.facts, name).value is not None:
            row = fact_row(name, analysis, lang)
            yield Row(row.label, row.value)


def _values(analysis: Analysis, lang: Lang) -> tuple[SummaryGroup, ...]:
    """Values that stand in the document; a kind without any is not named, because a gap may be to our liking."""
    bare = replace(analysis, checks=(), findings=())
    groups = (group for group in value_groups(bare, (), lang) if group.rows)
    return tuple(replace(g, rows=tuple(replace(row, verdict="", unsure="") for row in g.rows)) for g in groups)
