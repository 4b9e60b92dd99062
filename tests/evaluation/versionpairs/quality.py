"""The figures as Markdown."""

from __future__ import annotations

from tests.evaluation.versionpairs.measure import Figures, Tally

LINKS_BAR, VALUES_BAR = 0.97, 0.98


def table(figures: Figures) -> list[str]:
    """One row a figure."""
    kinds = figures.kinds
    right = sum(count for (expected, got), count in kinds.items() if expected == got)
    return [
        f"| {figures.pairs} pairs | found | missed | extra | F1 | bar |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        _row("links of clauses", figures.links, f"{figures.links.f1:.4f}", f"{LINKS_BAR}"),
        _row("clauses that moved", figures.moves, f"{figures.moves.f1:.4f}", ""),
        _row("changed values told", figures.values, f"{figures.values.recall:.4f} (recall)", f"{VALUES_BAR}"),
        f"| what became of each clause | {right} | {sum(kinds.values()) - right} | | {right / max(1, sum(kinds.values())):.4f} | |",
        f"| changes of substance called trivial or unchanged | {figures.trivial_of_substance} | | | | 0 |",
        f"| comparisons that add up | {figures.sums} | {figures.pairs - figures.sums} | | | all |",
        f"| comparisons that say the same backwards | {figures.mirrored} | {figures.pairs - figures.mirrored} | | | |",
    ]


def _row(name: str, tally: Tally, score: str, bar: str) -> str:
    return f"| {name} | {tally.found} | {tally.missed} | {tally.extra} | {score} | {bar} |"
