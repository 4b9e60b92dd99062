"""Clauses that say the same, and whole sections that are repeated.

Strategy: a clause of at least MIN_WORDS words is compared with those that share three-word shingles with it (hash join),
verified by the Indel similarity of the folded words; where sentences were moved or inserted, by the shingles they still
share. Matches that run in parallel (the next clause here is the next clause there) are runs; runs over overlapping
stretches are one repeated section with all its places, so that terms printed three times are one finding and not
hundreds of pairs. What lies outside of a section is a duplicate clause of its own. Clauses that only refer to another
one and parallel rules for two subjects (`Der Mietpreis beträgt …`, `Die Kaution beträgt …`) are no duplicates.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations, pairwise, product

from rapidfuzz.distance import Indel

from app.comparing.folding import plain_words
from app.comparing.parallel import Headings, Parallels, parallel
from app.models.analysis import DuplicatePair
from app.models.reading import Clause

MIN_WORDS = 12  # shorter clauses repeat for good reasons ("Nebenabreden bestehen nicht")
NEAR = 0.85  # share of words in order; two clauses of one subject written apart stay below .7 on our terms
MOVED = 0.8  # share of shingles; each sentence that moved costs two of them on each side
HELD = 0.9  # share of the shorter clause's shingles that the longer one holds where sentences were inserted
HELD_WORDS = 24  # words of the shorter one: a standard sentence alone is no copy of the clause round it
GROWN = 1.5  # times as long a clause may have become; more, and one sentence is all they share
MAX_PLACES = 24  # a shingle in more clauses than that is only followed to the next one: pairs would cost a square
MIN_SHARED = 0.2  # of the shorter clause's shingles: pairs above NEAR share more than half of them
REFERENCE_WORDS = 24  # a longer clause says more than where to look

_REFERS = re.compile(r"\b(?:gilt|gelten|finde[nt]|richte[nt]|verwiesen|bleib(?:t|en)|ergeben|ergibt)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"§|\b(?:Ziff(?:er|ern|\.)|Nr\.|Abschnitt|Absatz|Abs\.|Punkt|Art(?:ikel|\.)|Anlage|Anhang|Kapitel)\s*\w"
)
_OWN_CONTENT = re.compile(r"\d+\s?(?:%|€|EUR|Euro|Tage?n?|Wochen?|Monate?n?|Jahre?n?)\b|nicht|kein", re.IGNORECASE)
_FURTHER_SENTENCE = re.compile(r"[a-zäöüß]{3}[.;:]\s+[A-ZÄÖÜ]")
_Shingles = frozenset[int]
_Words = tuple[str, ...]


def duplicate_pairs(clauses: tuple[Clause, ...]) -> tuple[DuplicatePair, ...]:
    """All exact and near pairs in reading order."""
    places = _places(clauses)
    found = [(i, j, 1.0) for same in places.values() for i, j in _linked(same)]
    texts, homes = list(places), list(places.values())
    headings, parallels = Headings(clauses), Parallels(clauses)
    shingles = _all_shingles(texts)
    for x, y in sorted(_candidates(shingles)):
        score = _similarity(texts[x], texts[y], shingles[x], shingles[y])
        if not score:
            continue
        apart = parallel(texts[x], texts[y], headings.of(homes[x][0]), headings.of(homes[y][0]))
        pairs = [(min(pair), max(pair)) for pair in _across(homes[x], homes[y])]
        parallels.note(pairs, apart)
        found += [] if apart else [(i, j, score) for i, j in pairs]
    return tuple(
        DuplicatePair(clauses[i].id, clauses[j].id, "exact" if score == 1.0 else "near", score)
        for i, j, score in sorted(found)
        if not parallels.hold(i, j)
    )


def _places(clauses: tuple[Clause, ...]) -> dict[_Words, list[int]]:
    """Where each wording stands that may be a duplicate; equal texts are read once."""
    by_text: dict[str, list[int]] = defaultdict(list)
    for index, clause in enumerate(clauses):
        by_text[clause.text].append(index)
    places: dict[_Words, list[int]] = defaultdict(list)
    for text, found in by_text.items():
        words = _words(text)
        if len(words) >= MIN_WORDS:
            places[words] += found
    return {words: sorted(found) for words, found in places.items()}


def _words(text: str) -> _Words:
    """The words of a clause that may be a duplicate; none for one that only refers to another."""
    words = plain_words(text)
    if "_" in text:
        words = tuple(w for w in words if w.strip("_"))
    return () if len(words) <= REFERENCE_WORDS and _only_refers(text) else words


def _only_refers(text: str) -> bool:
    """One sentence that says where to look and nothing of its own."""
    if _FURTHER_SENTENCE.search(text):
        return False
    return bool(_PLACE.search(text) and _REFERS.search(text)) and not _OWN_CONTENT.search(text)


def _linked(places: list[int]) -> Iterable[tuple[int, int]]:
    return combinations(places, 2) if len(places) <= MAX_PLACES else pairwise(places)


def _across(these: list[int], those: list[int]) -> Iterable[tuple[int, int]]:
    """Pairs of the places of two texts; where they are very many, the first of each."""
    return product(these, those) if len(these) * len(those) <= MAX_PLACES else [(these[0], those[0])]


def _similarity(a: _Words, b: _Words, in_a: _Shingles, in_b: _Shingles) -> float:
    """How much of two clauses is the same, 0 where they are no versions of one clause."""
    score = round(Indel.normalized_similarity(a, b, score_cutoff=NEAR - 0.01), 4)
    if score < NEAR:
        score = _apart_from_order(in_a, in_b, min(len(a), len(b)))
    return score


def _apart_from_order(in_a: _Shingles, in_b: _Shingles, shorter: int) -> float:
    """The share of common shingles where sentences were moved or inserted."""
    common = len(in_a & in_b)
    share = round(2 * common / (len(in_a) + len(in_b)), 4)
    least, most = sorted((len(in_a), len(in_b)))
    grown = shorter >= HELD_WORDS and common >= HELD * least and most <= GROWN * least
    return share if share >= MOVED or grown else 0.0


def _candidates(shingles: list[_Shingles]) -> set[tuple[int, int]]:
    """Texts that share enough shingles. Lists are made only for shingles that stand in two places."""
    first: dict[int, int] = {}
    places: dict[int, list[int]] = {}
    for index, own in enumerate(shingles):
        for shingle in own:
            if shingle in places:
                places[shingle].append(index)
            elif shingle in first:
                places[shingle] = [first[shingle], index]
            else:
                first[shingle] = index
    shared: Counter[tuple[int, int]] = Counter()
    for found in places.values():
        shared.update(_linked(found))
    return {(i, j) for (i, j), count in shared.items() if count >= MIN_SHARED * min(len(shingles[i]), len(shingles[j]))}


def _all_shingles(texts: list[_Words]) -> list[_Shingles]:
    """The runs of three words of each text, as one number each: numbers cost the garbage collector nothing."""
    vocabulary: dict[str, int] = {}
    ids = [[vocabulary.setdefault(word, len(vocabulary)) for word in text] for text in texts]
    n = len(vocabulary)
    return [frozenset((a * n + b) * n + c for a, b, c in zip(t, t[1:], t[2:], strict=False)) for t in ids]
