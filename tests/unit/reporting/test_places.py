"""Places of clauses in few words."""

from __future__ import annotations

import pytest

from app.reporting.places import short_path


@pytest.mark.parametrize(
    ("steps", "shown"),
    [
        (("1.", "1.7", "1.7.1"), "1.7.1"),
        (("§ 9", "(1)"), "§ 9 (1)"),
        (("§ 9", "(1)", "a)"), "§ 9 (1) a)"),
        (("1", "10.2"), "1 10.2"),
        ((), ""),
    ],
)
def test_a_label_that_repeats_the_one_above_it_stands_alone(steps, shown):
    assert short_path(steps, 24) == shown
