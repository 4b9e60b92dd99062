"""Values of both versions paired: which one is another now, which came, which went.

Strategy: within clauses that belong together, values of one kind are paired where they are equal, then where their quotes are most
alike once the figures are left out, then what is left in order. A value that is gone here and stands equal in another clause has moved
and is no change; one that is gone here and came there in nearly the same words is another now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace

from rapidfuzz.distance import Indel

from app.comparing.versions.assignment import assigned
from app.comparing.versions.grouping import Group
from app.comparing.versions.meaning import norms
from app.comparing.versions.units import Version
from app.models.provisions import Duration, Provision, ProvisionKind, ProvisionValue
from app.models.reading import Reading
from app.models.versions import ValueChange

ELSEWHERE = 0.7  # likeness of the quotes from which a value in another clause is the one that is gone here
_EQUAL = 2.0  # more than any likeness
_ANY = 0.05  # the last of a kind in a clause on either side belong together, whatever their words
Pairs = dict[str, tuple[Provision | None, Provision | None]]


def value_changes(groups: Sequence[Group], old: Version, new: Version) -> dict[int, tuple[ValueChange, ...]]:
    """By index of the group in which the value stands now, or stood."""
    home_old = {old.units[a].clause.id: n for n, group in enumerate(groups) for a in group.old}
    home_new = {new.units[b].clause.id: n for n, group in enumerate(groups) for b in group.new}
    gone, come, changed = _within(groups, _homes(old.reading, home_old), _homes(new.reading, home_new))
    for a, b in _paired(gone, come, ELSEWHERE):
        gone.remove(a)
        come.remove(b)
        changed.append((a, b))
    return _by_group(gone, come, changed, home_old, home_new)


def _by_group(
    gone: Sequence[Provision],
    come: Sequence[Provision],
    changed: Sequence[tuple[Provision, Provision]],
    home_old: Mapping[str, int],
    home_new: Mapping[str, int],
) -> dict[int, tuple[ValueChange, ...]]:
    found: dict[int, list[tuple[tuple[int, int, str], ValueChange]]] = defaultdict(list)
    for a, b in changed:
        if parts := differing(a.value, b.value):
            found[home_new[b.clause]].append(((0, b.start, b.id), ValueChange(b.kind, a.id, b.id, parts)))
    for b in come:
        found[home_new[b.clause]].append(((1, b.start, b.id), ValueChange(b.kind, None, b.id)))
    for a in gone:
        found[home_old[a.clause]].append(((2, a.start, a.id), ValueChange(a.kind, a.id, None)))
    return {n: tuple(change for _, change in sorted(changes, key=lambda c: c[0])) for n, changes in found.items()}


def differing(a: ProvisionValue, b: ProvisionValue) -> tuple[str, ...]:
    """Names of the fields that differ; how a unit is printed does not count."""
    if type(a) is not type(b):
        return ("kind",)
    return tuple(f.name for f in fields(a) if _bare(getattr(a, f.name)) != _bare(getattr(b, f.name)))


def _bare(value: object) -> object:
    if isinstance(value, Duration):
        return replace(value, unit_printed="")
    return frozenset(value) if isinstance(value, tuple) else value


def _homes(reading: Reading, homes: Mapping[str, int]) -> dict[int, list[Provision]]:
    found: dict[int, list[Provision]] = defaultdict(list)
    for provision in reading.provisions:
        found[homes[provision.clause]].append(provision)
    return found


def _within(
    groups: Sequence[Group], old: Mapping[int, list[Provision]], new: Mapping[int, list[Provision]]
) -> tuple[list[Provision], list[Provision], list[tuple[Provision, Provision]]]:
    """What is gone, what came and what is paired, clause by clause."""
    gone: list[Provision] = []
    come: list[Provision] = []
    pairs: list[tuple[Provision, Provision]] = []
    for n in range(len(groups)):
        before, after = list(old.get(n, ())), list(new.get(n, ()))
        for a, b in _paired(before, after, _ANY):
            before.remove(a)
            after.remove(b)
            pairs.append((a, b))
        gone += before
        come += after
    return gone, come, pairs


def _paired(before: Iterable[Provision], after: Iterable[Provision], least: float) -> list[tuple[Provision, Provision]]:
    """Values of one kind that belong together, equal ones first, then those with the likest quotes."""
    pairs = []
    left, right = _by_kind(before), _by_kind(after)
    for kind, these in left.items():
        those = right.get(kind, [])
        gains = {
            (i, j): gain
            for i, a in enumerate(these)
            for j, b in enumerate(those)
            if (gain := _gain(a, b, i, j)) >= least
        }
        pairs += [(these[i], those[j]) for i, j in assigned(gains)]
    return pairs


def _gain(a: Provision, b: Provision, i: int, j: int) -> float:
    """Of a pair: likeness of the quotes, more where the values are equal, a little less out of order."""
    like = Indel.normalized_similarity(_words(a.quote), _words(b.quote))
    same = not differing(a.value, b.value)
    return round((_EQUAL if same else 0.0) + like + _ANY * 2 - 0.001 * abs(i - j), 4)


def _words(quote: str) -> tuple[str, ...]:
    return tuple(word for word in norms(quote) if not word[0].isdigit())


def _by_kind(provisions: Iterable[Provision]) -> dict[ProvisionKind, list[Provision]]:
    found: dict[ProvisionKind, list[Provision]] = defaultdict(list)
    for provision in provisions:
        found[provision.kind].append(provision)
    return found
