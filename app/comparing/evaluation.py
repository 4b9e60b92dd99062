"""A reading under a library and facts: all checks and findings in their final order.

Pure and fast: nothing is read again. Findings are ordered by severity, then by place, then by rule; ids follow that
order. What no rule looked at is listed, so that silence never reads as "in order".
"""

from __future__ import annotations

from dataclasses import replace

from app.comparing.approvals import answered
from app.comparing.contradictions import contradiction_findings
from app.comparing.coverage import subject_checks
from app.comparing.definitions import definition_findings
from app.comparing.duplicates import duplicate_pairs
from app.comparing.hidden import hidden_findings
from app.comparing.joining import joined
from app.comparing.ledger import not_judged
from app.comparing.libraryfindings import library_findings
from app.comparing.matches import position_matches
from app.comparing.numbering import numbering_findings
from app.comparing.offers import offers
from app.comparing.positions import beside_clauses
from app.comparing.references import reference_findings
from app.comparing.repetitions import repetition_findings
from app.comparing.sections import repeated_sections
from app.comparing.statutory import check_statutes, unapplied_law
from app.library.model import Library
from app.models.analysis import Analysis, Finding, LibraryStamp
from app.models.facts import DealFacts
from app.models.reading import Reading


def evaluate_reading(reading: Reading, library: Library, facts: DealFacts) -> Analysis:
    """Every rule in force on the reading, missing subjects, duplicates, and the ledger of what was not checked."""
    judged = library_findings(reading, library, facts)
    pairs = duplicate_pairs(reading.clauses)
    sections = repeated_sections(reading.clauses, pairs)
    contradictions = contradiction_findings(reading, pairs, sections)
    findings = [*judged.findings, *contradictions]
    findings += repetition_findings(reading.clauses, pairs, sections, contradictions)
    findings += hidden_findings(reading)
    findings += reference_findings(reading) + numbering_findings(reading) + definition_findings(reading)
    statutory_checks, hints = check_statutes(reading, library.rules, facts) if library.rules else ([], [])
    findings += hints
    analysis = Analysis(
        reading=reading,
        facts=facts,
        library=LibraryStamp(library.name, library.sha256),
        checks=(*judged.checks, *statutory_checks),
        findings=_numbered(answered(joined(findings, reading), library, facts), reading),
        duplicates=pairs,
        beside=beside_clauses(reading, library, facts),
        matches=position_matches(reading, library, facts, judged.violations),
        rules=LibraryStamp(library.rules.name, library.rules.sha256) if library.rules else None,
        subjects=subject_checks(reading, library, facts, judged.checks),
    )
    unapplied = unapplied_law(reading, facts) if library.rules else []
    ledger = (*reading.not_analysed, *unapplied, *not_judged(analysis, library))
    return replace(analysis, not_checked=ledger, offers=offers(analysis.findings, reading, library))


def _numbered(findings: list[Finding], reading: Reading) -> tuple[Finding, ...]:
    place = {c.id: i for i, c in enumerate(reading.clauses)}
    start = {p.id: p.start for p in reading.provisions}

    def order(finding: Finding) -> tuple[int, int, int, str, str]:
        clause = min((place[c] for c in finding.clauses), default=len(place))
        offset = min((start[p] for p in finding.provisions), default=0)
        return finding.severity.rank, clause, offset, finding.rule or finding.code, finding.anchor

    return tuple(replace(f, id=f"f{n:04d}") for n, f in enumerate(sorted(findings, key=order), start=1))
