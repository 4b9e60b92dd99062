"""What a clause's marks mean, told when one points at it: severity, title, kind and place of each finding there, as rich text.

Strategy: made when it is asked for, because nobody points at five thousand findings; words of the report, escaped.
"""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolTip

from app.models.analysis import Analysis, Finding, Severity
from app.ui.models.listing import entry_of
from app.ui.overlays import findings_by_clause
from app.ui.placing import short_place
from app.ui.theme import Theme
from app.wording.lang import Lang
from app.wording.tips import more_findings

_MOST = 5
_WIDTH_EM = 48
_SHAPES = {Severity.HIGH: "▲", Severity.MEDIUM: "◆", Severity.LOW: "●", Severity.INFO: "■"}  # as the marks in lists


class FindingTips:
    """Of one analysis in one language; `theme` colours the shapes."""

    def __init__(self, analysis: Analysis, lang: Lang, theme: Theme) -> None:
        self._analysis, self._lang, self._theme = analysis, lang, theme
        self._findings = findings_by_clause(analysis)

    def tip(self, clause: str) -> str:
        """All findings of a clause, the worst first; "" for none."""
        findings = self._findings.get(clause, ())
        if not findings:
            return ""
        rows = "".join(self._row(finding) for finding in findings[:_MOST])
        more = f"<p>{escape(more_findings(len(findings) - _MOST, self._lang))}</p>" if len(findings) > _MOST else ""
        width = QFontMetrics(QToolTip.font()).averageCharWidth() * _WIDTH_EM  # else a tip is high and narrow
        return f"<table width='{width}' cellspacing='0' cellpadding='3'>{rows}</table>{more}"

    def _row(self, finding: Finding) -> str:
        entry = entry_of(finding, self._analysis, self._lang)
        reading, soft = self._analysis.reading, self._theme.hex("palette", "soft")
        places = [short_place(reading.by_id[clause], reading, self._lang) for clause in finding.clauses[:1]]
        more = f" (+{len(finding.clauses) - 1})" if len(finding.clauses) > 1 else ""
        below = " · ".join((entry.severity_label, entry.kind, *(place + more for place in places)))
        colour = self._theme.hex("severity", finding.severity.value)
        return (
            f"<tr><td style='color:{colour}'>{_SHAPES[finding.severity]}</td>"
            f"<td><b>{escape(entry.title)}</b><br><span style='color:{soft}'>{escape(below)}</span></td></tr>"
        )
