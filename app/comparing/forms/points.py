"""Values of two companies' terms on one subject, side by side: equal, colliding, or on one side only.

Strategy: a value meets those of its kind that concern the same matter (what must be objected to, which fault and damage a
limit is about) and may bind the same party. Where a side has several on one matter, equal ones meet first; the rest meet in reading order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from app.comparing.durations import compare
from app.models.forms import Meeting, MeetingPoint
from app.models.provisions import (
    Duration,
    LiabilityCap,
    LiabilityExclusion,
    ObjectionDeadline,
    Party,
    Provision,
    ProvisionKind,
    ProvisionValue,
    obliged,
)
from app.models.reading import Reading

_PARTY = ("by", "liable")  # a value that names nobody may be meant for the party that the other names
_ByMatter = dict[Hashable, list[Provision]]


def meeting_points(
    ours: Iterable[str], theirs: Iterable[str], our_reading: Reading, their_reading: Reading
) -> tuple[MeetingPoint, ...]:
    """Of the values in these clauses, by kind in the order of `ProvisionKind`, collisions first."""
    left, right = _by_matter(ours, our_reading), _by_matter(theirs, their_reading)
    points = [
        point
        for matter in dict.fromkeys((*left, *right))
        for point in _points(left.get(matter, []), right.get(matter, []))
    ]
    kinds, ways = list(ProvisionKind), list(Meeting)
    return tuple(sorted(points, key=lambda point: (ways.index(point.meeting), kinds.index(point.kind))))


def _by_matter(clauses: Iterable[str], reading: Reading) -> _ByMatter:
    wanted = set(clauses)
    found: defaultdict[Hashable, list[Provision]] = defaultdict(list)
    for provision in reading.provisions:
        if provision.clause in wanted:
            found[provision.kind, matter(provision.value)].append(provision)
    return found


def matter(value: ProvisionValue) -> Hashable:
    """What a value is about, apart from whom it binds and how much or how long it says."""
    match value:
        case LiabilityCap() | LiabilityExclusion():
            return frozenset(value.fault), frozenset(value.damage)
        case ObjectionDeadline():
            return value.subject
    return None


def _points(ours: list[Provision], theirs: list[Provision]) -> Iterator[MeetingPoint]:
    rest = list(theirs)
    alone = []
    for own in ours:
        same = next((other for other in rest if says_same(own.value, other.value)), None)
        if same is None:
            alone.append(own)
            continue
        rest.remove(same)
        yield MeetingPoint(own.kind, own.id, same.id, Meeting.AGREE)
    for own in alone:
        other = next((other for other in rest if _may_bind_same(own, other)), None)
        if other is None:
            yield MeetingPoint(own.kind, own.id, None, Meeting.ONLY_OURS)
        else:
            rest.remove(other)
            yield MeetingPoint(own.kind, own.id, other.id, Meeting.COLLIDE)
    for other in rest:
        yield MeetingPoint(other.kind, None, other.id, Meeting.ONLY_THEIRS)


def _may_bind_same(a: Provision, b: Provision) -> bool:
    """Whether they may be about the same party: where one names nobody or both, the other's is among them."""
    parties = {obliged(a.value), obliged(b.value)}
    return len(parties) == 1 or bool(parties & {None, Party.BOTH})


def says_same(a: ProvisionValue, b: ProvisionValue) -> bool:
    """Whether two values of one kind say the same; lengths of time by the calendar, so that twelve months are a year."""
    if type(a) is not type(b):
        return False
    parts = ((name, getattr(a, name), getattr(b, name)) for name in type(a).__slots__)
    return all(_same_part(left, right) or (name in _PARTY and None in (left, right)) for name, left, right in parts)


def _same_part(a: object, b: object) -> bool:
    if isinstance(a, Duration) and isinstance(b, Duration):
        return compare(a, b) == 0
    if isinstance(a, tuple) and isinstance(b, tuple):
        return set(a) == set(b)
    return a == b
