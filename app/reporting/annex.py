"""All clauses of the document as they were read, each with its place, its subject and what was changed by hand."""

from __future__ import annotations

from app.models.analysis import Analysis
from app.models.reading import Clause
from app.reporting.places import clause_place, positions
from app.reporting.reportmodel import AnnexClause
from app.wording.corrections import changed_by_hand
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.terms import term


def annex_clauses(analysis: Analysis, lang: Lang) -> tuple[AnnexClause, ...]:
    """In reading order."""
    return tuple(_clause(clause, analysis, lang) for clause in analysis.reading.clauses)


def _clause(clause: Clause, analysis: Analysis, lang: Lang) -> AnnexClause:
    about = phrase("subject", lang, subject=term("clause_type", clause.type, lang)) if clause.type else ""
    return AnnexClause(
        id=clause.id,
        title=" ".join(part for part in (clause.label, clause.heading) if part),
        position=positions((clause_place(clause, analysis.reading),), lang),
        level=clause.level,
        text=clause.text,
        note=" · ".join(part for part in (about, changed_by_hand(clause, lang)) if part),
    )
