"""Duplicates as findings: one for each repeated section, one for each group of equal clauses outside of sections."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Indel

from app.comparing.anchors import finding_anchor
from app.comparing.copies import Told
from app.comparing.folding import folded, numbers, plain_words
from app.comparing.sections import RepeatedSection
from app.models.analysis import DuplicatePair, Finding, FindingKind, Severity
from app.models.reading import Clause
from app.nlp.citations import find_citations

ALIKE = 0.5  # share of words in order
_WITHDRAWAL = re.compile(
    r"Widerrufs(?:recht|belehrung|formular|frist|folgen|erklärung)|Folgen des Widerrufs|(?:diesen|den|abgeschlossenen) Vertrag\b.{0,80}widerruf",
    re.IGNORECASE | re.DOTALL,
)


def repetition_findings(
    clauses: tuple[Clause, ...],
    pairs: tuple[DuplicatePair, ...],
    sections: list[RepeatedSection],
    contradictions: Sequence[Finding] = (),
) -> list[Finding]:
    """Findings of kind `duplicate` for the pairs and `sections` of `clauses`; what a contradiction says is not said again."""
    index = {c.id: i for i, c in enumerate(clauses)}
    by_id = {c.id: c for c in clauses}
    told = Told(contradictions)
    left = [
        p
        for p in pairs
        if not any(s.explains(index[p.first], index[p.second]) for s in sections) and not told.of(p.first, p.second)
    ]
    return [_section_finding(clauses, s, told) for s in sections if not s.parallel] + [
        _group_finding(by_id, g) for g in _groups(left)
    ]


def _section_finding(clauses: tuple[Clause, ...], section: RepeatedSection, told: Told) -> Finding:
    copies = [clauses[first : last + 1] for first, last in section.places]
    spots = [(clauses[i], clauses[j]) for i, j in section.spots if _alike(clauses[i].text, clauses[j].text)]
    exact = sum(folded(a.text) == folded(b.text) for a, b in spots)
    edited = [{a.id, b.id} for a, b in spots if a.text != b.text and _stated(a.text) != _stated(b.text)]
    untold = [spot for spot in edited if not told.of(*spot)]
    return Finding(
        id="",
        anchor=finding_anchor(FindingKind.DUPLICATE, "sections", [copy[0].anchor for copy in copies]),
        kind=FindingKind.DUPLICATE,
        severity=_severity(copies[0], bool(untold)),
        code="repeated_sections",
        params={
            "copies": len(copies),
            "clauses": max(len(copy) for copy in copies),
            "exact": exact,
            "near": len(spots) - exact,
            "changed_numbers": len(edited),
        },
        clauses=tuple(copy[0].id for copy in copies),
        sections=tuple(tuple(c.id for c in copy) for copy in copies),
    )


def _group_finding(by_id: Mapping[str, Clause], group: tuple[DuplicatePair, ...]) -> Finding:
    members = [by_id[id_] for id_ in sorted({id_ for p in group for id_ in (p.first, p.second)})]
    edited = _edited(group, by_id)
    return Finding(
        id="",
        anchor=finding_anchor(FindingKind.DUPLICATE, "clauses", [c.anchor for c in members]),
        kind=FindingKind.DUPLICATE,
        severity=_severity(members, bool(edited)),
        code="duplicate_clause",
        params={
            "relation": "exact" if all(p.relation == "exact" for p in group) else "near",
            "similarity": min(p.similarity for p in group),
            "copies": len(members),
            "changed_numbers": edited,
        },
        clauses=tuple(c.id for c in members),
    )


def _severity(copy: Sequence[Clause], edited: bool) -> Severity:
    """Instructions on withdrawal are repeated for each kind of goods, and with the statutory form: that is usual."""
    said = [c for c in copy if c.text]
    if said and sum(bool(_WITHDRAWAL.search(c.heading) or _WITHDRAWAL.search(c.text)) for c in said) * 2 > len(said):
        return Severity.INFO
    return Severity.MEDIUM if edited else Severity.LOW


def _alike(a: str, b: str) -> bool:
    """Whether two clauses at one spot are versions of one: a section may hold a clause of its own there."""
    return bool(a) if a == b else Indel.normalized_similarity(plain_words(a), plain_words(b)) >= ALIKE


def _stated(text: str) -> tuple[str, ...]:
    """The numbers of a clause but for those of references: a copy elsewhere refers to other sections."""
    kept, at = [], 0
    for citation in find_citations(text):
        kept.append(text[at : citation.start])
        at = citation.end
    return numbers(" ".join([*kept, text[at:]]))


def _edited(pairs: tuple[DuplicatePair, ...], by_id: Mapping[str, Clause]) -> int:
    """Pairs whose numbers differ: a copy with another figure is worse than a copy."""
    near = [(by_id[p.first].text, by_id[p.second].text) for p in pairs if p.relation == "near"]
    return sum(_stated(first) != _stated(second) for first, second in near)


def _groups(pairs: list[DuplicatePair]) -> list[tuple[DuplicatePair, ...]]:
    """Pairs that share a clause, directly or through others, in reading order."""
    home: dict[str, str] = {}

    def root(clause: str) -> str:
        while home.setdefault(clause, clause) != clause:
            clause = home[clause]
        return clause

    for pair in pairs:
        home[root(pair.second)] = root(pair.first)
    groups: dict[str, list[DuplicatePair]] = defaultdict(list)
    for pair in pairs:
        groups[root(pair.first)].append(pair)
    return [tuple(group) for group in groups.values()]
