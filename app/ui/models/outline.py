"""The clause tree as rows: label and heading (or the first words), the clause's subject, the worst finding as a mark.

What the user changed by hand has a sign; what he took out of the terms and what could not be changed again stands below the tree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from app.models.analysis import Analysis, Finding, Severity
from app.models.corrections import EXCLUDED
from app.models.reading import Clause, NotAnalysed
from app.reporting.places import shortened
from app.ui.asides import asides
from app.ui.models.rows import Row
from app.ui.placing import place_text
from app.wording.certainty import subject_text
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.terms import term

_WORDS = 60  # characters of a clause without a heading
_TIP = 300
_SIGN = "✎"


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
    tree = (_row(clause, analysis, below, worst, lang) for clause in below[None])
    return (*tree, *_excluded(analysis, lang), *_lost(analysis, lang))


def matching_rows(rows: Iterable[Row], text: str) -> tuple[Row, ...]:
    """The rows that hold all words of `text` (case does not matter), with those above them; all where there are none."""
    words = text.casefold().split()
    return tuple(found for row in rows if (found := _matching(row, words)) is not None)


def _matching(row: Row, words: Sequence[str]) -> Row | None:
    below = tuple(found for child in row.children if (found := _matching(child, words)) is not None)
    said = f"{' '.join(row.cells)} {row.tip}".casefold()
    if not below and not all(word in said for word in words):
        return None
    return row if below == row.children else replace(row, children=below)


def _excluded(analysis: Analysis, lang: Lang) -> Iterator[Row]:
    parts = [(a.key, a.part) for a in asides(analysis) if isinstance(a.part, NotAnalysed) and a.part.anchor]
    if parts:
        rows = tuple(Row((shortened(part.excerpt, _WORDS),), key=key) for key, part in parts)
        yield Row((term("not_analysed", EXCLUDED, lang),), strong=True, children=rows)


def _lost(analysis: Analysis, lang: Lang) -> Iterator[Row]:
    lost = analysis.reading.lost_corrections
    if lost:
        rows = tuple(Row((one.correction.place, term("correction_refusal", one.reason, lang))) for one in lost)
        yield Row((phrase("lost_corrections", lang),), strong=True, children=rows)


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
    changed = ", ".join(term("correction", action, lang) for action in clause.corrected)
    by_hand = phrase("corrected", lang, actions=changed) if changed else ""
    return Row(
        cells=(f"{clause_name(clause)} {_SIGN}" if changed else clause_name(clause), _subject(clause, analysis, lang)),
        tones=("", "soft"),
        key=clause.id,
        severity=shown,
        hollow=own is not shown,
        tip="\n".join(
            part for part in (place, subject_line(clause, lang), by_hand, shortened(clause.text, _TIP)) if part
        ),
        strong=clause.parent is None and bool(clause.heading),
        children=children,
    )


def _subject(clause: Clause, analysis: Analysis, lang: Lang) -> str:
    """Not again where the clause above it says so."""
    above = analysis.reading.by_id.get(clause.parent or "")
    said = clause.type is None or (above is not None and above.type == clause.type)
    return "" if said else term("clause_type", str(clause.type), lang)


def subject_line(clause: Clause, lang: Lang) -> str:
    """The clause's subject and how sure that is; "" for a heading or a number without text of its own or subject."""
    if clause.type is None:
        return phrase("no_subject", lang) if clause.text else ""
    subject = subject_text(clause.type, clause.confidence, clause.type_source, lang)
    return phrase("subject", lang, subject=subject)


def clause_name(clause: Clause) -> str:
    """Label and heading; the first words where there is no heading."""
    return f"{clause.label} {clause.heading or shortened(clause.text, _WORDS)}".strip() or "–"
