"""What the clauses are about: a row for each subject with its clauses and how surely they were recognised.

Subjects come in the order in which the document first speaks of them; clauses without a subject are the last row.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from app.models.analysis import Analysis
from app.models.corrections import BY_USER, name_of
from app.models.reading import Clause
from app.reporting.places import short_path, shortened
from app.reporting.reportmodel import Row
from app.wording.certainty import UNSURE_TYPE, certainty
from app.wording.corrections import changed_by_hand
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.terms import term

_STEP_CHARACTERS = 40
_DEGREES = ("sure", "likely", "unsure", BY_USER)


def subject_rows(analysis: Analysis, lang: Lang) -> tuple[Row, ...]:
    """One row a subject; clauses without text of their own are left out."""
    clauses: defaultdict[str, list[Clause]] = defaultdict(list)
    for clause in analysis.reading.clauses:
        if clause.text:
            clauses[clause.type or ""].append(clause)
    unknown = clauses.pop("", [])
    rows = [_row(term("clause_type", type_, lang), same, lang) for type_, same in clauses.items()]
    if unknown:
        rows.append(Row(phrase("subject_unknown", lang), "; ".join(_marked(clause, lang) for clause in unknown)))
    return tuple(rows)


def _row(label: str, clauses: list[Clause], lang: Lang) -> Row:
    degrees = [_degree(clause) for clause in clauses]
    counted = Counter(degrees)
    unsure = term("certainty", "unsure", lang)
    marks = (f" ({unsure})" if degree == "unsure" else "" for degree in degrees)
    places = "; ".join(_marked(clause, lang) + mark for clause, mark in zip(clauses, marks, strict=True))
    told = ", ".join(f"{counted[d]} {_degree_text(d, lang)}" for d in _DEGREES if counted[d])
    return Row(label, places, told)


def _degree(clause: Clause) -> str:
    return BY_USER if clause.type_source == BY_USER else certainty(clause.confidence, UNSURE_TYPE)


def _degree_text(degree: str, lang: Lang) -> str:
    return term("type_source" if degree == BY_USER else "certainty", degree, lang)


def _marked(clause: Clause, lang: Lang) -> str:
    """The name, and what was changed by hand."""
    changed = changed_by_hand(clause, lang)
    return f"{name_of(clause)} ({changed})" if changed else _name(clause)


def _name(clause: Clause) -> str:
    return short_path(clause.path, _STEP_CHARACTERS) or shortened(clause.text, _STEP_CHARACTERS)
