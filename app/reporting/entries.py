"""Findings as entries of the report: sentences, quotes with their places, the library's wording with the word diff."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from app.library.placeholders import names
from app.models.analysis import Analysis, Comparison, DiffHunk, DiffOp, Finding, FindingKind
from app.models.decisions import Decision
from app.models.provisions import Evidence
from app.models.reading import Clause, Reading
from app.reporting.decisions import NOTHING, Decided, content, decision_entry
from app.reporting.places import (
    LISTED_CHARACTERS,
    clause_place,
    clause_quote,
    evidence_quote,
    joined,
    once,
    place_lines,
    provision_quote,
    shortened,
)
from app.reporting.reportmodel import DiffPart, FindingEntry, Place, Quote, Reference
from app.wording.corrections import changed_by_hand
from app.wording.findings import explanation, paragraphs, remarks, title
from app.wording.lang import Lang, sentence_start
from app.wording.report import phrase
from app.wording.terms import term
from app.wording.values import bound_text, found_text, value_text

ISLAND = 3  # words; a shorter equal stretch between two changes is chance and makes a diff confetti
COMPARABLE = (
    0.25  # share of equal words in both texts together; below it a word diff is harder to read than the two texts
)
LONG_EQUAL = 320  # characters of unchanged text; longer stretches are cut in the middle
KEPT = 120
LABEL = "label"  # part of evidence that is about a clause's number, not its words


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
        further=_further(finding, analysis, lang),
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


def finding_quotes(finding: Finding, analysis: Analysis, lang: Lang) -> tuple[Quote, ...]:
    """The words it rests on; the provisions' quotes; else the clauses' opening words; nothing where sections are listed."""
    if finding.sections:
        return ()
    if _rests_on_evidence(finding):
        return _evidence_quotes(finding, analysis, lang)
    if finding.kind is FindingKind.HIDDEN_TEXT:
        return (_hidden_quote(finding, analysis.reading),)
    if finding.provisions:
        found = [analysis.provisions_by_id[p] for p in finding.provisions]
        return tuple(provision_quote(p, analysis.reading) for p in found)
    clauses = [analysis.reading.by_id[c] for c in finding.clauses]
    return tuple(clause_quote(c, analysis.reading) for c in clauses)


def _hidden_quote(finding: Finding, reading: Reading) -> Quote:
    """Text that stands in no clause, word for word, with the clause around it where that is known."""
    at = finding.clauses[0] if finding.clauses else ""
    path = clause_place(reading.by_id[at], reading).path if at else ""
    place = Place(path, _number(finding, "page"), _number(finding, "paragraph"), at)
    return Quote(str(finding.params["quote"]), (place,))


def _number(finding: Finding, name: str) -> int | None:
    value = finding.params.get(name)
    return value if isinstance(value, int) else None


def _rests_on_evidence(finding: Finding) -> bool:
    """Whether the evidence is the finding itself; beside a value against its limit it only supports the value."""
    of_a_value = finding.limit is not None or (finding.kind is FindingKind.DEVIATION and bool(finding.provisions))
    return bool(finding.evidence) and not of_a_value


def _further(finding: Finding, analysis: Analysis, lang: Lang) -> tuple[Quote, ...]:
    """What supports a value, beyond the words that were quoted for it."""
    if _rests_on_evidence(finding):
        return ()
    values = [analysis.provisions_by_id[p] for p in finding.provisions]
    quoted = [Evidence(p.clause, p.start, p.end, "") for p in values]
    left = tuple(place for place in finding.evidence if not any(_holds(q, place) for q in quoted))
    return once(_evidence_quotes(replace(finding, evidence=left), analysis, lang))


def _evidence_quotes(finding: Finding, analysis: Analysis, lang: Lang) -> tuple[Quote, ...]:
    by_clause: defaultdict[str, list[Evidence]] = defaultdict(list)
    for place in finding.evidence:
        by_clause[place.clause].append(place)
    places = dict.fromkeys(_widest(place, by_clause[place.clause]) for place in finding.evidence)
    return tuple(_evidence_quote(place, finding, analysis, lang) for place in places)


def _evidence_quote(place: Evidence, finding: Finding, analysis: Analysis, lang: Lang) -> Quote:
    """The words at a place; of a place that is only about a number the first of them, with the number as the place."""
    reading = analysis.reading
    if place.part == LABEL:
        clause = reading.by_id[place.clause]
        bare = replace(clause_place(clause, reading), start=0, end=0)
        return Quote(shortened(clause.heading or clause.text, LISTED_CHARACTERS), (bare,))
    return evidence_quote(place, reading, _value_at(place, finding, analysis, lang))


def _widest(place: Evidence, places: Sequence[Evidence]) -> Evidence:
    """The longest of the places that hold this one: a single changed word is read in its sentence."""
    return max((p for p in places if _holds(p, place)), key=lambda p: p.end - p.start)


def _holds(outer: Evidence, inner: Evidence) -> bool:
    return outer.clause == inner.clause and outer.start <= inner.start and inner.end <= outer.end


def _value_at(place: Evidence, finding: Finding, analysis: Analysis, lang: Lang) -> str:
    """The values of the finding that stand at a place, so that contradicting quotes show at once what differs."""
    if finding.kind is not FindingKind.CONTRADICTION:
        return ""
    provisions = (analysis.provisions_by_id[p] for p in finding.provisions)
    at = (p for p in provisions if p.clause == place.clause and p.start < place.end and place.start < p.end)
    return "; ".join(dict.fromkeys(value_text(p.value, lang) for p in at))


def copy_lines(finding: Finding, reading: Reading, lang: Lang) -> Iterator[str]:
    """Where each copy of a repeated section stands."""
    for number, section in enumerate(finding.sections, start=1):
        first, last = reading.by_id[section[0]], reading.by_id[section[-1]]
        yield phrase(
            "copy",
            lang,
            number=number,
            first=_line(first, reading, lang),
            last=_line(last, reading, lang),
            count=len(section),
        )


def _line(clause: Clause, reading: Reading, lang: Lang) -> str:
    return place_lines((clause_place(clause, reading),), lang)[0]


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
    found, bound = found_text(limit, lang), bound_text(limit, lang)
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


def reference_of(comparison: Comparison, status: str, lang: Lang, *, quoted: tuple[str, ...] = ()) -> Reference:
    """The reference wording with its position; a clause whose whole text is among `quoted` is not repeated."""
    return Reference(
        title=comparison.reference_title,
        position=phrase("nearest", lang, position=term("position", comparison.position, lang)),
        status=term("status", status, lang) if status else "",
        text=comparison.reference_text,
        clause_text="" if comparison.clause_text in quoted else comparison.clause_text,
        diff=_readable_diff(comparison),
    )


def _readable_diff(comparison: Comparison) -> tuple[DiffPart, ...]:
    """The word diff with chance islands swallowed; empty where too little is shared for it to help."""
    parts: list[DiffPart] = []
    kinds = _kinds(comparison)
    for op, same in groupby(zip(kinds, comparison.hunks, strict=True), key=lambda pair: pair[0]):
        a0, b0, a1, b1 = _extent([hunk for _, hunk in same])
        old, new = comparison.reference_text[a0:a1], comparison.clause_text[b0:b1]
        match op:
            case DiffOp.EQUAL:
                parts.append(DiffPart(op, _cut(new)))
            case DiffOp.FILLED:
                parts.append(DiffPart(op, new, ", ".join(names(old))))
            case _:
                parts += [DiffPart(DiffOp.DELETE, old), DiffPart(DiffOp.INSERT, new)]
    return tuple(part for part in parts if part.text) if _comparable(comparison) else ()


def _comparable(comparison: Comparison) -> bool:
    shared = [h for op, h in zip(_kinds(comparison), comparison.hunks, strict=True) if op is not DiffOp.REPLACE]
    equal = sum(len(comparison.clause_text[h.b0 : h.b1].split()) for h in shared)
    words = len(comparison.clause_text.split()) + len(comparison.reference_text.split())
    return 2 * equal >= COMPARABLE * words > 0


def _kinds(comparison: Comparison) -> list[DiffOp]:
    """What each hunk is to a reader: shared, a placeholder filled in, or changed; next to a placeholder no island is too small."""
    hunks = comparison.hunks
    return [
        hunk.op
        if hunk.op is DiffOp.FILLED or _is_shared(hunk, comparison) or _meets_placeholder(number, hunks)
        else DiffOp.REPLACE
        for number, hunk in enumerate(hunks)
    ]


def _meets_placeholder(number: int, hunks: tuple[DiffHunk, ...]) -> bool:
    beside = (*hunks[max(0, number - 1) : number], *hunks[number + 1 : number + 2])
    return hunks[number].op is DiffOp.EQUAL and any(hunk.op is DiffOp.FILLED for hunk in beside)


def _is_shared(hunk: DiffHunk, comparison: Comparison) -> bool:
    text = comparison.clause_text[hunk.b0 : hunk.b1]
    return hunk.op is DiffOp.EQUAL and len(text.split()) >= ISLAND


def _extent(hunks: list[DiffHunk]) -> tuple[int, int, int, int]:
    return hunks[0].a0, hunks[0].b0, hunks[-1].a1, hunks[-1].b1


def _cut(text: str) -> str:
    """Long unchanged text without its middle, cut between words."""
    if len(text) <= LONG_EQUAL:
        return text
    return f"{text[:KEPT].rsplit(' ', 1)[0]} […] {text[-KEPT:].split(' ', 1)[-1]}"
