"""A reading under a library and facts: all checks and findings in their final order.

Pure and fast: nothing is read again. Findings are ordered by severity, then by place, then by rule; ids follow that
order. What no rule looked at is listed, so that silence never reads as "in order".
"""

from __future__ import annotations

from dataclasses import replace

from app.comparing.deviations import deviation
from app.comparing.duplicates import duplicate_pairs
from app.comparing.missing import check_required
from app.comparing.policy import ANALYSED_LANGUAGES, check_rules, in_force
from app.comparing.repetitions import repetition_findings
from app.library.model import Library
from app.models.analysis import Analysis, Check, Finding, LibraryStamp
from app.models.facts import DealFacts
from app.models.reading import Clause, NotAnalysed, Reading


def evaluate_reading(reading: Reading, library: Library, facts: DealFacts) -> Analysis:
    """Every rule in force on the reading, missing subjects, duplicates, and the ledger of what was not checked."""
    rule_checks, violations = check_rules(reading, library, facts)
    required_checks, missing = check_required(reading, library, facts)
    pairs = duplicate_pairs(reading.clauses)
    findings = [deviation(v, reading) for v in violations] + missing + repetition_findings(reading.clauses, pairs)
    checks = (*rule_checks, *required_checks)
    return Analysis(
        reading=reading,
        facts=facts,
        library=LibraryStamp(library.name, library.sha256),
        checks=checks,
        findings=_numbered(findings, reading),
        duplicates=pairs,
        not_checked=(*reading.not_analysed, *_unread(reading), *_unruled(reading, library, checks)),
    )


def _numbered(findings: list[Finding], reading: Reading) -> tuple[Finding, ...]:
    place = {c.id: i for i, c in enumerate(reading.clauses)}
    start = {p.id: p.start for p in reading.provisions}

    def order(finding: Finding) -> tuple[int, int, int, str, str]:
        clause = min((place[c] for c in finding.clauses), default=len(place))
        offset = min((start[p] for p in finding.provisions), default=0)
        return finding.severity.rank, clause, offset, finding.rule or finding.code, finding.anchor

    return tuple(replace(f, id=f"f{n:04d}") for n, f in enumerate(sorted(findings, key=order), start=1))


def _unread(reading: Reading) -> list[NotAnalysed]:
    return [NotAnalysed("unread_page", (), page=page) for page in reading.source.unread_pages]


def _unruled(reading: Reading, library: Library, checks: tuple[Check, ...]) -> list[NotAnalysed]:
    """Clauses in another language, and clauses that neither a rule nor a reference of their type concerns."""
    ruled = {c for check in checks for c in check.clauses}
    types = {reference.type for reference in in_force(library)}
    ledger = []
    for clause in reading.clauses:
        if clause.language not in ANALYSED_LANGUAGES:
            ledger.append(_entry("language", clause))
        elif clause.text and clause.id not in ruled and clause.type not in types:
            ledger.append(_entry("no_reference", clause))
    return ledger


def _entry(reason: str, clause: Clause) -> NotAnalysed:
    return NotAnalysed(reason, clause.spans, clause.page, clause.paragraph, (clause.heading or clause.text)[:80])
