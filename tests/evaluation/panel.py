"""The figures behind docs/quality.md as data (docs/quality.json): precision, recall and F1, for a panel or another program.

Per kind on every annotated set, per document, and per layout: the layouts that annotated documents happen to have (format
and columns), and our own terms printed in each layout of the catalogue. Ids and numbers only, no text.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.evaluation.goldset import Measured
from tests.evaluation.imported import ImportFigures
from tests.evaluation.layouts.measure import LayoutFigures
from tests.evaluation.scoring import CORE, FURTHER, Score

_PARTS = ("clauses", "labels", "parents", *CORE, *FURTHER)
Panel = dict[str, Any]


def panel(
    gold: Iterable[Measured], imports: Mapping[str, Iterable[ImportFigures]], layouts: Iterable[LayoutFigures]
) -> Panel:
    """All figures of one run."""
    columns = {f.document: f.columns for found in imports.values() for f in found}
    return {
        "schema": "klausellupe/quality/1",
        "sets": {measured.name: _set(measured, columns) for measured in gold},
        "printed_layouts": {f.name: _named(zip(_PARTS, f.scores, strict=False)) for f in layouts},
    }


def write(path: Path, figures: Panel) -> None:
    """Replace the file."""
    path.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _set(measured: Measured, columns: Mapping[str, int]) -> Panel:
    by_layout: defaultdict[str, dict[str, Score]] = defaultdict(lambda: defaultdict(Score))
    for name, scores in measured.documents.items():
        count = columns.get(f"{measured.name}/{name}", 0)
        layout = "flowing text" if not count else f"{count} column" + ("s" if count > 1 else "")
        for part, score in scores.items():
            by_layout[layout][part] += score
    totals = {part: measured.total(part) for part in _PARTS}
    return {
        "kinds": _named(totals.items()),
        "core": figures(measured.total(*CORE)) | {"macro_f1": round(measured.macro(*CORE), 4)},
        "further": figures(measured.total(*FURTHER)) | {"macro_f1": round(measured.macro(*FURTHER), 4)},
        "documents": {name: _named(scores.items()) for name, scores in measured.documents.items()},
        "layouts": {name: _named(scores.items()) for name, scores in sorted(by_layout.items())},
    }


def _named(scores: Iterable[tuple[str, Score]]) -> Panel:
    return {part: figures(score) for part, score in scores if score.found or score.missed or score.extra}


def figures(score: Score) -> Panel:
    """Counts, precision, recall and F1; where nothing was found, precision is 1."""
    found, missed, extra = len(score.found), len(score.missed), len(score.extra)
    precision = found / (found + extra) if found + extra else 1.0
    counts = {"found": found, "missed": missed, "extra": extra}
    return {**counts, "precision": round(precision, 4), "recall": round(score.right, 4), "f1": round(score.f1, 4)}
