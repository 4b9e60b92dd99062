"""The baseline names what regressed, in items and in figures of the import."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evaluation import baseline
from tests.evaluation.imported import ImportFigures

ITEMS = {"ours/a": ["+ clause 0", "+ clause 1", "- clause c7"]}
GOOD = ImportFigures("corpus/1.pdf", clauses=3, words=500, lost=0.001, invented=0.0, order=1.0, back=0.99)


def changed(tmp_path: Path, items: dict[str, list[str]], figures: ImportFigures) -> list[str]:
    path = tmp_path / "baseline.json"
    baseline.save(path, ITEMS, baseline.import_figures([GOOD]))
    return baseline.changes(path, items, baseline.import_figures([figures]))


def test_nothing_changed_is_said(tmp_path: Path) -> None:
    assert changed(tmp_path, ITEMS, GOOD) == ["nothing changed against the baseline"]


def test_a_lost_and_an_extra_item_regress_and_a_vanished_extra_one_improves(tmp_path: Path) -> None:
    now = {"ours/a": ["+ clause 0", "- clause c9"]}
    assert changed(tmp_path, now, GOOD) == [
        "REGRESSED ours/a: clause 1",
        "improved  ours/a: clause c7",
        "REGRESSED ours/a: clause c9",
    ]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"lost": 0.004}, "REGRESSED corpus/1.pdf: import lost 0.0010 → 0.0040"),
        ({"lost": 0.0}, "improved  corpus/1.pdf: import lost 0.0010 → 0.0000"),
        ({"order": 0.9}, "REGRESSED corpus/1.pdf: import order 1.0000 → 0.9000"),
        ({"back": 1.0}, "improved  corpus/1.pdf: import back 0.9900 → 1.0000"),
        ({"error": "pdf_damaged"}, "REGRESSED corpus/1.pdf:  → pdf_damaged"),
    ],
)
def test_a_figure_of_the_import_that_moves_is_named(tmp_path: Path, values: dict[str, float | str], said: str) -> None:
    import dataclasses

    assert changed(tmp_path, ITEMS, dataclasses.replace(GOOD, **values)) == [said]  # type: ignore[arg-type]


def test_what_was_not_measured_now_stays_saved(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    baseline.save(path, ITEMS, baseline.import_figures([GOOD]))
    baseline.save(path, {"ours/b": []}, {})
    assert baseline.changes(path, ITEMS, baseline.import_figures([GOOD])) == ["nothing changed against the baseline"]
