"""Splits and merges: pairs become groups where one clause holds the words of several.

Strategy: a clause that found no counterpart joins the pair whose other side says its words as well: where it stands beside or below its
part, nearly all of its words are found, in order, among those that the pair leaves over; farther away more of them are asked for. A
heading joins the clause that bears the same heading and goes on with its paragraph. Merging is splitting read backwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from app.comparing.versions.likeness import Likeness
from app.comparing.versions.units import Unit, Version

BESIDE, FARTHER = 0.6, 0.8  # share of a part's words, by weight, that the whole must hold
LEAST = 4  # words; a shorter part must stand beside the other and be there as a whole
NEXT = 3  # clauses between two parts that still count as beside each other
LIKE_HEADINGS = 0.3  # likeness from which two headings over the same paragraph are one
LARGEST = (
    400_000_000  # words of one side times those of the other: 50 MB while they are compared; more is not looked into
)
WHOLE = 0.5  # share of a clause's words that several parts must hold together where none is its counterpart


@dataclass(frozen=True, slots=True)
class Group:
    """Indexes of clauses that belong together, in reading order; one side may be empty."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def grouped(old: Version, new: Version, pairs: dict[int, int], likeness: Likeness) -> list[Group]:
    """All clauses of both versions, each in one group."""
    groups = [Group((a,), (b,)) for a, b in sorted(pairs.items())]
    groups = _split(groups, old, new, likeness)
    groups = [_turned(g) for g in _split([_turned(g) for g in groups], new, old, likeness)]
    seen_old = {a for group in groups for a in group.old}
    seen_new = {b for group in groups for b in group.new}
    groups += [Group((u.index,), ()) for u in old.units if u.index not in seen_old]
    groups += [Group((), (u.index,)) for u in new.units if u.index not in seen_new]
    return groups


def _turned(group: Group) -> Group:
    return Group(group.new, group.old)


def _split(groups: list[Group], old: Version, new: Version, likeness: Likeness) -> list[Group]:
    """Each new clause without counterpart, with the one old clause that held its words."""
    taken = frozenset(b for group in groups for b in group.new)
    seen = {a for group in groups for a in group.old}
    wholes = [_Whole(group, old, new, likeness, taken) for group in groups if len(group.old) == 1]
    loose = [_Whole(Group((u.index,), ()), old, new, likeness, taken) for u in old.units if u.index not in seen]
    index = _Index([*wholes, *loose])
    for part in (u for u in new.units if u.index not in taken):
        home = index.home(part)
        if home is not None:
            home.add(part)
    found = [whole.group for whole in loose if whole.holds_together]
    kept = [group for group in groups if len(group.old) != 1]
    return [*kept, *(whole.group for whole in wholes), *found]


class _Whole:
    """An old clause with the parts that are known, and the words they leave over."""

    def __init__(self, group: Group, old: Version, new: Version, likeness: Likeness, taken: frozenset[int]) -> None:
        self.new, self.likeness, self.taken = new, likeness, taken
        self.unit = old.units[group.old[0]]
        self.parts = [new.units[b] for b in group.new]
        self.left: Sequence[str] = self.unit.words
        for part in self.parts:
            self.left = _without(self.left, part.words)

    @property
    def group(self) -> Group:
        return Group((self.unit.index,), tuple(sorted(part.index for part in self.parts)))

    @property
    def holds_together(self) -> bool:
        """Whether parts found for a clause without counterpart are that clause."""
        if not self.parts:
            return False
        left, whole = self.likeness.weight(self.left), self.likeness.weight(self.unit.words)
        return whole > 0 and 1 - left / whole >= WHOLE

    def add(self, part: Unit) -> None:
        self.parts.append(part)
        self.left = _without(self.left, part.words)

    def share(self, part: Unit) -> float:
        """How much of the part is among the words that are left over; 0 where that is not enough."""
        if self._heads(part):
            return 2.0
        if part.bare or (self.parts and all(p.bare for p in self.parts) and not self._below(part)):
            return 0.0
        beside = self._beside(part)
        if len(part.text) < LEAST:
            return 1.0 if beside and self.parts and _within(part.text, self.left) else 0.0
        held = self.likeness.weight(_common(part.text, self.left)) / (self.likeness.weight(part.text) or 1.0)
        return held if held >= (BESIDE if beside else FARTHER) else 0.0

    def _heads(self, part: Unit) -> bool:
        """Whether the part is the heading, perhaps another one, over the paragraph that stood under this clause's own heading."""
        under = [p for p in self.parts if p.parent == part.index]
        if not (part.bare and part.heading and under):
            return False
        like = self.likeness.of_words(part.heading, self.unit.heading)
        rival = max(self.likeness.of_words(p.heading, self.unit.heading) for p in under)
        if like >= LIKE_HEADINGS and like > rival:
            return True
        if any(p.heading for p in under):
            return False
        below = {child for child in self.new.children[part.index] if child not in {p.index for p in self.parts}}
        return bool(self.unit.heading) and below.isdisjoint(self.taken)

    def _beside(self, part: Unit) -> bool:
        return any(abs(part.index - p.index) <= NEXT or part.parent == p.index for p in self.parts)

    def _below(self, part: Unit) -> bool:
        return any(part.parent == p.index for p in self.parts)


class _Index:
    """Wholes by the words they leave over."""

    def __init__(self, wholes: Iterable[_Whole]) -> None:
        self._wholes = [whole for whole in wholes if whole.left]
        self._places: dict[str, list[int]] = {}
        self._under: dict[int, list[int]] = {}
        for index, whole in enumerate(self._wholes):
            for parent in {part.parent for part in whole.parts if part.parent is not None}:
                self._under.setdefault(parent, []).append(index)
            for word in set(whole.left):
                self._places.setdefault(word, []).append(index)

    def home(self, part: Unit) -> _Whole | None:
        """The whole that holds the most of a part; the first of equal ones."""
        rated = [(whole.share(part), -index, whole) for index, whole in self._candidates(part)]
        best = max(rated, key=lambda item: item[:2], default=None)
        return best[2] if best and best[0] > 0 else None

    def _candidates(self, part: Unit) -> Iterator[tuple[int, _Whole]]:
        """Those with half of its words, or with a clause below it."""
        shared: dict[int, int] = {}
        for word in set(part.words):
            for index in self._places.get(word, ()):
                shared[index] = shared.get(index, 0) + 1
        least = max(1, len(set(part.words)) // 2)
        shared |= dict.fromkeys(self._under.get(part.index, ()), least)
        return ((index, self._wholes[index]) for index in sorted(shared) if shared[index] >= least)


def _common(part: Sequence[str], whole: Sequence[str]) -> list[str]:
    """The words of a part that stand in the whole in the same order."""
    if len(part) * len(whole) > LARGEST:
        return []
    blocks = (b for b in LCSseq.opcodes(part, whole) if b.tag == "equal")
    return [word for block in blocks for word in part[block.src_start : block.src_end]]


def _without(whole: Sequence[str], part: Sequence[str]) -> Sequence[str]:
    """The words of the whole that are not matched by the part."""
    if len(part) * len(whole) > LARGEST:
        return []
    return [
        word
        for block in LCSseq.opcodes(whole, part)
        if block.tag != "equal"
        for word in whole[block.src_start : block.src_end]
    ]


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    return len(_common(part, whole)) == len(part)
