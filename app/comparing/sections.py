"""Repeated sections: stretches of clauses that stand in the document more than once.

Strategy: a pair of equal clauses opens a run; the run goes on while a next pair lies at most MAX_GAP clauses further
on both sides. Runs long enough are sections; stretches that overlap are one stretch; stretches that some run links are
places of the same section.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from app.models.analysis import DuplicatePair
from app.models.reading import Clause

MAX_GAP = 12  # clauses without a partner inside a run: headings, short or edited clauses
MIN_PAIRS = 3
_Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class RepeatedSection:
    """Places (first and last clause index, inclusive) of the same section, in reading order, and their pairs."""

    places: tuple[_Stretch, ...]
    pairs: tuple[DuplicatePair, ...]


def repeated_sections(clauses: tuple[Clause, ...], pairs: Iterable[DuplicatePair]) -> list[RepeatedSection]:
    """The repeated sections in reading order."""
    index = {c.id: i for i, c in enumerate(clauses)}
    found = [(index[p.first], index[p.second]) for p in pairs]
    runs = [run for run in _runs(found) if len(run) >= MIN_PAIRS]
    groups = _groups(runs)
    return [RepeatedSection(places, _within(places, pairs, index)) for places in groups]


def _runs(found: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Chains of pairs that go on in both places, each pair in the chain it continues most closely."""
    runs: list[list[tuple[int, int]]] = []
    open_runs: list[list[tuple[int, int]]] = []
    for i, j in sorted(found):
        open_runs = [run for run in open_runs if i - run[-1][0] <= MAX_GAP]
        ahead = [run for run in open_runs if _goes_on(run, i, j)]
        if ahead:
            best = min(ahead, key=lambda run: (abs((j - run[-1][1]) - (i - run[-1][0])), j - run[-1][1]))
            best.append((i, j))
        else:
            runs.append([(i, j)])
            open_runs.append(runs[-1])
    return runs


def _goes_on(run: list[tuple[int, int]], i: int, j: int) -> bool:
    """Further in both places, and still before the second place begins (a third copy opens runs of its own)."""
    last_i, last_j = run[-1]
    return last_i < i < run[0][1] and 0 < j - last_j <= MAX_GAP


def _groups(runs: list[list[tuple[int, int]]]) -> list[tuple[_Stretch, ...]]:
    stretches = _joined([s for run in runs for s in ((run[0][0], run[-1][0]), (run[0][1], run[-1][1]))])
    home = {i: n for n, (first, last) in enumerate(stretches) for i in range(first, last + 1)}
    group = list(range(len(stretches)))
    for run in runs:
        a, b = sorted((group[home[run[0][0]]], group[home[run[0][1]]]))
        group = [a if g == b else g for g in group]
    members: dict[int, list[_Stretch]] = defaultdict(list)
    for n, stretch in enumerate(stretches):
        members[group[n]].append(stretch)
    return [tuple(places) for places in members.values() if len(places) > 1]


def _joined(stretches: list[_Stretch]) -> list[_Stretch]:
    """Overlapping stretches as one, in order."""
    joined: list[_Stretch] = []
    for first, last in sorted(stretches):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def _within(
    places: tuple[_Stretch, ...], pairs: Iterable[DuplicatePair], index: dict[str, int]
) -> tuple[DuplicatePair, ...]:
    def inside(clause: str) -> bool:
        return any(first <= index[clause] <= last for first, last in places)

    return tuple(p for p in pairs if inside(p.first) and inside(p.second))
