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
from functools import lru_cache

from rapidfuzz.distance import Indel

from app.comparing.wordsigns import Token, norms, tokens
from app.library.model import Library, Position, ReferenceClause
from app.models.facts import Perspective
from app.models.provisions import Party

RARE = 16  # words of a clause that are looked up
VERIFIED = 8  # best candidates whose order of words is compared
SLACK = 0.1  # by which reading quantities may raise a similarity
_K1, _B = 1.2, 0.75  # BM25's usual constants
_PARAGRAPH = re.compile(r"\n+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A position (`paragraph` None) or one paragraph of it; `ids` are its tokens as characters, one each."""

    reference: ReferenceClause
    index: int
    paragraph: int | None
    text: str
    tokens: tuple[Token, ...]
    ids: str
    words: Counter[str] = field(hash=False)

    @property
    def position(self) -> Position:
        """The position it is, or belongs to."""
        return self.reference.positions[self.index]

    def at_most(self, own: Counter[str], length: int) -> float:
        """More than the similarity to a clause of these words can be: their order and its quantities not looked at."""
        return 2 * sum((own & self.words).values()) / max(1, length + self.words.total()) + SLACK


class Candidates:
    """The index of one library."""

    def __init__(self, references: Sequence[ReferenceClause]) -> None:
        self._vocabulary: dict[str, int] = {}
        self.units = [unit for reference in references for unit in self._units(reference)]
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        mean = sum(len(u.tokens) for u in self.units) / max(1, len(self.units))
        for number, unit in enumerate(self.units):
            norm = _K1 * (1 - _B + _B * len(unit.tokens) / mean) if mean else _K1
            for word, count in unit.words.items():
                self._postings[word].append((number, count * (_K1 + 1) / (count + norm)))

    def _units(self, reference: ReferenceClause) -> list[Unit]:
        units = []
        for index, position in enumerate(reference.positions):
            paragraphs = _PARAGRAPH.split(position.text.strip())
            units.append(self._unit(reference, index, None, position.text))
            if len(paragraphs) > 1:
                units += [self._unit(reference, index, n, p) for n, p in enumerate(paragraphs)]
        return units

    def _unit(self, reference: ReferenceClause, index: int, paragraph: int | None, text: str) -> Unit:
        found = tokens(text, we_of(reference))
        for token in found:
            self._vocabulary.setdefault(token.norm, len(self._vocabulary) + 1)
        words = Counter(norms(text, we_of(reference)))
        for word in words:
            self._vocabulary.setdefault(word, len(self._vocabulary) + 1)
        return Unit(reference, index, paragraph, text, found, self.ids(found), words)

    def ids(self, found: Sequence[Token]) -> str:
        """Tokens as one character each; words the library does not know get characters of their own."""
        own: dict[str, int] = {}
        first = len(self._vocabulary) + 1
        return "".join(chr(self._vocabulary.get(t.norm) or own.setdefault(t.norm, first + len(own))) for t in found)

    def promising(self, words: Sequence[str], applying: Collection[str], least: float) -> list[Unit]:
        """Units of the references in `applying` that share rare words with a clause and may be `least` similar to it."""
        scores: dict[int, float] = defaultdict(float)
        own = Counter(words)
        for word in self._rarest(own):
            places = self._postings[word]
            weight = math.log(1 + (len(self.units) - len(places) + 0.5) / (len(places) + 0.5))
            for number, gain in places:
                scores[number] += weight * gain
        allowed = ((score, -n) for n, score in scores.items() if self.units[n].reference.id in applying)
        best = [self.units[-n] for _, n in heapq.nlargest(VERIFIED, allowed)]
        return [unit for unit in best if unit.at_most(own, len(words)) >= least]

    def rated(self, found: Sequence[Token], units: Sequence[Unit]) -> list[tuple[float, Unit]]:
        """The units with their similarity to a clause, most similar first; ties by id."""
        ids = self.ids(found)
        each = [(round(Indel.normalized_similarity(unit.ids, ids), 4), unit) for unit in units]
        return sorted(each, key=lambda r: (-r[0], r[1].reference.id, r[1].index, r[1].paragraph or 0))

    def _rarest(self, words: Collection[str]) -> list[str]:
        known = sorted((len(self._postings[w]), w) for w in words if w in self._postings)
        return [word for _, word in known[:RARE]]


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
