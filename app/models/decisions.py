"""What the user decides about a finding, and the case it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.models.analysis import Severity


class Verdict(StrEnum):
    """Decision on a finding."""

    ACCEPT = "accept"
    NEGOTIATE = "negotiate"
    NEEDS_APPROVAL = "needs_approval"
    REJECT = "reject"
    NOT_RELEVANT = "not_relevant"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision, hung on a finding's anchor so that a new analysis finds it again.

    `quote` (the finding's first words) and `code` find it where the anchor has changed. `severity`: the user's own,
    with `reason`. `at` is UTC, whole seconds.
    """

    anchor: str
    verdict: Verdict | None
    by: str
    at: datetime
    note: str = ""
    severity: Severity | None = None
    reason: str = ""
    assignee: str = ""
    code: str = ""
    quote: str = ""
