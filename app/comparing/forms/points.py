"""Values of two companies' terms on one subject, side by side: equal, colliding, or on one side only.

Strategy: a value meets those of its kind that concern the same matter (who is bound, what must be objected to, which fault and damage a
limit is about). Where a side has several on one matter, equal ones meet first; the rest meet in reading order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import zip_longest

from app.comparing.durations import compare
from app.models.forms import Meeting, MeetingPoint
from app.models.provisions import (
    Duration,
    LiabilityCap,
    LiabilityExclusion,
    ObjectionDeadline,
    Provision,
    ProvisionKind,
    ProvisionValue,
    obliged,
)
from app.models.reading import Reading

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
    """What a value is about, apart from how much or how long."""
    match value:
        case LiabilityCap() | LiabilityExclusion():
            return obliged(value), frozenset(value.fault), frozenset(value.damage)
        case ObjectionDeadline():
            return obliged(value), value.subject
    return obliged(value)


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
    for left, right in zip_longest(alone, rest):
        yield _unequal(left, right)


def _unequal(ours: Provision | None, theirs: Provision | None) -> MeetingPoint:
    if theirs is None:
        assert ours is not None  # noqa: S101 - zip_longest ends with the longer one
        return MeetingPoint(ours.kind, ours.id, None, Meeting.ONLY_OURS)
    meeting = Meeting.COLLIDE if ours else Meeting.ONLY_THEIRS
    return MeetingPoint(theirs.kind, ours.id if ours else None, theirs.id, meeting)


def says_same(a: ProvisionValue, b: ProvisionValue) -> bool:
    """Whether two values of one kind say the same; lengths of time by the calendar, so that twelve months are a year."""
    if type(a) is not type(b):
        return False
    parts = ((getattr(a, name), getattr(b, name)) for name in type(a).__slots__)
    return all(_same_part(left, right) for left, right in parts)


def _same_part(a: object, b: object) -> bool:
    if isinstance(a, Duration) and isinstance(b, Duration):
        return compare(a, b) == 0
    if isinstance(a, tuple) and isinstance(b, tuple):
        return set(a) == set(b)
    return a == b
