"""The matrices of whole liability sections, against those we read out of them."""

from __future__ import annotations

import pytest

from tests.evaluation import liability

CASES = [(name, case) for name in liability.SETS for case in liability.cases(name)]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}: {case['name']}" for name, case in CASES])
def test_a_section_gives_the_matrix_that_was_read_out_of_it(name: str, case: dict[str, object]) -> None:
    tally = liability.Tally()
    liability.count(case, tally)
    assert tally.wrong == []
    assert tally.unquoted == []


def test_a_wrong_cell_is_counted_as_wrong() -> None:
    case = dict(liability.cases("first")[0])
    case["expected"] = ["supplier | intent all=E"]
    tally = liability.Tally()
    liability.count(case, tally)
    assert tally.right == 0
    assert tally.share < 1
    assert tally.regulated_share < 1
