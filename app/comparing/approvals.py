"""What the library says to whoever answers a finding: whose consent it needs, and what the other side may read of it.

A consent is needed from a severity on, in contracts from a value on. Where the deal's value is not known, the consent is named
with its condition and not dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.library.model import Library, ReferenceClause
from app.models.analysis import Finding, NeededApproval, Severity
from app.models.facts import DealFacts


def answered(findings: Iterable[Finding], library: Library, facts: DealFacts) -> list[Finding]:
    """The findings with the consents and comments of their references."""
    saying = {c.id: c for c in library.clauses if c.approvals or c.comment}
    return [_answered(finding, saying.get(finding.reference or ""), facts) for finding in findings]


def _answered(finding: Finding, reference: ReferenceClause | None, facts: DealFacts) -> Finding:
    if reference is None:
        return finding
    needed = tuple(dict.fromkeys(_needed(reference, finding.severity, facts)))
    return replace(finding, approvals=needed, comment=reference.comment)


def _needed(reference: ReferenceClause, severity: Severity, facts: DealFacts) -> Iterator[NeededApproval]:
    value = facts.contract_value.value
    for approval in reference.approvals:
        least = approval.contract_value
        if severity.rank > approval.severity.rank:
            continue
        if least is None or (value is not None and value >= least):
            yield NeededApproval(approval.approver)
        elif value is None:
            yield NeededApproval(approval.approver, least)
