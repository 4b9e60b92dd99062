"""Which groups stand elsewhere: among siblings the longest row that kept its order stays, the others have moved.

Strategy: longest increasing subsequence of the clauses under the same clause on both sides; of two that changed places the one with fewer
words has moved. So what moved along with the clause it stands in has not moved itself; a clause under another section than before has.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from app.comparing.versions.grouping import Group
from app.comparing.versions.units import Version

ONE = 1_000_000  # weight of a clause, to which its words add less than another clause would


def moved(groups: Sequence[Group], old: Version, new: Version) -> frozenset[int]:
    """Indexes of the groups that stand elsewhere."""
    both = [n for n, group in enumerate(groups) if group.old and group.new]
    home_old = {a: n for n in both for a in groups[n].old}
    home_new = {b: n for n in both for b in groups[n].new}
    above = {n: (_above(groups[n].old[0], old, home_old, n), _above(groups[n].new[0], new, home_new, n)) for n in both}
    elsewhere = {n for n in both if None not in above[n] and above[n][0] != above[n][1]}
    siblings: dict[tuple[int | None, int | None], list[int]] = defaultdict(list)
    for n in both:
        if n not in elsewhere:
            siblings[above[n]].append(n)
    return frozenset(elsewhere.union(*(_out_of_order(found, groups, old) for found in siblings.values())))


def _above(index: int, version: Version, home: dict[int, int], own: int) -> int | None:
    """The group of the nearest clause above that has a counterpart."""
    parent = version.units[index].parent
    while parent is not None and (parent not in home or home[parent] == own):
        parent = version.units[parent].parent
    return home[parent] if parent is not None else None


def _out_of_order(members: Sequence[int], groups: Sequence[Group], old: Version) -> set[int]:
    row = sorted(members, key=lambda n: groups[n].new[0])
    weights = [ONE + min(ONE // len(row) - 1, sum(len(old.units[a].words) for a in groups[n].old)) for n in row]
    kept = _heaviest_rising([groups[n].old[0] for n in row], weights)
    return {n for at, n in enumerate(row) if at not in kept}


def _heaviest_rising(values: Sequence[int], weights: Sequence[int]) -> set[int]:
    """Positions of the heaviest rising subsequence: a Fenwick tree of the best row that ends below a value."""
    ranks = sorted(set(values))
    tree: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)  # weight and last position of the best row
    before: list[int] = []
    for position, (value, weight) in enumerate(zip(values, weights, strict=True)):
        rank = bisect_left(ranks, value)
        best, last = (0, -1)
        at = rank
        while at > 0:
            best, last = max((best, last), tree[at], key=lambda entry: entry[0])
            at -= at & -at
        before.append(last)
        at = rank + 1
        while at < len(tree):
            if best + weight > tree[at][0]:
                tree[at] = (best + weight, position)
            at += at & -at
    total, last = 0, -1
    for entry in tree:
        if entry[0] > total:
            total, last = entry
    kept: set[int] = set()
    while last >= 0:
        kept.add(last)
        last = before[last]
    return kept
