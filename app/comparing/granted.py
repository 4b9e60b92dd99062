"""What an exclusion really excepts: carve-outs as its part of the document ends up, not as one clause mentions them.

Strategy: the liability matrix decides where it regulates the case. A carve-out that another clause of the same part
grants counts; life, body and health named in a clause and then put under a cap do not. Where the matrix is silent, or
rests on another part (an annex has terms of its own), the clause's own words stand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.comparing.parts import Parts
from app.models.liability import Damage, Extent, Fault, LiabilityCell, LiabilityMatrix
from app.models.provisions import LiabilityExclusion, Party, Provision, ProvisionValue
from app.models.reading import Reading

_BY_DAMAGE = {
    "life_body_health": Damage.LIFE_BODY_HEALTH,
    "guarantee": Damage.GUARANTEE,
    "fraudulent_concealment": Damage.FRAUDULENT_CONCEALMENT,
    "product_liability": Damage.PRODUCT_LIABILITY,
}
_BY_FAULT = {"intent": Fault.INTENT, "gross_negligence": Fault.GROSS_NEGLIGENCE}


class Granted:
    """The values of a reading with the carve-outs that the document grants them."""

    def __init__(self, reading: Reading) -> None:
        self._matrices = reading.liability
        self._parts = Parts(reading.clauses)

    def value(self, provision: Provision) -> ProvisionValue:
        """An exclusion with its carve-outs as granted; other values as they are."""
        value = provision.value
        if not isinstance(value, LiabilityExclusion):
            return value
        matrix = self._matrix(value.liable)
        if matrix is None:
            return value
        granted = {name for name, cells in _granting(matrix) if self._is_near(provision.clause, cells)}
        restricted = matrix.restricted(Damage.LIFE_BODY_HEALTH)
        taken = {"life_body_health"} if self._is_near(provision.clause, restricted) else set()
        return replace(value, carve_outs=tuple(sorted({*value.carve_outs, *granted} - taken)))

    def _matrix(self, liable: Party | None) -> LiabilityMatrix | None:
        """The only matrix of the party: where services have their own, a clause's own words must do."""
        found = [m for m in self._matrices if liable is None or m.liable in (liable, Party.BOTH, None)]
        return found[0] if len(found) == 1 else None

    def _is_near(self, clause: str, cells: Iterable[LiabilityCell]) -> bool:
        """Whether the cells rest on the same part of the document."""
        places = (place.clause for cell in cells for place in cell.evidence)
        return any(self._parts.relation(clause, place) == "same" for place in places)


def _granting(matrix: LiabilityMatrix) -> Iterable[tuple[str, list[LiabilityCell]]]:
    """The carve-outs that the matrix grants, with the cells that do.

    Essential duties are excepted from an exclusion even where liability for them is limited.
    """
    for name, damage in _BY_DAMAGE.items():
        if matrix.granted(damage):
            yield name, [c for c in matrix.cells if c.damage is damage and c.extent is Extent.UNLIMITED]
    for name, fault in _BY_FAULT.items():
        if (cell := matrix.cell(fault, Damage.OTHER)).extent is Extent.UNLIMITED:
            yield name, [cell]
    duties = matrix.cell(Fault.SLIGHT_NEGLIGENCE, Damage.ESSENTIAL_DUTIES)
    if duties.extent in (Extent.UNLIMITED, Extent.LIMITED):
        yield "essential_duties", [duties]
