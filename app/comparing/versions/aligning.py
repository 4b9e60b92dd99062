"""Which clause of the new version is which clause of the old one: one-to-one, before splits and merges are looked for.

Strategy: exact pairs are fixed. What is left is paired in rounds by an optimal assignment of likeness and surroundings: a pair that
stands between the same neighbours, in the same section, under the same heading or number needs fewer words in common; each round
knows the surroundings that the one before has found, and asks for less. A heading with nothing but paragraphs under it is what its
paragraphs are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from app.comparing.versions.assignment import assigned
from app.comparing.versions.exact import exact_pairs
from app.comparing.versions.likeness import Likeness
from app.comparing.versions.units import Unit, Version

ROUNDS = (
    (0.72, 0.0),
    (0.6, 0.15),
    (0.55, 0.22),
    (0.55, 0.22),
    (0.55, 0.22),
)  # score that is enough, words that must be in common
SURROUNDINGS = 0.35  # what the surroundings are worth at the most, in likeness
GAP, HEADING, PARENT, NUMBER, SUBJECT = 0.35, 0.3, 0.15, 0.1, 0.1  # shares of the surroundings
CHILDREN = 0.75  # likeness of two headings with the same paragraphs, whatever they say
ELSEWHERE = 0.65  # what equal headings lose where all their paragraphs are elsewhere
FAR = 0.6  # likeness that a clause elsewhere must have
NEAR = 12  # clauses of a gap that are tried without common words


def aligned(old: Version, new: Version, likeness: Likeness) -> dict[int, int]:
    """New index by old one."""
    pairs = exact_pairs(old, new)
    for number, (enough, words) in enumerate(ROUNDS):
        pairs |= _Round(old, new, likeness, pairs, first=number == 0).best(enough, words)
    return pairs


class _Round:
    """One round: scores with the surroundings that are known by now."""

    def __init__(self, old: Version, new: Version, likeness: Likeness, pairs: dict[int, int], *, first: bool) -> None:
        self.old, self.new, self.likeness, self.pairs, self.first = old, new, likeness, pairs, first
        self.back = {b: a for a, b in pairs.items()}
        self.fixed = sorted(pairs)
        self.fixed_new = sorted(self.back)

    def best(self, enough: float, words: float) -> dict[int, int]:
        """The pairs of the best assignment that score `enough`."""
        gains = {}
        for a, b in self._worth_a_look():
            like = self._likeness(self.old.units[a], self.new.units[b])
            score = round(like + SURROUNDINGS * self._surroundings(self.old.units[a], self.new.units[b]), 4)
            if like >= words and score >= enough and (like >= FAR or self._near(a, b)):
                gains[a, b] = score - enough + 0.01
        return dict(assigned(gains))

    def _near(self, a: int, b: int) -> bool:
        """Between the same neighbours or in the same section."""
        return self._between(a, b) > 0 or self._same_parent(self.old.units[a], self.new.units[b])

    def _worth_a_look(self) -> Iterator[tuple[int, int]]:
        left = [u.index for u in self.old.units if u.index not in self.pairs]
        right = [u.index for u in self.new.units if u.index not in self.back]
        found = dict.fromkeys(self.likeness.candidates(left, right))
        free = set(right)
        for index in left:
            gap = _gap(index, self.fixed, self.pairs, len(self.new.units))
            for place in gap if len(gap) <= NEAR else ():
                if place in free:
                    found.setdefault((index, place))
            for place in self._over_its_children(index):
                if place in free:
                    found.setdefault((index, place))
        return iter(found)

    def _over_its_children(self, index: int) -> set[int]:
        children = (child for child in self.old.children.get(index, ()) if child in self.pairs)
        found = (self.new.units[self.pairs[child]].parent for child in children)
        return {parent for parent in found if parent is not None}

    def _likeness(self, a: Unit, b: Unit) -> float:
        """Of words; of headings over paragraphs also of these: what they share speaks for, what is elsewhere against the words."""
        words = self.likeness.of(a, b)
        below, beyond = self.old.children.get(a.index, ()), self.new.children.get(b.index, ())
        if not (a.bare and b.bare and below and beyond):
            return words
        told = any(child in self.pairs for child in below) and any(child in self.back for child in beyond)
        if self.first and not told:
            return 0.0  # its paragraphs will tell
        count = len(below) + len(beyond)
        shared = 2 * sum(self.pairs.get(child) in beyond for child in below)
        known = sum(child in self.pairs for child in below) + sum(child in self.back for child in beyond)
        apart = words * (1 - ELSEWHERE * (known - shared) / count)
        return max(apart, (words + shared / count) / 2, CHILDREN * shared / count)

    def _surroundings(self, a: Unit, b: Unit) -> float:
        """0..1: how far place, heading, section, number and subject agree."""
        score = GAP * self._between(a.index, b.index) + PARENT * self._same_parent(a, b)
        score += NUMBER * (bool(a.number) and a.number == b.number)
        score += SUBJECT * (a.clause.type is not None and a.clause.type == b.clause.type)
        if a.heading and b.heading and not (a.bare and b.bare):
            score += HEADING * self.likeness.of_words(a.heading, b.heading)
        return score

    def _between(self, a: int, b: int) -> float:
        """Whether both stand between the same neighbours: 1, half if only one side says so, else 0."""
        there = b in _gap(a, self.fixed, self.pairs, len(self.new.units))
        back = a in _gap(b, self.fixed_new, self.back, len(self.old.units))
        return (there + back) / 2

    def _same_parent(self, a: Unit, b: Unit) -> bool:
        if a.parent is None or b.parent is None:
            return a.parent is None and b.parent is None
        return self.pairs.get(a.parent) == b.parent


def _gap(index: int, fixed: Sequence[int], pairs: Mapping[int, int], count: int) -> range:
    """What stands between the counterparts of the nearest neighbours that have one."""
    at = bisect_left(fixed, index)
    first = pairs[fixed[at - 1]] + 1 if at else 0
    last = pairs[fixed[at]] if at < len(fixed) else count
    return range(first, last)
