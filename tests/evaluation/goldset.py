"""Measures documents against their gold files and tells the figures as Markdown, with the bars they must reach."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.models.analysis import Analysis
from app.reporting.options import ReportOptions
from app.reporting.tojson import to_json
from tests.evaluation.documents import SHARED
from tests.evaluation.scoring import CORE, FURTHER, Score, score_clauses, score_provisions

F1_BAR, LABEL_BAR, PARENT_BAR, DOCUMENT_BAR = 0.97, 0.98, 0.96, 0.93
SMALL = 20  # clauses; a smaller document may have one error
Scores = dict[str, Score]


@dataclass
class Measured:
    """Scores of one set of documents, by document and part (clauses, labels, parents, kinds of provisions)."""

    name: str
    documents: dict[str, Scores] = field(default_factory=dict)

    def add(self, stem: str, analysis: Analysis, gold: dict[str, Any], folder: Path) -> None:
        """Score one analysis; it stays in `folder` as JSON."""
        folder.mkdir(parents=True, exist_ok=True)
        written = to_json(analysis, ReportOptions())
        (folder / f"{stem}.json").write_bytes(written)
        found: dict[str, Any] = json.loads(written)
        clauses, labels, parents = score_clauses(gold["clauses"], found["clauses"])
        self.documents[stem] = {
            "clauses": clauses,
            "labels": labels,
            "parents": parents,
            **score_provisions(gold["provisions"], found),
        }

    def total(self, *parts: str) -> Score:
        """All items of some parts."""
        return sum((s for scores in self.documents.values() for part, s in scores.items() if part in parts), Score())

    def macro(self, *parts: str) -> float:
        """F1 of each document, averaged."""
        each = [sum((scores[part] for part in parts), Score()).f1 for scores in self.documents.values()]
        return sum(each) / len(each) if each else 1.0


def tables(measured: Measured) -> list[str]:
    """Markdown rows of the totals and of each document."""
    rows = [f"### {measured.name}", "", "| part | F1 | found | missed | extra |", "| --- | ---: | ---: | ---: | ---: |"]
    parts: dict[str, Sequence[str]] = {p: (p,) for p in ("clauses", "labels", "parents")}
    parts |= {"**core provisions**": CORE, **{kind: (kind,) for kind in CORE}}
    parts |= {"**further provisions**": FURTHER, **{kind: (kind,) for kind in FURTHER}}
    for title, kinds in parts.items():
        s = measured.total(*kinds)
        rows.append(f"| {title} | {s.f1:.3f} | {len(s.found)} | {len(s.missed)} | {len(s.extra)} |")
    rows += ["", "| document | clauses F1 | core F1 |", "| --- | ---: | ---: |"]
    for name, scores in measured.documents.items():
        core = sum((scores[k] for k in CORE), Score())
        rows.append(f"| {name} | {scores['clauses'].f1:.3f} | {core.f1:.3f} |")
    return [*rows, ""]


def bars(measured: Measured) -> list[str]:
    """The clause tree against its bars, as Markdown rows."""
    smallest = min((s["clauses"].f1, name) for name, s in measured.documents.items())
    below = [name for name, scores in measured.documents.items() if _misses(scores["clauses"])]
    figures = (
        ("clauses F1, micro", measured.total("clauses").f1, F1_BAR),
        ("clauses F1, macro", measured.macro("clauses"), F1_BAR),
        ("labels right", measured.total("labels").right, LABEL_BAR),
        ("parents right", measured.total("parents").right, PARENT_BAR),
    )
    rows = [f"Clause tree of the {measured.name} set:", "", "| measure | figure | bar |", "| --- | ---: | ---: |"]
    rows += [f"| {title} | {value:.3f} | {bar:.2f} |" for title, value, bar in figures]
    rows += [f"| smallest document F1 ({smallest[1]}) | {smallest[0]:.3f} | {DOCUMENT_BAR} from {SMALL} clauses |"]
    return [*rows, "", f"Documents below their bar: {', '.join(below) or 'none'}.", ""]


def _misses(clauses: Score) -> bool:
    """Below 0.93, or, where a document is small, with more than one error."""
    if len(clauses.found) + len(clauses.missed) >= SMALL:
        return clauses.f1 < DOCUMENT_BAR
    return len(clauses.missed) + len(clauses.extra) > 1


def official(folder: Path, analyses: Path) -> list[str]:
    """The last lines of the gold set's own scorer."""
    command = [sys.executable, str(SHARED / "gold/score.py"), str(folder), str(analyses)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return ["```", *printed[printed.index("\nclauses ") :].strip().splitlines(), "```", ""]


def found_items(measured: Measured) -> dict[str, list[str]]:
    """Names of the items found (+) and of the extra ones (-) of each document, for the baseline."""
    return {
        f"{measured.name}/{document}": sorted(f"+ {i}" for s in scores.values() for i in s.found)
        + sorted(f"- {i}" for s in scores.values() for i in s.extra)
        for document, scores in measured.documents.items()
    }
