"""Subscriptions: a pack folder that others keep, looked at for news, never written to.

The library remembers per folder what it last took or answered. Looking opens a folder that may lie on a drive that is slow
or gone: call it in a process of its own (`jobs.task`), so that nobody waits for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from app.library.merging import Merge, merge
from app.library.model import ClauseType, Revision, Status
from app.library.packs import Pack, read_pack


@dataclass(frozen=True, slots=True)
class Subscription:
    """`seen`: clause id → content last taken or answered; `looked`: when the folder was last answered."""

    path: Path
    name: str
    since: datetime
    seen: Mapping[str, str] = field(default_factory=dict)
    looked: datetime | None = None


@dataclass(frozen=True, slots=True)
class News:
    """What a folder holds beside our library; `gone`: clauses of ours that once came from it and left it."""

    pack: Pack
    merge: Merge
    gone: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to decide."""
        return not self.merge.offered


def news(
    subscription: Subscription,
    ours: Mapping[str, Revision],
    base: Mapping[str, str] | None = None,
    our_types: tuple[ClauseType, ...] = (),
) -> News:
    """What is new, changed or gone there; `base`: other fingerprints to go by, usually those of the starter library.

    Raises ExpectedError PACK_NOT_FOUND where the folder cannot be reached, PACK_INVALID, PACK_TOO_LARGE.
    """
    pack = read_pack(subscription.path, {item.id for item in our_types} | _types_of(ours))
    found = merge(ours, pack, {**(base or {}), **subscription.seen}, our_types)
    return News(pack, found, _gone(subscription, pack, ours))


def _types_of(ours: Mapping[str, Revision]) -> set[str]:
    return {revision.clause.type for revision in ours.values()}


def _gone(subscription: Subscription, pack: Pack, ours: Mapping[str, Revision]) -> tuple[str, ...]:
    """What we retired ourselves is no news."""
    left = subscription.seen.keys() - {revision.clause.id for revision in pack.revisions}
    return tuple(sorted(i for i in left if i in ours and ours[i].clause.status is not Status.RETIRED))
