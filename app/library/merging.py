"""A pack beside our library, clause by clause: what is new, whose change it is, and what goes in after the user has chosen.

Strategy: a three-way comparison of contents. The base is the fingerprint of what was last taken from, or answered to, this
origin. What only one side changed is no conflict; where the base is unknown and the two differ, it is. Nothing is decided
here: a clause without a choice stays as it is and is offered again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.library.model import ClauseType, ReferenceClause, Revision, Status
from app.library.packfiles import shipped_types
from app.library.packs import Pack
from app.library.plain import plain_clause, to_json


class Choice(StrEnum):
    """What becomes of an offered clause: ours stays, theirs comes in, or theirs comes in beside ours."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Pair:
    """The last versions of one clause, here and there."""

    ours: Revision
    theirs: Revision

    @property
    def id(self) -> str:
        """The id they share."""
        return self.theirs.clause.id


@dataclass(frozen=True, slots=True)
class Merge:
    """All clauses of a pack in groups, the clause types that are new, and the ids that are in use here.

    `changed`: only there; `kept`: changed only here; `declined`: offered before, not taken, and the same since.
    """

    new: tuple[Revision, ...] = ()
    same: tuple[Pair, ...] = ()
    changed: tuple[Pair, ...] = ()
    kept: tuple[Pair, ...] = ()
    conflicts: tuple[Pair, ...] = ()
    declined: tuple[Revision, ...] = ()
    types: tuple[ClauseType, ...] = ()
    ours: frozenset[str] = frozenset()

    @property
    def offered(self) -> Mapping[str, Revision]:
        """What there is to decide, by id."""
        return {r.clause.id: r for r in (*self.new, *(pair.theirs for pair in (*self.changed, *self.conflicts)))}


def content_sha(clause: ReferenceClause) -> str:
    """Fingerprint of what a clause says.

    Its version and the steps of its approval are the library's own; that it is retired is a statement like any other.
    """
    plain = plain_clause(clause)
    del plain["version"]
    if clause.status is not Status.RETIRED:
        del plain["status"]
    return hashlib.sha256(to_json(plain).encode()).hexdigest()


def merge(
    ours: Mapping[str, Revision], theirs: Pack, base: Mapping[str, str], our_types: Sequence[ClauseType] = ()
) -> Merge:
    """Compare: `ours` are the last versions by id, `base` the fingerprints last taken or answered."""
    common = [Pair(ours[r.clause.id], r) for r in theirs.revisions if r.clause.id in ours]
    alone = [r for r in theirs.revisions if r.clause.id not in ours]
    groups = _grouped((_side(pair, base.get(pair.id)), pair) for pair in common)
    declined = {r.clause.id for r in alone if base.get(r.clause.id) == content_sha(r.clause)}
    return Merge(
        new=tuple(r for r in alone if r.clause.id not in declined),
        same=groups[_Side.NEITHER],
        changed=groups[_Side.THEIRS],
        kept=groups[_Side.OURS],
        conflicts=groups[_Side.BOTH],
        declined=tuple(r for r in alone if r.clause.id in declined),
        types=_new_types(theirs, our_types),
        ours=frozenset(ours),
    )


def _new_types(theirs: Pack, ours: Sequence[ClauseType]) -> tuple[ClauseType, ...]:
    """Those the pack defines, and shipped ones that it uses without defining them and an older library lacks."""
    used = {revision.clause.type for revision in theirs.revisions}
    offered = (*theirs.types, *(item for item in shipped_types() if item.id in used))
    known = {item.id for item in ours}
    return tuple({item.id: item for item in reversed(offered) if item.id not in known}.values())[::-1]


class _Side(StrEnum):
    """Who has changed a clause since the base."""

    NEITHER = "neither"
    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


def _side(pair: Pair, base: str | None) -> _Side:
    ours, theirs = content_sha(pair.ours.clause), content_sha(pair.theirs.clause)
    if ours == theirs:
        return _Side.NEITHER
    if theirs == base:
        return _Side.OURS
    return _Side.THEIRS if ours == base else _Side.BOTH


def _grouped(pairs: Iterable[tuple[_Side, Pair]]) -> Mapping[_Side, tuple[Pair, ...]]:
    found: dict[_Side, list[Pair]] = {side: [] for side in _Side}
    for side, pair in pairs:
        found[side].append(pair)
    return {side: tuple(of_side) for side, of_side in found.items()}


def left_open(merge: Merge, choices: Mapping[str, Choice]) -> frozenset[str]:
    """Ids that nobody has decided."""
    return frozenset(merge.offered.keys() - choices.keys())


def answered(merge: Merge, choices: Mapping[str, Choice]) -> dict[str, str]:
    """What to remember as base from now on: everything of the pack but what is left open."""
    open_ = left_open(merge, choices)
    known = (*merge.declined, *(pair.theirs for pair in (*merge.same, *merge.kept)), *merge.offered.values())
    return {r.clause.id: content_sha(r.clause) for r in known if r.clause.id not in open_}


def brought_in(merge: Merge, choices: Mapping[str, Choice], pack_name: str) -> tuple[Revision, ...]:
    """The revisions that come into our library, as `LibraryStore.bring_in` takes them."""
    return tuple(_chosen(merge, choices, pack_name, {*merge.ours, *merge.offered}))


def _chosen(merge: Merge, choices: Mapping[str, Choice], pack_name: str, taken: set[str]) -> Iterator[Revision]:
    new = {revision.clause.id for revision in merge.new}
    for identifier, revision in merge.offered.items():
        match choices.get(identifier):
            case Choice.BOTH if identifier not in new:
                yield _beside(revision, _free(identifier, taken), pack_name)
            case Choice.THEIRS | Choice.BOTH:
                yield revision


def _beside(revision: Revision, identifier: str, pack_name: str) -> Revision:
    """Theirs as a clause of its own: a draft, because two limits for the same thing must not both be in force."""
    clause = revision.clause
    rules = tuple(replace(r, id=_moved(r.id, clause.id, identifier)) for r in clause.rules)
    title = f"{clause.title} ({pack_name})"
    copy = replace(clause, id=identifier, title=title, version=1, status=Status.DRAFT, rules=rules)
    return replace(revision, clause=copy)


def _moved(rule: str, old: str, new: str) -> str:
    return f"{new}.{rule.removeprefix(f'{old}.')}"


def _free(identifier: str, taken: set[str]) -> str:
    number = 2
    while f"{identifier}-{number}" in taken:
        number += 1
    taken.add(f"{identifier}-{number}")
    return f"{identifier}-{number}"
