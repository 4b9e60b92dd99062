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

    `code`, `rule`, `quote` (the finding's words) and `place` (labels of its clause) find it where the anchor has changed.
    `severity`: the user's own, with `reason`. `at` is UTC, whole seconds. Nothing is ever taken back: a decision without
    verdict, note, severity and assignee says that an earlier one no longer counts.
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
    place: str = ""
    rule: str = ""

    @property
    def stands(self) -> bool:
        """Whether it says anything."""
        return bool(self.verdict or self.note or self.severity or self.assignee)
