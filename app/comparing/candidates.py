"""Which wordings of the library a clause may be a version of: a word index with BM25, built once for each library.

Strategy: every position is a unit of the index, and so is each paragraph of a position that has several, because documents
number what the library writes as one text. A clause is looked up by its rarest words only, so that the time does not
grow with the words everybody uses; order and nearness are then told by the Indel similarity of the token ids.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from rapidfuzz.distance import Indel

from app.comparing.wordsigns import Token, norms, tokens
from app.library.model import Library, Position, ReferenceClause
from app.models.facts import Perspective
from app.models.provisions import Party

RARE = 16  # words of a clause that are looked up
SHARED = 5  # of them that a unit must share to be scored: versions share most
VERIFIED = 8  # best candidates whose order of words is compared
SLACK = 0.1  # by which reading quantities may raise a similarity
_K1, _B = 1.2, 0.75  # BM25's usual constants
_PARAGRAPH = re.compile(r"\n+")


@dataclass(frozen=True)
class Unit:
    """A position (`paragraph` None) or one paragraph of it; `words` are its norms with their number."""

    reference: ReferenceClause
    index: int
    paragraph: int | None
    text: str
    words: Counter[str] = field(hash=False)

    @property
    def position(self) -> Position:
        """The position it is, or belongs to."""
        return self.reference.positions[self.index]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens; read only where a clause comes near."""
        return tokens(self.text, we_of(self.reference))

    def at_most(self, own: Counter[str], length: int) -> float:
        """More than the similarity to a clause of these words can be: their order and its quantities not looked at."""
        return 2 * sum((own & self.words).values()) / max(1, length + self.words.total()) + SLACK


class Candidates:
    """The index of one library."""

    def __init__(self, references: Sequence[ReferenceClause]) -> None:
        self.units = [unit for reference in references for unit in _units(reference)]
        self._postings: dict[str, list[int]] = defaultdict(list)
        for number, unit in enumerate(self.units):
            for word in unit.words:
                self._postings[word].append(number)
        self._mean = sum(u.words.total() for u in self.units) / max(1, len(self.units))

    def promising(self, words: Sequence[str], applying: Collection[str], least: float) -> list[Unit]:
        """Units of the references in `applying` that share rare words with a clause and may be `least` similar to it."""
        own = Counter(words)
        rare = sorted((len(self._postings[w]), w) for w in own if w in self._postings)[:RARE]
        shared: Counter[int] = Counter()
        for _, word in rare:
            shared.update(self._postings[word])
        enough = min(SHARED, len(rare))
        several = [n for n, count in shared.items() if count >= enough]
        allowed = [n for n in several if self.units[n].reference.id in applying]
        best = heapq.nsmallest(VERIFIED, ((-self._score(n, rare), n) for n in allowed))
        return [self.units[n] for _, n in best if self.units[n].at_most(own, len(words)) >= least]

    def _score(self, number: int, rare: Sequence[tuple[int, str]]) -> float:
        """BM25 of a unit for the rare words of a clause, rounded."""
        unit = self.units[number]
        long = _K1 * (1 - _B + _B * unit.words.total() / self._mean)
        score = 0.0
        for places, word in rare:
            count = unit.words[word]
            if count:
                weight = math.log(1 + (len(self.units) - places + 0.5) / (places + 0.5))
                score += weight * count * (_K1 + 1) / (count + long)
        return round(score, 6)


def rated(found: Sequence[Token], units: Sequence[Unit]) -> list[tuple[float, Unit]]:
    """The units with their similarity to a clause (Indel, on token ids), most similar first; ties by id."""
    vocabulary: dict[str, int] = {}

    def ids(row: Sequence[Token]) -> list[int]:
        return [vocabulary.setdefault(t.norm, len(vocabulary)) for t in row]

    own = ids(found)
    each = [(round(Indel.normalized_similarity(ids(unit.tokens), own), 4), unit) for unit in units]
    return sorted(each, key=lambda r: (-r[0], r[1].reference.id, r[1].index, r[1].paragraph or 0))


def _units(reference: ReferenceClause) -> list[Unit]:
    units = []
    for index, position in enumerate(reference.positions):
        paragraphs = _PARAGRAPH.split(position.text.strip())
        units.append(_unit(reference, index, None, position.text))
        if len(paragraphs) > 1:
            units += [_unit(reference, index, n, p) for n, p in enumerate(paragraphs)]
    return units


def _unit(reference: ReferenceClause, index: int, paragraph: int | None, text: str) -> Unit:
    return Unit(reference, index, paragraph, text, Counter(norms(text, we_of(reference))))


def we_of(reference: ReferenceClause) -> Party:
    """Whom `wir` stands for in a reference: the side it is written for."""
    return Party.SUPPLIER if reference.perspective is Perspective.SUPPLIER else Party.CUSTOMER


def candidates_of(library: Library) -> Candidates:
    """The library's index; libraries of one content share it."""
    return _cached(_Keyed(library))


class _Keyed:
    """A library that is told from others by its fingerprint and entries."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._key = (library.sha256, tuple(c.id for c in library.clauses))

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Keyed) and self._key == other._key and self.library.clauses == other.library.clauses


@lru_cache(maxsize=4)
def _cached(keyed: _Keyed) -> Candidates:
    return Candidates(keyed.library.clauses)
