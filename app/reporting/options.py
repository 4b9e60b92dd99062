"""What the user wants of a report: for whom, of which findings, signed by whom, made when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.models.decisions import Decision
from app.wording.lang import Lang


class Reader(StrEnum):
    """Who will read it. Outward: the other side; nothing of ours is in it that is not meant for them."""

    INTERNAL = "internal"
    OUTWARD = "outward"


class Wording(StrEnum):
    """Which wording is proposed in place of a clause: our preferred one, or the acceptable one nearest to the clause."""

    PREFERRED = "preferred"
    NEAREST = "nearest"
    NONE = "none"


@dataclass(frozen=True)
class ReportOptions:
    """`chosen`: anchors of the findings that are in it (None: all); `decided`: decisions by anchor,
    `orphans` those whose finding is not there any more. `made_at`: local time with its
    zone, None where a report shall not say when it was made; never read from the clock below this.

    `reviewer`: who signs, "" to be filled in by hand; `company`, `footer`, `logo` (PNG or JPEG) of the user's own house. `annex`: with
    all clauses. `proposals`: which wording is offered; outward it is never a fallback unless the user asked for it. `password` opens the
    source where a copy is made of it.
    """

    lang: Lang = "de"
    reader: Reader = Reader.INTERNAL
    chosen: frozenset[str] | None = None
    decided: dict[str, Decision] = field(default_factory=dict)
    made_at: datetime | None = None
    reviewer: str = ""
    company: str = ""
    footer: str = ""
    logo: bytes | None = None
    annex: bool = True
    proposals: Wording = Wording.PREFERRED
    password: str | None = field(default=None, repr=False)
    orphans: tuple[Decision, ...] = ()

    @property
    def outward(self) -> bool:
        """Whether it leaves the house."""
        return self.reader is Reader.OUTWARD
