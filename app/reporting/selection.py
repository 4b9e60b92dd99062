"""Which findings a report is about: those the user chose; else all of them, or what the other side may be sent.

Strategy: a choice is obeyed to the letter. Without one, an outward report leaves out what was accepted or put aside, because nothing
is asked for there, and statutory hints on terms that are our own, because they would tell the other side where ours are weak.
"""

from __future__ import annotations

from typing import Final

from app.models.analysis import Analysis, Finding, FindingKind
from app.models.decisions import Verdict
from app.models.facts import UserOfTerms
from app.reporting.options import ReportOptions

_SETTLED: Final = (Verdict.ACCEPT, Verdict.NOT_RELEVANT)


def selected(analysis: Analysis, options: ReportOptions) -> tuple[Finding, ...]:
    """The findings that are in it, in their order."""
    if options.chosen is not None:
        return tuple(finding for finding in analysis.findings if finding.anchor in options.chosen)
    if not options.outward:
        return analysis.findings
    return tuple(finding for finding in analysis.findings if _may_leave(finding, analysis, options))


def left_out(analysis: Analysis, options: ReportOptions) -> tuple[Finding, ...]:
    """The others."""
    chosen = {finding.anchor for finding in selected(analysis, options)}
    return tuple(finding for finding in analysis.findings if finding.anchor not in chosen)


def _may_leave(finding: Finding, analysis: Analysis, options: ReportOptions) -> bool:
    decision = options.decided.get(finding.anchor)
    if decision is not None and decision.verdict in _SETTLED:
        return False
    ours = analysis.facts.user_of_terms.value is UserOfTerms.OURS
    return not (ours and finding.kind is FindingKind.STATUTORY)
