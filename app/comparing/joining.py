"""Findings that point at the same words are one: a reader who is told the same place four times stops reading.

Three joins, each under its worst finding, which names the others (`also`): rules of one reference that one sentence breaks;
statutory rules that rest on the same words; and one rule that several values of a section break in the same way, which
becomes one finding with all their places. Checks are untouched: every rule still says what came of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.models.analysis import Finding, FindingKind, Limit
from app.models.reading import Reading

_PER_SECTION = ("missing_carve_outs",)  # a section on liability is one rule in several sentences


def joined(findings: Iterable[Finding], reading: Reading) -> list[Finding]:
    """The findings, those on the same words as one; the order of the rest is kept."""
    return _grouped(_placed_together(findings, reading))


def _grouped(findings: Iterable[Finding]) -> list[Finding]:
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        groups.setdefault(_words(finding) or number, []).append(finding)
    return [_under_the_worst(group) for group in groups.values()]


def _words(finding: Finding) -> object:
    """What makes two findings the same place; None for those that stand alone."""
    if finding.kind is FindingKind.DEVIATION and finding.provisions:
        return finding.reference, finding.clauses, finding.params.get("quote", finding.provisions)
    if finding.kind is FindingKind.STATUTORY:
        return finding.kind, frozenset((e.clause, e.start, e.end) for e in finding.evidence)
    return None


def _under_the_worst(group: list[Finding]) -> Finding:
    if len(group) == 1:
        return group[0]
    head, *others = sorted(group, key=lambda f: (f.severity.rank, f.rule or f.code))
    norms = tuple(dict.fromkeys(norm for finding in (head, *others) for norm in finding.legal_basis))
    provisions = tuple(dict.fromkeys(p for finding in (head, *others) for p in finding.provisions))
    return replace(head, also=tuple(others), legal_basis=norms, provisions=provisions)


def _placed_together(findings: Iterable[Finding], reading: Reading) -> list[Finding]:
    sections = _sections(reading)
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        together = finding.code in _PER_SECTION and finding.clauses
        key = (finding.rule, sections[finding.clauses[0]]) if together else number
        groups.setdefault(key, []).append(finding)
    return [_with_all_places(group) for group in groups.values()]


def _sections(reading: Reading) -> dict[str, str]:
    """The topmost clause of each clause."""
    top: dict[str, str] = {}
    for clause in reading.clauses:  # parents come before their children
        top[clause.id] = top.get(clause.parent or "", clause.id)
    return top


def _with_all_places(group: list[Finding]) -> Finding:
    first = group[0]
    if len(group) == 1:
        return first
    return replace(
        first,
        limit=_common(group),
        clauses=tuple(dict.fromkeys(c for f in group for c in f.clauses)),
        provisions=tuple(dict.fromkeys(p for f in group for p in f.provisions)),
        evidence=tuple(dict.fromkeys(e for f in group for e in f.evidence)),
    )


def _common(group: list[Finding]) -> Limit | None:
    """The limit with what all places have: an exception that only one of them names is missing in the others."""
    limit = group[0].limit
    if limit is None:
        return None
    found = [str(f.limit.found or "").split(", ") for f in group if f.limit]
    return replace(limit, found=", ".join(word for word in found[0] if all(word in words for words in found)))
