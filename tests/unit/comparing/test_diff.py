"""The word diff covers both texts and changes whole words and numbers."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.comparing.diff import word_diff
from app.models.analysis import DiffOp

TEXTS = st.text(alphabet="ab 1.,ä§\n", max_size=40)


@given(TEXTS, TEXTS)
def test_applying_the_diff_of_a_and_b_to_a_gives_b(a: str, b: str) -> None:
    hunks = word_diff(a, b)
    made = "".join(a[h.a0 : h.a1] if h.op is DiffOp.EQUAL else b[h.b0 : h.b1] for h in hunks)
    assert made == b
    assert "".join(a[h.a0 : h.a1] for h in hunks) == a
    assert all(a[h.a0 : h.a1] == b[h.b0 : h.b1] for h in hunks if h.op is DiffOp.EQUAL)


@given(TEXTS, TEXTS)
def test_equal_parts_and_changes_alternate(a: str, b: str) -> None:
    changes = [h.op is not DiffOp.EQUAL for h in word_diff(a, b)]
    assert not any(x and y for x, y in itertools.pairwise(changes))


@pytest.mark.parametrize(
    ("a", "b", "old", "new"),
    [
        ("Frist von drei Monaten zum Ende", "Frist von sechs Wochen zum Ende", "drei Monaten", "sechs Wochen"),
        ("höchstens 10.000 EUR je Fall", "höchstens 25.000 EUR je Fall", "10.000", "25.000"),
        ("höchstens 10.000,– EUR", "höchstens 12.500,– EUR", "10.000,–", "12.500,–"),
        ("haftet nicht für Schäden", "haftet für Schäden", "nicht ", ""),
    ],
)
def test_a_change_is_one_hunk_of_whole_words(a: str, b: str, old: str, new: str) -> None:
    (change,) = [h for h in word_diff(a, b) if h.op is not DiffOp.EQUAL]
    assert (a[change.a0 : change.a1].strip(), b[change.b0 : change.b1].strip()) == (old.strip(), new.strip())
