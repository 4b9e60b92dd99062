"""The liability matrix: degree of fault × kind of damage or duty → how far a party is liable, each cell with its quote.

A cell says what the whole document makes of one case, not what a single sentence mentions: a carve-out counts only
where its cell ends as `unlimited`. `not_regulated` means: nothing in the document speaks of the case.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.models.provisions import Evidence, Party


class Fault(StrEnum):
    """Degrees of fault (§ 276 BGB): Vorsatz, grobe Fahrlässigkeit, leichte oder einfache Fahrlässigkeit."""

    INTENT = "intent"
    GROSS_NEGLIGENCE = "gross_negligence"
    SLIGHT_NEGLIGENCE = "slight_negligence"


class Damage(StrEnum):
    """Kinds of damage and of duties that German terms treat apart; `other` is everything they do not name."""

    LIFE_BODY_HEALTH = "life_body_health"
    ESSENTIAL_DUTIES = "essential_duties"
    OTHER = "other"
    DELAY = "delay"
    DATA_LOSS = "data_loss"
    INDIRECT = "indirect"  # indirect and consequential damage, lost profit
    GUARANTEE = "guarantee"
    FRAUDULENT_CONCEALMENT = "fraudulent_concealment"
    PRODUCT_LIABILITY = "product_liability"


class Extent(StrEnum):
    """How far a party is liable in a case."""

    UNLIMITED = "unlimited"
    LIMITED = "limited"
    EXCLUDED = "excluded"
    NOT_REGULATED = "not_regulated"


@dataclass(frozen=True, slots=True)
class LiabilityCell:
    """One case. `provisions`: ids of the caps or exclusions that decide it; `evidence`: the words it rests on
    (`part` is "rule" for the deciding words, "carve_out" where they except the case from a limit).
    """

    fault: Fault
    damage: Damage
    extent: Extent
    provisions: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class LiabilityMatrix:
    """All cells (every fault × every damage, in that order) for the party that is liable.

    `scope`: id of the clause (section) whose service the matrix is about, None for the whole document.
    """

    liable: Party | None
    scope: str | None
    cells: tuple[LiabilityCell, ...]

    def cell(self, fault: Fault, damage: Damage) -> LiabilityCell:
        """The cell of one case."""
        return next(c for c in self.cells if c.fault is fault and c.damage is damage)

    def granted(self, damage: Damage) -> bool:
        """Whether liability for a kind of damage ends unlimited: for some degree of fault, and restricted for none."""
        extents = {c.extent for c in self.cells if c.damage is damage}
        return Extent.UNLIMITED in extents and extents <= {Extent.UNLIMITED, Extent.NOT_REGULATED}

    def restricted(self, damage: Damage) -> tuple[LiabilityCell, ...]:
        """The cells of a kind of damage that end limited or excluded."""
        return tuple(c for c in self.cells if c.damage is damage and c.extent in (Extent.LIMITED, Extent.EXCLUDED))
