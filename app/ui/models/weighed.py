"""An analysis with the user's own severities in place of the program's, for everything that shows marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.models.analysis import Analysis
from app.models.decisions import Decision
from app.ui.models.decided import severity_of


def weighed(analysis: Analysis, decided: Mapping[str, Decision]) -> Analysis:
    """The same analysis where the user has weighed nothing."""
    if not any(decision.severity for decision in decided.values()):
        return analysis
    findings = (replace(finding, severity=severity_of(finding, decided)) for finding in analysis.findings)
    return replace(analysis, findings=tuple(findings))
