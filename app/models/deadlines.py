"""Computed deadlines: a day, what it means, and the steps that led to it, in codes and parameters.

Sentences are made in `app.wording.deadlines`. A day that cannot be computed is None; a step then says what is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.models.provisions import Duration

StepParams = Mapping[str, str | int | date | Duration]


class Given(StrEnum):
    """What the day is that the user enters: an event that does not count, a first day that counts (§ 187 Abs. 1 and 2 BGB),
    the day a notice of termination arrives, or the day on which the contract shall end.
    """

    EVENT = "event"
    FIRST_DAY = "first_day"
    NOTICE_RECEIVED = "notice_received"
    WISHED_END = "wished_end"


class Meaning(StrEnum):
    """What the computed day is."""

    LAST_DAY = "last_day"
    TERM_END = "term_end"
    LATEST_RECEIPT = "latest_receipt"
    EARLIEST_END = "earliest_end"


@dataclass(frozen=True, slots=True)
class Step:
    """One intermediate result; `warns`: the reader should look at it before relying on the day."""

    code: str
    params: StepParams = field(default_factory=dict, hash=False)
    warns: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """What came of a period and a day; `day` is None where it cannot be computed."""

    meaning: Meaning
    day: date | None
    steps: tuple[Step, ...]

    @property
    def warns(self) -> bool:
        """Whether a step warns."""
        return any(step.warns for step in self.steps)
