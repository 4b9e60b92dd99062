"""The best one-to-one assignment of two groups: what pairs add up to the highest gain.

Strategy: the pairs fall into components that share no member; each is solved by the Hungarian method with potentials. Very large
components (hundreds of clauses that are all alike) are paired greedily, best pair first, so that the time stays bounded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

LARGEST = 120  # members of a side that are solved exactly: some tenths of a second
_NEVER = 1e6
Pair = tuple[int, int]


def assigned(gains: Mapping[Pair, float]) -> list[Pair]:
    """The pairs of the best assignment, in order; a pair without gain is never taken."""
    chosen: list[Pair] = []
    for component in _components({pair: gain for pair, gain in gains.items() if gain > 0}):
        chosen += _solved(component)
    return sorted(chosen)


def _components(gains: Mapping[Pair, float]) -> list[dict[Pair, float]]:
    home: dict[tuple[str, int], int] = {}
    members: dict[int, list[tuple[str, int]]] = {}
    for a, b in sorted(gains):
        left, right = ("a", a), ("b", b)
        for node in (left, right):
            if node not in home:
                home[node] = len(members)
                members[home[node]] = [node]
        keep, drop = home[left], home[right]
        if keep != drop:
            if len(members[keep]) < len(members[drop]):
                keep, drop = drop, keep
            for node in members[drop]:
                home[node] = keep
            members[keep] += members.pop(drop)
            members[drop] = []
    found: dict[int, dict[Pair, float]] = defaultdict(dict)
    for pair in sorted(gains):
        found[home["a", pair[0]]][pair] = gains[pair]
    return list(found.values())


def _solved(gains: Mapping[Pair, float]) -> list[Pair]:
    if len(gains) == 1:
        return list(gains)
    left, right = sorted({a for a, _ in gains}), sorted({b for _, b in gains})
    if max(len(left), len(right)) > LARGEST:
        return _greedy(gains)
    size = max(len(left), len(right))
    costs = [
        [-gains.get((left[i], right[j]), 0.0) if i < len(left) and j < len(right) else 0.0 for j in range(size)]
        for i in range(size)
    ]
    pairs = ((left[i], right[j]) for i, j in _hungarian(costs) if i < len(left) and j < len(right))
    return [pair for pair in pairs if pair in gains]


def _greedy(gains: Mapping[Pair, float]) -> list[Pair]:
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    chosen = []
    for (a, b), _ in sorted(gains.items(), key=lambda item: (-item[1], item[0])):
        if a not in taken_a and b not in taken_b:
            chosen.append((a, b))
            taken_a.add(a)
            taken_b.add(b)
    return chosen


def _hungarian(costs: list[list[float]]) -> list[Pair]:
    """Rows and columns of the cheapest assignment of a square matrix (shortest augmenting paths, cubic time)."""
    size = len(costs)
    row_price, column_price = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of, way = [0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        row_of[0], column = row, 0
        least, used = [_NEVER] * (size + 1), [False] * (size + 1)
        while row_of[column]:
            used[column] = True
            step, following, own = _NEVER, 0, row_of[column]
            for j in range(1, size + 1):
                if used[j]:
                    continue
                cost = costs[own - 1][j - 1] - row_price[own] - column_price[j]
                if cost < least[j]:
                    least[j], way[j] = cost, column
                if least[j] < step:
                    step, following = least[j], j
            for j in range(size + 1):
                if used[j]:
                    row_price[row_of[j]] += step
                    column_price[j] -= step
                else:
                    least[j] -= step
            column = following
        while column:
            row_of[column] = row_of[way[column]]
            column = way[column]
    return [(row_of[j] - 1, j - 1) for j in range(1, size + 1)]
