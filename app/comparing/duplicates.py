"""Clauses that say the same, and whole sections that are repeated.

Strategy: a clause of at least MIN_WORDS words is compared with those that share rare three-word shingles with it (hash
join), verified by the Indel similarity of the folded words. Matches that run in parallel (the next clause here is
the next clause there) are runs; runs over overlapping stretches are one repeated section with all its places, so
that terms printed three times are one finding and not hundreds of pairs. What lies outside of a section is a
duplicate clause of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations, pairwise

from rapidfuzz.distance import Indel

from app.comparing.folding import folded_words
from app.models.analysis import DuplicatePair
from app.models.reading import Clause

MIN_WORDS = 12  # shorter clauses repeat for good reasons ("Nebenabreden bestehen nicht")
NEAR = 0.85  # share of words in order; two clauses of one subject written apart stay below .7 on our terms
MAX_PLACES = 24  # a shingle in more clauses than that says nothing and costs a square
MIN_SHARED = 0.2  # of the shorter clause's shingles: pairs above NEAR share more than half of them


def duplicate_pairs(clauses: tuple[Clause, ...]) -> tuple[DuplicatePair, ...]:
    """All exact and near pairs in reading order."""
    words = [folded_words(c.text) for c in clauses]
    pairs = []
    for i, j in sorted(_equal(words) | _candidates(words)):
        score = 1.0 if words[i] == words[j] else _similarity(words[i], words[j])
        if score >= NEAR:
            relation = "exact" if words[i] == words[j] else "near"
            pairs.append(DuplicatePair(clauses[i].id, clauses[j].id, relation, score))
    return tuple(pairs)


def _equal(words: list[tuple[str, ...]]) -> set[tuple[int, int]]:
    """Pairs of clauses with the same words; where they are very many, each with the next one."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, own in enumerate(words):
        if len(own) >= MIN_WORDS:
            places[own].append(index)
    found: set[tuple[int, int]] = set()
    for same in places.values():
        found.update(combinations(same, 2) if len(same) <= MAX_PLACES else pairwise(same))
    return found


def _similarity(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    return round(Indel.normalized_similarity(a, b, score_cutoff=NEAR - 0.01), 4)


def _candidates(words: list[tuple[str, ...]]) -> set[tuple[int, int]]:
    shingles = [_shingles(w) if len(w) >= MIN_WORDS else frozenset() for w in words]
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, own in enumerate(shingles):
        for shingle in own:
            places[shingle].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for found in places.values():
        if 2 <= len(found) <= MAX_PLACES:
            shared.update(combinations(found, 2))
    return {(i, j) for (i, j), count in shared.items() if count >= MIN_SHARED * min(len(shingles[i]), len(shingles[j]))}


def _shingles(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(words, words[1:], words[2:], strict=False))
