"""Findings as entries of the report: sentences, quotes with their places, the library's wording with the word diff."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.analysis import Analysis, Comparison, DiffHunk, DiffOp, Finding
from app.models.reading import Reading
from app.reporting.places import clause_place, clause_quote, provision_quote
from app.reporting.reportmodel import DiffPart, FindingEntry, Quote, Reference
from app.wording.findings import explanation, title
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.terms import term
from app.wording.values import found_text, limit_text

COMPARABLE = 0.25  # share of equal characters; below it a word diff is confetti that nobody reads
LONG_EQUAL = 320  # characters of unchanged text; longer stretches are cut in the middle
KEPT = 120


def finding_entries(analysis: Analysis, lang: Lang) -> tuple[FindingEntry, ...]:
    """All findings in their order, numbered from 1."""
    return tuple(_entry(number, f, analysis, lang) for number, f in enumerate(analysis.findings, start=1))


def _entry(number: int, finding: Finding, analysis: Analysis, lang: Lang) -> FindingEntry:
    reading = analysis.reading
    return FindingEntry(
        number=number,
        severity=finding.severity,
        severity_label=term("severity", finding.severity.value, lang),
        kind=term("finding_kind", finding.kind.value, lang),
        title=title(finding, lang),
        explanation=explanation(finding, lang),
        quotes=_quotes(finding, analysis, lang),
        further=_further(finding, reading, lang),
        copies=tuple(_copies(finding, reading, lang)),
        searched=tuple(_searched(code, lang) for code in finding.searched),
        values=_values(finding, lang),
        legal_basis=finding.legal_basis,
        reference=_reference(finding, lang),
    )


def _quotes(finding: Finding, analysis: Analysis, lang: Lang) -> tuple[Quote, ...]:
    """The provisions' quotes; else the opening words of the clauses; nothing where sections are listed."""
    if finding.sections:
        return ()
    if finding.provisions:
        found = [analysis.provisions_by_id[p] for p in finding.provisions]
        return tuple(provision_quote(p, analysis.reading, lang) for p in found)
    clauses = [analysis.reading.by_id[c] for c in finding.clauses]
    return tuple(clause_quote(c, analysis.reading, lang) for c in clauses)


def _further(finding: Finding, reading: Reading, lang: Lang) -> tuple[Quote, ...]:
    places = [(reading.by_id[e.clause], e) for e in finding.evidence]
    return tuple(Quote(c.text[e.start : e.end], clause_place(c, reading, lang)) for c, e in places)


def _copies(finding: Finding, reading: Reading, lang: Lang) -> Iterator[str]:
    for number, section in enumerate(finding.sections, start=1):
        first, last = reading.by_id[section[0]], reading.by_id[section[-1]]
        yield phrase(
            "copy",
            lang,
            number=number,
            first=clause_place(first, reading, lang),
            last=clause_place(last, reading, lang),
            count=len(section),
        )


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
    found, bound = found_text(limit, lang), f"{term('comparison', limit.comparison, lang)} {limit_text(limit, lang)}"
    said = title(finding, lang) + explanation(finding, lang)
    return "" if found in said and bound in said else phrase("found_beside_limit", lang, found=found, bound=bound)


def _reference(finding: Finding, lang: Lang) -> Reference | None:
    comparison = finding.comparison
    if comparison is None:
        return None
    return Reference(
        title=comparison.reference_title,
        position=term("position", comparison.position, lang),
        status=term("status", finding.reference_status, lang) if finding.reference_status else "",
        text=comparison.reference_text,
        clause_text=comparison.clause_text,
        diff=tuple(_diff(comparison)) if _comparable(comparison) else (),
    )


def _comparable(comparison: Comparison) -> bool:
    equal = sum(h.a1 - h.a0 for h in comparison.hunks if h.op is DiffOp.EQUAL)
    longest = max(len(comparison.reference_text), len(comparison.clause_text), 1)
    return equal / longest >= COMPARABLE


def _diff(comparison: Comparison) -> Iterator[DiffPart]:
    for hunk in comparison.hunks:
        if hunk.op is DiffOp.EQUAL:
            yield DiffPart(DiffOp.EQUAL, _cut(comparison.clause_text[hunk.b0 : hunk.b1]))
        else:
            yield from _changed(hunk, comparison)


def _changed(hunk: DiffHunk, comparison: Comparison) -> Iterator[DiffPart]:
    deleted, inserted = comparison.reference_text[hunk.a0 : hunk.a1], comparison.clause_text[hunk.b0 : hunk.b1]
    if deleted:
        yield DiffPart(DiffOp.DELETE, deleted)
    if inserted:
        yield DiffPart(DiffOp.INSERT, inserted)


def _cut(text: str) -> str:
    """Long unchanged text without its middle, cut between words."""
    if len(text) <= LONG_EQUAL:
        return text
    return f"{text[:KEPT].rsplit(' ', 1)[0]} […] {text[-KEPT:].split(' ', 1)[-1]}"
