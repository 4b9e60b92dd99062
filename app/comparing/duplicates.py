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
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise, product, takewhile

from rapidfuzz.distance import Indel, Levenshtein

from app.comparing.folding import plain_words
from app.models.analysis import DuplicatePair
from app.models.reading import Clause
from app.nlp.provisions.parties import CUSTOMER, SUPPLIER

MIN_WORDS = 12  # shorter clauses repeat for good reasons ("Nebenabreden bestehen nicht")
NEAR = 0.85  # share of words in order; two clauses of one subject written apart stay below .7 on our terms
MOVED = 0.8  # share of shingles; each sentence that moved costs two of them on each side
HELD = 0.9  # share of the shorter clause's shingles that the longer one holds where sentences were inserted
HELD_WORDS = 24  # words of the shorter one: a standard sentence alone is no copy of the clause round it
GROWN = 2  # times as long a clause may have become
MAX_PLACES = 24  # a shingle in more clauses than that is only followed to the next one: pairs would cost a square
MIN_SHARED = 0.2  # of the shorter clause's shingles: pairs above NEAR share more than half of them
REFERENCE_WORDS = 24  # a longer clause says more than where to look
OPENING = 4  # words in which a clause names what it is about
TOPIC = 8  # words in which one of two contrasted subjects is named; further down a changed word is an edit
SAME_STEM = 4  # letters
NAMED = 5  # letters of a word that a heading must hold to name it
IN_PLACE = 0.25  # share of changed words up to which a change is a word for a word and no sentence that moved
HEAD, MODIFIER = 6, 3  # letters of the head that two compounds share, and of what stands before it in each

_REFERS = re.compile(r"\b(?:gilt|gelten|finde[nt]|richte[nt]|verwiesen|bleib(?:t|en)|ergeben|ergibt)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"§|\b(?:Ziff(?:er|ern|\.)|Nr\.|Abschnitt|Absatz|Abs\.|Punkt|Art(?:ikel|\.)|Anlage|Anhang|Kapitel)\s*\w"
)
_OWN_CONTENT = re.compile(r"\d+\s?(?:%|€|EUR|Euro|Tage?n?|Wochen?|Monate?n?|Jahre?n?)\b|nicht|kein", re.IGNORECASE)
_FURTHER_SENTENCE = re.compile(r"[a-zäöüß]{3}[.;:]\s+[A-ZÄÖÜ]")
_SIDES = [re.compile(rf"(?:{side})", re.IGNORECASE) for side in (SUPPLIER, CUSTOMER)]
_AUDIENCES = ("verbraucher", "unternehmer", "kaufmann", "kaufleute")
_Shingles = frozenset[int]
_Words = tuple[str, ...]


def duplicate_pairs(clauses: tuple[Clause, ...]) -> tuple[DuplicatePair, ...]:
    """All exact and near pairs in reading order."""
    places = _places(clauses)
    found = [(i, j, 1.0) for same in places.values() for i, j in _linked(same)]
    texts, homes = list(places), list(places.values())
    headings = _Headings(clauses)
    shingles = _all_shingles(texts)
    for x, y in sorted(_candidates(shingles)):
        score = _similarity(texts[x], texts[y], shingles[x], shingles[y])
        if score and not _parallel(texts[x], texts[y], headings.above(homes[x][0]), headings.above(homes[y][0])):
            found += [(min(pair), max(pair), score) for pair in _across(homes[x], homes[y])]
    return tuple(
        DuplicatePair(clauses[i].id, clauses[j].id, "exact" if score == 1.0 else "near", score)
        for i, j, score in sorted(found)
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


class _Headings:
    """The words of the headings a clause stands under."""

    def __init__(self, clauses: tuple[Clause, ...]) -> None:
        self._clauses = clauses
        self._by_id = {c.id: c for c in clauses}

    def above(self, index: int) -> str:
        """The folded headings, its own included, from below."""
        found = []
        clause: Clause | None = self._clauses[index]
        while clause is not None:
            found.append(" ".join(plain_words(clause.heading)))
            clause = self._by_id.get(clause.parent or "")
        return " ".join(found)


def _parallel(a: _Words, b: _Words, above_a: str, above_b: str) -> bool:
    """Rules of the same words for two subjects: another noun stands where the clause names what it is about, two
    compounds are set against each other there or throughout, or the headings name the very words that differ.
    """
    if _another_subject(a, b):
        return True
    changed = [(at, x, y) for at, x, y in _replaced(a, b) if not _same_side(x, y)]
    contrasts = [at for at, x, y in changed if _contrasted(x, y)]
    if contrasts and (contrasts[0] < TOPIC or len(contrasts) > 1):
        return True
    return any(_names(above_a, x, y) and _names(above_b, y, x) for _, x, y in changed)


def _names(headings: str, own: str, others: str) -> bool:
    return own[:NAMED] in headings and others[:NAMED] not in headings


def _contrasted(x: str, y: str) -> bool:
    """`Aktionsgutschein` and `Geschenkgutschein`: one head, two modifiers."""
    head = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reversed(x), reversed(y), strict=False)))
    return head >= HEAD and min(len(x), len(y)) - head >= MODIFIER


def _replaced(a: _Words, b: _Words) -> Iterator[tuple[int, str, str]]:
    """Words that stand for each other one by one, with their place in `a`, in copies that keep their order."""
    if Levenshtein.normalized_distance(a, b) > IN_PLACE:
        return
    for op in Levenshtein.opcodes(a, b):
        if op.tag == "replace" and op.src_end - op.src_start == op.dest_end - op.dest_start:
            changed = zip(a[op.src_start : op.src_end], b[op.dest_start : op.dest_end], strict=True)
            for at, (x, y) in enumerate(changed, start=op.src_start):
                if len(x) > NAMED < len(y) and x[:SAME_STEM] != y[:SAME_STEM]:
                    yield at, x, y


def _another_subject(a: _Words, b: _Words) -> bool:
    for at, (x, y) in enumerate(zip(a[:OPENING], b[:OPENING], strict=True)):
        other = x[:SAME_STEM] != y[:SAME_STEM] and len(x) >= SAME_STEM <= len(y) and not _same_side(x, y)
        behind = zip(a[at + 1 : at + 4], b[at + 1 : at + 4], strict=True)
        if other and sum(p == q for p, q in behind) > 1:
            return True
    return False


def _same_side(x: str, y: str) -> bool:
    """Two names of one party; consumers and businesses are two kinds of customers."""
    if any(w.startswith(_AUDIENCES) for w in (x, y)):
        return False
    return any(side.fullmatch(x) and side.fullmatch(y) for side in _SIDES)


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
