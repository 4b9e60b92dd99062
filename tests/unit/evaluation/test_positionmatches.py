"""The matching names the position a reader would name, on cases of our own."""

from __future__ import annotations

import pytest

from app import paths
from app.library.loader import load
from tests.evaluation.positionmatches import GROUPS, accuracy, cases, named

LIBRARY = load(paths.clause_library())
LEAST = 0.85  # of the cases; measured .91 and more


def test_every_position_has_cases_and_every_case_its_reference() -> None:
    known = {clause.id for clause in LIBRARY.clauses}
    assert {case.reference for case in cases()} <= known
    assert len(cases()) >= 60
    assert {case.group for case in cases()} == set(GROUPS)


@pytest.mark.parametrize("group", GROUPS)
def test_the_position_of_a_reworded_clause_is_named(group: str) -> None:
    right, total = accuracy((case, named(case, LIBRARY)) for case in cases() if case.group == group)
    assert right >= LEAST * total
