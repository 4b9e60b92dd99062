"""Commented copies of Word files, counted: where the comments stand, which wordings were written, and whether the way back is exact.

Two sets of changes: what the starter library proposes (few documents have much of it), and one replacement for every second clause, from a
single word to a whole new text, so that the figures speak of documents and not of the library.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from app.models.analysis import Analysis
from app.reporting.copyresult import CopyReason, CopyResult
from app.reporting.options import Reader, ReportOptions
from app.reporting.redline.commented import commented_copy
from app.reporting.redline.model import Author, Edit, Redlined
from app.reporting.redline.redline import redline
from tests.evaluation.documents import ROOT, SHARED, analysed
from tests.unit.importing.made import opened
from tests.unit.reporting.redline.acceptreject import ME, rejected
from tests.unit.reporting.redline.generated import reworded

MEASURES = (
    "Every Word file of the samples, the annotated set and the corpus gets its outward copy: comments at the findings' words, near them (a footnote's "
    "mark, the beginning for what is missing) or nowhere; wordings of the library as tracked changes. Then half of all clauses are replaced, from "
    "one word to the whole text. Exact: with all changes rejected the text and its paragraphs are those of the original."
)


@dataclass
class Figures:
    """Counts over all documents. `reasons`: why replacements were not written."""

    documents: int = 0
    placed: int = 0
    nearby: Counter[CopyReason] = field(default_factory=Counter)
    lost: int = 0
    proposed: int = 0
    aside: Counter[CopyReason] = field(default_factory=Counter)
    replaced: int = 0
    reasons: Counter[CopyReason] = field(default_factory=Counter)
    exact: int = 0
    copies: int = 0

    def add(self, path: Path) -> None:
        """One document."""
        data, analysis = path.read_bytes(), analysed(path)
        self.documents += 1
        self._copy(data, analysis, commented_copy(data, analysis, ReportOptions(reader=Reader.OUTWARD, reviewer=ME)))
        made = redline(data, analysis.reading.source, _replacements(analysis), (), Author(ME, "EM"))
        self._redlined(data, analysis, made)

    def _copy(self, data: bytes, analysis: Analysis, made: CopyResult) -> None:
        self.placed += len(made.placed)
        self.proposed += len(made.proposed)
        self.nearby += Counter(left.reason for left in made.nearby)
        lost = [left for left in made.left_out if left.reason is CopyReason.PLACE_UNKNOWN]
        self.lost += len(lost)
        self.aside += Counter(left.reason for left in made.left_out if left not in lost)
        self._exact(made.content, analysis)

    def _redlined(self, data: bytes, analysis: Analysis, made: Redlined) -> None:
        self.replaced += sum(reason is None for reason in made.edits.values())
        self.reasons += Counter(r for r in made.edits.values() if r and r is not CopyReason.SAME_WORDING)
        self._exact(made.content, analysis)

    def _exact(self, content: bytes, analysis: Analysis) -> None:
        back, source = opened(rejected(content)), analysis.reading.source
        self.copies += 1
        self.exact += (back.text, back.blocks) == (source.text, source.blocks)


def documents() -> list[Path]:
    """Each file once."""
    found = [*sorted((ROOT / "resources/samples").glob("*.docx")), *sorted(SHARED.glob("*/**/*.docx"))]
    return list({path.read_bytes(): path for path in found}.values())


def _replacements(analysis: Analysis) -> list[Edit]:
    rng = random.Random(7)
    clauses = [clause for clause in analysis.reading.clauses if clause.text.strip()]
    return [Edit(c.id, c.body_spans, reworded(c.text, rng)) for c in clauses if rng.random() < 0.5]


def measured() -> Figures:
    """Over all documents."""
    figures = Figures()
    for path in documents():
        figures.add(path)
    return figures


def lines() -> list[str]:
    """The section of docs/quality.md."""
    return ["## Copies of Word files", "", MEASURES, "", *table(measured()), ""]


def table(f: Figures) -> list[str]:
    """One row a figure."""
    asked = f.replaced + f.reasons.total()
    return [
        f"| {f.documents} documents | count | of which |",
        "| --- | ---: | --- |",
        f"| comments at the very words | {f.placed} | |",
        f"| comments nearby | {f.nearby.total()} | {_listed(f.nearby)} |",
        f"| findings without a comment | {f.lost} | |",
        f"| wordings of the library written as changes | {f.proposed} | |",
        f"| wordings left in the comment | {f.aside.total()} | {_listed(f.aside)} |",
        f"| replacements written, of {asked} | {f.replaced} | |",
        f"| replacements refused | {f.reasons.total()} | {_listed(f.reasons)} |",
        f"| copies that are exact with all rejected, of {f.copies} | {f.exact} | |",
    ]


def _listed(counts: Counter[CopyReason]) -> str:
    return ", ".join(f"{reason.value} {count}" for reason, count in sorted(counts.items()))


if __name__ == "__main__":
    print("\n".join(lines()))
