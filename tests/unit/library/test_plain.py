"""Plain data of reference clauses: reads back to the same clause."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.library.loader import load
from app.library.model import Approval, ReferenceClause
from app.library.plain import clause_of, from_json, plain_clause, to_json
from app.library.problems import Problems
from app.models.analysis import Severity
from app.paths import clause_library

_CLAUSES = load(clause_library()).clauses


def _again(clause: ReferenceClause) -> ReferenceClause:
    problems = Problems()
    read = clause_of(from_json(to_json(plain_clause(clause))), problems)
    problems.raise_if_any()
    return read


@pytest.mark.parametrize("clause", _CLAUSES, ids=[c.id for c in _CLAUSES])
def test_every_clause_of_the_starter_library_reads_back(clause: ReferenceClause) -> None:
    assert _again(clause) == clause


def test_everything_a_clause_may_hold_reads_back() -> None:
    first = _CLAUSES[0]
    position = replace(first.positions[0], text="Erster Absatz.\nZweiter {{Betrag}}.", examples=("Anders.\nUnd so.",))
    rules = tuple(replace(rule, sentence="Das ist zu viel.\nBitte fragen.") for rule in first.rules)
    clause = replace(
        first,
        positions=(position, *first.positions[1:]),
        rules=rules,
        comment="Bitte.",
        approvals=(Approval("Leitung Recht", Severity.HIGH, 250000.5), Approval("Vertrieb", Severity.LOW)),
        owner="Mia",
        valid_from=date(2026, 1, 1),
        valid_to=date(2027, 1, 1),
    )
    assert _again(clause) == clause


@pytest.mark.parametrize("text", ["", "[]", '"x"', "{", "null"])
def test_what_is_no_json_object_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_json(text)
