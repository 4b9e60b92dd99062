"""What the text view shows of an analysis, ready to be asked for any stretch of the text: made in a thread, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.models.analysis import Analysis, Finding, FindingKind, Severity
from app.models.reading import NOTHING_READ, Reading
from app.models.source import SourceDocument, Span
from app.ui.models.clause_spans import ClauseSpans
from app.ui.models.outline import clause_name, worst_by_clause
from app.ui.models.sight import page_starts
from app.ui.overlays import findings_by_clause
from app.ui.pagenotes import TextNote, text_notes
from app.wording.lang import Lang
from app.wording.terms import term

_MOST_SIGNS = 3


@dataclass(frozen=True, slots=True)
class ClauseMark:
    """Of a clause with findings: the worst, that for which its lines are tinted, and the kinds, worst first; `tip` names it."""

    severity: Severity
    tinted: Severity | None
    kinds: tuple[FindingKind, ...]
    tip: str


@dataclass(frozen=True)
class ShownText:
    """`pages`: offset and number of each page but the first."""

    source: SourceDocument = NOTHING_READ.source
    clauses: ClauseSpans = field(default_factory=lambda: ClauseSpans(()))
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    marks: Mapping[str, ClauseMark] = field(default_factory=dict)
    notes: tuple[TextNote, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()


def shown_text(analysis: Analysis, lang: Lang) -> ShownText:
    """Of one analysis."""
    reading = analysis.reading
    tinted = worst_by_clause(analysis, sections=False)
    return ShownText(
        reading.source,
        ClauseSpans(reading.clauses),
        {clause.id: clause.spans for clause in reading.clauses},
        {
            clause: ClauseMark(
                findings[0].severity, tinted.get(clause), _kinds(findings), _tip(clause, findings, reading, lang)
            )
            for clause, findings in findings_by_clause(analysis).items()
        },
        text_notes(analysis, lang),
        page_starts(reading.source),
    )


def _tip(clause: str, findings: tuple[Finding, ...], reading: Reading, lang: Lang) -> str:
    return f"{term('severity', findings[0].severity.value, lang)} · {clause_name(reading.by_id[clause])}"


def _kinds(findings: Iterable[Finding]) -> tuple[FindingKind, ...]:
    return tuple(dict.fromkeys(finding.kind for finding in findings))[:_MOST_SIGNS]
