"""The scorer counts what it should: a scorer that cannot fail measures nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.evaluation.scoring import score_clauses, score_provisions, value_key

GOLD: dict[str, Any] = {"label": "§ 8", "heading": "Haftung", "starts": "Haftung", "parent": None}
FOUND = {
    "id": "c1",
    "label": "§ 8",
    "heading": "Haftung",
    "text": "Wir haften bis 10.000 EUR je Schadensfall.",
    "parent": None,
}
CAP = {"basis": "amount", "amount": 10000, "currency": "EUR"}
GOLD_CAP: dict[str, Any] = {
    "kind": "liability_cap",
    "clause": "§ 8",
    "quote": "bis 10.000 EUR je Schadensfall",
    "value": CAP,
}
FOUND_CAP: dict[str, Any] = {
    "kind": "liability_cap",
    "clause": "c1",
    "quote": FOUND["text"],
    "start": 0,
    "end": 42,
    "value": CAP,
}


def test_a_found_a_missed_and_an_extra_clause_are_counted() -> None:
    other = {"label": "§ 9", "heading": "", "starts": "Der Kunde zahlt sofort nach Erhalt", "parent": None}
    extra = {"id": "c2", "label": "1.", "heading": "", "text": "Etwas ganz anderes steht hier", "parent": None}
    clauses, labels, _ = score_clauses([GOLD, other], [FOUND, extra])
    assert (len(clauses.found), len(clauses.missed), len(clauses.extra), len(labels.found)) == (1, 1, 1, 1)
    assert clauses.f1 == 0.5


def test_a_wrong_label_is_a_found_clause_with_a_missed_label() -> None:
    clauses, labels, _ = score_clauses([GOLD], [FOUND | {"label": "§ 7"}])
    assert (len(clauses.found), labels.found, len(labels.missed)) == (1, [], 1)


@pytest.mark.parametrize(("parent", "right"), [("c1", 1), ("c2", 0), (None, 0)])
def test_a_parent_is_right_by_its_label_or_heading(parent: str | None, right: int) -> None:
    below: dict[str, Any] = {"label": "(1)", "heading": "", "starts": "Der Kunde zahlt sofort", "parent": "§ 8"}
    text = {"id": "c3", "label": "(1)", "heading": "", "text": "Der Kunde zahlt sofort.", "parent": parent}
    other = FOUND | {"id": "c2", "label": "§ 9", "heading": "Recht", "text": ""}
    _, _, parents = score_clauses([GOLD, below], [FOUND, other, text])
    assert len(parents.found) == 1 + right


def provisions(gold: dict[str, Any], found: dict[str, Any], clause: dict[str, Any] = FOUND) -> tuple[int, int, int]:
    score = score_provisions([gold], {"clauses": [clause], "provisions": [found]})["liability_cap"]
    return len(score.found), len(score.missed), len(score.extra)


def test_a_provision_with_value_quote_and_clause_right_is_found() -> None:
    assert provisions(GOLD_CAP, FOUND_CAP) == (1, 0, 0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": CAP | {"amount": 1000}},
        {"value": CAP | {"currency": "CHF"}},
        {"quote": "bis 10.000 Euro je Schadensfall"},
        {"start": 3},
        {"kind": "notice_period", "value": {"duration": {"value": 1, "unit": "month"}}},
    ],
)
def test_a_provision_that_is_wrong_in_one_point_is_missed(wrong: dict[str, Any]) -> None:
    assert provisions(GOLD_CAP, FOUND_CAP | wrong)[:2] == (0, 1)


def test_a_provision_in_another_clause_is_missed_and_extra() -> None:
    assert provisions(GOLD_CAP, FOUND_CAP, FOUND | {"label": "§ 9", "heading": "Zahlung"}) == (0, 1, 1)


def test_a_doubtful_item_is_neither_missed_nor_extra() -> None:
    doubtful = GOLD_CAP | {"doubtful": True}
    assert provisions(doubtful, FOUND_CAP) == (0, 0, 0)


def test_equal_lengths_are_equal() -> None:
    def key(value: float, unit: str) -> tuple[object, ...]:
        return value_key("notice_period", {"duration": {"value": value, "unit": unit}})

    assert key(14, "day") == key(2, "week")
    assert key(12, "month") == key(1, "year")
    assert key(30, "day") != key(1, "month")
