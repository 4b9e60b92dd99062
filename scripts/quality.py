"""Measure against annotated documents (`make quality`): ours, and those in ../shared where they lie beside.

Prints the figures and, against the saved baseline, every item that improved or regressed by name. `--corpus` also runs
all documents of ../shared without annotation and says what came of each; `--write` writes docs/quality.md, `--save` the
baseline (names of items and values only, no text of any document).
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.errors import ExpectedError  # noqa: E402
from app.models.analysis import Analysis, FindingKind  # noqa: E402
from app.reporting.tojson import to_json  # noqa: E402
from tests.evaluation.documents import OURS, SHARED, analysed, gold_documents  # noqa: E402
from tests.evaluation.scoring import CORE, FURTHER, Score, score_clauses, score_provisions  # noqa: E402

BASELINE = ROOT / "tests/evaluation/baseline.json"
CAUTION = (
    "The rules were written with the dev set in view: these figures show that nothing broke, they forecast nothing. "
    "Other documents come out lower."
)
OUT = ROOT / "build/quality"
Scores = dict[str, Score]


@dataclass
class Measured:
    """Scores of one set of documents, by document and part (clauses, labels, kinds of provisions)."""

    name: str
    documents: dict[str, Scores] = field(default_factory=dict)

    def total(self, *parts: str) -> Score:
        return sum((s for scores in self.documents.values() for part, s in scores.items() if part in parts), Score())


def measure(name: str, folder: Path) -> Measured:
    """Analyse every annotated document of `folder`; the analyses stay in build/quality/<name>."""
    measured = Measured(name)
    (OUT / name).mkdir(parents=True, exist_ok=True)
    for stem, document, gold in gold_documents(folder):
        text = to_json(analysed(document), "de")
        (OUT / name / f"{stem}.json").write_text(text, "utf-8")
        analysis: dict[str, Any] = json.loads(text)
        clauses, labels = score_clauses(gold["clauses"], analysis["clauses"])
        measured.documents[stem] = {
            "clauses": clauses,
            "labels": labels,
            **score_provisions(gold["provisions"], analysis),
        }
    return measured


def table(measured: Measured) -> list[str]:
    """Markdown rows of the totals."""
    rows = [f"### {measured.name}", "", "| part | F1 | found | missed | extra |", "| --- | ---: | ---: | ---: | ---: |"]
    parts = {"clauses": ("clauses",), "labels": ("labels",), "**core provisions**": CORE}
    parts |= (
        {kind: (kind,) for kind in CORE} | {"**further provisions**": FURTHER} | {kind: (kind,) for kind in FURTHER}
    )
    for title, kinds in parts.items():
        s = measured.total(*kinds)
        rows.append(f"| {title} | {s.f1:.3f} | {len(s.found)} | {len(s.missed)} | {len(s.extra)} |")
    rows += ["", "| document | clauses F1 | core F1 |", "| --- | ---: | ---: |"]
    for name, scores in measured.documents.items():
        core = sum((scores[k] for k in CORE), Score())
        rows.append(f"| {name} | {scores['clauses'].f1:.3f} | {core.f1:.3f} |")
    return [*rows, ""]


def official(folder: Path, analyses: Path) -> list[str]:
    """The last lines of the gold set's own scorer."""
    command = [sys.executable, str(SHARED / "gold/score.py"), str(folder), str(analyses)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return ["```", *printed[printed.index("\nclauses ") :].strip().splitlines(), "```", ""]


def found_items(sets: list[Measured]) -> dict[str, list[str]]:
    """Names of the items found, and of the extra ones, for the baseline."""
    return {
        f"{m.name}/{document}": sorted(f"+ {i}" for s in scores.values() for i in s.found)
        + sorted(f"- {i}" for s in scores.values() for i in s.extra)
        for m in sets
        for document, scores in m.documents.items()
    }


def changes(now: dict[str, list[str]]) -> list[str]:
    """What improved and what regressed against the baseline, by name."""
    if not BASELINE.exists():
        return ["no baseline saved yet"]
    before: dict[str, list[str]] = json.loads(BASELINE.read_text("utf-8"))
    lines = []
    for name, items in now.items():
        old, new = set(before.get(name, [])), set(items)
        for item in sorted(old ^ new):
            better = (item in new) == item.startswith("+")
            lines.append(f"{'improved ' if better else 'REGRESSED'} {name}: {item[2:]}")
    return lines or ["nothing changed against the baseline"]


def corpus_rows() -> list[str]:
    """One row for every document in ../shared, annotated or not."""
    rows = [
        "| document | pages | clauses | provisions | findings | not read | warnings | seconds |",
        "| --- | ---: | ---: | ---: | ---: | --- | ---: | ---: |",
    ]
    folders = ("gold/dev", "samples", "corpus")
    files = [p for folder in folders for p in sorted((SHARED / folder).iterdir()) if p.suffix not in (".json", ".csv")]
    for path in files:
        started = time.perf_counter()
        try:
            cells = _cells(analysed(path))
        except ExpectedError as error:
            cells = ["–", "–", "–", "–", f"`{error.code}`", "–"]
        rows.append(f"| {path.name} | {' | '.join(cells)} | {time.perf_counter() - started:.1f} |")
    return [*rows, ""]


def _cells(analysis: Analysis) -> list[str]:
    reading, source = analysis.reading, analysis.reading.source
    numbers = [len(source.pages) or "–", len(reading.clauses), len(reading.provisions), len(analysis.findings)]
    unread = f"pages {', '.join(map(str, source.unread_pages))}" if source.unread_pages else ""
    return [*map(str, numbers), unread, str(len(source.warnings))]


def repeated(path: Path) -> str:
    """How the repeated sections of a document are reported."""
    found = [f for f in analysed(path).findings if f.kind is FindingKind.DUPLICATE and f.sections]
    return "; ".join(f"{len(f.sections)} copies of {', '.join(str(len(s)) for s in f.sections)} clauses" for f in found)


def main() -> int:
    """Measure, print, and write what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--save", action="store_true")
    args = parser.parse_args()
    sets = [measure("ours", OURS)]
    lines = table(sets[0])
    if (SHARED / "gold/dev").is_dir():
        sets.append(measure("dev", SHARED / "gold/dev"))
        lines += [*table(sets[1]), *official(SHARED / "gold/dev", OUT / "dev")]
        lines += [
            "Repeated sections of `systemhaus-dreifach.pdf`: " + repeated(SHARED / "samples/systemhaus-dreifach.pdf"),
            "",
        ]
    else:
        lines += ["../shared is not here: measured on our own documents only.", ""]
    if args.corpus:
        lines += ["### every document of ../shared", "", *corpus_rows()]
    compared = changes(found_items(sets))
    print("\n".join([*lines, *compared]))
    if args.save:
        BASELINE.write_text(json.dumps(found_items(sets), ensure_ascii=False, indent=0) + "\n", "utf-8")
    if args.write:
        command = "make quality ARGS='" + " ".join(sys.argv[1:]) + "'"
        head = [
            "# Quality",
            "",
            f"Written by `{command}` on {platform.machine()}, Python {platform.python_version()}.",
            "",
        ]
        head += [CAUTION, ""]
        (ROOT / "docs/quality.md").write_text("\n".join(head + lines).rstrip() + "\n", "utf-8")
    return int(any(line.startswith("REGRESSED") for line in compared))


if __name__ == "__main__":
    sys.exit(main())
