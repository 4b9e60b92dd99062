"""Made libraries are the same each time, and a small one is the beginning of a large one."""

from __future__ import annotations

from app.library.model import PositionRank
from tests.evaluation.madelibrary import made_library


def test_a_made_library_is_always_the_same_and_grows_at_its_end() -> None:
    small, large = made_library(60), made_library(300)
    assert small.clauses == made_library(60).clauses
    assert large.clauses[:60] == small.clauses
    assert len({clause.id for clause in large.clauses}) == 300


def test_a_limit_exists_once_in_each_situation() -> None:
    seen = [
        (c.type, c.perspective, c.audiences, c.contract_kinds, rule.id.partition(".")[2])
        for c in made_library(300).clauses
        for rule in c.rules
    ]
    assert len(seen) == len(set(seen))


def test_every_reference_has_what_a_written_one_has() -> None:
    for clause in made_library(100).clauses:
        assert PositionRank.PREFERRED in {position.rank for position in clause.positions}
        assert all(len(position.text.split()) > 8 for position in clause.positions)
