"""The figures behind the quality page as data."""

from __future__ import annotations

import json
from pathlib import Path

from tests.evaluation import panel
from tests.evaluation.goldset import Measured
from tests.evaluation.imported import ImportFigures
from tests.evaluation.scoring import CORE, FURTHER, Score


def test_a_score_is_counted_and_turned_into_shares() -> None:
    assert panel.figures(Score(["a", "b", "c"], ["d"], ["e", "f"])) == {
        "found": 3,
        "missed": 1,
        "extra": 2,
        "precision": 0.6,
        "recall": 0.75,
        "f1": 0.6667,
    }
    assert panel.figures(Score())["precision"] == 1.0


def test_documents_are_summed_by_kind_and_by_layout(tmp_path: Path) -> None:
    nothing = {kind: Score() for kind in (*CORE, *FURTHER)}
    one, two = nothing | {"clauses": Score(["a"], [], [])}, nothing | {"clauses": Score([], ["b"], [])}
    measured = Measured("ours", {"one": one, "two": two})
    imports = {"ours": [ImportFigures("ours/one", columns=2), ImportFigures("ours/two")]}
    figures = panel.panel([measured], imports, [])
    ours = figures["sets"]["ours"]
    assert ours["kinds"]["clauses"]["recall"] == 0.5
    assert ours["layouts"]["2 columns"]["clauses"]["recall"] == 1.0
    assert ours["layouts"]["flowing text"]["clauses"]["recall"] == 0.0
    panel.write(tmp_path / "quality.json", figures)
    assert json.loads((tmp_path / "quality.json").read_text("utf-8")) == figures
