"""How alike two clauses of two versions are, and which pairs are worth a look.

Strategy: rare words lead to candidates. Likeness of words is the mean of two views: words in order (Indel), and rare words in common
(weighted by how few clauses hold them), so that neither the boilerplate that all clauses share nor a turned sentence decides.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import Indel, LCSseq

from app.comparing.versions.units import Unit, Version

CANDIDATES = 8  # of a clause, those with the most rare words in common
MAX_PLACES = 40  # a word in more clauses than that leads to none of them, where there are rarer ones
HELD = 0.5  # likeness of a text and a longer one that holds it: enough only near by
NEARLY = 0.9  # share of the shorter one's words
LEAST = 3  # words of the shorter one
_SHORT = 6  # words; of so few the rare ones say no more than the order


class Likeness:
    """Weights of words and candidates for two versions."""

    def __init__(self, old: Version, new: Version) -> None:
        self._old, self._new = old, new
        held = Counter(word for unit in (*old.units, *new.units) for word in set(unit.words))
        count = len(old.units) + len(new.units)
        self._weight = {word: math.log(1 + count / times) for word, times in held.items()}
        self._known: dict[tuple[int, int], float] = {}

    def weight(self, words: Iterable[str]) -> float:
        """How much some words say together."""
        return math.fsum(self._weight.get(word, 0.0) for word in words)

    def of(self, a: Unit, b: Unit) -> float:
        """Likeness of two clauses, 0..1: their texts, and headings where they have any."""
        pair = (a.index, b.index)
        if pair not in self._known:
            whole = self.of_words(a.words, b.words)
            apart = self.of_words(a.text, b.text) if a.text and b.text and (a.heading or b.heading) else 0.0
            self._known[pair] = round(max(whole, apart, self._held(a.text or a.heading, b.text or b.heading)), 4)
        return self._known[pair]

    def _held(self, a: Sequence[str], b: Sequence[str]) -> float:
        """HELD where all of the shorter text is in the longer one, in order, or nearly all: something was added or taken away."""
        short, long = sorted((a, b), key=len)
        if len(short) < LEAST or not set(short[:LEAST]) & set(long):
            return 0.0
        share = LCSseq.normalized_similarity(short, long) * len(long) / len(short)
        return HELD if round(share, 4) >= (NEARLY if len(short) >= 2 * _SHORT else 1.0) else 0.0

    def of_words(self, a: Sequence[str], b: Sequence[str]) -> float:
        """Likeness of two rows of words, 0..1."""
        if not a or not b:
            return 0.0
        in_order = Indel.normalized_similarity(a, b)
        if min(len(a), len(b)) < _SHORT:
            return in_order
        left, right = set(a), set(b)
        common = 2 * self.weight(left & right) / (self.weight(left) + self.weight(right))
        return (in_order + common) / 2

    def candidates(self, open_old: Sequence[int], open_new: Sequence[int]) -> list[tuple[int, int]]:
        """Pairs of indexes that share rare words: of each clause on either side the best CANDIDATES on the other."""
        left = {index: set(self._old.units[index].words) for index in open_old}
        right = {index: set(self._new.units[index].words) for index in open_new}
        found = dict.fromkeys(self._best(left, right))
        found |= dict.fromkeys((a, b) for b, a in self._best(right, left))
        return sorted(found)

    def _best(self, wanted: Mapping[int, set[str]], there: Mapping[int, set[str]]) -> Iterator[tuple[int, int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for index, words in there.items():
            for word in words:
                places[word].append(index)
        for index, words in wanted.items():
            shared: dict[int, float] = defaultdict(float)
            for word in sorted(words):
                if len(places.get(word, ())) <= MAX_PLACES:
                    for place in places.get(word, ()):
                        shared[place] += self._weight[word]
            best = sorted(shared.items(), key=lambda item: (-round(item[1], 6), item[0]))[:CANDIDATES]
            yield from ((index, place) for place, _ in best)
