"""What a library alone says of a reading: its rules, its wordings and what it requires.

Whatever else is found (contradictions, repetitions, references, statutory hints) is the same under every library.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.comparing.deviations import deviation
from app.comparing.missing import check_required
from app.comparing.policy import Violation, check_rules
from app.comparing.wordings import wording_findings
from app.library.model import Library
from app.models.analysis import Check, Finding
from app.models.facts import DealFacts
from app.models.reading import Reading


@dataclass(frozen=True, slots=True)
class LibraryFindings:
    """The checks of all rules, the rules broken, and the findings, not yet joined."""

    checks: tuple[Check, ...]
    violations: tuple[Violation, ...]
    findings: tuple[Finding, ...]


def library_findings(reading: Reading, library: Library, facts: DealFacts) -> LibraryFindings:
    """Every rule in force on the reading, deviations of wording, and missing subjects."""
    rule_checks, violations = check_rules(reading, library, facts)
    required_checks, missing = check_required(reading, library, facts)
    values = [deviation(violation, reading) for violation in violations]
    told = {(clause, finding.reference or "") for finding in values for clause in finding.clauses}
    wordings = wording_findings(reading, library, facts, told)
    return LibraryFindings((*rule_checks, *required_checks), tuple(violations), (*values, *wordings, *missing))
