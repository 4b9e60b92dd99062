"""The figures as Markdown, with the bars they must reach."""

from __future__ import annotations

from tests.evaluation.versionpairs.measure import Figures, Tally, measured
from tests.evaluation.versionpairs.pairs import FRESH, pairs

LINKS_BAR, VALUES_BAR = 0.97, 0.98
MEASURES = (
    "Pairs of versions made from our own terms by known edits (`tests/evaluation/versionpairs`): sections and paragraphs that moved, came, "
    "went, were split, merged, reworded or turned in meaning, changed values, spelling, other headings, parties and numbers; one edit or many, each "
    "version as text, Word, PDF or PDF in two columns, short terms and long ones that treat every subject several times. A link is an old and "
    "a new clause that one change names together. The rules were made with other seeds in view than those measured here."
)


def lines() -> list[str]:
    """The section of docs/quality.md."""
    return ["## Two versions compared", "", MEASURES, "", *table(measured(pairs(FRESH))), ""]


def table(figures: Figures) -> list[str]:
    """One row a figure."""
    kinds = figures.kinds
    right = sum(count for (expected, got), count in kinds.items() if expected == got)
    return [
        f"| {figures.pairs} pairs | found | missed | extra | score | bar |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        _row("links of clauses", figures.links, f"F1 {figures.links.f1:.4f}", f"{LINKS_BAR}"),
        _row("clauses that moved", figures.moves, f"F1 {figures.moves.f1:.4f}", ""),
        _row("changed values told", figures.values, f"recall {figures.values.recall:.4f}", f"{VALUES_BAR}"),
        _share("what became of each clause", right, sum(kinds.values())),
        _share("comparisons that add up, to the character", figures.sums, figures.pairs, "all"),
        _share("comparisons that say the same read backwards", figures.mirrored, figures.pairs),
        f"| changes of substance called trivial or unchanged | {figures.trivial_of_substance} | | | | 0 |",
    ]


def _row(name: str, tally: Tally, score: str, bar: str) -> str:
    return f"| {name} | {tally.found} | {tally.missed} | {tally.extra} | {score} | {bar} |"


def _share(name: str, right: int, count: int, bar: str = "") -> str:
    return f"| {name} | {right} | {count - right} | | {right / max(1, count):.4f} | {bar} |"
