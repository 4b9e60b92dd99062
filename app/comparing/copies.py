"""Copies of a clause that name another value: a repeated section in which a figure was edited.

Strategy: clauses at the same spot of two places of a repeated section, and near duplicates that differ in nothing but
their figures, are read for quantities; as many on both sides, one of them different, is an edited copy. Numbers of
references and dates are no quantities and may differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.comparing.folding import plain_words
from app.comparing.sections import RepeatedSection
from app.models.analysis import DuplicatePair, Finding
from app.models.provisions import Evidence
from app.models.reading import Clause
from app.nlp.numberwords import number_word
from app.nlp.quantities import Quantity, find_quantities

_ENDING = re.compile(r"(?<=\w{3})(?:e[nrsm]?|n|s)$")  # `einem Monat` and `drei Monaten`


@dataclass(frozen=True, slots=True)
class EditedCopy:
    """Clauses that say the same with other figures; `evidence`: the figures that differ, in reading order."""

    clauses: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class Told:
    """Which clauses a finding has already named together."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._by_clause: dict[str, set[int]] = defaultdict(set)
        for number, finding in enumerate(findings):
            for clause in finding.clauses:
                self._by_clause[clause].add(number)

    def of(self, *clauses: str) -> bool:
        """Whether one finding names all of these."""
        return bool(set.intersection(*(self._by_clause.get(c, set()) for c in clauses)))


def edited_copies(
    clauses: tuple[Clause, ...], pairs: tuple[DuplicatePair, ...], sections: list[RepeatedSection]
) -> list[EditedCopy]:
    """One for each clause that has copies with other figures."""
    index = {c.id: i for i, c in enumerate(clauses)}
    spots = {spot for s in sections for spot in s.spots}
    near = {(index[p.first], index[p.second]) for p in pairs if p.relation == "near"}
    found: dict[int, dict[int, Evidence]] = defaultdict(dict)
    home: dict[int, int] = {}
    for i, j in sorted(spots | near):
        a, b = clauses[i], clauses[j]
        if a.text == b.text or not _differ_in_figures_only(a, b):
            continue
        for first, second in _edited(a.text, b.text):
            copies = found[home.setdefault(i, i)]
            home.setdefault(j, home[i])
            copies.setdefault(i, Evidence(a.id, first.start, first.end, "value"))
            copies.setdefault(j, Evidence(b.id, second.start, second.end, "value"))
            break
    return [_copy(copies.items()) for copies in found.values()]


def _copy(places: Iterable[tuple[int, Evidence]]) -> EditedCopy:
    evidence = tuple(place for _, place in sorted(places, key=lambda item: item[0]))
    return EditedCopy(tuple(e.clause for e in evidence), evidence)


def _differ_in_figures_only(a: Clause, b: Clause) -> bool:
    same_heading = not a.heading or not b.heading or plain_words(a.heading) == plain_words(b.heading)
    return same_heading and _without_figures(a.text) == _without_figures(b.text)


@lru_cache(maxsize=1024)
def _without_figures(text: str) -> tuple[str, ...]:
    words = (w for w in plain_words(text) if not w[0].isdecimal() and number_word(w) is None)
    return tuple(_ENDING.sub("", w) for w in words)


def _edited(a: str, b: str) -> list[tuple[Quantity, Quantity]]:
    left, right = _quantities(a), _quantities(b)
    if len(left) != len(right):
        return []
    return [(x, y) for x, y in zip(left, right, strict=True) if (x.value, x.unit) != (y.value, y.unit)]


@lru_cache(maxsize=1024)
def _quantities(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text)
