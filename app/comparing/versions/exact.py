"""Clauses that say the same word for word, found first: they are the fixed points round which all else is aligned.

Strategy: texts that stand once on either side are paired; from each pair on, the neighbours on both sides are paired as long as they
say the same, so that copies (`entfällt`) find the one in their row; what is left of equal copies is paired where its section is paired, then
row by row, the longest rows first: terms printed three times are the old ones once. A heading over paragraphs is left out: it is what they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

from app.comparing.versions.units import Unit, Version

MAX_COPIES = 24  # of a clause; the places of more are left to their surroundings
LONGEST = 300  # clauses of a row that are looked at
TOLD = 4  # words; fewer (a heading like `Haftung`) fix no place by themselves


def exact_pairs(old: Version, new: Version) -> dict[int, int]:
    """New index by old one."""
    left, right = _tellers(old), _tellers(new)
    pairs = dict(_alone(_long(left), _long(right), lambda unit: unit.key))
    for a, b in sorted(pairs.items()):
        for step in (1, -1):
            _spread(a, b, step, old, new, pairs)
    _within_parents(left, right, pairs)
    _in_runs(old, new, pairs)
    return {a: b for a, b in pairs.items() if not (_heads(old, a) or _heads(new, b))}


def _heads(version: Version, index: int) -> bool:
    """Whether it is a heading over paragraphs."""
    return version.units[index].bare and index in version.children


def _tellers(version: Version) -> list[Unit]:
    return [unit for unit in version.units if not _heads(version, unit.index)]


def _long(units: Iterable[Unit]) -> list[Unit]:
    return [unit for unit in units if len(unit.words) >= TOLD]


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
    """Over headings as well, so that the row goes on behind them."""
    taken = set(pairs.values())
    a, b = a + step, b + step
    while 0 <= a < len(old.units) and 0 <= b < len(new.units) and old.units[a].key == new.units[b].key:
        if a in pairs or b in taken:
            return
        pairs[a] = b
        a, b = a + step, b + step


def _within_parents(old: Iterable[Unit], new: Iterable[Unit], pairs: dict[int, int]) -> None:
    """Copies that stand alone in sections that are paired."""
    taken = set(pairs.values())
    sections = {b: a for a, b in pairs.items()}

    def left(unit: Unit) -> Hashable | None:
        return (unit.parent, unit.key) if unit.index not in pairs and unit.parent in pairs else None

    def right(unit: Unit) -> Hashable | None:
        there = unit.index not in taken and unit.parent in sections
        return (sections[unit.parent], unit.key) if there and unit.parent is not None else None

    these, those = _by_key(old, left), _by_key(new, right)
    for value, found in these.items():
        if len(found) == len(those.get(value, ())) == 1:
            pairs[found[0].index] = those[value][0].index


def _in_runs(old: Version, new: Version, pairs: dict[int, int]) -> None:
    """Copies, more here than there: the longest rows of clauses that say the same, the first of equal ones."""
    places = _by_key(_long(_tellers(new)), lambda unit: unit.key)
    taken = set(pairs.values())
    rows: list[tuple[int, int, int]] = []
    for unit in _long(_tellers(old)):
        there = places.get(unit.key, ())
        if unit.index not in pairs and len(there) <= MAX_COPIES:
            rows += [(-_row(unit.index, b.index, old, new, pairs, taken), unit.index, b.index) for b in there]
    for length, a, b in sorted(rows):
        for step in range(-length):
            if a + step in pairs or b + step in taken:
                break
            pairs[a + step] = b + step
            taken.add(b + step)


def _row(a: int, b: int, old: Version, new: Version, pairs: dict[int, int], taken: set[int]) -> int:
    """How many clauses in a row say the same from here on and are free."""
    count = 0
    while (
        count < LONGEST
        and a + count < len(old.units)
        and b + count < len(new.units)
        and old.units[a + count].key == new.units[b + count].key
        and a + count not in pairs
        and b + count not in taken
    ):
        count += 1
    return count
