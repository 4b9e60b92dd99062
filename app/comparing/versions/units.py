"""One version as a row of clauses that can be compared: words, heading, place in the tree, number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from app.comparing.outline import read_label, spellings
from app.comparing.versions.meaning import joined, norms, senses
from app.models.reading import Clause, Reading


@dataclass(frozen=True, slots=True)
class Unit:
    """A clause at `index` of the reading order; `words` are those of heading and text, `parent` an index."""

    index: int
    clause: Clause
    heading: tuple[str, ...]
    text: tuple[str, ...]
    key: str
    parent: int | None
    number: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of heading and text."""
        return self.heading + self.text

    @property
    def bare(self) -> bool:
        """Whether it is a heading only, or a number."""
        return not self.text


class Version:
    """The clauses of a reading as units."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.index = {clause.id: n for n, clause in enumerate(reading.clauses)}
        self.units = tuple(self._unit(n, clause) for n, clause in enumerate(reading.clauses))

    @cached_property
    def children(self) -> dict[int, tuple[int, ...]]:
        """Indexes of the units directly under a unit."""
        found: dict[int, list[int]] = {}
        for unit in self.units:
            if unit.parent is not None:
                found.setdefault(unit.parent, []).append(unit.index)
        return {parent: tuple(children) for parent, children in found.items()}

    def _unit(self, index: int, clause: Clause) -> Unit:
        return Unit(
            index=index,
            clause=clause,
            heading=norms(clause.heading),
            text=norms(clause.text),
            key=f"{joined(senses(clause.heading))}\n{joined(senses(clause.text))}",
            parent=self.index.get(clause.parent) if clause.parent else None,
            number=number_of(clause.label),
        )


def number_of(label: str) -> tuple[str, ...]:
    """The parts of a label's number, Roman ones as Arabic; the folded label where it holds none."""
    read = read_label(label)
    if read is None:
        return norms(label)
    return tuple(spellings(part)[-1] for part in read.parts)
