"""The positions of the reference clause that a finding is about, and the word diff from any of them to the clause.

The analysis knows the nearest position; the others are the library's, as they are in force when they are looked at.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.library.model import Position, PositionRank
from app.models.analysis import Comparison
from app.wording.lang import Lang, sentence_start
from app.wording.terms import term


@dataclass(frozen=True, slots=True)
class KnownReference:
    """What the library has on a reference clause."""

    id: str
    title: str
    status: str
    positions: tuple[Position, ...]


def position_names(positions: tuple[Position, ...], lang: Lang) -> tuple[str, ...]:
    """Bevorzugte Fassung, Rückfallfassung 1 …; fallbacks are numbered where there are several."""
    fallbacks = sum(position.rank is PositionRank.FALLBACK for position in positions)
    number, names = 0, []
    for position in positions:
        name = sentence_start(term("position", position.rank.value, lang))
        if position.rank is PositionRank.FALLBACK:
            number += 1
            name += f" {number}" if fallbacks > 1 else ""
        names.append(name)
    return tuple(names)


def compared(known: KnownReference, position: int, clause_text: str) -> Comparison:
    """The clause against one position of the reference; the similarity decides nothing and is left at 0."""
    from app.comparing.diff import wording_diff  # loads RapidFuzz

    wanted = known.positions[position]
    hunks = wording_diff(wanted.text, clause_text)
    return Comparison(known.id, known.title, wanted.rank.value, position, 0.0, wanted.text, clause_text, hunks)
