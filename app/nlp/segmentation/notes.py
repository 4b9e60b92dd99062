"""Footnotes and text round the terms: kept out of every decision; notes then go back to the clause they stand in.

Strategy: the outline is decided on the remaining lines, as if the others were not there; afterwards the line numbers are
translated, so that a note lies within the unit whose lines surround it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.nlp.segmentation.outline import Place, Unit

PREAMBLE = "preamble"


def with_all_lines(units: Sequence[Unit], numbers: Sequence[int]) -> tuple[Unit, ...]:
    """Units decided on the lines `numbers` alone, as units of all lines; a note before them all is no clause."""
    if not numbers:
        return tuple(units)  # nothing but notes: they are the preamble of nothing
    found = [_translated(unit, numbers) for unit in units]
    if found[0].line > 0:
        found = [replace(u, parent=None if u.parent is None else u.parent + 1) for u in found]
        found.insert(0, Unit(0, None, None, (0, 0), reason=PREAMBLE))
    return tuple(found)


def _translated(unit: Unit, numbers: Sequence[int]) -> Unit:
    heading = unit.heading and (_place(unit.heading[0], numbers), _place(unit.heading[1], numbers))
    line, column = unit.body
    behind = column == 0 and line > unit.line  # right behind the line before, notes included
    body = (numbers[line - 1] + 1, 0) if behind else _place(unit.body, numbers)
    return replace(unit, line=numbers[unit.line], heading=heading, body=body)


def _place(place: Place, numbers: Sequence[int]) -> Place:
    return numbers[place[0]], place[1]
