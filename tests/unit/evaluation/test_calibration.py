"""The calibration error is the distance between what is said and what is so."""

from __future__ import annotations

from typing import Any

import pytest

from tests.evaluation.calibration import (
    ENOUGH,
    Pair,
    calibration_error,
    lines,
    provision_pairs,
    reliability,
    worst_contract,
)

SURE = [Pair(0.9, True)] * 9 + [Pair(0.9, False)]


@pytest.mark.parametrize(
    ("pairs", "error"),
    [
        ([], 0.0),
        (SURE, 0.0),
        ([Pair(0.9, True)] * 10, 0.1),
        ([Pair(1.0, False)] * 4, 1.0),
        ([Pair(0.5, True), Pair(0.5, False), Pair(1.0, True), Pair(1.0, True)], 0.0),
        ([Pair(0.25, True)] * 3 + [Pair(0.95, True)], 0.575),
    ],
)
def test_the_error_is_the_mean_distance_over_the_bins(pairs: list[Pair], error: float) -> None:
    assert calibration_error(pairs) == pytest.approx(error)


def test_too_high_in_one_bin_and_too_low_in_another_do_not_cancel_out() -> None:
    assert calibration_error([Pair(0.95, False), Pair(0.05, True)]) == pytest.approx(0.95)


def test_bins_count_their_items_and_one_is_in_the_last() -> None:
    assert [b.items for b in reliability([Pair(0.0, True), Pair(0.05, True), Pair(0.97, True), Pair(1.0, True)])] == [
        2,
        2,
    ]


def test_a_confidence_beyond_one_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"1\.2"):
        calibration_error([Pair(1.2, True)])


def test_the_worst_contract_has_enough_items() -> None:
    contracts = {"small": [Pair(1.0, False)], "good": SURE * 2, "off": [Pair(0.8, True)] * ENOUGH}
    assert worst_contract(contracts) == ("off", pytest.approx(0.2))


def test_a_set_is_a_row_and_an_empty_one_none() -> None:
    rows = lines({"provisions": {"a": SURE, "b": SURE}, "types": {}})
    assert "| provisions | 2 | 20 | 0.900 | 0.900 | 0.000 | 0.05 |" in rows
    assert not any(row.startswith("| types") for row in rows)


CLAUSE = {
    "id": "c1",
    "label": "§ 8",
    "heading": "Haftung",
    "text": "Wir haften bis 10.000 EUR je Schadensfall.",
    "parent": None,
}
QUOTE = "haften bis 10.000 EUR je Schadensfall"


def provision(amount: int, confidence: float) -> dict[str, Any]:
    value = {"basis": "amount", "amount": amount, "currency": "EUR"}
    start = CLAUSE["text"].index(QUOTE)  # type: ignore[union-attr]
    where = {"clause": "c1", "quote": QUOTE, "start": start, "end": start + len(QUOTE)}
    return {"kind": "liability_cap", "value": value, "confidence": confidence, **where}


@pytest.mark.parametrize(
    ("doubtful", "pairs"), [(False, [Pair(0.9, True), Pair(0.6, False)]), (True, [Pair(0.6, False)])]
)
def test_provisions_are_right_wrong_or_doubtful(doubtful: bool, pairs: list[Pair]) -> None:
    gold = [{"kind": "liability_cap", "clause": "§ 8", "quote": QUOTE, "value": provision(10000, 1)["value"]}]
    analysis = {"clauses": [CLAUSE], "provisions": [provision(10000, 0.9), provision(500, 0.6)]}
    assert provision_pairs([gold[0] | {"doubtful": doubtful}], analysis) == pairs
