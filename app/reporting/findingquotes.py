"""The words a finding rests on, with their places: once each, and a single word in its sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.models.analysis import Analysis, Finding, FindingKind
from app.models.provisions import Evidence
from app.models.reading import Clause, Reading
from app.reporting.places import (
    LISTED_CHARACTERS,
    clause_place,
    clause_quote,
    evidence_quote,
    once,
    place_lines,
    provision_quote,
    shortened,
)
from app.reporting.reportmodel import Place, Quote
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.values import value_text

LABEL = "label"  # part of evidence that is about a clause's number, not its words


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


def further_quotes(finding: Finding, analysis: Analysis, lang: Lang) -> tuple[Quote, ...]:
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
