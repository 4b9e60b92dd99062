"""Cells of two liability matrices that both sides regulate, and not alike: unlimited here, excluded there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.models.forms import CellMeeting
from app.models.liability import Extent, LiabilityMatrix
from app.models.reading import Reading

LIABILITY: Final = "limitation_of_liability"


def cell_meetings(ours: Reading, theirs: Reading) -> tuple[CellMeeting, ...]:
    """Of the matrices of the same party for the whole document, in their order; those for a single service are left to the reader."""
    return tuple(
        cell
        for left in ours.liability
        for right in theirs.liability
        if left.scope is None and right.scope is None and left.liable is right.liable
        for cell in _unlike(left, right)
    )


def _unlike(ours: LiabilityMatrix, theirs: LiabilityMatrix) -> Iterator[CellMeeting]:
    for own in ours.cells:
        other = theirs.cell(own.fault, own.damage)
        if own.extent is not other.extent and Extent.NOT_REGULATED not in (own.extent, other.extent):
            yield CellMeeting(
                ours.liable, own.fault, own.damage, own.extent, other.extent, own.evidence, other.evidence
            )
