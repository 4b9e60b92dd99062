"""Clauses that say the same word for word, found first: they are the fixed points round which all else is aligned.

Strategy: texts that stand once on either side are paired; from each pair on, the neighbours on both sides are paired as long as they
say the same, so that copies (`entfällt`, terms printed twice) find the one in their row; what is left of equal copies is paired
where its section is paired, and where there are as many on both sides, in order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

from app.comparing.versions.units import Unit, Version

TOLD = 4  # words; fewer (a heading like `Haftung`) fix no place by themselves


def exact_pairs(old: Version, new: Version) -> dict[int, int]:
    """New index by old one."""
    pairs = dict(_alone(old.units, new.units, lambda unit: unit.key if len(unit.words) >= TOLD else None))
    for a, b in sorted(pairs.items()):
        for step in (1, -1):
            _spread(a, b, step, old, new, pairs)
    _within_parents(old, new, pairs)
    _in_order(old, new, pairs)
    return pairs


def _alone(
    old: Iterable[Unit], new: Iterable[Unit], key: Callable[[Unit], Hashable | None]
) -> Iterable[tuple[int, int]]:
    """Pairs of units whose key is there once on either side."""
    left, right = _by_key(old, key), _by_key(new, key)
    for value, these in left.items():
        those = right.get(value, ())
        if len(these) == 1 and len(those) == 1:
            yield these[0].index, those[0].index


def _by_key(units: Iterable[Unit], key: Callable[[Unit], Hashable | None]) -> dict[Hashable, list[Unit]]:
    found: dict[Hashable, list[Unit]] = defaultdict(list)
    for unit in units:
        value = key(unit)
        if value is not None:
            found[value].append(unit)
    return found


def _spread(a: int, b: int, step: int, old: Version, new: Version, pairs: dict[int, int]) -> None:
    taken = set(pairs.values())
    a, b = a + step, b + step
    while 0 <= a < len(old.units) and 0 <= b < len(new.units) and old.units[a].key == new.units[b].key:
        if a in pairs or b in taken:
            return
        pairs[a] = b
        a, b = a + step, b + step


def _within_parents(old: Version, new: Version, pairs: dict[int, int]) -> None:
    """Copies that stand alone in sections that are paired."""
    taken = set(pairs.values())
    sections = {b: a for a, b in pairs.items()}

    def left(unit: Unit) -> Hashable | None:
        return (unit.parent, unit.key) if unit.index not in pairs and unit.parent in pairs else None

    def right(unit: Unit) -> Hashable | None:
        there = unit.index not in taken and unit.parent in sections
        return (sections[unit.parent], unit.key) if there and unit.parent is not None else None

    these, those = _by_key(old.units, left), _by_key(new.units, right)
    for value, found in these.items():
        if len(found) == len(those.get(value, ())) == 1:
            pairs[found[0].index] = those[value][0].index


def _in_order(old: Version, new: Version, pairs: dict[int, int]) -> None:
    """Equal copies with words enough, as many here as there."""
    taken = set(pairs.values())
    left = _by_key((u for u in old.units if u.index not in pairs and len(u.words) >= TOLD), lambda u: u.key)
    right = _by_key((u for u in new.units if u.index not in taken), lambda u: u.key)
    for key, these in left.items():
        those = right.get(key, [])
        if len(these) == len(those):
            pairs.update(zip((u.index for u in these), (u.index for u in those), strict=True))
