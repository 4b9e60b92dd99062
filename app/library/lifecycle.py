"""The life of a reference clause: which version is in force, and who may approve.

Strategy: every change is a version, nothing is overwritten. A draft takes effect in no case. A version under review takes
effect, marked „fachlich zu bestätigen“, only as long as the clause was never approved: once approved, only approved versions
count, so that a limit moved by one digit changes nothing before a second person has looked at it. Retiring ends it at once; what
comes back after it needs approval if the clause ever had one.

Names come from the settings. They keep the record, they are no access control.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from app.library.merging import content_sha
from app.library.model import Revision, Status


class Refusal(StrEnum):
    """Why a version cannot be approved by somebody."""

    NO_NAME = "no_name"
    NOT_IN_REVIEW = "not_in_review"
    OWN_CHANGE = "own_change"


def in_force(versions: Sequence[Revision]) -> Revision | None:
    """The version that takes effect, of all versions of one clause, oldest first; None where there is none."""
    at = effective([version.clause.status for version in versions])
    return None if at is None else versions[at]


def effective(statuses: Sequence[Status]) -> int | None:
    """The same by the versions' statuses alone: place of the version that takes effect."""
    found: int | None = None
    approved = False
    for place, status in enumerate(statuses):
        match status:
            case Status.APPROVED:
                found, approved = place, True
            case Status.RETIRED:
                found = None
            case Status.REVIEW if not approved:
                found = place
    return found


def before_change(versions: Sequence[Revision]) -> Revision | None:
    """What was in force before the content became that of the last version: what a second person compares it with.

    None where nothing else ever was.
    """
    last = content_sha(versions[-1].clause)
    for end in range(len(versions) - 1, 0, -1):
        earlier = in_force(versions[:end])
        if earlier is not None and content_sha(earlier.clause) != last:
            return earlier
    return None


def refusal(user: str, versions: Sequence[Revision]) -> Refusal | None:
    """Why `user` may not approve the last version; None where they may. Whoever changed it since the last approval may not."""
    if not user.strip():
        return Refusal.NO_NAME
    if not versions or versions[-1].clause.status is not Status.REVIEW:
        return Refusal.NOT_IN_REVIEW
    return Refusal.OWN_CHANGE if user.strip().casefold() in _authors(versions) else None


def _authors(versions: Sequence[Revision]) -> set[str]:
    authors: set[str] = set()
    for version in reversed(versions):
        if version.clause.status is Status.APPROVED:
            break
        authors.add(version.author.strip().casefold())
    return authors
