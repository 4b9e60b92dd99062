"""The clause tree as rows: label and heading (or the first words), the worst finding as a mark."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from app.models.analysis import Analysis, Finding, Severity
from app.models.reading import Clause
from app.reporting.places import shortened
from app.ui.models.rows import Row
from app.ui.placing import place_text
from app.wording.certainty import subject_text
from app.wording.lang import Lang
from app.wording.report import phrase

_WORDS = 60  # characters of a clause without a heading
_TIP = 300


def marked_clauses(finding: Finding) -> tuple[str, ...]:
    """The clauses a finding is about; of repeated sections all, not only where they begin."""
    return tuple(dict.fromkeys((*finding.clauses, *(c for section in finding.sections for c in section))))


def worst_by_clause(analysis: Analysis, *, sections: bool = True) -> dict[str, Severity]:
    """The worst severity of the findings on each clause; `sections`: also of those that say a section is repeated."""
    worst: dict[str, Severity] = {}
    for finding in analysis.findings:
        if finding.sections and not sections:
            continue
        for clause in marked_clauses(finding):
            known = worst.get(clause)
            if known is None or finding.severity.rank < known.rank:
                worst[clause] = finding.severity
    return worst


def outline_rows(analysis: Analysis, lang: Lang) -> tuple[Row, ...]:
    """The tree; a row shows the worst finding of its clause, or hollow that of a clause below it where that is worse."""
    below: defaultdict[str | None, list[Clause]] = defaultdict(list)
    for clause in analysis.reading.clauses:
        below[clause.parent].append(clause)
    worst = worst_by_clause(analysis)
    return tuple(_row(clause, analysis, below, worst, lang) for clause in below[None])


def _row(
    clause: Clause,
    analysis: Analysis,
    below: Mapping[str | None, list[Clause]],
    worst: Mapping[str, Severity],
    lang: Lang,
) -> Row:
    children = tuple(_row(child, analysis, below, worst, lang) for child in below.get(clause.id, []))
    own = worst.get(clause.id)
    below_it = [c.severity for c in children if c.severity]
    shown = min([*([own] if own else []), *below_it], key=lambda s: s.rank, default=None)
    place = place_text(clause, analysis.reading, lang)
    return Row(
        cells=(clause_name(clause),),
        key=clause.id,
        severity=shown,
        hollow=own is not shown,
        tip="\n".join(part for part in (place, subject_line(clause, lang), shortened(clause.text, _TIP)) if part),
        strong=clause.parent is None and bool(clause.heading),
        children=children,
    )


def subject_line(clause: Clause, lang: Lang) -> str:
    """The clause's subject and how sure that is; "" for a heading or a number without text of its own or subject."""
    if clause.type is None:
        return phrase("no_subject", lang) if clause.text else ""
    subject = subject_text(clause.type, clause.confidence, clause.type_source, lang)
    return phrase("subject", lang, subject=subject)


def clause_name(clause: Clause) -> str:
    """Label and heading; the first words where there is no heading."""
    return f"{clause.label} {clause.heading or shortened(clause.text, _WORDS)}".strip() or "–"
