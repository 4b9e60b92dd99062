"""The findings of an analysis, worded for a list: titles, kinds, places, and where each stands in the document.

A finding stands in a section of the document: the topmost clause above it, or where one title holds everything (as "Allgemeine
Geschäftsbedingungen" does) the topmost below that.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from app.models.analysis import Analysis, Finding
from app.models.reading import Clause, Reading
from app.reporting.entries import finding_entry
from app.reporting.places import STEP, clause_place, place_lines
from app.reporting.reportmodel import FindingEntry
from app.ui.models.findingrows import ListedFinding
from app.ui.placing import place_text, short_place
from app.wording.lang import Lang
from app.wording.terms import term


def entry_of(finding: Finding, analysis: Analysis, lang: Lang) -> FindingEntry:
    """The report's words for one finding. The report joins findings that say the same; here each leads to its own place."""
    return finding_entry(finding, analysis, lang)


@dataclass(frozen=True)
class _Places:
    """What is asked of every finding again and again."""

    analysis: Analysis
    lang: Lang
    index: dict[str, int]
    sections: dict[str, str]

    @property
    def reading(self) -> Reading:
        """The document understood."""
        return self.analysis.reading


def listed_findings(analysis: Analysis, lang: Lang) -> tuple[ListedFinding, ...]:
    """The analysis's findings in their order, worded."""
    index = {clause.id: place for place, clause in enumerate(analysis.reading.clauses)}
    places = _Places(analysis, lang, index, sections(analysis.reading))
    at = {finding.id: _order(finding, places) for finding in analysis.findings}
    ranks = {id_: rank for rank, id_ in enumerate(sorted(at, key=at.__getitem__))}
    return tuple(_listed(finding, ranks[finding.id], places) for finding in analysis.findings)


def _order(finding: Finding, places: _Places) -> tuple[int, int, int, str]:
    """Where it stands in the document; what stands nowhere comes last."""
    starts = [places.analysis.provisions_by_id[p].start for p in finding.provisions]
    starts = starts or [e.start for e in finding.evidence]
    clause = min((places.index[c] for c in finding.clauses), default=len(places.index))
    return clause, min(starts, default=0), finding.severity.rank, finding.id


def _listed(finding: Finding, order: int, places: _Places) -> ListedFinding:
    reading, lang = places.reading, places.lang
    entry = entry_of(finding, places.analysis, lang)
    paths = [place_text(reading.by_id[c], reading, lang) for c in finding.clauses]
    norms = [norm.replace(" ", "") for norm in finding.legal_basis]  # §309 finds § 309 too
    words = (entry.title, entry.explanation, entry.severity_label, entry.kind, *paths, *finding.legal_basis, *norms)
    clause = finding.clauses[0] if finding.clauses else ""
    section, subject = places.sections.get(clause, ""), subject_of(finding, reading)
    return ListedFinding(
        id=finding.id,
        anchor=finding.anchor,
        severity=finding.severity,
        kind=finding.kind,
        title=entry.title,
        kind_label=entry.kind,
        place=_place(finding, entry, places),
        searchable="\n".join((*words, *(quote.text for quote in entry.quotes))).casefold(),
        order=order,
        section=section,
        section_label=_section_label(section, reading, lang),
        subject=subject,
        subject_label=term("clause_type", subject, lang) if subject else "",
        clause=clause,
    )


def _place(finding: Finding, entry: FindingEntry, places: _Places) -> str:
    """The first place, short, and how many there are more."""
    if not finding.clauses:
        return ", ".join(line for quote in entry.quotes for line in place_lines(quote.places, places.lang))
    first = short_place(places.reading.by_id[finding.clauses[0]], places.reading, places.lang)
    more = len(finding.clauses) - 1
    return f"{first} (+{more})" if more else first


def subject_of(finding: Finding, reading: Reading) -> str:
    """What it is about: the subject of its clause, or of the clause that is missing."""
    if finding.clauses:
        return reading.by_id[finding.clauses[0]].type or ""
    named = finding.params.get("type")
    return named if isinstance(named, str) else ""


def _section_label(section: str, reading: Reading, lang: Lang) -> str:
    if not section:
        return ""
    clause = reading.by_id[section]
    return clause_place(clause, reading).path.rsplit(STEP, 1)[-1] or place_text(clause, reading, lang)


def sections(reading: Reading) -> dict[str, str]:
    """Clause → the section it stands in."""
    below: defaultdict[str | None, list[Clause]] = defaultdict(list)
    for clause in reading.clauses:
        below[clause.parent].append(clause)
    top = below[None]
    while len(top) == 1 and below[top[0].id]:
        top = below[top[0].id]
    tops = {clause.id for clause in top}
    home: dict[str, str] = {}
    for clause in reading.clauses:  # parents stand before their children
        alone = clause.parent is None or clause.id in tops
        home[clause.id] = clause.id if alone else home[clause.parent or ""]
    return home
